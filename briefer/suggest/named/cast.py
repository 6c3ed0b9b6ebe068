"""Who is in an article: the mentions of each actor brought together under its fullest name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefer.suggest.named.beside import Beside
from briefer.suggest.named.names import Name, Names
from briefer.suggest.named.words import NameKind
from briefer.suggest.reading import Reading
from briefer.suggest.said.labels import Labels
from briefer.suggest.said.parts import parts_of

_NEAR = 3
"""How many sentences before one the organisation was named that ``the company`` means there."""
_SHORT_NAME = 4
_GOVERNING = 2
"""So many words after a possessive tell that a state owns what they name."""


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


class Cast(Beside):
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
        self.members: list[Member] = []
        self.of_token: dict[int, Member] = {}
        self._persons: dict[str, Member] = {}
        self._last_named: dict[str, list[Member]] = {}
        self._organisations: dict[str, Member] = {}
        self._states: dict[str, Member] = {}
        self._others: dict[str, Member] = {}
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

    def land_of(self, adjective: str) -> str:
        """The state whose people a word names: Maravia of ``Maravian``; empty if of none."""
        code = self.words.adjectives.get(adjective)
        return self.words.state_names.get(code, "") if code else self._new_adjectives.get(adjective, "")

    def is_house(self, member: Member) -> bool:
        """Whether a member is an organisation, or a word that no list has and that does things more than once."""
        if member.kind != "unknown":
            return member.kind == "organisation"
        return len(member.mentions) > 1 and any(
            self.is_subject(name) or self.looks_an_organisation(name) for name in member.mentions
        )

    @cached_property
    def _unknown(self) -> dict[str, list[Name]]:
        """The mentions of names that tell nothing themselves, by the words."""
        found: dict[str, list[Name]] = {}
        for name in self.names.all:
            if name.kind == "unknown":
                found.setdefault(name.text, []).append(name)
        return found

    def _gather(self) -> None:
        for name in self.names.all:
            if name.last - name.first > 1:
                known = self._person_called(name) if name.kind in ("unknown", "person") else None
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

    def _give_to_executives(self) -> None:
        """Who is named by a city only is the body that acts for it there, if the article names that one."""
        for name, executive in self.words.executives.items():
            whole, acting = self._organisations.get(name), self._organisations.get(executive)
            if whole is None or acting is None or any(mention.text == name for mention in whole.mentions):
                continue
            if any(mention.text not in self.words.metonyms for mention in whole.mentions):
                continue
            for mention in whole.mentions:
                self._enter(acting, mention)
            self.members.remove(whole)

    def _enter(self, member: Member, mention: Name, written: str = "") -> None:
        member.add(mention, written)
        for at in range(mention.first, mention.last):
            self.of_token[at] = member

    def _new(self, name: str, kind: NameKind) -> Member:
        member = Member(name, kind)
        self.members.append(member)
        return member

    def _take_full(self, name: Name) -> None:
        """A name of several words, which tells by itself or by what is beside it what it names."""
        match name.kind:
            case "person":
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
        if any(self.looks_a_person(mention, surely=True) for mention in mentions):
            self._take_person(name)
        elif any(
            self.looks_an_organisation(mention)
            or self._small(mention.first - 1) in self.words.at_words
            or self.is_team(mention)
            for mention in mentions
        ):
            self._take_organisation(name)
        elif any(self.looks_a_person(mention) for mention in mentions):
            self._take_person(name)
        elif self.words.kind_of(self._tokens[name.first].text) == "adjective":
            if any(self.is_subject(mention) for mention in mentions):
                self._take_organisation(name)
        elif not self.is_place(name) and not self._after_article(name) and self.is_plain(name):
            self._take_person(name)

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

    def _take_organisation(self, name: Name) -> None:
        key = self.words.metonyms.get(name.text, name.text)
        if key != name.text and self.is_place(name):
            return
        member = self._organisations.get(key)
        if member is None:
            member = self._new(key, "organisation")
            self._organisations[key] = member
            self._note_acronym(name, member)
        self._enter(member, name)

    def _note_acronym(self, name: Name, member: Member) -> None:
        """What stands in brackets after a name, if it is one word in capitals; else its own initials."""
        if name.last - name.first > 2 and self.words.leads_a_body(self._small(name.first)):
            self._organisations.setdefault(self.reading.words(name.first + 1, name.last), member)
        after = self._tokens[name.last : name.last + 3]
        if len(after) == 3 and after[0].text == "(" and after[2].text == ")" and after[1].capital:
            self._organisations.setdefault(after[1].text, member)
            return
        tokens = self._tokens[name.first : name.last]
        whole = "".join(token.text[0] for token in tokens if token.small not in self.words.articles and token.is_word)
        self._organisations.setdefault(whole, member)  # BoE
        initials = "".join(token.text[0] for token in tokens if token.capital)
        if len(initials) > 1:
            self._organisations.setdefault(initials, member)
            self._organisations.setdefault(".".join(initials) + ".", member)
        joint = next((index for index, token in enumerate(tokens) if token.small in self.words.and_words), 0)
        before = "".join(token.text[0] for token in tokens[:joint] if token.capital)
        if len(before) > 2:
            self._organisations.setdefault(before, member)  # CDC, of … Control and Prevention

    def _take_state(self, name: Name, code: str = "") -> None:
        code = code or self.words.states.get(name.text) or self.words.capitals.get(name.text, "")
        if name.text in self.words.capitals and self.is_place(name):
            return
        key = code or name.text
        member = self._states.get(key)
        if member is None:
            member = self._new(self.words.state_names.get(code, name.text), "state")
            self._states[key] = member
        self._enter(member, name)

    def note_state(self, adjective: Name, first: int, last: int) -> None:
        """Note that an adjective and the noun after it mean a state."""
        code = self.words.adjectives.get(adjective.text, "")
        name = Name(first, last, "state", self.reading.words(first, last), first)
        self._take_state(name, code)

    def _take_other(self, name: Name, kind: NameKind) -> None:
        member = self._others.get(name.text)
        if member is None:
            member = self._others[name.text] = self._new(name.text, kind)
        self._enter(member, name)

    def _take_short(self, name: Name) -> None:
        """A name of one word, or of several that told nothing: another way to name somebody, or somebody new."""
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
        elif self.looks_an_organisation(name) or self._is_of_a_state(name):
            self._take_organisation(name)
        elif name.last - name.first == 1 and not self.is_place(name) and not self.words.nouns_have_capitals:
            self._take_other(name, "unknown")

    def _is_of_a_state(self, name: Name) -> bool:
        """Whether a single word that names nobody else belongs to a state: “Russia’s Rosneft”."""
        if name.last - name.first != 1 or name.titled or not self._tokens[name.first - 1].possessive:
            return False
        owner = self._name_of.get(name.first - 2)
        return owner is not None and owner.kind == "state"

    def _longer_organisation(self, name: Name) -> Member | None:
        """The organisation named before whose name begins or ends with this one."""
        best = None
        for member in self._organisations.values():
            first = member.mentions[0]
            if first.first > name.first or first.last - first.first < 2:
                continue
            whole = self.reading.words(first.first, first.last)
            if whole.startswith(name.text + " ") or whole.endswith(" " + name.text):
                best = member
        return best

    @cached_property
    def _new_states(self) -> frozenset[str]:
        """States that no list has: what owns a government, or what a word for a people is made from."""
        governing = {text for text, names in self._unknown.items() if any(map(self._governs, names))}
        return frozenset(governing) | frozenset(self._new_adjectives.values())

    @cached_property
    def _new_adjectives(self) -> dict[str, str]:
        """Words for the people of a state that no list has (``Maravian``), with its name."""
        written = {self._tokens[at].text for name in self.names.all for at in range(name.first, name.last)}
        found: dict[str, str] = {}
        for state in sorted(self._unknown, key=len):
            if " " not in state and len(state) > _SHORT_NAME and not self.words.is_first_name(state):
                found |= {word: state for word in written if self._is_adjective_of(word, state)}
        return found

    def _is_adjective_of(self, word: str, state: str) -> bool:
        ending = next((ending for ending in self.words.state_endings if state.endswith(ending)), "")
        stem = state.removesuffix(ending)
        rest = word.removeprefix(stem)
        return word not in (state, rest) and rest in self.words.people_endings

    def _governs(self, name: Name) -> bool:
        """Whether a name owns a government: ``Maravia’s government``, ``Maravia’s trade minister``."""
        if name.last >= len(self._tokens) or not self._tokens[name.last].possessive:
            return False
        after = self._tokens[name.last + 1 : name.last + 1 + _GOVERNING]
        return any(
            token.small in self.words.governments and all(before.text.islower() for before in after[:place])
            for place, token in enumerate(after)
        )

    def _gender(self, name: Name) -> str:
        """``male`` or ``female`` by title or first name; empty if they do not tell."""
        title = self._small(name.first - 1) if name.titled else ""
        if title in self.words.male_titles:
            return "male"
        if title in self.words.female_titles:
            return "female"
        gender = self.words.first_names.get(self._tokens[name.first].text.split("-")[0], "")
        return gender if gender in ("male", "female") else ""
