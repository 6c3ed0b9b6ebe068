"""The stretches that two versions of a text have in common, in order.

Lines that occur once in each version are matched in their longest common order, as patience diff does; matches
grow over equal neighbours, and what lies between two matches is compared from both ends. The cost is
n log n in the number of lines, whatever the texts.
"""

from __future__ import annotations

import bisect
import itertools
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple


class Stretch(NamedTuple):
    """``old[old : old + length] == new[new : new + length]`` of the two texts."""

    old: int
    new: int
    length: int


class Unchanged:
    """What two texts have in common: stretches that ascend in both."""

    def __init__(self, old: str, new: str) -> None:
        self.stretches = _stretches(old, new)
        self._old = [stretch.old for stretch in self.stretches]
        self._new = [stretch.new for stretch in self.stretches]

    def carried(self, start: int, end: int) -> int | None:
        """Where ``old[start:end]`` begins in the new text, if it lies in one stretch."""
        index = bisect.bisect_right(self._old, start) - 1
        if index >= 0 and end <= self.stretches[index].old + self.stretches[index].length:
            return start - self.stretches[index].old + self.stretches[index].new
        return None

    def origin(self, start: int, end: int) -> int | None:
        """Where ``new[start:end]`` began in the old text, if it lies in one stretch."""
        index = bisect.bisect_right(self._new, start) - 1
        if index >= 0 and end <= self.stretches[index].new + self.stretches[index].length:
            return start - self.stretches[index].new + self.stretches[index].old
        return None

    def place(self, position: int) -> int:
        """The place in the new text that is nearest to a position of the old one."""
        index = bisect.bisect_right(self._old, position) - 1
        if index < 0:
            return 0
        stretch = self.stretches[index]
        return stretch.new + min(position - stretch.old, stretch.length)


def common_prefix(one: str, other: str) -> int:
    """How many characters two texts begin with alike; compared in halves, at the speed of memory."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_suffix(one: str, other: str) -> int:
    """How many characters two texts end with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _stretches(old: str, new: str) -> list[Stretch]:
    prefix = common_prefix(old, new)
    suffix = common_suffix(old[prefix:], new[prefix:])
    old_end, new_end = len(old) - suffix, len(new) - suffix
    found = [Stretch(0, 0, prefix)]
    found += _between(old, new, (prefix, old_end), (prefix, new_end))
    found.append(Stretch(old_end, new_end, suffix))
    return _merged(found)


def _between(old: str, new: str, old_span: tuple[int, int], new_span: tuple[int, int]) -> Iterator[Stretch]:
    """The stretches of two parts: runs of equal lines, and what is alike at the ends of the gaps between them."""
    at_old, at_new = old_span[0], new_span[0]
    runs = _line_runs(old[slice(*old_span)], new[slice(*new_span)])
    ends = Stretch(old_span[1] - at_old, new_span[1] - at_new, 0)
    done_old, done_new = at_old, at_new
    for run in (*runs, ends):
        start_old, start_new = run.old + at_old, run.new + at_new
        gap_old, gap_new = old[done_old:start_old], new[done_new:start_new]
        head = common_prefix(gap_old, gap_new)
        tail = common_suffix(gap_old[head:], gap_new[head:])
        yield Stretch(done_old, done_new, head)
        yield Stretch(start_old - tail, start_new - tail, tail)
        yield Stretch(start_old, start_new, run.length)
        done_old, done_new = start_old + run.length, start_new + run.length


def _merged(stretches: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for stretch in stretches:
        if not stretch.length:
            continue
        last = merged[-1] if merged else None
        if last and (last.old + last.length, last.new + last.length) == (stretch.old, stretch.new):
            merged[-1] = last._replace(length=last.length + stretch.length)
        else:
            merged.append(stretch)
    return merged


def _line_runs(old: str, new: str) -> list[Stretch]:
    """Runs of equal lines, ascending in both texts."""
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    old_starts = [0, *itertools.accumulate(map(len, old_lines))]
    new_starts = [0, *itertools.accumulate(map(len, new_lines))]
    runs: list[Stretch] = []
    done_old = done_new = 0
    for at_old, at_new in ascending(unique_pairs(old_lines, new_lines)):
        if at_old < done_old or at_new < done_new:
            continue
        low = 0
        while (
            at_old - low > done_old
            and at_new - low > done_new
            and old_lines[at_old - low - 1] == new_lines[at_new - low - 1]
        ):
            low += 1
        high = 1
        while (
            at_old + high < len(old_lines)
            and at_new + high < len(new_lines)
            and old_lines[at_old + high] == new_lines[at_new + high]
        ):
            high += 1
        start_old, start_new = old_starts[at_old - low], new_starts[at_new - low]
        done_old, done_new = at_old + high, at_new + high
        runs.append(Stretch(start_old, start_new, old_starts[done_old] - start_old))
    return runs


def unique_pairs(old_lines: list[str], new_lines: list[str]) -> list[tuple[int, int]]:
    """The lines that occur once in each, as (number in old, number in new), ascending in old."""
    old_counts, new_counts = Counter(old_lines), Counter(new_lines)
    in_new = {line: index for index, line in enumerate(new_lines) if new_counts[line] == 1}
    return [
        (index, in_new[line])
        for index, line in enumerate(old_lines)
        if line in in_new and old_counts[line] == 1 and line.strip()
    ]


def ascending(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs that ascends in both numbers (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_, value) in enumerate(pairs):
        pile = bisect.bisect_left(tops, value)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        piles[pile : pile + 1] = [number]
    chosen: list[tuple[int, int]] = []
    at = piles[-1] if piles else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]
