"""The highlights on the words of a view: which are in view, how they are painted, which one is under the pointer."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QTextEdit

from briefer.ui.source.geometry import Piece, blocks_between, pieces
from briefer.ui.source.highlights import Highlight, Marks, Span
from briefer.ui.source.painting import BELOW, REACH, paint_frame, paint_line, paint_tint
from briefer.ui.tokens import Tokens


class Drawn(NamedTuple):
    """A span's part of one line in view."""

    span: Span
    piece: Piece


class Overlay:
    """Draws marks on a view. ``flashed`` is a passage (Qt positions) to be framed. Holds no widget."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self.flashed: tuple[int, int] | None = None
        self._scene: tuple[object, ...] = ()
        self._drawn: list[Drawn] = []
        self._ascent = 0.0

    def drawn(self, view: QTextEdit, area: QRect) -> list[Drawn]:
        """The parts of spans that touch an area of the viewport; the longest spans, which lie undermost, first."""
        in_view = self._in_view(view)
        top, bottom = area.top() - REACH, area.bottom() + REACH + self._ascent
        return [each for each in in_view if top <= each.piece.baseline <= bottom]

    def _in_view(self, view: QTextEdit) -> list[Drawn]:
        """The same for the whole viewport, worked out anew only when something in it has moved."""
        document = view.document()
        scene = (
            self._marks.spans,
            view.verticalScrollBar().value(),
            view.viewport().size(),
            document.revision(),
        )
        if scene != self._scene:
            self._scene, self._ascent = scene, QFontMetricsF(document.defaultFont()).ascent()
            found = [
                Drawn(span, piece)
                for shown in blocks_between(view, -REACH, view.viewport().height() + REACH)
                for span in self._marks.spans.between(shown.start, shown.end)
                for piece in pieces(shown, span.start, span.end)
            ]
            self._drawn = sorted(found, key=lambda each: each.span.start - each.span.end)
        return self._drawn

    def paint_under(self, view: QTextEdit, drawn: list[Drawn], colours: Tokens) -> None:
        """Paint what lies under the letters."""
        if not drawn:
            return
        painter, ascent = QPainter(view.viewport()), self._ascent
        for span, piece in drawn:
            paint_tint(painter, span.of.kind, piece, ascent, colours)
        painter.end()

    def paint_over(self, view: QTextEdit, drawn: list[Drawn], colours: Tokens) -> None:
        """Paint what lies over the letters: lines, the frame of the open entry, the frame of a revealed passage."""
        if not drawn and not self.flashed:
            return
        painter, ascent = QPainter(view.viewport()), self._ascent
        for span, piece in drawn:
            paint_line(painter, span.of.kind, piece, ascent, span.level, colours)
            if span.of.entry_id == self._marks.current:
                paint_frame(painter, piece, ascent, colours.ink(span.of.kind), 1.0)
        if self.flashed:
            start, end = self.flashed
            for shown in blocks_between(view, 0, view.viewport().height()):
                for piece in pieces(shown, start, end):
                    paint_frame(painter, piece, ascent, colours.accent, 2.0)
        painter.end()

    def under(self, view: QTextEdit, point: QPointF) -> list[Highlight]:
        """The highlights under a point of the viewport, the shortest (which lies on top) first."""
        there = point.toPoint()
        drawn = self.drawn(view, QRect(there, there))
        found = [
            span.of
            for span, piece in drawn
            if piece.left <= point.x() <= piece.right and -self._ascent <= point.y() - piece.baseline <= BELOW
        ]
        return list(dict.fromkeys(reversed(found)))
