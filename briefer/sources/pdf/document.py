"""PDF files: text by the places of its words on the page, so that columns, paragraphs and headings come back."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefer.errors import DataError, LockedError
from briefer.sources.article import Details
from briefer.sources.built import Built, described, left_out, meant_author, meant_title
from briefer.sources.extracted import Extract
from briefer.sources.outlets import is_paper
from briefer.sources.pdf.furniture import Page, without_furniture
from briefer.sources.pdf.hyphens import Hyphens
from briefer.sources.pdf.joins import joined_over_breaks
from briefer.sources.pdf.lines import columns, lines_of
from briefer.sources.pdf.notes import marks_in, with_marks
from briefer.sources.pdf.paragraphs import NOTE, Paragraph, paragraphs_of, style_of
from briefer.sources.pdf.words import PageWords, page_words

if TYPE_CHECKING:
    import pypdfium2

LIMIT = 64 * 1024 * 1024
"""Bytes of a PDF, pictures included, that are read at most."""
_MOST_PAGES = 1_000
_UNREADABLE = 0.3
"""Share of letters without a meaning from which the text is no use."""
_GLUED = re.compile(r"(?<=\w[.,;:!?”\"’)])\d{1,3}(?=\s|$)")
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_LISTED = re.compile(r"(?:([•◦▪▫●○■□‣⁃∙·►▶➢✓\uf0b7\uf0a7\uf0d8])\s*|(\(?(?:\d{1,2}|[a-z])[.)])\s+)(?=\S)")


def pdf_text(content: bytes, password: str = "") -> Extract:
    """The text of a PDF.

    LockedError if it is protected and the password is not its own; DataError if it is damaged, has no pages or
    too many, or holds no text but pictures of it.
    """
    import pypdfium2

    if b"%PDF-" not in content[:1024]:
        raise DataError("it is no PDF, or its beginning is missing", "open it in its own program and save it anew")
    try:
        document = pypdfium2.PdfDocument(content, password=password or None)
    except pypdfium2.PdfiumError as error:
        raise _refused(str(error), given=bool(password)) from None
    try:
        return _extract(document)
    finally:
        document.close()


def _refused(reason: str, *, given: bool) -> DataError:
    if "assword" in reason:
        if given:
            return LockedError("it does not open with this password", "check the password and try again")
        return LockedError("it is protected by a password", "give its password, or save a copy without one")
    if "ecurity" in reason:
        return DataError("it is locked in a way that cannot be opened here", "save a copy that is not protected")
    return DataError("it is damaged, or no PDF at all", "get it anew, or open it in its own program and save it anew")


def _extract(document: pypdfium2.PdfDocument) -> Extract:
    number = len(document)
    if not number:
        raise DataError("it has no pages", "choose another file")
    if number > _MOST_PAGES:
        message = f"it has {number:,} pages, and at most {_MOST_PAGES:,} are read"
        raise DataError(message, "save the pages that you need as a file of their own")
    found = [_page(document, index) for index in range(number)]
    scans = [index + 1 for index, page in enumerate(found) if not page.words and page.pictured]
    if not any(page.words for page in found):
        raise _no_text(found)
    read = _read(found)
    _check_letters(read.original)
    told = [*_told_pages(scans, found), *read.told]
    details, unsure = described(read.original, _details(document))
    if read.paper and not details.publisher:
        details, unsure = details._replace(publisher=read.paper), (*unsure, "publisher")
    return Extract(read.original, details, tuple(told), unsure)


def _page(document: pypdfium2.PdfDocument, index: int) -> PageWords:
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PageWords([], 1.0, 1.0, Counter({"broken": 1}))
    try:
        return page_words(page)
    except pypdfium2.PdfiumError:
        return PageWords([], 1.0, 1.0, Counter({"broken": 1}))
    finally:
        page.close()


def _no_text(pages: Sequence[PageWords]) -> DataError:
    if any(page.pictured for page in pages):
        return DataError(
            "it is a scan: its pages are pictures and hold no text",
            "have its text recognised by a scanning program, or paste the text",
        )
    return DataError("its pages hold no text", "open it, copy the text if there is any, and paste it")


def _pages(found: PageWords) -> Iterator[Page]:
    """A page, and what stands on its side as another one."""
    yield Page(lines_of(found.words, found.width)[0], found.width, found.height)
    if found.turned:
        yield Page(lines_of(found.turned, found.height)[0], found.height, found.width)


class _Read(NamedTuple):
    original: str
    told: list[str]
    paper: str
    """The running head that is the name of a paper, if one is."""


def _read(found: Sequence[PageWords]) -> _Read:
    marks = marks_in(word for page in found for word in page.words)
    pages = [page for each in found for page in _pages(each._replace(words=with_marks(each.words, marks)))]
    pages, furniture = without_furniture(pages)
    gutters: list[float] = []
    blocks = [block for page in pages for block in columns(page.lines, gutters)]
    style = style_of(blocks)
    made = joined_over_breaks((paragraphs_of(block, style) for block in blocks), style)
    hyphens = Hyphens([line for block in blocks for line in block])
    text = _written(made, hyphens, len(style.sizes))
    told = [f"The running head “{words}” was left out." for words in furniture[:3]]
    return _Read(text, told, next(filter(is_paper, furniture), ""))


def _written(paragraphs: Sequence[Paragraph], hyphens: Hyphens, sizes: int) -> str:
    """The extracted text of a document whose headings come in so many sizes."""
    built = Built()
    marks = _Marks(paragraphs)
    for paragraph in paragraphs:
        if paragraph.cells:
            built.row(paragraph.cells)
            continue
        words = hyphens.text(paragraph.lines, paragraph.breaks)
        listed = _LISTED.match(words)
        if paragraph.level:
            built.heading(words, min(paragraph.level, sizes + 1))
        elif paragraph.note and (mark := NOTE.match(words)):
            built.note(mark[1] or mark[2] or mark[3], words[mark.end() :])
        elif listed:
            built.item("" if listed[1] else listed[2], words[listed.end() :])
        else:
            built.paragraph(marks.shown(words))
    return built.text()


class _Marks:
    """Knows the numbers of the footnotes, and so which number at the end of a sentence is the mark of one.

    Some programs set marks with signs of their own that are no smaller than the text.
    """

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        starts = [NOTE.match(paragraph.lines[0].text) for paragraph in paragraphs if paragraph.note]
        self._numbers = {int(number) for match in starts if match and (number := match[1] or match[2])}
        self._last = 0

    def shown(self, words: str) -> str:
        """The text with marks in brackets, as far as they count up."""
        return _GLUED.sub(self._mark, words) if self._numbers else words

    def _mark(self, match: re.Match[str]) -> str:
        number = int(match[0])
        if number not in self._numbers or number <= self._last:
            return match[0]
        if match.string[match.start() - 2].isdigit() and not (
            number == self._last + 1 and match.string[match.end() + 1 : match.end() + 2].isupper()
        ):
            return match[0]
        self._last = number
        return f"[{number}]"


def _check_letters(text: str) -> None:
    letters = [letter for letter in text if not letter.isspace()]
    odd = sum(letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" for letter in letters)
    if odd > _UNREADABLE * len(letters):
        raise DataError(
            "its fonts do not say which letters they show",
            "print it to a new PDF with text recognition, or paste the text",
        )


def _told_pages(scans: list[int], pages: Sequence[PageWords]) -> list[str]:
    """What a person has to know of single pages."""
    told = []
    if scans:
        verb, what = _verb(scans, "holds", "hold"), _verb(scans, "it is a scan", "they are scans")
        told.append(f"{_shown(scans)} {verb} no text: {what}.")
    if broken := [number for number, page in enumerate(pages, 1) if page.left_out["broken"]]:
        told.append(f"{_shown(broken)} cannot be read: the file is damaged there.")
    if recognised := [number for number, page in enumerate(pages, 1) if page.recognised]:
        verb = _verb(recognised, "is a scan", "are scans")
        told.append(f"{_shown(recognised)} {verb} with recognised text: check it against the picture.")
    hidden, turned = (sum(page.left_out[reason] for page in pages) for reason in ("hidden", "turned"))
    counts = ((hidden, "hidden word was", "hidden words were"), (turned, "turned word was", "turned words were"))
    return [*told, *left_out(counts)]


def _shown(pages: list[int]) -> str:
    """ "Page 4", "Pages 3–5 and 7"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][1] == page - 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    words = f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]
    return f"{_verb(pages, 'Page', 'Pages')} {words}"


def _verb(pages: list[int], one: str, several: str) -> str:
    return one if len(pages) == 1 else several


def _details(document: pypdfium2.PdfDocument) -> Details:
    """What the document information says, if it sounds as if it was meant."""
    made = _DATE.match(_said(document, "CreationDate"))
    published = ""
    if made:
        with contextlib.suppress(ValueError):
            published = datetime.date(*map(int, made.groups())).isoformat()
    title, author = meant_title(_said(document, "Title")), meant_author(_said(document, "Author"))
    return Details(title=title, author=author, published=published)


def _said(document: pypdfium2.PdfDocument, key: str) -> str:
    """What the document information says under a key; "" for what is no text."""
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:
        return ""
