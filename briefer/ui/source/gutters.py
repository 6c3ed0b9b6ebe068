"""The two strips beside the article: paragraph numbers on the left, markers of highlights on the right.

A gutter is a child of the reader and lies in the margin of its viewport, line by line with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip, QWidget

from briefer.ui.source.geometry import baseline, blocks_between, line_at
from briefer.ui.source.highlights import Marks, Span, described
from briefer.ui.source.markers import SIZE, marker_icon, paint_marker
from briefer.ui.theme import tokens, ui_font

NUMBERS_WIDTH = 46
"""Pixels that paragraph numbers need, with their distance from the text, beside letters of 16 pixels."""
MARKERS_WIDTH = 80
"""Pixels that three markers and a "+2" need, with their distance from the text, beside such letters."""
MOST_MARKERS = 3

_NUMBER_GAP, _MARKER_GAP, _MARKER_STEP, _RISE = 12, 8, 18, 4.5
_LISTED = 60
"""Characters of a note's title in the list of those that "+n" counts."""
_SLACK = 30
"""Pixels around what is painted within which a line may still show."""


def gutter_scale(font: QFont) -> float:
    """How much larger gutters are beside an article in this font; they grow half as much as its letters."""
    return (1 + font.pixelSize() / 16) / 2


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

    def _scale(self) -> float:
        return gutter_scale(self._view().document().defaultFont())

    def _painter(self, event: QPaintEvent) -> QPainter:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens().pane))
        painter.setFont(ui_font(round(11 * self._scale())))
        return painter


class NumberGutter(_Gutter):
    """Paragraph numbers; headings have none."""

    def __init__(self, view: QTextEdit, marks: Marks) -> None:
        super().__init__(view, marks, "Paragraph numbers")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of the paragraphs that start in view."""
        painter, view = self._painter(event), self._view()
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
        painter, colours, scale = self._painter(event), tokens(), self._scale()
        for row in self._rows(event.rect().top() - _SLACK, event.rect().bottom() + _SLACK):
            for number, span in enumerate(row.spans[:MOST_MARKERS]):
                corner, open_ = self._box(row, number).topLeft(), span.of.entry_id == self._marks.current
                suggested = bool(span.of.why)
                paint_marker(painter, span.of.kind, corner, colours, open_=open_, suggested=suggested, scale=scale)
            if len(row.spans) > MOST_MARKERS:
                painter.setPen(QColor(colours.muted))
                where, more = self._box(row, MOST_MARKERS), f"+{len(row.spans) - MOST_MARKERS}"
                painter.drawText(QPointF(where.left(), row.baseline - 1), more)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Claim the click."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a marker opens its entry; one on "+n" lists the entries that it counts."""
        found = self._spans_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or not found:
            return
        if len(found) == 1:
            self.activated.emit(found[0].of.entry_id)
        else:
            self._listed(found).popup(event.globalPosition().toPoint())

    def _listed(self, spans: list[Span]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("More notes on this line")
        for span in spans:
            action = menu.addAction(
                marker_icon(span.of.kind, suggested=bool(span.of.why)), described(span.of, _LISTED).replace("&", "&&")
            )
            action.triggered.connect(lambda _=False, ident=span.of.entry_id: self.activated.emit(ident))
        return menu

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
        """Where a marker is: its middle stands as high above the foot of the letters as theirs does."""
        scale, letters = self._scale(), self._view().document().defaultFont().pixelSize()
        top = round(row.baseline - letters * _RISE / 16 - SIZE * scale / 2)
        return QRectF(_MARKER_GAP + number * _MARKER_STEP * scale, top, SIZE * scale, SIZE * scale)

    def _spans_at(self, point: QPointF) -> list[Span]:
        for row in self._rows(point.y() - _SLACK, point.y() + _SLACK):
            for number in range(min(len(row.spans), MOST_MARKERS + 1)):
                if self._box(row, number).contains(point):
                    return row.spans[number:] if number == MOST_MARKERS else [row.spans[number]]
        return []
