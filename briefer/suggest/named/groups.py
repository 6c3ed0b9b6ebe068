"""Actors without a name of their own: governments under somebody's name, and groups of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefer.suggest.named.cast import Cast
from briefer.suggest.reading import Sentence
from briefer.text.spans import Span

_INSERTED = 12
"""What commas insert after a group has fewer tokens than this."""
_MOST_NOUNS = 2
"""Nouns that may stand before a plural that they make a group of its own."""


class Unnamed(NamedTuple):
    """A mention of such an actor: tokens ``first`` to before ``last``; ``head`` is the noun it is known by."""

    name: str
    first: int
    last: int
    head: str
    acts: bool = False
    aside: bool = False
    verb: str = ""


class Groups:
    """Finds governments and groups."""

    def __init__(self, cast: Cast, quoted: frozenset[int]) -> None:
        self._quoted = quoted
        self._cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._words = cast.words
        words = cast.reading.language.words
        self._adjectives = cast.words.group_adjectives
        self._endings = tuple(sorted(words("people.plural role endings")))
        self._abstract = words("subjects.abstract")
        self._told_apart = words("people.told apart")
        self._numbers = words("people.numbers")
        self._bare = words("people.bare groups")
        self._no_nouns = words("grammar.coordinators") | words("names.persons") | words("speech.own")
        self._no_groups = words("people.no groups")
        self._among = words("people.among")
        self._own = words("speech.own")
        self._relays = words("speech.according")
        self._bodies = words("organisations.bodies")
        self._bare_bodies = words("organisations.bare bodies")
        self._houses = words("organisations.houses")
        self._parts = cast.reading.language.names("nations.parts")
        self._branches = words("organisations.branches")
        self._definite = words("grammar.definite")
        self._clause_starts = words("grammar.subordinators") | words("grammar.complementisers")
        self._within = self._clause_starts | words("grammar.relatives")
        self._state_words = words("organisations.state words")
        self._collectives = words("people.collectives")

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
            member.kind == "organisation" and member.name.lower().endswith(f" {head}")
            for member in self._cast.members
        )

    def people(self) -> Iterator[Unnamed]:
        """“current and former US officials”, “China hawks”, “protesters”."""
        for sentence in self._reading.sentences:
            if sentence.paragraph in self._reading.headings:
                continue
            yield from self._collective(sentence)
            for at in range(sentence.first, sentence.last):
                token = self._tokens[at]
                if not self._is_head(token.small) or at in self._cast.of_token or at in self._quoted:
                    continue
                if token.small in self._no_groups and self._small(at - 1) not in self._told_apart:
                    continue
                if self._small(at + 1) in self._words.acts and not self._tokens[at + 1].capital:
                    continue
                first = self._first(at, sentence.first)
                if self._small(first - 1) in self._own:
                    continue
                words = [self._small(here) for here in range(first, at)]
                verb = self._verb(at + 1) or self._verb_past_insertion(at + 1)
                acts = verb != "" or self._according(first)
                told = [word for word in words if word not in self._numbers and word not in self._words.and_words]
                owned = self._small(first - 1) in self._among or self._tokens[first - 1].possessive
                leads = token.capital and at == sentence.first and token.small not in self._words.starters
                leads = leads and verb not in self._words.speech and verb not in self._words.be
                bare = token.small in self._bare or leads or self._acts_again[token.small] > 1
                if (told and (acts or owned)) or (bare and acts):
                    while first < at and self._small(first) in self._numbers:
                        first += 1
                    aside = self._small(first - 1) in self._within and not owned and not self._leads(sentence.start)
                    name = self._reading.words(first, at + 1)
                    yield Unnamed(name, first, at + 1, token.small, acts=acts, aside=aside, verb=verb)

    def _is_head(self, small: str) -> bool:
        """Whether a word in small letters is a plural of persons, by the lists or by its ending: ``pastors``."""
        return small in self._words.acts or (small.endswith(self._endings) and small not in self._abstract)

    @cached_property
    def _acts_again(self) -> Counter[str]:
        """How often a group acts that only an article tells, “the participants”: by its head."""
        return Counter(
            token.small
            for at, token in enumerate(self._tokens)
            if token.small in self._words.acts
            and token.small not in self._no_groups
            and self._small(at - 1) in self._definite
            and at not in self._quoted
            and at not in self._cast.of_token
            and self._verb(at + 1)
        )

    def _collective(self, sentence: Sentence) -> Iterator[Unnamed]:
        """“the jury”, “a team of oceanographers”: several who act as one."""
        for at in range(sentence.first + 1, sentence.last):
            small = self._tokens[at].small
            if (
                small not in self._collectives
                or at in self._quoted
                or self._small(at - 1) not in self._words.articles
            ):
                continue
            last = at + 1
            if self._small(last) in self._words.of_words and last + 1 < sentence.last and self._is_noun(last + 1):
                last += 2
            verb = self._verb(last)
            if verb:
                yield Unnamed(self._reading.words(at, last), at, last, small, acts=True, verb=verb)

    def _leads(self, position: int) -> bool:
        """Whether a sentence is in what an article opens with: who does something there matters."""
        headings = self._reading.headings
        body = (number for number in range(len(self._reading.paragraphs)) if number not in headings)
        return self._reading.paragraph_of(position) == next(body, 0)

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
            if small in self._words.and_words and at - 2 >= limit and self._is_adjective(at - 2):
                at -= 2
                continue
            break
        return self._compound(at, limit)

    def _is_adjective(self, at: int) -> bool:
        return self._small(at) in self._adjectives and at not in self._cast.of_token

    def _compound(self, head: int, limit: int) -> int:
        """Where nouns begin that go before a plural (“some infection control experts”), if a clause begins there."""
        at = head
        while at > limit and head - at < _MOST_NOUNS and self._is_noun(at - 1):
            at -= 1
        before = self._small(at - 1)
        opens = at == limit or before in self._numbers or before in self._clause_starts or before == ","
        return at if opens else head

    def _is_noun(self, at: int) -> bool:
        token = self._tokens[at]
        return (
            token.text.isalpha()
            and token.text.islower()
            and not any(
                token.small in words
                for words in (
                    self._words.prepositions,
                    self._words.determiners,
                    self._words.be,
                    self._words.and_words,
                    self._words.relatives,
                    self._words.pronouns,
                    self._clause_starts,
                    self._no_nouns,
                )
            )
            and not self._cast.grammar.is_adverb(token.small)
            and not self._cast.grammar.verbs.lemma(token.small, "past", "ing")
        )

    def _according(self, first: int) -> bool:
        return f"{self._small(first - 2)} {self._small(first - 1)}" in self._relays

    def _small(self, at: int) -> str:
        return self._tokens[at].small if 0 <= at < len(self._tokens) else ""

    def _verb(self, at: int) -> str:
        """The verb that follows, also after what a preposition ties (“in three states asked”); empty if none."""
        if self._small(at) in self._words.prepositions and self._small(at) not in self._words.of_words:
            name = self._cast.name_from(at + 1)
            at = name.last if name is not None else self._past_few(at + 1)
        for _ in range(3):
            if not self._cast.grammar.is_adverb(self._small(at)):
                break
            at += 1
        small = self._small(at)
        if small in self._words.be:
            return self._cast.verb_from(at) or small
        if small in self._words.speech:
            return small
        lemma = self._cast.grammar.verbs.lemma(small, "past", "third", "base")
        return small if lemma and small not in self._words.prepositions else ""

    def _verb_past_insertion(self, at: int) -> str:
        """The verb of “unions, which wanted more” and of “governments, including Kenya’s, needed to”."""
        comma = self._small(at) == ","
        if self._small(at + comma) in self._words.things | self._words.who:
            return self._verb(at + comma + 1)
        if not comma or self._small(at + 1) not in self._words.naming:
            return ""
        for end in range(at + 2, min(at + _INSERTED, len(self._tokens))):
            if self._small(end) == ",":
                return self._verb(end + 1)
        return ""

    def _past_few(self, at: int) -> int:
        """Past a noun, and the number or determiner before it: “three parties”, “the canton”, “supplies”."""
        counts = self._small(at) in self._numbers | self._words.determiners or self._small(at).isdigit()
        noun = at + 1 if counts else at
        if noun >= len(self._tokens) or not self._is_noun(noun):
            return at
        name = self._cast.name_from(noun + 1)  # “on the vessel Hildur”
        return name.last if name is not None else noun + 1
