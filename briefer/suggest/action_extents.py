"""How far an action reaches: from its subject over all that the same one does to the end of what was done."""

from __future__ import annotations

from briefer.suggest.grammar.syntax import Clause, Syntax
from briefer.suggest.reading import Reading

_ADDED, _ASIDE, _MORE_OF_IT = 0.8, 2.0, 4.0
"""How much longer what follows a deed may make it; more after a comma, most if a participle tells it."""


class Extents:
    """Finds where the actions of an article begin and end."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def tokens(self, clause: Clause, syntax: Syntax) -> tuple[int, int]:
        """Which tokens tell an action, first and behind the last: with what else its subject does in a breath."""
        opening = self._opening(clause, syntax)
        last = self._core_end(clause, syntax)
        while joined := next((other for other in syntax.clauses if self._goes_on(clause, other, last, syntax)), None):
            last = self._core_end(joined, syntax)
        return opening, self._with_what_follows(opening, last, syntax)

    def _opening(self, clause: Clause, syntax: Syntax) -> int:
        """The token that an action begins with: the subject, where another clause leads up to it."""
        opening = clause
        while opening.shared:
            before = [other for other in syntax.clauses if other.group.first < opening.group.first]
            leading = next(
                (other for other in reversed(before) if self._goes_on(other, opening, other.last, syntax)), None
            )
            if leading is None or self._only_tells(leading, syntax):
                break
            opening = leading
        return opening.group.first if opening.shared else opening.first

    def _only_tells(self, clause: Clause, syntax: Syntax) -> bool:
        return syntax.grammar.verbs.is_a(clause.group.meaning, "saying", "being")

    def _goes_on(self, clause: Clause, other: Clause, last: int, syntax: Syntax) -> bool:
        """Whether another clause tells what the same one does, with nothing but "and" before it."""
        if not other.shared or other.subject != clause.subject or other.group.first < last:
            return False
        if other.group.negated != clause.group.negated:
            return False
        verbs, meaning = syntax.grammar.verbs, other.group.meaning
        if verbs.is_a(meaning, "saying") and not verbs.is_a(meaning, "said about"):
            return False
        between = range(last, other.group.first)
        return not any(group.first in between for group in syntax.groups)

    def _core_end(self, clause: Clause, syntax: Syntax) -> int:
        """Before which token a deed ends: with all of what is denied or warned of, where "that" leads to it."""
        last = max(clause.last, clause.group.last)
        if clause.group.last < clause.last and self._leads_on(clause, syntax):
            told = next((other for other in syntax.clauses if other.subject == clause.group.last + 1), None)
            last = max(last, told.last) if told is not None else last
        return last

    def _with_what_follows(self, first: int, last: int, syntax: Syntax) -> int:
        """The end with what the sentence adds to a deed, where that is not too long beside the deed itself."""
        start, core = self._reading.span(first, last)
        while (further := syntax.addition_end(last)) > last:
            if self._reading.tokens[further - 1].end > core + self._share(last, syntax) * (core - start):
                break
            last = further
        return last

    def _share(self, last: int, syntax: Syntax) -> float:
        """How much longer an addition may make a deed; most after a comma: ``opened fire, killing two``."""
        comma, *after = self._reading.tokens[last : last + 2]
        if comma.is_word:
            return _ADDED
        return _MORE_OF_IT if any(syntax.grammar.verbs.lemma(token.small, "ing") for token in after) else _ASIDE

    def _leads_on(self, clause: Clause, syntax: Syntax) -> bool:
        return self._reading.tokens[clause.group.last].small in syntax.grammar.complementisers
