"""Actions: the clauses that tell what somebody did, does or will do; few, and the weightiest first to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefer.suggest.action_status import status_of
from briefer.suggest.doers import Doer, Doers
from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Clause, Syntax, has_object
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import Action
from briefer.text.spans import Span

_ENOUGH = 3.0
_FEWEST, _MOST = 4, 10
_WORDS_AN_ACTION = 20
_SAME = 0.6
_OPENS = 0.25
_OWN_WORD = 0.75
"""What speaks for what somebody says of their own future: ``said it would appeal``."""
_TURNS = ("deciding", "halting", "announcing")
"""What matters though nobody is named who did it: ``the talks were called off``."""

_BY_DOER = {
    "actor": 2.5, "resolved": 2.0, "doers": 2.0, "name": 1.5,
    "thing": 0.5, "abstract": -0.5, "unresolved": -0.5, "speaker": -2.0,
}  # fmt: skip
_BY_LEVEL = {"main": 0.5, "reported": -0.25, "subordinate": -0.75, "relative": -1.0}
_BY_TENSE = {"perfect": 0.25, "progressive": 0.25, "present": -1.0, "perhaps": -2.0, "duty": -2.0}


class _Candidate(NamedTuple):
    action: Action
    rank: float


def find_actions(reading: Reading, sentences: Iterable[Syntax], doers: Doers, quoted: Sequence[Span]) -> list[Action]:
    """The actions of an article in reading order; the sentences are asked for in reading order.

    ``quoted`` are the spans of quotations: what is said in them counts for less.
    """
    return _Actions(reading, doers, quoted).among(sentences)


class _Actions:
    def __init__(self, reading: Reading, doers: Doers, quoted: Sequence[Span]) -> None:
        self._reading, self._doers, self._quoted = reading, doers, quoted
        self._lede = next(
            (number for number in range(len(reading.paragraphs)) if number not in reading.headings), 0
        )  # fmt: skip

    def among(self, sentences: Iterable[Syntax]) -> list[Action]:
        found = [
            candidate
            for syntax in sentences
            if syntax.sentence.paragraph not in self._reading.headings
            for clause in syntax.clauses
            if (candidate := self._candidate(clause, syntax)) is not None
        ]
        found.sort(key=lambda candidate: (-candidate.rank, candidate.action.start))
        kept: list[Action] = []
        most = min(_MOST, max(_FEWEST, len(self._reading.tokens) // _WORDS_AN_ACTION + 1))
        for candidate in found:
            if len(kept) == most or candidate.rank < _ENOUGH:
                break
            if not any(self._repeats(candidate.action, other) for other in kept):
                kept.append(candidate.action)
        return sorted(kept, key=lambda action: action.start)

    def _candidate(self, clause: Clause, syntax: Syntax) -> _Candidate | None:
        doer = self._doers.of(clause)
        grammar, group = syntax.grammar, clause.group
        if clause.conditional or self._only_says(clause, syntax) or not self._tells_a_deed(clause, syntax):
            return None
        status, reason = status_of(clause, grammar, self._reading)
        if group.passive:
            agent = self._doers.agent(clause, syntax)
            doer = agent if agent is not None else Doer("", "thing", doer.words)
        start, end = self._reading.span(clause.first, self._end(clause, syntax))
        if clause.shared:
            start = self._reading.tokens[clause.group.first].start
        rank = self._rank(clause, doer, grammar, syntax.sentence.paragraph)
        if clause.level == "reported" and doer.sort == "resolved" and group.tense == "future":
            rank += _OWN_WORD
        rank += _OPENS if clause.first == syntax.sentence.first else -_OPENS
        action = Action(
            self._reading.text[start:end],
            start,
            end,
            doer.name,
            group.lemma,
            status,
            self._why(doer, reason, syntax.sentence.paragraph),
        )
        return _Candidate(action, rank)

    def _end(self, clause: Clause, syntax: Syntax) -> int:
        """Before which token a deed ends: with all of what is denied or warned of, where "that" leads to it."""
        last = max(syntax.core_end(clause), clause.group.last)
        if clause.group.last < clause.last and self._leads_on(clause, syntax):
            told = next((other for other in syntax.clauses if other.subject == clause.group.last + 1), None)
            last = max(last, told.last) if told is not None else last
        return last

    def _leads_on(self, clause: Clause, syntax: Syntax) -> bool:
        return self._reading.tokens[clause.group.last].small in syntax.grammar.complementisers

    def _only_says(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether what is made or given is words: “the remarks were made”, “gave an assessment”."""
        sayings = syntax.grammar.words.words("subjects.sayings")
        if clause.group.passive:
            return self._reading.tokens[clause.noun].small in sayings
        told = syntax.phrase_from(clause.group.last, clause.last)
        light = clause.group.lemma in syntax.grammar.words.words("verbs.light")
        return light and told is not None and self._reading.tokens[told.noun].small in sayings

    def _reports(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether "that" follows the one who is told something: ``told The Times that …``."""
        after = syntax.core_end(clause)
        return after < syntax.sentence.last and self._reading.tokens[after].small in syntax.grammar.complementisers

    def _tells_a_deed(self, clause: Clause, syntax: Syntax) -> bool:
        grammar, group = syntax.grammar, clause.group
        verbs = grammar.verbs
        if group.handed:
            return not verbs.is_a(group.meaning, "saying") or verbs.is_a(group.meaning, "warning", "announcing")
        if group.lemma in (lemma for lemma, _ in grammar.auxiliary_lemmas):
            return False
        if verbs.is_a(group.meaning, "refusing") and self._stays_silent(clause, syntax):
            return False
        if verbs.is_a(group.meaning, "announcing", "deciding", "refusing", "warning", "halting"):
            return group.passive or clause.last > group.last or not verbs.is_a(group.meaning, "warning")
        if verbs.is_a(group.meaning, "planning"):
            return not verbs.is_a(group.meaning, "being") or self._plans(clause, syntax)
        if verbs.is_a(group.meaning, "asking") and self._asks_somebody(clause, syntax):
            return True
        if verbs.is_a(group.meaning, "said without object") and not self._reports(clause, syntax):
            return has_object(clause, self._reading, grammar)
        return not verbs.is_a(group.meaning, "saying", "being")

    def _stays_silent(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether nothing but an answer is refused: ``declined to comment``."""
        after = next((group for group in syntax.groups if group.first == clause.group.last), None)
        return after is not None and syntax.grammar.verbs.is_a(after.lemma, "answering")

    def _asks_somebody(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether something is asked for, or somebody to do it: ``asked the court to intervene``."""
        after = clause.group.last
        if after < clause.last and self._reading.tokens[after].small in syntax.grammar.asks_for:
            return True
        whom = syntax.phrase_from(clause.group.last, clause.last)
        if whom is None or whom.last >= clause.last:
            return False
        if self._reading.tokens[whom.last].small in syntax.grammar.complementisers:
            return False
        return any(not group.finite and whom.last <= group.first < clause.last for group in syntax.groups)

    def _plans(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether a deed in "to" follows the verb, no state: ``wants to know``."""
        after = clause.group.last
        if after >= clause.last or self._reading.tokens[after].small != syntax.grammar.infinitive:
            return False
        deed = next((group for group in syntax.groups if group.first == after), None)
        return deed is None or not syntax.grammar.verbs.is_a(deed.lemma, "being")

    def _rank(self, clause: Clause, doer: Doer, grammar: Grammar, paragraph: int) -> float:
        group, verbs = clause.group, grammar.verbs
        rank = _BY_DOER[doer.sort] + _BY_LEVEL[clause.level]
        if not verbs.is_a(group.meaning, "planning", "refusing", "deciding"):
            rank += _BY_TENSE.get(group.tense, 0.0)
        said = verbs.is_a(group.meaning, "saying") and not verbs.is_a(group.meaning, "said without object", "asking")
        weak = said or verbs.is_a(group.meaning, "weak")
        if group.handed and not weak:
            rank += 0.5
        if verbs.is_a(group.meaning, "deciding", "refusing", "halting", "announcing"):
            rank += 1.0
        elif weak:
            rank -= 1.0
        elif group.meaning in verbs.known:
            rank += 0.5
        if group.negated:
            rank -= 1.0
        if group.passive and not doer.name:
            turns = verbs.is_a(group.meaning, *_TURNS) or paragraph == self._lede
            rank += 0.5 if clause.level == "main" and turns else -0.5
        if clause.last - group.last < 2:
            rank -= 0.5
        if any(start <= self._reading.tokens[group.head].start < end for start, end in self._quoted):
            rank -= 1.5
        return rank + self._place(paragraph) * (0.5 if clause.level == "relative" else 1.0)

    def _place(self, paragraph: int) -> float:
        after = paragraph - self._lede
        if after == 0:
            return 1.5
        return 0.75 if 0 < after < 3 else 0.25 if 0 < after < 8 else 0.0

    def _repeats(self, action: Action, other: Action) -> bool:
        """Whether an action tells what another tells already, or lies within it."""
        if action.start < other.end and other.start < action.end:
            return True
        if action.verb != other.verb or action.actor != other.actor:
            return False
        words, others = set(action.text.lower().split()), set(other.text.lower().split())
        return len(words & others) >= _SAME * min(len(words), len(others))

    def _why(self, doer: Doer, reason: str, paragraph: int) -> str:
        if doer.sort == "resolved":
            reason += f"; “{doer.words}” is {doer.name}"
        return f"{reason}; the article opens with it" if paragraph == self._lede else reason
