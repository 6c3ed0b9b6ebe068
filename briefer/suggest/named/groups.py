"""Actors without a name of their own: governments under somebody's name, and groups of people."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.suggest.named.cast import Cast
from briefer.suggest.named.crowds import Crowds, Unnamed
from briefer.text.spans import Span


class Groups(Crowds):
    """Finds governments and bodies, and groups."""

    def __init__(self, cast: Cast, quoted: frozenset[int]) -> None:
        super().__init__(cast, quoted)
        words = cast.reading.language.words
        self._bodies = words("organisations.bodies")
        self._bare_bodies = words("organisations.bare bodies")
        self._houses = words("organisations.houses")
        self._parts = cast.reading.language.names("nations.parts")
        self._branches = words("organisations.branches")
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
                verb = self._verb(at + 1)
                yield Unnamed(f"{surname} {head}", name.first, at + 1, head, acts=verb != "", verb=verb)

    def state_bodies(self) -> Iterator[tuple[int, Span]]:
        """Adjectives of states before words for who governs there (“Russian forces”): the first token, and all."""
        for name in self._cast.names.all:
            governs = self._small(name.last) in self._state_words
            if governs and name.kind == "adjective" and name.text not in self._parts:
                yield name.first, (name.first, name.last + 1)

    def bodies(self) -> Iterator[Unnamed]:
        """“the agriculture ministry”, “Uganda’s central bank”, “the army”: bodies by what they do, where they act."""
        for at, token in enumerate(self._tokens):
            if token.small not in self._bodies or token.capital or at in self._cast.of_token or at in self._quoted:
                continue
            first = at
            while first and self._small(first - 1) in self._branches and not self._tokens[first - 1].capital:
                first -= 1
            part = self._tokens[first - 1].text in self._parts if first else False
            if first == at and not part and not (token.small in self._bare_bodies or self._is_the_house(at)):
                continue
            owner = self._cast.name_at(first - 1) or (
                self._cast.name_at(first - 2) if first > 1 and self._tokens[first - 1].possessive else None
            )
            if owner is not None and first == at and token.small in self._state_words and not part:
                continue
            definite = self._small(first - 1) in self._definite
            told = self._small(at + 1) == self._cast.grammar.infinitive
            verb = self._verb(at + 1)
            acts = verb != ""
            if (owner is None and not definite) or not (part or told or acts or self._according(first - 1)):
                continue
            if owner is None and self._has_name(token.small):
                continue
            first = owner.first if owner is not None else first
            yield Unnamed(self._reading.words(first, at + 1), first, at + 1, token.small, acts=acts, verb=verb)

    def _is_the_house(self, at: int) -> bool:
        """Whether ``the council`` acts here, as no other council does that the article tells of."""
        return self._small(at) in self._houses and self._small(at - 1) in self._definite and bool(self._verb(at + 1))

    def _has_name(self, head: str) -> bool:
        """Whether a named organisation has the same head: then the body is most likely that one."""
        return any(
            member.kind == "organisation" and head in member.name.lower().split() for member in self._cast.members
        )
