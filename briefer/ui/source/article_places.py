"""Places in an article: the caret, the selection, what is in view, and the way to a passage."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from briefer.ui.offsets import Offsets
from briefer.ui.slices import Slices
from briefer.ui.source.article import TOP
from briefer.ui.source.geometry import blocks_between
from briefer.ui.source.highlights import Marks
from briefer.ui.source.overlay import Overlay
from briefer.ui.text.difference import Replacement
from briefer.ui.text.laying import laying
from briefer.ui.text.on_letters import on_letters

NUMBER, DRESS, REVEAL = "number", "dress", "reveal"
"""What takes long in a long article: its numbers, to be shown in another document, and the way to a passage."""
AT_ONCE = 60_000
"""Code points of an article of which all is done in a moment."""
FLASH = 1200
"""Milliseconds for which a revealed passage is framed."""


def is_long(text: str) -> bool:
    """Whether what is done with all of an article takes so long that it is done in slices."""
    return len(text) > AT_ONCE


class ArticlePlaces(QTextEdit):
    """A text in a view. All positions are code points.

    What takes long is done in slices; whoever asks for a place meanwhile has the rest of it done at once.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._offsets = Offsets("")
        self._marks = Marks()
        self._overlay = Overlay(self._marks)
        self._work = Slices(self)
        self._flash_timer = QTimer(self, singleShot=True, interval=FLASH)
        self._flash_timer.timeout.connect(self._end_flash)

    def text(self) -> str:
        """The text as it was given: what Qt would return lacks the no-break spaces."""
        return self._text

    @property
    def offsets(self) -> Offsets:
        """Where the positions of this text are in Qt's document."""
        return self._offsets

    def caret(self) -> int:
        """Where the caret is."""
        self._settle()
        return self._offsets.to_text(self.textCursor().position())

    def _anchor_and_caret(self) -> list[int]:
        self._settle()
        cursor = self.textCursor()
        return [self._offsets.to_text(cursor.anchor()), self._offsets.to_text(cursor.position())]

    def selected_range(self) -> tuple[int, int] | None:
        """Start and end of the selection, if there is one."""
        self._settle()
        cursor, to_text = self.textCursor(), self._offsets.to_text
        return (to_text(cursor.selectionStart()), to_text(cursor.selectionEnd())) if cursor.hasSelection() else None

    def select(self, start: int, end: int) -> None:
        """Select ``start`` to ``end``, the caret at the end, in view; out of range is the nearest place."""
        self._stay()
        cursor = self._cursor_at(start)
        cursor.setPosition(self._cursor_at(end).position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def reveal(self, start: int, end: int) -> None:
        """Scroll a passage into view and frame it for a moment; focus, caret and selection stay as they are."""
        self._work.begin(REVEAL, self._revealing(start, end), at_once=not self._work.is_going(DRESS))
        if not is_long(self._text):
            self._work.finish(REVEAL)

    def _revealing(self, start: int, end: int) -> Iterator[None]:
        while self._work.is_going(DRESS):
            yield
        if is_long(self._text):  # asking Qt for a place has the text laid out up to there
            yield from laying(self.document(), self._offsets.to_qt(max(0, min(end, len(self._text)))))
        first, last = self._cursor_at(start), self._cursor_at(end)
        top, bottom = self.cursorRect(first).top(), self.cursorRect(last).bottom()
        height = self.viewport().height()
        if top < 0 or bottom > height:
            bar, above = self.verticalScrollBar(), max(TOP, (height - (bottom - top)) // 3)
            bar.setValue(bar.value() + top - above)
        self._overlay.flashed = (first.position(), last.position())
        self._flash_timer.start()
        self.viewport().update()

    def _end_flash(self) -> None:
        self._overlay.flashed = None
        self.viewport().update()

    def _cursor_at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_qt(max(0, min(position, len(self._text)))))
        return cursor

    def cursorForPosition(self, pos: QPoint) -> QTextCursor:
        """The place nearest to a point of the viewport."""
        return super().cursorForPosition(on_letters(self, pos.toPointF()).toPoint())

    def _top_of_view(self) -> tuple[int, float] | None:
        """Start of the first block in view and where it stands; None at the top of the text."""
        if not self.verticalScrollBar().value():
            return None
        first = next(blocks_between(self, 0, 0), None)
        return first and (self._offsets.to_text(first.block.position()), first.corner.y())

    def _keep_place(self, place: tuple[int, float] | None, change: Replacement) -> None:
        if place is None:
            self.verticalScrollBar().setValue(0)
            return
        start, y = (change.start, TOP) if change.covers(place[0]) else (change.moved(place[0]), place[1])
        block = self.document().findBlock(self._offsets.to_qt(start))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top - y))

    def _settle(self) -> None:
        """Be in the font of now: somebody asks for a place."""
        self._work.finish(DRESS)

    def _stay(self) -> None:
        """Be no longer on the way to another place: somebody goes on with the text here."""
        self._settle()
        self._work.drop(REVEAL)
