"""A Word file is a zip of parts: read the base document's once, write a memo's with equal bytes for equal parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from briefer.errors import DataError
from briefer.paths import resources
from briefer.render.word.names import CONTENT_TYPES

Parts = Mapping[str, str]
"""The text of each part by its name in the zip, in the order in which the zip holds them."""


@cache
def base_parts(look: str) -> Parts:
    """The parts of the shipped document ``resources/styles/LOOK.docx``, read once a process.

    Raises ``DataError`` for a look that does not ship.
    """
    folder = resources() / "styles"
    path = folder / f"{look}.docx"
    if path.parent != folder or not path.is_file():
        known = ", ".join(sorted(file.stem for file in folder.glob("*.docx")))
        raise DataError(
            f"there is no look “{look}” for Word documents", f"set the template's style to one of: {known}"
        )
    return MappingProxyType(read_parts(path.read_bytes()))


def read_parts(package: bytes) -> dict[str, str]:
    """The parts of a package of ours, all of which are XML."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def zip_parts(parts: Parts, *, compress: bool = True, shared: Collection[str] = ()) -> bytes:
    """A package whose bytes depend on the arguments alone, the list of content types first.

    What deflate makes differs between builds of zlib; without ``compress`` the bytes are the same everywhere.
    ``shared`` names parts that the next package has too: they come first, and are compressed once for all of them.
    """
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name not in shared))
    begun = _zipped(tuple((name, parts[name]) for name in names if name in shared), compress=compress)
    return _with_parts(begun, ((name, parts[name]) for name in names if name not in shared), compress=compress)


@lru_cache(maxsize=4)
def _zipped(parts: tuple[tuple[str, str], ...], *, compress: bool) -> bytes:
    return _with_parts(b"", parts, compress=compress)


def _with_parts(package: bytes, parts: Iterable[tuple[str, str]], *, compress: bool) -> bytes:
    """A package, empty at first, with more parts behind its own."""
    out = io.BytesIO(package)
    with zipfile.ZipFile(out, "a") as archive:
        for name, text in parts:
            member = zipfile.ZipInfo(name)
            member.create_system = 0
            member.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
            archive.writestr(member, text)
    return out.getvalue()
