"""The passages of the sources that may support a sentence of the memo.

A passage is a sentence of a source, or two that follow each other. SQLite's full-text search finds them (BM25);
names, figures and dates count more than other words. Nothing is learnt, and nothing is asked of the net.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from briefer.model.brief import Brief
from briefer.model.entries import Actor, Citable
from briefer.suggest.passage_index import Found, Text, index_of
from briefer.text.citations import citation_spans, cited_in
from briefer.text.spans import Span

MOST = 9
"""So many passages are offered at most: each has a key of its own."""
_SUPPORTED = 0.4
"""Of what a sentence says, so much must stand in a passage for it to support the sentence."""
_WORTH_SHOWING = 0.5
"""What has less than so much of the best one's share is not offered."""
_NEAREST = 3
"""So many are offered where none supports the sentence."""
_AS_GOOD = 0.85
"""A passage that is cited already comes first if it is nearly as good as the best."""
_HELD = 0.5
"""An entry holds a passage if it has so many of the words that count."""


class Candidate(NamedTuple):
    """A passage that may support a sentence: ``text[start:end]`` of a source.

    ``common`` are the words that both have, as spans of the source's text. ``share`` is how much of what the sentence
    says stands here, 0 to 1. ``ident`` is the entry or passage that holds these words, empty if none does.
    """

    source: str
    start: int
    end: int
    common: tuple[Span, ...]
    share: float
    ident: str = ""

    @property
    def supports(self) -> bool:
        """Whether so much of the sentence stands here that it may well rest on it."""
        return self.share >= _SUPPORTED


def find_passages(brief: Brief, sentence: str, most: int = MOST) -> list[Candidate]:
    """The passages that have most in common with a sentence, the best first; none that overlap, none far behind.

    One that the memo cites already comes first if it supports the sentence about as well as the best does.
    """
    texts = tuple(Text(source.id, source.text, source.published) for source in brief.sources if source.text.strip())
    if not texts or not sentence.strip():
        return []
    found = [Candidate(*each, ident=_holder(brief, each)) for each in _apart(index_of(texts).find(sentence), most)]
    cited = _cited(tuple(brief.sections.values()))
    best = max((candidate.share for candidate in found), default=0.0)
    found = [candidate for candidate in found if candidate.share >= _WORTH_SHOWING * best]

    def comes_first(candidate: Candidate) -> bool:
        return candidate.ident in cited and candidate.supports and candidate.share >= _AS_GOOD * best

    ranked = sorted(found, key=lambda candidate: not comes_first(candidate))
    return ranked if best >= _SUPPORTED else ranked[:_NEAREST]


def _apart(found: Sequence[Found], most: int) -> list[Found]:
    """The first ones, of those that overlap one."""
    chosen: list[Found] = []
    for each in found:
        if len(chosen) == most:
            break
        if not any(
            each.source == other.source and each.start < other.end and other.start < each.end for other in chosen
        ):
            chosen.append(each)
    return chosen


@functools.lru_cache(maxsize=4)
def _cited(sections: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        ident for text in sections for start, end in citation_spans(text) for ident in cited_in(text[start:end])
    )


def _holder(brief: Brief, found: Found) -> str:
    """The entry or passage that rests on these words, at least on most of those that count; an actor last."""
    held = ((_held(item, found), not isinstance(item, Actor), item.id) for item in brief.citables())
    enough = [each for each in held if each[0][0] >= _HELD]
    return max(enough, key=lambda each: (each[1], each[0]))[2] if enough else ""


def _held(item: Citable, found: Found) -> tuple[float, float]:
    """How many of the common words an item rests on, 0 to 1, and how little else."""
    spans = [
        (anchor.start, anchor.end)
        for anchor in item.evidence
        if anchor.source == found.source and not anchor.lost and anchor.stance == "supports"
    ]
    if not spans or not found.common:
        return 0.0, 0.0
    held = sum(any(start <= word[0] and word[1] <= end for start, end in spans) for word in found.common)
    within = sum(max(0, min(end, found.end) - max(start, found.start)) for start, end in spans)
    whole = sum(end - start for start, end in spans) + found.end - found.start - within
    return held / len(found.common), within / whole
