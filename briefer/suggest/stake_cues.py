"""What tells that something is at stake: a cue, and what its kinds have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefer.suggest.grammar.syntax import Clause, Syntax
from briefer.suggest.language import Language
from briefer.suggest.reading import Reading

_LONG_SUBJECT = 10


class Cue(NamedTuple):
    """A stake from token ``first`` to before ``last``, how much speaks for it, and why it is one."""

    first: int
    last: int
    weight: float
    why: str


class Cues:
    """What the kinds of cues have in common: one sentence and the word lists."""

    def __init__(self, reading: Reading, syntax: Syntax, words: Language) -> None:
        self._reading, self._syntax, self._words = reading, syntax, words
        self._grammar, self._verbs = syntax.grammar, syntax.grammar.verbs
        self._present = {token.small for token in reading.tokens[syntax.sentence.first : syntax.sentence.last]}
        self._losses = words.words("stakes.loss verbs")
        self._gains = words.words("stakes.gain verbs")
        self._threats = words.words("stakes.threats")

    def _small(self, at: int) -> str:
        sentence = self._syntax.sentence
        return self._reading.tokens[at].small if sentence.first <= at < sentence.last else ""

    def _phrases(self, name: str) -> Iterator[tuple[int, int, str]]:
        """Where the entries of a list stand in the sentence, none within another: tokens and words."""
        entries = self._words.sequences(f"stakes.{name}")
        tokens, sentence = self._reading.tokens, self._syntax.sentence
        reached = sentence.first
        if self._present.isdisjoint(entries):
            return
        for at in range(sentence.first, sentence.last):
            if at < reached or tokens[at].small not in entries:
                continue
            for words in entries[tokens[at].small]:
                after = at + len(words)
                if after <= sentence.last and all(tokens[at + n].small == word for n, word in enumerate(words)):
                    reached = after
                    yield at, after, " ".join(words)
                    break

    def _start(self, clause: Clause) -> int:
        """Where a clause begins as a stake: at a relative after a comma, else at its subject if that is short."""
        if clause.begin >= 0:
            return clause.first
        if clause.level == "relative":
            aside = next((at for at in range(clause.noun + 1, clause.group.first) if self._is_aside(at)), None)
            if aside is not None:
                return aside
        if clause.shared or clause.group.first - clause.subject > _LONG_SUBJECT:
            return clause.group.first
        return clause.first

    def _is_aside(self, at: int) -> bool:
        return self._small(at) in self._grammar.relatives and self._reading.tokens[at - 1].text == ","
