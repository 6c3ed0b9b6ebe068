"""The clauses of a sentence in a language that has the verb second, and last where a conjunction leads the clause.

``Am Montag hat die Regierung das Gesetz beschlossen``: the finite verb comes second, its participle or infinitive
last, and the subject right before or right after the finite verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Clause, Group, Level, NounPhrase, Tense
from briefer.suggest.reading import Reading, Sentence
from briefer.text.spans import Span

_ENDS = ",;:–—()"
_QUOTES = "\"“”„»«‚‘’›‹'"


class VerbSecond:
    """A sentence with its verb groups and its clauses, both in order."""

    def __init__(self, reading: Reading, sentence: Sentence, grammar: Grammar) -> None:
        self.sentence, self.grammar = sentence, grammar
        self._tokens = reading.tokens
        self._verbs = grammar.verbs
        self.groups: list[Group] = []
        self.clauses: list[Clause] = []
        self._plurals: set[int] = set()
        self._parts = list(self._split(sentence.first, sentence.last))
        for part in self._parts:
            self._plurals.update(self._plural_in(*part))
        for number, (first, last) in enumerate(self._parts):
            self._read(number, first, last)

    def end(self, first: int) -> int:
        """Before which token the part of the sentence ends that a token stands in."""
        for start, last in self._parts:
            if start <= first < last:
                return last
        return min(first, self.sentence.last)

    def purpose_span(self, group: Group) -> Span:
        """The tokens of what an infinitive tells: all from the conjunction to the verb."""
        return group.first + (self._small(group.first) == self.grammar.purpose), group.last

    def addition_end(self, last: int) -> int:
        """``last``: what follows a clause stands for itself."""
        return last

    def phrase_from(self, first: int, limit: int) -> NounPhrase | None:
        """The noun phrase that begins at a token."""
        return self._phrase(first, limit)

    # Parts

    def _small(self, at: int) -> str:
        return self._tokens[at].small if self.sentence.first <= at < self.sentence.last else ""

    def _split(self, first: int, last: int) -> Iterator[Span]:
        """The sentence between its marks, and before "and" where a clause of its own follows."""
        start = first
        for at in range(first, last):
            text = self._tokens[at].text
            if text in _ENDS or (self._small(at) in self.grammar.coordinators and self._verb_after(start, at, last)):
                if at > start:
                    yield self._trimmed(start, at)
                start = at + 1
        if start < last:
            yield self._trimmed(start, last)

    def _verb_after(self, start: int, at: int, last: int) -> bool:
        """Whether "and" begins a clause: a finite verb stands before it and one follows soon after."""
        if not any(self._finite(index) for index in range(start, at)):
            return False
        for index in range(at + 1, min(last, at + 5)):
            if self._tokens[index].text in _ENDS:
                return False
            if self._finite(index):
                return True
        return False

    def _trimmed(self, first: int, last: int) -> Span:
        while last > first + 1 and not self._tokens[last - 1].is_word:
            last -= 1
        while first < last - 1 and self._tokens[first].text in _QUOTES:
            first += 1
        return first, last

    def _finite(self, at: int) -> bool:
        token, grammar = self._tokens[at], self.grammar
        if not token.is_word or (token.capital and at != self.sentence.first):
            return False
        if token.small in grammar.modals or token.small in grammar.have or token.small in grammar.be:
            return token.small not in grammar.never_finite and self._small(at - 1) != grammar.infinitive
        if self._small(at - 1) in grammar.determiners or self._small(at - 1) in grammar.prepositions:
            return False
        return at in self._plurals or self._verbs.lemma(token.small, "third", "past") != ""

    def _plural_in(self, first: int, last: int) -> Iterator[int]:
        """The finite verb that looks like an infinitive, where there is no other: ``sie fürchten``."""
        grammar = self.grammar
        if self._small(first) == grammar.purpose or any(self._finite(at) for at in range(first, last)):
            return
        if self._infinitive(first, last):
            return
        led = self._small(first) in grammar.subordinators | grammar.complementisers
        for at in (last - 1,) if led else range(first + 1, last):
            token = self._tokens[at]
            if not token.capital and token.is_word and self._verbs.lemma(token.small, "base"):
                yield at
                return

    # Clauses

    def _read(self, number: int, first: int, last: int) -> None:
        grammar = self.grammar
        lead = self._small(first)
        if lead == grammar.purpose or (not any(self._finite(at) for at in range(first, last))):
            group = self._infinitive(first, last)
            if group:
                self.groups.append(group)
            return
        relative = (lead in grammar.relatives or self._small(first + 1) in grammar.relatives) and number > 0
        led = lead in grammar.subordinators or lead in grammar.complementisers
        if (led or relative) and self._finite(last - 1):
            self._verb_last(first, last, relative=not led)
        else:
            self._verb_second(number, first, last)

    def _infinitive(self, first: int, last: int) -> Group | None:
        head = last - 1
        lemma = self._verbs.lemma(self._small(head), "zu")
        if not lemma and self._small(head - 1) == self.grammar.infinitive:
            lemma = self._verbs.lemma(self._small(head), "base")
        return Group(first, last, head, lemma, "none") if lemma and last - first > 1 else None

    def _verb_second(self, number: int, first: int, last: int) -> None:
        finite = next((at for at in range(first, last) if self._finite(at)), None)
        if finite is None:
            return
        group = self._group(finite, last)
        if group is None:
            return
        self.groups.append(group)
        subject, shared = self._subject(number, first, finite, last)
        if subject is None:
            return
        level: Level = "main"
        begin = first if subject.first > finite else -1
        last = self._with_infinitive(number, group, last)
        self.clauses.append(
            Clause(subject.first, subject.last, subject.noun, group, last, level, shared, begin=begin)
        )

    def _subject(self, number: int, first: int, finite: int, last: int) -> tuple[NounPhrase | None, bool]:
        """The subject before the finite verb or after it, or that of the clause before "and"."""
        grammar = self.grammar
        before = self._phrase(first, finite)
        if before and before.last <= finite and self._may_be_subject(before.first):
            return before, False
        apart = self._before_insertion(number, finite) if finite == first else None
        if apart is not None:
            return apart, False
        after = self._phrase(finite + 1, last)
        if after and self._may_be_subject(after.first):
            return after, False
        opens = finite == first and number > 0 and self._small(first - 1) in grammar.coordinators
        if opens and self.clauses:
            clause = self.clauses[-1]
            return NounPhrase(clause.subject, clause.subject_last, clause.noun), True
        return None, False

    def _before_insertion(self, number: int, finite: int) -> NounPhrase | None:
        """The subject that what commas or brackets hold parts from its verb: “Minister Ahlers (FDP) kündigte …”."""
        first, last = self._parts[0]
        held = number > 1 and self._tokens[finite - 1].text in ("),")
        if not held or any(self._finite(at) for at in range(first, last)):
            return None
        phrase = self._phrase(first, last)
        return phrase if phrase is not None and self._may_be_subject(phrase.first) else None

    def _may_be_subject(self, at: int) -> bool:
        small = self._small(at)
        return small not in self.grammar.object_determiners and small not in self.grammar.object_pronouns

    def _phrase(self, first: int, limit: int) -> NounPhrase | None:
        """The noun phrase at the start of a stretch, after adverbs; None before a preposition."""
        grammar = self.grammar
        at = first
        while at < limit and (
            self._small(at) in grammar.adverbs
            or self._small(at) in grammar.coordinators
            or not self._tokens[at].is_word
        ):
            at += 1
        at = self._past_quantity(at, limit)
        if at >= limit or self._small(at) in grammar.prepositions or self._small(at) in grammar.subordinators:
            return None
        if self._small(at) in grammar.subject_pronouns and not self._noun_follows(at, limit):
            return NounPhrase(at, at + 1, at)
        noun = self._noun(at, limit)
        return NounPhrase(at, noun + 1, noun) if noun is not None else None

    def _past_quantity(self, first: int, limit: int) -> int:
        """The number after ``bis zu``, ``über``; where there is none, the same token."""
        at = first
        while at < limit and self._small(at) in self.grammar.prepositions:
            at += 1
        return at if at < limit and self._small(at)[0].isdigit() else first

    def _noun_follows(self, at: int, limit: int) -> bool:
        return (
            self._small(at) in self.grammar.determiners and at + 1 < limit and self._noun(at + 1, limit) is not None
        )

    def _noun(self, first: int, limit: int) -> int | None:
        """The last of the capitalised words that a phrase goes on with: ``der neue Chef``."""
        grammar, at = self.grammar, first
        while at < limit and self._small(at) in grammar.determiners:
            at += 1
        while at < limit and not self._tokens[at].capital:
            small = self._small(at)
            if (
                not self._tokens[at].is_word
                or small in grammar.prepositions
                or self._finite(at)
                or small in grammar.adverbs
            ):
                return None
            at += 1
        if at >= limit or self._small(at) in grammar.times:
            return None
        while at + 1 < limit and self._tokens[at + 1].capital and self._small(at + 1) not in grammar.times:
            at += 1
        return at

    def _verb_last(self, first: int, last: int, *, relative: bool) -> None:
        grammar = self.grammar
        group = self._group(last - 1, last, inner=first)
        if group is None:
            return
        self.groups.append(group)
        if relative:
            subject = self._antecedent(first)
        else:
            subject = self._phrase(first + 1, group.first)
            subject = subject if subject and self._may_be_subject(subject.first) else None
        if subject is None:
            return
        level: Level = "relative" if relative else "subordinate"
        if self._small(first) in grammar.complementisers:
            level = "reported"
        begin = first if relative else subject.first
        conditional = self._small(first) in grammar.conditions
        self.clauses.append(
            Clause(
                subject.first, subject.last, subject.noun, group, last, level, conditional=conditional, begin=begin
            )
        )

    def _antecedent(self, first: int) -> NounPhrase | None:
        at = first - 1
        while at > self.sentence.first and not self._tokens[at].capital:
            at -= 1
        if not self._tokens[at].capital:
            return None
        start = at
        while start > self.sentence.first and self._small(start - 1) in self.grammar.determiners:
            start -= 1
        return NounPhrase(start, at + 1, at)

    def _with_infinitive(self, number: int, group: Group, last: int) -> int:
        """The end of the clause, with an infinitive that tells what was promised or decided."""
        following = self._parts[number + 1] if number + 1 < len(self._parts) else None
        promises = self._verbs.is_a(
            group.lemma, "announcing", "deciding", "planning", "refusing", "beginning", "warning"
        )
        if following and promises and self._small(following[0]) != self.grammar.purpose:
            infinitive = self._infinitive(*following)
            if infinitive and not any(self._finite(at) for at in range(*following)):
                return following[1]
        return last

    # Verb groups

    def _group(self, finite: int, last: int, inner: int | None = None) -> Group | None:
        """The verb group of a finite verb: with what stands at the end of the clause, or before it if led."""
        grammar, small = self.grammar, self._small(finite)
        within = range(finite + 1, last) if inner is None else range(inner, finite)
        words = [self._small(at) for at in within]
        negated = bool(set(words) & grammar.negations)
        hearsay = bool(set(words) & grammar.hearsay)
        auxiliary = small in grammar.modals or small in grammar.have or small in grammar.be
        head = self._bracket(within) if auxiliary else finite
        if head is None:
            lemma = self._auxiliary_lemma(small)
            return Group(finite, finite + 1, finite, lemma, "present", negated=negated, hearsay=hearsay)
        lemma = (
            self._verbs.lemma(self._small(head), "participle", "base") if auxiliary else self._simple(finite, within)
        )
        if not lemma:
            return None
        participle = auxiliary and self._verbs.lemma(self._small(head), "participle") != ""
        tense = self._tense(finite, participle=participle)
        passive = participle and (small in grammar.passive or bool(set(words) & (grammar.passive - {small})))
        return Group(finite, finite + 1, head, lemma, tense, passive, negated, "", hearsay)

    def _auxiliary_lemma(self, small: str) -> str:
        grammar = self.grammar
        return grammar.have_lemma if small in grammar.have else grammar.be_lemma

    def _bracket(self, within: range) -> int | None:
        """The participle or infinitive at the end of a clause."""
        for at in reversed(within):
            if self._tokens[at].capital or not self._tokens[at].is_word:
                continue
            if self._small(at) in self.grammar.modals | self.grammar.have | self.grammar.be:
                continue
            return at if self._verbs.lemma(self._small(at), "participle", "base") else None
        return None

    def _simple(self, finite: int, within: range) -> str:
        """The verb of a finite form, with the particle that stands at the end of the clause."""
        lemma = self._verbs.lemma(self._small(finite), "third", "past", "base")
        particle = self._small(within[-1]) if within else ""
        return self._verbs.joined(particle, lemma) or lemma

    def _tense(self, finite: int, *, participle: bool) -> Tense:
        grammar, small = self.grammar, self._small(finite)
        if small in grammar.perhaps or (participle and small in grammar.rumour):
            return "perhaps"
        if small in grammar.duty:
            return "duty"
        if small in grammar.future and not (participle and small in grammar.passive):
            return "future"
        if small in grammar.have or small in grammar.be:
            return "perfect" if small not in grammar.past_auxiliaries else "past"
        if small in grammar.passive:
            return "present"
        return "past" if self._verbs.lemma(small, "past") and not self._verbs.lemma(small, "third") else "present"
