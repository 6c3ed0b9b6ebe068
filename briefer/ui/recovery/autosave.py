"""Autosave: what is typed and not saved is kept beside the settings within seconds, never in the brief's file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from briefer.errors import BrieferError
from briefer.store.later import Later
from briefer.store.recovery import Claim, Journal, Kept, recovery_dir

PAUSE, LONGEST = 2_000, 30_000
"""Milliseconds after the last key, and of typing without a pause, after which what was typed is kept."""

PATIENCE = 5.0
"""Seconds that a window which closes waits for a disk."""


class Typed(NamedTuple):
    """What is to be kept: what it is, and how its bytes are made, which is done beside the window."""

    kept: Kept
    data: Callable[[], bytes]


class Typist(Protocol):
    """Whose typing is kept."""

    def typed(self) -> Typed | None:
        """What there is to keep; None while all is saved."""


class Autosave(QObject):
    """Keeps a copy of one document, that of its parent, a ``Typist``, while it is not saved.

    ``failed`` carries the BrieferError of a copy that could not be written, ``kept`` tells that one was.
    """

    failed = Signal(object)
    kept = Signal()

    def __init__(self, later: Later, parent: QObject) -> None:
        super().__init__(parent)
        self._later, self._folder = later, recovery_dir()
        self._journal = Journal(self._folder)
        self._name = f"copy {self._journal.name}"
        self._error: BrieferError | None = None
        self._has_copy = False
        self._recovered: Claim | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.keep)

    def _typed(self) -> Typed | None:
        # Asked of Qt each time: a reference kept here would hold the typist in a cycle.
        return cast("Typist", self.parent()).typed()

    def want(self) -> None:
        """Something was typed: keep it once there is a pause. Where all is saved again, keep nothing."""
        if self._typed() is None:
            self.drop()
            return
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def keep(self) -> None:
        """Keep what there is now."""
        self._rest()
        typed = self._typed()
        if typed is None:
            self.drop()
            return
        self._has_copy = True
        journal, recovered = self._journal, self._recovered

        def write() -> None:
            try:
                journal.write(typed.kept, typed.data())
            except BrieferError as error:
                self._error = error
                self._tell(self.failed, error)
                return
            self._error = None
            if recovered is not None:
                recovered.remove()
            self._tell(self.kept)

        self._later.do(self._name, write)

    def drop(self) -> None:
        """All is saved, or nobody wants what is not: the copy goes."""
        self._rest()
        if self._has_copy or self._recovered is not None:
            self._has_copy = False
            journal, recovered, self._recovered = self._journal, self._recovered, None

            def remove() -> None:
                journal.remove()
                if recovered is not None:
                    recovered.remove()

            self._later.do(self._name, remove)

    def begin(self, recovered: Claim | None = None) -> None:
        """Another document is here. What was recovered stays kept as it was found until it is kept as one's own."""
        self.drop()
        self._journal = Journal(self._folder)
        self._name = f"copy {self._journal.name}"
        self._recovered = recovered
        if self._typed() is not None:
            self.keep()

    def close(self) -> None:
        """The document is saved, or nobody wants what is not."""
        self.drop()
        self._later.finish(PATIENCE)

    def keep_now(self) -> bool:
        """Keep what there is at once, because the program has failed; whether all is kept."""
        if self._typed() is None:
            return True
        self.keep()
        return self._later.finish(PATIENCE) and self._error is None

    def _rest(self) -> None:
        self._pause.stop()
        self._longest.stop()

    @staticmethod
    def _tell(signal: SignalInstance, *what: object) -> None:
        with suppress(RuntimeError):  # a window that is gone wants to hear nothing
            signal.emit(*what)


def path_in_words(path: Path | None) -> str:
    """A path as a copy can hold it; a name of bytes that are no UTF-8 cannot be held."""
    try:
        str(path or "").encode()
    except UnicodeEncodeError:
        return ""
    return str(path.absolute()) if path is not None else ""
