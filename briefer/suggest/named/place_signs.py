"""What shows that a name is where something is: what stands before it, what it is listed with, where it lies."""

from __future__ import annotations

from functools import cached_property

from briefer.suggest.named.beside import Beside
from briefer.suggest.named.names import Name

_SHORT = 4
_BEFORE_TO = 6
"""So many words before “to” somebody may be who is married, or what is sold."""
_NEAR = 4
"""So many words after “is” tell at most of what kind a place is: “is a small market town”."""


class PlaceSigns(Beside):
    """Judges single mentions."""

    def is_place(self, name: Name) -> bool:
        """Whether what stands beside a name tells that it is where something is."""
        before = name.title - 1 - self._after_article(name)
        if self._small(before) in self.words.compass:  # “in Kew, west London”
            return True
        if self._lies_somewhere(name) or self._is_one_of_places(before) or self._is_such_a_place(name):
            return True
        if self._small(before) in self.words.and_words or self._small(before) == ",":
            return self._is_listed_with_places(name, before)
        return self._comes_after_a_place_word(before - self._is_plain_adverb(before))  # “in largely rural Ansell”

    def _is_listed_with_places(self, name: Name, mark: int) -> bool:
        """Whether the name before “and” or a comma is a place: “in Ansell and Orsk”."""
        earlier = self.name_at(mark - 1)
        if earlier is None or earlier.kind not in ("state", "place", "thing", "unknown"):
            return False
        article = self._after_article(name) and name.kind != "state"
        apart = article and self._small(mark) == ","  # “east of Kyzyl, the Tuva government”
        return not apart and self.is_place(earlier)

    def _comes_after_a_place_word(self, tie: int) -> bool:
        """“In Ansell”, “the MP for Ansell”, “the edge of Ansell”."""
        small = self._small(tie)
        if small not in self.words.of_words:
            return small in self.words.place_prepositions and not self._goes_to_somebody(tie)
        seat = tie - 1 - (self._small(tie - 1) == ")")
        return (
            self._small(seat) in self.words.seats
            or self._small(tie - 1) in self.words.place_words | self.words.sides_of_a_place
        )

    def _goes_to_somebody(self, at: int) -> bool:
        """“Married in 1838 to Stan Baran”, “sold all rights to Aero Mills”."""
        return self._small(at) in self.words.to_somebody_by and any(
            self._small(here) in self.words.to_somebody for here in range(at - _BEFORE_TO, at)
        )

    def _is_plain_adverb(self, at: int) -> bool:
        small = self._small(at)
        return self.grammar.is_adverb(small) and small not in self.words.prepositions

    def _lies_somewhere(self, name: Name) -> bool:
        """“Ansell is located in …”, “Ansell is also home to …”, “Ansell is a market town”, “Ansell is north of …”."""
        at = name.last
        if self._small(at) not in self.words.be:
            return False
        at += 1
        while self.grammar.is_adverb(self._small(at)):
            at += 1
        if self._small(at) in self.words.lying or f"{self._small(at)} {self._small(at + 1)}" in self.words.lying:
            return True
        if self._small(at) in self.words.sides_of_a_place:
            return self._small(at + 1) in self.words.of_words
        return self._small(at) in self.words.articles and self._is_kind_of_place(at + 1)

    def _is_kind_of_place(self, first: int) -> bool:
        """Whether a phrase ends with a word for a place: “small market town in …”."""
        for at in range(first, min(first + _NEAR, len(self._tokens))):
            if self._small(at) in self.words.prepositions or not self._tokens[at].is_word:
                return False
            after = self._small(at + 1)
            if self._small(at) in self.words.place_words:
                return not after.isalpha() or after in self.words.prepositions
        return False

    def _is_one_of_places(self, at: int) -> bool:
        """Whether a class of places leads up to what follows a token: “provinces such as Aldmark”."""
        words = (self._small(at), f"{self._small(at - 1)} {self._small(at)}")
        naming = self.words.naming | self.words.notably
        if words[0] in naming:
            at -= 1
        elif words[1] in naming:
            at -= 2
        else:
            return False
        while at > 0 and not self._tokens[at].is_word:
            at -= 1
        return self._small(at) in self._classes_of_places

    @cached_property
    def _classes_of_places(self) -> frozenset[str]:
        endings = self.words.plural_endings
        plurals = {f"{word}{ending}" for word in self.words.place_words for ending in endings}
        return frozenset(plurals | {f"{word[:-1]}ies" for word in self.words.place_words if word.endswith("y")})

    def _is_such_a_place(self, name: Name) -> bool:
        """“Their capital, Ctesiphon.”: a place in a word, and the name between commas or at the end."""
        if self._small(name.title - 1) != "," or name.kind != "unknown" or name.last - name.first > 1:
            return False
        after = self._tokens[name.last : name.last + 1]
        closed = not after or after[0].text in ",.;)"
        return closed and self._small(name.title - 2) in self.words.place_words

    def is_a_people(self, name: Name) -> bool:
        """Whether a single word is the plural of those who belong to it: “many Huguenots”, “against the Vostrians”.

        A club is the subject of what it does: “the Braves advanced”.
        """
        word = name.text.lower()
        plural = word.endswith(self.words.plural_endings) and not word.endswith(self.words.singular_endings)
        if name.last - name.first > 1 or not plural or len(word) < _SHORT:
            return False
        if self._small(name.last) in self.words.plural_be and not self._after_article(name):
            return True
        stem = word[:-1]
        named_so = any(len(ending) > 1 and stem.endswith(ending) for ending in self.words.people_endings)
        return self._after_article(name) and (named_so or not self.is_subject(name))

    def is_part_of_a_title(self, name: Name) -> bool:
        """Whether “of” ties a name to a capital that is none of an actor: “the Wars of Religion”."""
        before = name.first - 1
        if self._small(before) not in self.words.of_words:
            owner = self.name_from(name.last + 1)
            tied = owner is not None and owner.kind not in ("state", "place")
            return tied and self._small(name.last) in self.words.of_words
        return before > 0 and self._tokens[before - 1].capital
