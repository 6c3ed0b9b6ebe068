"""How a source's text becomes a document: a block for each line, laid out for reading.

A line of the text is a block of the document, so positions differ only by UTF-16. The empty line between
two paragraphs is a low block: it makes the space between them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

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


def measure(font: QFont) -> float:
    """The width in pixels of the widest column: ``MEASURE`` characters of running English."""
    return QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * MEASURE


def replace(view: QTextEdit, old: str, new: str, change: Replacement) -> None:
    """Make a view that shows ``old`` show ``new``; nothing outside the change is touched."""
    words = _LINE_ENDS.sub(" ", new[change.start : change.new_end])
    if not old:
        view.setPlainText(words)  # laid out bit by bit, where an insertion is laid out at once
        _set_page(view.document())
        return
    offsets, cursor = Offsets(old), QTextCursor(view.document())
    cursor.setPosition(offsets.to_qt(change.start))
    cursor.setPosition(offsets.to_qt(change.old_end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)


def _set_page(document: QTextDocument) -> None:
    page = document.rootFrame().frameFormat()
    page.setTopMargin(TOP)
    page.setBottomMargin(TOP)
    page.setLeftMargin(EDGE)
    page.setRightMargin(EDGE)
    document.rootFrame().setFrameFormat(page)


def lay_out(
    document: QTextDocument, levels: Mapping[int, int], start: int, end: int, *, elsewhere: bool = True
) -> None:
    """Format the blocks that touch ``start`` to ``end``, and those ``elsewhere`` that are or were headings.

    All positions are Qt's; ``levels`` names each heading's level by the start of its block. A block remembers in
    its user state what it was formatted as, so that the others cost next to nothing.
    """
    pixels = document.defaultFont().pixelSize()
    line, gap = _height(round(pixels * LINE)), _height(round(pixels * GAP))
    cursor, block = QTextCursor(document), document.firstBlock() if elsewhere else document.findBlock(start)
    cursor.beginEditBlock()
    while block.isValid():
        at, length = block.position(), block.length()
        if at > end and not elsewhere:
            break
        level = levels.get(at, 0)
        if block.userState() != level or (at <= end and at + length > start):
            block.setUserState(level)
            cursor.setPosition(at)
            cursor.setBlockFormat(gap if length == 1 else line)
            letters = _heading(document.defaultFont(), level) if level else QTextCharFormat()
            cursor.setBlockCharFormat(letters)
            cursor.setPosition(at + length - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(letters)
        block = block.next()
    cursor.endEditBlock()


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
