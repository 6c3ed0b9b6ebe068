"""What speaks for a clause as an action, and against it: many weak signals, each with its weight.

The weights were found by a strongly damped regression over articles that analysts marked, and rounded; what came out
as next to nothing was dropped. A signal is a fact about the clause, its verb, who does it, or where
the article tells it; none of them decides alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType

from briefer.suggest.doers import Doer, Doers
from briefer.suggest.grammar.syntax import Clause, Syntax, has_object
from briefer.suggest.reading import Reading, Token
from briefer.text.spans import Span

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "another deed after to": 0.60,
        "doer: actor": 0.60,
        "of oneself": 0.60,
        "verb: refusing": 0.55,
        "among the first 2 sentences": 0.50,
        "first part": 0.50,
        "over half of the sentence": 0.50,
        "tense: perfect": 0.50,
        "tense: progressive": 0.50,
        "time in the sentence": 0.50,
        "10 words or more": 0.45,
        "6 words or more": 0.45,
        "from the start": 0.45,
        "tense: future": 0.45,
        "after another deed": 0.40,
        "doer: name": 0.40,
        "several names": 0.40,
        "verb: deciding": 0.40,
        "verb: planning": 0.40,
        "after a comma": 0.35,
        "done by he or she": 0.35,
        "figure": 0.35,
        "first paragraph": 0.35,
        "verb: halting": 0.35,
        "verb: warning": 0.35,
        "a turn": 0.30,
        "clause: reported": 0.30,
        "day in the sentence": 0.30,
        "doer: doers": 0.30,
        "first clause": 0.30,
        "subject of many words": 0.30,
        "verb: brought about": 0.30,
        "words of the title": 0.30,
        "among the first 12 sentences": 0.25,
        "done by: organisation": 0.25,
        "tense: past": 0.25,
        "two others named": 0.25,
        "clause: main": 0.15,
        "done to something": 0.15,
        "one other named": -0.15,
        "tense: past progressive": -0.20,
        "verb: being": -0.20,
        "a state named": -0.25,
        "doer: unresolved": -0.25,
        "to the end": -0.25,
        "done by nobody named": -0.30,
        "nobody else named": -0.30,
        "stays silent": -0.30,
        "verb: said about": -0.30,
        "doer: thing": -0.35,
        "done by: person": -0.35,
        "with a quotation": -0.35,
        "done by: ": -0.40,
        "verb of no list": -0.40,
        "clause: relative": -0.45,
        "not done": -0.45,
        "said of something": -0.45,
        "tense: present": -0.45,
        "said": -0.50,
        "small part of the sentence": -0.50,
        "24 words or more": -0.55,
        "done by somebody": -0.55,
        "nothing after the verb": -0.55,
        "verb: weak": -0.70,
        "doer: abstract": -0.95,
        "tense: perhaps": -1.00,
        "in a quotation": -1.45,
        "always": -2.60,
    }
)
"""How much each signal speaks for an action."""

_VERBS = (
    "being", "brought about", "deciding", "halting", "planning", "refusing", "said about", "warning", "weak",
)  # fmt: skip
_TURNS = ("deciding", "halting", "announcing", "brought about")
"""What matters though nobody is named who did it: ``the talks were called off``."""
_OF_ONESELF = ("future", "perfect", "progressive", "past progressive")
_WORDS = tuple((least, f"{least} words or more") for least in (6, 10, 24))
_SHARES = ((0.5, "over half of the sentence"), (0.8, "most of the sentence"))
_SMALL_SHARE = 0.3
_EARLY = tuple((most, f"among the first {most} sentences") for most in (2, 12))
_FIRST_PART = 16
_LONG_SUBJECT = 6
_REST = 2
_OTHERS = ("nobody else named", "one other named", "two others named")
_NAMES, _OF_THE_TITLE = 3, 3
_STEM, _SHORTEST = 5, 4
_DAY = "day"


def rank(signals: Set[str]) -> float:
    """How much speaks for an action with these signals."""
    return round(sum(WEIGHTS.get(signal, 0.0) for signal in signals), 4)


def _stems(tokens: Iterable[Token]) -> set[str]:
    """How the words begin that tell what it is about."""
    return {token.small[:_STEM] for token in tokens if len(token.small) >= _SHORTEST and token.text[0].isalpha()}


class ActionSignals:
    """Finds the signals of the clauses of an article; ``lede`` is the paragraph that it begins with."""

    def __init__(self, reading: Reading, doers: Doers, quoted: Sequence[Span], lede: int) -> None:
        self._reading, self._doers, self._quoted, self._lede = reading, doers, quoted, lede
        before = [sentence for sentence in reading.sentences if sentence.paragraph < lede]
        self._before = len(before)
        self._title = {stem for one in before for stem in _stems(reading.tokens[one.first : one.last])}
        self._of_sentence: dict[int, set[str]] = {}
        self._of_verb: dict[str, list[str]] = {}

    def of(self, clause: Clause, doer: Doer, syntax: Syntax, first: int, last: int) -> set[str]:
        """The signals of a clause whose action is told by tokens ``first`` to before ``last``."""
        number = syntax.sentence.first
        if number not in self._of_sentence:
            self._of_sentence[number] = set(self._by_place(syntax))
        found = {"always", *self._of_sentence[number]}
        found.update(self._by_verb(clause, doer, syntax))
        found.update(self._by_doer(clause, doer, syntax))
        found.update(self._by_extent(clause, syntax, first, last))
        found.update(self._by_content(clause, doer, syntax, first, last))
        return found

    def _by_verb(self, clause: Clause, doer: Doer, syntax: Syntax) -> Iterator[str]:
        group, verbs = clause.group, syntax.grammar.verbs
        yield f"tense: {group.tense}"
        yield f"clause: {clause.level}"
        if group.meaning not in self._of_verb:
            self._of_verb[group.meaning] = [f"verb: {name}" for name in _VERBS if verbs.is_a(group.meaning, name)]
        yield from self._of_verb[group.meaning]
        if verbs.is_a(group.meaning, "said and done"):
            yield "said of something" if has_object(clause, self._reading, syntax.grammar) else "said"
        if verbs.is_a(group.meaning, "refusing") and self._stays_silent(clause, syntax):
            yield "stays silent"
        if group.meaning not in verbs.known:
            yield "verb of no list"
        if group.passive:
            yield "done by somebody" if doer.name else "done by nobody named"
            if not doer.name and verbs.is_a(group.meaning, *_TURNS):
                yield "a turn"
        if group.negated and group.tense != "future":
            yield "not done"
        if clause.shared:
            yield "after another deed"
        if not any(other.finite and other.first < clause.first for other in syntax.groups):
            yield "first clause"

    def _stays_silent(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether nothing but an answer is refused: ``declined to comment``."""
        after = next((group for group in syntax.groups if group.first == clause.group.last), None)
        return after is not None and syntax.grammar.verbs.is_a(after.lemma, "answering")

    def _by_doer(self, clause: Clause, doer: Doer, syntax: Syntax) -> Iterator[str]:
        yield f"doer: {doer.sort}"
        yield f"done by: {self._doers.kind(doer.name)}"
        person = self._reading.tokens[clause.noun].small in syntax.grammar.persons
        if person:
            yield "done by he or she"
        told = clause.group.tense in (_OF_ONESELF[:1] if person else _OF_ONESELF)
        if told and clause.level == "reported" and doer.sort == "resolved":
            yield "of oneself"
        if clause.subject_last - clause.subject > _LONG_SUBJECT:
            yield "subject of many words"

    def _by_extent(self, clause: Clause, syntax: Syntax, first: int, last: int) -> Iterator[str]:
        reading, sentence = self._reading, syntax.sentence
        start, end = reading.span(first, last)
        words = len(reading.text[start:end].split())
        yield from (signal for least, signal in _WORDS if words >= least)
        share = (end - start) / (sentence.end - sentence.start)
        yield from (signal for least, signal in _SHARES if share > least)
        if share < _SMALL_SHARE:
            yield "small part of the sentence"
        before = reading.tokens[first - 1] if first > sentence.first else None
        if before is None:
            yield "from the start"
        elif before.text == ",":
            yield "after a comma"
        if last >= sentence.last - 1:
            yield "to the end"
        if clause.last - clause.group.last < _REST:
            yield "nothing after the verb"

    def _by_content(self, clause: Clause, doer: Doer, syntax: Syntax, first: int, last: int) -> Iterator[str]:
        reading, grammar, after = self._reading, syntax.grammar, clause.group.last
        told = reading.tokens[first:last]
        if sum(token.capital for token in told[1:]) >= _NAMES:
            yield "several names"
        if any(token.text[0].isdigit() for token in told):
            yield "figure"
        if self._title and len(self._title & _stems(told)) >= _OF_THE_TITLE:
            yield "words of the title"
        if has_object(clause, reading, grammar):
            yield "done to something"
        if any(not group.finite and after <= group.first < clause.last for group in syntax.groups):
            yield "another deed after to"
        start, end = told[0].start, told[-1].end
        others = [other for other in self._doers.within(start, end) if other.name != doer.name]
        yield _OTHERS[len(others)] if len(others) < len(_OTHERS) else ""
        if any(other.kind == "state" for other in others):
            yield "a state named"
        head = reading.tokens[clause.group.head].start
        if any(begin <= head < until for begin, until in self._quoted):
            yield "in a quotation"
        elif any(begin < end and start < until for begin, until in self._quoted):
            yield "with a quotation"

    def _by_place(self, syntax: Syntax) -> Iterator[str]:
        reading, sentence = self._reading, syntax.sentence
        number = reading.sentence_number(sentence.start) - self._before
        yield from (signal for most, signal in _EARLY if number < most)
        if sentence.paragraph <= self._lede:
            yield "first paragraph"
        if sentence.paragraph - self._lede < _FIRST_PART:
            yield "first part"
        grammar = syntax.grammar
        times = [
            token.small for token in reading.tokens[sentence.first : sentence.last] if token.small in grammar.times
        ]
        if times:
            yield "time in the sentence"
        if any(word.endswith(_DAY) for word in times):
            yield "day in the sentence"
