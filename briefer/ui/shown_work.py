"""Shown work: long work on the window's own thread, in pieces so short that the window answers keys in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from briefer.ui import turns
from briefer.ui.busy import Busy


def _nothing(*_: object) -> None:
    return


SLICE = 0.012
"""Seconds of work at a stretch."""


class ShownWork(QObject):
    """Does work step by step, shown by ``busy``, and hands the last thing that it gave to ``done``.

    A person may stop it there; then ``stopped`` is called instead. It is gone after either.
    """

    def __init__(
        self,
        words: str,
        work: Iterator[object],
        busy: Busy,
        parent: QObject,
        *,
        done: Callable[[object], object],
        stopped: Callable[[], object],
    ) -> None:
        super().__init__(parent)
        self._work, self._busy, self._done, self._stopped = work, busy, done, stopped
        self._last: object = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._number = busy.begin(words, self._stop)
        self._turn.start()

    def _go_on(self) -> None:
        if not turns.is_free(self):
            self._turn.start()
            return
        until = perf_counter() + SLICE
        for step in self._work:
            self._last = step
            if perf_counter() > until:
                turns.worked(self)
                self._turn.start()
                return
        done, last = self._done, self._last
        self._end()
        done(last)

    def _stop(self) -> None:
        """What is told first may still act on the work as far as it is: a printer's job is given up, not ended."""
        self._turn.stop()
        self._stopped()
        self._end()

    def _end(self) -> None:
        self._busy.end(self._number)
        self._work, self._last = iter(()), None
        self._done = self._stopped = _nothing  # whoever waited is not held by it any longer
        self.deleteLater()
