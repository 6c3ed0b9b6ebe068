"""Where words are after their text has changed: shifted by an edit, or found again in another version.

An edit says what became of every character, so spans shift with it exactly (``shifted``). A replaced text does
not. There, words are found again (``found_again``) by this rule, and else they are lost and a person is asked
(``candidates``); they are never moved to words that merely look alike:

1. *Unchanged stretches.* Words inside a stretch that both versions share stay at their place in it, if at
   least ``LEAST`` characters next to them agree with their surroundings, or they are at least ``LONG`` words.
2. *Words with surroundings.* The same words elsewhere in what changed, if ``ENOUGH`` of the surroundings'
   characters agree (counted outwards from the words on both sides, ``LEAST`` at the very least), and by
   ``CLEARLY`` more than at any other place.
3. *Words that say it themselves.* At least ``LONG`` words, or a name, that occur nowhere else, in either version.

White space does not count in the comparison of surroundings, and may differ inside the words (a line end for
a space); otherwise the words must be the same, and end where words end if they did so before. A place whose
words the unchanged stretches show to be another occurrence's is never taken.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from briefer.text.characters import joined, squeezed
from briefer.text.names import name_at
from briefer.text.spans import Span
from briefer.text.surroundings import MOST_PLACES, Squeezed, agreement, agreement_at, keyed, occurrences, surroundings
from briefer.text.unchanged import Unchanged

LEAST = 6
"""Characters of surroundings that must agree, white space not counted."""

ENOUGH = 0.5
"""The part of all surroundings that must agree: one side unchanged will do."""

CLEARLY = 0.2
"""The part of all surroundings by which the best place must be ahead of the next."""

LONG = 5
"""Words that are enough by themselves, if they occur once."""


class Words(NamedTuple):
    """Words at ``start`` to ``end`` of a text with their surroundings; ``start == end`` if they are lost."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


def found_again(old_text: str, new_text: str, wanted: Sequence[Words]) -> list[Span]:
    """Where words of the old text stand in the new one, in the order asked for; the rule is the module's.

    Words that are lost give an empty span at the place nearest to where they stood.
    """
    if old_text == new_text:
        return [(words.start, words.end) for words in wanted]
    search = _Search(old_text, new_text)
    return [search.find(words) for words in wanted]


class _Search:
    """The search of one replaced text for any number of words."""

    def __init__(self, old_text: str, new_text: str) -> None:
        self._old_text, self._new_text = old_text, new_text
        self._unchanged = Unchanged(old_text, new_text)
        self._both: tuple[Squeezed, Squeezed] | None = None

    def find(self, words: Words) -> Span:
        return self._carried(words) or self._elsewhere(words) or (self._unchanged.place(words.start),) * 2

    def _carried(self, words: Words) -> Span | None:
        """Rule 1."""
        if words.start == words.end:
            return None
        start = self._unchanged.carried(words.start, words.end)
        if start is None:
            return None
        span = start, start + words.end - words.start
        prefix, suffix = squeezed(words.prefix), squeezed(words.suffix)
        alike = agreement(prefix, suffix, *surroundings(self._new_text, *span))
        if (alike >= LEAST or len(words.exact.split()) >= LONG) and self._has_same_edges(words, span):
            return span
        return None

    def _elsewhere(self, words: Words) -> Span | None:
        """Rules 2 and 3."""
        exact = squeezed(words.exact)
        if not exact:
            return None
        prefix, suffix = squeezed(words.prefix), squeezed(words.suffix)
        total = len(prefix) + len(suffix)
        need = max(LEAST, math.ceil(total * ENOUGH))
        if need <= total and (span := self._by_surroundings(words, exact, prefix, suffix, need)):
            return span
        speaks = len(words.exact.split()) >= LONG or _is_name(words)
        return self._by_itself(words, exact) if speaks else None

    def _by_surroundings(self, words: Words, exact: str, prefix: str, suffix: str, need: int) -> Span | None:
        old, new = self._squeezed()
        # One side has at least half of what must agree: only places where it does need to be looked at.
        key = math.ceil(need / 2)
        rated: list[tuple[int, Span]] = []
        places = keyed(new.text, exact, prefix, suffix, key)
        if len(places) >= MOST_PLACES:
            return None
        for at in places:
            span = new.span(at, len(exact))
            if self._is_anothers(words, span):
                continue
            rated.append((agreement_at(new.text, at, exact, prefix, suffix), span))
        best = max(rated, default=None)
        if best is None or best[0] < need or not self._is_same(words, best[1]):
            return None
        rivals = [rating for rating, span in rated if span != best[1]]
        for at in keyed(old.text, exact, prefix, suffix, key):
            span = old.span(at, len(exact))
            if span != (words.start, words.end) and self._unchanged.carried(*span) is None:
                rivals.append(agreement_at(old.text, at, exact, prefix, suffix))
        margin = CLEARLY * (len(prefix) + len(suffix))
        return best[1] if best[0] - max(rivals, default=0) >= margin else None

    def _by_itself(self, words: Words, exact: str) -> Span | None:
        old, new = self._squeezed()
        places = _first_two(new.text, exact)
        others = [at for at in _first_two(old.text, exact) if old.span(at, len(exact)) != (words.start, words.end)]
        if len(places) != 1 or others:
            return None
        span = new.span(places[0], len(exact))
        return span if self._is_same(words, span) else None

    def _squeezed(self) -> tuple[Squeezed, Squeezed]:
        if self._both is None:
            self._both = Squeezed(self._old_text), Squeezed(self._new_text)
        return self._both

    def _is_same(self, words: Words, span: Span) -> bool:
        return self._new_text[span[0] : span[1]].split() == words.exact.split() and self._has_same_edges(words, span)

    def _is_anothers(self, words: Words, span: Span) -> bool:
        """Whether the words of a place are known to have stood elsewhere before."""
        origin = self._unchanged.origin(*span)
        return origin is not None and (origin != words.start or words.start == words.end)

    def _has_same_edges(self, words: Words, span: Span) -> bool:
        """Whether the words at a place end where words end, if they did so in their old surroundings."""
        text, (start, end) = self._new_text, span
        found = text[start:end]
        before, after = text[max(0, start - 2) : start], text[end : end + 2]
        cut_before = joined(before, found[:2]) and not joined(words.prefix[-2:], words.exact[:2])
        cut_after = joined(found[-2:], after) and not joined(words.exact[-2:], words.suffix[:2])
        return not cut_before and not cut_after


def _is_name(words: Words) -> bool:
    """Whether words are a whole name, which means the same wherever it stands; a sentence may begin any one word."""
    context, at = words.prefix + words.exact + words.suffix, len(words.prefix)
    is_capital = any(word[:1].isupper() for word in words.exact.split())
    is_alone = len(words.exact.split()) == 1
    if not is_capital or (is_alone and not words.prefix.rstrip()[-1:].isalnum()):
        return False
    return name_at(context, at) == (at, at + len(words.exact))


def _first_two(text: str, words: str) -> list[int]:
    return [at for at, _ in zip(occurrences(text, words), range(2), strict=False)]
