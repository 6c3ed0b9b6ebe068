"""Names in an article: runs of words with capitals, cut where one name ends and another begins."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from briefer.suggest.named.first_words import FirstWords
from briefer.suggest.named.reach import Reach
from briefer.suggest.named.words import NameKind, Words
from briefer.suggest.reading import Reading, Sentence

_EVENT = 4
"""So many words tell at most of what kind a vote is: “local council by-elections”."""


class Name(NamedTuple):
    """A mention of a name: tokens ``first`` to before ``last``, its titles left out; they begin at ``title``."""

    first: int
    last: int
    kind: NameKind
    text: str
    title: int

    @property
    def titled(self) -> bool:
        """Whether a title stands before it."""
        return self.title < self.first


class Names:
    """The names of an article, in order, as far as a mention and what is right beside it tell what it names.

    Tokens in ``mentioned`` are names and titles in quotation marks: they name no actor.
    """

    def __init__(self, reading: Reading, mentioned: frozenset[int] = frozenset()) -> None:
        self.reading = reading
        self.words = Words(reading.language)
        self._tokens = reading.tokens
        self._body = [sentence for sentence in reading.sentences if sentence.paragraph not in reading.headings]
        self._reach = Reach(reading, self.words)
        self._first_words = FirstWords(reading, self.words, self._reach, self._body, mentioned)

    @cached_property
    def all(self) -> list[Name]:
        """All names outside headings."""
        return [name for sentence in self._body for name in self._in_sentence(sentence)]

    def _in_sentence(self, sentence: Sentence) -> Iterator[Name]:
        at = sentence.first
        while at < sentence.last:
            if not self._first_words.begins(at, sentence):
                at += 1
                continue
            end = self._reach.end(at, sentence.last)
            yield from self._cut(at, end)
            at = end

    def _cut(self, first: int, last: int) -> list[Name]:
        """The names in a run: what stands before a title is one of its own, or tells whose title it is."""
        while first < last and self._tokens[first].small in self.words.calendar:
            first += 1
        while last > first and self._tokens[last - 1].small in self.words.calendar:
            last -= 1
        if first >= last:
            return []
        if self.words.nouns_have_capitals:
            first = self._past_nouns(first, last)
        text = self._reach.bare(first, last)
        owner = self.words.without_genitive(self._tokens[first].text)
        if owner and last - first == 2 and self._tokens[first + 1].small in self.words.governments:
            return [Name(first, first + 1, self.words.kind_of(owner) or "state", owner, first)]
        if self.words.kind_of(text) is not None or self._is_organisation(first, last):
            return self._whole(first, last, first)
        title = self._last_title(first, last)
        if title is None:
            title = self._role_before(first, last)
        if title is None:
            title = self._office_before(first, last)
        if title is None:
            return self._state_first(first, last)
        rest = self._state_first(first, title, before_title=True) if title > first else []
        after = title + 1
        if after >= last:
            return rest
        return rest + self._whole(after, last, first)

    def _past_nouns(self, first: int, last: int) -> int:
        """Where a person's name begins in a run, if nouns have capitals as well: “Parlamentarier Max Beck”."""
        for at in range(first + 1, last - 1):
            if (
                self._tokens[at].text in self.words.first_names
                and self.words.kind_of(self._reach.bare(at, last)) is None
            ):
                told = any(self.words.calls(self._tokens[before].small) for before in range(first, at))
                known = self.words.is_first_name(self._tokens[at - 1].text) or self._is_organisation(first, last)
                return first if told or known else at
        return first

    def _state_first(self, first: int, last: int, *, before_title: bool = False) -> list[Name]:
        """A run without titles; a state or an adjective of one that it begins with is cut off before a person."""
        seated = before_title and self._tokens[last].small in self.words.seats
        if seated and self._is_organisation(first, last):  # “the Canadian Alliance MP”
            return self._known_within(first, last)
        for size in (2, 1):
            if last - first <= size and not before_title:
                continue
            head = self._reach.bare(first, min(last, first + size))
            kind = self.words.kind_of(head)
            if kind in ("state", "adjective") and first + size <= last:
                rest = self._whole(first + size, last, first + size) if first + size < last else []
                ruled = bool(rest) and rest[0].kind == "unknown" and self._is_led_by_one(first)
                if before_title or ruled or (rest and rest[0].kind in ("person", "adjective")):
                    return [Name(first, first + size, kind, head, first), *rest]
        return self._whole(first, last, first) if not before_title else self._known_within(first, last)

    def _is_led_by_one(self, at: int) -> bool:
        """Whether a title stands before a state that a name follows: “Prime Minister of Cambodia Hun Manet”."""
        tied = at > 1 and self._tokens[at - 1].small in self.words.of_words
        return tied and self.words.calls(self._tokens[at - 2].small)

    def _known_within(self, first: int, last: int) -> list[Name]:
        """Names of organisations in what stands before a title: the ``White House`` of its chief of staff."""
        while first < last - 1 and self.words.calls(self._tokens[first].small):
            first += 1
        text = self._reach.bare(first, last)
        kind = self.words.kind_of(text)
        if kind is None and self._is_organisation(first, last):
            kind = "organisation"
        return [Name(first, last, kind, text, first)] if kind is not None else []

    def _last_title(self, first: int, last: int) -> int | None:
        """The last token of the last title in a run."""
        for at in range(last - 1, first - 1, -1):
            small = self._tokens[at].small
            if at + 1 == last and at > first and self._leads_surname(at - 1):
                continue
            if at + 1 < last and small in self.words.first_names_small and small not in self.words.strong_titles:
                continue
            if small in self.words.titles:
                return at
            if at > first and f"{self._tokens[at - 1].small} {small}" in self.words.titles:
                return at
            if at > first + 1 and self.reading.words(at - 2, at + 1).lower() in self.words.titles:
                return at
        return None

    def _role_before(self, first: int, last: int) -> int | None:
        """The last token of a role with capitals before a first name: County Clerk Dana Whitlock."""
        for at in range(first + 1, last - 1):
            if self.words.is_first_name(self._tokens[at].text) and self._tokens[at - 1].small in self.words.roles:
                return at - 1
        sentence = self.reading.sentence_of(self._tokens[first].start)
        opens = sentence is not None and first == sentence.first
        return first if opens and last - first == 3 and self._tokens[first].small in self.words.roles else None

    def _office_before(self, first: int, last: int) -> int | None:
        """The last token of what somebody is in charge of: “Secretary of Commerce Ada Lund”."""
        tied = first > 1 and self._tokens[first - 1].small in self.words.of_words
        if not tied or not self.words.calls(self._tokens[first - 2].small):
            return None
        within = range(first + 1, last - 1)
        return next((at - 1 for at in within if self.words.is_first_name(self._tokens[at].text)), None)

    def _leads_surname(self, at: int) -> bool:
        """Whether a title after this token is a surname: Mr King, Madeleine King."""
        return self._tokens[at].small in self.words.strong_titles or self.words.is_first_name(self._tokens[at].text)

    def _whole(self, first: int, last: int, title: int) -> list[Name]:
        while last - 1 > first and self._tokens[last - 1].small in self.words.honours:
            last -= 1
        if last <= first:
            return []
        text = self._reach.bare(first, last)
        kind: NameKind
        if title < first and self.words.kind_of(text) not in ("state", "organisation"):
            kind = "person"
        else:
            kind = self._kind(first, last, text)
        return [Name(first, last, kind, text, title)]

    def _is_organisation(self, first: int, last: int) -> bool:
        """Whether a run has the head of an organisation: at its end, or before its first ``of`` or ``for``."""
        small = [token.small for token in self._tokens[first:last]]
        if self.words.is_compound_head(small[0]):
            return True
        if len(small) == 1 or (small[0] in self.words.no_actors and small[1] in self.words.articles):
            return False
        if small[0] in self.words.foreign_heads:
            return True
        if self.words.leads_a_body(small[0]) and small[1] not in self.words.articles:
            return True
        if small[-1] in self.words.heads and small[-1] not in self.words.titles:
            return True
        if any(word in self.words.of_heads for word in small[1:-1]) and self.words.kind_of(
            self._tokens[last - 1].text
        ) in ("place", "state"):
            return True
        tie = next((index for index, word in enumerate(small) if word in self.words.ties_within), None)
        return tie is not None and tie > 0 and (small[tie - 1] in self.words.heads or small[0] in self.words.of_heads)

    def _kind(self, first: int, last: int, text: str) -> NameKind:
        """What a run names, by its own words and those beside it."""
        known = "thing" if self._names_an_event(last) else self.words.kind_of(text)
        if known is not None:
            return known
        if self._names_a_thing_of_science(last):
            return "thing"
        if self._is_a_place_by_what_follows(last) and not self._is_organisation(first, last):
            return "place"
        tokens = self._tokens[first:last]
        if self._is_thing(first, last) or self._is_people_of(text):
            return "thing"
        if len(tokens) == 1:
            return self._kind_of_one(first)
        if self._is_organisation(first, last) or any(token.text == "&" for token in tokens):
            return "organisation"
        if self.words.kind_of(tokens[0].text) == "adjective" and not self.words.is_first_name(tokens[0].text):
            party = self.words.kind_of(self._reach.bare(first + 1, last))
            if party == "place":  # “the Jewish West Bank”
                return "place"
            return "organisation" if party == "group" else "unknown"
        initial = self.words.is_initial(tokens[0].text) and self.words.kind_of(tokens[0].text) is None
        if self.words.is_first_name(tokens[0].text) or initial:
            return "person"
        if tokens[-1].small in self.words.stop and self.words.kind_of(tokens[0].text) in ("place", "state"):
            return "thing"  # “a Chicago Democrat”
        if self._is_acronym(tokens[-1].text) and not tokens[0].text.isupper():  # “Orbital ATK”
            return "organisation"
        return "unknown"

    def _names_an_event(self, at: int) -> bool:
        """Whether what follows a name tells of a vote there: “the 1992 United Kingdom general election”."""
        for here in range(at, min(at + _EVENT, len(self._tokens))):
            token = self._tokens[here]
            if token.small in self.words.events:
                return True
            adjective = token.small in self.words.kinds_of_vote or token.small in self.words.group_adjectives
            if not adjective or not token.text.islower():
                return False
        return False

    def _names_a_thing_of_science(self, at: int) -> bool:
        """Whether what follows a name is known by it: “Alzheimer’s disease”, “Boyle’s law”."""
        after = self._tokens[at : at + 2]
        return len(after) == 2 and after[0].possessive and after[1].small in self.words.known_by_a_name

    def _is_a_place_by_what_follows(self, at: int) -> bool:
        """“Thailand’s Trat province”, “the Napa valley”."""
        after = self._tokens[at] if at < len(self._tokens) else None
        return after is not None and after.text.islower() and after.small in self.words.parts_of_land

    def _is_thing(self, first: int, last: int) -> bool:
        """Whether a run has the head of a law, an event or a place."""
        small = [token.small for token in self._tokens[first:last]]
        if len(small) > 1 and small[-1] in self.words.streets:
            return True
        if self._tokens[first - 1].text == "," and self._tokens[first - 2].small in self.words.thing_heads:
            return True
        if self._names_several(last) or self._only_tells_a_kind(first, last):
            return True
        if self._is_organisation(first, last) or self.words.is_first_name(self._tokens[first].text):
            return False
        if len(small) > 1 and small[0] in self.words.thing_heads:
            return True
        if all(part in self.words.no_actors for part in small[-1].split("-")):  # “Galway North-East”
            return True
        if len(small) > 2 and small[-2] in self.words.thing_heads and any(map(str.isdigit, small[-1])):
            return True  # “Orsk Air Flight OA12”
        return len(small) > 1 and small[0] in self.words.no_actors and small[1] in self.words.ties

    def _only_tells_a_kind(self, first: int, last: int) -> bool:
        """Whether the words of a run are none of a name: “Latin American”, “British-Israeli”."""
        if all(token.small in self.words.stop for token in self._tokens[first:last]):
            return True
        if self.words.is_first_name(self._tokens[first].text):  # “Bill English”
            return False
        words = [part for token in self._tokens[first:last] for part in token.text.split("-")]
        told = [self.words.kind_of(word) == "adjective" for word in words]
        others = [word.lower() for word, adjective in zip(words, told, strict=True) if not adjective]
        kinds = self.words.stop | self.words.no_actors
        return len(words) > 1 and any(told) and kinds.issuperset(others)

    def _is_people_of(self, text: str) -> bool:
        """Whether a name tells only where somebody is from: “two New Yorkers”."""
        places = (text.removesuffix(ending) for ending in self.words.townspeople if text.endswith(ending))
        return any(self.words.kind_of(place) in ("place", "state") for place in places)

    def _names_several(self, at: int) -> bool:
        """Whether the plural of an acronym in brackets tells that a name is of a kind of things: “(VPNs)”."""
        held = [token.text for token in self._tokens[at : at + 3]]
        return len(held) == 3 and held[0] == "(" and held[2] == ")" and self._is_plural_acronym(held[1])

    def _is_plural_acronym(self, word: str) -> bool:
        return word[0].isupper() and word[-1] in self.words.plural_endings and self._is_acronym(word[:-1])

    def _is_short_for_a_thing(self, at: int) -> bool:
        """Whether an acronym in brackets is that of the words before, in small letters: “stem cell therapy (SCT)”."""
        word = self._tokens[at].text.lower()
        if at < 2 or self._tokens[at - 1].text != "(" or self._tokens[at - 2].small in self.words.heads:
            return False
        before = self._tokens[max(0, at - 1 - 2 * len(word)) : at - 1]
        parts = [part for token in before if token.is_word for part in token.text.split("-")]
        spelt = "".join(part[:1] for part in parts if part not in self.words.and_words)
        return spelt.endswith(word)

    @cached_property
    def _things_in_short(self) -> frozenset[str]:
        """The acronyms of things."""
        return frozenset(
            token.text
            for at, token in enumerate(self._tokens)
            if self._is_acronym(token.text) and self._is_short_for_a_thing(at)
        )

    @staticmethod
    def _is_acronym(word: str) -> bool:
        return word.isupper() and 2 <= len(word) <= 6 and word.isalpha()

    @cached_property
    def _brands(self) -> frozenset[str]:
        """Names of what is sold: “under the name PureLoop”, “the drug Aduhelm”."""
        return frozenset(
            token.text
            for before, token in pairwise(self._tokens)
            if token.capital and before.small in self.words.brand_leads and not before.capital
        )

    @cached_property
    def _plural_acronyms(self) -> frozenset[str]:
        """What has a plural is no name of its own, but of things: “GCSEs”, and with them “the GCSE”."""
        return frozenset(token.text for token in self._tokens if self._is_plural_acronym(token.text))

    def _kind_of_one(self, at: int) -> NameKind:
        token = self._tokens[at]
        if token.small in self.words.stop or token.small in self.words.no_actors:
            return "thing"
        if self.words.is_compound_head(token.small):
            return "organisation"
        if self._is_acronym(token.text):
            thing = f"{token.text}s" in self._plural_acronyms or token.text in self._things_in_short
            return "thing" if thing else "organisation"
        if token.text in self._plural_acronyms:
            return "thing"
        if "&" in token.text:
            return "organisation"
        if token.text in self._brands:
            return "thing"
        if self.words.has_hump(token.text):
            return "unknown" if token.text.startswith(self.words.surname_prefixes) else "organisation"
        if token.text in self.words.first_names:
            return "person"
        return "unknown"
