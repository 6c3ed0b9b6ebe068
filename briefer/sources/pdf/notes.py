"""Footnotes of a PDF that begin with a raised number, whatever size they are set in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from briefer.sources.pdf.lines import Line
from briefer.sources.pdf.words import Word

_LEADS = re.compile(r"(\d{1,3})([^\W\d_].*)?")
_SMALL, _LIFT, _MOST_LIFT = 0.85, 0.1, 0.7
"""Shares of the size of its line: a mark is smaller than the first, and set higher by what is between the others."""


def marks_in(words: Iterable[Word]) -> frozenset[str]:
    """The numbers of notes that stand behind words."""
    return frozenset(word.text for word in words if word.raised)


def with_marks(words: Sequence[Word], known: frozenset[str]) -> list[Word]:
    """The words of a page, those numbers raised that begin a note whose mark is ``known``.

    Such a number may be one with the word that follows it; another one there ("14C") stands in its line.
    """
    made: list[Word] = []
    for word, after in pairwise(words):
        found = _LEADS.fullmatch(word.text) if word.text[:1].isdigit() and not word.raised else None
        if not found or not _is_raised(word, after):
            made.append(word)
        elif found[1] in known:
            made.extend(_parted(word, found[1], found[2] or "", after))
        else:
            made.append(word._replace(base=after.base, size=after.size) if found[2] else word)
    return [*made, *words[-1:]]


def begins_note(line: Line) -> bool:
    """Whether a line begins with the mark of a note: one that leads to a note stands behind a word."""
    return len(line.words) > 1 and line.words[0].raised


def _is_raised(word: Word, after: Word) -> bool:
    lift = word.base - after.base
    beside = abs(after.left - word.right) <= after.size
    return beside and word.size < _SMALL * after.size and _LIFT * after.size < lift <= _MOST_LIFT * after.size


def _parted(word: Word, mark: str, rest: str, after: Word) -> list[Word]:
    if not rest:
        return [word._replace(raised=True)]
    end = word.left + (word.right - word.left) * len(mark) / len(word.text)
    return [
        word._replace(text=mark, right=end, raised=True, hyphen=False),
        word._replace(text=rest, left=end, base=after.base, size=after.size, bold=after.bold),
    ]
