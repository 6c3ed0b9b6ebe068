"""Read a file whole, and replace one in a single step.

A save that is killed at any moment leaves the old file or the new one, never a part of either: the bytes go
to a temporary file beside it, reach the disk, and take the old file's name. A hard link to the old file keeps
the old bytes.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from briefer.errors import (
    BrieferError,
    CannotCreateError,
    ChangedElsewhereError,
    DataError,
    InputOutputError,
    UnreadableError,
)


class Fingerprint(msgspec.Struct, frozen=True):
    """What a file held when it was last read or written: the SHA-256 of its bytes, in hexadecimal.

    Size and time are no part of it: a change that keeps both is still a change.
    """

    sha256: str


def fingerprint(data: bytes) -> Fingerprint:
    """The fingerprint of a file with these bytes."""
    import hashlib

    return Fingerprint(hashlib.sha256(data).hexdigest())


# Reading


def read_file(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes; links are followed, and nothing is waited for.

    UnreadableError if it is missing, a folder, a device or pipe, or not ours to read; DataError if it is
    larger; InputOutputError if the disk fails.
    """
    try:
        _only_regular(path.stat(), path)
        # What was a file a moment ago may be a pipe by now: opening must not wait for its writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            found = os.fstat(descriptor)
            _only_regular(found, path)
            data = b"" if found.st_size > limit else file.read(found.st_size + 1)
            if len(data) > found.st_size:  # it grew meanwhile, or is made up as it is read
                data += file.read(limit + 1 - len(data))
    except OSError as error:
        raise _told(_READING, error, "copy the file to another disk and try again", path) from error
    except ValueError as error:  # a NUL in the name
        raise UnreadableError("no file can have this name", "check the name", path=path) from error
    size = max(found.st_size, len(data))
    if size > limit:
        raise DataError(f"the file has {size:,} bytes, and at most {limit:,} are read", "make it smaller", path=path)
    return data


