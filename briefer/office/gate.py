"""The gate: a Word file is unpacked within bounds, or refused in plain words, before any library sees it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from briefer.errors import DataError, printable
from briefer.office.names import CONTENT_TYPES

MAX_PARTS = 2_000
MAX_PART = 8_000_000
"""Bytes of one part of text; pictures may be as large as all of the file."""
MAX_UNPACKED = 100_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL_HEADER = 30
_TEXT = (".xml", ".rels", ".vml")
_ANEW = "open it in Word, save it anew as a .docx, and try again"


class Kind(NamedTuple):
    """What a kind of packed file is called in messages: its name, who writes it, and what to do if it is odd."""

    name: str
    writer: str
    anew: str
    choose: str


_WORD = Kind("Word document", "Word", _ANEW, "choose a .docx or .dotx")


def open_package(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by their names, in its order. DataError for what is none, or not safe to open."""
    if data.startswith(_OLE):
        raise _ole(data)
    parts = unpack(data, _WORD)
    if CONTENT_TYPES not in parts:
        raise DataError("it is a zip file but no Word document", "choose a .docx or .dotx")
    return parts


def unpack(data: bytes, kind: Kind) -> dict[str, bytes]:
    """The parts of a zip file by their names, in its order; DataError, in words for its kind, if it is not safe."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [info for info in archive.infolist() if not info.orig_filename.endswith("/")]
            _check(members, kind)
            return _read(archive, members)
    # NotImplementedError is zipfile's word for a packing it does not know, RuntimeError for one with a password.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        hint = f"{kind.choose}; if it is one, {kind.anew}"
        raise DataError(f"it is no {kind.name}, or it is damaged", hint) from None


def _ole(data: bytes) -> DataError:
    if _ENCRYPTED in data:
        hint = "open it in Word, take the password away under File ▸ Info ▸ Protect Document, and save it"
        return DataError("it is protected by a password", hint)
    return DataError("it is in the old .doc format, or protected", "open it in Word and save it as a .docx")


def _check(members: list[zipfile.ZipInfo], kind: Kind) -> None:
    """Refuse what no program of good will would have packed."""
    if len(members) > MAX_PARTS:
        raise DataError(f"it has more than {MAX_PARTS:,} parts", kind.anew)
    seen: set[str] = set()
    for member in members:
        name = member.orig_filename
        if not _is_plain(name) or name.lower() in seen:
            raise DataError(f"its part “{printable(name[:80])}” has a name that no {kind.name} has", kind.anew)
        if member.flag_bits & 1:
            raise DataError("it is protected by a password", "save a copy without one")
        if member.compress_type not in _METHODS:
            raise DataError(f"it is packed in a way that {kind.writer} does not use", kind.anew)
        seen.add(name.lower())
    if _overlap(members):
        raise DataError("its parts lie over each other", kind.anew)


def _is_plain(name: str) -> bool:
    pieces = name.split("/")
    return not ("\\" in name or "\0" in name or ":" in pieces[0] or any(p in ("", ".", "..") for p in pieces))


def _overlap(members: Iterable[zipfile.ZipInfo]) -> bool:
    """Whether two members share bytes, counting at least what each must have."""
    end = 0
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL_HEADER + len(member.orig_filename.encode()) + member.compress_size
    return False


def _read(archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo]) -> dict[str, bytes]:
    """All parts; what a member says of its size is not believed."""
    parts: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for member in members:
        is_text = member.orig_filename.lower().endswith(_TEXT)
        most = min(left, MAX_PART) if is_text else left
        with archive.open(member) as stream:
            content = stream.read(most + 1)
        if len(content) > most:
            size = (
                f"{MAX_PART // 1_000_000} MB in one part" if most == MAX_PART else f"{MAX_UNPACKED // 1_000_000} MB"
            )
            raise DataError(f"it unpacks to more than {size}", "take large pictures or old versions out of it")
        left -= len(content)
        parts[member.orig_filename] = content
    return parts
