"""Names in an article: runs of words with capitals, cut where one name ends and another begins."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import Literal, NamedTuple

from briefer.suggest.grammar.small_words import grammar
from briefer.suggest.named.words import Words
from briefer.suggest.reading import Reading, Sentence, Token

NameKind = Literal["person", "organisation", "state", "group", "place", "adjective", "thing", "unknown"]
_MOST_PARTICLES = 2
_DATELINE = 14
"""A dateline has fewer tokens than this."""
_OPENERS = "“„«‹‘\"':-–—•"


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
        self._mentioned = mentioned
        self.words = Words(reading.language)
        self._tokens = reading.tokens
        self._verbs = grammar(reading.language.name).verbs

    @cached_property
    def all(self) -> list[Name]:
        """All names outside headings."""
        return [name for sentence in self._body for name in self._in_sentence(sentence)]

    @cached_property
    def _body(self) -> list[Sentence]:
        headings = self.reading.headings
        return [sentence for sentence in self.reading.sentences if sentence.paragraph not in headings]

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """The words that the article also writes in small letters: with a capital they begin a sentence."""
        return frozenset(token.text for token in self._tokens if token.text[0].islower())

    @cached_property
    def _within_names(self) -> frozenset[str]:
        """The words that begin a run of capitals somewhere: by themselves they may be its short form."""
        return frozenset(
            token.text
            for sentence in self._body
            for token, after in pairwise(self._tokens[sentence.first : sentence.last])
            if token.capital and after.capital and token.small not in self.words.starters
        )

    @cached_property
    def _relayed(self) -> frozenset[int]:
        """The tokens of datelines (``ASTANA, March 4 (Reuters) -``) and credits (``(Reporting by …)``)."""
        found: set[int] = set()
        for start, end in self.reading.paragraphs:
            tokens = self.reading.within(start, end)
            if len(tokens) > 2 and self._tokens[tokens[0]].text == "(" and self._credits(tokens[1]):
                found.update(tokens)
            found.update(self._dateline(tokens))
        return frozenset(found)

    def _credits(self, at: int) -> bool:
        return f"{self._tokens[at].small} {self._tokens[at + 1].small}" in self.words.credits

    def _dateline(self, tokens: range) -> range:
        """What stands before the dash that a report opens with: a town in capitals, perhaps a date and an outlet."""
        if not tokens or not self._tokens[tokens[0]].text.isupper() or len(self._tokens[tokens[0]].text) < 3:
            return range(0)
        for at in tokens[1:_DATELINE]:
            if self._tokens[at].text in ("—", "–", "-") and self.reading.text[self._tokens[at].start - 1].isspace():
                return range(tokens[0], at)
        return range(0)

    @cached_property
    def _capitals(self) -> Counter[str]:
        """How often a word has its capital where no sentence begins."""
        counts: Counter[str] = Counter()
        for sentence in self._body:
            for number in range(sentence.first + 1, sentence.last):
                if self._tokens[number].capital and self._tokens[number - 1].is_word:
                    counts[self._tokens[number].text] += 1
        return counts

    def _in_sentence(self, sentence: Sentence) -> list[Name]:
        found: list[Name] = []
        at = sentence.first
        while at < sentence.last:
            if not self._begins(at, sentence):
                at += 1
                continue
            end = self._reach(at, sentence.last)
            found += self._cut(at, end)
            at = end
        return found

    def _begins(self, at: int, sentence: Sentence) -> bool:
        token = self._tokens[at]
        if not token.capital or token.small in self.words.articles or at in self._mentioned or at in self._relayed:
            return False
        if token.small.endswith(self.words.compound_endings):
            return False
        opens = at == sentence.first or self._tokens[at - 1].text in _OPENERS
        if not opens:
            return token.small not in self.words.pronouns
        return not self._common_start(at, sentence)

    def _common_start(self, at: int, sentence: Sentence) -> bool:
        """Whether a word that opens a sentence or quotation has its capital only for that."""
        token = self._tokens[at]
        following = self._tokens[at + 1] if at + 1 < sentence.last else None
        if token.small.removesuffix(".") in self.words.turns:
            return True
        if token.text.isupper() and len(token.text) > 1:
            return False
        if token.small in self.words.starters:
            return not (following and following.capital and f"{token.text} {following.text}" in self.words.known)
        if self.words.is_gazetteer(token.text) or self._has_hump(token.text):
            return False
        if following is not None and following.capital:
            return self._common_before_a_name(at, sentence.last)
        if self._capitals[token.text] or self._heads_a_name(at, sentence.last):
            return False
        if token.small in self._small_words or token.small in self.words.titles:
            return token.small not in self.words.titles
        if following is None or token.small.endswith(self.words.adverb_endings):
            return True
        return not self._leads_as_a_name(at, following)

    def _common_before_a_name(self, at: int, limit: int) -> bool:
        """Whether a word before another with a capital is no part of that name: “Local Harbour Board”."""
        token = self._tokens[at]
        if token.small not in self._small_words or self._capitals[token.text] or self._titled(at):
            return False
        end = self._reach(at, limit)
        headed = token.small in self.words.joined_by_and and self._tokens[end - 1].small in self.words.heads
        return token.small not in self.words.heads and not headed and self._bare(at, end) not in self.words.known

    def _leads_as_a_name(self, at: int, following: Token) -> bool:
        """Whether what follows a single word with a capital is what follows a name: a verb, or what it is."""
        token = self._tokens[at]
        further = self._over_particles(at, at + 1, len(self._tokens))
        if following.small in self.words.name_particles - self.words.of_words and further is not None:
            return True
        if token.text in self._within_names and self._verbs.lemma(following.small, "past", "third"):
            return True
        if token.small in self.words.acts:
            return False
        after = self._tokens[at + 2 : at + 4]
        if following.text == "," and len(after) == 2:
            owner = after[0].capital and after[1].possessive
            return owner or after[0].small in self.words.articles | self.words.relatives
        return following.possessive or following.small in self.words.speech or following.small in self.words.be

    def _heads_a_name(self, at: int, limit: int) -> bool:
        """Whether a head that opens a sentence begins a name: ``Friends of the Valley``."""
        if self._tokens[at].small not in self.words.of_heads or at + 1 >= limit:
            return False
        tied = self._tokens[at + 1].small in self.words.of_words
        return tied and self._over_particles(at, at + 1, limit) is not None

    def _titled(self, at: int) -> bool:
        return self._tokens[at].small in self.words.titles or self._tokens[at].small in self.words.roles

    def _reach(self, at: int, limit: int) -> int:
        """The end of the run of capitals that begins at a token, with the small words that tie them."""
        end = at + 1
        while end < limit:
            if self._adjoins(end) and self._tokens[end].capital:
                if self._tokens[end].small in self.words.calendar or self._tokens[end].small in self.words.articles:
                    break
                end += 1
                continue
            if self._goes_on_after_possessive(end, limit):
                end += 2
                continue
            further = self._over_particles(at, end, limit) or self._over_commas(at, end, limit)
            if further is None:
                break
            end = further
        return end

    def _over_commas(self, at: int, end: int, limit: int) -> int | None:
        """Where a name goes on with a list (``Ministry of Housing, Transport and Works``) or a campus."""
        small = [token.small for token in self._tokens[at:end]]
        if self._tokens[end].text != "," or not any(word in self.words.of_words for word in small):
            return None
        campus = end + 1 < limit and self._tokens[end + 1].capital and self._closes(end + 2, limit)
        if self.words.campus & set(small[:2]) and campus:
            known = self.words.kind_of(self._tokens[end + 1].text)
            return end + 2 if known in (None, "place") else None
        if small[0] not in self.words.of_heads:
            return None
        here = end + 1
        while here < limit and (
            self._tokens[here].capital or (self._tokens[here].text == "," and self._tokens[here + 1].capital)
        ):
            here += 1
        if here == end + 1 or here + 1 >= limit or self._tokens[here].small not in self.words.and_words:
            return None
        return here + 2 if self._tokens[here + 1].capital else None

    def _closes(self, at: int, limit: int) -> bool:
        return at >= limit or self._tokens[at].text in ",.;:)"

    def _goes_on_after_possessive(self, end: int, limit: int) -> bool:
        """Whether a possessive is within a name: the People’s Liberation Army."""
        return (
            end + 1 < limit
            and self._tokens[end].possessive
            and self._tokens[end - 1].small in self.words.possessive_names
            and self._tokens[end + 1].capital
        )

    def _adjoins(self, at: int) -> bool:
        gap = self.reading.text[self._tokens[at - 1].end : self._tokens[at].start]
        return gap != "" and not gap.strip() and "\n\n" not in gap

    def _over_particles(self, at: int, end: int, limit: int) -> int | None:
        """Where a run goes on after ``of``, ``for the``, ``&``, ``and``, ``van der``; None if it does not."""
        here = end
        while here < limit and here - end < _MOST_PARTICLES and self._tokens[here].small in self.words.ties:
            here += 1
        if here == end or here >= limit or not self._tokens[here].capital or not self._adjoins(here):
            return None
        tie = self._tokens[end].small
        if self._tokens[here].small in self.words.calendar or self._is_title(here, limit):
            return None
        before, after = self._tokens[at:end], self._tokens[here]
        if tie in self.words.name_particles and tie not in self.words.of_words:
            if after.small in self.words.of_heads:
                return None
            return here + 1 if len(before) < 4 else None
        if tie == "&":
            return here + 1
        small = [token.small for token in before]
        if tie in self.words.and_words:
            joined = after.small in self.words.joined_by_and or self._joint(at, end, here, limit)
            return here + 1 if here == end + 1 and joined else None
        headed_after = here + 1 < limit and self._tokens[here + 1].small in self.words.heads
        if tie not in self.words.of_words or (self.words.is_first_name(after.text) and not headed_after):
            return None
        opened = small[0] in self.words.of_heads and (
            len(small) == 1 or any(word in self.words.of_words for word in small)
        )
        headed = small[-1] in self.words.heads or opened
        return here + 1 if headed else None

    def _is_title(self, at: int, limit: int) -> bool:
        """Whether somebody's title begins at a token: “of Prime Minister …”."""
        small = self._tokens[at].small
        pair = f"{small} {self._tokens[at + 1].small}" if at + 1 < limit else ""
        return pair in self.words.titles or small in self.words.strong_titles

    def _joint(self, at: int, end: int, here: int, limit: int) -> bool:
        """Whether ``and`` is within a name: “the Rail and Roads Authority”, “Union of Dock and Ferry Workers”."""
        last = here
        while last + 1 < limit and self._tokens[last + 1].capital and self._adjoins(last + 1):
            last += 1
        if last == here:
            return False
        if end - at == 1:
            before = self._tokens[at - 1].small if at else ""
            known = self.words.kind_of(self._tokens[at].text) or self._tokens[at].text.isupper()
            return before in self.words.articles and not known and self._tokens[last].small in self.words.heads
        opened = self._tokens[at].small in self.words.of_heads or self._tokens[at + 1].small in self.words.of_heads
        tied = any(token.small in self.words.of_words for token in self._tokens[at:end])
        return opened and tied and self._tokens[last].small in self.words.members

    def _cut(self, first: int, last: int) -> list[Name]:
        """The names in a run: what stands before a title is one of its own, or tells whose title it is."""
        while first < last and self._tokens[first].small in self.words.calendar:
            first += 1
        while last > first and self._tokens[last - 1].small in self.words.calendar:
            last -= 1
        if first >= last:
            return []
        text = self._bare(first, last)
        if self.words.kind_of(text) is not None or self._is_organisation(first, last):
            return self._whole(first, last, first)
        title = self._last_title(first, last)
        if title is None:
            title = self._role_before(first, last)
        if title is None:
            return self._state_first(first, last)
        rest = self._state_first(first, title, before_title=True) if title > first else []
        after = title + 1
        if after >= last:
            return rest
        return rest + self._whole(after, last, first)

    def _state_first(self, first: int, last: int, *, before_title: bool = False) -> list[Name]:
        """A run without titles; a state or an adjective of one that it begins with is cut off before a person."""
        for size in (2, 1):
            if last - first <= size and not before_title:
                continue
            head = self._bare(first, min(last, first + size))
            kind = self.words.kind_of(head)
            if kind in ("state", "adjective") and first + size <= last:
                rest = self._whole(first + size, last, first + size) if first + size < last else []
                if before_title or (rest and rest[0].kind in ("person", "adjective")):
                    return [Name(first, first + size, kind, head, first), *rest]
        return self._whole(first, last, first) if not before_title else self._known_within(first, last)

    def _known_within(self, first: int, last: int) -> list[Name]:
        """Names of organisations in what stands before a title: the ``White House`` of its chief of staff."""
        while first < last - 1 and self._titled(first):
            first += 1
        text = self._bare(first, last)
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

    def _leads_surname(self, at: int) -> bool:
        """Whether a title after this token is a surname: Mr King, Madeleine King."""
        return self._tokens[at].small in self.words.strong_titles or self.words.is_first_name(self._tokens[at].text)

    @staticmethod
    def _has_hump(word: str) -> bool:
        """Whether a word has capitals and small letters after its first, as ``OpenAI`` has."""
        rest = word[1:]
        return any(map(str.isupper, rest)) and any(map(str.islower, rest)) and word.isalpha()

    def _whole(self, first: int, last: int, title: int) -> list[Name]:
        while last - 1 > first and self._tokens[last - 1].small in self.words.honours:
            last -= 1
        if last <= first:
            return []
        text = self._bare(first, last)
        kind: NameKind
        if title < first and self.words.kind_of(text) not in ("state", "organisation"):
            kind = "person"
        else:
            kind = self._kind(first, last, text)
        return [Name(first, last, kind, text, title)]

    def _bare(self, first: int, last: int) -> str:
        return self.reading.words(first, last).replace("'", "’")

    def _is_organisation(self, first: int, last: int) -> bool:
        """Whether a run has the head of an organisation: at its end, or before its first ``of`` or ``for``."""
        small = [token.small for token in self._tokens[first:last]]
        if len(small) == 1:
            return False
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
        known = self.words.kind_of(text)
        if known is not None:
            return known
        tokens = self._tokens[first:last]
        if self._is_thing(first, last):
            return "thing"
        if len(tokens) == 1:
            return self._kind_of_one(first)
        if self._is_organisation(first, last):
            return "organisation"
        if self.words.kind_of(tokens[0].text) == "adjective" and not self.words.is_first_name(tokens[0].text):
            party = self.words.kind_of(self._bare(first + 1, last))
            return "organisation" if party == "group" else "unknown"
        if self.words.is_first_name(tokens[0].text) or self.words.is_initial(tokens[0].text):
            return "person"
        return "unknown"

    def _is_thing(self, first: int, last: int) -> bool:
        """Whether a run has the head of a law, an event or a place."""
        small = [token.small for token in self._tokens[first:last]]
        if len(small) > 1 and small[-1] in self.words.streets:
            return True
        if self._tokens[first - 1].text == "," and self._tokens[first - 2].small in self.words.thing_heads:
            return True
        if self._is_organisation(first, last) or self.words.is_first_name(self._tokens[first].text):
            return False
        if small[-1] in self.words.no_actors or (len(small) > 1 and small[0] in self.words.thing_heads):
            return True
        return len(small) > 1 and small[0] in self.words.no_actors and small[1] in self.words.ties

    def _kind_of_one(self, at: int) -> NameKind:
        token = self._tokens[at]
        if token.small in self.words.stop or token.small in self.words.no_actors:
            return "thing"
        if token.text.isupper() and 2 <= len(token.text.replace(".", "")) <= 6 and token.text.isalpha():
            return "organisation"
        if self._has_hump(token.text):
            return "unknown" if token.text.startswith(self.words.surname_prefixes) else "organisation"
        if token.text in self.words.first_names:
            return "person"
        return "unknown"
