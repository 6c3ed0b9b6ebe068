"""Whom a description means: ``the ministry``, ``the firm``, ``the mayor``, ``the Conservative leader``."""

from __future__ import annotations

from briefer.suggest.named.cast import Cast, Member
from briefer.suggest.named.names import Name
from briefer.suggest.said.phrases import Phrases

_MOST = 8
"""Words of a description."""
_SHORTEST = 2
"""Words of one that tells no more than a role."""
_NAMED_BACK = 4
"""How many sentences back a company may be named that “the firm” means."""
_DESCRIBED_BACK = 2
"""How many sentences back a person is named whom a description means."""
_BESIDE = 3
"""Words before a name, and half of those after it, that may tell what somebody is of."""
FADING = 0.9
"""What a sentence between a mention and what takes it up again counts against it."""


class Descriptions:
    """Finds the member whom words without a name mean."""

    def __init__(self, cast: Cast, phrases: Phrases) -> None:
        self.cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._phrases = phrases
        words = cast.reading.language.words
        self._auxiliaries = words("speech.adverbs")
        self._definite = words("grammar.definite")
        self._relaying = words("organisations.media")
        self._public = words("organisations.by their own head") | words("speech.no companies")
        self._by_own_head = words("organisations.by their own head")

    def known(self, first: int, core: int, head: str) -> Member | None:
        """The organisation that ``the ministry`` means, named in full before, or the person whom ``the mayor``."""
        if self._phrases.small(first) not in self._definite or not _SHORTEST <= core - first <= _MOST:
            return None
        if head in self.cast.words.roles:
            whose = self._whose(range(first + 1, core - 1))
            if whose:
                return self._of(first, whose)
            known = self._known_by_role(first, head) or self._spoken_of(first, core, head)
            return known or (self._named_later(first, head) if core - first > _SHORTEST else None)
        if head not in self.cast.words.heads:
            return self._company(first) if head in self.cast.words.company_words else None
        if core - first != _SHORTEST:
            return None
        headed = [
            member
            for member in self.cast.members
            if member.kind == "organisation"
            and head in member.name.lower().split()
            and member.mentions[0].first < first
        ]
        if not headed and head in self.cast.words.company_words and head not in self._by_own_head:
            return self._company(first)
        return headed[-1] if headed else None

    def _whose(self, where: range) -> set[str]:
        """The states, places and bodies named in a stretch: a role with one of them is somebody's of that one."""
        found = set()
        words = self.cast.words
        for at in where:
            name, member = self.cast.name_at(at), self.cast.of_token.get(at)
            text = name.text if name is not None else self._tokens[at].text
            land = words.adjectives.get(text) or words.states.get(text)
            if land or words.kind_of(text) == "place":
                found.add(land or text)
            elif member is not None and member.kind == "organisation":
                found.add(member.name)
        return found

    def _of(self, before: int, whose: set[str]) -> Member | None:
        """The one person who was named with a state or body: “Acme chief Jane Doe”."""
        found = {}
        for name, member in self.persons_before(before):
            lead = range(max(0, name.title - _BESIDE), name.first)
            added = range(name.last, name.last + 2 * _BESIDE) if self._phrases.small(name.last) == "," else range(0)
            if whose & (self._whose(lead) | self._whose(range(added.start, min(added.stop, before)))):
                found[id(member)] = member
        return next(iter(found.values())) if len(found) == 1 else None

    def _named_later(self, first: int, role: str) -> Member | None:
        """The one person whom the article names with a role only after the description."""
        if self._is_unnamed(first, role):
            return None
        found = {
            id(member): member
            for name, member in self.persons_before(len(self._tokens))
            if name.first > first and self._phrases.small(name.first - 1) == role
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _is_unnamed(self, before: int, head: str) -> bool:
        """Whether somebody was called so before without a name: “an administration official”."""
        indefinite = self.cast.words.articles - self._definite
        return any(
            self._phrases.small(at) == head
            and any(self._phrases.small(earlier) in indefinite for earlier in range(at - 3, at))
            for at in range(before)
        )

    def _company(self, before: int) -> Member | None:
        """The company that ``the firm`` means: the last that did something, or that was named at all just before."""
        main = self.cast.main_organisation(before)
        if main is not None:
            return main
        here = self._sentence(before)
        for name in reversed(self.cast.names.all):
            member = self.cast.of_token.get(name.first)
            if name.first >= before or member is None or member.kind != "organisation":
                continue
            if here - self._sentence(name.first) > _NAMED_BACK:
                break
            words = set(member.name.lower().split())
            if not words & (self._public | self._relaying) and member.name.lower() not in self._relaying:
                return member
        return None

    def _known_by_role(self, before: int, role: str) -> Member | None:
        """The person whose title or role it is, and who was spoken of last."""
        holders = []
        for name, member in self.persons_before(before):
            held = range(name.title, name.first) if name.titled else range(max(0, name.first - 1), name.first)
            if any(self._phrases.small(at) == role for at in held):
                holders.append(member)
        return self._last_of(before, holders)

    def _last_of(self, before: int, members: list[Member]) -> Member | None:
        """Who of some persons did something last before a token, in words that nobody said."""
        found: tuple[float, Member] | None = None
        here = self._sentence(before)
        for name, member in self.persons_before(before):
            if member not in members or self._phrases.is_quoted(name.first):
                continue
            score = self.weight(name, member, member.gender) - FADING * (here - self._sentence(name.first))
            if found is None or score >= found[0]:
                found = (score, member)
        return found[1] if found else (members[-1] if members else None)

    def _spoken_of(self, first: int, core: int, head: str) -> Member | None:
        """The one person just spoken of, whom a description calls by a role: “the Conservative leader”.

        One whom it names again by the words that were used before, “an official”, is no one with a name.
        """
        if core - first == _SHORTEST or self._is_unnamed(first, head):
            return None
        here = self._sentence(first)
        near = [
            member
            for name, member in self.persons_before(first)
            if here - self._sentence(name.first) <= _DESCRIBED_BACK and self.cast.is_subject(name)
        ]
        return near[0] if len({id(member) for member in near}) == 1 else None

    def persons_before(self, at: int) -> list[tuple[Name, Member]]:
        """The mentions of persons before a token."""
        return [
            (name, member)
            for name in self.cast.names.all
            if name.first < at
            and (member := self.cast.of_token.get(name.first)) is not None
            and member.kind == "person"
        ]

    def weight(self, name: Name, member: Member, gender: str) -> float:
        """How much speaks for a mention being whom a pronoun means: its gender, and that it is a subject."""
        weight = 1.0 if member.gender == gender else 0.0
        before, after = self._phrases.small(name.title - 1), self._tokens[name.last : name.last + 1]
        if after and after[0].possessive:
            return weight - 0.3
        leads = name.title == self._reading.sentences[self._sentence(name.first)].first
        leads = leads or self._phrases.small(name.last) in self._auxiliaries
        if leads or self.cast.verb_follows(name) or (after and after[0].text in ",("):
            weight += 1.6 if before not in self.cast.words.prepositions else 0.4
        elif before in self.cast.words.prepositions:
            weight -= 0.2
        return weight

    def _sentence(self, at: int) -> int:
        return self._reading.sentence_number(self._tokens[at].start)
