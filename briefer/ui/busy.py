"""Busy: what the program is at, shown when it takes longer than a moment, with a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

from briefer.ui.theme import tokens

PATIENCE = 300
"""Milliseconds that work may take before it is shown."""

_TICK, _STEP, _LENGTH, _HEIGHT = 40, 0.012, 0.3, 2


class Busy(QObject):
    """The work that goes on beside the window's own; several pieces may, and the one begun last is shown.

    ``shown`` carries the words for the status bar and whether the work can be stopped; empty words: nothing goes on.
    """

    shown = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._work: dict[int, tuple[str, Callable[[], object] | None]] = {}
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show)
        self._is_shown = False

    def begin(self, words: str, cancel: Callable[[], object] | None = None) -> int:
        """Work begins: ``words`` say what ("Importing budget.pdf"), ``cancel`` stops it; returns its number.

        Who began it ends it, also after it was cancelled.
        """
        number = next(self._numbers)
        self._work[number] = words, cancel
        if self._is_shown:
            self._show()
        elif not self._patience.isActive():
            self._patience.start()
        return number

    def change(self, number: int, words: str) -> None:
        """Work has come further, and is called otherwise now."""
        if number in self._work:
            self._work[number] = words, self._work[number][1]
            if self._is_shown:
                self._show()

    def end(self, number: int) -> None:
        """Work has ended, whatever came of it."""
        self._work.pop(number, None)
        if not self._work:
            self._patience.stop()
        if self._is_shown:
            self._show()

    def cancel(self) -> None:
        """Stop the work that is shown."""
        if self._work and (stop := list(self._work.values())[-1][1]) is not None:
            stop()

    def _show(self) -> None:
        self._is_shown = bool(self._work)
        words, cancel = list(self._work.values())[-1] if self._work else ("", None)
        self.shown.emit(words, cancel is not None)


class BusyLine(QWidget):
    """A thin line that runs along under the tool bar while there is work."""

    def __init__(self, window: QMainWindow, bar: QToolBar) -> None:
        super().__init__(window)
        self.setAccessibleName("Busy")
        self._bar, self._at = bar, 0.0
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._step)
        self.hide()

    def show_work(self, words: str) -> None:
        """Run while there are words."""
        self.setVisible(bool(words))
        if not words:
            self._clock.stop()
            self._bar.removeEventFilter(self)
        elif not self._clock.isActive():
            self._at = 0.0
            self._place()
            self._bar.installEventFilter(self)
            self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay under the tool bar."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def follow(self, bar: QToolBar) -> None:
        """Run under this tool bar from now on."""
        self._bar.removeEventFilter(self)
        self._bar = bar
        if self._clock.isActive():
            self._place()
            self._bar.installEventFilter(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A piece of the line, and what leaves it on the right comes in again on the left."""
        painter, colour = QPainter(self), QColor(tokens().accent)
        width, length = self.width(), round(self.width() * _LENGTH)
        left = round(self._at * width)
        painter.fillRect(left, 0, length, _HEIGHT, colour)
        painter.fillRect(left - width, 0, length, _HEIGHT, colour)
        painter.end()

    def _step(self) -> None:
        self._at = (self._at + _STEP) % 1
        self.update()

    def _place(self) -> None:
        under = self._bar.geometry().bottom() + 1 - _HEIGHT
        self.setGeometry(0, under, self._bar.width(), _HEIGHT)
        self.raise_()
