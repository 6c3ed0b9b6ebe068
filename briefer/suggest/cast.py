"""Who is in an article: the mentions of each actor brought together under its fullest name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from briefer.suggest.grammar import grammar
from briefer.suggest.labels import Labels
from briefer.suggest.names import Name, NameKind, Names
from briefer.suggest.parts import parts_of
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


class Cast:
    """The persons, organisations, states and others that an article names.

    A person is known by the full name and then by surname or first name; an organisation by its name, its acronym,
    and its first or last word; a state by name, capital and the word for its people. ``parts`` is what stands in
    quotation marks, without names and titles that are only mentioned.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        labels = Labels(reading)
        parts = parts_of(reading)
        mentions = [part for part in parts if labels.is_mention(part)]
        self.parts = [part for part in parts if part not in mentions]
        self.names = Names(reading, frozenset(at for part in mentions for at in range(part.first, part.last)))
        self.words = self.names.words
        self.grammar = grammar(reading.language.name)
        self._tokens = reading.tokens
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

    def name_at(self, token: int) -> Name | None:
        """The mention that a token belongs to."""
        return self._name_of.get(token)

    def name_from(self, token: int) -> Name | None:
        """The mention that a token belongs to, or whose titles begin there."""
        return self._name_of.get(token) or self._titled_from.get(token)

    @cached_property
    def _titled_from(self) -> dict[int, Name]:
        return {name.title: name for name in self.names.all if name.titled}

    @cached_property
    def _name_of(self) -> dict[int, Name]:
        return {at: name for name in self.names.all for at in range(name.first, name.last)}

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
        for member in self.members:
            member.mentions.sort()

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
        if self.looks_a_person(name):
            self._take_person(name)
        elif (
            self.looks_an_organisation(name)
            or self._small(name.first - 1) in self.words.at_words
            or self._is_team(name)
        ):
            self._take_organisation(name)
        elif not self.is_place(name) and not self._after_article(name) and self._plain(name):
            self._take_person(name)

    def _is_team(self, name: Name) -> bool:
        """Whether a name is made with that of a place, or is a plural after ``the``, as those of clubs are."""
        ends = {self._tokens[name.first].text, self._tokens[name.last - 1].text}
        if self.words.kind_of(self._tokens[name.first].text) == "adjective":
            return False
        if any(self.words.kind_of(end) in ("place", "state") for end in ends):
            return self._small(name.first) not in self.words.compass
        return self._after_article(name) and self._small(name.last - 1).endswith(self.words.plural_endings)

    def _plain(self, name: Name) -> bool:
        """Whether a name is written as those of persons are: two or three words, none in capitals."""
        tokens = self._tokens[name.first : name.last]
        return 2 <= len(tokens) <= 4 and all(
            token.text[1:].islower() or self.words.is_initial(token.text) or token.text[:2] in ("Mc", "O’", "O'")
            or "-" in token.text for token in tokens
        )  # fmt: skip

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
            yield self.reading.words(name.first + index, name.last).replace("'", "’")
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
        longer = self._longer_organisation(name)
        if longer is not None:
            self._enter(longer, name)
        elif self._governs(name):
            self._take_state(name)
        elif self.looks_an_organisation(name):
            self._take_organisation(name)
        elif name.last - name.first == 1 and not self.is_place(name):
            self._take_other(name, "unknown")

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

    def _governs(self, name: Name) -> bool:
        """Whether a name owns a government: then it is a state, known or not."""
        after = self._tokens[name.last : name.last + 3]
        return (
            len(after) > 1
            and after[0].possessive
            and after[-1 if len(after) < 3 else 1].small in self.words.governments
        )

    # What stands beside a name.

    def _small(self, at: int) -> str:
        return self._tokens[at].small if 0 <= at < len(self._tokens) else ""

    def _after_article(self, name: Name) -> bool:
        return self._small(name.title - 1) in self.words.articles

    def is_place(self, name: Name) -> bool:
        """Whether what stands before a name tells that it is where something is."""
        before = name.title - 1
        if self._small(before) in self.words.articles:
            before -= 1
        if self._small(before) in self.words.and_words or self._small(before) == ",":
            earlier = self._name_of.get(before - 1)
            return earlier is not None and earlier.kind in ("state", "place") and self.is_place(earlier)
        if self._small(before) in self.words.place_prepositions and self._small(before) not in self.words.of_words:
            return True
        return self._small(before) in self.words.of_words and self._small(before - 1) in self.words.place_words

    def verb_follows(self, name: Name) -> str:
        """The verb that comes right after a name, adverbs and auxiliaries skipped; empty if none does."""
        at = name.last
        for _ in range(4):
            small = self._small(at)
            if self.grammar.is_adverb(small) or small in self.words.be:
                at += 1
                continue
            break
        small = self._small(at)
        helped = any(self._small(between) in self.words.be for between in range(name.last, at))
        kinds = ("base", "participle", "ing") if helped else ("third", "past")
        if self.grammar.verbs.lemma(small, *kinds) and small not in self.words.prepositions:
            return small
        return self._small(at - 1) if helped and self._small(at - 1) in self.words.be else ""

    def is_subject(self, name: Name) -> bool:
        """Whether a verb follows a name that stands after no preposition."""
        before = name.title - 1
        if self._small(before) in self.words.articles:
            before -= 1
        return self._small(before) not in self.words.prepositions and bool(self.verb_follows(name))

    def looks_a_person(self, name: Name) -> bool:
        """Whether what is beside a name is said of persons: an age, a role, ``who``."""
        if name.titled:
            return True
        before, after = self._small(name.first - 1), self._small(name.last)
        if before in self.words.roles:
            return True
        if after == "," and self._small(name.last + 1).isdigit() and self._small(name.last + 2) == ",":
            return True
        if (after == "," and self._small(name.last + 1) in self.words.who) or after in self.words.who:
            return True
        return after == "," and self._apposition_has(name.last + 1, self.words.roles)

    def looks_an_organisation(self, name: Name) -> bool:
        """Whether what is beside a name is said of organisations."""
        after = self._small(name.last)
        if after == "," and self._apposition_has(name.last + 1, self.words.company_words | self.words.heads):
            return True
        if after == "(" and self._small(name.last + 2) == ")" and self._tokens[name.last + 1].text.isupper():
            return True
        role = after in self.words.roles and not self._tokens[name.last].capital
        if role and not self.words.is_first_name(self._tokens[name.first].text):
            return True
        before = self._small(name.first - 1)
        if before == "," and name.last - name.first == 1 and not name.titled:
            before = self._small(name.first - 2)
        return before in self.words.company_words and before not in self.words.place_words

    def _apposition_has(self, at: int, heads: frozenset[str]) -> bool:
        """Whether a phrase after a comma has one of these as its head: the last word before it goes on."""
        if at >= len(self._tokens) or not self._tokens[at].is_word:
            return False
        last = ""
        for here in range(at, min(at + 9, len(self._tokens))):
            token = self._tokens[here]
            if (not token.is_word and not token.possessive) or token.small in self.words.prepositions:
                break
            if here > at and (
                token.small in self.words.who or token.small in self.words.be or token.small in self.words.only_speech
            ):
                break
            if here > at + 1 and self.grammar.verbs.lemma(token.small, "past", "participle"):
                break
            last = token.small
        return last in heads

    def _gender(self, name: Name) -> str:
        """``male`` or ``female`` by title or first name; empty if they do not tell."""
        title = self._small(name.first - 1) if name.titled else ""
        if title in self.words.male_titles:
            return "male"
        if title in self.words.female_titles:
            return "female"
        gender = self.words.first_names.get(self._tokens[name.first].text.split("-")[0], "")
        return gender if gender in ("male", "female") else ""
