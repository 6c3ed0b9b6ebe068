"""Slices: work on the window's own thread, done a little at each turn of the event loop, so that keys get theirs."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from briefer.ui import turns

SLICE = 0.008
"""Seconds of work at a stretch."""
_NEVER = float("inf")
PAUSE = object()
"""A step that gives this ends its slice: what it did has the event loop lay out and paint a good deal."""
_REST = 12
"""Milliseconds that are left for that."""


class Slices(QObject):
    """Works by their names, each an iterator of steps; what was begun first is done first.

    A step should take a few milliseconds: the event loop gets its turn between two of them at the earliest. Whoever
    needs what is not done yet asks for it by ``finish``. A step that fails ends its work. In one turn of the event
    loop one object does its slice; the others wait for it, and all wait where the window was painted.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._works: dict[str, Iterator[object]] = {}
        self._stepping: set[str] = set()
        self._rest = 0
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._go_on)

    def begin(self, name: str, steps: Iterator[object], *, at_once: bool = False) -> None:
        """Begin a work, with its first slice now if ``at_once``. An older one of the same name is left undone."""
        self.drop(name)
        self._works[name] = steps
        if at_once:
            self._do(name, perf_counter() + SLICE)
        self._wait()

    @property
    def going(self) -> int:
        """How many works there is something left to do of."""
        return len(self._works)

    def is_going(self, name: str) -> bool:
        """Whether there is something left to do of a work."""
        return name in self._works

    def is_at(self, name: str) -> bool:
        """Whether one of a work's own steps is being done."""
        return name in self._stepping

    def finish(self, name: str) -> None:
        """Do all that is left of a work now; nothing happens within one of its own steps."""
        if name not in self._stepping:
            self._do(name)

    def finish_all(self) -> None:
        """Do all that is left of all works."""
        while waiting := self._works.keys() - self._stepping:
            for name in [name for name in self._works if name in waiting]:
                self.finish(name)

    def drop(self, name: str) -> None:
        """Leave a work undone."""
        self._works.pop(name, None)

    def _go_on(self) -> None:
        if not turns.is_free(self):
            self._wait()
            return
        until = perf_counter() + SLICE
        try:
            for name in list(self._works):
                self._do(name, until)
                if perf_counter() > until:
                    break
        finally:  # a work that failed takes no other with it
            turns.worked(self)
            if self._works:
                self._wait()

    def _wait(self) -> None:
        """Go on when the event loop has had its turn, and after a pause several of them."""
        self._turn.start(self._rest)
        self._rest = 0

    def _do(self, name: str, until: float = _NEVER) -> None:
        """Do steps of a work until its end, or until this time; at least one."""
        steps = self._works.get(name)
        if steps is None or name in self._stepping:
            return
        self._stepping.add(name)
        goes_on = False  # nor does a step that fails
        try:
            for given in steps:
                if self._works.get(name) is not steps:
                    break  # dropped by its own step, or begun anew
                if given is PAUSE and until < _NEVER:
                    self._rest = _REST
                    goes_on = True
                    break
                if perf_counter() > until:
                    goes_on = True
                    break
        finally:
            self._stepping.discard(name)
            if not goes_on and self._works.get(name) is steps:
                del self._works[name]
