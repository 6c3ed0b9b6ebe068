"""The persons of an article: each known by the full name, then by surname or first name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefer.suggest.named.house_signs import HouseSigns
from briefer.suggest.named.names import Name, Names
from briefer.suggest.named.words import NameKind
from briefer.suggest.reading import Reading


@dataclass
class Member:
    """One actor and its mentions, in order. ``named`` counts the ways in which it is named."""

    name: str
    kind: NameKind
    mentions: list[Name] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)
    gender: str = ""

    def add(self, mention: Name, written: str = "") -> None:
        """Note a mention, under the words by which it names the actor."""
        self.mentions.append(mention)
        self.named[written or mention.text] += 1


class Persons(HouseSigns):
    """Brings the mentions of persons together; ``members`` are all actors, ``of_token`` whom a token names."""

    def __init__(self, reading: Reading, names: Names) -> None:
        super().__init__(reading, names)
        self.members: list[Member] = []
        self.of_token: dict[int, Member] = {}
        self._persons: dict[str, Member] = {}
        self._last_named: dict[str, list[Member]] = {}

    def _enter(self, member: Member, mention: Name, written: str = "") -> None:
        if not written and self.has_own_article(mention):
            written = self.reading.words(mention.title - 1, mention.last)
        member.add(mention, written)
        for at in range(mention.first, mention.last):
            self.of_token[at] = member

    def _new(self, name: str, kind: NameKind) -> Member:
        member = Member(name, kind)
        self.members.append(member)
        return member

    def _take_person(self, name: Name) -> None:
        key = name.text
        member = self._persons.get(key)
        if member is None:
            short = self._shortened(name)
            member = self._same_person(name, short) or self._new(key, "person")
            self._persons[key] = member
        if len(name.text) > len(member.name) and name.last - name.first > 1:
            member.name = name.text
        self._enter(member, name)
        member.gender = member.gender or self._gender(name)
        for written in self._short_forms(name):
            known = self._last_named.setdefault(written, [])
            if member not in known:
                known.append(member)

    def _person_called(self, name: Name) -> Member | None:
        """Who a short form means: of several, the one that the title fits, or who was named last before."""
        fitting = self._last_named.get(name.text, [])
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        gender = self._gender(name)
        fitting = [member for member in fitting if not gender or member.gender in ("", gender)] or fitting
        before = [member for member in fitting if any(mention.first < name.first for mention in member.mentions)]
        return max(
            before or fitting,
            key=lambda member: max((one.first for one in member.mentions if one.first < name.first), default=-1),
        )

    def _same_person(self, name: Name, short: str) -> Member | None:
        """Somebody of the same first name and surname, with or without a middle name."""
        first = name.text.split()[0]
        for member in self._persons.values():
            words = member.name.split()
            if len(words) > 1 and words[-1] == short and words[0] == first:
                return member
        return None

    def _shortened(self, name: Name) -> str:
        return self._tokens[name.last - 1].text

    def _short_forms(self, name: Name) -> Iterator[str]:
        """The surname, with what belongs to it (``von der Leyen``), and the first name."""
        tokens = self._tokens[name.first : name.last]
        if len(tokens) == 1:
            yield name.text
        for index in range(1, len(tokens)):
            short = self.reading.words(name.first + index, name.last).replace("'", "’")
            yield short
            if short[0].islower():  # “De Wit” where a sentence begins
                yield short[0].upper() + short[1:]
        if len(tokens) > 1 and not self.words.is_initial(tokens[0].text):
            yield tokens[0].text

    def _gender(self, name: Name) -> str:
        """``male`` or ``female`` by title or first name; empty if they do not tell."""
        title = self._small(name.first - 1) if name.titled else ""
        if title in self.words.male_titles:
            return "male"
        if title in self.words.female_titles:
            return "female"
        role = self._small(name.title - 1)  # “his wife Fran”
        if role in self.words.male_roles:
            return "male"
        if role in self.words.female_roles:
            return "female"
        gender = self.words.first_names.get(self._tokens[name.first].text.split("-")[0], "")
        return gender if gender in ("male", "female") else ""
