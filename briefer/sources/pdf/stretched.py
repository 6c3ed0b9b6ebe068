"""Lines of narrow justified columns, whose words stand so far apart that they look like cells, made whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.sources.pdf.lines import Line

_PROSE = 3
"""Words of a line, and lines between the same edges, from which on these are the edges of a column of text."""
_EVEN = 1.0
"""Points by which the gaps of a justified line differ at most."""
_WIDEST = 8.0
_INDENT = 4.0
"""Font sizes of a gap in such a line, and of the indent before it, at most."""
_PLAY = 1.0


def runs_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The pieces of lines in the order given, those together that are one justified line of a column of text.

    Such a line reaches from edge to edge as others do that are in one piece, with even gaps, and where it is parted
    no other line begins or ends.
    """
    edges = Counter((round(line.left), round(line.right)) for line in lines if len(line.words) >= _PROSE)
    columns = sorted((pair for pair, number in edges.items() if number >= _PROSE), key=lambda pair: pair[1] - pair[0])
    if not columns:
        return [[line] for line in lines]
    begins, ends = Counter(round(line.left) for line in lines), Counter(round(line.right) for line in lines)
    made: list[list[Line]] = []
    at = 0
    while at < len(lines):
        number = _pieces(lines, at, columns, begins, ends)
        made.append(list(lines[at : at + number]))
        at += number
    return made


def _pieces(
    lines: Sequence[Line], at: int, columns: list[tuple[int, int]], begins: Counter[int], ends: Counter[int]
) -> int:
    """How many of the pieces from ``at`` on are one line."""
    first = lines[at]
    for left, right in columns:
        if not -_PLAY <= first.left - left <= _INDENT * first.size or first.right >= right - _PLAY:
            continue
        gaps: list[float] = []
        for number, (last, line) in enumerate(zip(lines[at:], lines[at + 1 :], strict=False), 2):
            gap = line.left - last.right
            parts = ends[round(last.right)] >= _PROSE or begins[round(line.left)] >= _PROSE
            beside = abs(line.base - first.base) < _PLAY and line.size == first.size
            if not beside or parts or not 0 < gap <= _WIDEST * line.size or line.right > right + _PLAY:
                break
            gaps.append(gap)
            if line.right >= right - _PLAY:
                if max(gaps) - min(gaps) <= _EVEN:
                    return number
                break
    return 1
