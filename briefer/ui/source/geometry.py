"""Where the words of a document stand in its view: blocks in view, and the lines that a span runs over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine
from PySide6.QtWidgets import QTextEdit


class BlockInView(NamedTuple):
    """What is in view of a block: where the block's top left corner is in the viewport, and from where to where
    its text is seen (Qt positions of the document, the line end not counted)."""

    block: QTextBlock
    corner: QPointF
    start: int
    end: int


class Piece(NamedTuple):
    """The part of a span on one line, in the viewport's pixels; ``first`` and ``last`` tell where the span ends."""

    left: float
    right: float
    baseline: float
    first: bool
    last: bool


def blocks_between(view: QTextEdit, top: float, bottom: float) -> Iterator[BlockInView]:
    """What touches the stretch ``top`` to ``bottom`` of the viewport, downwards."""
    layout, shift = view.document().documentLayout(), view.verticalScrollBar().value()
    block = _block_at(view.document(), top + shift)
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() - shift > bottom:
            return
        start, end = _lines_between(block.layout(), top + shift - box.top(), bottom + shift - box.top())
        at = block.position()
        yield BlockInView(block, QPointF(box.left(), box.top() - shift), at + start, at + end)
        block = block.next()


def _block_at(document: QTextDocument, y: float) -> QTextBlock:
    """The block that a height is in, else the one before.

    Qt's own ``hitTest`` looks through all blocks where a height is in none, as over the first one or at the edge of
    two, and then takes one that it has not laid out yet; asking where that is has the whole document laid out.
    """
    rect, block_at, count = (
        document.documentLayout().blockBoundingRect,
        document.findBlockByNumber,
        document.blockCount(),
    )
    low, step = 0, 1
    while low + step < count and rect(block_at(low + step)).top() <= y:
        low, step = low + step, 2 * step
    beyond = range(low + 1, min(low + step, count))
    return block_at(low + bisect_right(beyond, y, key=lambda number: rect(block_at(number)).top()))


def _lines_between(layout: QTextLayout, top: float, bottom: float) -> tuple[int, int]:
    """From where to where the lines go that touch a stretch of a block; an article may be one long paragraph."""
    count = layout.lineCount()
    if not count:
        return 0, 0
    first = bisect_left(range(count), top, key=lambda n: layout.lineAt(n).rect().bottom())
    last = bisect_right(range(count), bottom, key=lambda n: layout.lineAt(n).y())
    if first >= last:
        return 0, 0
    end = layout.lineAt(last - 1)
    return layout.lineAt(first).textStart(), end.textStart() + end.textLength()


def baseline(within: BlockInView, line: QTextLine) -> float:
    """Where the letters of a line stand, in the viewport's pixels."""
    return within.corner.y() + line.y() + line.ascent() + max(0.0, line.leading())


def line_at(within: BlockInView, position: int) -> QTextLine:
    """The line of a block that a Qt position of the document is on."""
    return within.block.layout().lineForTextPosition(position - within.block.position())


def pieces(within: BlockInView, start: int, end: int) -> Iterator[Piece]:
    """The lines in view that the span ``start`` to ``end`` (Qt positions of the document) runs over.

    White space at which a line was wrapped is left out: a piece ends with its last word.
    """
    at, left = within.block.position(), within.corner.x()
    begin, stop = max(start, within.start), min(end, within.end)
    line = line_at(within, begin)
    while begin < stop and line.isValid():
        line_end = at + line.textStart() + line.textLength()
        here = min(stop, line_end)
        one, other = _x(line, begin - at), _x(line, here - at)
        if here == line_end:
            other = min(other, line.naturalTextRect().right())
        yield Piece(
            left + min(one, other), left + max(one, other), baseline(within, line), begin == start, here == end
        )
        begin, line = here, within.block.layout().lineAt(line.lineNumber() + 1)


def _x(line: QTextLine, position: int) -> float:
    # PySide gives the place and the position it belongs to; its stub says object.
    return cast("tuple[float, int]", line.cursorToX(position))[0]
