"""Session: the brief at hand, its history, and its file. Everything in the window changes through it."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.edit.history import History, Move
from briefer.edit.memo import fill_header, new_brief
from briefer.errors import BrieferError, HeldElsewhereError
from briefer.files import Fingerprint, fingerprint, read_file
from briefer.model.brief import Brief
from briefer.store.briefs import LIMIT, read_brief, save_brief
from briefer.store.lock import BriefLock
from briefer.store.stamps import now, stamped
from briefer.ui.start.blank import is_blank

Change: TypeAlias = Callable[[Brief], Brief]

PAUSE = 1000
"""Milliseconds without typing after which the next key begins a step of its own."""


class Place(NamedTuple):
    """Where a change was made, so that undo leads back there: pane, field in it, selection in code points."""

    pane: str
    field: str = ""
    start: int = 0
    end: int = 0


class Session(QObject):
    """One brief in one window.

    ``changed`` carries the brief before and after; what was not changed is the same object in both. ``returned``
    carries the Place of a change that was undone or redone. ``file_changed`` tells that the path, or whether
    the brief is saved, is another. ``begun`` tells, after those, that another brief was begun or opened. ``saved``
    carries what the file held before, as far as this session knows it (a Brief or None), and what it holds now.
    """

    begun = Signal()
    saved = Signal(object, object)
    changed = Signal(object, object)
    returned = Signal(object)
    file_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: BriefLock | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.seal)
        self._path: Path | None = None
        self._fingerprint: Fingerprint | None = None
        self._in_file: Brief | None = None
        self._holder = ""
        self._modified = ""
        self._is_new = True
        self._history = History(_empty())

    @property
    def brief(self) -> Brief:
        """The brief as it is now."""
        return self._history.present

    @property
    def path(self) -> Path | None:
        """The file it belongs to; None while it was never saved."""
        return self._path

    @property
    def is_saved(self) -> bool:
        """Whether closing now would lose nothing."""
        return self._history.is_saved

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty if nothing."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str:
        """What redo would make again; empty if nothing."""
        return self._history.redo_label

    def apply(self, change: Change, label: str, place: Place | None = None, *, joins: str = "") -> None:
        """Make a change as one step of the history. What the change raises leaves all as it was.

        It becomes part of the step before if that was made with the same ``joins``, and nothing has ended it.
        """
        self._record(change, label, joins, place)

    def type(self, change: Change, label: str, place: Place, *, ends_word: bool = False) -> None:
        """Make a change by typing: it joins what was typed before in the same field, until a word or a pause ends."""
        self._record(change, label, f"{place.pane}/{place.field}", place)
        if ends_word:
            self._history.seal()
        self._pause.start()

    def seal(self) -> None:
        """Let what comes next be a step of its own."""
        self._history.seal()

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        self._move(self._history.undo)

    def redo(self) -> None:
        """Make the change again that was taken back last, if there is one."""
        self._move(self._history.redo)

    def start_new(self, brief: Brief | None = None) -> None:
        """Begin with a brief that has no file yet; an empty one unless another is given.

        An empty one gets what the office writes at the head of each memo with the first thing that is put into it.
        """
        self._start(brief or _empty(), None, None)
        self._is_new = brief is None

    def open(self, path: Path, *, mends: bool = False) -> None:
        """Open a file; what ``read_brief`` raises leaves the brief at hand as it is.

        One that is mended differs from what is in the file, which stays as it is until a person saves.
        """
        opened = read_brief(path, mends=mends)
        self._start(opened.brief, path, opened.fingerprint, unsaved=mends)

    def recover(self, brief: Brief, path: Path | None, fingerprint: Fingerprint | None) -> None:
        """Go on with a brief that was typed and not saved: it knows its file, and differs from what is in there."""
        self._start(brief, path, fingerprint, unsaved=True)

    def changed_elsewhere(self) -> bool:
        """Whether another program has changed the brief's file since it was read or saved; a missing file is not."""
        if self._path is None or self._fingerprint is None:
            return False
        try:
            return fingerprint(read_file(self._path, LIMIT)) != self._fingerprint
        except BrieferError:
            return False

    @property
    def holder(self) -> str:
        """Who else has the brief open, in words, and had it first or took it over; empty if it is ours to save.

        It becomes ours when they close it.
        """
        if self._lock is not None and self._lock.is_lost:
            self._holder = self._lock.holder or "somebody"
            self.close()
        elif self._holder and self._path is not None:
            lock = BriefLock(self._path)
            if lock.acquire():
                self._lock, self._holder = lock, ""
        return self._holder

    def take_over(self) -> bool:
        """Make the brief ours to save, whoever else has it open: they are told. False if the system refuses."""
        if self._path is None or not self.holder:
            return True
        lock = BriefLock(self._path)
        if not lock.take_over():
            return False
        self._lock, self._holder = lock, ""
        self.file_changed.emit()
        return True

    @property
    def fingerprint(self) -> Fingerprint | None:
        """What the brief's file held when it was last read or written; None while it was never saved."""
        return self._fingerprint

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Write the brief to its file, or to another one, which becomes its file.

        A file that another program changed since it was read is not touched (ChangedElsewhereError) unless told to;
        one that is open elsewhere is not touched at all (HeldElsewhereError).
        """
        target = path or self._path
        assert target is not None, "a brief that was never saved needs a path"
        same = self._path is not None and os.path.realpath(target) == os.path.realpath(self._path)
        brief, modified = self.brief, self._modified if self.is_saved and same else now()
        expected = self._fingerprint if same and not overwrite else None
        lock = self._lock if same else _free(target)
        if same and self.holder:
            raise _held(target, self.holder)
        try:
            written = stamped(brief, modified)
            self._fingerprint = save_brief(written, target, expected=expected)
        except BrieferError:
            if lock is not None and not same:
                lock.release()
            raise
        self._modified = modified
        self._history.mark_saved(brief)
        if same:
            self._path = target
        else:
            self._belong_to(target, lock)
        before, self._in_file = self._in_file, written
        self.file_changed.emit()
        self.saved.emit(before, written)

    def stamped_brief(self) -> Brief:
        """The brief as it would be saved without a change: with the time of its last save."""
        return stamped(self.brief, self._modified)

    def close(self) -> None:
        """Give the lock back."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _record(self, change: Change, label: str, join: str, place: Place | None) -> None:
        before = self.brief
        after = change(before)
        if self._is_new and is_blank(before) and not is_blank(after):
            after = _with_office_details(after)
        self._history.record(after, label, join, place)
        self._tell(before)

    def _move(self, move: Callable[[], Move | None]) -> None:
        before = self.brief
        if moved := move():
            self._tell(before)
            self.returned.emit(moved.place)

    def _tell(self, before: Brief) -> None:
        if self.brief is not before:
            self.changed.emit(before, self.brief)
            self.file_changed.emit()

    def _start(
        self, brief: Brief, path: Path | None, fingerprint: Fingerprint | None, *, unsaved: bool = False
    ) -> None:
        before = self.brief
        self._history = History(brief)
        if unsaved:
            self._history.mark_unsaved()
        self._in_file = brief if path is not None and not unsaved else None
        self._fingerprint, self._modified = fingerprint, brief.modified
        self._path, self._is_new = None, False
        self.close()
        self.changed.emit(before, brief)
        lock = BriefLock(path) if path is not None else None
        is_ours = lock is None or lock.acquire()
        self._belong_to(path, lock if is_ours else None)
        self._holder = "" if is_ours or lock is None else lock.holder or "somebody"
        self.file_changed.emit()
        self.begun.emit()

    def _belong_to(self, path: Path | None, lock: BriefLock | None) -> None:
        self.close()
        self._path, self._lock, self._holder = path, lock, ""


def _free(path: Path) -> BriefLock:
    """The lock of a brief that nobody has open; HeldElsewhereError if somebody has."""
    lock = BriefLock(path)
    if not lock.acquire():
        raise _held(path, lock.holder or "somebody")
    return lock


def _held(path: Path, holder: str) -> HeldElsewhereError:
    return HeldElsewhereError(
        f"it is open elsewhere: {holder}", "save under another name, or close it there first", path=path
    )


def _empty() -> Brief:
    # By chance, because two may be begun in the same second.
    return new_brief(uuid.uuid4().hex, "", now())


def _with_office_details(brief: Brief) -> Brief:
    from briefer.profile import load_profile

    return fill_header(brief, load_profile().profile.header(brief.created))
