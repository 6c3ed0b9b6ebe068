"""The phrase that a plural ends, as far as its words tell which group it is, and the verb that goes with it."""

from __future__ import annotations

from briefer.suggest.named.cast import Cast

_INSERTED = 12
"""What commas insert after a group has fewer tokens than this."""
_MOST_NOUNS = 2
"""Nouns that may stand before a plural that they make a group of its own."""


class Plurals:
    """Reads what stands before and after the head of a group."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._words = cast.words
        words = cast.reading.language.words
        self._adjectives = cast.words.group_adjectives
        self._numbers = words("people.numbers")
        self._no_nouns = words("grammar.coordinators") | words("names.persons") | words("speech.own")
        self._relays = words("speech.according")
        self._among = words("people.among")
        self._clause_starts = words("grammar.subordinators") | words("grammar.complementisers")

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
        at, nouns = head, 0
        while at > limit and nouns < _MOST_NOUNS and (self._is_noun(at - 1) or self._is_adjective(at - 1)):
            nouns += not self._is_adjective(at - 1)
            at -= 1
        if at - 1 == limit and self._is_adjective(limit):
            at -= 1
        before = self._small(at - 1)
        opens = at == limit or before in self._numbers or before in self._clause_starts or before == ","
        return at if opens or before in self._among else head

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

    def _verb(self, at: int) -> str:
        """The verb that follows, also after what a preposition ties (“in three states asked”); empty if none."""
        if self._small(at) in self._words.prepositions and self._small(at) != self._cast.grammar.infinitive:
            name = self._cast.name_from(at + 1 + (self._small(at + 1) in self._words.articles))
            if name is None and self._small(at) in self._words.of_words:
                return ""
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
        if (
            not comma and f"{self._small(at)} {self._small(at + 1)}" in self._words.naming
        ):  # “operators such as Acme pay”
            name = self._cast.name_from(at + 2)
            return self._verb(name.last) if name is not None else ""
        if not comma or self._small(at + 1) not in self._words.naming:
            return ""
        for end in range(at + 2, min(at + _INSERTED, len(self._tokens))):
            if self._small(end) == ",":
                return self._verb(end + 1)
        return ""

    def _verb_past_aside(self, at: int) -> str:
        """The verb after a single word between commas: “Experts, though, say”."""
        return self._verb(at + 3) if self._small(at) == "," and self._small(at + 2) == "," else ""

    def _told_to(self, first: int, at: int) -> str:
        """The verb after “to”, where somebody has a group do something: “urged farmers to sell”."""
        if self._small(at) != self._cast.grammar.infinitive:
            return ""
        lemma = self._cast.grammar.verbs.lemma
        before = self._small(first - 1)
        if before in self._words.prepositions:  # “calls on regulators to”
            before = self._small(first - 2)
        led = lemma(before, "past", "third", "ing", "base") and before not in self._words.be
        small = self._small(at + 1)
        return small if led and lemma(small, "base") else ""

    def _past_few(self, at: int) -> int:
        """Past a noun, and the number or determiner before it: “three parties”, “the canton”, “supplies”."""
        counts = self._small(at) in self._numbers | self._words.determiners or self._small(at).isdigit()
        noun = at + 1 if counts else at
        if noun >= len(self._tokens) or not self._is_noun(noun):
            return at
        name = self._cast.name_from(noun + 1)  # “on the vessel Hildur”
        return name.last if name is not None else noun + 1

    def _is_of_one(self, verb: str) -> bool:
        """Whether a verb has a single subject: “troops in the Baltic states”."""
        lemma = self._cast.grammar.verbs.lemma
        return bool(lemma(verb, "third")) and not lemma(verb, "past", "base", "participle", "ing")

    def _is_tied(self, first: int, after: int) -> bool:
        """Whether a preposition ties a phrase to what does the act: “talk among pilots centred on fuel”."""
        before = self._small(first - 1)
        if before in self._words.of_words and self._small(first - 2) in self._numbers:  # “hundreds of farmers”
            before = self._small(first - 3)
        if before in self._words.articles or before in self._words.determiners:
            before = self._small(first - 2)
        tied = before in self._words.prepositions and before not in self._clause_starts
        return tied and self._small(after) not in self._words.relatives and self._tokens[after].text != ","

    def _small(self, at: int) -> str:
        return self._tokens[at].small if 0 <= at < len(self._tokens) else ""
