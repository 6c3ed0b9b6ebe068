"""What kind of file bytes are, by what stands in them: names of files lie, or say nothing."""

from __future__ import annotations

import re

_START = 4096
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html[\s>]|head>|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z-]{1,60}:[ \t]?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n")
_OF_MAIL = re.compile(rb"(?im)^(?:mime-version|message-id|received|return-path|content-transfer-encoding):")
_OF_SAVED_PAGE = re.compile(rb"(?im)^(?:from: <?saved by |snapshot-content-location:)")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM_OF_MESSAGE = "__substg1.0_".encode("utf-16-le")
_WHOLE_FAMILY = {
    ".docx": (".docx", ".docm", ".dotx", ".dotm"),
    ".odt": (".odt", ".ott", ".fodt"),
    ".html": (".html", ".htm", ".xhtml"),
    ".eml": (".eml", ".mhtml", ".mht"),
    ".mhtml": (".eml", ".mhtml", ".mht"),
}


def suffix_of(content: bytes, named: str) -> str:
    """The suffix that the content asks for: ``named`` itself if it fits, or if nothing speaks against it."""
    found = _by_content(content)
    return named if not found or named in _WHOLE_FAMILY.get(found, (found,)) else found


def _by_content(content: bytes) -> str:
    start = content[:_START]
    if b"%PDF-" in start[:1024] and not _HTML.match(start):
        return ".pdf"
    if start.startswith(b"PK\x03\x04"):
        return _packed(content)
    if start.startswith(b"{\\rtf"):
        return ".rtf"
    if start.startswith(_OLD_OFFICE):
        return ".msg" if _STREAM_OF_MESSAGE in content else ""
    if _HTML.match(start):
        return ".html"
    return _message(start)


def _packed(content: bytes) -> str:
    """By the first member of the package, or by what its directory lists."""
    first = content[30:120]
    if first.startswith(b"mimetypeapplication/epub+zip"):
        return ".epub"
    if first.startswith(b"mimetypeapplication/vnd.oasis.opendocument.text"):
        return ".odt"
    return ".docx" if b"word/document" in content else ""


def _message(start: bytes) -> str:
    """A message, or a page that a browser saved as one, begins with nothing but header fields."""
    at = 0
    while field := _HEADER.match(start, at):
        at = field.end()
    head = start[:at]
    if not _OF_MAIL.search(head):
        return ""
    return ".mhtml" if _OF_SAVED_PAGE.search(head) else ".eml"
