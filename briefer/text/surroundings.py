"""Words and what stands beside them, compared without regard to white space."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from briefer.text.characters import squeezed
from briefer.text.spans import Span

MOST_PLACES = 500
"""Places of the same words with much the same surroundings that are looked at; more cannot be told apart."""

_WINDOW = 96
"""Characters beside a place that are read to compare surroundings; ample for those of an anchor."""


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place, squeezed, for ``agreement``."""
    return squeezed(text[max(0, start - _WINDOW) : start]), squeezed(text[end : end + _WINDOW])


def agreement(prefix: str, suffix: str, before: str, after: str) -> int:
    """How many characters of squeezed surroundings agree with those of a place, counted outwards from it."""
    return _alike(reversed(prefix), reversed(before)) + _alike(iter(suffix), iter(after))


def _alike(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


class Squeezed:
    """A text without its white space that knows where its characters stood."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self.text = "".join(words)
        self._squeezed_starts: list[int] = []
        self._starts: list[int] = []
        at = done = 0
        for word in words:
            at = text.index(word, at)
            self._squeezed_starts.append(done)
            self._starts.append(at)
            at += len(word)
            done += len(word)

    def span(self, start: int, length: int) -> Span:
        """Where ``length`` (not 0) characters from ``start`` of the squeezed text stand in the text."""
        return self._at(start), self._at(start + length - 1) + 1

    def _at(self, position: int) -> int:
        index = bisect_right(self._squeezed_starts, position) - 1
        return self._starts[index] + position - self._squeezed_starts[index]


def occurrences(text: str, words: str) -> Iterator[int]:
    """Where ``words`` (not empty) occur in ``text``; they may overlap."""
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def agreement_at(text: str, at: int, exact: str, prefix: str, suffix: str) -> int:
    """The agreement of surroundings at an occurrence of ``exact`` in a squeezed text."""
    end = at + len(exact)
    return agreement(prefix, suffix, text[max(0, at - len(prefix)) : at], text[end : end + len(suffix)])


def keyed(text: str, exact: str, prefix: str, suffix: str, key: int) -> set[int]:
    """Where ``exact`` occurs in a squeezed text with ``key`` characters of its prefix or of its suffix.

    Stops after ``MOST_PLACES`` of either.
    """
    found: set[int] = set()
    if len(suffix) >= key:
        found.update(islice(occurrences(text, exact + suffix[:key]), MOST_PLACES))
    if len(prefix) >= key:
        found.update(at + key for at in islice(occurrences(text, prefix[len(prefix) - key :] + exact), MOST_PLACES))
    return found
