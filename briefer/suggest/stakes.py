"""Stakes: the clauses that tell what may be lost or gained, what it hangs on and until when; few, by weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefer.suggest.doers import Doers
from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Syntax
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import Stake, StakeLevel
from briefer.suggest.stake_candidates import Candidate, Candidates
from briefer.suggest.stake_cues import StakeSentence
from briefer.suggest.stake_signals import SpanSignals, StakeWords, rank
from briefer.text.spans import Span

_SHORT, _FOR_LESS = 150, 0.3
"""In a text of fewer tokens less has to speak for a stake, by up to so much: it is told for a few."""
_FEWEST, _MOST = 2, 7
_WORDS_A_STAKE = 90
_MOST_ACTORS = 3
_LEVELS: tuple[StakeLevel, ...] = ("high", "low", "medium")


class _Ranked(NamedTuple):
    candidate: Candidate
    span: Span
    rank: float


def find_stakes(
    reading: Reading, sentences: Sequence[Syntax], doers: Doers, quoted: Sequence[Span], grammar: Grammar
) -> list[Stake]:
    """The stakes of an article in reading order; ``quoted`` are the spans of its quotations."""
    ranked = ranked_candidates(reading, sentences, quoted, grammar)
    most = min(_MOST, _FEWEST + len(reading.tokens) // _WORDS_A_STAKE)
    stakes = _Stakes(reading, doers, grammar)
    return sorted((stakes.told(one) for one in _weightiest(reading, ranked, most)), key=lambda stake: stake.start)


def ranked_candidates(
    reading: Reading, sentences: Sequence[Syntax], quoted: Sequence[Span], grammar: Grammar
) -> list[_Ranked]:
    """What may be a stake, each with how much speaks for it."""
    told = [syntax for syntax in sentences if syntax.sentence.paragraph not in reading.headings]
    found: list[_Ranked] = []
    words = StakeWords(reading, told, grammar)
    for number, syntax in enumerate(told):
        place = syntax.sentence
        candidates = Candidates(StakeSentence(reading, syntax, grammar.words))
        here = list(candidates.found(telling=words.telling(place.first, place.last)))
        if not here:
            continue
        signals = SpanSignals(reading, syntax, quoted, words, number)
        for candidate in here:
            first, last = candidate.first, candidate.last
            speaking = candidate.signals | signals.of(first, last, candidate.signals)
            found.append(_Ranked(candidate, reading.span(first, last), rank(speaking, candidate.cue)))
    return found


def _weightiest(reading: Reading, found: Iterable[_Ranked], most: int) -> list[_Ranked]:
    kept: list[_Ranked] = []
    told: set[str] = set()
    enough = _FOR_LESS * min(0.0, len(reading.tokens) / _SHORT - 1)
    for one in sorted(found, key=lambda one: (-one.rank, one.span)):
        if len(kept) == most or one.rank < enough:
            break
        words = reading.words(one.candidate.first, one.candidate.last).lower()
        if words not in told and not any(_overlap(one.span, other.span) for other in kept):
            kept.append(one)
            told.add(words)
    return kept


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class _Stakes:
    """Makes stakes of the candidates that are kept."""

    def __init__(self, reading: Reading, doers: Doers, grammar: Grammar) -> None:
        self._reading, self._doers = reading, doers
        self._words = grammar.words

    def told(self, one: _Ranked) -> Stake:
        """The stake with its level, whom it touches, and why it is one."""
        start, end = one.span
        text = self._reading.text[start:end]
        level, size = self._level(text)
        why = one.candidate.why
        why = f"{why}; “{size}” gives the level" if size else why
        return Stake(text, start, end, self._touched(start, end), level, why)

    def _level(self, text: str) -> tuple[StakeLevel, str]:
        """How much is at stake, and the word that tells so."""
        for level in _LEVELS:
            if match := self._words.phrases(f"stakes.{level}").search(text):
                return level, match[0]
        return "unset", ""

    def _touched(self, start: int, end: int) -> tuple[str, ...]:
        """Names of the actors in the clause, or else in its sentence."""
        named = self._doers.within(start, end)
        sentence = self._reading.sentence_of(start)
        if not named and sentence:
            named = self._doers.within(sentence.start, sentence.end)
        return tuple(actor.name for actor in named[:_MOST_ACTORS])
