"""What tells that something is at stake: a cue, and what its kinds have in common."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from briefer.suggest.grammar.syntax import Group, Syntax
from briefer.suggest.language import Language
from briefer.suggest.reading import Reading


class Cue(NamedTuple):
    """A stake from token ``first`` to before ``last``, how much speaks for it, and why it is one."""

    first: int
    last: int
    weight: float
    why: str


_PHRASES = (
    "chances",
    "costs",
    "deadlines",
    "dependence",
    "fears",
    "predicates",
    "purpose nouns of",
    "shares",
    "time left",
    "until",
)


@functools.lru_cache(maxsize=8)
def _first_words(words: Language) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The lists of phrases that have an entry with these first two words, the second empty for one of one word."""
    found: dict[str, dict[str, list[str]]] = {}
    for name in _PHRASES:
        for first, entries in words.sequences(f"stakes.{name}").items():
            for second in {(*entry, "")[1] for entry in entries}:
                found.setdefault(first, {}).setdefault(second, []).append(name)
    return found


class StakeSentence:
    """One sentence as all kinds of cues see it: its words, its verb groups by place, and where lists have entries."""

    def __init__(self, reading: Reading, syntax: Syntax, words: Language) -> None:
        self.reading, self.syntax, self.words = reading, syntax, words
        self.first, self.last = syntax.sentence.first, syntax.sentence.last
        self.smalls = [token.small for token in reading.tokens[self.first : self.last]]
        self.present = frozenset(self.smalls)
        self.wholes: dict[tuple[int, bool], int] = {}

    @cached_property
    def finite_at(self) -> set[int]:
        """Where finite verb groups begin."""
        return {group.first for group in self.syntax.groups if group.tense != "none"}

    @cached_property
    def ending_at(self) -> dict[int, Group]:
        """The verb groups by where they end."""
        return {group.last: group for group in reversed(self.syntax.groups)}

    @cached_property
    def subjects(self) -> set[int]:
        """Where subjects of clauses begin."""
        return {clause.subject for clause in self.syntax.clauses if not clause.shared}

    @cached_property
    def leads(self) -> dict[str, list[int]]:
        """Where the first words of the entries of the lists of phrases stand, by list."""
        lists, found = _first_words(self.words), dict[str, list[int]]()
        for at, (small, following) in enumerate(zip(self.smalls, [*self.smalls[1:], ""], strict=True), self.first):
            if small in lists:
                names = lists[small]
                for name in {*names.get("", ()), *names.get(following, ())}:
                    found.setdefault(name, []).append(at)
        return found


class Cues:
    """What the kinds of cues have in common: one sentence and the word lists."""

    def __init__(self, sentence: StakeSentence) -> None:
        self._sentence = sentence
        self._reading, self._syntax, self._words = sentence.reading, sentence.syntax, sentence.words
        self._grammar, self._verbs = self._syntax.grammar, self._syntax.grammar.verbs
        self._first, self._last = sentence.first, sentence.last
        self._tokens = self._reading.tokens
        self._losses = self._words.words("stakes.loss verbs")
        self._gains = self._words.words("stakes.gain verbs")
        self._threats = self._words.words("stakes.threats")

    def _small(self, at: int) -> str:
        return self._tokens[at].small if self._first <= at < self._last else ""

    def _text(self, at: int) -> str:
        return self._tokens[at].text if self._first <= at < self._last else ""

    def _phrases(self, name: str) -> Iterator[tuple[int, int, str]]:
        """Where the entries of a list stand in the sentence, none within another: tokens and words."""
        entries = self._words.sequences(f"stakes.{name}")
        reached = self._first
        for at in self._sentence.leads.get(name, ()):
            if at < reached:
                continue
            for words in entries[self._tokens[at].small]:
                after = at + len(words)
                if after <= self._last and all(self._tokens[at + n].small == word for n, word in enumerate(words)):
                    reached = after
                    yield at, after, " ".join(words)
                    break

    def _places(self, words: Set[str]) -> list[int]:
        """Where words of a list stand in the sentence."""
        if self._sentence.present.isdisjoint(words):
            return []
        return [at for at, small in enumerate(self._sentence.smalls, self._first) if small in words]
