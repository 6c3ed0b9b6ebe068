"""The shelf: template files of one's own and those that the office shares, found but not read.

A brief names its template by an id and never by a path, and an id is only ever compared with those of the files that
are there: nothing that stands in a brief leads to a file elsewhere.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from briefer import paths
from briefer.errors import InputOutputError, UnreadableError
from briefer.settings import load_settings

Place: TypeAlias = Literal["built in", "mine", "office"]

MARKDOWN = ".md"
WORD = (".docx", ".dotx")
SUFFIXES = (MARKDOWN, *WORD)
MOST = 500
"""Templates of a folder that are looked at, by their names."""


class OnShelf(msgspec.Struct, frozen=True):
    """A template file: the id that a brief knows it by, and where it is.

    ``stamp`` is another one after the file was changed; ``changed`` is when that was, in seconds since 1970.
    """

    id: str
    path: str
    place: Place
    stamp: str
    changed: float

    @property
    def is_word(self) -> bool:
        """Whether it is a Word document."""
        return Path(self.path).suffix.lower() in WORD


def mine() -> Path:
    """The folder of one's own templates; not made here."""
    return paths.data_dir() / "templates"


def office() -> Path | None:
    """The folder that the office shares, if one was chosen."""
    chosen = load_settings().settings.office_folder
    return Path(chosen) if chosen else None


def identify(place: Place, name: str) -> str:
    """The id of a file by its name: ``mine:weekly`` for ``weekly.md``; a Word document keeps its suffix."""
    file = Path(unicodedata.normalize("NFC", name))
    short = file.suffix.lower() == MARKDOWN and Path(file.stem).suffix.lower() not in SUFFIXES
    return f"{place}:{file.stem if short else file.name}"


def on_shelf(place: Place, folder: Path) -> list[OnShelf]:
    """The templates in a folder, by their names; those in folders within it are none.

    UnreadableError if the folder is not there or not ours to read, InputOutputError if the disk fails.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if _may_be_template(entry.name))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UnreadableError("there is no such folder", "see whether its drive is connected", path=folder) from error
    except PermissionError as error:
        raise UnreadableError("you have no permission to read it", "ask its owner", path=folder) from error
    except OSError as error:
        reason = (error.strerror or "the system refused").lower()
        raise InputOutputError(f"it cannot be read ({reason})", "try again later", path=folder) from error
    found = (_found(place, folder / name) for name in names[:MOST])
    return [each for each in found if each is not None]


def path_of(ident: str) -> Path | None:
    """Where the template of one's own or of the office with this id is; None if there is none, or no such folder."""
    place = ident.partition(":")[0]
    return next((Path(each.path) for each in _all(place) if each.id == ident), None)


def all_on_shelf() -> list[OnShelf]:
    """One's own templates and then those of the office; a folder that cannot be read holds none."""
    return list(_all())


def _all(only: str = "") -> Iterator[OnShelf]:
    folders: dict[Place, Callable[[], Path | None]] = {"mine": mine, "office": office}
    for place, folder_of in folders.items():
        if only in ("", place) and (folder := folder_of()) is not None:
            with suppress(UnreadableError, InputOutputError):
                yield from on_shelf(place, folder)


def _may_be_template(name: str) -> bool:
    """By its name: one that can be typed, not hidden, and not what Word leaves beside a document that is open."""
    hidden = name.startswith((".", "~$"))
    return Path(name).suffix.lower() in SUFFIXES and not hidden and name.isprintable()


def _found(place: Place, path: Path) -> OnShelf | None:
    try:
        status = path.stat()
    except OSError:  # gone meanwhile, or a link that leads nowhere
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    stamp = f"{status.st_mtime_ns}-{status.st_size}-{status.st_ino}"
    return OnShelf(identify(place, path.name), str(path), place, stamp, status.st_mtime)
