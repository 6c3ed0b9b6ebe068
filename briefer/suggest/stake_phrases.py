"""Stakes told by phrases: fears, deadlines, dependence and costs."""

from __future__ import annotations

from collections.abc import Iterator

from briefer.suggest.stake_cues import Cue
from briefer.suggest.stake_spans import StakeSpans

_NEAR = 7
_LEAD = 4
_A_CLAUSE = 3
"""What has to come first takes so many words: ``until we do`` tells nothing."""


class PhraseCues(StakeSpans):
    """Stakes told by a phrase: what is feared, what it hangs on, until when, what it costs."""

    def found(self) -> Iterator[Cue]:
        """All of them, kind after kind."""
        yield from self._fears()
        for name, weight, what in (
            ("until", 2.75, "has to come first"),
            ("deadlines", 2.5, "has to be done by then"),
            ("dependence", 2.5, "it depends on"),
        ):
            yield from self._from_phrase(name, weight, what)
        yield from self._predicates()
        yield from self._amounts()
        yield from self._hopes()
        yield from self._time_left()

    def _hopes(self) -> Iterator[Cue]:
        """``in the hopes of provoking a response``, ``the best opportunity to win``."""
        for first, after, words in self._matches("purpose nouns of"):
            yield Cue(first, self._syntax.end(after), 2.75, f"“{words}” tells what it is for")
        for first, after, words in self._matches("chances"):
            own = [clause for clause in self._syntax.clauses if clause.first <= first < clause.last]
            if own and not self._small(after)[:1].isdigit():
                clause = own[-1]
                yield Cue(self.beginning(clause), clause.last, 2.25, f"“{words}” tells what may be gained or lost")

    def _time_left(self) -> Iterator[Cue]:
        """``with just 18 months left in power``."""
        for at, _, words in self._matches("time left"):
            first = at
            while first > max(self._syntax.sentence.first, at - _LEAD) and not self._counts(first):
                first -= 1
            if self._counts(first):
                while self._small(first - 1) in self._words.words("stakes.time leads"):
                    first -= 1
                yield Cue(first, self._syntax.end(at + 1), 3.5, f"“{words}” tells how little time is left")

    def _counts(self, at: int) -> bool:
        return self._small(at)[:1].isdigit() or self._small(at) in self._grammar.quantities

    def _short_clause(self, at: int) -> int:
        """Where the clause of a token begins, if not far before it; else the token."""
        own = (clause for clause in self._syntax.clauses if clause.first <= at < clause.last)
        return next((clause.first for clause in own if at - clause.first < _NEAR), at)

    def _matches(self, name: str) -> Iterator[tuple[int, int, str]]:
        """The first token of each phrase of a list, the token after it, and its words."""
        if name not in self._sentence.leads:
            return iter(())
        return (found for found in self._phrases(name) if found[1] < self._last)

    def _fears(self) -> Iterator[Cue]:
        for _, after, words in self._matches("fears"):
            first = self._after_conjunction(after)
            led = self._small(first - 1) in self._grammar.complementisers
            if not led and any(group.first == first and group.finite for group in self._syntax.groups):
                continue
            told = [clause.last for clause in self._syntax.clauses if clause.first == first]
            last = max(told) if told else self._syntax.end(first)
            weight = 3.0 if self._tells_change(first, last) else 2.5
            if not any(first <= group.first < last for group in self._syntax.groups) and self._spoken(words):
                weight = 1.0
            if last - first == 1:  # of “they feared looting” all of it
                begun = (clause.first for clause in self._syntax.clauses if clause.group.head == after - 1)
                first = next(begun, first)
            own = next((clause for clause in self._syntax.clauses if clause.group.head == after - 1), None)
            fears = own is not None and own.group.lemma in self._words.words("stakes.fearing")
            clause_follows = any(first <= group.first < last and group.finite for group in self._syntax.groups)
            if own is not None and fears and clause_follows and not led and not own.group.negated:
                first, weight = own.first, weight + 0.75
            yield Cue(first, last, weight, f"“{words}” tells what is feared")

    def _spoken(self, words: str) -> bool:
        """Whether a phrase leads what somebody only speaks of: ``raised her concerns about the exam``."""
        return words in self._words.words("stakes.spoken fears")

    def _tells_change(self, first: int, last: int) -> bool:
        """Whether something happens in a stretch: any verb but "is"."""
        verbs = [group for group in self._syntax.groups if first <= group.first < last]
        return not verbs or any(group.lemma != self._grammar.be_lemma for group in verbs)

    def _after_conjunction(self, at: int) -> int:
        """Past ``, dass`` or ``that``: where what is feared begins."""
        if self._reading.tokens[at].text == "," and self._small(at + 1) in self._grammar.complementisers:
            return at + 2
        return at + 1 if self._small(at) in self._grammar.complementisers else at

    def _from_phrase(self, name: str, weight: float, what: str) -> Iterator[Cue]:
        for first, after, words in self._matches(name):
            last = self._syntax.end(after)
            if last - after < _A_CLAUSE:
                continue
            if words not in self._grammar.pending or self._still_open(first, last):
                yield Cue(self._subject_of(first), last, weight, f"“{words}” tells what {what}")

    def _still_open(self, first: int, last: int) -> bool:
        """Whether a stretch tells something that has not happened yet."""
        groups = self._syntax.groups
        if any(first < group.first < last and group.tense != "past" for group in groups):
            return True
        before = [group for group in groups if group.last <= first]
        return bool(before) and not before[-1].finite  # “to postpone it until it was clear”

    def _subject_of(self, first: int) -> int:
        """Where the clause begins whose verb a cue is; the cue itself, if it is no verb."""
        own = (clause for clause in self._syntax.clauses if clause.group.head == first)
        return next((self.beginning(clause) for clause in own), first)

    def _predicates(self) -> Iterator[Cue]:
        """``half of mankind is at risk``."""
        for at, _, words in self._phrases("predicates"):
            around = [clause for clause in self._syntax.clauses if clause.first <= at < clause.last]
            if around:
                clause = around[-1]  # the innermost: they are in order
                yield Cue(self.beginning(clause), clause.last, 3.0, f"“{words}” tells what is endangered")

    def _amounts(self) -> Iterator[Cue]:
        """``losses of 2 million a day``: a word of cost with an amount after it."""
        for match, _, words in self._matches("costs"):
            first, last = self._subject_of(match), self._syntax.end(match + 1)
            if self._small(match + 1) in self._grammar.auxiliaries:
                continue
            if self._small(match - 1) in self._grammar.definite:
                first = self._short_clause(match)
            if any(token.text[0].isdigit() for token in self._reading.tokens[match : min(last, match + _NEAR)]):
                yield Cue(first, last, 2.0, f"“{words}” with an amount tells what it costs")
