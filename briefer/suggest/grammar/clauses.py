"""The clauses of a sentence in a language that has the subject before the verb and the object after it."""

from __future__ import annotations

from briefer.suggest.grammar.clause_ends import ClauseEnds
from briefer.suggest.grammar.noun_phrases import NounPhrases
from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Clause, Group, Level, NounPhrase
from briefer.suggest.grammar.verb_groups import verb_groups
from briefer.suggest.reading import Reading, Sentence
from briefer.text.spans import Span

_PAIRED = (",", "–", "—", ")")
_INSERTIONS = 4


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

    def addition_end(self, last: int) -> int:
        """Before which token ends what a sentence adds to a clause that ends before ``last``; ``last`` if nothing."""
        return self._ends.addition_end(last, self.clauses)

    def phrase_from(self, first: int, limit: int) -> NounPhrase | None:
        """The noun phrase that begins at a token; None if a verb in -ing or no noun stands there."""
        return self._words.phrase_from(first, limit)

    def purpose_span(self, group: Group) -> Span:
        """The tokens of what an infinitive tells: from its verb to the end of the clause."""
        return group.head, self.end(group.last)

    def _clause(self, group: Group, earlier: list[Clause]) -> Clause | None:
        before = self._words.before(group.first)
        shared = self._shared(before, group, earlier) or self._listed(before, group, earlier)
        aside = self._said_aside(before, earlier)
        if aside is not None:
            before = aside
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
        conditional = not shared and not relative and self._is_open(self._words.before(subject.first), group)
        last = self.end(group.last)
        begin = group.first if aside is not None else -1
        shares = shared is not None
        return Clause(subject.first, subject.last, subject.noun, group, last, level, shares, conditional, begin)

    def _said_aside(self, before: int, earlier: list[Clause]) -> int | None:
        """The relative before who says so: "that" in ``a step that traders say will cost jobs``; None if none."""
        said = next((clause for clause in earlier if clause.group.last == before + 1), None)
        if said is None or not self.grammar.verbs.is_a(said.group.lemma, "saying", "being"):
            return None
        relative = self._words.before(said.subject)
        if relative <= self._words.first or self._words.small(relative) not in self.grammar.relatives:
            return None
        return relative

    def _is_open(self, conjunction: int, group: Group) -> bool:
        """Whether a conjunction leaves open that a clause has come true: ``if``, ``until the court has ruled``."""
        word = self._words.small(conjunction)
        pending = word in self.grammar.pending and group.tense in ("present", "perfect")
        return pending or word in self.grammar.conditions

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

    def _listed(self, before: int, group: Group, earlier: list[Clause]) -> Clause | None:
        """The clause that a verb after a comma goes on, where another follows: ``came, saw the fort and took it``."""
        if not (group.bare and group.tense == "past" and earlier and self._words.text(before) == ","):
            return None
        if before != group.first - 1 or self._words.small(group.last) in self.grammar.agents:
            return None
        leading = next((clause for clause in reversed(earlier) if clause.level == "main"), None)
        if leading is None or not (leading.group.bare and leading.group.tense == "past"):
            return None
        joined = (other for other in self.groups if other.finite and other.first > group.last)
        goes_on = any(
            self._words.small(self._words.before(other.first)) in self.grammar.coordinators for other in joined
        )
        return leading if goes_on else None

    def _shared(self, before: int, group: Group, earlier: list[Clause]) -> Clause | None:
        """The clause whose subject a group takes over: after "and", or after a comma and no noun."""
        if not earlier:
            return None
        word = self._words.small(before)
        if word not in self.grammar.coordinators:
            return None
        if self._words.text(before - 1) == "," and earlier[-1].level == "reported":
            leading = next((clause for clause in reversed(earlier) if clause.level == "main"), None)
            if leading is not None and leading.group.tense == group.tense and leading.group.bare == group.bare:
                return leading
        for clause in reversed(earlier):
            if clause.level != "relative" or self._words.text(before - 1) != ",":
                return clause
        return earlier[-1]

    def _subject(self, at: int, earlier: list[Clause]) -> NounPhrase | None:
        """The subject that ends at a token, over insertions between commas and clauses that describe it."""
        for _ in range(_INSERTIONS):
            at = self._past_time(at)
            if self._words.text(at) not in _PAIRED or at <= self._words.first:
                break
            opening = self._insertion(at)
            if opening is None:
                return None
            at = self._past_detail(self._words.before(opening))
        phrase = self._words.ending_at(self._past_time(at))
        described = phrase and next((clause for clause in earlier if self._takes_object(clause, phrase)), None)
        if phrase and described:
            return NounPhrase(described.subject, phrase.last, described.noun)
        return phrase

    def _takes_object(self, clause: Clause, phrase: NounPhrase) -> bool:
        """Whether a noun phrase belongs to what a describing clause tells: ``men who robbed a bank in Leeds``."""
        if clause.level != "relative" or clause.group.last > phrase.first:
            return False
        between = range(clause.group.last, phrase.first)
        led = self.grammar.subordinators - self.grammar.prepositions - self.grammar.complementisers
        if any(self._words.small(at) in led for at in between):
            return False
        if all(self._words.tokens[at].is_word and at not in self._words.of_group for at in between):
            return True
        return self._waits(clause, phrase.first)

    def _waits(self, clause: Clause, until: int) -> bool:
        """Whether the noun that a clause describes opens the sentence and still has no verb before a token."""
        if self._words.first < clause.subject - 1 or self._words.text(clause.subject_last) == ",":
            return False
        grammar, words = self.grammar, self._words
        between = range(clause.group.last, until)
        finite = any(at in words.of_group and words.of_group[at].finite for at in between)
        return not finite and not any(
            words.text(at) in ",;:–—" or words.small(at) in grammar.subordinators | grammar.relatives
            for at in between
        )

    def _past_time(self, at: int) -> int:
        """The token before ``last week`` at the end of a subject; else the token."""
        first = at
        while first > self._words.first and self._words.small(first) in self.grammar.times:
            first -= 1
        leads = first < at and self._words.small(first) in self.grammar.time_leads
        follows = first > self._words.first and (self._words.nominal(first - 1) or self._words.text(first - 1) == ")")
        return first - 1 if leads and follows else at

    def _past_detail(self, at: int) -> int:
        """The token before an age, or the comma before a place: ``Ann Lee, 41, of Heaton Moor, Stockport, …``."""
        if self._words.text(at).isdigit() and self._words.text(at - 1) == ",":
            return self._words.before(at - 1)
        detail = self._words.base(at)
        if detail is None or self._words.small(detail.first - 1) not in self.grammar.prepositions:
            return at
        return detail.first - 2 if self._words.text(detail.first - 2) == "," else at

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
            and self._opens_anew(subject, before)
            and not self._only_led_in(subject.first)
            and word not in grammar.times
        ):
            if any(grammar.verbs.is_a(clause.group.lemma, "saying") for clause in earlier[-1:]):
                return "reported"
            return "relative"
        return "main"

    def _opens_anew(self, subject: NounPhrase, before: int) -> bool:
        """Whether a subject after a noun can only begin a clause about it: ``attacks the UK has faced``."""
        words, grammar = self._words, self.grammar
        if words.small(subject.noun) in grammar.subject_pronouns:
            return True
        led = words.small(subject.first) in grammar.definite - grammar.complementisers
        return led and before == subject.first - 1 and not words.tokens[before].capital

    def _only_led_in(self, subject: int) -> bool:
        """Whether nothing but a phrase stands before a subject: ``In early April she gave in``."""
        words = self._words
        leads = words.small(words.first) in self.grammar.prepositions | self.grammar.time_leads | self.grammar.times
        return leads and not any(group.first < subject for group in self.groups)
