"""What on a web page is not its article, told by what a page calls its parts and by how much of them is links."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")

_NEVER = frozenset(
    """
    share sharing shares sharebar sharetools sharebuttons sharedaddy addthis addtoany social socials sociable
    socialmedia related relatedarticles relatedposts relatedlinks relatedcontent jprelatedposts recirc
    recirculation outbrain taboola revcontent zergnet newsletter newsletters subscribe subscription signup optin
    mailchimp comment comments commentlist respond disqus livefyre cookie cookies consent gdpr advert adverts
    advertisement advertisements adsense sponsored adslot adunit adbox banner banners leaderboard breadcrumb
    breadcrumbs byline bylines caption captions wpcaption figcaption credit credits copyright recommended
    recommendation recommendations trending popular mostread mostpopular morestories readmore readnext upnext
    pagination pager toolbar skiplink noprint dontprint masthead navbar navigation nav menu submenu sidebar
    footer colophon sitemap login donate donation feedback authorbio authorbox aboutauthor bio postmeta
    entrymeta articlemeta timestamp lightbox slideshow poll reactions tags taglist tagcloud topics keywords
    infobox navbox reflist hatnote printfriendly sharethis syndication ambox mbox ombox lireaussi preheader
    """.split()
)
"""Words of a class or an id that name a part of the page around the article."""

_PAIRS = frozenset(
    tuple(pair.split())
    for pair in """
    read more|read next|up next|see also|also read|also like|more from|more on|more stories|most read|
    most popular|most viewed|author bio|author box|about author|author info|author card|author profile|
    post author|entry author|post meta|entry meta|article meta|meta data|post tags|entry tags|article tags|
    tag list|post navigation|post nav|entry utility|entry footer|post footer|article footer|jump link|
    jump links|skip link|page nav|site header|site footer|global header|global footer|ad slot|ad unit|
    ad container|ad wrapper|ad label|dfp ad|google ad|sign up|email signup|follow us|like us|reply form|
    comment form|article tools|page tools|story tools|hide print|no print|edit section|mw editsection|
    image credit|photo credit|media credit|promo box|promo link|promo links|cross promo|paywall prompt|
    paywall message|paywall barrier|paywall banner|paywall overlay|paywall offer|inline promo|story promo|
    article promo|publication date|publish date|pub date|post date|entry date|article date|date published|
    read time|reading time|time stamp|teaser list|card list|latest news|top stories|whats next|
    table contents|article info|key topics|interstitial link|lire aussi|lire egalement|voir aussi|fil ariane|
    lesen sie|auch lesen|mehr zum|story source|journal references|journal reference|cite this|press contact|
    media contact|press contacts|media contacts|contact presse|sign in|log in
    """.split("|")
)

_BOX = 400
"""Characters of a box that asks for something, at most."""
_BEGINNINGS = ("cookie", "newsletter", "subscrib", "advert")
_ENDINGS = ("caption", "captions", "breadcrumb", "breadcrumbs")
_TELLING = frozenset(("has", "with", "without", "no", "not", "is", "js", "supports"))
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alert", "alertdialog")
)
_WORDED = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "li"))
_TAGS = frozenset(("nav", "footer", "aside", "figcaption", "menu"))


def named_furniture(element: _Element) -> bool:
    """Whether what a page calls an element says that it is not part of the article."""
    tag = str(element.tag)
    if tag in _TAGS or (element.get("role") or "").lower() in _ROLES or element.get("itemprop") == "author":
        return True
    if tag in ("html", "body", "main", "article"):
        return False
    if tag in ("div", "section", "form") and _asks(element):
        return True
    # The id of a paragraph or a heading is made of its words.
    ident = "" if tag in _WORDED else element.get("id") or ""
    names = f"{element.get('class') or ''} {ident}".strip()
    return bool(names) and any(map(_named, names[:600].split()))


def _asks(element: _Element) -> bool:
    """Whether a short part has a field to be filled in: for an address, say."""
    fields = any(child.tag == "input" and child.get("type") not in ("hidden", "checkbox") for child in element)
    if not fields and not any(child.tag == "form" for child in element):
        return False
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length > _BOX:
            return False
    return True


def _named(name: str) -> bool:
    words = [word.lower() for word in _WORDS.findall(name)]
    # "has-sidebar", "with-comments", "no-sidebar" tell of a page, not of a part.
    if not words or words[0] in _TELLING:
        return False
    if not _NEVER.isdisjoint(words) or any(word.startswith(_BEGINNINGS) or word.endswith(_ENDINGS) for word in words):
        return True
    return any(pair in _PAIRS for pair in pairwise(words))
