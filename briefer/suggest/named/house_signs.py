"""What shows whether a name no list has is a body or a person: shares, executives, markets, ``its`` and ``his``."""

from __future__ import annotations

from briefer.suggest.named.names import Name
from briefer.suggest.named.place_signs import PlaceSigns

_NEAR, _NEXT = 8, 3
"""After a verb, ``his`` takes up its subject within so many tokens, ``it`` and ``its`` within fewer."""
_OWNED = 4
"""So many words after a possessive tell what a company has: “Acme’s long-serving chief executive”."""


class HouseSigns(PlaceSigns):
    """Judges single mentions: a name is a house if any mention of it shows so."""

    def shows_a_house(self, name: Name) -> bool:
        """Whether the words around a mention are said of companies and bodies, and of no person."""
        if name.titled or name.kind not in ("unknown", "person"):
            return False
        return (
            self._is_led_to(name)
            or self._has_members(name)
            or self._is_called_the(name)
            or self._has_what_houses_have(name)
            or self._moves_as_a_share(name)
            or self._is_taken_up_by_it(name)
            or self._employs_the_one_before(name)
        )

    def _is_led_to(self, name: Name) -> bool:
        """“shares of Acme”, “a stake in Acme”, “filters made by Acme Bolt”."""
        at = name.title - 1
        if self._small(at) in self.words.and_words:
            earlier = self.name_at(at - 1)
            at = earlier.title - 1 if earlier is not None else at
        words = f"{self._small(at - 1)} {self._small(at)}"
        return words in self.words.led_to

    def _has_members(self, name: Name) -> bool:
        """“He joined Acme”, “was transferred to Acme”, “they merged with Acme”."""
        if name.kind != "unknown" or self._owns(name):
            return False
        if self._plays_for_a_state(name):
            return True
        at = name.title - 1
        if self._small(at) in self.words.articles:
            at -= 1
        words = (self._small(at), f"{self._small(at - 1)} {self._small(at)}")
        return not self.words.joining.isdisjoint(words)

    def _owns(self, name: Name) -> bool:
        return name.last < len(self._tokens) and self._tokens[name.last].possessive

    def belongs_to_somebody(self, name: Name) -> bool:
        """“Ada Lund's Ratz”."""
        return name.title > 1 and self._tokens[name.title - 1].possessive and self.name_at(name.title - 2) is not None

    def _plays_for_a_state(self, name: Name) -> bool:
        """“A defeat by Rosenborg of Norway”: one word, tied to a state."""
        if name.last - name.first > 1 or self._after_article(name):
            return False
        land = self.name_at(name.last + 1)
        return land is not None and land.kind == "state" and self._small(name.last) in self.words.of_words

    def _is_called_the(self, name: Name) -> bool:
        """Whether an article with a capital belongs to a name: “a list with The Olive Tree”."""
        if name.kind != "unknown" or name.last - name.first < 2:
            return False
        return self.has_own_article(name)

    def _has_what_houses_have(self, name: Name) -> bool:
        """“Acme’s shares”, “Acme Bolt’s chief executive”, “Acme shares”."""
        at = name.last
        if self._small(at) in self.words.beside_a_house and not self._tokens[at].capital:
            return True
        if at >= len(self._tokens) or not self._tokens[at].possessive:
            return False
        for here in range(at + 1, min(at + 1 + _OWNED, len(self._tokens))):
            if not self._tokens[here].is_word or self._small(here) in self.words.prepositions:
                return False
            if f"{self._small(here)} {self._small(here + 1)}" in self.words.of_a_house:
                return True
            if self._small(here) in self.words.of_a_house:
                return True
        return False

    def _moves_as_a_share(self, name: Name) -> bool:
        """“Acme rose 3 %”; “Acme supplies …”."""
        at = self._past_insertion(name.last)
        small = self._small(at)
        if small in self.words.house_verbs:
            return True
        return small in self.words.market_moves and self._counts_percent(at + 1)

    def _counts_percent(self, at: int) -> bool:
        at += self._small(at) in self.words.by_so_much
        number, unit = self._small(at), self._small(at + 1)
        return number.endswith("%") or (number[:1].isdigit() and unit in self.words.per_cent)

    def _past_insertion(self, at: int) -> int:
        """Past a day or an adverb between a subject and its verb: “Acme on Wednesday cut”."""
        if self._small(at) in self.words.prepositions and self._small(at + 1) in self.words.calendar:
            at += 2
        elif self._small(at) in self.words.calendar:
            at += 1
        while self.grammar.is_adverb(self._small(at)) or self._small(at) in self.words.be:
            at += 1
        return at

    def _is_taken_up_by_it(self, name: Name) -> bool:
        """“Acme suspended its dividend”, “Acme said it would”: no other name or plural comes between."""
        return self._taken_up(name, self.words.its, _NEXT)

    def shows_a_person(self, name: Name) -> bool:
        """Whether the words around a mention of one word are said of persons: “Cabral made his debut”."""
        with_family = self._small(name.last) in self.words.and_words and self._small(name.last + 1) in (
            self.words.his_or_her
        )
        return with_family or self._taken_up(name, self.words.his_or_her, _NEAR)

    def _taken_up(self, name: Name, pronouns: frozenset[str], near: int) -> bool:
        """Whether one of these pronouns follows the verb of a name, and no other name stands between."""
        first = self._past_insertion(name.last)
        verb = self.grammar.verbs.lemma(self._small(first), "past", "third", "base", "ing", "participle")
        if not verb or self._small(name.title - 1) in self.words.prepositions:
            return False
        for at in range(first + 1, min(first + near, len(self._tokens))):
            small = self._small(at)
            if small in pronouns:
                return True
            said = self._small(at - 1) in self.words.speech  # “has stated that she”
            clause = small in self.words.relatives and not said
            if clause or self.name_at(at) is not None or self._tokens[at].text in ".;:":
                return False
        return False

    def only_describes(self, name: Name) -> bool:
        """Whether a word goes with a noun in small letters after it (“Mughal era”) or is a thing (“the Dilscoop”)."""
        after = self._tokens[name.last] if name.last < len(self._tokens) else None
        if after is None or self.verb_follows(name):
            return False
        small = after.small
        small_words = self.words.prepositions | self.words.relatives | self.words.and_words | self.words.be
        noun = after.text.isalpha() and after.text.islower() and small not in small_words
        noun = noun and not self.grammar.is_adverb(small) and small not in self.grammar.subordinators
        plural = self._small(name.last - 1).endswith(self.words.plural_endings)
        return noun or (self._after_article(name) and not plural)

    def _employs_the_one_before(self, name: Name) -> bool:
        """“Ann Lee of Holt Marlowe”: whom a name of several words is tied to by “of” works there."""
        if self._small(name.title - 1) not in self.words.of_words or name.last - name.first < 2:
            return False
        before = self.name_at(name.title - 2)
        return before is not None and before.kind in ("person", "unknown") and self.is_plain(before)

    def is_a_town(self, name: Name) -> bool:
        """Whether a mayor is “of” a name: “Teo Marangi, the mayor of Port Ansell”."""
        return self._small(name.title - 1) in self.words.of_words and self._small(name.title - 2) in (
            self.words.town_roles
        )
