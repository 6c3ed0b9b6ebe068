"""What a sentence is taken apart into, whatever the order of its words: verb groups, noun phrases and clauses."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.reading import Reading, Sentence, Token
from briefer.text.spans import Span

Tense = Literal["past", "present", "perfect", "progressive", "past progressive", "future", "perhaps", "duty", "none"]
Level = Literal["main", "reported", "subordinate", "relative"]

_CURRENCIES = "$€£¥"


class Group(NamedTuple):
    """A verb group: tokens ``first`` to before ``last``, of which ``head`` is the verb.

    ``handed`` is the status that a phrase such as "is set to" gives; a group of tense ``none`` is an infinitive.
    """

    first: int
    last: int
    head: int
    lemma: str
    tense: Tense
    passive: bool = False
    negated: bool = False
    handed: str = ""
    hearsay: bool = False
    bare: bool = False
    sense: str = ""

    @property
    def meaning(self) -> str:
        """The verb that tells what is meant: ``halt`` for "call off"; else the verb itself."""
        return self.sense or self.lemma

    @property
    def finite(self) -> bool:
        """Whether it makes a clause of its own."""
        return self.tense != "none"


class NounPhrase(NamedTuple):
    """Tokens ``first`` to before ``last``, of which ``noun`` is the head."""

    first: int
    last: int
    noun: int


class Clause(NamedTuple):
    """A clause: its subject is tokens ``subject`` to before ``subject_last``, of which ``noun`` is the head.

    It goes from its subject to before token ``last``. In a second clause with the same subject ("… and left") the
    subject stands in an earlier one: ``shared``.
    """

    subject: int
    subject_last: int
    noun: int
    group: Group
    last: int
    level: Level
    shared: bool = False
    conditional: bool = False
    begin: int = -1

    @property
    def first(self) -> int:
        """The token that the clause begins with: ``begin`` if that is given."""
        if self.begin >= 0:
            return self.begin
        return self.group.first if self.shared or self.subject > self.group.first else self.subject


class Syntax(Protocol):
    """A sentence with its verb groups and its clauses, both in order."""

    sentence: Sentence
    grammar: Grammar
    groups: list[Group]
    clauses: list[Clause]

    def end(self, first: int) -> int:
        """Before which token the clause ends whose verb ends before token ``first``."""

    def addition_end(self, last: int) -> int:
        """Before which token ends what a sentence adds to a clause that ends before ``last``; ``last`` if nothing."""

    def purpose_span(self, group: Group) -> Span:
        """The tokens of what an infinitive tells."""

    def phrase_from(self, first: int, limit: int) -> NounPhrase | None:
        """The noun phrase that begins at a token; None if a verb or no noun stands there."""


def has_object(clause: Clause, reading: Reading, grammar: Grammar) -> bool:
    """Whether a noun phrase follows the verb of a clause."""
    if clause.group.last >= clause.last:
        return False
    at = clause.group.last
    while at < clause.last - 1 and grammar.is_adverb(reading.tokens[at].small):
        at += 1
    after = reading.tokens[at]
    determiner = after.small in grammar.determiners and after.small not in grammar.complementisers
    return (
        determiner
        or after.capital
        or after.text[0].isdigit()
        or after.text in _CURRENCIES
        or _is_noun(after, grammar)
    )


def _is_noun(token: Token, grammar: Grammar) -> bool:
    """Whether a word is none of the small ones that hold a clause together."""
    word = token.small
    return token.is_word and not (
        word in grammar.prepositions
        or word in grammar.subject_pronouns
        or word in grammar.complementisers
        or word in grammar.subordinators
        or word in grammar.relatives
        or word in grammar.coordinators
        or word in grammar.auxiliaries
        or word == grammar.infinitive
    )
