from __future__ import annotations

import io
import zipfile

import pytest

from briefer.sources.kinds import suffix_of
from briefer.sources.read import source_from_bytes

PAGE = (
    b"<!DOCTYPE html><html><head><title>Cranes</title></head><body><article><h1>Ports told to unplug modems</h1>"
    b"<p>The Harbour Board has ordered five ports to unplug modems from their cranes by the end of May, it said.</p>"
    b"<p>The union welcomed the order but warned of delays in the busiest months of the whole year at sea.</p>"
    b"</article></body></html>"
)
MAIL = (
    b"From: a@b.example\r\nTo: c@d.example\r\nSubject: Cranes\r\nMIME-Version: 1.0\r\n\r\nThe list is attached.\r\n"
)
SAVED = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://m.example/a\r\nMIME-Version: 1.0\r\n\r\n"


def package(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "named", "suffix"),
    [
        (b"%PDF-1.7 ...", ".txt", ".pdf"),
        (b"%PDF-1.7 ...", "", ".pdf"),
        (b"{\\rtf1 x}", ".doc", ".rtf"),
        (PAGE, ".txt", ".html"),
        (PAGE, "", ".html"),
        (PAGE, ".htm", ".htm"),
        (b"\xef\xbb\xbf <?xml version='1.0'?>\n<!-- x -->\n<html lang='en'>", ".txt", ".html"),
        (MAIL, "", ".eml"),
        (MAIL, ".txt", ".eml"),
        (SAVED, ".html", ".mhtml"),
        (SAVED, ".eml", ".eml"),
        (package("mimetype", "content.xml"), ".docx", ".odt"),
        (package("[Content_Types].xml", "word/document.xml"), ".zip", ".docx"),
        (package("[Content_Types].xml", "word/document.xml"), ".docm", ".docm"),
        (package("a.txt"), ".zip", ".zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__substg1.0_0037001F".encode("utf-16-le"), ".bin", ".msg"),
        (b"From: Ruth Aldane\nTo: Lena Morvane\nSubject: Cranes\n\nThe list is attached.", ".txt", ".txt"),
        (b"The tag <html> begins a page.", ".txt", ".txt"),
        (b"", ".txt", ".txt"),
    ],
)
def test_the_content_goes_before_the_name(content: bytes, named: str, suffix: str) -> None:
    assert suffix_of(content, named) == suffix


def test_a_page_that_is_called_a_text_is_read_as_a_page() -> None:
    source = source_from_bytes(PAGE, "cranes.txt", "s1")
    assert (source.media_type, source.title) == ("text/html", "Ports told to unplug modems")
    assert "<" not in source.text
