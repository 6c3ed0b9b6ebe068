"""The highlights on the words of a view: which are in view, how they are painted, which one is under the pointer."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from briefer.ui.source.geometry import Piece, blocks_between, pieces
from briefer.ui.source.highlights import Highlight, Marks, Span
from briefer.ui.source.painting import Letters, depth, letters_of, paint_dots, paint_frame, paint_line, paint_tint
from briefer.ui.theme import tokens
from briefer.ui.tokens import LIGHT

_BESIDE = 5
"""Pixels beside and above a piece that its drawing can touch: bars and frames."""


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
        self._baselines: list[float] = []
        self._colours = LIGHT
        self._letters = Letters()

    def drawn(self, view: QTextEdit, area: QRect) -> list[Drawn]:
        """The parts of spans that touch an area of the viewport; the longest spans, which lie undermost, first."""
        self._look(view)
        letters, left, right = self._letters, area.left() - _BESIDE, area.right() + _BESIDE
        first = bisect_left(self._baselines, area.top() - letters.reach)
        last = bisect_right(self._baselines, area.bottom() + letters.ascent + _BESIDE)
        touched = [
            each
            for each in self._drawn[first:last]
            if each.piece.left <= right
            and left <= each.piece.right
            and area.top() <= each.piece.baseline + depth(letters, each.span.level) + 3
        ]
        return sorted(touched, key=lambda each: each.span.start - each.span.end)

    def _look(self, view: QTextEdit) -> None:
        """Know what is in view, downwards; worked out anew only when something in it has moved."""
        document = view.document()
        scene = (
            document,
            self._marks.spans,
            view.verticalScrollBar().value(),
            view.viewport().size(),
            document.revision(),
        )
        if scene != self._scene:
            self._scene, self._letters = scene, letters_of(document.defaultFont())
            reach = self._letters.reach
            found = [
                Drawn(span, piece)
                for shown in blocks_between(view, -reach, view.viewport().height() + reach)
                for span in self._marks.spans.between(shown.start, shown.end)
                for piece in pieces(shown, span.start, span.end)
            ]
            self._drawn = sorted(found, key=lambda each: each.piece.baseline)
            self._baselines = [each.piece.baseline for each in self._drawn]

    def paint_under(self, view: QTextEdit, drawn: list[Drawn]) -> None:
        """Paint what lies under the letters."""
        if not drawn:
            return
        self._colours = colours = tokens()
        painter, touched = QPainter(view.viewport()), self._marks.touched
        for span, piece in drawn:
            if span.of.why:
                continue
            paint_tint(painter, span.of.kind, piece, self._letters, colours, touched=span.of.entry_id in touched)
        painter.end()

    def paint_over(self, view: QTextEdit, drawn: list[Drawn]) -> None:
        """Paint what lies over the letters: lines, the frame of the open entry, the frame of a revealed passage."""
        if not drawn and not self.flashed:
            return
        colours = self._colours if drawn else tokens()
        painter, letters = QPainter(view.viewport()), self._letters
        for span, piece in drawn:
            suggested, is_current = bool(span.of.why), span.of.entry_id == self._marks.current
            (paint_dots if suggested else paint_line)(painter, span.of.kind, piece, letters, span.level, colours)
            untinted = (suggested or not colours.tinted) and span.of.entry_id in self._marks.touched
            if suggested and is_current:
                paint_frame(painter, piece, letters, colours.accent, 2.0)
            elif untinted or is_current:
                paint_frame(painter, piece, letters, colours.ink(span.of.kind), 1.0)
        if self.flashed:
            start, end = self.flashed
            for shown in blocks_between(view, 0, view.viewport().height()):
                for piece in pieces(shown, start, end):
                    paint_frame(painter, piece, letters, colours.accent, 2.0)
        painter.end()

    def under(self, view: QTextEdit, point: QPointF) -> list[Highlight]:
        """The highlights under a point of the viewport, the shortest (which lies on top) first."""
        there = point.toPoint()
        drawn = self.drawn(view, QRect(there, there))
        found = [
            span.of
            for span, piece in drawn
            if piece.left <= point.x() <= piece.right
            and -self._letters.ascent <= point.y() - piece.baseline <= self._letters.below
        ]
        return list(dict.fromkeys(reversed(found)))
