"""Web pages of the usual layouts, all around one article: what a page puts around it must go, its words must stay."""

from __future__ import annotations

import json

TITLE = "Ports told to unplug modems"
OUTLET = "The Meridian Courier"
LINK = "https://meridiancourier.example/world/ports-told-to-unplug-modems"
BODY = (
    (
        "The Harbour Technology Board on Friday ordered five ports in Kestria to take the cellular modems off 214 cranes, "
        "saying that nobody could tell who else was able to reach them."
    ),
    (
        "“We are closing a door that should never have been open,” said Ilse Varga, who chairs the Board. She gave the ports "
        "thirty days."
    ),
    (
        "The order follows a report by the port of Saltmere, where engineers found modems that appeared on no drawing and in "
        "no contract."
    ),
    (
        "Shipping lines warned of delays. A spokesman for Northline said that each crane would stand idle for up to two days "
        "while its controls were rebuilt."
    ),
    (
        "The maker of the cranes, Tessel Heavy Works, denied that the modems had any purpose but maintenance and said it would "
        "work with the Board."
    ),
)
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>'
SHARE = '<div class="share-tools"><a href="#">Facebook</a> <a href="#">Twitter</a> <a href="#">E-mail this story</a></div>'
RELATED = (
    '<div class="related-links"><h3>Related stories</h3><ul><li><a href="/a">Cranes idle as strike begins in Kestria</a>'
    '</li><li><a href="/b">Board to get new powers over harbours</a></li></ul></div>'
)
NEWSLETTER = (
    '<div class="newsletter-signup"><h4>Get our morning briefing</h4><p>Sign up for our daily e-mail and never miss a '
    'story about trade, shipping and the sea.</p><form><input name="e"><button>Sign up</button></form></div>'
)
COMMENTS = (
    '<section id="comments"><h3>2 comments</h3><div class="comment"><p>I worked on these cranes for twenty years and '
    'nobody ever told us about any modem at all.</p></div><div class="comment"><p>Long overdue, the Board should have '
    "done this when the first report came out in spring.</p></div></section>"
)
FOOTER = (
    '<footer class="site-footer"><p>© 2026 The Meridian Courier. All rights reserved. Use of this site means that you '
    "accept our terms of service and our privacy policy.</p></footer>"
)
COOKIES = '<div id="cookie-banner"><p>We use cookies to make this site work better for you.</p><button>Accept</button></div>'
FIGURE = (
    '<figure><img src="https://cdn.example/crane.jpg" alt="A crane"><figcaption>A crane at Saltmere on Thursday. '
    "Photograph: Jo Field/Coastal Press</figcaption></figure>"
)
BIO = (
    '<div class="author-bio"><p>Hanne Lovell has covered ports and shipping for the Courier since 2011 and lives in '
    "Saltmere.</p></div>"
)
SIDEBAR = (
    '<aside class="sidebar"><h3>Most read</h3><ol><li><a href="/1">Ferry runs aground</a></li><li><a href="/2">Fish '
    "prices up again</a></li></ol></aside>"
)


def ps(*paragraphs: str) -> str:
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


