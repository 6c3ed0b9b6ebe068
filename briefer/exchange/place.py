"""Where the words of an annotation stand in a source: by quote and surroundings, with the position as a hint."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from briefer.edit.values import typed
from briefer.exchange.read import Target
from briefer.exchange.vocabulary import urn_of_text
from briefer.model.anchor import Anchor
from briefer.model.source import Source
from briefer.text.characters import joined, squeezed
from briefer.text.locate import CLEARLY, LEAST, LONG
from briefer.text.spans import Span, trim_span
from briefer.text.surroundings import MOST_PLACES, Squeezed, agreement_at, occurrences

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")

NOT_THERE = "its words are not in the source"
SEVERAL = "its words stand in the source several times, and nothing says which are meant"
NO_WORDS = "it names no words"


class Placed(NamedTuple):
    """A place in a source, or why there is none."""

    span: Span | None
    why: str = ""


class Words(NamedTuple):
    """Words with their surroundings as they are compared: composed, and without what nobody sees."""

    exact: str
    prefix: str
    suffix: str


class Article:
    """A source in which the words of many annotations are looked for."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def urn(self) -> str:
        """The name of its very text."""
        return urn_of_text(self.source)

    @cached_property
    def _squeezed(self) -> Squeezed:
        return Squeezed(self.source.text)

    def lost(self, target: Target) -> Anchor | None:
        """The anchor of a target that had lost its words in this very text already."""
        fits = 0 <= target.start == target.end <= len(self.source.text)
        if target.text != self.urn or not target.exact or not fits:
            return None
        exact, prefix, suffix = (typed(said) for said in (target.exact, target.prefix, target.suffix))
        return Anchor(self.source.id, target.start, target.end, exact, prefix, suffix, target.stance)

    def place(self, target: Target) -> Placed:
        """Where the words of a target stand, if that is beyond doubt.

        A position counts for sure in the very text that it was measured in. Else the same words are looked for
        everywhere: the place is the only one, if its surroundings do not speak against it, or that whose surroundings
        agree clearly best, or, among equals, the one at the position.
        """
        words = Words(*(_INVISIBLE.sub("", typed(said)) for said in (target.exact, target.prefix, target.suffix)))
        hinted = self._at_position(target, words)
        if hinted and target.text == self.urn:
            return Placed(hinted)
        if not words.exact.strip():
            return Placed(None, NO_WORDS)
        rated = self._rated(words)
        if not rated:
            return Placed(None, NOT_THERE)
        total = len(squeezed(words.prefix)) + len(squeezed(words.suffix))
        best = max(rating for rating, _ in rated)
        agrees = best >= min(LEAST, total)
        if len(rated) == 1:
            sure = agrees or len(words.exact.split()) >= LONG or rated[0][1] == hinted
            return Placed(rated[0][1]) if sure else Placed(None, NOT_THERE)
        near = [span for rating, span in rated if best - rating < max(1, CLEARLY * total)]
        if len(near) == 1 and agrees:
            return Placed(near[0])
        return Placed(hinted) if hinted in near else Placed(None, SEVERAL)

    def _at_position(self, target: Target, words: Words) -> Span | None:
        start, end = target.start, target.end
        text = self.source.text
        if not 0 <= start < end <= len(text) or not text[start:end].strip():
            return None
        fits = text[start:end].split() == words.exact.split() if words.exact else target.text == self.urn
        return trim_span(text, start, end) if fits else None

    def _rated(self, words: Words) -> list[tuple[int, Span]]:
        text = self._squeezed
        exact, prefix, suffix = map(squeezed, words)
        found: list[tuple[int, Span]] = []
        for at in islice(occurrences(text.text, exact), MOST_PLACES):
            span = text.span(at, len(exact))
            if self._is_whole(span, words):
                found.append((agreement_at(text.text, at, exact, prefix, suffix), span))
        return found

    def _is_whole(self, span: Span, words: Words) -> bool:
        """Whether a place has the same words, and cuts none in two that the annotation did not cut."""
        text, (start, end) = self.source.text, span
        found = text[start:end]
        if found.split() != words.exact.split():
            return False
        cut_before = joined(text[max(0, start - 2) : start], found[:2])
        cut_after = joined(found[-2:], text[end : end + 2])
        return (not cut_before or joined(words.prefix[-2:], words.exact[:2])) and (
            not cut_after or joined(words.exact[-2:], words.suffix[:2])
        )
