"""Highlights of a source, kept so that those in view are found fast."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from operator import attrgetter, sub
from typing import NamedTuple, TypeAlias

from briefer.model.brief import GROUPS, Brief, Kind
from briefer.model.entries import title_of
from briefer.model.source import Source
from briefer.ui.fitting import shortened
from briefer.ui.offsets import Offsets


class Highlight(NamedTuple):
    """A passage of the source that an entry rests on: code points ``start`` to ``end``, and the entry's title.

    That of a suggestion has its reason in ``why``, and its key in place of the entry's id.
    """

    entry_id: str
    kind: Kind
    start: int
    end: int
    title: str = ""
    why: str = ""


def filed_in(brief: Brief, source_id: str) -> list[Highlight]:
    """The passages of a source that entries rest on."""
    return [
        Highlight(entry.id, kind, anchor.start, anchor.end, title_of(entry))
        for kind, group in GROUPS.items()
        for entry in getattr(brief, group)
        for anchor in entry.evidence
        if anchor.source == source_id and not anchor.lost
    ]


Suggested: TypeAlias = Mapping[str, tuple[str, Sequence[Highlight]]]
"""By the ids of sources, the texts that were read, and what is suggested in them."""


def suggested_in(source: Source, suggested: Suggested) -> Sequence[Highlight]:
    """What is suggested in a source; nothing where its text is no longer the one that was read."""
    text, highlights = suggested.get(source.id, ("", ()))
    return highlights if text == source.text else ()


def described(highlight: Highlight, most: int = 200) -> str:
    """What is said of a highlight: its title, cut to so many characters, its kind, and why it is suggested."""
    title = shortened(highlight.title, most)
    if highlight.why:
        return f"{title} (suggested {highlight.kind}: {highlight.why})"
    return f"{title} ({highlight.kind})" if title else highlight.kind.capitalize()


class Span(NamedTuple):
    """A highlight in Qt's positions. ``level`` counts the longer spans stacked under it, from 0."""

    start: int
    end: int
    level: int
    of: Highlight


class Spans:
    """The highlights of one text in reading order; of those that start together the longest is first."""

    def __init__(self, highlights: Iterable[Highlight] = (), offsets: Offsets | None = None) -> None:
        to_qt = (offsets or Offsets("")).to_qt
        self._highlights = [highlight for highlight in highlights if highlight.start < highlight.end]
        self._highlights.sort(key=attrgetter("end"), reverse=True)
        self._highlights.sort(key=attrgetter("start"))
        self._starts = [to_qt(highlight.start) for highlight in self._highlights]
        self._ends = [to_qt(highlight.end) for highlight in self._highlights]
        # The furthest end so far never falls, so bisection finds the first span that can reach into a range.
        self._reach = list(accumulate(self._ends, max))
        self._levels = _levels(self._starts, self._ends, self._reach)

    def between(self, start: int, end: int) -> list[Span]:
        """The spans that share a character with ``start`` to ``end`` (Qt positions), in reading order."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return [
            Span(self._starts[n], self._ends[n], self._levels[n], self._highlights[n])
            for n in range(first, last)
            if self._ends[n] > start
        ]

    def at(self, position: int) -> list[Span]:
        """The spans around the character at a Qt position, the shortest (which lies on top) first."""
        return sorted(self.between(position, position + 1), key=lambda span: span.end - span.start)

    def beside(self, position: int) -> list[Highlight]:
        """The highlights around the character after a Qt position, else around the one before; the shortest first."""
        return [span.of for span in self.at(position) or self.at(position - 1)]


def _levels(starts: list[int], ends: list[int], reach: list[int]) -> list[int]:
    """For each range one level more than the highest of the longer ones that it overlaps; most overlap none."""
    levels = [0] * len(starts)
    after = [*starts[1:], max(reach, default=0)]
    before = [0, *reach]
    crowded = [n for n, start in enumerate(starts) if before[n] > start or after[n] < ends[n]]
    taken: list[_Row] = []
    for number in sorted(crowded, key=list(map(sub, starts, ends)).__getitem__):
        start, end = starts[number], ends[number]
        level = len(taken)
        while level and taken[level - 1].is_free(start, end):
            level -= 1
        if level == len(taken):
            taken.append(_Row())
        taken[level].add(start, end)
        levels[number] = level
    return levels


class _Row:
    """Ranges that lie apart from each other, sorted."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def is_free(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return not before or self._ends[before - 1] <= start

    def add(self, start: int, end: int) -> None:
        insort(self._starts, start)
        insort(self._ends, end)


class Marks:
    """What is drawn beside and around an article's words: shared by the reader and its two gutters.

    ``numbers`` gives each numbered paragraph by the Qt position of its start; ``current`` is the id of the
    open entry, ``touched`` holds those of the entries under the pointer or at the caret.
    """

    def __init__(self) -> None:
        self.spans = Spans()
        self.numbers: dict[int, int] = {}
        self.current = ""
        self.touched: frozenset[str] = frozenset()
