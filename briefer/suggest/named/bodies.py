"""The organisations and states of an article: by name, acronym, first or last word, capital and people."""

from __future__ import annotations

from functools import cached_property

from briefer.suggest.named.names import Name, Names
from briefer.suggest.named.persons import Member, Persons
from briefer.suggest.named.words import NameKind
from briefer.suggest.reading import Reading

_SHORT_NAME = 4
_PAUSES = (",", "-", "–", "—")
_GOVERNING = 2
"""So many words after a possessive tell that a state owns what they name."""


class Bodies(Persons):
    """Brings the mentions of organisations, states and others together."""

    def __init__(self, reading: Reading, names: Names) -> None:
        super().__init__(reading, names)
        self._organisations: dict[str, Member] = {}
        self._states: dict[str, Member] = {}
        self._others: dict[str, Member] = {}

    def land_of(self, adjective: str) -> str:
        """The state whose people a word names: Maravia of ``Maravian``; empty if of none."""
        code = self.words.adjectives.get(adjective)
        return self.words.state_names.get(code, "") if code else self._new_adjectives.get(adjective, "")

    def note_state(self, adjective: Name, first: int, last: int) -> None:
        """Note that an adjective and the noun after it mean a state."""
        code = self.words.adjectives.get(adjective.text, "")
        name = Name(first, last, "state", self.reading.words(first, last), first)
        self._take_state(name, code)

    @cached_property
    def _unknown(self) -> dict[str, list[Name]]:
        """The mentions of names that tell nothing themselves, by the words."""
        found: dict[str, list[Name]] = {}
        for name in self.names.all:
            if name.kind == "unknown":
                found.setdefault(name.text, []).append(name)
        return found

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

    def _take_organisation(self, name: Name) -> None:
        whole = self.words.metonyms.get(name.text, name.text)
        if name.text in self.words.metonyms and self.is_place(name) and not self._works_there(name):
            return
        key = self._without_form(whole)
        member = self._organisations.get(key)
        if member is None:
            member = self._organisations[key] = self._new(whole, "organisation")
            self._organisations.setdefault(whole, member)
            self._note_acronym(name, member)
        elif self._bracketed(name):
            self._organisations.setdefault(self._bracketed(name), member)
        self._enter(member, name)

    def _bracketed(self, name: Name) -> str:
        """The one word in brackets after a name, or after “or” between dashes; empty if there is none."""
        after = self._tokens[name.last : name.last + 3]
        if len(after) == 3 and after[0].text in _PAUSES and after[1].small in self.words.or_words:
            pause = self._tokens[name.last + 3 : name.last + 4]
            return after[2].text if after[2].capital and pause and pause[0].text == after[0].text else ""
        held = len(after) == 3 and after[0].text == "(" and after[2].text == ")" and after[1].capital
        return after[1].text if held else ""

    def _without_form(self, name: str) -> str:
        """A company's name without its legal form: ``AT&T`` for “AT&T Inc.”."""
        words = name.split()
        while len(words) > 1 and words[-1].lower().strip(".,") in self.words.legal_forms:
            words.pop()
        return " ".join(words).rstrip(",&")

    def _note_acronym(self, name: Name, member: Member) -> None:
        """What stands in brackets after a name, if it is one word in capitals; else its own initials."""
        if name.last - name.first > 2 and self.words.leads_a_body(self._small(name.first)):
            self._organisations.setdefault(self.reading.words(name.first + 1, name.last), member)
        if self._bracketed(name):
            self._organisations.setdefault(self._bracketed(name), member)
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

    def _longer_organisation(self, name: Name) -> Member | None:
        """The organisation named before whose name begins or ends with this one."""
        best = None
        for member in self._organisations.values():
            first = member.mentions[0]
            if first.first > name.first or first.last - first.first < 2:
                continue
            whole = self.reading.words(first.first, first.last)
            if whole.startswith((f"{name.text} ", f"{name.text}’s ", f"{name.text}'s ")) or whole.endswith(
                f" {name.text}"
            ):
                best = member
        return best or self._whole_of_a_first_part(name)

    def _whole_of_a_first_part(self, name: Name) -> Member | None:
        """“Rolls” of Rolls-Royce, “Astra” of AstraZeneca: the organisation whose name is one word and begins so."""
        if name.last - name.first != 1 or len(name.text) < _SHORT_NAME:
            return None
        for member in (*self._organisations.values(), *self._others.values()):
            rest = member.name.removeprefix(name.text)
            if rest != member.name and " " not in member.name and (rest[:1] == "-" or rest[:1].isupper()):
                return member
        return None

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

    def _take_other(self, name: Name, kind: NameKind) -> None:
        member = self._others.get(name.text)
        if member is None:
            member = self._others[name.text] = self._new(name.text, kind)
        self._enter(member, name)

    def _decides(self, name: Name) -> bool:
        """Whether a place does what only those can who govern it: “Kansas has agreed to take 600”."""
        if self._is_governed(name):
            return bool(self.verb_follows(name))
        verb = self.verb_of(name) if self.is_subject(name) and not self.is_place(name) else ""
        lemma = self.grammar.verbs.lemma(verb, "past", "participle", "third", "ing", "base") if verb else ""
        return lemma != "" and self.grammar.verbs.is_a(lemma, "deciding", "announcing", "refusing", "planning")

    def _is_governed(self, name: Name) -> bool:
        """“The city of Chicago”, “the City of Chicago”."""
        tied = self._small(name.title - 1) in self.words.of_words
        return tied and self._small(name.title - 2) in self.words.governed_places

    def _is_of_a_state(self, name: Name) -> bool:
        """Whether a single word that names nobody else belongs to a state: “Russia’s Rosneft”."""
        if name.last - name.first != 1 or name.titled or not self._tokens[name.first - 1].possessive:
            return False
        owner = self._name_of.get(name.first - 2)
        return owner is not None and owner.kind == "state"

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
