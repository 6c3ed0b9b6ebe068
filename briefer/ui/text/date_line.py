"""A field for a date: typed, in figures or in words, chosen from a calendar, or today's by a key."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from briefer.ui.icons import icon
from briefer.ui.text.typed_line import TypedLine

_TODAY, _CALENDAR = "Ctrl+;", "Alt+Down"


class DateLine(TypedLine):
    """A line that fills in today's date, as typed by the user, on Ctrl+;, and opens a calendar on Alt+Down.

    The calendar begins at the day that the line's words mean (``meant``, or what they say in full), else today.
    """

    def __init__(
        self, name: str, placeholder: str = "2026-11-22, or in words", parent: QWidget | None = None
    ) -> None:
        super().__init__(name, placeholder, parent)
        self.meant: datetime.date | None = None
        opens = QAction(icon("calendar", "muted"), f"Calendar ({_CALENDAR}); today: {_TODAY}", self)
        opens.triggered.connect(self.open_calendar)
        self.addAction(opens, QLineEdit.ActionPosition.TrailingPosition)

    def fill_in_today(self) -> None:
        """Put today's date in place of what the line holds."""
        self.fill_in(_today())

    def fill_in(self, day: datetime.date) -> None:
        """Put a date in place of what the line holds, as if it were typed."""
        self.selectAll()
        self.insert(day.isoformat())
        self.textEdited.emit(self.text())
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_calendar(self) -> None:
        """Show the calendar below the line."""
        from briefer.text.dates import understood
        from briefer.ui.text.calendar_popup import CalendarPopup

        said = understood(self.text())
        calendar = CalendarPopup(self.accessibleName(), self.meant or (said.when if said else _today()), self)
        calendar.chosen.connect(self.fill_in)
        calendar.show_below(self.mapToGlobal(QPoint(0, self.height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+; is today (on some keyboards the semicolon takes Shift), Alt+Down the calendar."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() == Qt.Key.Key_Semicolon and held == Qt.KeyboardModifier.ControlModifier:
            self.fill_in_today()
        elif event.key() == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
