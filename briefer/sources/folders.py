"""A folder in place of an article: the files in it that can be read."""

from __future__ import annotations

from pathlib import Path

from briefer.errors import DataError, UnreadableError

MOST = 500
"""Files of one folder that are taken; more are no reading for a brief."""


def articles_in(folder: Path) -> list[Path]:
    """The files in a folder that a reader knows by their suffix, in the order of their names; not those further down.

    UnreadableError if the folder cannot be looked into; DataError if there are none, or more than ``MOST``. Both
    name it. Hidden files are left out.
    """
    from briefer.sources.read import READERS

    known = set(filter(None, READERS))
    try:
        found = [
            path
            for path in folder.iterdir()
            if path.suffix.lower() in known and not path.name.startswith(".") and path.is_file()
        ]
    except OSError as error:
        message = f"the folder cannot be opened: {(error.strerror or str(error)).lower()}"
        raise UnreadableError(message, "choose its files instead", path=folder) from error
    if not found:
        raise DataError("it holds no files that can be read as articles", "choose another folder", path=folder)
    if len(found) > MOST:
        message = f"it holds {len(found):,} articles, and {MOST} are taken at most"
        raise DataError(message, "choose those that the brief needs", path=folder)
    return sorted(found, key=lambda path: path.name.casefold())
