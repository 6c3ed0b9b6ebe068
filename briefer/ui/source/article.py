"""How a source's text becomes a document: a block for each line, laid out for reading.

A line of the text is a block of the document, so positions differ only by UTF-16. The empty line between
two paragraphs is a low block: it makes the space between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from briefer.model.source import Source, SourceHeading, paragraph_starts
from briefer.ui.offsets import Offsets
from briefer.ui.text.difference import Replacement
from briefer.ui.theme import ui_font

LINE = 25 / 16
"""Height of a line for each pixel of the letters."""
GAP = 13 / 16
"""Height of the empty line between paragraphs for each pixel of the letters."""
MEASURE = 72
"""The most characters on a line."""
TITLE, HEADING = 20 / 16, 15 / 16
"""Size of a headline (level 1, serif) and of a heading (the window's font) for each pixel of the letters."""

EDGE = 4
"""Pixels beside the text in which the bars of a quote are drawn."""
TOP = 18
"""Pixels above the first line and below the last."""

_SAMPLE = "the order covers cranes supplied by the maker, which holds about seventy per cent of the market"
# Qt makes a line end of each of these, and one of \r\n; a stand-in of the same length keeps positions.
_LINE_ENDS = re.compile("[\r\u2029\ufdd0\ufdd1]")
_EMPTY_LINES = re.compile("^$", re.MULTILINE)
_STRETCH = 150_000
"""Code points that are put into a document in a few milliseconds."""
_BODY = -1
"""The user state of a block that is no heading: what Qt gives to a new one."""


def measure(font: QFont) -> float:
    """The width in pixels of the widest column: ``MEASURE`` characters of running English."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE


def fill(document: QTextDocument, text: str, levels: Mapping[int, int], offsets: Offsets) -> None:
    """Put a text into an empty document that no view has yet: what has no layout costs a tenth of what has one.

    ``levels`` names each heading's level by the start of its block, as ``offsets`` of the text count it.
    """
    for _ in filling(document, text, levels, offsets):
        pass


def filling(document: QTextDocument, text: str, levels: Mapping[int, int], offsets: Offsets) -> Iterator[None]:
    """``fill``, step by step."""
    looks, cursor, at = _Looks(document), QTextCursor(document), 0
    cursor.setBlockFormat(looks.line)
    while at < len(text):
        end = text.find("\n", at + _STRETCH) + 1 or len(text)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(_LINE_ENDS.sub(" ", text[at:end]))  # each line has the looks of the first
        for empty in _EMPTY_LINES.finditer(text, at, end - 1 if end < len(text) else end):
            cursor.setPosition(offsets.to_qt(empty.start()))
            cursor.setBlockFormat(looks.gap)
        cursor.endEditBlock()
        at = end
        yield
    cursor.beginEditBlock()
    for start, level in levels.items():
        block = document.findBlock(start)
        if block.position() == start:
            looks.put_on(cursor, block, level)
    cursor.endEditBlock()


def levels_of(headings: Iterable[SourceHeading], offsets: Offsets) -> dict[int, int]:
    """The levels of headings by where they start in Qt's positions."""
    return {offsets.to_qt(heading.start): heading.level for heading in headings}


def numbers_of(text: str, headings: tuple[SourceHeading, ...], offsets: Offsets) -> dict[int, int]:
    """The numbers of a text's paragraphs by where they start in Qt's positions."""
    starts = paragraph_starts(Source(id="", text=text, headings=headings))
    return {start: number for number, start in enumerate(offsets.all_to_qt(starts), 1)}


def holds(document: QTextDocument, text: str) -> bool:
    """Whether a document shows a text and nothing else."""
    return document.toRawText().replace("\u2029", "\n") == _LINE_ENDS.sub(" ", text)


def replace(document: QTextDocument, offsets: Offsets, new: str, change: Replacement) -> None:
    """Make a document hold ``new``; ``offsets`` are those of the text before. Only what changed is touched."""
    put(document, offsets.to_qt(change.start), offsets.to_qt(change.old_end), new[change.start : change.new_end])


def put(document: QTextDocument, start: int, end: int, words: str) -> None:
    """Put words of an article in place of what a document holds between two of Qt's positions."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(_LINE_ENDS.sub(" ", words))


def set_page(document: QTextDocument) -> None:
    """Give a document the margins of an article."""
    page = document.rootFrame().frameFormat()
    page.setTopMargin(TOP)
    page.setBottomMargin(TOP)
    page.setLeftMargin(EDGE)
    page.setRightMargin(EDGE)
    document.rootFrame().setFrameFormat(page)


def lay_out(
    document: QTextDocument, levels: Mapping[int, int], start: int, end: int, others: Iterable[int] = ()
) -> None:
    """Format the blocks that touch ``start`` to ``end``, and of those that begin at ``others`` the ones that are no
    longer a heading, or are one now.

    All positions are Qt's; ``levels`` names each heading's level by the start of its block, which remembers it in its
    user state. No other block is looked at: a long article has many.
    """
    looks, cursor = _Looks(document), QTextCursor(document)
    cursor.beginEditBlock()
    for at in others:
        block = document.findBlock(at)
        level = levels.get(block.position(), _BODY)
        if block.isValid() and block.userState() != level:
            looks.put_on(cursor, block, level)
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        looks.put_on(cursor, block, levels.get(block.position(), _BODY))
        block = block.next()
    cursor.endEditBlock()


class _Looks:
    """What the blocks of a document look like at the size of its letters."""

    def __init__(self, document: QTextDocument) -> None:
        self._font = document.defaultFont()
        pixels = self._font.pixelSize()
        self.line, self.gap = _height(round(pixels * LINE)), _height(round(pixels * GAP))

    def put_on(self, cursor: QTextCursor, block: QTextBlock, level: int) -> None:
        """Format one block as a heading of this level, or as ``_BODY``."""
        block.setUserState(level)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(self.gap if block.length() == 1 else self.line)
        letters = QTextCharFormat() if level == _BODY else _heading(self._font, level)
        cursor.setBlockCharFormat(letters)
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)


def _height(pixels: int) -> QTextBlockFormat:
    # A fixed height, because a proportional one makes a line with an emoji higher than the others.
    block = QTextBlockFormat()
    block.setLineHeight(pixels, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return block


def _heading(article: QFont, level: int) -> QTextCharFormat:
    font = QFont(article) if level == 1 else ui_font()
    font.setPixelSize(round(article.pixelSize() * (TITLE if level == 1 else HEADING)))
    font.setBold(True)
    letters = QTextCharFormat()
    letters.setFont(font)
    return letters
