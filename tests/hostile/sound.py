"""A small sound file of each kind that is read, as it is before somebody damages it."""

from __future__ import annotations

from compound_samples import mail
from pdf_samples import column, pdf

from hostile.packages import packed, paragraph, word

FIRST = "The council approved the ferry contract on Monday, and three towns along the coast get a new boat next year."
SAID = "“We are closing a door,” Lena Morvane told reporters. “It was open for too long.”"
LAST = "The contract costs 46 million, and the board of the harbour has to agree to it by the end of the month."
PARAGRAPHS = (FIRST, SAID, LAST)

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_ODT = "application/vnd.oasis.opendocument.text"
PAGE = (
    '<!doctype html><html lang="en"><head><title>Ferries</title><meta property="og:title" content="Ferries">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferries", "datePublished":'
    ' "2026-11-03", "author": [{"name": "Hanne Lovell"}]}</script></head><body><nav><a href="/">Home</a></nav>'
    "<article><h1>Ferries</h1><p class=byline>By Hanne Lovell</p>"
    + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    + "<ul><li>One <b>bold</b></li><li>Two</li></ul><table><tr><td>a</td><td>b</td></tr></table></article></body></html>"
)
_MAIL = "From: A <a@example.org>\r\nSubject: =?utf-8?q?Ferries?=\r\nDate: Tue, 3 Nov 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\n"
_PARTS = (
    'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    + "\r\n\r\n".join(PARAGRAPHS)
    + f"\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}\r\n--b--\r\n"
)
_EPUB = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Ferries'
    '</dc:title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)

PARTS: dict[str, dict[str, str]] = {
    "odt": {
        "mimetype": _ODT,
        "content.xml": f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0"'
        f' xmlns:t="{_OFFICE}:table:1.0"><office:body><office:text><text:h text:outline-level="1">Ferries</text:h>'
        + "".join(f"<text:p>{words}</text:p>" for words in PARAGRAPHS)
        + '<t:table><t:table-row><t:table-cell t:number-columns-repeated="2"><text:p>a</text:p></t:table-cell>'
        "</t:table-row></t:table></office:text></office:body></office:document-content>",
    },
    "epub": {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>',
        "p.opf": _EPUB,
        "a.xhtml": PAGE.replace("<!doctype html>", "").replace("class=byline", 'class="byline"'),
    },
}
"""The parts of those that are packages of parts, by their suffix; a Word file's are its document alone."""

WORD_BODY = (
    "".join(map(paragraph, PARAGRAPHS))
    + '<w:p><w:ins w:id="1"><w:r><w:t>In.</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>Out.</w:delText></w:r></w:del>'
    "</w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)

SOUND: dict[str, bytes] = {
    "sound.txt": ("Ferries\n\n" + "\n\n".join(PARAGRAPHS)).encode(),
    "sound.md": ("---\ntitle: Ferries\nauthor: [Hanne Lovell]\ndate: 2026-11-03\n---\n# Ferries\n\n" + f"{FIRST}\n\n- {LAST}\n").encode(),
    "sound.html": PAGE.encode(),
    "sound.mhtml": (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n--b\r\nContent-Type:'
        f" text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n--b--\r\n"
    ).encode(),
    "sound.pdf": pdf([column(PARAGRAPHS, 60, 760, 60, gap=12)], {"Title": "Ferries"}),
    "sound.docx": word(WORD_BODY),
    "sound.odt": packed(PARTS["odt"]),
    "sound.rtf": (
        r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Times;}}\pard " + r"\par\pard ".join((FIRST, r"\ldblquote x\rdblquote", LAST)) + r"\'e9\u8364?\par}"
    ).encode(),
    "sound.eml": (_MAIL + _PARTS).encode(),
    "sound.msg": mail({0x37: "Ferries", 0xC1A: "Hanne Lovell", 0x1000: "\n\n".join(PARAGRAPHS)}, {0x1013: PAGE.encode()}),
    "sound.epub": packed(PARTS["epub"]),
}  # fmt: skip
"""File name to content; each is read to the end."""
