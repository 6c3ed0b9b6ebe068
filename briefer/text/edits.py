"""Several edits of one text at once, and where places and words stand after them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from briefer.text.spans import Span, shifted


class Edit(NamedTuple):
    """``words`` in place of ``text[start:end]``."""

    start: int
    end: int
    words: str


class Edits:
    """Edits of one text, in code points of it: ascending, none overlapping another."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = tuple(edits)
        self._starts = [edit.start for edit in self.edits]
        self._ends = [edit.end for edit in self.edits]
        self._moved = [0, *accumulate(len(edit.words) - (edit.end - edit.start) for edit in self.edits)]

    def applied(self, text: str) -> str:
        """The text after them."""
        pieces: list[str] = []
        at = 0
        for start, end, words in self.edits:
            pieces += text[at:start], words
            at = end
        return "".join([*pieces, text[at:]])

    def span(self, start: int, end: int) -> Span:
        """Where a span (not empty) stands after them, each edit taken by the rule of ``spans.shifted``.

        A span that loses all its characters is empty, where they stood.
        """
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        before = self._moved[first]
        for edit in reversed(self.edits[first:last]):
            start, end = shifted(start, end, edit.start, edit.end - edit.start, len(edit.words))
        return start + before, end + before

    def spans(self) -> list[Span]:
        """Where the words of each edit stand after them."""
        moved = zip(self.edits, self._moved, strict=False)
        return [(edit.start + by, edit.start + by + len(edit.words)) for edit, by in moved]

    def touches(self, start: int, end: int) -> bool:
        """Whether an edit stands in a span or at its edges."""
        return bisect_left(self._ends, start) < bisect_right(self._starts, end)
