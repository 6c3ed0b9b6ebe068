"""One folder of templates, kept in view: what lies in it, and that it changed, without waiting for its drive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from briefer.errors import BrieferError
from briefer.templates.shelf import OnShelf, Place, on_shelf

POLL = 60_000
"""Milliseconds after which a folder is looked at again, in case its drive tells of no changes."""
PATIENCE = 3_000
"""Milliseconds after which a folder that has not answered is said not to."""
_SETTLING = 200
"""Milliseconds after a change, since most come several at a time."""
SILENT = "it does not answer: see whether its drive is connected"


class Contents(NamedTuple):
    """What a folder holds; or, with ``problem`` in words, why that is not known. ``writable`` if we may add to it."""

    found: tuple[OnShelf, ...] = ()
    problem: str = ""
    writable: bool = False


class FolderWatch(QObject):
    """Looks into a folder in threads that nobody waits for, now and whenever it may have changed.

    ``looked`` carries the place and its Contents each time that the folder has answered, and when it is late.
    """

    looked = Signal(str, object)
    _answered = Signal(object, object)

    def __init__(self, place: Place, parent: QObject, *, may_miss: bool = False) -> None:
        """``may_miss``: that there is no such folder is no problem, it just holds nothing."""
        super().__init__(parent)
        self._place: Place = place
        self._may_miss = may_miss
        self._folder: Path | None = None
        self._asked = False
        self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING)
        self._poll = QTimer(self, interval=POLL)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._settling.timeout.connect(self.look)
        self._poll.timeout.connect(self.look)
        self._patience.timeout.connect(self._tell_silent)
        self._watcher.directoryChanged.connect(self._wait)
        self._watcher.fileChanged.connect(self._wait)
        self._answered.connect(self._take)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched."""
        return self._folder

    def watch(self, folder: Path | None) -> None:
        """Watch this folder from now on, in place of the one before; none: nothing."""
        if self._folder == folder:
            return
        self._folder = folder
        self._forget(self._watched())
        if folder is None:
            self._poll.stop()
            self._patience.stop()
            self.looked.emit(self._place, Contents())
        else:
            self._poll.start()
            self.look()

    def look(self) -> None:
        """Look into the folder now, without waiting for it."""
        if self._folder is None:
            return
        if self._asked:  # a second thread would wait for the same drive
            self._again = True
            return
        self._asked, self._again = True, False
        self._patience.start()
        answer = self._answered.emit
        threading.Thread(
            target=_look_into, args=(self._place, self._folder, self._may_miss, answer), daemon=True
        ).start()

    def _wait(self, _changed: str) -> None:
        self._settling.start()

    def _tell_silent(self) -> None:
        self.looked.emit(self._place, Contents(problem=SILENT))

    def _take(self, folder: Path, contents: Contents) -> None:
        self._asked = False
        self._patience.stop()
        if folder != self._folder:
            self.look()
            return
        self._keep_in_view(folder, contents)
        self.looked.emit(self._place, contents)
        if self._again:
            self.look()

    def _keep_in_view(self, folder: Path, contents: Contents) -> None:
        """Have changes told. Only of what has answered: to ask a drive that is gone would hold up the window."""
        there = {str(folder), *(each.path for each in contents.found)} if not contents.problem else set()
        watched = set(self._watched())
        self._forget(sorted(watched - there))
        if new := sorted(there - watched):
            self._watcher.addPaths(new)

    def _watched(self) -> list[str]:
        return [*self._watcher.directories(), *self._watcher.files()]

    def _forget(self, names: list[str]) -> None:
        if names:
            self._watcher.removePaths(names)


def _look_into(place: Place, folder: Path, may_miss: bool, answer: Callable[[Path, Contents], None]) -> None:
    import os

    try:
        contents = Contents(tuple(on_shelf(place, folder)), writable=os.access(folder, os.W_OK))
    except BrieferError as error:
        missing = may_miss and isinstance(error.__cause__, FileNotFoundError)
        contents = Contents() if missing else Contents(problem=f"{error.message}: {error.hint}")
    with suppress(RuntimeError):  # a window that is gone meanwhile wants to hear nothing
        answer(folder, contents)
