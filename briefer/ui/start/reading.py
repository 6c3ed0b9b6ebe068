"""Recent files are looked at in the background: a folder on a server that is gone may take minutes to say so."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.store.heading import Heading, read_heading

PATIENCE = 1.0
"""Seconds after which the next file is looked at, whether or not this one has answered."""

_POLL, _SLOW_POLL = 15, 1000
"""Milliseconds between looks at what has answered; the slow ones are for files that are overdue."""


class Found(NamedTuple):
    """What a file turned out to be: a heading; or, with ``problem`` in words, none. ``missing`` means it is gone."""

    path: Path
    heading: Heading | None = None
    problem: str = ""
    missing: bool = False


class HeadingReader(QObject):
    """Reads the headings of files one after the other, each in a thread that nobody waits for.

    ``found`` carries a Found, once for each file that answers, also for one that answers late; ``silent`` the path
    of a file that has not answered yet.
    """

    found = Signal(object)
    silent = Signal(object)

    def __init__(self, parent: QObject | None = None, read: Callable[[Path], Heading] = read_heading) -> None:
        super().__init__(parent)
        self._read = read
        self._waiting: deque[Path] = deque()
        self._answers: SimpleQueue[Found] = SimpleQueue()
        self._asked: dict[Path, float] = {}
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._look)

    def read(self, paths: Iterable[Path]) -> None:
        """Read these files, in this order, instead of those that were not begun yet."""
        self._waiting = deque(path for path in paths if path not in self._asked)
        self._poll.start(_POLL)

    def _look(self) -> None:
        while (found := self._answer()) is not None:
            self._asked.pop(found.path, None)
            self.found.emit(found)
        now = monotonic()
        for path, since in self._asked.items():
            if 0 < since < now - PATIENCE:
                self._asked[path] = 0  # said once
                self.silent.emit(path)
        if not any(self._asked.values()) and self._waiting:
            self._ask(self._waiting.popleft())
        if not self._asked:
            self._poll.stop()
        elif not any(self._asked.values()):
            self._poll.setInterval(_SLOW_POLL)

    def _answer(self) -> Found | None:
        try:
            return self._answers.get_nowait()
        except Empty:
            return None

    def _ask(self, path: Path) -> None:
        self._asked[path] = monotonic()
        # A daemon: it must not hold up the end of the program. It knows only the queue, which outlives this object.
        threading.Thread(target=_look_at, args=(path, self._read, self._answers), daemon=True).start()


def _look_at(path: Path, read: Callable[[Path], Heading], answers: SimpleQueue[Found]) -> None:
    try:
        answers.put(Found(path, read(path)))
    except BrieferError as error:
        missing = isinstance(error.__cause__, FileNotFoundError | NotADirectoryError)
        answers.put(Found(path, problem=error.message, missing=missing))
