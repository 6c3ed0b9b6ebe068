"""The two strips beside the article: paragraph numbers on the left, markers of highlights on the right.

A gutter is a child of the reader and lies in the margin of its viewport, line by line with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from briefer.ui.source.geometry import baseline, blocks_between, line_at
from briefer.ui.source.highlights import Marks, Span, described
from briefer.ui.source.markers import SIZE, paint_marker
from briefer.ui.theme import tokens, ui_font

NUMBERS_WIDTH = 46
"""Pixels that paragraph numbers need, with their distance from the text."""
MARKERS_WIDTH = 80
"""Pixels that three markers and a "+2" need, with their distance from the text."""
MOST_MARKERS = 3

_NUMBER_GAP, _MARKER_GAP, _MARKER_STEP, _RISE = 12, 8, 18, 12.0
_SLACK = 20
"""Pixels around what is painted within which a line may still show."""


class _Gutter(QWidget):
    def __init__(self, view: QTextEdit, marks: Marks, name: str) -> None:
        super().__init__(view)
        self._marks = marks
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that scrolling paints only what came in

    def _view(self) -> QTextEdit:
        # Asked of Qt each time: a reference kept here would hold the reader in a cycle.
        view = self.parentWidget()
        assert isinstance(view, QTextEdit)
        return view

    def _painter(self, event: QPaintEvent, pixels: int) -> QPainter:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens().pane))
        painter.setFont(ui_font(pixels))
        return painter


class NumberGutter(_Gutter):
    """Paragraph numbers; headings have none."""

    def __init__(self, view: QTextEdit, marks: Marks) -> None:
        super().__init__(view, marks, "Paragraph numbers")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the paragraphs that start in view."""
        painter, view = self._painter(event, 11), self._view()
        painter.setPen(QColor(tokens().faint))
        width = QFontMetricsF(painter.font()).horizontalAdvance
        for shown in blocks_between(view, event.rect().top() - _SLACK, event.rect().bottom() + _SLACK):
            at = shown.block.position()
            if at in self._marks.numbers and shown.start == at < shown.end:
                number = str(self._marks.numbers[at])
                right = self.width() - _NUMBER_GAP - width(number)
                painter.drawText(QPointF(right, baseline(shown, line_at(shown, at)) - 1), number)
        painter.end()


class _Row(NamedTuple):
    """The spans that start on one line of text, and where that line stands."""

    baseline: float
    spans: list[Span]


class MarkerGutter(_Gutter):
    """A marker for each highlight on the line where it starts, at most three, then "+n"."""

    activated = Signal(str)

    def __init__(self, view: QTextEdit, marks: Marks) -> None:
        super().__init__(view, marks, "Markers of highlights")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the markers of the highlights that start in view."""
        painter, colours = self._painter(event, 11), tokens()
        for row in self._rows(event.rect().top() - _SLACK, event.rect().bottom() + _SLACK):
            for number, span in enumerate(row.spans[:MOST_MARKERS]):
                corner = self._box(row, number).topLeft()
                paint_marker(painter, span.of.kind, corner, colours, open_=span.of.entry_id == self._marks.current)
            if len(row.spans) > MOST_MARKERS:
                painter.setPen(QColor(colours.muted))
                where, more = self._box(row, MOST_MARKERS), f"+{len(row.spans) - MOST_MARKERS}"
                painter.drawText(QPointF(where.left(), row.baseline - 1), more)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Claim the click."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a marker opens its entry."""
        found = self._spans_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and len(found) == 1:
            self.activated.emit(found[0].of.entry_id)

    def event(self, event: QEvent) -> bool:
        """Name what a marker stands for, and those that "+n" counts."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().event(event)
        found = self._spans_at(QPointF(event.pos()))
        QToolTip.showText(event.globalPos(), "\n".join(described(span.of) for span in found), self)
        return True

    def _rows(self, top: float, bottom: float) -> Iterator[_Row]:
        for shown in blocks_between(self._view(), top, bottom):
            spans = self._marks.spans.between(shown.start, shown.end)
            starting = ((line_at(shown, span.start), span) for span in spans if span.start >= shown.start)
            for _number, group in groupby(starting, key=lambda pair: pair[0].lineNumber()):
                pairs = list(group)
                yield _Row(baseline(shown, pairs[0][0]), [span for _line, span in pairs])

    def _box(self, row: _Row, number: int) -> QRectF:
        return QRectF(_MARKER_GAP + number * _MARKER_STEP, round(row.baseline - _RISE), SIZE, SIZE)

    def _spans_at(self, point: QPointF) -> list[Span]:
        for row in self._rows(point.y() - _SLACK, point.y() + _SLACK):
            for number in range(min(len(row.spans), MOST_MARKERS + 1)):
                if self._box(row, number).contains(point):
                    return row.spans[number:] if number == MOST_MARKERS else [row.spans[number]]
        return []
