"""Groups of people without a name of their own: “current and former US officials”, “protesters”, “the jury”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefer.suggest.named.cast import Cast
from briefer.suggest.named.plurals import Plurals
from briefer.suggest.reading import Sentence

_DASHES = ("—", "–", "-")
_MOST_BEFORE = 3
"""So many words tell at most which crew or team it is."""
_OFTEN = 3
"""A group of which an article tells so often is an actor, whatever is said of it."""


class Unnamed(NamedTuple):
    """A mention of such an actor: tokens ``first`` to before ``last``; ``head`` is the noun it is known by."""

    name: str
    first: int
    last: int
    head: str
    acts: bool = False
    aside: bool = False
    verb: str = ""


class Crowds(Plurals):
    """Finds groups."""

    def __init__(self, cast: Cast, quoted: frozenset[int]) -> None:
        super().__init__(cast)
        self._quoted = quoted
        words = cast.reading.language.words
        self._endings = tuple(sorted(words("people.plural role endings")))
        self._abstract = words("subjects.abstract")
        self._told_apart = words("people.told apart")
        self._bare = words("people.bare groups")
        self._no_groups = words("people.no groups")
        self._only_often = words("people.groups if often")
        self._speaking = words("people.groups that speak")
        self._none = words("people.none")
        self._own = words("speech.own")
        self._definite = words("grammar.definite")
        self._within = self._clause_starts | words("grammar.relatives")
        self._collectives = words("people.collectives")

    def people(self) -> Iterator[Unnamed]:
        """“current and former US officials”, “China hawks”, “protesters”."""
        for sentence in self._reading.sentences:
            if sentence.paragraph in self._reading.headings:
                continue
            yield from self._collective(sentence)
            for at in range(sentence.first, sentence.last):
                if at in self._heads and at not in self._quoted:
                    mention = self._mention(at, sentence)
                    if mention is not None:
                        yield mention

    @cached_property
    def _heads(self) -> frozenset[int]:
        """The plurals of persons, as tokens."""
        plurals = set(filter(self._is_head, {token.small for token in self._tokens}))
        return frozenset(
            at for at, token in enumerate(self._tokens) if token.small in plurals and self._is_head_at(at)
        )

    def _is_head_at(self, at: int) -> bool:
        small = self._tokens[at].small
        if at in self._cast.of_token:
            return False
        if self._small(at + 1) in self._words.acts and not self._tokens[at + 1].capital:
            return False
        if self._small(at + 1) in self._words.titles and not self._verb(at + 1):  # “attorneys general”
            return False
        if small in self._speaking and self._small(at - 1) in self._numbers:
            return True
        return small not in self._no_groups or self._small(at - 1) in self._told_apart

    def _mention(self, at: int, sentence: Sentence) -> Unnamed | None:
        """The mention of a group that a head ends; None if it is not told from others, nor does anything."""
        token = self._tokens[at]
        first = self._first(at, sentence.first)
        before = self._small(first - 1)
        owner = self._small(first - 2) if before[:1].isdigit() else before  # “the union, whose 2,300 members paid”
        denied = before in self._none or (first == sentence.first and self._small(first) in self._none)
        if denied or owner in self._own or owner in self._words.whose:
            return None
        often = self._times[token.small] >= _OFTEN
        if token.small in self._only_often and not often:
            return None
        words = [self._small(here) for here in range(first, at)]
        told = [word for word in words if word not in self._numbers and word not in self._words.and_words]
        owned = before in self._among or self._tokens[first - 1].possessive
        verb = self._verb(at + 1) or self._verb_past_insertion(at + 1) or self._verb_past_aside(at + 1)
        verb = verb or self._told_to(first, at + 1)
        if verb not in self._words.be and self._is_of_one(verb):
            verb = ""
        opens = bool(told) and self._opens(first, sentence) and self._leads(sentence.start)
        acts = (verb != "" and not self._is_tied(first, at + 1)) or self._according(first) or opens
        if not (often or (told and (acts or owned)) or (acts and self._stands_alone(at, first, sentence, verb))):
            return None
        while first < at and self._small(first) in self._numbers:
            first += 1
        aside = not told and before in self._within and not owned and not self._leads(sentence.start)
        name = self._reading.words(first, at + 1)
        return Unnamed(name, first, at + 1, token.small, acts=acts, aside=aside, verb=verb)

    def _stands_alone(self, at: int, first: int, sentence: Sentence, verb: str) -> bool:
        """Whether a plural that does something is a group without a word before it that tells which."""
        small = self._tokens[at].small
        if small in self._bare or self._acts_again[small] > 1:
            return True
        if verb in self._words.speech or self._according(first):
            return True
        leads = self._tokens[at].capital and at == sentence.first and small not in self._words.starters
        if leads and verb not in self._words.be:
            return True
        return self._times[small] > 1 and self._small(first - 1) not in self._words.prepositions

    def _opens(self, first: int, sentence: Sentence) -> bool:
        """Whether a phrase opens a sentence, or what follows its dateline."""
        return first == sentence.first or self._tokens[first - 1].text in _DASHES

    @cached_property
    def _times(self) -> Counter[str]:
        """How often the article tells of a group, in words quoted as well: by its head."""
        return Counter(
            self._tokens[at].small
            for sentence in self._reading.sentences
            if sentence.paragraph not in self._reading.headings
            for at in range(sentence.first, sentence.last)
            if at in self._heads
        )

    def _is_head(self, small: str) -> bool:
        """Whether a word in small letters is a plural of persons: by the lists, its ending, or as that of a role."""
        if small in self._words.acts or (small.endswith(self._endings) and small not in self._abstract):
            return True
        plural = small.endswith(self._words.plural_endings) and small[:-1] in self._words.roles
        return plural and not self._cast.grammar.verbs.lemma(small, "third")

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
            if small not in self._collectives or at in self._quoted or at in self._cast.of_token:
                continue
            first = self._after_article(at, sentence.first)
            if first is None:
                continue
            last = at + 1
            if self._small(last) in self._words.of_words and last + 1 < sentence.last and self._is_noun(last + 1):
                last += 2
            verb = self._verb(last)
            if verb:
                yield Unnamed(self._reading.words(first, last), first, last, small, acts=True, verb=verb)

    def _after_article(self, at: int, limit: int) -> int | None:
        """Where a phrase begins after its article: “an Israeli tank crew”; None if no article leads up to it."""
        for first in range(at, max(limit, at - 1 - _MOST_BEFORE), -1):
            if self._small(first - 1) in self._words.articles:
                return first
            if not (self._tokens[first - 1].capital or self._is_noun(first - 1) or self._is_adjective(first - 1)):
                return None
        return None

    def _leads(self, position: int) -> bool:
        """Whether a sentence is in what an article opens with: who does something there matters."""
        headings = self._reading.headings
        body = (number for number in range(len(self._reading.paragraphs)) if number not in headings)
        return self._reading.paragraph_of(position) == next(body, 0)
