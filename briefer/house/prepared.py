"""A house document made ready to be filled: opened safely, stripped, its parts read as templates; once a process."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from briefer.house.drawn_in import draw_in
from briefer.house.properties import core_part, title_of
from briefer.house.source import Source, source_of
from briefer.house.styles import HouseStyles
from briefer.office.changes import accept_changes
from briefer.office.names import WORD
from briefer.office.package import ROOT, Package
from briefer.office.strip import strip

_KEPT = 8
"""Documents that are held ready."""
_SIDES = (("/header", "header"), ("/footer", "footer"), ("/comments", "comment"))
_TEXTS = ("document.main", "header", "footer", "footnotes", "endnotes", "comments")
_TAGS = ("{{", "{%", "{#")


class Prepared(NamedTuple):
    """A document ready to be filled.

    ``parts`` are its own without what was stripped, ``stripped`` says what that was, ``sources`` are the parts that
    hold tags. ``title`` is the title in its properties.
    """

    parts: dict[str, bytes]
    stripped: tuple[str, ...]
    sources: tuple[Source, ...]
    title: str

    @property
    def names_its_title(self) -> bool:
        """Whether the title of the memo is made by tags in the document's own."""
        return any(mark in self.title for mark in _TAGS)


@functools.lru_cache(maxsize=_KEPT)
def prepared(document: bytes) -> Prepared:
    """A Word file made ready; DataError for what is none or not safe to open."""
    package = Package.opened(document)
    stripped = strip(package)
    changed = [name for name in texts(package) if accept_changes(package.tree(name))]
    if changed:
        stripped.append("It held tracked changes, which are taken as accepted.")
    parts = package.parts()
    package = Package(parts)
    draw_in(package)
    styles = HouseStyles(package)
    title = title_of(package)
    sources = [source_of(package.tree(name), name, label, styles) for name, label in _filled(package)]
    return Prepared(parts, tuple(stripped), tuple(sources), title)


def texts(package: Package) -> list[str]:
    """The parts of a package that hold text, the main text first."""
    kinds = {f"{WORD}.{name}+xml" for name in _TEXTS}
    return [name for name in package.reachable() if package.kind(name) in kinds]


def _filled(package: Package) -> Iterator[tuple[str, str]]:
    """The parts that tags may stand in, with what people call them; the main text first."""
    yield package.main, "body"
    for kind, label in _SIDES:
        for name in package.related(package.main, kind):
            yield name, label
    if core := core_part(package):
        yield core, "document properties"
    for name in package.related(ROOT, "/custom-properties"):
        yield name, "document properties"
