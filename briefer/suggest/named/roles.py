"""What a person is: the role and affiliation that stand with the name, before it or after it."""

from __future__ import annotations

from typing import NamedTuple

from briefer.suggest.named.affiliations import Affiliations
from briefer.suggest.named.cast import Cast
from briefer.suggest.named.names import Name

_MOST_WORDS = 14
_MOST_OF_A_LIST = 4
_FEW_WORDS = 4


class Role(NamedTuple):
    """A role and an affiliation, as the article words them; empty where it gives none."""

    role: str = ""
    affiliation: str = ""


class Roles(Affiliations):
    """Finds roles around mentions of persons."""

    def __init__(self, cast: Cast) -> None:
        super().__init__(cast)
        self._plural_titles = cast.reading.language.words("people.plural titles")
        self._appearances = cast.reading.language.table("people.in court")
        self._verbs = cast.reading.language.table("common.role verbs")
        self._no_roles = cast.reading.language.words("people.no roles")
        self._lead_ins = cast.reading.language.words("speech.lead-ins") | self._words.determiners
        self._closed_by = cast.reading.language.words("people.not in roles")

    def of(self, name: Name) -> Role:
        """What stands with one mention."""
        tied = self._tied(name)
        told = (self._after(name), self._title(name), self._before(name), self._described_before(name))
        for found in (*told, self._who(name), self._appearing(name), self._among(name), self._shared(name)):
            if found.role:
                found = found._replace(role=self._of_one(found.role))
                if tied or found.affiliation:
                    return found._replace(affiliation=tied or found.affiliation)
                house = self._house(found.role) or self._land(found.role)
                return found._replace(affiliation=self._party(name) or house)
        return Role("", tied)

    def _who(self, name: Name) -> Role:
        """What a verb after the name tells: “, who chairs …”."""
        if self._small(name.last) == "," and self._small(name.last + 1) in self._words.who:
            return self._by_verb(name.last + 2)
        return Role()

    def _appearing(self, name: Name) -> Role:
        """What somebody does in court: “Lucy Marsh, defending, said”, “Prosecuting, Paul Wren said”."""
        before = self._small(name.title - 2) if self._small(name.title - 1) == "," else ""
        after = self._small(name.last + 1) if self._small(name.last) == "," else ""
        return Role(self._appearances.get(after) or self._appearances.get(before, ""))

    def _among(self, name: Name) -> Role:
        """What several are: “two Republican senators, Tom Bask of Idaho and Ada Lund of Nebraska”."""
        at = name.title - 1
        for _ in range(_MOST_OF_A_LIST):
            if self._small(at) == "," and self._small(at - 1) in self._words.acts:
                role = self._small(at - 1).removesuffix("s")
                first = at - 1
                while first and self._tokens[first - 1].is_word and self._small(first - 1) not in self._lead_ins:
                    first -= 1
                words = self._reading.words(first, at - 1) if first < at - 1 else ""
                small = at - first <= _FEW_WORDS and role in self._words.roles
                return Role(f"{words} {role}".strip()) if small else Role()
            while at > 0 and self._cast.name_at(at) is None:
                if self._small(at) not in self._words.and_words | self._words.of_words and self._small(at) != ",":
                    return Role()
                at -= 1
            earlier = self._cast.name_at(at)
            at = earlier.title - 1 if earlier is not None else at
        return Role()

    def _shared(self, name: Name) -> Role:
        """The title that several share: “Sens. Tom Bask and Ada Lund”."""
        before = name.title - 1
        earlier = self._cast.name_at(before - 1) if self._small(before) in self._words.and_words else None
        several = earlier is not None and earlier.titled and self._small(earlier.title) in self._plural_titles
        return self._title(earlier) if earlier is not None and several else Role()

    def _of_one(self, role: str) -> str:
        """The role of one of several: ``Deputy governor`` for “Deputy governors”."""
        *words, last = role.split()
        one = last.removesuffix("s")
        return " ".join((*words, one)) if last in self._words.acts and one in self._words.roles else role

    def _title(self, name: Name) -> Role:
        """The titles in the run: “US Treasury Secretary” Scott Bessent."""
        if not name.titled:
            return Role()
        last = name.first
        while last > name.title and self._small(last - 1) in self._no_roles:
            last -= 1
        words = self._reading.words(name.title, last) if last > name.title else ""
        return Role(
            "" if words.lower() in self._no_roles else self._unshortened(words),
            self._institution(name.title, name.first),
        )

    def _unshortened(self, words: str) -> str:
        """A title as a word of its own: ``Senator`` for ``Sen.``"""
        long = self._cast.reading.language.table("people.shortened")
        return " ".join(long.get(word.lower(), word) for word in words.split())

    def _before(self, name: Name) -> Role:
        """A role in small letters right before: “deputy White House chief of staff” Stephen Miller."""
        at = name.title
        first = at
        has_role = False
        sentence = self._reading.sentence_of(self._tokens[name.first].start)
        begins = sentence.first if sentence is not None else 0
        while at > begins and name.title - at < 8:
            token = self._tokens[at - 1]
            small = token.small
            if token.possessive or small in self._closed_by or not (token.is_word or token.text == "-"):
                break
            if small in self._words.prepositions and small not in self._words.of_words:
                break
            if token.text[0].isdigit() or self._does_something(at - 1):
                break
            told = at > 1 and self._small(at - 2) == self._cast.grammar.infinitive
            if (
                not token.capital
                and self._cast.grammar.verbs.lemma(small, "past", "third", *(("base",) if told else ()))
                and small not in self._words.roles
            ):
                break
            at -= 1
            has_role = has_role or self._words.is_role(small)
            first = at
        if not has_role or self._small(name.title - 1) in self._words.prepositions:
            return Role()
        while first < name.title and self._small(first) in self._lead_ins:
            first += 1
        if first >= name.title:
            return Role()
        return Role(
            self._reading.words(first, name.first), self._institution(first, name.first) or self._owner(first)
        )

    def _does_something(self, at: int) -> bool:
        """Whether a participle goes with what is before it, and is no part of a role: “video showing officer Lee”."""
        small, before = self._small(at), self._tokens[at - 1]
        if at == 0 or not self._cast.grammar.verbs.lemma(small, "ing") or not before.text.islower():
            return False
        led = self._words.calls(before.small) or before.small in self._words.determiners | self._words.prepositions
        return not led and before.is_word and before.small not in self._words.group_adjectives

    def _described_before(self, name: Name) -> Role:
        """A description that a comma parts from the name after it: “its chief engineer,” Ruth Aldane."""
        closed = (
            self._small(name.last) in (",", ".", "’s", "'s", "") or self._small(name.last) in self._words.of_words
        )
        if self._small(name.title - 1) != "," or not closed:
            return Role()
        end = name.title - 1
        at = end
        while at > 0 and end - at < _MOST_WORDS and (self._tokens[at - 1].is_word or self._tokens[at - 1].possessive):
            small = self._tokens[at - 1].small
            if small in self._words.prepositions and small not in self._words.of_words:
                break
            if self._tokens[at - 1].small in self._words.only_speech or self._tokens[at - 1].small in self._words.be:
                break
            at -= 1
        return self._phrase(at, end, skip_to_role=True)

    def _after(self, name: Name) -> Role:
        """An apposition: “, an Asia security expert at the American Enterprise Institute,”; “, who chairs …”."""
        at = name.last
        if self._small(at) == "(":
            close = next((here for here in range(at, min(at + 6, len(self._tokens))) if self._small(here) == ")"), at)
            at = close + 1 if close > at else at
        if self._small(at) not in (",", "–", "—", "("):
            return Role()
        at += 1
        if self._small(at).isdigit() and self._small(at + 1) == ",":
            at += 2
        if self._small(at) in self._words.who:
            return Role()
        end = at
        while end < len(self._tokens) and end - at < _MOST_WORDS:
            token = self._tokens[end]
            if not token.is_word and not token.possessive and token.text not in "-’&":
                break
            if end > at and (token.small in self._words.only_speech or token.small in self._words.be):
                break
            if token.small in self._words.who:
                break
            end += 1
        return self._phrase(at, end)

    def _by_verb(self, at: int) -> Role:
        """“who chairs the Board” as chair of the Board."""
        role = self._verbs.get(self._small(at))
        if self._small(at) in self._cast.grammar.have:  # “who has led the federation since 2019” still does
            at += 1
            verbs = self._cast.grammar.verbs
            lemma = verbs.lemma(self._small(at), "participle")
            role = next(
                (held for verb, held in self._verbs.items() if lemma and verbs.lemma(verb, "third") == lemma), None
            )
        if role is None:
            return Role()
        here = at + 1
        while self._small(here) in self._words.articles:
            here += 1
        member = self._cast.of_token.get(here)
        if member is None and self._small(here) in self._classes and here > at + 1:
            return Role(role, self._possessor(here + 1))
        if member is None and here + 1 < len(self._tokens) and self._tokens[here + 1].possessive:
            owner = self._possessor(here + 1)
            return Role(role, owner) if owner else Role()
        return Role(role, member.name) if member is not None and member.kind in ("organisation", "state") else Role()

    def _phrase(self, first: int, last: int, *, skip_to_role: bool = False) -> Role:
        """The role that a phrase tells, and where it is held."""
        possessor = ""
        for at in range(first, last):
            if self._words.is_role(self._small(at)):
                break
            if self._tokens[at].possessive:
                possessor = self._possessor(at) or possessor
                first = at + 1
        own = self._small(first) in self._cast.reading.language.words("speech.own")
        while first < last and (
            self._small(first) in self._words.determiners or self._small(first) in self._words.prepositions
        ):
            first += 1
        head = self._head(first, last, skip=skip_to_role)
        if head is None:
            return Role()
        if skip_to_role:
            first = self._reach_back(first, head)
        end, affiliation = self._affiliation(head + 1, last)
        if own and not affiliation:
            possessor = self._last_organisation(first) or self._spoken_of(first)
        role = self._reading.words(first, end)
        return Role(role, affiliation or possessor or self._institution(first, end))

    def _reach_back(self, first: int, head: int) -> int:
        at = head
        while at > first and self._small(at - 1) not in self._words.determiners | self._words.prepositions:
            at -= 1
        return at

    def _head(self, first: int, last: int, *, skip: bool = False) -> int | None:
        """The role noun of a phrase: the last one before a preposition; ``skip`` allows other phrases before it."""
        found = None
        for at in range(first, last):
            small = self._small(at)
            if at > first and small in self._words.prepositions and found is not None:
                break
            if small in self._words.prepositions and found is None and at > first and not skip:
                return None
            if self._words.is_role(small) or small.partition("-")[0] in self._words.roles:
                found = at
        return found
