"""Where clauses end: at a mark, a conjunction that leads another clause, or a phrase that tells what it is for."""

from __future__ import annotations

from collections.abc import Sequence

from briefer.suggest.grammar.sentence_words import SentenceWords
from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Clause, Group
from briefer.suggest.reading import Reading, Sentence

_PLACE = 3
_DASHES = ("–", "—")


class ClauseEnds(SentenceWords):
    """Finds the ends of the clauses of a sentence."""

    def __init__(self, reading: Reading, sentence: Sentence, grammar: Grammar, groups: Sequence[Group]) -> None:
        super().__init__(reading, sentence, grammar, groups)
        self._found: dict[int, int] = {}

    def end(self, first: int) -> int:
        """Before which token the clause ends whose verb ends before token ``first``."""
        if first not in self._found:
            self._found[first] = self._end(first)
        return self._found[first]

    def _end(self, first: int) -> int:
        depth = 0
        tokens, ending = self.tokens, self.grammar.ending
        for at in range(first, self.last):
            text = tokens[at].small
            if text not in ending:
                continue
            depth += (text == "(") - (text == ")")
            if depth <= 0 and self._ends_at(at, first):
                return self._trimmed(first, at)
        return self._trimmed(first, self.last)

    def addition_end(self, last: int, clauses: Sequence[Clause]) -> int:
        """Before which token ends what follows a clause and belongs to it; ``last`` if nothing does.

        That is a participle, a cause or a time, what the same subject is, or after a comma all that has no verb.
        """
        aside = self.text(last) == "," or (
            self.text(last) in _DASHES and self.small(last + 1) in self.grammar.naming_some
        )
        at = last + 1 if aside else last
        if at >= self.last or not (self.tokens[at].is_word and self._adds(at, clauses)):
            return last
        end = self.end(at + 1)
        own = {other.group.first for other in clauses if other.shared}
        verbs = [group for group in self.groups if group.finite and at <= group.first < end]
        if any(self.grammar.verbs.is_a(group.lemma, "saying") and group.first not in own for group in verbs):
            return last
        return end

    def _adds(self, at: int, clauses: Sequence[Clause]) -> bool:
        """Whether a token begins something that belongs to the deed before it."""
        grammar, word = self.grammar, self.small(at)
        if word in grammar.coordinators:
            joined = next((other for other in clauses if other.shared and at < other.group.first), None)
            near = joined is not None and joined.group.first <= self._past_adverbs(at + 1)
            return near and joined is not None and grammar.verbs.is_a(joined.group.lemma, "being")
        if word in grammar.contrasting or word in grammar.relatives:
            return False
        if word in grammar.naming_some:
            return True
        if self._opening_phrase(at, at - 2):
            return f"{word} {self.small(at + 1)}" in grammar.causes
        if participle := grammar.verbs.lemma(word, "ing"):
            return not grammar.verbs.is_a(participle, "saying", "being")
        aside = self.text(at - 1) == ","
        if aside and (word in grammar.prepositions or word not in grammar.subordinators):
            return not any(group.finite and group.first >= at for group in self.groups)
        return not aside and word in grammar.subordinators and word not in grammar.conditions

    def _past_adverbs(self, at: int) -> int:
        while self.grammar.is_adverb(self.small(at)):
            at += 1
        return at

    def _ends_at(self, at: int, first: int) -> bool:
        grammar, word, text = self.grammar, self.small(at), self.text(at)
        if text in ";:–—":
            return not self._is_range(at)
        if text == ",":
            return not (self._list_goes_on(at) or self._names_place(at))
        if word in grammar.coordinators:
            return self._begins_clause(at + 1) or self.small(at + 1) in grammar.complementisers
        if self._opening_phrase(at, first):
            return True
        if word in grammar.subordinators and word not in grammar.complementisers:
            return at > first and (self._begins_clause(at + 1) or word not in grammar.prepositions)
        return False

    def _is_range(self, dash: int) -> bool:
        """Whether a dash stands between two figures: ``23–14``."""
        before, after = self.text(dash - 1), self.text(dash + 1)
        return self.text(dash) == "–" and before[-1:].isdigit() and after[:1].isdigit()

    def _begins_clause(self, at: int) -> bool:
        """Whether a finite verb follows before the next mark, at once or after its subject."""
        for index in range(at, self.last):
            group = self.of_group.get(index)
            if group is not None and group.finite:
                return True
            if (
                self.text(index) in ",;:–—"
                or self.small(index) in self.grammar.relatives | self.grammar.subordinators
            ):
                return False
        return False

    def _names_place(self, comma: int) -> bool:
        """Whether a comma stands between a place and where that is: ``in Baikonur, Kazakhstan``."""
        if not self.tokens[comma - 1].capital:
            return False
        at = comma + 1
        while at < self.last and self.tokens[at].capital and at not in self.of_group:
            at += 1
        within = self.small(self._phrase_lead(comma)) in self.grammar.prepositions
        return within and comma + 1 < at <= comma + 1 + _PLACE and self.text(at) in ",;.–—)"

    def _phrase_lead(self, comma: int) -> int:
        """The word before the name that ends at a comma."""
        at = comma - 1
        while at > self.first and self.tokens[at].capital:
            at -= 1
        return at

    def _list_goes_on(self, comma: int) -> bool:
        """Whether what follows a comma is another item: ``Chile, Peru and Brazil``."""
        grammar = self.grammar
        for at in range(comma + 1, self.last):
            word, text = self.small(at), self.text(at)
            if at in self.of_group or word in grammar.relatives or word in grammar.subordinators:
                return False
            if at == comma + 1 and (
                word in grammar.prepositions or self.grammar.verbs.lemma(word, "ing", "participle")
            ):
                return False
            if word in grammar.coordinators and at > comma + 1:
                return not self._begins_clause(at + 1)
            if word in grammar.coordinators:
                follows = self.small(at + 1)
                finite = any(group.finite and group.first > at for group in self.groups)
                return bool(follows) and follows not in grammar.complementisers and not finite
            if text in ";:–—.":
                return False
        return False

    def _opening_phrase(self, at: int, first: int) -> bool:
        phrases = self.grammar.openings.get(self.small(at))
        return (
            phrases is not None
            and not (self.small(at) == self.grammar.infinitive and self.small(at - 1) in self.grammar.before_deeds)
            and at > first + 1
            and any(all(self.small(at + index) == word for index, word in enumerate(phrase)) for phrase in phrases)
        )

    def _quote_opens(self, first: int, last: int) -> bool:
        return any(self.text(at) in "“„«»" for at in range(first, last))

    def _trimmed(self, first: int, last: int) -> int:
        """The end without marks, and without a closing quotation mark whose opening one is not in the clause."""
        while last > first:
            text = self.text(last - 1)
            if text not in '.,;:!?…([–—“"„«' and (text not in "”»" or self._quote_opens(first - 1, last - 1)):
                break
            last -= 1
        return last
