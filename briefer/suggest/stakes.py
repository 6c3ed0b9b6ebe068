"""Stakes: the clauses that tell what may be lost or gained, what it hangs on and until when; few, by weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefer.suggest.doers import Doers
from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Syntax
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import Stake, StakeLevel
from briefer.suggest.stake_cues import Cue
from briefer.suggest.stake_phrases import PhraseCues
from briefer.suggest.stake_verbs import VerbCues

_ENOUGH = 2.25
_FEWEST, _MOST = 2, 7
_WORDS_A_STAKE = 40
_MOST_ACTORS = 3
_SHORTEST, _SHORT = 2, 4
_SHORTER = 0.5
"""What speaks against a stake of fewer words than ``_SHORT``."""
_BY_LEVEL: dict[StakeLevel, float] = {"high": 0.75, "medium": 0.5, "low": -0.5, "unset": 0.0}
_LEVELS: tuple[StakeLevel, ...] = ("high", "low", "medium")


class _Candidate(NamedTuple):
    stake: Stake
    rank: float


def find_stakes(reading: Reading, sentences: Iterable[Syntax], doers: Doers, grammar: Grammar) -> list[Stake]:
    """The stakes of an article in reading order."""
    stakes = _Stakes(reading, doers, grammar)
    found = [
        stakes.candidate(cue)
        for syntax in sentences
        if syntax.sentence.paragraph not in reading.headings
        for cues in (VerbCues, PhraseCues)
        for cue in cues(reading, syntax, grammar.words).found()
        if cue.last - cue.first >= _SHORTEST
    ]
    return _weightiest(found, min(_MOST, max(_FEWEST, len(reading.tokens) // _WORDS_A_STAKE + 1)))


def _weightiest(found: Sequence[_Candidate], most: int) -> list[Stake]:
    kept: list[Stake] = []
    for stake, rank in sorted(found, key=lambda candidate: (-candidate.rank, candidate.stake.start)):
        if len(kept) == most or rank < _ENOUGH:
            break
        if not any(_overlap(stake, other) or _plain(stake) == _plain(other) for other in kept):
            kept.append(stake)
    return sorted(kept, key=lambda stake: stake.start)


def _overlap(one: Stake, other: Stake) -> bool:
    return one.start < other.end and other.start < one.end


def _plain(stake: Stake) -> str:
    return " ".join(stake.text.lower().split())


class _Stakes:
    """Makes stakes of what the cues found."""

    def __init__(self, reading: Reading, doers: Doers, grammar: Grammar) -> None:
        self._reading, self._doers = reading, doers
        self._words = grammar.words

    def candidate(self, cue: Cue) -> _Candidate:
        """The stake that a cue tells of, and how much speaks for it."""
        start, end = self._reading.span(cue.first, cue.last)
        text = self._reading.text[start:end]
        level, size = self._level(text)
        why = f"{cue.why}; “{size}” gives the level" if size else cue.why
        stake = Stake(text, start, end, self._touched(start, end), level, why)
        rank = cue.weight + _BY_LEVEL[level] + 0.25 * bool(self._doers.within(start, end))
        if cue.last - cue.first < _SHORT:
            rank -= _SHORTER
        return _Candidate(stake, rank + 0.25 * any(map(str.isdigit, text)))

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
