"""The clauses of a sentence in a language that has the subject before the verb and the object after it."""

from __future__ import annotations

from briefer.suggest.clause_ends import ClauseEnds
from briefer.suggest.grammar import Grammar
from briefer.suggest.noun_phrases import NounPhrases
from briefer.suggest.reading import Reading, Sentence
from briefer.suggest.syntax import Clause, Group, Level, NounPhrase
from briefer.suggest.verb_groups import verb_groups
from briefer.text.spans import Span

_PAIRED = (",", "–", "—", ")")
_INSERTIONS = 3


class SubjectFirst:
    """A sentence with its verb groups and its clauses, both in order."""

    def __init__(self, reading: Reading, sentence: Sentence, grammar: Grammar) -> None:
        self.sentence, self.grammar = sentence, grammar
        self.groups = verb_groups(reading, sentence, grammar)
        self._words = NounPhrases(reading, sentence, grammar, self.groups)
        self._ends = ClauseEnds(reading, sentence, grammar, self.groups)
        self.clauses: list[Clause] = []
        for group in self.groups:
            if group.finite and (clause := self._clause(group, self.clauses)):
                self.clauses.append(clause)

    def end(self, first: int) -> int:
        """Before which token the clause ends whose verb ends before token ``first``."""
        return self._ends.end(first)

    def core_end(self, clause: Clause) -> int:
        """Before which token a clause ends without a describing clause at its end that is longer than the rest."""
        return self._ends.core_end(clause)

    def phrase_from(self, first: int, limit: int) -> NounPhrase | None:
        """The noun phrase that begins at a token; None if a verb in -ing or no noun stands there."""
        return self._words.phrase_from(first, limit)

    def purpose_span(self, group: Group) -> Span:
        """The tokens of what an infinitive tells: from its verb to the end of the clause."""
        return group.head, self.end(group.last)

    def _clause(self, group: Group, earlier: list[Clause]) -> Clause | None:
        before = self._words.before(group.first)
        shared = self._shared(before, earlier)
        relative = self._words.small(before) in self.grammar.relatives and before > self._words.first
        if shared:
            subject = NounPhrase(shared.subject, shared.subject_last, shared.noun)
        else:
            found = self._antecedent(before) if relative else self._subject(before, earlier)
            if found is None:
                return None
            if self._describes(found, group):
                return None
            subject = found
        level = self._level(subject, relative, shared, earlier)
        conditional = (
            not shared
            and not relative
            and self._words.small(self._words.before(subject.first)) in self.grammar.conditions
        )
        last = self.end(group.last)
        return Clause(subject.first, subject.last, subject.noun, group, last, level, shared is not None, conditional)

    def _describes(self, subject: NounPhrase, group: Group) -> bool:
        """Whether a verb only describes a noun in apposition: ``Huachen, a chipmaker based in Wuhan``."""
        words = self._words
        return (
            group.bare
            and group.tense == "past"
            and words.text(subject.first - 1) == ","
            and words.small(subject.first) in self.grammar.articles - self.grammar.definite
            and words.small(group.last) in self.grammar.prepositions
            and any(other.finite and other.last <= subject.first for other in self.groups)
        )

    def _shared(self, before: int, earlier: list[Clause]) -> Clause | None:
        """The clause whose subject a group takes over: after "and", or after a comma and no noun."""
        if not earlier:
            return None
        word = self._words.small(before)
        if word not in self.grammar.coordinators:
            return None
        for clause in reversed(earlier):
            if clause.level != "relative" or self._words.text(before - 1) != ",":
                return clause
        return earlier[-1]

    def _subject(self, at: int, earlier: list[Clause]) -> NounPhrase | None:
        """The subject that ends at a token, over insertions between commas and clauses that describe it."""
        for _ in range(_INSERTIONS):
            if self._words.text(at) not in _PAIRED or at <= self._words.first:
                break
            opening = self._insertion(at)
            if opening is None:
                return None
            at = self._words.before(opening)
        phrase = self._words.ending_at(at)
        described = phrase and next((clause for clause in earlier if clause.group.last == phrase.first), None)
        if phrase and described and described.level == "relative":
            return NounPhrase(described.subject, phrase.last, described.noun)
        return phrase

    def _insertion(self, closing: int) -> int | None:
        """The mark that opens what a mark closes: ``, who is 40,``, ``(D-Wis.)``."""
        mark = {")": "("}.get(self._words.text(closing), self._words.text(closing))
        for at in range(closing - 1, self._words.first, -1):
            if self._words.text(at) == mark:
                return at
        return None

    def _antecedent(self, relative: int) -> NounPhrase | None:
        before = self._words.before(relative)
        if self._words.text(before) in _PAIRED:
            before = self._words.before(before)
        elif self._words.small(before) in self.grammar.prepositions:
            return None
        return self._words.base(before)

    def _level(self, subject: NounPhrase, relative: bool, shared: Clause | None, earlier: list[Clause]) -> Level:
        if shared:
            return shared.level
        if relative or self._words.small(subject.first) in self.grammar.relatives:
            return "relative"
        grammar = self.grammar
        before = self._words.before(subject.first)
        word = self._words.small(before)
        contrasts = word in grammar.contrasting and before > self._words.first
        if word in grammar.subordinators - grammar.complementisers and not contrasts:
            return "subordinate"
        if word in grammar.complementisers:
            return "reported"
        if earlier and before in self._words.of_group:
            return "reported"
        if (
            before >= self._words.first
            and self._words.tokens[before].is_word
            and self._words.nominal(before)
            and (self._words.small(subject.noun) in grammar.subject_pronouns)
        ):
            return "relative"
        return "main"
