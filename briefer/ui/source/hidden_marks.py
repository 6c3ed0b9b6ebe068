"""Hidden characters of an article made visible: a mark where each stands, and its name in words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTextEdit

from briefer.review.hidden import hidden_spans
from briefer.text.spans import Span
from briefer.ui.offsets import Offsets
from briefer.ui.source.geometry import blocks_between, pieces
from briefer.ui.theme import tokens

_BAR, _HEAD = 2.0, 5.0
"""Pixels of a mark: how wide its bar is, and the square on top of it."""
_NEAR = 5.0
"""Pixels beside a mark where the pointer is on it."""
_PORTION = 100_000
"""Code points that are looked through in one step."""


class HiddenMark(NamedTuple):
    """Hidden neighbours at one place: from the top of the letters to their foot, in the viewport's pixels."""

    x: float
    top: float
    foot: float
    words: str


class HiddenMarks:
    """The marks on what is in view, worked out anew only when something in it has moved. Holds no widget."""

    def __init__(self) -> None:
        self._scene: tuple[object, ...] = ()
        self._found: list[HiddenMark] = []

    def in_view(self, view: QTextEdit, text: str, offsets: Offsets) -> list[HiddenMark]:
        """The marks of a view that shows this text."""
        if text.isascii():
            return []
        document = view.document()
        place = view.verticalScrollBar().value(), view.viewport().size()
        scene = (document, document.revision(), *place)
        if scene != self._scene:
            self._scene, self._found = scene, list(_found(view, text, offsets))
        return self._found

    def paint(self, view: QTextEdit, text: str, offsets: Offsets) -> None:
        """Paint the marks over the letters."""
        if not (found := self.in_view(view, text, offsets)):
            return
        painter, ink = QPainter(view.viewport()), QColor(tokens().warn)
        for mark in found:
            painter.fillRect(QRectF(mark.x - _BAR / 2, mark.top, _BAR, mark.foot - mark.top), ink)
            painter.fillRect(QRectF(mark.x - _HEAD / 2, mark.top - _HEAD / 2, _HEAD, _HEAD), ink)
        painter.end()

    def under(self, view: QTextEdit, text: str, offsets: Offsets, point: QPointF) -> list[str]:
        """What the marks under a point of the viewport stand for, in words."""
        return [
            mark.words
            for mark in self.in_view(view, text, offsets)
            if abs(point.x() - mark.x) <= _NEAR and mark.top - _HEAD <= point.y() <= mark.foot + _HEAD
        ]


def _found(view: QTextEdit, text: str, offsets: Offsets) -> Iterator[HiddenMark]:
    from briefer.ui.source.painting import letters_of

    ascent = letters_of(view.document().defaultFont()).ascent
    for shown in blocks_between(view, 0, view.viewport().height()):
        begin, end = offsets.to_text(shown.start), offsets.to_text(shown.end)
        for low, high in hidden_spans(text[begin:end]):
            low, high = begin + low, begin + high
            words = named(text[low:high])
            for piece in pieces(shown, offsets.to_qt(low), offsets.to_qt(high)):
                yield HiddenMark((piece.left + piece.right) / 2, piece.baseline - ascent, piece.baseline + 2, words)


def named(characters: str) -> str:
    """Hidden characters by their names: "hidden: right-to-left override (U+202E), 3 × zero width space (U+200B)"."""
    counted = dict.fromkeys(characters, 0)
    for character in characters:
        counted[character] += 1
    names = [f"{f'{count} × ' if count > 1 else ''}{_name(character)}" for character, count in counted.items()]
    return f"Hidden: {', '.join(names)}"


def _name(character: str) -> str:
    name = unicodedata.name(character, "character").lower()
    return f"{name} (U+{ord(character):04X})"


def counting(text: str) -> Iterator[int]:
    """How many hidden characters a text has, told after each portion of it: the last number is that of all."""
    count = 0
    for start in range(0, len(text), _PORTION):
        count += sum(high - low for low, high in hidden_spans(text[start : start + _PORTION]))
        yield count


def next_hidden(text: str, after: int) -> Span | None:
    """The first hidden characters behind a place, else the first of all; None if there are none."""
    spans = hidden_spans(text[after:])
    if spans:
        return after + spans[0][0], after + spans[0][1]
    return next(iter(hidden_spans(text[:after])), None)
