"""How much speaks for a clause as an action: who does it, what is done, when, and where the article tells it."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.suggest.doers import Doer
from briefer.suggest.grammar.syntax import Clause, Group, Syntax
from briefer.suggest.grammar.verbs import Verbs
from briefer.suggest.reading import Reading
from briefer.text.spans import Span

_BY_DOER = {
    "actor": 2.5, "resolved": 2.25, "doers": 2.0, "name": 1.75,
    "thing": 0.5, "abstract": -0.5, "unresolved": -0.5, "speaker": -2.0,
}  # fmt: skip
_BY_LEVEL = {"main": 0.5, "reported": -0.25, "subordinate": -0.75, "relative": -1.0}
_BY_TENSE = {
    "perfect": 0.25, "progressive": 0.75, "past progressive": -0.5, "present": -1.0, "perhaps": -2.0, "duty": -2.0,
}  # fmt: skip
_BY_LENGTH = ((2, -1.0), (5, -0.25), (12, 0.25))
"""By how many words less than so many follow the verb; more than all of them count for ``_LONG``."""
_LONG = 0.5
_OPENS = 0.5
_OWN_WORD = 0.75
"""What speaks for what somebody says of their own deeds: ``said it would appeal``."""
_REFUSES = 1.0
"""What speaks for what they say they will not do: ``said he would not resign``."""
_OVERTAKEN = 1.5
"""What speaks against what was to come and is told as past: ``was set to dock``."""
_BEFORE = 0.75
"""What speaks against what had happened before: ``had lost his job``."""
_IN_QUOTES = 3.0
_OF_ONESELF = ("future", "perfect", "progressive", "past progressive")
_WEIGHTY = ("deciding", "refusing", "halting", "announcing")
_TURNS = ("deciding", "halting", "announcing", "brought about")
"""What matters though nobody is named who did it: ``the talks were called off``."""


def is_to_come(group: Group, verbs: Verbs) -> bool:
    """Whether it is a deed because it is still to come: ``will become``, ``will speak``."""
    return group.tense == "future" and not group.negated and verbs.is_a(group.lemma, "to come")


class Ranks:
    """Ranks the clauses of an article; ``lede`` is the number of the paragraph that it begins with."""

    def __init__(self, reading: Reading, quoted: Sequence[Span], lede: int) -> None:
        self._reading, self._quoted, self._lede = reading, quoted, lede

    def of(self, clause: Clause, doer: Doer, syntax: Syntax) -> float:
        """How much speaks for a clause."""
        group = clause.group
        rank = _BY_DOER[doer.sort] + _BY_LEVEL[clause.level]
        rank += self._by_verb(clause, syntax.grammar.verbs) + self._by_time(clause, syntax)
        rank += next((weight for words, weight in _BY_LENGTH if clause.last - group.last < words), _LONG)
        if self._of_oneself(clause, doer, syntax):
            rank += _OWN_WORD + _REFUSES * (group.negated and group.tense == "future")
        elif not clause.shared:
            rank += _OPENS if self._opens(clause, syntax) else -_OPENS
        paragraph = syntax.sentence.paragraph
        if group.passive and not doer.name:
            turns = syntax.grammar.verbs.is_a(group.meaning, *_TURNS) or paragraph == self._lede
            rank += 0.5 if clause.level == "main" and turns else -0.5
        if any(start <= self._reading.tokens[group.head].start < end for start, end in self._quoted):
            rank -= _IN_QUOTES
        return rank + self._place(paragraph) * (0.5 if clause.level == "relative" else 1.0)

    def _by_verb(self, clause: Clause, verbs: Verbs) -> float:
        group = clause.group
        said = verbs.is_a(group.meaning, "saying") and not verbs.is_a(group.meaning, "said without object", "asking")
        said = said and not is_to_come(group, verbs)
        silent = group.negated and group.tense == "future" and said and clause.level == "main"
        if silent or verbs.is_a(group.meaning, *_WEIGHTY):
            return 1.0
        if said or verbs.is_a(group.meaning, "weak"):
            return -1.0
        return 0.5 if group.meaning in verbs.known else 0.0

    def _by_time(self, clause: Clause, syntax: Syntax) -> float:
        group, grammar = clause.group, syntax.grammar
        rank = 0.0
        if not grammar.verbs.is_a(group.meaning, "planning", "refusing", "deciding"):
            rank += _BY_TENSE.get(group.tense, 0.0)
        past = self._reading.tokens[group.first].small in grammar.past_auxiliaries
        if past and group.tense == "perfect" and clause.level == "main":
            rank -= _BEFORE
        if past and group.handed == "planned":
            rank -= _OVERTAKEN
        return rank - (group.negated and group.tense != "future")

    def _of_oneself(self, clause: Clause, doer: Doer, syntax: Syntax) -> bool:
        """Whether somebody tells their own deed; of a person's past, "he" may be anybody."""
        person = self._reading.tokens[clause.noun].small in syntax.grammar.persons
        told = clause.group.tense in (("future",) if person else _OF_ONESELF)
        return told and clause.level == "reported" and doer.sort == "resolved"

    def _opens(self, clause: Clause, syntax: Syntax) -> bool:
        """Whether nothing with a verb of its own stands before a clause: ``On Monday she resigned``."""
        alone = clause.level == "main" and not any(group.first < clause.first for group in syntax.groups)
        return alone or clause.first == syntax.sentence.first

    def _place(self, paragraph: int) -> float:
        after = paragraph - self._lede
        if after == 0:
            return 1.5
        return 0.75 if 0 < after < 3 else 0.25 if 0 < after < 8 else 0.0
