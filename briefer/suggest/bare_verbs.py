"""Whether a word that may be a verb is one where it stands, without an auxiliary to tell."""

from __future__ import annotations

from briefer.suggest.grammar import Grammar
from briefer.suggest.reading import Reading, Sentence

_YEAR = 4
_CLOSING = ",)–—”’\"'%"
_BEFORE_INFINITIVES = ("planning", "deciding", "announcing", "refusing", "beginning", "being")


class BareVerbs:
    """Judges the words of a sentence by their neighbours."""

    def __init__(self, reading: Reading, sentence: Sentence, grammar: Grammar) -> None:
        self._tokens = reading.tokens
        self._first, self._last = sentence.first, sentence.last
        self._grammar = grammar
        self._verbs = grammar.verbs

    def stands(self, at: int, kind: str, *, later: bool) -> bool:
        """Whether a word is the past, third or base form of a verb here; ``later`` if a verb stands before it."""
        before = at - 1
        while before >= self._first and self._grammar.is_adverb(self._small(before)):
            before -= 1
        if before < self._first or not self._may_precede(before, later=later):
            return False
        if kind == "past":
            return self._past(at, before)
        word = self._small(before)
        if word in self._verbs.known and word not in self._verbs.nouns_too:
            return False
        return self._third(at, before) if kind == "third" else self._base(at, before)

    def _past(self, at: int, before: int) -> bool:
        grammar, word = self._grammar, self._small(before)
        if self._verbs.lemma(self._small(at), "base") or self._small(at) in grammar.weak_pasts:
            return self._alone(before) or self._tokens[before].capital or self._object_follows(at, "past")
        return self._small(at + 1) not in grammar.agents or word in grammar.subject_pronouns

    def _third(self, at: int, before: int) -> bool:
        if self._small(before) in self._grammar.plural_pronouns:
            return False
        if self._small(at) not in self._verbs.noun_forms:
            return True
        if self._is_plural(before) and not self._tokens[before].capital:
            return False
        if self._verbs.lemma(self._small(before), "ing"):
            return False
        return self._alone(before) or self._object_follows(at, "third")

    def _base(self, at: int, before: int) -> bool:
        grammar, word = self._grammar, self._small(before)
        if not (word in grammar.plural_pronouns or word in grammar.relatives or self._is_plural(before)):
            return False
        return self._small(at) not in self._verbs.nouns_too or self._alone(before) or self._object_follows(at, "base")

    def _alone(self, before: int) -> bool:
        """Whether a pronoun stands before the word, which a verb must follow."""
        return self._small(before) in self._grammar.subject_pronouns - self._grammar.determiners

    def _small(self, at: int) -> str:
        return self._tokens[at].small if self._first <= at < self._last else ""

    def _may_precede(self, before: int, *, later: bool) -> bool:
        grammar, token = self._grammar, self._tokens[before]
        word = token.small
        if token.possessive:
            return False
        if word in grammar.subject_pronouns:
            return word not in grammar.determiners or before == self._first
        if word in grammar.relatives:
            return True
        if word in grammar.coordinators:
            return later
        if not token.is_word:
            return later or token.text in _CLOSING
        if word in grammar.determiners or word in grammar.prepositions or word in grammar.subordinators:
            return False
        year = len(word) == _YEAR and word.isdigit()
        return word not in grammar.auxiliaries and word != grammar.infinitive and (year or not word[0].isdigit())

    def _is_plural(self, at: int) -> bool:
        word = self._small(at)
        return (word.endswith("s") and not word.endswith(("ss", "us", "is"))) or word in self._grammar.plurals

    def _object_follows(self, verb: int, kind: str) -> bool:
        """Whether an object or a complement begins after a word, as after a verb."""
        at = verb + 1
        if at >= self._last:
            return False
        grammar, token = self._grammar, self._tokens[at]
        word = token.small
        if word == grammar.infinitive and kind != "past":
            return self._verbs.is_a(self._verbs.lemma(self._small(verb), kind), *_BEFORE_INFINITIVES)
        if word in grammar.determiners or word in grammar.object_pronouns or word == grammar.infinitive:
            return True
        if word in grammar.complementisers or token.text[0].isdigit() or token.text in "$€£":
            return True
        if kind == "third" and self._verbs.lemma(word, "ing"):
            return True
        if kind == "past":
            return word in grammar.prepositions or token.capital or grammar.is_adverb(word) or not token.is_word
        return token.capital
