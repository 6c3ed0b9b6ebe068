"""The meta elements of a page, and the names under which pages put what is told about an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLES = (
    "og:title twitter:title parsely-title sailthru.title citation_title dc.title dcterms.title headline title".split()
)
AUTHORS = (
    "author article:author_name byl byline parsely-author sailthru.author citation_author dc.creator dcterms.creator "
    "dc.contributor article:author og:article:author authors creator rbauthors cxenseparse:author "
    "shareaholic:article_author_name".split()
)
DATES = (
    "article:published_time og:article:published_time article:published datepublished dc.date.issued dcterms.issued "
    "dcterms.created dc.date.created parsely-pub-date sailthru.date citation_publication_date citation_date pubdate "
    "publishdate publish-date publish_date pub_date publication_date originalpublicationdate article.published "
    "article_date_original cxenseparse:recs:publishtime published_date date_published dc.date dcterms.date "
    "displaydate rnews:datepublished ptime date bt:pubdate og:published_time eomportal-publishtime gentime "
    "shareaholic:article_published_time last-publish-date created".split()
)
OUTLETS = (
    "og:site_name parsely-network application-name dc.publisher dcterms.publisher citation_journal_title cre "
    "publisher apple-mobile-web-app-title twitter:app:name:iphone".split()
)
"""Each from the most to the least telling, in small letters."""


def metas(root: _Element) -> dict[str, list[str]]:
    """What the meta elements say, by their property, name or itemprop in small letters, in the page's order."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        said = element.get("content")
        value = " ".join((said or element.get("value") or "").split())
        for key in (element.get("property"), element.get("name"), element.get("itemprop")):
            # In ``value``, which no browser reads, "author" is who made the page's looks.
            if key and value and (said or key != "author"):
                found.setdefault(key.strip().lower(), []).append(value)
    return found
