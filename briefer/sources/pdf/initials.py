"""Large initials of a PDF: the letter over several lines at the beginning of an article joins its word."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from briefer.sources.pdf.words import Word

LARGE = 1.8
"""Sizes of the type beside it from which on a letter is such an initial."""

_LINES = 2
"""Lines that stand beside it at least."""

_HEIGHT = 0.8
"""Of a capital, in font sizes, with some play."""

_LONGEST = 2
_APART = 1.5
_WORDS = frozenset("AIOÀ")
"""Letters that may be words."""


def with_initials(words: Sequence[Word]) -> list[Word]:
    """The words, large initials put before the first word of their first line.

    The lines beside an initial begin where it does, so that they are no indented ones.
    """
    made = list(words)
    sizes = [word.size for word in words]
    if not sizes or max(sizes) < LARGE * statistics.median(sizes):
        return made
    for initial in [word for word in words if _may_be_one(word)]:
        beside = _first_words_beside(initial, made)
        if len(beside) < _LINES:
            continue
        first = beside[0]
        made.remove(initial)
        for word in beside:
            made[made.index(word)] = word._replace(left=initial.left)
        at = made.index(first._replace(left=initial.left))
        text = f"{initial.text}{_between(initial, first, words)}{first.text}"
        made[at] = made[at]._replace(text=text)
    return made


def _may_be_one(word: Word) -> bool:
    letters = word.text.strip("“„\"'‘«")
    return len(word.text) <= _LONGEST and len(letters) == 1 and letters.isupper()


def _first_words_beside(initial: Word, words: Sequence[Word]) -> list[Word]:
    """The first words of the lines beside an initial, from top to bottom."""
    beside: dict[int, Word] = {}
    top, size = initial.base + _HEIGHT * initial.size, statistics.mode(word.size for word in words)
    for word in words:
        small = abs(word.size - size) < 1 and word.size * LARGE <= initial.size
        level = initial.base - 0.3 * word.size <= word.base <= top - 0.5 * word.size
        near = -0.3 * word.size <= word.left - initial.right <= _APART * word.size
        if small and level and near:
            at = round(word.base)
            if at not in beside or word.left < beside[at].left:
                beside[at] = word
    return [beside[at] for at in sorted(beside, reverse=True)]


def _between(initial: Word, first: Word, words: Sequence[Word]) -> str:
    """A blank after a letter that is a word, if what it would make with the next is no word of the page."""
    if initial.text not in _WORDS or not first.text[0].islower():
        return ""
    whole = (initial.text + first.text).casefold()
    return "" if any(word.text.casefold() == whole for word in words) else " "
