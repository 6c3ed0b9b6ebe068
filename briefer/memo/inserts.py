"""Inserts: what a template puts into its Markdown without its being read as Markdown.

The engine leaves a marker where a value goes, and keeps the value beside the text. Reading the Markdown
resolves the markers. So a field value never changes the structure of the memo, whatever it holds, and its
words know the entry they came from. Markers are made of private-use characters, which are removed from all
text at the border; none is left in a memo.
"""

from __future__ import annotations

import re
from typing import TypeAlias

import msgspec

_OPEN, _CLOSE = "\ue000", "\ue001"
_DIGITS = {ord("0") + digit: 0xE010 + digit for digit in range(10)}
_VALUES = {private: plain for plain, private in _DIGITS.items()}
MARKER = re.compile(f"{_OPEN}([\ue010-\ue019]+){_CLOSE}")


class Words(msgspec.Struct, frozen=True):
    """A plain value; ``entry`` is the id of the entry or passage that it came from, if any."""

    text: str
    entry: str = ""


class Cited(msgspec.Struct, frozen=True):
    """A reference to notes of the memo, by number from 1."""

    notes: tuple[int, ...]
    entry: str = ""


class Prose(msgspec.Struct, frozen=True):
    """A section: Markdown of its own, read apart, so that nothing in it reaches beyond it. ``name`` is its id.

    ``ticks`` are choices of which each item of its lists is to have boxes to tick.
    """

    markdown: str
    name: str = ""
    ticks: tuple[str, ...] = ()


class Edge(msgspec.Struct, frozen=True):
    """Where the generated part of this name begins; without a name, where the last one that began ends."""

    name: str = ""


class Verbatim(msgspec.Struct, frozen=True):
    """Lines of a fenced code block."""

    text: str


Insert: TypeAlias = Words | Cited | Prose | Edge | Verbatim


class Inserts:
    """The inserts of one rendering, in the order in which they were made."""

    def __init__(self) -> None:
        self._kept: list[Insert] = []

    def keep(self, insert: Insert) -> str:
        """Keep an insert; returns the marker that stands for it."""
        self._kept.append(insert)
        return _OPEN + str(len(self._kept) - 1).translate(_DIGITS) + _CLOSE

    def kept(self, digits: str) -> Insert:
        """The insert that a marker's digits name; LookupError if there is none."""
        return self._kept[int(digits.translate(_VALUES))]

    def split(self, text: str) -> list[str | Insert]:
        """``text`` parted at its markers: plain stretches and the inserts between them, in order."""
        if _OPEN not in text:
            return [text] if text else []
        parts = MARKER.split(text)
        found: list[str | Insert] = []
        for index, part in enumerate(parts):
            if index % 2:
                found.append(self.kept(part))
            elif part:
                found.append(part)
        return found

    def plain(self, text: str) -> str:
        """``text`` with each marker replaced by the plain words it stands for; notes and sections say nothing."""
        said = (part if isinstance(part, str) else getattr(part, "text", "") for part in self.split(text))
        return "".join(said)
