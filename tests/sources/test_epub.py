from __future__ import annotations

import io
import zipfile

import pytest

from briefer.errors import DataError
from briefer.sources.epub import epub_text
from briefer.sources.read import source_from_bytes

PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>Modems in cranes</dc:title><dc:creator>Hanne Lovell</dc:creator><dc:creator>A. B. Carter</dc:creator>
<dc:publisher>Quay Press</dc:publisher><dc:date>2026-11-03T00:00:00Z</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="p.png" media-type="image/png"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="p"/><itemref idref="b"/></spine></package>"""
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>{}</body></html>'
PARTS = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/p.opf"/></rootfiles></container>',
    "OEBPS/p.opf": PACKAGE,
    "OEBPS/nav.xhtml": PAGE.format("<nav>Contents</nav>"),
    "OEBPS/text/one.xhtml": PAGE.format("<h1>Order</h1><p>It stands.</p>"),
    "OEBPS/text/two b.xhtml": PAGE.format("<p>It goes on.</p>"),
}


def book(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def test_the_pages_of_the_spine_in_order_with_what_the_book_says_of_itself() -> None:
    found = epub_text(book(PARTS))
    assert found.original == "# Order\n\nIt stands.\n\nIt goes on."
    assert found.details[:4] == ("Modems in cranes", "Hanne Lovell, A. B. Carter", "Quay Press", "2026-11-03")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04", "no EPUB"),
        (book({"x": "y"}), "no EPUB"),
        (book({name: text for name, text in PARTS.items() if name != "OEBPS/p.opf"}), "table of parts is missing"),
        (book({name: text for name, text in PARTS.items() if "text/" not in name}), "no pages"),
        (book({**PARTS, "OEBPS/p.opf": "<broken"}), "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(content: bytes, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        source_from_bytes(content, "a.epub", "s1")
