"""What may be a stake in a sentence: each clause, each purpose, consequence and condition, with its signals."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from briefer.suggest.grammar.syntax import Clause, Group
from briefer.suggest.language import Language
from briefer.suggest.stake_cues import Cue
from briefer.suggest.stake_phrases import PhraseCues
from briefer.suggest.stake_spans import StakeSpans
from briefer.suggest.stake_verbs import VerbCues

_SAME = 0.9
_SHORTEST = 2
_DASHES = frozenset(",–—")
_OPENERS = '“„«"‘,:'
_VERB_LISTS = (
    ("loss verbs", "verb of loss"),
    ("change", "verb of change"),
)
_WHAT = {"future": "will happen", "perhaps": "may happen", "duty": "has to be done"}
_NO_SIGNALS: frozenset[str] = frozenset()


@functools.lru_cache(maxsize=8)
def _verb_signals(words: Language) -> Mapping[str, Set[str]]:
    """What verbs tell, by their base form."""
    found: dict[str, set[str]] = {}
    for name, signal in _VERB_LISTS:
        for verb in words.words(f"stakes.{name}"):
            found.setdefault(verb, set()).add(signal)
    return found


class Candidate(NamedTuple):
    """What may be a stake: tokens ``first`` to before ``last``, its signals, the weight of its cue, and why."""

    first: int
    last: int
    signals: frozenset[str]
    cue: float
    why: str


class Candidates(StakeSpans):
    """What may be a stake in one sentence."""

    def found(self, *, telling: bool) -> Iterator[Candidate]:
        """All of them; where a cue tells of the same stretch, one with both its signals.

        ``telling`` is whether a word of the sentence tells that something is at stake. Where none does, nor a cue,
        there is nothing: hardly any such sentence holds a stake.
        """
        cues = list(VerbCues(self._sentence).found())
        if self._sentence.leads:
            cues += PhraseCues(self._sentence).found()
        if not (telling or cues):
            return
        told = list(self._structural())
        if cues:
            self._add(told, cues)
        best: dict[tuple[int, int], Candidate] = {}
        for candidate in told:
            span = candidate.first, candidate.last
            if candidate.last - candidate.first >= _SHORTEST:
                best[span] = _merged(best[span], candidate) if span in best else candidate
        yield from best.values()

    def _add(self, told: list[Candidate], cues: Sequence[Cue]) -> None:
        """Put each cue to the candidate of the same stretch, or beside the others."""
        by_first: dict[int, list[int]] = {}
        for number, candidate in enumerate(told):
            by_first.setdefault(candidate.first, []).append(number)
        for cue in cues:
            whole = self.whole(cue.last)
            mine = Candidate(cue.first, whole, frozenset(), cue.weight, cue.why)
            off = int((max(whole, cue.last) - cue.first) * (1 / _SAME - 1)) + 1
            near = [n for first in range(cue.first - off, cue.first + off + 1) for n in by_first.get(first, ())]
            shares = {n: max(_share(cue.first, end, told[n]) for end in {cue.last, whole}) for n in sorted(near)}
            best = max(shares, key=shares.__getitem__, default=-1)
            if best >= 0 and shares[best] >= _SAME:
                same = told[best]
                told[best] = _merged(same, mine._replace(first=same.first, last=same.last))
            else:
                by_first.setdefault(mine.first, []).append(len(told))
                told.append(mine)

    def _structural(self) -> Iterator[Candidate]:
        if self._grammar.verb_second:
            return
        yield from self._clauses()
        yield from self._conditions()
        yield from self._purposes()
        yield from self._consequences()
        yield from self._causes()

    def _clauses(self) -> Iterator[Candidate]:
        for clause in self._syntax.clauses:
            signals = {f"{clause.level} clause"} | self._of_group(clause.group) | self._of_subject(clause)
            yield self._candidate(self.beginning(clause), self.whole(clause.last), signals, clause.group)
        told = {clause.group.first for clause in self._syntax.clauses}
        for group in self._syntax.groups:
            if group.finite and group.first not in told:
                last = self.whole(self._syntax.end(group.last))
                yield self._candidate(self.loose_beginning(group), last, self._of_group(group), group)

    def _candidate(self, first: int, last: int, signals: set[str], group: Group) -> Candidate:
        words = self._reading.words(group.first, group.last)
        what = _WHAT.get("future" if group.handed else group.tense, "follows from it")
        return Candidate(first, last, frozenset(signals), 0.0, f"“{words}” tells what {what}")

    def _of_subject(self, clause: Clause) -> set[str]:
        """Signals of who or what the subject is, and of what leads the clause."""
        grammar, words = self._grammar, self._words
        noun = self._reading.tokens[clause.noun]
        found = set()
        if noun.capital or noun.small in words.words("subjects.doers") or noun.small in grammar.subject_pronouns:
            found.add("somebody acts")
        if self._small(clause.subject) in grammar.subject_pronouns - words.words("grammar.speakers"):
            found.add("pronoun")
        return found

    def _of_group(self, group: Group) -> set[str]:
        found = {group.tense, *self._of_verb(group.lemma)}
        if (leads := self._small(group.first)) in self._words.words("stakes.modals"):
            found.add(leads)
        return found

    def _of_verb(self, lemma: str) -> Set[str]:
        return _verb_signals(self._words).get(lemma, _NO_SIGNALS)

    def _conditions(self) -> Iterator[Candidate]:
        """``If the rains fail, prices will rise``, and the condition alone."""
        clauses, present = self._syntax.clauses, self._sentence.present
        conditions, until = self._words.words("stakes.conditions"), self._words.words("stakes.until")
        if present.isdisjoint(conditions) and present.isdisjoint(until):
            return
        for number, clause in enumerate(clauses):
            at = clause.subject - 1
            word = self._small(at)
            if word not in conditions and word not in until:
                continue
            why = f"“{word}” tells what it hangs on"
            main = next((c for c in clauses[number + 1 :] if not c.shared and c.subject >= clause.last), None)
            if main is not None and self._opens(at):
                yield Candidate(at, self.whole(main.last), frozenset(), 0.0, why)
            yield Candidate(at, self.whole(clause.last), frozenset(self._of_group(clause.group)), 0.0, why)

    def _opens(self, at: int) -> bool:
        """Whether a conjunction leads a sentence or what is said in it."""
        before = self._small(at - 1)
        return (
            at == self._syntax.sentence.first
            or self._text(at - 1) in _OPENERS
            or before in self._grammar.coordinators
            or before in self._grammar.complementisers
        )

    def _purposes(self) -> Iterator[Candidate]:
        """``to bring them to the table and settle``, with what leads it in."""
        for group in self._infinitives():
            first, lead = self.purpose_beginning(group.first)
            last = self.whole(self._syntax.end(group.last), deeds=True)
            signals = {"led in" if lead else self._before_infinitive(group.first)} - {""}
            words = self._reading.words(first if lead else group.first, group.last)
            why = f"“{words}” tells what it is for"
            yield Candidate(first, last, frozenset(signals | self._of_verb(group.lemma)), 0.0, why)

    def _infinitives(self) -> Iterator[Group]:
        """The infinitives of the sentence, and those of unknown verbs: ``to stymie the inquiry``."""
        known = {group.first for group in self._syntax.groups}
        yield from (group for group in self._syntax.groups if not group.finite)
        for at in self._places({self._grammar.infinitive}):
            if at in known or at == self._first or at > self._last - 3:
                continue
            verb = self._reading.tokens[at + 1]
            small = verb.small
            unknown = verb.text == small and self._open(small) and not self._verbs.lemma(small, "ing")
            if unknown and self._determines(at + 2):
                yield Group(at, at + 2, at + 1, small, "none")

    def _before_infinitive(self, at: int) -> str:
        """After what an infinitive stands, as a signal tells it; none after a verb of planning."""
        if verb := self._sentence.ending_at.get(at):
            planned = self._verbs.is_a(verb.lemma, "planning", "deciding", "announcing", "refusing", "beginning")
            return "" if planned else "infinitive"
        word = self._small(at - 1)
        small = self._grammar.is_adverb(word) or word in self._grammar.determiners
        noun = word[:1].isalpha() and not small and not self._verbs.lemma(word, "participle", "ing")
        return "infinitive after a noun" if noun else "infinitive"

    def _consequences(self) -> Iterator[Candidate]:
        """``…, prompting families to leave and forcing the school to close``."""
        for mark in self._places(_DASHES):
            at = self._past_adverbs(mark + 1)
            lemma = self._verbs.lemma(self._small(at), "ing")
            if lemma and not self._reading.tokens[at].capital:
                last = self.whole(self._syntax.end(at + 1), deeds=True)
                why = f"“{self._text(at)}” tells what follows from it"
                yield Candidate(at, last, frozenset(self._of_verb(lemma)), 0.0, why)

    def _causes(self) -> Iterator[Candidate]:
        """``because of the frost``, ``due to the strike``."""
        for at in self._places(self._words.words("stakes.causes")):
            if at < self._last - _SHORTEST:
                why = f"“{self._small(at)}” tells the reason"
                yield Candidate(at, self.whole(self._syntax.end(at + 2)), frozenset(), 0.0, why)


def _merged(one: Candidate, other: Candidate) -> Candidate:
    """One candidate with the signals of both; the heavier cue tells why."""
    why = other.why if other.cue > one.cue else one.why
    return one._replace(signals=one.signals | other.signals, cue=max(one.cue, other.cue), why=why)


def _share(first: int, last: int, other: Candidate) -> float:
    """How much of two stretches together is in both."""
    both = min(last, other.last) - max(first, other.first)
    return both / (max(last, other.last) - min(first, other.first)) if both > 0 else 0.0
