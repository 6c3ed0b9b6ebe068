"""A calendar that a date is chosen from."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QAbstractItemView, QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from briefer.ui.icons import icon
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

_KEYS = "Arrows choose a day, Page Up and Page Down a month; Enter takes it, Esc closes"


class CalendarPopup(QFrame):
    """Shows a month with a day chosen; Enter or a click takes one (``chosen``, a date).

    Esc and a click beside it close it. It deletes itself then.
    """

    chosen = Signal(object)

    def __init__(self, name: str, day: datetime.date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "calendar")
        self.setAccessibleName(f"Calendar: {name}")
        self.calendar = QCalendarWidget(self)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setAccessibleName(f"Calendar: {name}")
        self.calendar.setAccessibleDescription(_KEYS)
        self._dress()
        self.calendar.clicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.calendar)
        self._days = self.calendar.findChild(QAbstractItemView)
        if self._days is not None:
            self._days.installEventFilter(self)

    def _dress(self) -> None:
        """Each day of the week looks like the others, and the arrows like those of the window."""
        plain = QTextCharFormat()
        plain.setForeground(QColor(tokens().text))
        for weekday in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(weekday, plain)
        head = QTextCharFormat()
        head.setForeground(QColor(tokens().muted))
        head.setBackground(QColor(tokens().pane))
        self.calendar.setHeaderTextFormat(head)
        for name, drawing, spoken in (
            ("qt_calendar_prevmonth", "chevron-left", "Month before"),
            ("qt_calendar_nextmonth", "chevron-right", "Next month"),
        ):
            button = self.calendar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setIcon(icon(drawing, "muted"))
                button.setAccessibleName(spoken)
                button.setToolTip(spoken)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def show_below(self, corner: QPoint) -> None:
        """Show it with its upper left corner here, or as near as the screen allows, the keyboard in it."""
        self.adjustSize()
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        (self._days or self.calendar).setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the day at hand; Esc closes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.calendar.selectedDate())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
        return super().eventFilter(watched, event)

    def _take(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(datetime.date(day.year(), day.month(), day.day()))
