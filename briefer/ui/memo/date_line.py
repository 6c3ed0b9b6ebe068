"""A date of the header: typed, in figures or in words, or today's by a key or a click."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from briefer.ui.icons import icon
from briefer.ui.text.typed_line import TypedLine

_KEYS = "Ctrl+;"


class DateLine(TypedLine):
    """A line that fills in today's date, as typed by the user, on Ctrl+; or a click on its calendar."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "2026-11-22, or in words", parent)
        today = QAction(icon("calendar", "muted"), f"Today ({_KEYS})", self)
        today.triggered.connect(self.fill_in_today)
        self.addAction(today, QLineEdit.ActionPosition.TrailingPosition)

    def fill_in_today(self) -> None:
        """Put today's date in place of what the line holds."""
        self.selectAll()
        self.insert(datetime.now().astimezone().date().isoformat())
        self.textEdited.emit(self.text())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+; is today, as in a spreadsheet; on some keyboards the semicolon takes Shift."""
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Semicolon and held == Qt.KeyboardModifier.ControlModifier:
            self.fill_in_today()
        else:
            super().keyPressEvent(event)
