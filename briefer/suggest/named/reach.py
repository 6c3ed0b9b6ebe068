"""How far a name reaches: the run of words with capitals, and the small words that tie them."""

from __future__ import annotations

from briefer.suggest.named.words import Words
from briefer.suggest.reading import Reading

_MOST_PARTICLES = 2
_MOST_BEFORE = 4
"""So many words stand before a possessive or an "and" within a name at most."""


class Reach:
    """Finds the ends of the runs of capitals of an article."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading, self._words = reading, words
        self._tokens = reading.tokens
        self._plurals = words.acts | words.members | words.possessive_names
        self._ends = words.calendar | words.articles | words.pronouns
        """What has a capital only by chance after a name, or for itself: “In defence of Keith I don’t think …”."""
        self._closing = words.heads | words.members

    def end(self, at: int, limit: int) -> int:
        """The end of the run of capitals that begins at a token, with the small words that tie them."""
        end = at + 1
        while end < limit:
            if self._adjoins(end) and self._tokens[end].capital:
                if self._tokens[end].small in self._ends:
                    break
                end += 1
                continue
            if self._goes_on_after_possessive(at, end, limit):
                end += 2
                continue
            if self._tokens[end].possessive and self._is_known_with_it(at, end):
                end += 1
                continue
            if end == at + 1 and self._tokens[end].is_word and self.bare(at, end + 1) in self._words.known:  # No 10
                end += 1
                continue
            further = (
                self._over_a_law(end, limit)
                or self._over_foreign_ties(at, end, limit)
                or self.over_particles(at, end, limit)
                or self._over_commas(at, end, limit)
            )
            if further is None:
                break
            end = further
        return end

    def _is_known_with_it(self, at: int, end: int) -> bool:
        """Whether a possessive belongs to a name of the lists: “Moody’s”, but not “McDonald’s mother”."""
        after = self._tokens[end + 1].small if end + 1 < len(self._tokens) else ""
        return self.bare(at, end + 1) in self._words.known and after not in self._words.of_a_person

    def _over_a_law(self, end: int, limit: int) -> int | None:
        """Where a run goes on to the name of a law or the like: “Freedom of Information Act”."""
        if (
            end + 2 >= limit
            or self._tokens[end].small not in self._words.of_words
            or not self._tokens[end + 1].capital
        ):
            return None
        last = self._last_capital(end + 1, limit)
        return last + 1 if last > end + 1 and self._tokens[last].small in self._words.laws else None

    def _over_foreign_ties(self, at: int, end: int, limit: int) -> int | None:
        """Where the name of a body in another language goes on: “Parti des Réformes et des Libertés”."""
        if self._tokens[at].small not in self._words.foreign_heads:
            return None
        here = end
        while here < limit and here - end < _MOST_PARTICLES and self._tokens[here].small in self._words.foreign_ties:
            here += 1
        goes_on = end < here < limit and self._tokens[here].capital and self._adjoins(here)
        return here + 1 if goes_on else None

    def _over_commas(self, at: int, end: int, limit: int) -> int | None:
        """Where a name goes on with a list (``Ministry of Housing, Transport and Works``) or a campus."""
        small = [token.small for token in self._tokens[at:end]]
        if self._tokens[end].text != "," or not any(word in self._words.of_words for word in small):
            return None
        campus = end + 1 < limit and self._tokens[end + 1].capital and self._closes(end + 2, limit)
        if self._words.campus & set(small[:2]) and campus:
            known = self._words.kind_of(self._tokens[end + 1].text)
            return end + 2 if known in (None, "place") else None
        if small[0] not in self._words.of_heads:
            return None
        here = end + 1
        while here < limit and (
            self._tokens[here].capital or (self._tokens[here].text == "," and self._tokens[here + 1].capital)
        ):
            here += 1
        if here == end + 1 or here + 1 >= limit or self._tokens[here].small not in self._words.and_words:
            return None
        return here + 2 if self._tokens[here + 1].capital else None

    def _closes(self, at: int, limit: int) -> bool:
        return at >= limit or self._tokens[at].text in ",.;:)"

    def _goes_on_after_possessive(self, at: int, end: int, limit: int) -> bool:
        """Whether a possessive is within a name: the People’s Liberation Army, the Ashby Growers’ Alliance."""
        if end + 1 >= limit or not self._tokens[end + 1].capital:
            return False
        before = self._tokens[end - 1]
        if self._tokens[end].possessive:
            saint = end - at > 1 and self._tokens[at].small.removesuffix(".") in self._words.possessive_names
            headed = saint and self._tokens[self._last_capital(end + 1, limit)].small in self._words.heads
            return headed or before.small in self._words.possessive_names
        if self._tokens[end].text not in "’'" or self._tokens[end].start != before.end:
            return False
        plural = before.small in self._plurals
        last = self._last_capital(end + 1, limit)
        return plural and end - at <= _MOST_BEFORE and self._tokens[last].small in self._words.heads

    def _last_capital(self, at: int, limit: int) -> int:
        """The last token of the words with capitals that follow each other from a token on."""
        while at + 1 < limit and self._tokens[at + 1].capital and self._adjoins(at + 1):
            at += 1
        return at

    def _adjoins(self, at: int) -> bool:
        gap = self._reading.text[self._tokens[at - 1].end : self._tokens[at].start]
        return gap != "" and not gap.strip() and "\n\n" not in gap

    def over_particles(self, at: int, end: int, limit: int) -> int | None:
        """Where a run goes on after ``of``, ``for the``, ``&``, ``and``, ``van der``; None if it does not."""
        here = end
        while here < limit and here - end < _MOST_PARTICLES and self._tokens[here].small in self._words.ties:
            here += 1
        if here == end or here >= limit or not self._tokens[here].capital or not self._adjoins(here):
            return None
        tie = self._tokens[end].small
        before, after = self._tokens[at:end], self._tokens[here]
        if after.small in self._words.calendar | self._words.foreign_heads or self._is_title(here, limit):
            return None
        if tie in self._words.name_particles and tie not in self._words.of_words:
            held = tie in self._words.articles and self._words.calls(before[-1].small)
            if held or after.small in self._words.of_heads:
                return None
            return here + 1 if len(before) < 4 else None
        if tie == "&":
            return here + 1
        small = [token.small for token in before]
        headed_before = not self._words.heads.isdisjoint(small)
        if tie in self._words.and_words:
            person = len(before) > 1 and self._words.is_first_name(before[0].text) and not headed_before
            joined = (after.small in self._words.joined_by_and and not person) or self._joint(at, end, here, limit)
            return here + 1 if here == end + 1 and joined else None
        if f"{small[-1]} {tie} {after.small}" in self._words.titles:  # “Secretary of State Ada Lund”
            return here + 1
        if tie in self._words.of_words and small[-1] in self._words.boards:  # “on the Board of Directors of …”
            return None
        headed_after = here + 1 < limit and self._tokens[here + 1].small in self._words.heads
        if tie not in self._words.of_words or (self._words.is_first_name(after.text) and not headed_after):
            return None
        opened = small[0] in self._words.of_heads and (
            len(small) == 1 or any(word in self._words.of_words for word in small)
        )
        headed = small[-1] in self._words.heads or opened
        if len(small) > 1 and after.text.isupper() and small[0] not in self._words.of_heads:  # “League for FC Basel”
            return None
        return here + 1 if headed else None

    def _is_title(self, at: int, limit: int) -> bool:
        """Whether somebody's title begins at a token: “of Prime Minister …”."""
        small = self._tokens[at].small
        pair = f"{small} {self._tokens[at + 1].small}" if at + 1 < limit else ""
        return pair in self._words.titles or small in self._words.strong_titles

    def _joint(self, at: int, end: int, here: int, limit: int) -> bool:
        """Whether ``and`` is within a name: “the Rail and Roads Authority”, “Union of Dock and Ferry Workers”."""
        last = self._last_capital(here, limit)
        if last == here:
            return False
        leads = at > 0 and (self._tokens[at - 1].small in self._words.articles or self._tokens[at - 1].possessive)
        if leads and end - at <= _MOST_BEFORE and self._is_half(at, end):
            return self._tokens[last].small in self._closing
        if end - at == 1:
            places = (self._words.kind_of(self._tokens[word].text) == "place" for word in (at, here))
            return last == here + 1 and self._tokens[last].small in self._words.heads and all(places)
        opened = self._tokens[at].small in self._words.of_heads or self._tokens[at + 1].small in self._words.of_heads
        tied = any(token.small in self._words.of_words for token in self._tokens[at:end])
        return opened and tied and self._tokens[last].small in self._words.members

    def _is_half(self, at: int, end: int) -> bool:
        """Whether a run is no name by itself: no list has it or its end, and it has no head."""
        last = self._tokens[end - 1]
        known = self._words.kind_of(self.bare(at, end)) or self._words.kind_of(last.text) or last.text.isupper()
        headed = end - at > 1 and last.small in self._words.heads
        return not known and not headed and not self._words.is_first_name(last.text)

    def bare(self, first: int, last: int) -> str:
        """A run as the lists have it: with blanks between its words, and with curly apostrophes."""
        return self._reading.words(first, last).replace("'", "’")
