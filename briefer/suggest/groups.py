"""Actors without a name of their own: governments under somebody's name, and groups of people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefer.suggest.cast import Cast
from briefer.text.spans import Span


class Unnamed(NamedTuple):
    """A mention of such an actor: tokens ``first`` to before ``last``; ``head`` is the noun it is known by."""

    name: str
    first: int
    last: int
    head: str
    acts: bool = False


class Groups:
    """Finds governments and groups."""

    def __init__(self, cast: Cast, quoted: frozenset[int]) -> None:
        self._quoted = quoted
        self._cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._words = cast.words
        words = cast.reading.language.words
        self._adjectives = words("people.group adjectives")
        self._numbers = words("people.numbers")
        self._bare = words("people.bare groups")
        self._no_groups = words("people.no groups")
        self._among = words("people.among")
        self._own = words("speech.own")
        self._relays = words("speech.according")
        self._state_words = words("organisations.state words")

    def governments(self) -> Iterator[Unnamed]:
        """“the Trump administration”, “Donald Trump’s administration”: known by the surname."""
        for name in self._cast.names.all:
            member = self._cast.of_token.get(name.first)
            if member is None or member.kind not in ("person", "unknown"):
                continue
            at = name.last
            if at < len(self._tokens) and self._tokens[at].possessive:
                at += 1
            head = self._small(at)
            if head in self._words.government:
                surname = self._tokens[name.last - 1].text
                yield Unnamed(f"{surname} {head}", name.first, at + 1, head, acts=self._acts(at + 1))

    def state_bodies(self) -> Iterator[tuple[int, Span]]:
        """Adjectives of states before words for who governs there (“Russian forces”): the first token, and all."""
        for name in self._cast.names.all:
            if name.kind == "adjective" and self._small(name.last) in self._state_words:
                yield name.first, (name.first, name.last + 1)

    def people(self) -> Iterator[Unnamed]:
        """“current and former US officials”, “China hawks”, “protesters”."""
        for sentence in self._reading.sentences:
            if sentence.paragraph in self._reading.headings:
                continue
            for at in range(sentence.first, sentence.last):
                token = self._tokens[at]
                if token.small not in self._words.acts or at in self._cast.of_token or token.small in self._no_groups:
                    continue
                if at in self._quoted:
                    continue
                if self._small(at + 1) in self._words.acts and not self._tokens[at + 1].capital:
                    continue
                first = self._first(at, sentence.first)
                if self._small(first - 1) in self._own:
                    continue
                words = [self._small(here) for here in range(first, at)]
                acts = self._acts(at + 1) or self._according(first)
                told = [word for word in words if word not in self._numbers and word not in self._words.and_words]
                owned = self._small(first - 1) in self._among or self._tokens[first - 1].possessive
                if (told and (acts or owned)) or (token.small in self._bare and acts):
                    while first < at and self._small(first) in self._numbers:
                        first += 1
                    yield Unnamed(self._reading.words(first, at + 1), first, at + 1, token.small, acts=acts)

    def _first(self, head: int, limit: int) -> int:
        """Where the words that go before a plural begin: adjectives, names, ``current and former``."""
        at = head
        while at > limit:
            token = self._tokens[at - 1]
            small = token.small
            opens = at - 1 == limit
            if small in self._adjectives or (small in self._numbers and opens):
                at -= 1
                continue
            if small in self._words.articles or small in self._words.calendar:
                break
            if token.capital and not (opens and small in self._words.starters) and token.is_word:
                at -= 1
                continue
            if small in self._words.and_words and at - 2 >= limit and self._small(at - 2) in self._adjectives:
                at -= 2
                continue
            break
        return at

    def _according(self, first: int) -> bool:
        return f"{self._small(first - 2)} {self._small(first - 1)}" in self._relays

    def _small(self, at: int) -> str:
        return self._tokens[at].small if 0 <= at < len(self._tokens) else ""

    def _acts(self, at: int) -> bool:
        """Whether a verb follows, adverbs and auxiliaries between, or one name that a preposition ties."""
        if self._small(at) in self._words.prepositions and self._small(at) not in self._words.of_words:
            name = self._cast.name_from(at + 1)
            at = name.last if name is not None else at
        for _ in range(3):
            if not self._cast.grammar.is_adverb(self._small(at)):
                break
            at += 1
        small = self._small(at)
        if small in self._words.be or small in self._words.speech:
            return True
        return (
            bool(self._cast.grammar.verbs.lemma(small, "past", "third", "base"))
            and small not in self._words.prepositions
        )
