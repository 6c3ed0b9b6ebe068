"""Which words with a capital begin a name, and which have it only because a sentence begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from briefer.suggest.grammar.small_words import grammar
from briefer.suggest.named.reach import Reach
from briefer.suggest.named.words import Words
from briefer.suggest.reading import Reading, Sentence, Token

_IN_CODES = (".", ":")
"""Marks within the code of a share."""
_DATELINE = 14
"""A dateline has fewer tokens than this."""
_OPENERS = "“„«‹‘\"':-–—•"


class FirstWords:
    """Judges the words of these sentences. Tokens in ``mentioned`` are names and titles that are only quoted."""

    def __init__(
        self, reading: Reading, words: Words, reach: Reach, sentences: Sequence[Sentence], mentioned: frozenset[int]
    ) -> None:
        self._reading, self._words, self._reach = reading, words, reach
        self._sentences, self._mentioned = sentences, mentioned
        self._tokens = reading.tokens
        self._verbs = grammar(reading.language.name).verbs
        self._contributed = reading.language.phrases("speech.contributed")

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """The words that the article also writes in small letters: with a capital they begin a sentence."""
        return frozenset(token.text for token in self._tokens if token.text[0].islower())

    @cached_property
    def _within_names(self) -> frozenset[str]:
        """The words that begin a run of capitals somewhere: by themselves they may be its short form."""
        return frozenset(
            token.text
            for sentence in self._sentences
            for token, after in pairwise(self._tokens[sentence.first : sentence.last])
            if token.capital and after.capital and token.small not in self._words.starters
        )

    @cached_property
    def _relayed(self) -> frozenset[int]:
        """The tokens of datelines (``ASTANA, March 4 (Reuters) -``) and credits (``(Reporting by …)``)."""
        found: set[int] = set()
        for start, end in self._reading.paragraphs:
            tokens = self._reading.within(start, end)
            opened = len(tokens) > 2 and self._credits(tokens[self._tokens[tokens[0]].text == "("])
            if opened or self._contributed.search(self._reading.text[start:end].lower()):
                found.update(tokens)
            found.update(self._dateline(tokens))
        for at, token in enumerate(self._tokens[2:-2], 2):
            if token.text in _IN_CODES and self._tokens[at - 2].text == "(" and self._tokens[at + 2].text == ")":
                found.update(range(at - 1, at + 2))  # “Acme Bolt (7270.T)”, “(NYSE: ACM)”
        return frozenset(found)

    def _tells_a_seat(self, at: int) -> bool:
        """Whether a token tells a politician's party and seat: “Rep. Ada Lund, D-Ansell”."""
        token = self._tokens[at]
        return token.text[1:2] == "-" and token.small[0] in self._words.parties and self._tokens[at - 1].text in ",("

    def _credits(self, at: int) -> bool:
        return f"{self._tokens[at].small} {self._tokens[at + 1].small}" in self._words.credits

    def _dateline(self, tokens: range) -> range:
        """What stands before the dash that a report opens with: a town in capitals, perhaps a date and an outlet."""
        if len(tokens) < 2 or len(self._tokens[tokens[0]].text) < 3:
            return range(0)
        if self._words.kind_of(self._tokens[tokens[0]].text) in ("place", "state"):  # “London - ”, “Bangkok: ”
            mark = self._tokens[tokens[1]]
            if mark.text == ":" or (mark.text in ("—", "–", "-") and self._reading.text[mark.start - 1].isspace()):
                return range(tokens[0], tokens[1])
            held = [self._tokens[at].text for at in tokens[1:5]]
            if (
                len(held) == 4 and held[0] == "(" and held[2] == ")" and held[3] in ("—", "–", "-")
            ):  # “Paris (AFP) – ”
                return range(tokens[0], tokens[4])
        if not self._tokens[tokens[0]].text.isupper():
            return range(0)
        for at in tokens[1:_DATELINE]:
            if self._tokens[at].text in ("—", "–", "-") and self._reading.text[self._tokens[at].start - 1].isspace():
                return range(tokens[0], at)
        return range(0)

    @cached_property
    def _capitals(self) -> Counter[str]:
        """How often a word has its capital where no sentence begins."""
        counts: Counter[str] = Counter()
        for sentence in self._sentences:
            for number in range(sentence.first + 1, sentence.last):
                if self._tokens[number].capital and self._tokens[number - 1].is_word:
                    counts[self._tokens[number].text] += 1
        return counts

    def begins(self, at: int, sentence: Sentence) -> bool:
        """Whether a token of a sentence begins a name."""
        token = self._tokens[at]
        if not token.capital or token.small in self._words.articles or at in self._mentioned or at in self._relayed:
            return False
        if token.small.endswith(self._words.compound_endings) or self._tells_a_seat(at):
            return False
        opens = at == sentence.first or self._tokens[at - 1].text in _OPENERS
        if not opens:
            return token.small not in self._words.pronouns
        return not self._common_start(at, sentence)

    def _common_start(self, at: int, sentence: Sentence) -> bool:
        """Whether a word that opens a sentence or quotation has its capital only for that."""
        token = self._tokens[at]
        following = self._tokens[at + 1] if at + 1 < sentence.last else None
        if token.small.removesuffix(".") in self._words.turns:
            return True
        if token.text.isupper() and len(token.text) > 1:
            return False
        if token.small in self._words.starters:
            goes_on = following is not None and following.capital
            known = goes_on and f"{token.text} {self._tokens[at + 1].text}" in self._words.known
            return not known and not (goes_on and self._words.calls(token.small))
        if self._words.is_gazetteer(token.text) or self._words.has_hump(token.text):
            return False
        if following is not None and following.capital:
            names = self._words.is_gazetteer(following.text) or self._words.calls(following.small)
            if token.small in self._words.only_speech and self._introduces(at, sentence.last):
                return True
            doing = names and self._verbs.lemma(token.small, "ing") != ""
            return doing or token.small in self._words.kinds_of_house or self._common_before_a_name(at, sentence.last)
        if self._capitals[token.text] or self._heads_a_name(at, sentence.last):
            return False
        if token.small in self._small_words or token.small in self._words.titles:
            return token.small not in self._words.titles
        if following is None or token.small.endswith(self._words.adverb_endings):
            return True
        return not self._leads_as_a_name(at, following)

    def _introduces(self, at: int, limit: int) -> bool:
        """Whether a verb leads up to what somebody said: “Said Sarah Hill: …”."""
        end = self._reach.end(at, limit)
        return end < len(self._tokens) and self._tokens[end].text == ":"

    def _common_before_a_name(self, at: int, limit: int) -> bool:
        """Whether a word before another with a capital is no part of that name: “Local Harbour Board”."""
        token = self._tokens[at]
        if token.small not in self._small_words or self._capitals[token.text] or self._words.calls(token.small):
            return False
        end = self._reach.end(at, limit)
        headed = token.small in self._words.joined_by_and and self._tokens[end - 1].small in self._words.heads
        return (
            token.small not in self._words.heads and not headed and self._reach.bare(at, end) not in self._words.known
        )

    def _leads_as_a_name(self, at: int, following: Token) -> bool:
        """Whether what follows a single word with a capital is what follows a name: a verb, or what it is."""
        token = self._tokens[at]
        further = self._reach.over_particles(at, at + 1, len(self._tokens))
        if following.small in self._words.name_particles - self._words.of_words and further is not None:
            return True
        if token.text in self._within_names and self._verbs.lemma(following.small, "past", "third"):
            return True
        if token.small in self._words.acts:
            return False
        after = self._tokens[at + 2 : at + 4]
        if following.small in self._words.and_words and after and after[0].small in self._words.his_or_her:
            return True  # “Cabral and his wife”
        if following.text == "," and len(after) == 2:
            owner = after[0].capital and after[1].possessive
            return owner or after[0].small in self._words.articles | self._words.relatives
        counted = bool(after) and after[0].small in self._words.be  # “Certain questions are”
        said = following.small in self._words.speech and not counted
        return following.possessive or said or following.small in self._words.be

    def _heads_a_name(self, at: int, limit: int) -> bool:
        """Whether a head that opens a sentence begins a name: ``Friends of the Valley``."""
        if self._tokens[at].small not in self._words.of_heads or at + 1 >= limit:
            return False
        tied = self._tokens[at + 1].small in self._words.of_words
        return tied and self._reach.over_particles(at, at + 1, limit) is not None