def whole(body: str, head: str = "", title: str = f"{TITLE} | {OUTLET}") -> str:
    return f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def json_ld(**fields: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


METAS = (
    f'<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{OUTLET}">'
    '<meta property="article:published_time" content="2026-11-13T09:30:00+01:00">'
    '<meta property="article:modified_time" content="2026-11-15T10:00:00+01:00">'
    f'<meta name="author" content="Hanne Lovell"><link rel="canonical" href="{LINK}">'
)

_A, _B, _C, _D, _E = BODY

LAYOUTS: dict[str, str] = {
    "wordpress": whole(
        f'{COOKIES}<header id="masthead"><a href="/">{OUTLET}</a>{NAV}</header><div id="content" class="site-content">'
        f'<article id="post-812" class="post type-post hentry category-world tag-ports"><header class="entry-header">'
        f'<h1 class="entry-title">{TITLE}</h1><div class="entry-meta">Posted on <time class="entry-date published" '
        'datetime="2026-11-13T09:30:00">13 November 2026</time><time class="updated" datetime="2026-11-15">15 November</time>'
        ' by <span class="author vcard"><a class="url fn n" rel="author" href="/author/h">Hanne Lovell</a></span></div></header>'
        f'<div class="entry-content">{FIGURE}{ps(_A, _B)}{RELATED}{ps(_C, _D, _E)}<div class="sharedaddy sd-sharing-enabled">'
        '<h3>Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div></div>'
        f'<footer class="entry-footer">Posted in <a href="/world">World</a></footer></article>{COMMENTS}</div>{SIDEBAR}{FOOTER}',
        METAS,
    ),
    "plain divs": whole(
        f'<div class="top"><a href="/">Home</a> | <a href="/w">World</a></div><div class="c1"><h1>{TITLE}</h1>'
        f'<div class="by">By Hanne Lovell</div><div class="dt">13 November 2026</div>'
        + "".join(f'<div class="x9">{paragraph}</div>' for paragraph in BODY)
        + f'</div><div class="bottom">{NAV}</div>{FOOTER}'
    ),
    "amp": whole(
        f'<header class="ampstart-headerbar">{OUTLET}</header><amp-sidebar id="s">{NAV}</amp-sidebar><article class="amp-wp-article">'
        f'<h1 class="amp-wp-title">{TITLE}</h1><div class="amp-wp-byline">Hanne Lovell</div><amp-img src="https://cdn.example/a.jpg">'
        f'</amp-img><div class="amp-wp-article-content">{ps(_A, _B)}<amp-ad width="300"></amp-ad>{ps(_C, _D, _E)}</div></article>'
        f"<amp-social-share></amp-social-share>{FOOTER}",
        METAS,
    ),
    "wire page": whole(
        f'{NAV}<main><h1>{TITLE}</h1><p class="byline">By Hanne Lovell, Coastal Press</p><p class="timestamp">Nov. 13, 2026 9:30 AM'
        f'</p>{SHARE}<div class="story-body">{ps(*BODY)}<p>___</p></div></main>{SIDEBAR}{FOOTER}'
    ),
    "blog with sidebar": whole(
        f'<div id="wrap" class="has-sidebar"><div id="main"><div class="post"><h2 class="post-title"><a href="{LINK}">{TITLE}</a></h2>'
        f'<p class="postmeta">13 November 2026 by Hanne Lovell</p>{ps(*BODY)}{BIO}</div>{COMMENTS}</div>'
        '<div id="sidebar"><h3>About</h3><p>I write about ports, cranes and the people who work with them, mostly at night and '
        'always with tea.</p><h3>Archive</h3><ul><li><a href="/10">October</a></li></ul></div></div>',
        METAS,
    ),
    "with comments": whole(
        f"{NAV}<article><h1>{TITLE}</h1>{ps(*BODY)}</article>{NEWSLETTER}{COMMENTS}{FOOTER}", METAS
    ),
    "br paragraphs": whole(
        f'<table width="100%"><tr><td width="160">{NAV}<a href="/1">Archive</a><br><a href="/2">Contact</a></td><td><h1>{TITLE}</h1>'
        f'<font size="2">{"<br><br>".join(BODY)}</font></td></tr></table>',
        METAS,
    ),
    "boxes in the text": whole(
        f"{NAV}<article><h1>{TITLE}</h1>{SHARE}{FIGURE}{ps(_A)}{NEWSLETTER}{ps(_B, _C)}<aside>{RELATED}</aside>{ps(_D)}"
        f'<p class="read-more"><a href="/x">Read more: how modems came to the cranes</a></p>{ps(_E)}{BIO}{SHARE}</article>{FOOTER}',
        METAS,
    ),
    "everything in one form": whole(
        f'<form id="aspnetForm" method="post"><div id="ctl00_Main">{NAV}<div class="content"><h1>{TITLE}</h1>{ps(*BODY)}</div></div>'
        f"</form>{FOOTER}",
        METAS,
    ),
    "metered": whole(
        f"{NAV}<article><h1>{TITLE}</h1>{ps(_A)}"
        + "".join(f'<p class="paywall">{paragraph}</p>' for paragraph in BODY[1:])
        + f"</article>{FOOTER}",
        METAS,
    ),
    "text in its data only": whole(
        f'{NAV}<div id="app"><h1>{TITLE}</h1><p>{_A[:70]} …</p><p>Please turn on JavaScript.</p></div>{FOOTER}',
        METAS + json_ld(headline=TITLE, articleBody="\n\n".join(BODY)),
    ),
    "section elements": whole(
        f"{NAV}<main>"
        f"<section><h1>{TITLE}</h1></section>"
        + "".join(f'<section class="component--text"><div><p>{paragraph}</p></div></section>' for paragraph in BODY)
        + f"</main>{FOOTER}",
        METAS,
    ),
}
"""Each gives the headline and the paragraphs of ``BODY``, and nothing else."""
