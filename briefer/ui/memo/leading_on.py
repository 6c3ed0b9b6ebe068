"""From text to text with the arrow keys, the caret always in view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea

from briefer.ui.text.typed_text import TypedText

_AROUND = 24
"""Pixels above and below the caret that are kept in view."""
_STEPS = {
    Qt.Key.Key_Down: (1, QTextCursor.MoveOperation.Down),
    Qt.Key.Key_Up: (-1, QTextCursor.MoveOperation.Up),
    Qt.Key.Key_PageDown: (1, QTextCursor.MoveOperation.Down),
    Qt.Key.Key_PageUp: (-1, QTextCursor.MoveOperation.Up),
}
"""Keys that lead on into the next text, or back, where they find no further place in their own."""


def leads_on(text: TypedText, event: QKeyEvent) -> int:
    """Whether a key leads out of its text: 1 into the next, -1 into the one before; 0: it does not."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or Qt.Key(event.key()) not in _STEPS:
        return 0
    step, move = _STEPS[Qt.Key(event.key())]
    cursor = text.textCursor()
    before = cursor.position()
    return 0 if cursor.movePosition(move) and cursor.position() != before else step


class CaretInView(QTimer):
    """Keeps the caret of that text on a page that has the keyboard in view; when it is started, in the next turn."""

    def __init__(self, page: QScrollArea) -> None:
        super().__init__(page, singleShot=True, interval=0)
        self.timeout.connect(self._show_caret)

    def watch(self, text: TypedText) -> None:
        """Follow the caret of this text too."""
        text.cursorPositionChanged.connect(self.start)

    def _show_caret(self) -> None:
        text, page = QApplication.focusWidget(), self.parent()
        assert isinstance(page, QScrollArea)
        inside = page.widget()
        if isinstance(text, TypedText) and inside is not None and page.isAncestorOf(text):
            rect = text.cursorRect()
            at = text.viewport().mapTo(inside, QPoint(rect.left(), rect.center().y()))
            page.ensureVisible(0, at.y(), 0, rect.height() // 2 + _AROUND)
