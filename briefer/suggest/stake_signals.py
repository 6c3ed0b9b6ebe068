"""What speaks for a clause as a stake, and against it: many weak signals, each with its weight.

The weights were found by a regression over articles that analysts marked, and rounded. A signal is a fact about the
clause, its verb, its place or its words; none of them decides alone.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence, Set
from itertools import accumulate
from types import MappingProxyType

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Syntax
from briefer.suggest.language import Language
from briefer.suggest.reading import Reading
from briefer.text.spans import Span

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "what could be": 0.95,
        "harm": 0.75,
        "hedged": 0.75,
        "effect": 0.65,
        "strong cue": 0.55,
        "much effect": 0.45,
        "verb of change": 0.45,
        "cue": 0.40,
        "much harm": 0.40,
        "infinitive": 0.35,
        "led in": 0.35,
        "verb of loss": 0.35,
        "good": 0.30,
        "will": 0.30,
        "because": 0.25,
        "near the end": 0.25,
        "ours": 0.25,
        "perhaps": 0.25,
        "under 18 words": 0.25,
        "could": 0.20,
        "much good": 0.20,
        "to the end": 0.20,
        "duty": 0.15,
        "future": 0.15,
        "infinitive after a noun": 0.15,
        "pronoun": 0.15,
        "under 28 words": 0.15,
        "how it turns out": 0.10,
        "after a comma": -0.10,
        "good that may come": -0.10,
        "from the start": -0.15,
        "main clause": -0.15,
        "reported clause": -0.15,
        "harm just before": -0.25,
        "little of its sentence": -0.25,
        "somebody acts": -0.25,
        "a dire article": -0.30,
        "aside": -0.30,
        "asks": -0.30,
        "harm last": -0.30,
        "in a quotation": -0.30,
        "quoted words": -0.35,
        "some follows": -0.40,
        "many names": -0.50,
        "past": -0.50,
        "mostly names": -0.55,
        "routine": -0.55,
        "perfect": -0.60,
        "under 7 words": -0.60,
        "hardly any of its sentence": -0.70,
        "under 4 words": -0.75,
        "much follows": -0.90,
        "always": -0.95,
    }
)
"""How much each signal speaks for a stake; of ``cue`` for each unit of the weight that the cue itself has."""

_WEIGHTS = dict(WEIGHTS)
_END = 0.85
_DIRE = 0.5
_LAST_WORDS = 3
_LENGTHS = (
    (4, "under 4 words"),
    (7, "under 7 words"),
    (11, ""),
    (18, "under 18 words"),
    (28, "under 28 words"),
)
_HARDLY_ANY, _LITTLE = 0.15, 0.3
_SOME, _MUCH = 0.25, 0.5
_NAMES, _NAMES_SHARE = 4, 0.3
_STRONG = 2.75
_OPEN = frozenset({"perhaps", "future", "could", "will"})
_QUOTES = '“”„"'

_LISTS = (
    "harm",
    "good",
    "hedges",
    "turned out",
    "because",
    "could",
    "effects",
    "routine",
    "asking",
    "ours",
)
_BITS = 16
"""Counts of all kinds of words are kept in one number, each in so many bits: one sum of a stretch tells all."""
_MASK = (1 << _BITS) - 1
(_HARM, _GOOD, _HEDGES, _TURNED_OUT, _BECAUSE, _COULD, _EFFECTS, _ROUTINE, _ASKING, _OURS) = (
    _MASK << _BITS * number for number in range(len(_LISTS))
)
_QUOTE, _CAPITAL = (_MASK << _BITS * (len(_LISTS) + number) for number in range(2))
_TELLING = _HARM | _GOOD | _TURNED_OUT | _COULD | _EFFECTS
_SIMPLE = (
    (_HEDGES, "hedged"),
    (_TURNED_OUT, "how it turns out"),
    (_BECAUSE, "because"),
    (_COULD, "what could be"),
    (_ROUTINE, "routine"),
    (_ASKING, "asks"),
    (_OURS, "ours"),
)
"""Kinds of words of which one is enough."""
_ANY_SIMPLE = sum(kind for kind, _ in _SIMPLE)


def rank(signals: Set[str], cue: float) -> float:
    """How much speaks for a stake with these signals and a cue of this weight, 0 where there is none."""
    known = sum([_WEIGHTS[signal] for signal in signals if signal in _WEIGHTS])
    return round(known + WEIGHTS["cue"] * cue + WEIGHTS["strong cue"] * (cue >= _STRONG), 4)


def _one(kind: int) -> int:
    """What one word of a kind adds to the counts."""
    return kind & -kind


def _many(counts: int, kind: int) -> int:
    """How many words of a kind are counted."""
    return (counts & kind) // _one(kind)


@functools.lru_cache(maxsize=8)
def _kinds(words: Language) -> Mapping[str, int]:
    """What each word of the lists adds to the counts."""
    found = {mark: _one(_QUOTE) for mark in _QUOTES}
    for number, name in enumerate(_LISTS):
        for word in words.words(f"stakes.{name}"):
            found[word] = found.get(word, 0) + (1 << _BITS * number)
    return found


class StakeWords:
    """How many words of each kind stand in stretches of an article; ``sentences`` are those that may tell stakes."""

    def __init__(self, reading: Reading, sentences: Sequence[Syntax], grammar: Grammar) -> None:
        self.aside = grammar.words.words("stakes.aside")
        kinds, capital = _kinds(grammar.words), _one(_CAPITAL)
        each = [kinds.get(token.small, 0) + (capital if token.capital else 0) for token in reading.tokens]
        self.counts = list(accumulate(each, initial=0))
        harms = [_many(self.of(place.first, place.last), _HARM) for place in (one.sentence for one in sentences)]
        self.before = [False, *(harm > 0 for harm in harms)]
        self.dire = sum(harms) > _DIRE * len(harms)
        self.end = len(each) * _END

    def of(self, first: int, last: int) -> int:
        """The counts of tokens ``first`` to before ``last``."""
        return self.counts[last] - self.counts[first]

    def telling(self, first: int, last: int) -> bool:
        """Whether a word of tokens ``first`` to before ``last`` tells that something is at stake."""
        return bool(self.of(first, last) & _TELLING)


class SpanSignals:
    """Signals of where a stretch of one sentence stands and what words it has."""

    def __init__(
        self, reading: Reading, syntax: Syntax, quoted: Sequence[Span], words: StakeWords, number: int
    ) -> None:
        self._tokens, self._sentence, self._words = reading.tokens, syntax.sentence, words
        start, end = self._sentence.start, self._sentence.end
        self._quoted = [span for span in quoted if span[0] < end and start < span[1]]
        self._always = {"always"}
        if words.before[number]:
            self._always.add("harm just before")
        if words.dire:
            self._always.add("a dire article")
        sentence = range(self._sentence.first, self._sentence.last)
        words_after = (at for at in reversed(sentence) if self._tokens[at].is_word)
        self._last_word = next(words_after, self._sentence.first)

    def of(self, first: int, last: int, told: Set[str]) -> set[str]:
        """The signals of tokens ``first`` to before ``last``, of which others are ``told`` already."""
        found = self._always | self._of_words(first, last, told) | self._of_edges(first, last)
        found.add(next((name for most, name in _LENGTHS if last - first < most), ""))
        if first > self._words.end:
            found.add("near the end")
        if self._quoted:
            start = self._tokens[first].start
            if any(span[0] <= start < span[1] for span in self._quoted):
                found.add("in a quotation")
        return found

    def _of_edges(self, first: int, last: int) -> set[str]:
        """Signals of what of its sentence a stretch is, and of the words where it begins and ends."""
        sentence, tokens, found = self._sentence, self._tokens, set[str]()
        if last > self._last_word:
            found.add("to the end")
        if first == sentence.first:
            found.add("from the start")
        else:
            before = tokens[first - 1].small
            if before == ",":
                found.add("after a comma")
            elif before in self._words.aside:
                found.add("aside")
        long = sentence.last - sentence.first
        if last - first < _LITTLE * long:
            found.add("hardly any of its sentence" if last - first < _HARDLY_ANY * long else "little of its sentence")
        if sentence.last - last > _SOME * long:
            found.add("much follows" if sentence.last - last > _MUCH * long else "some follows")
        return found

    def _of_words(self, first: int, last: int, told: Set[str]) -> set[str]:
        counts = self._words.counts[last] - self._words.counts[first]
        found = set[str]()
        if counts & _ANY_SIMPLE:
            found.update([name for kind, name in _SIMPLE if counts & kind])
        if harm := _many(counts, _HARM):
            found.add("harm")
            if harm > 1:
                found.add("much harm")
            if self._words.of(max(first, last - _LAST_WORDS), last) & _HARM:
                found.add("harm last")
        if good := _many(counts, _GOOD):
            found.add("good")
            if good > 1:
                found.add("much good")
            if not _OPEN.isdisjoint(told):
                found.add("good that may come")
        if effects := _many(counts, _EFFECTS):
            found.add("effect")
            if effects > 1:
                found.add("much effect")
        return found | self._of_marks(first, last, counts)

    def _of_marks(self, first: int, last: int, counts: int) -> set[str]:
        """Signals of how many names a stretch has, and of quotation marks in it."""
        found = set[str]()
        names = _many(counts, _CAPITAL)
        if names >= _NAMES:
            found.add("many names")
        if names > _NAMES_SHARE * (last - first):
            found.add("mostly names")
        if last - first > 2 and self._words.of(first + 1, last - 1) & _QUOTE:
            found.add("quoted words")
        return found
