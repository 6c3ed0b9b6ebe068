"""Actions: the clauses that tell what somebody did, does or will do; few, and the weightiest first to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefer.suggest.action_extents import Extents
from briefer.suggest.action_signals import ActionSignals, rank
from briefer.suggest.action_status import status_of
from briefer.suggest.doers import Doer, Doers, Sort
from briefer.suggest.grammar.syntax import Clause, Group, Syntax, has_object
from briefer.suggest.grammar.verbs import Verbs
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import Action
from briefer.text.spans import Span

_SHORT, _FOR_LESS = 250, 1.0
"""In a text of fewer tokens less has to speak for an action, by up to so much: it is told for a few deeds."""
_BEST, _USUAL, _RELATIVE = 6, 1.2, 0.3
"""How much speaks for the best six clauses of an article on average, and how much of what is more or less
there is asked of each more or less: an article full of deeds is told by its greatest."""
_FEWEST, _MOST = 6, 10
_WORDS_A_FURTHER = 200
_SAME = 0.6
_DONE_TO: dict[Sort, Sort] = {"actor": "name", "resolved": "name"}
"""What somebody counts for to whom something is done, nobody knows by whom."""


def _is_to_come(group: Group, verbs: Verbs) -> bool:
    """Whether it is a deed because it is still to come: ``will become``, ``will speak``."""
    return group.tense == "future" and not group.negated and verbs.is_a(group.lemma, "to come")


class _Candidate(NamedTuple):
    action: Action
    rank: float


def _together(found: Iterable[_Candidate]) -> Iterable[_Candidate]:
    """The candidates; what is told in the same words counts once, by its first verb, with all that speaks for it."""
    first: dict[Span, _Candidate] = {}
    for candidate in found:
        span = candidate.action.start, candidate.action.end
        other = first.get(span)
        first[span] = candidate if other is None else other._replace(rank=max(other.rank, candidate.rank))
    return first.values()


def find_actions(reading: Reading, sentences: Iterable[Syntax], doers: Doers, quoted: Sequence[Span]) -> list[Action]:
    """The actions of an article in reading order; the sentences are asked for in reading order.

    ``quoted`` are the spans of quotations: what is said in them counts for less.
    """
    return _Actions(reading, doers, quoted).among(sentences)


class _Actions:
    def __init__(self, reading: Reading, doers: Doers, quoted: Sequence[Span]) -> None:
        self._reading, self._doers = reading, doers
        self._lede = next(
            (number for number in range(len(reading.paragraphs)) if number not in reading.headings), 0
        )  # fmt: skip
        self._extents = Extents(reading)
        self._signals = ActionSignals(reading, doers, quoted, self._lede)

    def among(self, sentences: Iterable[Syntax]) -> list[Action]:
        found = [
            candidate
            for syntax in sentences
            if syntax.sentence.paragraph not in self._reading.headings
            if not self._credits(syntax)
            for clause in syntax.clauses
            if (candidate := self._candidate(clause, syntax)) is not None
        ]
        kept: list[Action] = []
        most = min(_MOST, _FEWEST + len(self._reading.tokens) // _WORDS_A_FURTHER)
        ranked = sorted(_together(found), key=lambda candidate: (-candidate.rank, candidate.action.start))
        enough = self._enough([candidate.rank for candidate in ranked[:_BEST]])
        for candidate in ranked:
            if len(kept) == most or candidate.rank < enough:
                break
            if not any(self._repeats(candidate.action, other) for other in kept):
                kept.append(candidate.action)
        return sorted(kept, key=lambda action: action.start)

    def _enough(self, best: Sequence[float]) -> float:
        """How much has to speak for an action, in a text of this length and beside its best clauses."""
        for_less = _FOR_LESS * min(0.0, len(self._reading.tokens) / _SHORT - 1)
        return for_less + _RELATIVE * (sum(best) / len(best) - _USUAL) if best else 0.0

    def _credits(self, syntax: Syntax) -> bool:
        """Whether a sentence only tells who worked on the article."""
        start, end = self._reading.span(syntax.sentence.first, syntax.sentence.last)
        return syntax.grammar.words.phrases("grammar.credits").search(self._reading.text, start, end) is not None

    def _candidate(self, clause: Clause, syntax: Syntax) -> _Candidate | None:
        doer = self._doers.of(clause)
        grammar, group = syntax.grammar, clause.group
        if clause.conditional or self._only_says(clause, syntax) or not self._tells_a_deed(clause, syntax):
            return None
        status, reason = status_of(clause, grammar, self._reading)
        if group.passive:
            agent = self._doers.agent(clause, syntax)
            doer = agent if agent is not None else Doer("", _DONE_TO.get(doer.sort, "thing"), doer.words)
        first, last = self._extents.tokens(clause, syntax)
        start, end = self._reading.span(first, last)
        action = Action(
            self._reading.text[start:end],
            start,
            end,
            doer.name,
            group.lemma,
            status,
            self._why(doer, reason, syntax.sentence.paragraph),
        )
        return _Candidate(action, rank(self._signals.of(clause, doer, syntax, first, last)))

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
        after = clause.last
        return after < syntax.sentence.last and self._reading.tokens[after].small in syntax.grammar.complementisers

    def _tells_a_deed(self, clause: Clause, syntax: Syntax) -> bool:
        grammar, group = syntax.grammar, clause.group
        verbs = grammar.verbs
        if group.handed:
            past = self._reading.tokens[group.first].small in grammar.past_auxiliaries
            if past and group.handed == "planned" and clause.level == "main":
                return False
            return (
                group.handed == "done"
                or not verbs.is_a(group.meaning, "saying")
                or verbs.is_a(group.meaning, "warning", "announcing")
            )
        if group.lemma in (lemma for lemma, _ in grammar.auxiliary_lemmas):
            return False
        if verbs.is_a(group.meaning, "said and done"):
            return True
        if self._keeps_from_saying(clause, syntax) or _is_to_come(group, verbs):
            return True
        if verbs.is_a(group.meaning, "conceding") and self._opens_article(clause, syntax):
            return True
        if verbs.is_a(group.meaning, "announcing", "deciding", "refusing", "warning", "halting"):
            told = group.passive or clause.last > group.last or not verbs.is_a(group.meaning, "warning")
            return told or verbs.is_a(group.meaning, "refusing")
        if verbs.is_a(group.meaning, "planning"):
            return not verbs.is_a(group.meaning, "being") or self._plans(clause, syntax)
        if verbs.is_a(group.meaning, "asking") and self._asks_somebody(clause, syntax):
            return True
        if verbs.is_a(group.meaning, "said without object") and not self._reports(clause, syntax):
            return has_object(clause, self._reading, grammar)
        if verbs.is_a(group.meaning, "said about"):
            return not group.passive and has_object(clause, self._reading, grammar)
        return not verbs.is_a(group.meaning, "saying", "being")

    def _keeps_from_saying(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether somebody will not say what is asked of them: ``would not describe the fault``."""
        verbs, group = syntax.grammar.verbs, clause.group
        will = group.tense == "future" and group.negated and clause.level == "main"
        return will and verbs.is_a(group.meaning, "saying") and not verbs.is_a(group.meaning, "answering")

    def _opens_article(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether the article begins with a clause."""
        first = syntax.sentence.first
        opens = first == 0 or self._reading.paragraph_of(self._reading.tokens[first - 1].start) < self._lede
        return opens and clause.first == first and syntax.sentence.paragraph <= self._lede

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
