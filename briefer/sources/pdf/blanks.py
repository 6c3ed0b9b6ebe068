"""Blanks between the words of a PDF, told by what is seen: some programs leave them out or put them amid words."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefer.sources.pdf.words import Look, Word

_APART = 0.2
"""Font sizes between two letters from which on a blank is seen."""
_WIDER = 0.1
"""Font sizes by which a run of letters is wider than they are, from which on its letters are looked at one by one."""
_CLOSE = 0.08
"""Font sizes between two letters up to which none is."""
_EVEN = 0.05
"""Font sizes between the letters of a word at most, unless it is spaced out as a whole."""
_USUAL = 0.15
"""Font sizes between the words of a page at least, if its measures can be trusted."""
_FAR = 1.0
"""Font sizes between two figures from which on they are two numbers, in the columns of a table."""
_OPENING = "“‘„‚«‹([\"'"


class Places(Protocol):
    """Knows where the letters of a page stand."""

    def ends(self, index: int, turn: int) -> tuple[float, float]:
        """Where a letter begins and ends along its line."""


class Blanks:
    """Finds the places in runs of letters where a blank is seen. What is asked about a letter of a font is kept."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._widths: dict[int, dict[str, float]] = {}

    def parts(self, letters: str, first: int, look: Look, length: float) -> list[tuple[str, int]]:
        """The words in a run of letters ``length`` points long, each with the place of its first letter.

        ``first`` is that of the run. Empty if it is one word.
        """
        if look.size <= 0 or length <= (self._width(letters, first, look) + _WIDER) * look.size:
            return []
        cuts = self._cuts(letters, first, look)
        return (
            [(letters[start:end], first + start) for start, end in pairwise((0, *cuts, len(letters)))] if cuts else []
        )

    def _width(self, letters: str, first: int, look: Look) -> float:
        """How wide the letters are together, in font sizes. Asking where each of them stands would take too long."""
        widths = self._widths.setdefault(look.font, {})
        try:
            return sum(map(widths.__getitem__, letters))
        except KeyError:
            for at, letter in enumerate(letters):
                if letter not in widths:
                    begin, end = self._places.ends(first + at, look.turn)
                    widths[letter] = (end - begin) / look.size
            return sum(map(widths.__getitem__, letters))

    def _cuts(self, letters: str, first: int, look: Look) -> list[int]:
        ends = [self._places.ends(first + at, look.turn) for at in range(len(letters))]
        gaps = [(after[0] - before[1]) / look.size for before, after in pairwise(ends)]
        far = [at for at, gap in enumerate(gaps, 1) if gap >= _FAR and letters[at - 1 : at + 1].isdigit()]
        if far and (len(gaps) == 1 or len(far) < len(gaps)):
            return far
        wide = [at for at, gap in enumerate(gaps, 1) if gap >= _APART]
        others = [gap for gap in gaps if gap < _APART]
        if len(wide) > len(letters) // 2 or not others or statistics.median(others) > _EVEN:
            return []
        return [at for at in wide if _may_part(letters[at - 1], letters[at])]


def _may_part(before: str, after: str) -> bool:
    if before.isdigit() and after.isdigit():
        return False
    return before not in _OPENING and (after.isalnum() or after in _OPENING)


def with_hyphens(found: Sequence[tuple[Word, Look]]) -> list[tuple[Word, Look]]:
    """The words of a page, those whole whose hyphen at the line end some programs set as a word of its own."""
    made: list[tuple[Word, Look]] = []
    for word, look in found:
        last, its_look = made[-1] if made else (word, look)
        ends = made and word.text == "-" and last.text[-1:].isalpha() and its_look == look and last.base == word.base
        if ends and abs(word.left - last.right) <= _CLOSE * word.size:
            made[-1] = last._replace(text=f"{last.text}-", right=word.right), look
        else:
            made.append((word, look))
    return made


def without_false_blanks(found: Sequence[tuple[Word, Look]]) -> list[tuple[Word, Look]]:
    """The words of a page, those in one that stand as close as the letters of a word do."""
    gaps = [
        (after.left - before.right) / before.size
        for (before, look), (after, other) in pairwise(found)
        if before.size > 0 and look.turn == other.turn and before.base == after.base and after.left > before.left
    ]
    if not gaps or statistics.median(gaps) < _USUAL or min(gaps) > _CLOSE:
        return list(found)
    made: list[tuple[Word, Look]] = []
    for word, look in found:
        if made and _is_one(*made[-1], word, look):
            last = made[-1][0]
            made[-1] = last._replace(text=last.text + word.text, right=word.right, hyphen=word.hyphen), look
        else:
            made.append((word, look))
    return made


def _is_one(last: Word, its_look: Look, word: Word, look: Look) -> bool:
    if its_look != look or last.hyphen or last.raised or word.raised or abs(last.base - word.base) > 0.05 * word.size:
        return False
    close = -0.5 * _APART * word.size <= word.left - last.right <= _CLOSE * word.size
    return close and last.text[-1].isalpha() and word.text[0].islower()
