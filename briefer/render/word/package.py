"""A Word file is a zip of parts: read the base document's once, write a memo's with equal bytes for equal parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
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


def zip_parts(parts: Parts, *, compress: bool = True) -> bytes:
    """A package whose bytes depend on the parts alone, the list of content types first.

    What deflate makes differs between builds of zlib; without ``compress`` the bytes are the same everywhere.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(parts, key=lambda name: name != CONTENT_TYPES):
            member = zipfile.ZipInfo(name)
            member.create_system = 0
            member.compress_type = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
            archive.writestr(member, parts[name])
    return out.getvalue()
