"""Who does what a clause tells: the actor behind a name, a pronoun or "the company"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Clause, Syntax
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import Actor

Sort = Literal["actor", "doers", "resolved", "name", "thing", "abstract", "speaker", "unresolved"]


_RECENT = 4
_LONGEST = 5


class Doer(NamedTuple):
    """The name of who acts, how it was found, and the words of the subject."""

    name: str
    sort: Sort
    words: str


class _Subject(NamedTuple):
    """Who did something last, whom a pronoun may take up."""

    name: str
    kind: str


class Doers:
    """Finds who does it, clause after clause in reading order: a pronoun is whoever was named last before it."""

    def __init__(self, reading: Reading, actors: Sequence[Actor], grammar: Grammar) -> None:
        self._reading, self._grammar = reading, grammar
        placed = actors if all(actor.start >= 0 for actor in actors) else ()
        self._mentions = sorted(
            ((*span, actor) for actor in placed for span in actor.mentions or ((actor.start, actor.end),)),
            key=lambda mention: mention[:2],
        )
        self._starts = [start for start, _, _ in self._mentions]
        self._kinds = {actor.name: actor.kind for actor in placed}
        self._subjects: list[_Subject] = []
        words = grammar.words
        self._heads = words.words("subjects.doers")
        self._endings = tuple(sorted(words.words("subjects.doer endings")))
        self._abstract = words.words("subjects.abstract")
        self._organisations = words.words("subjects.organisations")
        self._places = words.words("subjects.places")
        self._things = words.words("organisations.thing heads")
        self._speakers = words.words("grammar.speakers")
        self._genders = {
            word: gender
            for gender, names in (("male", "first_names.male"), ("female", "first_names.female"))
            for word in words.words(names)
        }
        self._spoken_of = {
            word: gender
            for gender, pronouns in (("male", "speech.pronouns he"), ("female", "speech.pronouns she"))
            for word in words.words(pronouns)
        }

    def within(self, start: int, end: int) -> list[Actor]:
        """The actors that are named between two positions, each once."""
        found: list[Actor] = []
        for number in range(bisect_right(self._starts, start - 1), len(self._mentions)):
            if self._mentions[number][0] >= end:
                break
            if self._mentions[number][2] not in found:
                found.append(self._mentions[number][2])
        return found

    def kind(self, name: str) -> str:
        """What an actor of this name is; empty if none has it."""
        return self._kinds.get(name, "")

    def of(self, clause: Clause) -> Doer:
        """Who does what a clause tells. Asked in reading order, so that pronouns find who was named before."""
        reading, grammar = self._reading, self._grammar
        noun = reading.tokens[clause.noun]
        words = reading.words(clause.subject, clause.noun + 1)
        actor = self._named(noun.start)
        if actor is not None:
            self._subjects.append(_Subject(actor.name, actor.kind))
            return Doer(actor.name, "actor", words)
        apposed = self._apposed(clause)
        if apposed is not None:
            self._subjects.append(_Subject(apposed.name, apposed.kind))
            return Doer(apposed.name, "actor", words)
        small = noun.small
        if small in self._speakers:
            return Doer(words, "speaker", words)
        if small in grammar.subject_pronouns or small in grammar.things:
            return self._pronoun(clause, words)
        bare = self._without_determiner(clause)
        if reading.tokens[clause.subject].small in grammar.relatives - grammar.articles:
            return Doer(bare, "thing", words)
        if small in self._heads and reading.tokens[clause.subject].small in grammar.definite:
            taken_up = self._taken_up(clause, small)
            if taken_up is not None:
                self._subjects.append(taken_up)
                return Doer(taken_up.name, "resolved", words)
        if small in self._abstract:
            return Doer(bare, "abstract", words)
        if self._has_name(clause):
            storm = reading.tokens[clause.subject].small in self._things
            return Doer(bare, "thing" if storm else "name", words)
        if small in self._heads or small.endswith(self._endings) or self._does_by_name(small):
            self._subjects.append(_Subject(bare, self._kind(small)))
            return Doer(bare, "doers", words)
        return Doer(bare, "thing", words)

    def _does_by_name(self, noun: str) -> bool:
        """Whether a word names somebody by what they do: ``caller``."""
        endings = self._grammar.agent_endings
        return bool(endings) and noun.endswith(endings) and noun not in self._grammar.no_agents

    def _apposed(self, clause: Clause) -> Actor | None:
        """The person whom commas name beside the subject: ``Its chairman, Dr Ola Lind, …``."""
        tokens, comma = self._reading.tokens, clause.subject_last
        if comma + 2 >= clause.group.first or tokens[comma].text != ",":
            return None
        for at in (comma + 1, comma + 2):
            actor = self._named(tokens[at].start)
            if actor is not None:
                end = next((later for later in range(at, clause.group.first) if tokens[later].text == ","), -1)
                joined = any(tokens[later].small in self._grammar.coordinators for later in range(at, end))
                return actor if actor.kind == "person" and end > at and not joined else None
        return None

    def agent(self, clause: Clause, syntax: Syntax) -> Doer | None:
        """Who does it in a passive clause: whom "by" names in it."""
        for at in range(clause.group.last, clause.last):
            if self._reading.tokens[at].small in self._grammar.agents:
                phrase = syntax.phrase_from(at + 1, clause.last)
                if phrase is not None:
                    return self.of(clause._replace(subject=phrase.first, subject_last=phrase.last, noun=phrase.noun))
        return None

    def _has_name(self, clause: Clause) -> bool:
        """Whether a subject has a capital that is not only that of the sentence's first word."""
        tokens = self._reading.tokens
        sentence = self._reading.sentence_of(tokens[clause.noun].start)
        first = sentence.first + 1 if sentence else 0
        return any(tokens[at].capital for at in range(max(first, clause.subject), clause.noun + 1))

    def _without_determiner(self, clause: Clause) -> str:
        first = clause.subject
        while first < clause.noun and self._reading.tokens[first].small in self._grammar.articles:
            first += 1
        last = clause.noun + 1
        if last < clause.subject_last <= last + _LONGEST and self._reading.tokens[last].small == self._grammar.of:
            last = clause.subject_last
        return self._reading.words(first, last)

    def _named(self, position: int) -> Actor | None:
        number = bisect_right(self._starts, position) - 1
        for at in range(number, max(-1, number - 4), -1):
            start, end, actor = self._mentions[at]
            if start <= position < end:
                return actor
        return None

    def _kind(self, head: str) -> str:
        """What somebody without a name is: ``the council``, ``doctors``."""
        if head in self._organisations:
            return "organisation"
        return "state" if head in self._places else "group" if head.endswith("s") else "person"

    def _is_other(self, name: str, gender: str) -> bool:
        """Whether a first name tells that somebody is not of a gender."""
        known = self._genders.get(name.lower().split()[0].split("-")[0], "") if name else ""
        return known != "" and gender not in ("", known)

    def _before(self, position: int, kinds: tuple[str, ...], gender: str = "") -> _Subject | None:
        """Who of one of these kinds did something last, or else was named last before a position."""
        for subject in reversed(self._subjects[-_RECENT:]):
            if subject.kind in kinds and not self._is_other(subject.name, gender):
                return subject
        last = bisect_right(self._starts, position - 1)
        named = (actor for _, _, actor in reversed(self._mentions[max(0, last - 2 * _RECENT) : last]))
        fitting = (actor for actor in named if actor.kind in kinds and not self._is_other(actor.name, gender))
        return next((_Subject(actor.name, actor.kind) for actor in fitting), None)

    def _pronoun(self, clause: Clause, words: str) -> Doer:
        grammar, noun = self._grammar, self._reading.tokens[clause.noun]
        kinds: tuple[str, ...] = ()
        if noun.small in grammar.persons:
            kinds = ("person",)
        elif noun.small in grammar.things:
            kinds = ("organisation", "state")
        elif noun.small in grammar.several:
            kinds = ("group", "organisation")
        gender = self._spoken_of.get(noun.small, "") if kinds == ("person",) else ""
        subject = self._before(noun.start, kinds, gender) if kinds else None
        if subject is None:
            return Doer(words, "unresolved", words)
        self._subjects.append(subject)
        return Doer(subject.name, "resolved", words)

    def _taken_up(self, clause: Clause, head: str) -> _Subject | None:
        """Whom "the company" means: one whose name has the word, or the last that may be called so."""
        if clause.noun - clause.subject > 1:
            return None
        position = self._reading.tokens[clause.noun].start
        named = [actor for _, _, actor in self._mentions[: bisect_right(self._starts, position - 1)]]
        for actor in reversed(named):
            if head in actor.name.lower().split() or head in actor.role.lower().split():
                return _Subject(actor.name, actor.kind)
        if head in self._organisations:
            return self._before(position, ("organisation",))
        if head in self._places:
            return self._before(position, ("state",))
        return None
