"""Positions in a text: code points, as all of the core counts them, and UTF-16 units, as Qt does.

This is the only place that knows of both.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Converts positions in one text. Both directions never fall and fit each other at every code point."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        # Characters beyond the basic plane take two units; most texts have none, then there is nothing to keep.
        if text.isascii():
            self._points: list[int] = []
        else:
            self._points = [found.start() for found in _ASTRAL.finditer(text)]
        self._units = [point + before for before, point in enumerate(self._points)]

    def to_qt(self, position: int) -> int:
        """UTF-16 units before a position in code points."""
        return position + bisect_left(self._points, position)

    def to_text(self, position: int) -> int:
        """Code points before a position in UTF-16 units; one inside a surrogate pair counts as before it."""
        return position - bisect_left(self._units, position)
