"""What stands on a page: a paragraph, a list item, a line of the header block, a row of a table, a note.

Each is a piece of one shape: columns of lines side by side, the lines of all columns on one grid. A piece may be
parted between pages at its cuts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextLine, QTextOption

from briefer.memo.blocks import Run
from briefer.pdf.faces import Face, Inks
from briefer.pdf.text import Words
from briefer.pdf.trims import Trim, draw_trim

_TAB_STOPS = 709
_ENDLESS = 2_000
"""Characters of a word that no page is wide enough for: it is broken anywhere."""


class Column(NamedTuple):
    """Words set in ``face`` in a column ``width`` wide that starts at ``x``."""

    words: Words
    face: Face
    x: float
    width: float
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    rtl: bool = False


class _Set(NamedTuple):
    """A column with its lines."""

    layout: QTextLayout
    words: Words
    x: float
    lines: list[QTextLine]


class Piece:
    """Columns of lines, ready to be drawn.

    ``cuts`` are the places, from the top, where the piece may end on one page and go on on the next, its top and its
    bottom among them. ``notes`` are the notes cited between a cut and the next, by the index of the first.
    """

    __slots__ = ("_closed", "_columns", "_edges", "_tops", "_trim", "cuts", "notes", "together")

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        padding: tuple[float, float] = (0, 0),
        trim: Trim = "",
        edges: Sequence[float] = (),
        whole_up_to: float = 0,
        together: bool = False,
        closed: tuple[bool, bool] = (True, True),
    ) -> None:
        """``edges`` are where the upright lines of ``trim`` stand; ``closed`` tells whether a frame begins and ends
        here. A piece not higher than ``whole_up_to`` has no cut inside; one that is held ``together`` is parted only
        if it does not fit on a page.
        """
        self._columns = [_set(column) for column in columns]
        self._trim: Trim = trim
        self._edges = tuple(edges)
        self._closed = closed
        self.together = together
        above, below = padding
        self._tops = self._align_lines(columns, above)
        self.cuts = [0.0, *self._tops[1:-1], self._tops[-1] + below]
        if self.height <= whole_up_to:
            self.cuts = [0.0, self.height]
        self.notes: dict[int, tuple[int, ...]] = {}
        for column in self._columns:
            for position, number in column.words.notes():
                line = column.layout.lineForTextPosition(position).lineNumber() if len(self.cuts) > 2 else 0
                self.notes[line] = (*self.notes.get(line, ()), number)

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.cuts[-1]

    @property
    def words_width(self) -> float:
        """Width of the longest line."""
        return max(line.naturalTextWidth() for column in self._columns for line in column.lines)

    def draw(self, painter: QPainter, first: int, last: int, origin: QPointF, inks: Inks) -> None:
        """Draw what stands between two cuts, the upper one at ``origin``."""
        begins, ends = first == 0, last == len(self.cuts) - 1
        whole = begins and ends
        if self._trim:
            area = QRectF(origin.x(), origin.y(), 0, self.cuts[last] - self.cuts[first])
            edges = [origin.x() + edge for edge in self._edges]
            closed = (begins and self._closed[0], ends and self._closed[1])
            draw_trim(painter, self._trim, area, edges, closed, inks)
        painter.setPen(QColor(inks.text))
        top = QPointF(origin.x(), origin.y() - self.cuts[first])
        for column in self._columns:
            at = QPointF(top.x() + column.x, top.y())
            if whole:
                column.layout.draw(painter, at)
            else:
                for line in column.lines[first:last]:
                    line.draw(painter, at)

    def run_at(self, x: float, y: float) -> Run | None:
        """The run whose words stand at a point, measured from the top left of the whole piece."""
        for column in self._columns:
            for line in column.lines:
                if line.naturalTextRect().contains(QPointF(x - column.x, y)):
                    position = line.xToCursor(x - column.x, QTextLine.CursorPosition.CursorOnCharacter)
                    return column.words.run_at(position)
        return None

    def boxes(self) -> Iterator[tuple[Run, QRectF]]:
        """Where the words of each run stand, measured from the top left of the whole piece; a box for each line."""
        for column in self._columns:
            for (start, end, run), line in product(column.words.spans(), column.lines):
                first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
                if first < last:
                    edges = sorted(_place(line, position) for position in (first, last))
                    yield run, QRectF(column.x + edges[0], line.y(), edges[1] - edges[0], line.height())

    def _align_lines(self, columns: Sequence[Column], above: float) -> list[float]:
        """Put the lines of all columns on one grid; gives the top of each line and the bottom of the last."""
        heights: list[float] = []
        for column, done in zip(columns, self._columns, strict=True):
            for number, line in enumerate(done.lines):
                height = max(column.face.line, line.height() * column.face.stretch)
                if number == len(heights):
                    heights.append(height)
                else:
                    heights[number] = max(heights[number], height)
        tops = list(accumulate(heights, initial=above))
        for done in self._columns:
            for line, top in zip(done.lines, tops, strict=False):
                line.setPosition(QPointF(0, top))
        return tops


def _set(column: Column) -> _Set:
    layout = QTextLayout(column.words.text, column.face.font)
    layout.setTextOption(_option(column.align, column.rtl, anywhere=_has_endless_word(column.words.text)))
    if column.words.formats:
        layout.setFormats(column.words.formats)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(column.width)
        lines.append(line)
    layout.endLayout()
    return _Set(layout, column.words, column.x, lines)


def _place(line: QTextLine, position: int) -> float:
    """Where a place in the words stands across the line."""
    found: object = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _has_endless_word(text: str) -> bool:
    """Whether a word is so long that to look for its end at each line would take minutes."""
    return len(text) > _ENDLESS and max(map(len, text.split()), default=0) > _ENDLESS


def _option(align: Qt.AlignmentFlag, rtl: bool, *, anywhere: bool) -> QTextOption:
    if rtl and align == Qt.AlignmentFlag.AlignLeft:
        align = Qt.AlignmentFlag.AlignRight
    option = QTextOption(align)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    modes = QTextOption.WrapMode
    option.setWrapMode(modes.WrapAnywhere if anywhere else modes.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_TAB_STOPS)
    return option
