"""Links in place of articles: an address that was pasted alone, and the small files that hold one.

Nothing here, or anywhere in the program, goes to the address.
"""

from __future__ import annotations

import plistlib
import re
from pathlib import Path
from xml.parsers.expat import ExpatError

from briefer.errors import DataError
from briefer.files import read_file

LIMIT = 64 * 1024
"""Bytes of a file that holds a link; a longer one is none."""

SUFFIXES = frozenset((".url", ".webloc", ".desktop"))
"""The files that browsers and desktops keep links in (small letters)."""

_LINK = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_LINE = re.compile(r"^URL(?:\[\$e\])?[ \t]*=[ \t]*(\S+)[ \t]*\r?$", re.MULTILINE)


def lone_link(text: str) -> str:
    """The web address that is all there is in a text; empty if there is none, or more."""
    words = text.strip().removeprefix("<").removesuffix(">")
    return words if _LINK.fullmatch(words) else ""


def link_in_file(path: Path) -> str:
    """The web address that a file of ``SUFFIXES`` holds.

    DataError if it holds none; UnreadableError or InputOutputError if it cannot be read. Each names the file.
    """
    content = read_file(path, LIMIT)
    found = lone_link(_webloc(content) if path.suffix.lower() == ".webloc" else _line(content, path))
    if not found:
        raise DataError("it holds no link to a web page", "open it in a browser, and save the page", path=path)
    return found


def _webloc(content: bytes) -> str:
    try:
        held = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError, OverflowError, RecursionError, LookupError):
        return ""
    address = held.get("URL") if isinstance(held, dict) else None
    return address if isinstance(address, str) else ""


def _line(content: bytes, path: Path) -> str:
    from briefer.sources.plain import decode  # with the rules of cleaning, which take long to import

    try:
        line = _LINE.search(decode(content))
    except DataError as error:
        raise error.at(path) from None
    return line[1] if line else ""