def _only_regular(found: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise UnreadableError("this is a folder", "name a file in it", path=path)
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableError("this is a device or a pipe", "save what it gives as a file first", path=path)


# Replacing


def replace_file(path: Path, data: bytes, *, expected: Fingerprint | None = None) -> Fingerprint:
    """Give the file at ``path`` these bytes in one step, or leave it as it is; the new file's fingerprint.

    With ``expected``, a file that holds neither what that says nor ``data`` was changed by somebody else, and
    is not touched: ChangedElsewhereError. Without it, what is there is replaced. A link is followed to its target;
    mode, owner and extended attributes of the old file are kept; a new file has what the umask leaves.

    CannotCreateError if the place cannot be written to; InputOutputError if the disk is full or fails. The old
    file is whole after either, with one exception: where the disk fails in the very last step, recording
    the new name, the new file is in place and whole but may not outlive a power cut.
    """
    new = fingerprint(data)
    target = Path(os.path.realpath(path))
    try:
        old = _replaceable(target, path)
        _sweep(target.parent)
        temporary = target.parent / f".briefer-{_host()}-{os.getpid()}-{os.urandom(4).hex()}.tmp"
        try:
            _write_through(temporary, data, target, old)
            if expected is not None and _found(target) not in (None, expected, new):
                raise ChangedElsewhereError(
                    "another program has changed this file since it was read",
                    "save under another name, or overwrite it on purpose",
                    path=path,
                )
            _rename(temporary, target)
        finally:
            with suppress(OSError):
                temporary.unlink()
        _sync_folder(target.parent)
    except OSError as error:
        raise _told(_WRITING, error, "save under another name or on another disk", path) from error
    return new


def make_folder(path: Path) -> None:
    """Make a folder and those above it; nothing happens if it is there. Errors as for ``replace_file``."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _told(_WRITING, error, "choose another place", path) from error


def set_aside(path: Path) -> Path:
    """Move a file that nobody can use out of the way, to a name beside it that its content gives; its new path.

    Errors as for ``replace_file``.
    """
    import hashlib

    try:
        with path.open("rb") as file:
            content = hashlib.file_digest(file, "sha256").hexdigest()
        aside = path.with_name(f"{path.stem}-{content[:8]}{path.suffix}")
        path.replace(aside)
    except OSError as error:
        raise _told(_WRITING, error, "choose another place", path) from error
    return aside


def _replaceable(target: Path, path: Path) -> os.stat_result | None:
    """What is known of the file to be replaced; None if there is none."""
    try:
        old = target.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(old.st_mode):
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(old.st_mode):
        raise CannotCreateError("this is a device or a pipe, no file", "name a file", path=path)
    # Replacing needs a writable folder only; a file that is marked read-only is meant to stay.
    if not os.access(target, os.W_OK):
        raise CannotCreateError("the file is read-only", "save under another name, or allow writing to it", path=path)
    return old


def _found(target: Path) -> Fingerprint | None:
    import hashlib

    try:
        with target.open("rb") as file:
            return Fingerprint(hashlib.file_digest(file, "sha256").hexdigest())
    except FileNotFoundError:
        return None


def _write_through(temporary: Path, data: bytes, target: Path, old: os.stat_result | None) -> None:
    """Write a new file and wait until the disk has it."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # While it is being written, nobody may read what the old file kept private.
    descriptor = os.open(temporary, flags, 0o666 if old is None else 0o600)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if old is not None:
            _make_alike(descriptor, target, old)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make_alike(descriptor: int, target: Path, old: os.stat_result) -> None:
    """Give the new file the owner, the extended attributes (an access list is one) and the mode of the old."""
    if sys.platform == "win32":
        return
    new, mode = os.fstat(descriptor), stat.S_IMODE(old.st_mode)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with _where_allowed():
            os.fchown(descriptor, -1, old.st_gid)
        with _where_allowed():
            os.fchown(descriptor, old.st_uid, -1)
        if os.fstat(descriptor).st_gid != old.st_gid:
            # What one group was allowed is no right of another: it gets what everybody has.
            mode = mode & ~stat.S_IRWXG | (mode & stat.S_IRWXO) << 3
    if sys.platform == "linux":
        with _where_allowed():
            for name in os.listxattr(target):
                with _where_allowed():
                    os.setxattr(descriptor, name, os.getxattr(target, name))
    if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
        os.fchmod(descriptor, mode)


_PAUSES = (0.02, 0.05, 0.1, 0.3, 0.6) if sys.platform == "win32" else ()
"""Seconds between attempts to take a file's name: on Windows a virus scanner may hold it for a moment."""


def _rename(temporary: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """Wait until the disk has the new name, where the system lets a folder be opened."""
    if sys.platform == "win32":
        return
    with _where_allowed():
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


_TEMPORARY = re.compile(r"\.briefer-([0-9a-f]{8})-([0-9]{1,10})-[0-9a-f]{8}\.tmp")


def _host() -> str:
    """A short name for this machine: in a shared folder, a process number means nothing without it."""
    import platform

    return f"{zlib.crc32(platform.node().encode()):08x}"


def _sweep(folder: Path) -> None:
    """Remove what killed processes of this machine left in a folder; tidying up never stops a save."""
    with suppress(OSError):
        # Names alone: each of a thousand memos in one folder looks at all others.
        for name in os.listdir(folder):  # noqa: PTH208
            match = _TEMPORARY.fullmatch(name) if name.startswith(".briefer-") else None
            if match and match[1] == _host() and not _runs(int(match[2])):
                (folder / name).unlink(missing_ok=True)


def _runs(process: int) -> bool:
    if sys.platform == "win32":
        return False  # there, a file that a process still writes cannot be removed anyway
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


_NOT_ALLOWED = {errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOTSUP, errno.ENODATA, errno.ENOSYS}


@contextmanager
def _where_allowed() -> Iterator[None]:
    """Pass over what this file system or this user cannot do; a disk that fails is no such case."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NOT_ALLOWED:
            raise


# What to say


_Told = dict[int, tuple[type[BrieferError], str, str]]

_READING: _Told = {
    errno.ENOENT: (UnreadableError, "there is no such file", "check the name and the folder"),
    errno.ENOTDIR: (UnreadableError, "there is no such file", "check the name and the folder"),
    errno.EACCES: (UnreadableError, "you have no permission to read it", "ask its owner for a copy"),
    errno.EPERM: (UnreadableError, "you have no permission to read it", "ask its owner for a copy"),
    errno.ELOOP: (UnreadableError, "the link leads back to itself", "name the file itself"),
    errno.ENAMETOOLONG: (UnreadableError, "no file can have so long a name", "check the name"),
    errno.EIO: (InputOutputError, "the disk reports an error", "try again, or take a copy from elsewhere"),
}

_WRITING: _Told = {
    errno.ENOENT: (CannotCreateError, "its folder does not exist", "make the folder, or choose another"),
    errno.ENOTDIR: (CannotCreateError, "its folder is no folder", "choose another place"),
    errno.EEXIST: (CannotCreateError, "there is a file of this name", "choose another place"),
    errno.EISDIR: (CannotCreateError, "this is a folder", "add the name of a file"),
    errno.EACCES: (CannotCreateError, "you have no permission to write here", "choose another folder"),
    errno.EPERM: (CannotCreateError, "you have no permission to write here", "choose another folder"),
    errno.EROFS: (CannotCreateError, "this disk is read-only", "choose a place on another disk"),
    errno.ELOOP: (CannotCreateError, "the link leads back to itself", "name the file itself"),
    errno.ENAMETOOLONG: (CannotCreateError, "the name is too long", "choose a shorter one"),
    errno.ENOSPC: (InputOutputError, "there is no space left on the disk", "free some space and save again"),
    errno.EDQUOT: (InputOutputError, "your share of the disk is used up", "free some space and save again"),
    errno.EFBIG: (InputOutputError, "the file is too large for this disk", "save on another disk"),
    errno.EIO: (InputOutputError, "the disk reports an error", "save on another disk and have this one checked"),
}


_NETWORK = frozenset(
    getattr(errno, name)
    for name in "ESTALE ETIMEDOUT ENOTCONN ECONNRESET EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH EREMOTEIO".split()
    if hasattr(errno, name)
)
"""How a drive that another machine shares fails."""


def _told(words: _Told, error: OSError, otherwise: str, path: Path) -> BrieferError:
    number = error.errno or 0
    if number in _NETWORK:
        return InputOutputError(
            "the network drive does not answer", f"try again when it does, or {otherwise}", path=path
        )
    reason = f"the system says: {os.strerror(number)}" if number else "the system refused"
    kind, message, hint = words.get(number, (InputOutputError, reason, otherwise))
    return kind(message, hint, path=path)
