"""Persons without a name who do something: “a gunman opened fire”, “the operator kept talking”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefer.suggest.named.cast import Cast
from briefer.suggest.named.crowds import Unnamed

_MOST_WORDS = 3
"""So many words tell at most of what kind somebody is: “a 911 emergency dispatch operator”."""


class _Mention(NamedTuple):
    """Tokens ``first`` to before ``last``, without the article; ``new`` is after “a”."""

    first: int
    last: int
    new: bool
    verb: str


class Strangers:
    """Finds them. Tokens in ``quoted`` are somebody's words, and tell of nobody."""

    def __init__(self, cast: Cast, quoted: frozenset[int]) -> None:
        self._cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._quoted = quoted
        words = cast.reading.language.words
        self._for_somebody = words("people.speaking for somebody")
        self._speaking = words("people.speaking strangers") | self._for_somebody
        self._heads = words("people.strangers") | self._speaking
        self._called = words("people.called")
        self._definite = words("grammar.definite")
        self._indefinite = cast.words.articles - self._definite

    def found(self) -> Iterator[Unnamed]:
        """The mentions of each who does something at least once, and whom the article names nowhere."""
        mentions: dict[str, list[_Mention]] = {}
        named: set[str] = set()
        for sentence in self._reading.sentences:
            if sentence.paragraph in self._reading.headings:
                continue
            for at in range(sentence.first + 1, sentence.last):
                head = self._tokens[at].small
                if head not in self._heads or at in self._quoted or at in self._cast.of_token:
                    continue
                if self._is_named(at):
                    named.add(head)
                elif (mention := self._mention(at, sentence.first)) is not None:
                    mentions.setdefault(head, []).append(mention)
        for head, told in mentions.items():
            if head not in named and told[0].new and any(one.verb for one in told):
                name = self._reading.words(told[0].first, told[0].last)
                for one in told:
                    yield Unnamed(name, one.first, one.last, head, acts=one.verb != "", verb=one.verb)

    def _mention(self, at: int, limit: int) -> _Mention | None:
        """The mention that a head ends; None if no article leads up to it."""
        first = at
        while first > limit and at - first <= _MOST_WORDS:
            before = self._tokens[first - 1]
            if before.small in self._cast.words.articles:
                if first == at and self._tokens[at].small in self._for_somebody:  # of whom is not told
                    return None
                verb = self._said(first - 1, at)
                if self._tokens[at].small not in self._speaking:
                    verb = verb or self._verb(at + 1)
                return _Mention(first, at + 1, before.small in self._indefinite, verb)
            if not before.is_word or before.small in self._cast.words.prepositions:
                return None
            first -= 1
        return None

    def _said(self, article: int, at: int) -> str:
        """The verb of saying before or after a phrase: “said a source close to the talks”; empty if none is."""
        before, after = self._tokens[article - 1].small, self._cast.verb_from(at + 1)
        return next((verb for verb in (after, before) if verb in self._cast.words.speech), "")

    def _verb(self, at: int) -> str:
        """The verb of doing that follows; empty after other words, and of verbs of being and of saying."""
        verb = self._cast.verb_from(at)
        return "" if verb in self._cast.words.be or verb in self._cast.words.speech else verb

    def _is_named(self, at: int) -> bool:
        """Whether a name stands beside a head: “the driver, Ann Lee”, “Ann Lee, a driver”."""
        beside = at + 1
        if beside < len(self._tokens) and (
            self._tokens[beside].text == "," or self._tokens[beside].small in self._called
        ):
            beside += 1
        if self._cast.name_from(beside) is not None:
            return True
        first = at
        while first and at - first <= _MOST_WORDS and self._tokens[first - 1].is_word:
            first -= 1
        return first > 1 and self._tokens[first - 1].text == "," and self._cast.name_at(first - 2) is not None
