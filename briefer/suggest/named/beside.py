"""What stands beside a name, and what it tells of the one named: a role, a verb, a preposition of place."""

from __future__ import annotations

from functools import cached_property

from briefer.suggest.grammar.small_words import grammar
from briefer.suggest.named.names import Name, Names
from briefer.suggest.reading import Reading

_PAUSES = (",", "-", "–", "—")
_YEAR = 4
_BRACKET = 7
"""What stands in brackets after a name has fewer tokens."""
_DESCRIPTION = 16
"""What commas tell of a name has fewer tokens than this."""


class Beside:
    """The names of an article with the words around them."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self.reading = reading
        self.names = names
        self.words = names.words
        self.grammar = grammar(reading.language.name)
        self._tokens = reading.tokens

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

    def is_team(self, name: Name) -> bool:
        """Whether a name is made with that of a place, or is a plural after ``the``, as those of clubs are."""
        ends = {self._tokens[name.first].text, self._tokens[name.last - 1].text}
        if self.words.kind_of(self._tokens[name.first].text) == "adjective":
            return False
        if any(self.words.kind_of(end) in ("place", "state") for end in ends):
            return self._small(name.first) not in self.words.compass
        return self._after_article(name) and self._small(name.last - 1).endswith(self.words.plural_endings)

    def is_plain(self, name: Name) -> bool:
        """Whether a name is written as those of persons are: two or three words, none in capitals."""
        tokens = self._tokens[name.first : name.last]
        return 2 <= len(tokens) <= 4 and all(
            token.text[1:].islower() or self.words.is_initial(token.text)
            or token.text.startswith(self.words.surname_prefixes) or "-" in token.text for token in tokens
        )  # fmt: skip

    def _small(self, at: int) -> str:
        return self._tokens[at].small if 0 <= at < len(self._tokens) else ""

    def _after_article(self, name: Name) -> bool:
        return self._small(name.title - 1) in self.words.articles

    def has_article(self, name: Name) -> bool:
        """Whether an article stands before a name: “the Braves”."""
        return self._after_article(name)

    def has_own_article(self, name: Name) -> bool:
        """Whether an article with a capital stands before a name where no sentence begins: “led The Olive Tree”."""
        at = name.title - 1
        if at < 1 or not self._after_article(name) or not self._tokens[at].capital:
            return False
        before = self._tokens[at - 1]
        number = self.reading.sentence_number
        return before.is_word and number(before.start) == number(self._tokens[at].start)

    def verb_follows(self, name: Name) -> str:
        """The verb that comes right after a name, adverbs and auxiliaries skipped; empty if none does."""
        return self.verb_from(name.last)

    def verb_from(self, first: int) -> str:
        """The verb that begins at a token, adverbs and auxiliaries skipped; empty if none does."""
        at = first
        for _ in range(4):
            small = self._small(at)
            if self.grammar.is_adverb(small) or small in self.words.be:
                at += 1
                continue
            break
        small = self._small(at)
        helped = any(self._small(between) in self.words.be for between in range(first, at))
        kinds = ("base", "participle", "ing") if helped else ("third", "past")
        if self.grammar.verbs.lemma(small, *kinds) and small not in self.words.prepositions:
            return small
        return self._small(at - 1) if helped and self._small(at - 1) in self.words.be else ""

    def is_subject(self, name: Name) -> bool:
        """Whether a verb follows a name, and no preposition stands before it or the list that it is in."""
        before = name.title - 1
        while self._small(before) in self.words.and_words or self._small(before) == ",":
            earlier = self._name_of.get(before - 1)
            if earlier is None:
                break
            before = earlier.title - 1
        if self._small(before) in self.words.articles:
            before -= 1
        return self._small(before) not in self.words.prepositions and bool(self.verb_of(name))

    def verb_of(self, name: Name) -> str:
        """The verb that follows a name, or the list of names that it begins: “Peru, Chile and the EU have signed”."""
        verb = self.verb_follows(name) or self._verb_past_description(name) or self._verb_past_bracket(name)
        joined = False
        while not verb and not joined:
            joined = self._small(name.last) in self.words.and_words
            if not joined and self._small(name.last) != ",":
                return ""
            at = name.last + 1
            while self._small(at) in self.words.articles:
                at += 1
            following = self.name_from(at)
            if following is None:
                return ""
            name = following
            verb = self.verb_follows(name) if joined else ""
        return verb

    def _verb_past_bracket(self, name: Name) -> str:
        """The verb after what brackets tell of a name: “Acme Bolt (7270.T) is recalling”."""
        if self._small(name.last) != "(":
            return ""
        closed = (at for at in range(name.last + 2, name.last + _BRACKET) if self._small(at) == ")")
        end = next(closed, None)
        return self.verb_from(end + 1) if end is not None else ""

    def _verb_past_description(self, name: Name) -> str:
        """The verb after what commas tell of a name: “Orsk Haven, the second-largest port, began”."""
        first, mark = name.last + 1, self._small(name.last)
        tells = self.words.articles | self.words.relatives | self.words.whose
        other = mark in _PAUSES and self._small(first) in self.words.or_words  # “the Board - or Bolt - said”
        if not other and (mark != "," or self._small(first) not in tells):
            return ""
        for at in range(first + 1, min(first + _DESCRIPTION, len(self._tokens))):
            if self._small(at) == mark:
                return self.verb_from(at + 1)
            if self._tokens[at].text in ".;:?!":
                break
        return ""

    def looks_a_person(self, name: Name, *, surely: bool = False) -> bool:
        """Whether what is beside a name is said of persons: an age, a role, ``who``.

        ``surely`` is without the roles that organisations have as well, such as ``regulator``.
        """
        if name.titled:
            return True
        roles = self.words.roles - self.words.company_words if surely else self.words.roles
        before, after = self._small(name.first - 1), self._small(name.last)
        if before in roles or (before == "," and after == "," and self._small(name.first - 2) in roles):
            return True
        if after == "," and self._small(name.last + 1).isdigit() and self._small(name.last + 2) == ",":
            return True
        held = self._small(name.title - 1) in self.words.of_words and self.words.calls(self._small(name.title - 2))
        if (after == "," and self._small(name.last + 1) in self.words.who) or after in self.words.who:
            return not held  # “the Sultan of Terengganu who”
        if self._lives_in_brackets(name.last) or self._is_told_to_be(name, roles - self.words.houses_too):
            return True
        return after == "," and self._apposition_has(name.last + 1, roles)

    def _lives_in_brackets(self, at: int) -> bool:
        """“Stan Baran (1806–1843)”, “Ann Lee (born 22 October 1988)”."""
        if self._small(at) != "(":
            return False
        held = self._small(at + 1)
        if held in self.words.born:
            return True
        years = [part for part in held.replace("–", "-").split("-") if part]
        if len(years) == 1 and self._small(at + 2) in ("-", "–"):
            years.append(self._small(at + 3))
        return len(years) == 2 and all(len(year) == _YEAR and year.isdigit() for year in years)

    def _is_told_to_be(self, name: Name, heads: frozenset[str]) -> bool:
        """“Aero Gare was a kitplane manufacturer”, “Ann Lee is a footballer”."""
        if self._small(name.title - 1) in self.words.prepositions or self._small(name.last) not in self.words.be:
            return False
        return self._small(name.last + 1) in self.words.articles and self._apposition_has(name.last + 1, heads)

    def looks_an_organisation(self, name: Name) -> bool:
        """Whether what is beside a name is said of organisations."""
        after = self._small(name.last)
        if after == "," and self._apposition_has(name.last + 1, self.words.house_heads):
            return True
        if self._is_told_to_be(name, self.words.house_heads - self.words.place_words):
            return True
        if after == "(" and self._small(name.last + 2) == ")" and self._tokens[name.last + 1].text.isupper():
            return True
        if after == "(" and self._small(name.last + 2) in (".", ":") and self._small(name.last + 4) == ")":
            return True  # “Acme Bolt (7270.T)”
        role = after in self.words.roles and not self._tokens[name.last].capital
        if role and not self.words.is_first_name(self._tokens[name.first].text):
            return True
        if self._is_instance(name) or self._works_there(name) or after in self.words.after_names:
            return True
        if f"{after} {self._small(name.last + 1)}" in self.words.after_names:
            return True
        if after == "," and self._small(name.last + 1) in self.words.things:
            return self._small(name.title - 1) not in self.words.prepositions
        before = self._small(name.first - 1)
        if before == "," and not name.titled:
            before = self._small(name.first - 2)
            held = before in self.words.roles or self._holds_a_role(name)
            if name.last - name.first > 1 and (after != "," or held):
                return False
        return before in self.words.company_words and before not in self.words.place_words

    def _holds_a_role(self, name: Name) -> bool:
        """Whether commas part a name from whose role is told: “the head of the rescue agency, Ulla Brand,”."""
        for at in range(name.first - 3, max(0, name.first - _DESCRIPTION), -1):
            if not self._tokens[at].is_word:
                return False
            if self._small(at) in self.words.of_words and self._small(at - 1) in self.words.roles:
                return True
        return False

    def _is_instance(self, name: Name) -> bool:
        """Whether a name stands in a list of organisations: “retailers including Acme and Bolt”, “IBM and Bolt”."""
        at = name.title - 1
        listed = self._small(name.last) == "," or self._small(name.last) in self.words.and_words
        while at > 0 and (self._small(at) == "," or self._small(at) in self.words.and_words):
            joined = self._small(at) in self.words.and_words
            at -= joined and self._small(at - 1) == ","
            earlier = self._name_of.get(at - 1)
            if earlier is None:
                return listed and self._small(at - 1) in self.words.classes
            listed = listed or joined
            if earlier.kind == "organisation":
                return listed
            at = earlier.title - 1
        words = (self._small(at), f"{self._small(at - 1)} {self._small(at)}")
        if not any(word in self.words.naming for word in words):
            return False
        return self._small(at - 1 if words[0] in self.words.naming else at - 2) in self.words.classes

    def _works_there(self, name: Name) -> bool:
        """Whether somebody works at a name or presides over it: “analysts at Acme”, “president of World Chess”."""
        before, tie = self._small(name.title - 2), self._small(name.title - 1)
        if tie in self.words.of_words and name.last - name.first > 1:
            return before in self.words.presiding
        return tie in self.words.at_words and (before in self.words.roles or before in self.words.acts)

    def _is_bracketed(self, at: int) -> bool:
        """Whether a token is part of one word in brackets: “the Fen Rowing Union (FRU) candidate”."""
        return any(self._small(at - back) == "(" and self._small(at - back + 2) == ")" for back in range(3))

    def _apposition_has(self, at: int, heads: frozenset[str]) -> bool:
        """Whether a phrase after a comma has one of these as its head: the last word before it goes on."""
        if at >= len(self._tokens) or not self._tokens[at].is_word:
            return False
        last = ""
        for here in range(at, min(at + 9, len(self._tokens))):
            token = self._tokens[here]
            if here > at and self._is_bracketed(here):
                continue
            if (not token.is_word and not token.possessive) or token.small in self.words.prepositions:
                break
            if here > at and self.grammar.is_adverb(token.small):
                break
            if token.small in self.words.only_speech:
                return False
            if here > at and (token.small in self.words.relatives or token.small in self.words.be):
                break
            if here > at + 1 and self.grammar.verbs.lemma(token.small, "past", "participle"):
                break
            last = token.small
        return last in heads
