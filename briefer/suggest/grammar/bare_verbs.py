"""Whether a word that may be a verb is one where it stands, without an auxiliary to tell."""

from __future__ import annotations

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.reading import Reading, Sentence

_YEAR = 4
_FEW = 4
_PHRASE = 7
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
        while before >= self._first and (self._grammar.is_adverb(self._small(before)) or self._abbreviates(before)):
            before -= 1
        if before < self._first or not self._may_precede(before, later=later):
            return False
        if kind == "past":
            return self._past(at, before)
        word = self._small(before)
        if word in self._verbs.known and word not in self._verbs.nouns_too:
            return False
        if self._tokens[before].possessive or self._counts(at, before):
            return False
        return self._third(at, before) if kind == "third" else self._base(at, before)

    def _counts(self, at: int, before: int) -> bool:
        """Whether a word is a noun between an article with its adjective and "of": ``the genetic sequences of``."""
        led = self._small(before - 1) in self._grammar.articles
        return led and self._small(at + 1) == self._grammar.of

    def _abbreviates(self, at: int) -> bool:
        """Whether a point belongs to the word before it: ``Jr.``, ``Corp.``."""
        token, word = self._tokens[at], self._tokens[at - 1]
        return token.text == "." and at > self._first and word.capital and word.end == token.start

    def _past(self, at: int, before: int) -> bool:
        grammar, word = self._grammar, self._small(before)
        if word in grammar.complementisers and self._only_describes(at, before):
            return False
        if self._tokens[before].possessive:
            return self._tokens[before - 1].capital and self._small(at + 1) in grammar.determiners
        if self._verbs.is_a(self._verbs.lemma(self._small(at), "past"), "by so much") and self._measures(at + 1):
            return True
        if self._verbs.lemma(self._small(at), "base") or self._small(at) in grammar.weak_pasts:
            return self._alone(before) or self._tokens[before].capital or self._object_follows(at, "past")
        return self._small(at + 1) not in grammar.agents or word in grammar.subject_pronouns

    def _only_describes(self, at: int, that: int) -> bool:
        """Whether a past form after "that" only describes a noun: ``fear that diverted traffic will``."""
        told = self._verbs.lemma(self._small(that - 1), "base", "third", "past", "participle", "ing")
        if not self._verbs.is_a(told, "saying", "being", "warning"):
            return False
        small_words = self._grammar.determiners | self._grammar.prepositions
        for later in range(at + 1, min(at + _FEW, self._last)):
            word = self._small(later)
            if word in self._grammar.auxiliaries:
                return later > at + 1
            if not word.isalpha() or word in small_words:
                break
        return False

    def _measures(self, at: int) -> bool:
        """Whether "by" leads an amount and nobody who does it: ``by 12 votes``, ``by a third``."""
        word = self._small(at + 1)
        return self._small(at) in self._grammar.agents and (word[:1].isdigit() or word in self._grammar.determiners)

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
        if not (word in grammar.plural_pronouns or word in grammar.relatives or self._heads_plural(before)):
            return False
        return self._small(at) not in self._verbs.nouns_too or self._alone(before) or self._object_follows(at, "base")

    def _alone(self, before: int) -> bool:
        """Whether a pronoun stands before the word, which a verb must follow."""
        if self._small(before) in self._grammar.subject_relatives:
            return True
        return self._small(before) in self._grammar.subject_pronouns - self._grammar.determiners

    def _small(self, at: int) -> str:
        return self._tokens[at].small if self._first <= at < self._last else ""

    def _may_precede(self, before: int, *, later: bool) -> bool:
        grammar, token = self._grammar, self._tokens[before]
        word = token.small
        if token.possessive:
            return before > self._first and self._tokens[before - 1].capital
        if word in grammar.subject_pronouns:
            return word not in grammar.determiners or before == self._first
        if word in grammar.relatives:
            return True
        if word in grammar.coordinators:
            return later
        if not token.is_word:
            return later or token.small in _CLOSING
        if word in grammar.determiners or word in grammar.prepositions or word in grammar.subordinators:
            return False
        year = len(word) == _YEAR and word.isdigit()
        return word not in grammar.auxiliaries and word != grammar.infinitive and (year or not word[0].isdigit())

    def _heads_plural(self, at: int) -> bool:
        """Whether a plural stands at a token or before the preposition in front of it: ``exporters of steel``."""
        if self._is_plural(at):
            return True
        for before in range(at - 1, max(self._first, at - _PHRASE), -1):
            if self._small(before) in self._grammar.prepositions:
                return self._is_plural(before - 1)
            if not self._tokens[before].is_word or self._small(before) in self._grammar.coordinators:
                break
        return False

    def _is_plural(self, at: int) -> bool:
        word = self._small(at)
        if word and self._tokens[at].text.isupper():
            return False
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
        if kind != "past" and self._verbs.lemma(word, "ing"):
            return True
        if kind == "past":
            return word in grammar.prepositions or token.capital or grammar.is_adverb(word) or not token.is_word
        return token.capital
