"""How far a stake goes: an analyst files the whole of it, with what it hangs on, why, and what is joined to it."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from briefer.suggest.grammar.syntax import Clause, Group
from briefer.suggest.language import Language
from briefer.suggest.stake_cues import Cues

_PIECES = 6
_NEAR = 6


@functools.lru_cache(maxsize=8)
def _purposes(words: Language) -> Mapping[str, Sequence[Sequence[str]]]:
    """The phrases that lead in a purpose, by their last word but one."""
    found: dict[str, list[Sequence[str]]] = {}
    for phrase in sorted(words.words("stakes.purpose")):
        split = phrase.split()
        found.setdefault(split[-2] if len(split) > 1 else "", []).append(split)
    return found


class StakeSpans(Cues):
    """Where stakes begin and end in one sentence."""

    def whole(self, last: int, *, deeds: bool = False) -> int:
        """Before which token a stake ends whose clause ends before ``last``: past its reasons and conditions.

        ``deeds`` tells that verbs without a subject may be joined to it: ``to bring them back and settle``.
        """
        if self._grammar.verb_second:
            return last
        known = self._sentence.wholes
        if (last, deeds) not in known:
            known[last, deeds] = self._whole(last, deeds=deeds)
        return known[last, deeds]

    def _whole(self, last: int, *, deeds: bool) -> int:
        for _ in range(_PIECES):
            further = self._further(last, deeds=deeds)
            if further <= last:
                break
            last = further
        return last

    def _further(self, last: int, *, deeds: bool) -> int:
        """Before which token the piece ends that follows; ``last`` if none belongs to the stake."""
        text, word = self._text(last), self._small(last)
        if text == ";" and self._in_open_quotation(last):
            return self._syntax.end(last + 1)
        comma = text == ","
        at = last + 1 if comma else last
        word = self._small(at)
        if not word[:1].isalpha():
            return last
        if word in self._grammar.coordinators:
            after = self._past_adverbs(at + 1)
            return self._syntax.end(after + 1) if self._joins(at, after, comma=comma, deeds=deeds) else last
        if not comma:
            return self._syntax.end(at + 1) if word in self._words.words("stakes.goes on") else last
        if word not in self._words.words("stakes.goes on after a comma"):
            return last
        end = self._syntax.end(at + 1)
        return last if self._somebody_says(at, end) else end

    def _joins(self, coordinator: int, at: int, *, comma: bool, deeds: bool) -> bool:
        """Whether a coordinator adds another verb to a stake, at token ``at``."""
        if self._small(coordinator) in self._words.words("stakes.turns away"):
            return False
        finite = at in self._sentence.finite_at
        participle = deeds and bool(self._verbs.lemma(self._small(at), "ing"))
        if comma:
            return participle or (self._bare(at) and (deeds or not finite))
        return finite or participle or (deeds and self._bare(at))

    def _bare(self, at: int) -> bool:
        """Whether a verb without "to" stands at a token, known or told by what follows: ``lessen the impact``."""
        word = self._small(at)
        if at in self._sentence.subjects:
            return False
        return bool(self._verbs.lemma(word, "base")) or (self._open(word) and self._determines(at + 1))

    def _open(self, word: str) -> bool:
        grammar = self._grammar
        return word.isalpha() and not (
            word in grammar.determiners
            or word in grammar.prepositions
            or word in grammar.subject_pronouns
            or word in grammar.complementisers
            or word in grammar.subordinators
            or word in grammar.auxiliaries
        )

    def _determines(self, at: int) -> bool:
        return self._small(at) in self._grammar.determiners

    def _past_adverbs(self, at: int) -> int:
        while self._small(at) and self._grammar.is_adverb(self._small(at)):
            at += 1
        return at

    def _in_open_quotation(self, at: int) -> bool:
        tokens = self._reading.tokens[self._syntax.sentence.first : at]
        opened = sum((token.text in "“„") - (token.text == "”") for token in tokens)
        return opened > 0

    def _somebody_says(self, first: int, last: int) -> bool:
        """Whether a stretch tells who says it: ``, as the ministry put it``."""
        return any(
            group.finite and first <= group.first < last and self._verbs.is_a(group.lemma, "saying")
            for group in self._syntax.groups
        )

    def beginning(self, clause: Clause) -> int:
        """Where a clause begins as a stake: at its subject, a describing one at the word that leads it."""
        if clause.begin < 0 and clause.level == "relative":
            for at in range(clause.group.first - 1, self._syntax.sentence.first, -1):
                if self._small(at) in self._grammar.relatives:
                    return at
                if self._text(at) == ",":
                    break
        return clause.first

    def loose_beginning(self, group: Group) -> int:
        """Where a stake begins of whose verb no subject was made out: after the mark or small word before it."""
        grammar, at = self._grammar, group.first - 1
        first = self._syntax.sentence.first
        while at >= first and not (
            self._text(at) in ',;:–—“"'
            or self._small(at) in grammar.complementisers
            or self._small(at) in grammar.coordinators
        ):
            at -= 1
        return at + 1

    def purpose_beginning(self, infinitive: int) -> tuple[int, bool]:
        """Where a purpose begins, and whether words lead it in, with which it begins: ``in their quest to``."""
        if phrase := self.purpose_phrase(infinitive):
            return infinitive + 1 - len(phrase), True
        if self._small(infinitive - 1) in self._words.words("stakes.purpose nouns"):
            for first in range(infinitive - 2, infinitive - 1 - _NEAR, -1):
                if self._small(first) in self._words.words("stakes.purpose leads") and (
                    self._determines(first + 1) or self._small(first + 1) in self._words.words("stakes.parts")
                ):
                    return first, True
        return infinitive, False

    def purpose_phrase(self, infinitive: int) -> Sequence[str]:
        """The words up to an infinitive that lead in a purpose, ``in order to``; none if none do."""
        for phrase in _purposes(self._words).get(self._small(infinitive - 1), ()):
            first = infinitive + 1 - len(phrase)
            if all(self._small(first + number) == word for number, word in enumerate(phrase)):
                return phrase
        return ()
