"""Earlier versions: what each save of a brief held, kept beside the settings by the brief's id, packed.

A state that is kept already is not kept twice; the oldest go when there are too many, or when they are too old.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import msgspec

from briefer import paths
from briefer.errors import BrieferError, DataError
from briefer.files import fingerprint, make_folder, read_file, replace_file
from briefer.model.brief import Brief
from briefer.store.briefs import LIMIT, brief_bytes, parse_brief

_NAME = re.compile(r"([0-9]{8}T[0-9]{12}Z)-([0-9a-f]{16})\.brief\.gz")
_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
_TIME = "%Y%m%dT%H%M%S%fZ"


class Version(NamedTuple):
    """A state of a brief that was saved, and when (UTC)."""

    file: Path
    time: datetime


def versions_dir() -> Path:
    """The user's folder of earlier versions; not made here."""
    return paths.state_dir() / "versions"


def keep_version(folder: Path, brief: Brief, time: datetime, *, count: int, days: int) -> None:
    """Keep this state, and let those go that are more than ``count`` or older than ``days``.

    With a count of 0 nothing is kept. CannotCreateError and InputOutputError say why it cannot be.
    """
    own = _own_folder(folder, brief.id)
    if own is None or count <= 0:
        return
    # When it was saved is no part of what it says.
    data = brief_bytes(msgspec.structs.replace(brief, modified=""))
    digest = fingerprint(data).sha256[:16]
    known = [each for each in _found(own) if each.file.name.split("-")[1].startswith(digest)]
    if known:
        if known[0].time < time:
            with suppress(OSError):  # it is the latest now
                known[0].file.rename(own / _file_name(time, digest))
    else:
        import gzip

        make_folder(own)
        with suppress(OSError):
            folder.chmod(0o700)
        replace_file(own / _file_name(time, digest), gzip.compress(data, 6, mtime=0))
    _thin(own, count, time - timedelta(days=days))


def versions_of(folder: Path, ident: str) -> list[Version]:
    """The states of a brief that are kept, the latest first."""
    own = _own_folder(folder, ident)
    return sorted(_found(own), key=lambda version: version.time, reverse=True) if own is not None else []


def read_version(version: Version) -> Brief:
    """The brief as it was. UnreadableError, DataError and InputOutputError say why it cannot be read."""
    packed = read_file(version.file, LIMIT)
    try:
        opened = zlib.decompressobj(zlib.MAX_WBITS | 16)
        data = opened.decompress(packed, LIMIT + 1)
    except zlib.error as error:
        raise DataError("this version is damaged", "choose another one", path=version.file) from error
    if not opened.eof or len(data) > LIMIT:
        raise DataError("this version is damaged", "choose another one", path=version.file)
    try:
        return parse_brief(data)
    except BrieferError as error:
        error.at(version.file)
        raise


def forget_old(folder: Path, now: datetime, days: int) -> None:
    """Let all versions of all briefs go that are older than this; tidying up never fails."""
    with suppress(OSError):
        for own in folder.iterdir():
            if own.is_dir():
                _thin(own, None, now - timedelta(days=days))


def _own_folder(folder: Path, ident: str) -> Path | None:
    """None for an id that must not be a folder's name."""
    return folder / ident if _ID.fullmatch(ident) else None


def _file_name(time: datetime, digest: str) -> str:
    return f"{time.astimezone(UTC).strftime(_TIME)}-{digest}.brief.gz"


def _found(own: Path) -> Iterator[Version]:
    with suppress(OSError):
        for name in os.listdir(own):  # noqa: PTH208 (names alone are wanted)
            if (match := _NAME.fullmatch(name)) and (time := _time(match[1])) is not None:
                yield Version(own / name, time)


def _time(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _thin(own: Path, count: int | None, oldest: datetime) -> None:
    kept = sorted(_found(own), key=lambda version: version.time, reverse=True)
    for index, version in enumerate(kept):
        if version.time < oldest or (count is not None and index >= count):
            with suppress(OSError):
                version.file.unlink()
    with suppress(OSError):
        own.rmdir()  # which only an empty folder lets happen
