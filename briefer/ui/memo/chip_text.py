"""Where a section's Markdown stands in the document that shows it with each citation as one character, a chip.

Three counts meet here: code points of the Markdown, which is what the brief keeps; code points of the text as
shown; and UTF-16 units of that text, which are Qt's positions.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate

from briefer.text.citations import citation_spans
from briefer.text.spans import Span
from briefer.ui.offsets import Offsets
from briefer.ui.text.difference import Replacement, difference

OBJECT = "\ufffc"
"""What stands for a chip in the text as shown. A section may hold such a character itself, which is no chip."""


class ChipText:
    """A section's Markdown with the spans of it that are shown as chips, in their order."""

    def __init__(self, markdown: str, chips: Sequence[Span], shown: str | None = None) -> None:
        self.markdown, self.chips = markdown, list(chips)
        if shown is not None:
            self.shown = shown
        self._starts = [start for start, _ in chips]
        self._hidden = [0, *accumulate(end - start - 1 for start, end in chips)]
        self._places = [start - hidden for start, hidden in zip(self._starts, self._hidden, strict=False)]

    @classmethod
    def of(cls, markdown: str) -> ChipText:
        """The Markdown with all its citations as chips."""
        return cls(markdown, citation_spans(markdown))

    @classmethod
    def read(cls, shown: str, marks: Sequence[tuple[int, str]]) -> ChipText:
        """What a document shows: its text, and where in it (code points) which mark stands as a chip, in order."""
        written: list[str] = []
        chips: list[Span] = []
        at = length = 0
        for place, mark in marks:
            written += [shown[at:place], mark]
            length += place - at
            chips.append((length, length + len(mark)))
            at, length = place + 1, length + len(mark)
        return cls("".join(written) + shown[at:], chips, shown)

    def edited(self, start: int, old_end: int, between: ChipText, shown: str) -> ChipText:
        """What a document shows after one edit: ``between`` in place of a stretch of the shown text (code points)."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, old_end)
        begin, end = start + self._hidden[first], old_end + self._hidden[last]
        longer = begin + len(between.markdown) - end
        chips = self.chips[:first]
        chips += [(begin + a, begin + b) for a, b in between.chips]
        chips += [(a + longer, b + longer) for a, b in self.chips[last:]]
        return ChipText(self.markdown[:begin] + between.markdown + self.markdown[end:], chips, shown)

    @cached_property
    def shown(self) -> str:
        """The text as it is shown, one ``OBJECT`` a chip."""
        return "".join(piece if mark is None else OBJECT for piece, mark in self.pieces(0, len(self.markdown)))

    def pieces(self, start: int, end: int) -> list[tuple[str, str | None]]:
        """The Markdown from ``start`` to ``end``, which part no chip, in pieces: text, and chips with their marks."""
        made: list[tuple[str, str | None]] = []
        at = start
        for chip in self.chips[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            made += [(self.markdown[at : chip[0]], None), (OBJECT, self.markdown[chip[0] : chip[1]])]
            at = chip[1]
        return [piece for piece in (*made, (self.markdown[at:end], None)) if piece[0]]

    def to_qt(self, position: int) -> int:
        """UTF-16 units shown before a position of the Markdown; one inside a chip's mark counts as before it."""
        before = bisect_right(self._starts, position)
        if before and position < self.chips[before - 1][1]:
            return self._offsets.to_qt(self._places[before - 1])
        return self._offsets.to_qt(position - self._hidden[before])

    def to_text(self, position: int) -> int:
        """The position in the Markdown of a place in the shown text, in UTF-16 units."""
        at = self._offsets.to_text(position)
        return at + self._hidden[bisect_left(self._places, at)]

    def mark_at(self, position: int) -> str:
        """The mark of the chip that is shown at a place, in UTF-16 units; empty if there is none."""
        at = self._offsets.to_text(position)
        index = bisect_left(self._places, at)
        if index == len(self._places) or self._places[index] != at:
            return ""
        start, end = self.chips[index]
        return self.markdown[start:end]

    def marks(self) -> list[tuple[int, str]]:
        """Where chips stand in the shown text, in its code points, and their marks."""
        return [(at, self.markdown[start:end]) for at, (start, end) in zip(self._places, self.chips, strict=True)]

    def places_in_qt(self, wanted: Callable[[str], bool]) -> list[int]:
        """Where the chips stand whose marks are wanted, in UTF-16 units of the shown text."""
        return [self._offsets.to_qt(at) for at, mark in self.marks() if wanted(mark)]

    def shown_place(self, position: int) -> int:
        """Code points of the shown text before a place in it, in UTF-16 units; its end if it is beyond."""
        return min(self._offsets.to_text(position), len(self.shown))

    @cached_property
    def _offsets(self) -> Offsets:
        return Offsets(self.shown)


def change_between(old: ChipText, new: ChipText) -> Replacement | None:
    """The one replacement in the Markdown that makes ``new`` of ``old`` and parts no chip of them, if any."""
    if old.markdown == new.markdown:
        if old.chips == new.chips:
            return None
        change = Replacement(len(old.markdown), 0, 0)
    else:
        change = difference(old.markdown, new.markdown)
    longer = len(new.markdown) - len(old.markdown)
    before = _equal(old.chips, new.chips, change.start, len(old.chips))
    most = min(len(old.chips), len(new.chips)) - before
    after = _equal(_mirrored(old), _mirrored(new), len(old.markdown) - change.old_end, most)
    left = [*old.chips[before : len(old.chips) - after], *new.chips[before : len(new.chips) - after]]
    ends = [end for _, end in old.chips[before : len(old.chips) - after]]
    ends += [end - longer for _, end in new.chips[before : len(new.chips) - after]]
    start = min([change.start, *(chip[0] for chip in left)])
    old_end = max([change.old_end, start, *ends])
    return Replacement(start, old_end, old_end + longer)


def _equal(old: Sequence[Span], new: Sequence[Span], limit: int, most: int) -> int:
    """How many chips at the front are the same in both, up to a position."""
    count = 0
    for one, other in zip(old[:most], new, strict=False):
        if one != other or one[1] > limit:
            break
        count += 1
    return count


def _mirrored(text: ChipText) -> list[Span]:
    """The chips counted from the end."""
    length = len(text.markdown)
    return [(length - end, length - start) for start, end in reversed(text.chips)]
