"""Plain text: from bytes of whatever encoding to a cleaned text."""

from __future__ import annotations

import codecs
from collections.abc import Collection

from briefer.errors import DataError
from briefer.model.source import Fix, SourceHeading
from briefer.sources.article import Details, Text
from briefer.text.clean import clean
from briefer.text.escape import xml_safe

# The mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = "".join(map(chr, range(0x20))).translate(dict.fromkeys(map(ord, "\t\n\r\x0b\x0c")))
_CONTROL_BYTES = _CONTROLS.encode()
_LINE_ENDS = "\x0b\x0c"


class PlainText:
    """Reads .txt files and pasted text."""

    media_type = "text/plain"

    def original(self, content: bytes) -> str:
        """The text of the bytes; DataError if they are no text."""
        return storable(decode(content))

    def cleaned(self, original: str, off: Collection[str] = ()) -> Text:
        """The text without what the cleaning rules take away."""
        done = clean(original, off)
        headings = tuple(SourceHeading(h.start, h.end, h.level) for h in done.headings)
        return Text(done.text, headings, tuple(Fix(step.rule, step.count) for step in done.steps), done.steps)

    def stated(self, original: str) -> Details:
        """Nothing: what a plain text says about itself must be guessed."""
        del original
        return Details()


def storable(text: str) -> str:
    """``text`` as a brief can keep it, offsets as they were.

    Vertical tabs and form feeds are line ends; all else that XML forbids, and half surrogate pairs, become U+FFFD.
    """
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return xml_safe(text)


def decode(content: bytes) -> str:
    """Bytes as text: by their byte-order mark, else UTF-8, UTF-16 by its pattern of zeros, else Windows-1252.

    DataError for what is no text in any of these.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding)
    if encoding := _utf16_without_mark(content):
        return _strict(content, encoding)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _western(content)
    if _controls(content) > max(2, len(content) // 50):
        raise _no_text()
    return text


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-le").removesuffix("-be").upper()
        raise DataError(
            f"it says that it is {name}, but byte {error.start} is not",
            "open it in its own program and save it as UTF-8 text",
        ) from None


def _utf16_without_mark(content: bytes) -> str:
    """UTF-16 of Western text has a zero in every other byte, and hardly any in the others."""
    pairs = len(content) // 2
    first, second = content[0::2].count(0), content[1::2].count(0)
    if len(content) % 2 or not pairs:
        return ""
    if second > 0.3 * pairs and first <= 0.02 * pairs:
        return "utf-16-le"
    return "utf-16-be" if first > 0.3 * pairs and second <= 0.02 * pairs else ""


def _western(content: bytes) -> str:
    beyond_ascii = len(content) - sum(map(content.count, range(0x80)))
    if beyond_ascii > 4 + 0.3 * len(content) or _controls(content) > len(content) // 200:
        raise _no_text()
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise _no_text() from None


def _controls(content: bytes) -> int:
    return sum(map(content.count, _CONTROL_BYTES))


def _no_text() -> DataError:
    return DataError(
        "it holds no text in UTF-8, UTF-16 or Windows-1252", "open it in its own program and save it as UTF-8 text"
    )
