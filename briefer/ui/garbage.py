"""Garbage is collected in the window's own thread, and nowhere else."""

from __future__ import annotations

import functools
import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from briefer.ui import turns

PAUSE = 250
"""Milliseconds from one look for garbage to the next: what is made in a second of work takes long to look through."""
_MOST = (700, 10, 40)
"""Objects, and looks through the younger ones, after which those of each age are looked through."""


@functools.cache
def collect_in(app: QCoreApplication) -> Collector:
    """Let garbage be collected in the thread of an application, as long as it lives."""
    return Collector(app)


class Collector(QObject):
    """Takes the place of Python's own collector while its parent lives.

    That one runs in whatever thread makes an object too many. In the thread of a worker it would free widgets and
    timers behind the back of Qt, which uses them at the same time, and the process would fall.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._take_turn)
        self._timer.start()
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._take_turn)

    def _take_turn(self) -> None:
        """Look for garbage in a turn of the event loop in which nothing else took long."""
        if turns.is_free(self):
            self.look()
            turns.worked(self)
        else:
            self._again.start()

    def look(self) -> None:
        """Collect what Python's own collector would by now; the oldest, of which there are most, less often."""
        generations = zip(gc.get_count(), _MOST, strict=True)
        due = [number for number, (count, most) in enumerate(generations) if count > most]
        if due:
            gc.collect(due[-1])
