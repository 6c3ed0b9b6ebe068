"""Who has a brief open."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.errors import printable

if TYPE_CHECKING:
    from filelock import FileLock

_LOCKED_BYTES = 1
"""On Windows the first byte of the file is what is locked, and nobody can read it: who has it stands after that."""


class BriefLock:
    """Says to other windows and other people that a brief is open here.

    The lock is a hidden file beside the brief, ``.NAME.lock``, because that is what everybody who shares
    the folder can see; the operating system holds it, so the lock of a process that died is free at once. It
    warns, and guards nothing: the fingerprint does that when a brief is saved. Where no lock file can be made
    (a folder that is read-only, a file system without locks), the brief counts as free.
    """

    def __init__(self, path: Path) -> None:
        target = Path(os.path.realpath(path))
        self._file = target.parent / f".{target.name}.lock"
        self._lock: FileLock | None = None
        self._inode: tuple[int, int] | None = None

    def acquire(self) -> bool:
        """Take the lock without waiting; False if somebody else has it (see ``holder``)."""
        # A lock would make the folder, which only saving may ask for.
        if self._lock is not None or not self._file.parent.is_dir():
            return True
        from filelock import FileLock, Timeout

        # Everybody who shares the folder must be able to take the lock after us.
        lock = FileLock(self._file, mode=0o666, thread_local=False, fallback_to_soft=False)
        try:
            lock.acquire(blocking=False)
        except Timeout:
            return False
        except OSError:
            return not os.path.lexists(self._file)
        self._lock = lock
        with suppress(OSError), self._file.open("r+b", buffering=0) as file:
            file.seek(_LOCKED_BYTES)
            file.write(_who().encode(errors="replace"))
            file.truncate()
        self._inode = self._found()
        return True

    def take_over(self) -> bool:
        """Take the lock from whoever has it: they find it lost. False if this system does not let it be taken."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        return self.acquire()

    @property
    def is_lost(self) -> bool:
        """Whether somebody else has taken it over; a lock file that is merely gone is nobody else's."""
        found = self._found() if self._lock is not None else None
        return found is not None and found != self._inode

    @property
    def holder(self) -> str:
        """Who has it open, as ``ann on pc-7 (process 1234)``; empty if that cannot be told."""
        try:
            with self._file.open("rb", buffering=0) as file:
                file.seek(_LOCKED_BYTES)
                return printable(file.read(200).decode(errors="replace"))
        except OSError:
            return ""

    def release(self) -> None:
        """Give the lock back and remove its file; nothing happens if it is not held."""
        if self._lock is None:
            return
        # Removed while it is held: who opened it meanwhile sees that it has no name any more and makes a new one.
        if not self.is_lost:
            with suppress(OSError):
                self._file.unlink()
        self._lock.release()
        self._lock = None

    def _found(self) -> tuple[int, int] | None:
        """Which file has the lock's name now; on Windows no file that is held can be taken away."""
        try:
            found = self._file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino


def _who() -> str:
    import getpass
    import platform

    try:
        user = getpass.getuser()
    except (KeyError, OSError):  # an account without a name
        user = "somebody"
    return f"{user} on {platform.node()} (process {os.getpid()})"
