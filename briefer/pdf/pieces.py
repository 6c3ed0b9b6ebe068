"""What stands on a page: a paragraph, a list item, a line of the header block, a row of a table, a note.

Each is a piece of one shape: columns of lines side by side, the lines of all columns on one grid. A piece may be
parted between pages at its cuts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextLine, QTextOption

from briefer.memo.blocks import Run
from briefer.pdf.faces import Face, Inks
from briefer.pdf.text import Words

Trim: TypeAlias = Literal["", "bar", "box", "rule", "row", "head"]
"""What is drawn beside the words: a quotation's bar, the ground of code, a rule, the lines of a table's row."""

HAIR = 10
"""Width of a line: half a point."""
_BAR = 45
_TAB_STOPS = 709


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

    __slots__ = ("_columns", "_edges", "_tops", "_trim", "cuts", "notes", "together")

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        padding: tuple[float, float] = (0, 0),
        trim: Trim = "",
        edges: Sequence[float] = (),
        whole_up_to: float = 0,
        together: bool = False,
    ) -> None:
        """``edges`` are where the upright lines of ``trim`` stand. A piece not higher than ``whole_up_to`` has no cut
        inside; one that is held ``together`` is parted only if it does not fit on a page.
        """
        self._columns = [_set(column) for column in columns]
        self._trim: Trim = trim
        self._edges = tuple(edges)
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
        self._draw_trim(painter, QRectF(0, origin.y(), 0, self.cuts[last] - self.cuts[first]), origin.x(), inks)
        whole = first == 0 and last == len(self.cuts) - 1
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

    def _draw_trim(self, painter: QPainter, area: QRectF, left: float, inks: Inks) -> None:
        if not self._trim:
            return
        edges = [left + edge for edge in self._edges]
        area.setLeft(edges[0])
        area.setRight(edges[-1])
        smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # a hair line is sharp, or it is grey fog
        painter.setPen(QPen(QColor(inks.line), HAIR))
        match self._trim:
            case "bar":
                painter.fillRect(QRectF(area.left(), area.top(), _BAR, area.height()), QColor(inks.line))
            case "box":
                painter.fillRect(area, QColor(inks.tint))
            case "rule":
                painter.drawLine(area.bottomLeft(), area.bottomRight())
            case "head":
                painter.fillRect(area, QColor(inks.shade))
                _draw_cells(painter, area, edges)
            case "row":
                _draw_cells(painter, area, edges)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=smooth)


def _set(column: Column) -> _Set:
    layout = QTextLayout(column.words.text, column.face.font)
    layout.setTextOption(_option(column.align, column.rtl))
    if column.words.formats:
        layout.setFormats(column.words.formats)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(column.width)
        lines.append(line)
    layout.endLayout()
    return _Set(layout, column.words, column.x, lines)


def _option(align: Qt.AlignmentFlag, rtl: bool) -> QTextOption:
    if rtl and align == Qt.AlignmentFlag.AlignLeft:
        align = Qt.AlignmentFlag.AlignRight
    option = QTextOption(align)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTabStopDistance(_TAB_STOPS)
    return option


def _draw_cells(painter: QPainter, area: QRectF, edges: Sequence[float]) -> None:
    painter.drawLine(area.topLeft(), area.topRight())
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    for edge in edges:
        painter.drawLine(QPointF(edge, area.top()), QPointF(edge, area.bottom()))
