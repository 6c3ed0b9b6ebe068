"""Positions in a text: code points, as all of the core counts them, and UTF-16 units, as Qt does.

This is the only place that knows of both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Converts positions in one text. Both directions never fall and fit each other at every code point."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        # Characters beyond the basic plane take two units; most texts have none, then there is nothing to keep.
        if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):  # faster than seeking
            self._points: list[int] = []
        else:
            self._points = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def after(self, start: int, end: int, words: str) -> Offsets:
        """Those of the text after an edit: ``words`` in place of ``start`` to ``end`` (code points)."""
        if not self._points and words.isascii():
            return self
        low, high = bisect_left(self._points, start), bisect_left(self._points, end)
        by, typed = len(words) - (end - start), [start + found.start() for found in _ASTRAL.finditer(words)]
        made = Offsets("")
        made._points = [*self._points[:low], *typed, *[point + by for point in self._points[high:]]]
        made._units = [point + before for before, point in enumerate(made._points)]
        return made

    def to_qt(self, position: int) -> int:
        """UTF-16 units before a position in code points."""
        return position + bisect_left(self._points, position)

    def all_to_qt(self, positions: Sequence[int]) -> Sequence[int]:
        """The same of many positions."""
        return list(map(self.to_qt, positions)) if self._points else positions

    def to_text(self, position: int) -> int:
        """Code points before a position in UTF-16 units; one inside a surrogate pair counts as before it."""
        return position - bisect_left(self._units, position)
