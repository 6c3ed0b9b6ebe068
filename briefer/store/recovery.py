"""Recovery copies: what is typed and not saved, kept beside the settings, so that a crash loses next to nothing.

A copy is one file in ``recovery_dir()``: a line of JSON that says what it is (``Kept``), and after it the bytes of
the brief, or of the template, as a save would write them. The process that writes a copy holds its lock; a copy whose
lock is free was left by a process that died. Nothing here ever touches the file that a copy belongs to.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from briefer import paths
from briefer.errors import BrieferError, DataError
from briefer.files import make_folder, read_file, replace_file
from briefer.store.briefs import LIMIT
from briefer.store.lock import BriefLock

_SUFFIX = ".kept"
_NAME = re.compile(r"[0-9a-f]{32}\.kept")
_LOCK_NAME = re.compile(r"\.([0-9a-f]{32}\.kept)\.lock")
_LINE = 100_000
"""The most bytes of the line that says what a copy is."""


class Kept(msgspec.Struct, frozen=True):
    """What a copy is of: what to call it, when it was made (UTC, as ``stamps.now``), and the file that it belongs to.

    ``path`` is empty for what was never saved; ``sha256`` is that of the file when it was last read or written.
    """

    kind: Literal["brief", "template"]
    name: str
    time: str
    path: str = ""
    sha256: str = ""


class Copy(NamedTuple):
    """A copy that a process left behind when it died."""

    file: Path
    kept: Kept


class Journal:
    """The copy of one brief or template open in this process: one file at most, written anew each time."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / f"{os.urandom(16).hex()}{_SUFFIX}"
        self._lock = BriefLock(self._file)
        self._written = False

    @property
    def name(self) -> str:
        """The name of its file."""
        return self._file.name

    def write(self, kept: Kept, data: bytes) -> None:
        """Keep this in place of what was kept before. CannotCreateError or InputOutputError say why it cannot be."""
        make_folder(self._file.parent)
        if not self._written:
            # What nobody but its author has seen yet is nobody else's business.
            with suppress(OSError):
                self._file.parent.chmod(0o700)
            self._lock.acquire()
        replace_file(self._file, msgspec.json.encode(kept) + b"\n" + data)
        self._written = True

    def remove(self) -> None:
        """It is saved, or nobody wants it: keep nothing any more, and leave nothing behind."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
        self._lock.release()
        self._written = False


class Claim:
    """A copy that is being opened or thrown away, which nobody else may do meanwhile."""

    def __init__(self, copy: Copy) -> None:
        self._copy = copy
        self._lock = BriefLock(copy.file)

    def take(self) -> bool:
        """Claim the copy; False if another window has, or if it is gone."""
        return self._lock.acquire() and self._is_there()

    def remove(self) -> None:
        """Throw the copy away: what it held is kept elsewhere, or nobody wants it."""
        with suppress(OSError):
            self._copy.file.unlink(missing_ok=True)
        self._lock.release()

    def release(self) -> None:
        """Leave the copy where it is."""
        self._lock.release()

    def _is_there(self) -> bool:
        if self._copy.file.is_file():
            return True
        self._lock.release()
        return False


def recovery_dir() -> Path:
    """The user's folder of recovery copies; not made here."""
    return paths.state_dir() / "recovery"


def left_copies(folder: Path) -> list[Copy]:
    """The copies that dead processes left, the latest first; those of processes that run are not among them."""
    copies = [copy for file in _free_files(folder) if (copy := _read_kept(file)) is not None]
    return sorted(copies, key=lambda copy: copy.kept.time, reverse=True)


def kept_bytes(copy: Copy) -> bytes:
    """What a copy holds, as a save writes it. UnreadableError, DataError and InputOutputError say why not."""
    data = read_file(copy.file, LIMIT + _LINE)
    _, found, held = data.partition(b"\n")
    if not found:
        raise DataError("this copy is damaged", "open the file itself", path=copy.file)
    return held


def _free_files(folder: Path) -> Iterator[Path]:
    try:
        names = set(os.listdir(folder))  # noqa: PTH208 (names alone are wanted)
    except OSError:
        return
    lone = {match[1] for name in names if (match := _LOCK_NAME.fullmatch(name))} - names
    for name in lone:  # the process died between the two
        lock = BriefLock(folder / name)
        if lock.acquire():
            lock.release()
    for name in filter(_NAME.fullmatch, names):
        lock = BriefLock(folder / name)
        if lock.acquire():
            lock.release()
            yield folder / name


def _read_kept(file: Path) -> Copy | None:
    """None for what is no copy, or a copy that cannot be read: it stays where it is."""
    try:
        with file.open("rb") as opened:
            return Copy(file, msgspec.json.decode(opened.readline(_LINE), type=Kept))
    except (OSError, msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def is_in_its_file(copy: Copy, held: bytes) -> bool:
    """Whether the file that a copy belongs to holds the same already: it was saved just before the process died."""
    if not copy.kept.path:
        return False
    try:
        now = read_file(Path(copy.kept.path), LIMIT)
    except BrieferError:
        return False
    return now == held or (copy.kept.kind == "brief" and _without_time(now) == _without_time(held))


_MODIFIED = re.compile(rb'^  "modified": "[^"\n]*",$', re.MULTILINE)


def _without_time(data: bytes) -> bytes:
    return _MODIFIED.sub(b"", data, count=1)
