"""When the program itself fails: what is typed is kept first, and then a dialog says so; work may go on."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from briefer import diagnostics
from briefer.ui.window import Window


class Watch(QObject):
    """Takes what nobody catches, in the window's thread and in others, until it is ended."""

    _fell = Signal(object)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._shows = False
        self._told: set[str] = set()
        self._fell.connect(self._later)
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def end(self) -> None:
        """Leave what nobody catches to Python again."""
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QApplication.exit(130)
            return
        told = diagnostics.fault(error)
        diagnostics.note("fault: %s", told)
        self._fell.emit(told)

    def _take_from_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._take(told.exc_type, told.exc_value, told.exc_traceback)

    def _later(self, told: str) -> None:
        # Not from within what fell, which may be the painting of something; and what falls again is known.
        if not self._shows and told not in self._told:
            self._told.add(told)
            self._shows = True
            QTimer.singleShot(0, self, lambda: self._show(told))

    def _show(self, told: str) -> None:
        from briefer.ui.recovery.crash_dialog import ask_after_crash

        window = self.parent()
        assert isinstance(window, Window)
        kept = window.keep_now()
        goes_on = ask_after_crash(window, told, kept=kept)
        self._shows = False
        if not goes_on:
            QApplication.exit(70)
