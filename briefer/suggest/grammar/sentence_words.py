"""The words of a sentence in which the verbs are known: what stands where, and what may belong to a noun."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Group
from briefer.suggest.reading import DASH, Reading, Sentence

_QUOTES = "\"“”„»«‘’'"
_SILENT = _QUOTES + "."


class SentenceWords:
    """The tokens of a sentence by their number in the article; outside it there is nothing."""

    def __init__(self, reading: Reading, sentence: Sentence, grammar: Grammar, groups: Sequence[Group]) -> None:
        self.tokens = reading.tokens
        self.first, self.last = sentence.first, sentence.last
        self.grammar = grammar
        self.groups = groups
        self.of_group = {at: group for group in groups for at in range(group.first, group.last)}

    def small(self, at: int) -> str:
        """A word in small letters; empty outside the sentence."""
        return self.tokens[at].small if self.first <= at < self.last else ""

    def text(self, at: int) -> str:
        """A word or mark as written, a dash as one; empty outside the sentence."""
        if not self.first <= at < self.last:
            return ""
        token = self.tokens[at]
        return DASH if token.small == DASH else token.text

    def before(self, at: int) -> int:
        """The last token before a position that is no adverb, quotation mark or point; before the first if none."""
        at -= 1
        while at >= self.first and (
            (self.grammar.is_adverb(self.small(at)) and self.small(at) not in self.grammar.subordinators)
            or self.text(at) in _SILENT
        ):
            at -= 1
        return at

    def nominal(self, at: int) -> bool:
        """Whether a token may be a noun or belong to one on its left."""
        grammar, token = self.grammar, self.tokens[at]
        if at in self.of_group:
            return False
        if token.possessive or token.text in "%$€£" or token.text in _QUOTES:
            return token.text not in _QUOTES or self._within_name(at)
        word = token.small
        if not token.is_word:
            return token.text == "-" and self._joins(at)
        if word in grammar.subject_pronouns or word in grammar.determiners:
            return True
        return not (
            word in grammar.prepositions
            or word in grammar.subordinators
            or word in grammar.relatives
            or word in grammar.coordinators
            or word in grammar.complementisers
            or word == grammar.infinitive
            or (grammar.is_adverb(word) and not token.capital and word not in grammar.times)
        )

    def _joins(self, hyphen: int) -> bool:
        """Whether a hyphen stands between a figure and a word: ``51-year-old``."""
        mark, before = self.tokens[hyphen], self.text(hyphen - 1)
        after = self.tokens[hyphen + 1 : hyphen + 2]
        joined = before[-1:].isdigit() and self.tokens[hyphen - 1].end == mark.start
        return joined and bool(after) and after[0].start == mark.end

    def _within_name(self, at: int) -> bool:
        before, token = self.tokens[at - 1], self.tokens[at]
        if at <= self.first or token.text not in "’”'":
            return False
        return before.capital or (before.small.endswith("s") and before.end == token.start and token.text in "’'")
