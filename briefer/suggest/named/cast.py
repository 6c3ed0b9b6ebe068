"""Who is in an article: the mentions of each actor brought together under its fullest name."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from briefer.suggest.named.bodies import Bodies
from briefer.suggest.named.names import Name, Names
from briefer.suggest.named.persons import Member
from briefer.suggest.reading import Reading
from briefer.suggest.said.labels import Labels
from briefer.suggest.said.parts import parts_of

__all__ = ["Cast", "Member"]

_OFTEN = 3
"""A land within a state of which an article tells so often is an actor."""
_NEAR = 3
"""How many sentences before one the organisation was named that ``the company`` means there."""


class Cast(Bodies):
    """The persons, organisations, states and others that an article names.

    A person is known by the full name and then by surname or first name; an organisation by its name, its acronym,
    and its first or last word; a state by name, capital and the word for its people. ``parts`` is what stands in
    quotation marks, without names and titles that are only mentioned.
    """

    def __init__(self, reading: Reading) -> None:
        labels = Labels(reading)
        parts = parts_of(reading)
        mentions = [part for part in parts if labels.is_mention(part)]
        self.parts = [part for part in parts if part not in mentions]
        mentioned = frozenset(at for part in mentions for at in range(part.first, part.last))
        super().__init__(reading, Names(reading, mentioned))
        self._gather()

    def member_at(self, first: int, last: int) -> Member | None:
        """The first member named between two tokens, a person before others."""
        found = [self.of_token[at] for at in range(first, last) if at in self.of_token]
        return next((member for member in found if member.kind == "person"), found[0] if found else None)

    def main_organisation(self, before: int) -> Member | None:
        """The organisation that ``the company`` means: the last that did something in the sentences just before."""
        here = self.reading.sentence_number(self._tokens[before].start)
        found = None
        for name in self.names.all:
            if name.first >= before:
                break
            member = self.of_token.get(name.first)
            if member is None or not self.is_house(member):
                continue
            near = here - self.reading.sentence_number(self._tokens[name.first].start) <= _NEAR
            if near and self.is_subject(name):
                before = name.title - (2 if self._after_article(name) else 1)
                found = None if self._small(before) in self.words.and_words else member
        return found

    def is_house(self, member: Member) -> bool:
        """Whether a member is an organisation, or a word that no list has and that does things more than once."""
        if member.kind != "unknown":
            return member.kind == "organisation"
        return len(member.mentions) > 1 and any(
            self.is_subject(name) or self.looks_an_organisation(name) for name in member.mentions
        )

    @cached_property
    def _times_not_a_place(self) -> Counter[str]:
        """How often an article names a land that it comes back to, if not only as where something is."""
        lands = [name for name in self.names.all if name.kind == "place" and name.text in self.words.lands]
        times = Counter(name.text for name in lands)
        return Counter(name.text for name in lands if times[name.text] >= _OFTEN and not self.is_place(name))

    @cached_property
    def _houses(self) -> frozenset[str]:
        """Names that no list has and that some mention, also of the first word alone, shows to be a house's."""
        mentions: dict[str, list[Name]] = {}
        for name in self.names.all:
            if name.kind in ("unknown", "person"):
                mentions.setdefault(name.text, []).append(name)
        found = set()
        for text, names in mentions.items():
            short = mentions.get(text.split()[0], []) if " " in text else []
            person = any(name.titled or self.looks_a_person(name, surely=True) for name in (*names, *short))
            if not person and any(map(self.shows_a_house, (*names, *short))):
                found.add(text)
        return frozenset(found)

    def _gather(self) -> None:
        for name in self.names.all:
            if name.last - name.first > 1:
                known = self._person_called(name) if name.kind in ("unknown", "person") else None
                if self._tokens[name.last - 1].possessive:  # “McDonald’s” after Laquan McDonald
                    known = self._person_called(name._replace(text=name.text[:-2]))
                if known is not None and known.name != name.text:
                    self._enter(known, name)
                else:
                    self._take_full(name)
        for name in sorted(self.names.all, key=lambda name: not name.titled):
            if not any(at in self.of_token for at in range(name.first, name.last)):
                self._take_short(name)
        self._give_to_executives()
        for member in self.members:
            member.mentions.sort()
            member.name = self._as_written(member.name)
            member.named = Counter({self._as_written(name): times for name, times in member.named.items()})

    def _as_written(self, name: str) -> str:
        """A name with straight apostrophes, where the article has only those."""
        straight = name.replace("’", "'")
        return (
            straight if straight != name and name not in self.reading.text and straight in self.reading.text else name
        )

    def _take_full(self, name: Name) -> None:
        """A name of several words, which tells by itself or by what is beside it what it names."""
        match name.kind:
            case "person":
                if name.text in self._houses:
                    self._take_organisation(name)
                else:
                    self._take_person(name)
            case "organisation":
                self._take_organisation(name)
            case "state":
                self._take_state(name)
            case "group":
                self._take_other(name, "group")
            case "unknown":
                self._take_unknown(name)

    def _take_unknown(self, name: Name) -> None:
        """What several words name that tell nothing themselves: by what is beside any mention of them."""
        mentions = self._unknown[name.text]
        longer = self._longer_organisation(name) if self._tokens[name.last : name.last + 1] else None
        if longer is not None and self._tokens[name.last].possessive:  # “St. Brendan’s” of the hospital
            self._enter(longer, name)
        elif name.text in self._organisations:
            self._enter(self._organisations[name.text], name)
        elif any(self.looks_a_person(mention, surely=True) for mention in mentions):
            self._take_person(name)
        elif any(map(self.is_a_town, mentions)):
            if any(self.is_subject(mention) and not self.is_a_town(mention) for mention in mentions):
                self._take_organisation(name)
        elif name.text in self._houses or any(
            self.looks_an_organisation(mention)
            or self._small(mention.first - 1) in self.words.at_words
            or (self.is_team(mention) and not self.is_place(mention))
            for mention in mentions
        ):
            self._take_organisation(name)
        elif any(self.looks_a_person(mention) for mention in mentions):
            self._take_person(name)
        elif self.words.kind_of(self._tokens[name.first].text) == "adjective":
            if any(self.is_subject(mention) for mention in mentions):
                self._take_organisation(name)
        elif self._small(name.first) in self.words.compass or self._small(name.title - 1) in self.words.own:
            return
        elif not self.is_place(name) and not self._after_article(name) and self.is_plain(name):
            self._take_person(name)

    def _take_short(self, name: Name) -> None:
        """A name of one word, or of several that told nothing: another way to name somebody, or somebody new."""
        if name.kind == "place":
            if self._times_not_a_place[name.text] and name.text in self.words.lands:
                self._take_state(name)
            elif self._decides(name):
                self._take_organisation(name)
            return
        person = self._person_called(name)
        if person is None and name.text.isupper() and len(name.text) > 3:
            person = next(iter(self._last_named.get(name.text.capitalize(), [])), None)
        if person is not None and not (name.kind in ("state", "organisation") and name.text in self.words.known):
            self._enter(person, name)
            person.gender = person.gender or self._gender(name)
            return
        organisation = self._organisations.get(name.text)
        if organisation is not None:
            self._enter(organisation, name)
        elif name.kind == "person" and name.last - name.first == 1:
            if not (self.has_article(name) and self.only_describes(name)):  # “a Mercedes car”
                self._take_person(name)
        elif name.kind in ("organisation", "state", "group"):
            self._take_full(name)
        elif name.kind == "unknown":
            self._take_new(name)

    def _take_new(self, name: Name) -> None:
        """A word that nothing in the lists tells: the short form of an organisation, or by what is beside it."""
        if name.text in self._new_adjectives:
            return
        longer = self._longer_organisation(name)
        if longer is not None:
            self._enter(longer, name)
        elif name.text in self._new_states:
            self._take_state(name)
        elif name.text in self._houses or self.looks_an_organisation(name) or self._is_of_a_state(name):
            self._take_organisation(name)
        elif name.last - name.first > 1 or any(map(self.is_a_town, self._unknown[name.text])):
            return
        elif any(
            self.shows_a_person(one) or (self.looks_a_person(one, surely=True) and not self.is_place(one))
            for one in self._unknown[name.text]
        ):
            self._take_person(name)
        elif not self.is_place(name) and not self.words.nouns_have_capitals:
            self._take_other(name, "unknown")
