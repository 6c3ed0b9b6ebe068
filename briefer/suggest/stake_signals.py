"""What speaks for a clause as a stake, and against it: many weak signals, each with its weight.

The weights were found by a regression over articles that analysts marked, and rounded. A signal is a fact about the
clause, its verb, its place or its words; none of them decides alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import accumulate
from types import MappingProxyType

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Syntax
from briefer.suggest.reading import Reading
from briefer.text.spans import Span

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "hedged": 0.75,
        "to the end": 0.75,
        "harm": 0.70,
        "because": 0.55,
        "cue": 0.55,
        "could": 0.45,
        "under 18 words": 0.45,
        "verb of change": 0.45,
        "strong cue": 0.40,
        "infinitive": 0.35,
        "led in": 0.35,
        "much harm": 0.35,
        "perhaps": 0.35,
        "under 28 words": 0.35,
        "verb of loss": 0.35,
        "will": 0.35,
        "good": 0.30,
        "near the end": 0.30,
        "how it turns out": 0.25,
        "pronoun": 0.25,
        "under 40 words": 0.20,
        "verb of gain": 0.20,
        "much good": 0.15,
        "present": 0.15,
        "after a comma": -0.10,
        "infinitive after a noun": -0.10,
        "subordinate clause": -0.10,
        "main clause": -0.15,
        "reported clause": -0.15,
        "harm just before": -0.25,
        "from the start": -0.30,
        "good that may come": -0.30,
        "harm last": -0.30,
        "in a quotation": -0.30,
        "somebody acts": -0.30,
        "a dire article": -0.45,
        "past": -0.50,
        "perfect": -0.55,
        "under 7 words": -0.65,
        "under 4 words": -0.80,
        "always": -1.45,
    }
)
"""How much each signal speaks for a stake; of ``cue`` for each unit of the weight that the cue itself has."""

_WEIGHTS = dict(WEIGHTS)
_AT_TOP, _LONG = 70, 3
_END = 0.85
_OLD_NEWS, _DIRE = 0.3, 0.5
_LAST_WORDS = 3
_LENGTHS = (
    (4, "under 4 words"),
    (7, "under 7 words"),
    (11, ""),
    (18, "under 18 words"),
    (28, "under 28 words"),
    (40, "under 40 words"),
)
_STRONG = 2.75
_OPEN = frozenset({"perhaps", "future", "could", "will"})


def rank(signals: Set[str], cue: float) -> float:
    """How much speaks for a stake with these signals and a cue of this weight, 0 where there is none."""
    known = sum([_WEIGHTS[signal] for signal in signals if signal in _WEIGHTS])
    return round(known + WEIGHTS["cue"] * cue + WEIGHTS["strong cue"] * (cue >= _STRONG), 4)


class StakeWords:
    """How many words of each kind stand in stretches of an article; ``sentences`` are those that may tell stakes."""

    def __init__(self, reading: Reading, sentences: Sequence[Syntax], grammar: Grammar) -> None:
        smalls = [token.small for token in reading.tokens]
        words = grammar.words
        self.harm = _counts(smalls, words.words("stakes.harm"))
        self.good = _counts(smalls, words.words("stakes.good"))
        self.hedges = _counts(smalls, words.words("stakes.hedges"))
        self.turned_out = _counts(smalls, words.words("stakes.turned out"))
        self.because = _counts(smalls, words.words("stakes.because"))
        small_words = grammar.auxiliaries | grammar.determiners | grammar.prepositions | grammar.subject_pronouns
        told = {small for small in set(smalls) if len(small) > _LONG and small.isalpha()} - small_words
        self.told = _counts(smalls, told)
        self.at_top = _counts(smalls, told.intersection(smalls[:_AT_TOP]))
        harms = [self.harm[syntax.sentence.last] - self.harm[syntax.sentence.first] for syntax in sentences]
        self.before = [False, *(harm > 0 for harm in harms)]
        self.dire = sum(harms) > _DIRE * len(harms)
        self.end = len(smalls) * _END

    def telling(self, first: int, last: int) -> bool:
        """Whether a word of tokens ``first`` to before ``last`` tells that something is at stake."""
        return any(counts[last] > counts[first] for counts in (self.harm, self.good, self.turned_out))


def _counts(smalls: Sequence[str], words: Set[str]) -> list[int]:
    """How many words of a list stand before each token."""
    return list(accumulate(map(words.__contains__, smalls), initial=0))


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
        found = self._always | self._of_words(first, last, told)
        found.add(next((name for most, name in _LENGTHS if last - first < most), ""))
        if last > self._last_word:
            found.add("to the end")
        if first == self._sentence.first:
            found.add("from the start")
        elif self._tokens[first - 1].text == ",":
            found.add("after a comma")
        if first > self._words.end:
            found.add("near the end")
        if self._quoted:
            start = self._tokens[first].start
            if any(span[0] <= start < span[1] for span in self._quoted):
                found.add("in a quotation")
        return found

    def _of_words(self, first: int, last: int, told: Set[str]) -> set[str]:
        words, found = self._words, set[str]()
        if harm := words.harm[last] - words.harm[first]:
            found.add("harm")
            if harm > 1:
                found.add("much harm")
            if words.harm[last] > words.harm[max(first, last - _LAST_WORDS)]:
                found.add("harm last")
        if good := words.good[last] - words.good[first]:
            found.add("good")
            if good > 1:
                found.add("much good")
            if not _OPEN.isdisjoint(told):
                found.add("good that may come")
        if words.hedges[last] > words.hedges[first]:
            found.add("hedged")
        if words.turned_out[last] > words.turned_out[first]:
            found.add("how it turns out")
        if words.because[last] > words.because[first]:
            found.add("because")
        at_top = words.at_top[last] - words.at_top[first]
        if first >= _AT_TOP and at_top > (words.told[last] - words.told[first]) * _OLD_NEWS:
            found.add("told at the top")
        return found
