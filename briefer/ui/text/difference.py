"""The smallest difference of two texts as one replacement."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Replacement(NamedTuple):
    """``old[start:old_end]`` becomes ``new[start:new_end]``; positions are code points."""

    start: int
    old_end: int
    new_end: int

    def covers(self, position: int) -> bool:
        """Whether the character after a position of the old text was replaced."""
        return self.start <= position < self.old_end

    def moved(self, position: int) -> int:
        """Where a position of the old text is in the new one; inside the replaced words, at their end."""
        if position <= self.start:
            return position
        if position < self.old_end:
            return self.new_end
        return position + self.new_end - self.old_end


def difference(old: str, new: str) -> Replacement:
    """The one replacement, as short as can be, that makes ``new`` of ``old``; the leftmost where several are."""
    most = min(len(old), len(new))
    ends = len(old), len(new)
    tail = _longest(most, lambda low, n: old[ends[0] - n : ends[0] - low] == new[ends[1] - n : ends[1] - low])
    start = _longest(most - tail, lambda low, n: old[low:n] == new[low:n])
    return Replacement(start, len(old) - tail, len(new) - tail)


def _longest(most: int, fits: Callable[[int, int], bool]) -> int:
    """The largest n up to ``most`` that fits, where everything below one that fits does too.

    ``fits`` is asked of one that fits and a larger one, and need not look at what is below the first.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if fits(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
