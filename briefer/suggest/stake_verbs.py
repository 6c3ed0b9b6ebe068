"""Stakes told by verbs: what is done for, what may be lost or gained, threatened, not afforded, or due."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from briefer.suggest.grammar.syntax import Clause, Group, has_object
from briefer.suggest.language import Language
from briefer.suggest.stake_cues import Cue
from briefer.suggest.stake_spans import StakeSpans

_NEAR = 7
_PURPOSE = 4
_DASHES = frozenset(",–—")
_OPENERS = '“„«"‘–—:'
_TOLD = frozenset({"past", "present", "perfect", "progressive", "past progressive"})


@functools.lru_cache(maxsize=8)
def _telling_verbs(words: Language) -> frozenset[str]:
    """The verbs that put something at stake whatever their tense."""
    lists = ("threats", "share verbs", "hoping", "needs")
    return frozenset().union(*(words.words(f"stakes.{name}") for name in lists))


class VerbCues(StakeSpans):
    """Stakes told by a verb: what is done for, what may be, what is threatened."""

    def found(self) -> Iterator[Cue]:
        """All of them, kind after kind."""
        yield from self._purposes()
        yield from self._clauses()
        yield from self._loose()
        if not self._sentence.present.isdisjoint(self._words.words("stakes.possibility")):
            yield from self._steps()
        yield from self._conditionals()
        yield from self._consequences()

    def _purposes(self) -> Iterator[Cue]:
        """``in a bid to avoid …``, ``… to secure the visit``."""
        for group in self._syntax.groups:
            if group.finite:
                continue
            phrase = self._purpose_before(group.first)
            weight = self._purpose_weight(group, phrase)
            if weight:
                first, last = self._syntax.purpose_span(group)
                if not self._grammar.verb_second:
                    first, last = self.purpose_beginning(group.first)[0], self.whole(last, deeds=True)
                words = phrase or self._reading.words(group.first, group.last)
                yield Cue(first, last, weight, f"“{words}” tells what it is for")

    def _purpose_weight(self, group: Group, phrase: str) -> float:
        if phrase:
            return 3.0 if group.lemma in self._losses else 2.5
        if group.lemma in self._words.words("stakes.averting") and not self._counted(group):
            return 2.75
        led = group.first > self._syntax.sentence.first and self._reading.tokens[group.first - 1].text == ","
        leads = led and not self._grammar.verb_second
        if leads and not self._verbs.is_a(group.lemma, "being", "saying"):
            return 2.25
        furthers = group.meaning in self._words.words("stakes.furthering") and not self._asked_for(group)
        return 2.25 if furthers else 0.0

    def _counted(self, group: Group) -> bool:
        """Whether the infinitive belongs to a word that only counts: ``much to lose``."""
        return self._small(group.first - 1) in self._grammar.determiners

    def _asked_for(self, group: Group) -> bool:
        """Whether the infinitive hangs on a verb or noun that asks for one, as "plans to" does."""
        before = self._small(group.first - 1)
        lemma = self._verbs.lemma(before, "base", "third", "past", "participle", "ing")
        classes = ("planning", "deciding", "announcing", "refusing", "beginning", "being")
        return lemma != "" and self._verbs.is_a(lemma, *classes)

    def _purpose_before(self, infinitive: int) -> str:
        if phrase := self.purpose_phrase(infinitive):
            return " ".join(phrase)
        if self._small(infinitive - 1) not in self._words.words("stakes.purpose nouns"):
            return ""
        first = infinitive - _PURPOSE
        leads = self._small(first) in self._grammar.prepositions and self._small(first + 1) in self._grammar.articles
        return self._reading.words(first, infinitive + 1) if leads else ""

    def _clauses(self) -> Iterator[Cue]:
        for clause in self._syntax.clauses:
            if self._only_tells(clause.group):
                continue
            weight, what = self._clause_weight(clause)
            if weight:
                words = self._reading.words(clause.group.first, clause.group.last)
                yield Cue(self.beginning(clause), clause.last, weight, f"“{words}” tells what {what}")

    def _steps(self) -> Iterator[Cue]:
        """What a step in "to" would do: ``to intervene would look like taking sides``."""
        told = {clause.group.first for clause in self._syntax.clauses}
        for number, group in enumerate(self._syntax.groups[1:], 1):
            step = self._syntax.groups[number - 1]
            possible = self._small(group.first) in self._words.words("stakes.possibility")
            if not possible or step.finite or group.first in told or group.negated:
                continue
            before = self._small(step.first - 1)
            if before in self._grammar.complementisers or step.first == self._syntax.sentence.first:
                words = self._reading.words(group.first, group.last)
                yield Cue(step.first, self._syntax.end(group.last), 3.0, f"“{words}” tells what may happen")

    def _loose(self) -> Iterator[Cue]:
        """Verbs of loss or gain that ``could`` or ``may`` leads where no subject was made out."""
        told = {clause.group.first for clause in self._syntax.clauses}
        for group in self._syntax.groups:
            if group.tense != "perhaps" or group.first in told or group.negated:
                continue
            if group.lemma in self._losses or group.lemma in self._gains:
                words = self._reading.words(group.first, group.last)
                yield Cue(group.first, self._syntax.end(group.last), 2.75, f"“{words}” tells what may happen")

    def _clause_weight(self, clause: Clause) -> tuple[float, str]:
        group = clause.group
        loss, gain = group.lemma in self._losses, group.lemma in self._gains
        if self._falls_short(group):
            return 2.75, "cannot be done"
        if self._denied(clause) or self._only_talk(clause):
            return 0.0, ""
        if self._might_have_been(group) and not (loss and group.lemma not in self._words.words("stakes.turns")):
            return 0.0, ""
        does = not group.passive and self._does_it(clause)
        if group.tense == "perhaps" or self._small(group.first) in self._words.words("stakes.possibility"):
            weight = 3.0 if loss else 2.75 if gain else self._plain_weight(group) if does else 2.5
            if does and loss and self._foretold(group) and group.lemma in self._words.words("stakes.own deeds"):
                return 1.0, "may happen"
            if self._foretold(group) and not loss:
                weight -= 1.0 if does else 0.5
                return weight, "may happen"
            return weight + 0.25 * (clause.level == "reported"), "may happen"
        if self._hopes(group):
            return 2.25, "is hoped for"
        if self._has_to(group) and self._by_then(clause):
            return 2.75, "has to be done by then"
        if group.tense == "future" or group.handed in ("planned", "unknown"):
            weight = 2.25 if loss else 1.5 if gain else 0.5
            return weight + self._hangs_on_condition(clause) - does, "will happen"
        if group.lemma in self._words.words("stakes.share verbs") and self._tells_a_share(clause):
            return 2.25, "much depends on"
        if group.lemma in self._threats and not group.passive:
            return self._threat(clause, does)
        return 0.0, ""

    def _only_tells(self, group: Group) -> bool:
        """Whether a verb is none of those that put something at stake, and tells what was or is."""
        if group.handed or group.tense not in _TOLD or group.lemma in _telling_verbs(self._words):
            return False
        leads = self._small(group.first)
        return leads not in self._words.words("stakes.possibility") and leads not in self._words.words("stakes.able")

    def _plain_weight(self, group: Group) -> float:
        """How much speaks for what somebody could do or be; ``could see the harbour`` is no stake."""
        return 0.0 if self._verbs.is_a(group.lemma, "being") else 2.0

    def _threat(self, clause: Clause, does: bool) -> tuple[float, str]:
        """How much speaks for a verb of threat as a stake; not for “what it costs to make”."""
        group = clause.group
        if self._small(group.last) == self._grammar.infinitive and group.lemma in self._words.words("stakes.costs"):
            return 0.0, ""
        others = does and group.lemma not in self._words.words("stakes.own risk")
        return (1.25 if others else 3.0 if clause.level == "relative" else 2.75), "is endangered"

    def _hopes(self, group: Group) -> bool:
        """Whether it is told what somebody hopes to do."""
        hopes = group.lemma in self._words.words("stakes.hoping")
        return hopes and self._small(group.last) == self._grammar.infinitive

    def _falls_short(self, group: Group) -> bool:
        """Whether it is told what somebody is not able to do: ``could not afford the rent``."""
        able = self._small(group.first) in self._words.words("stakes.able")
        return able and group.negated and group.lemma in self._words.words("stakes.needed")

    def _tells_a_share(self, clause: Clause) -> bool:
        """Whether a clause tells how much of something: ``a third of its wheat``."""
        return any(clause.group.last <= at < clause.last for at, _, _ in self._phrases("shares"))

    def _might_have_been(self, group: Group) -> bool:
        """Whether it is told what did not come: ``would have run the tests``."""
        perfect = any(self._small(at) in self._grammar.have for at in range(group.first + 1, group.head))
        return perfect and self._small(group.first) in self._grammar.future

    def _has_to(self, group: Group) -> bool:
        """Whether it must be done: ``must pay``, ``had to be spent``."""
        if group.lemma in self._words.words("stakes.needs") and self._small(group.last) == self._grammar.infinitive:
            return True
        words = {self._small(group.first), self._small(group.head)}
        return group.tense == "duty" or (group.handed == "planned" and bool(words & self._grammar.have))

    def _by_then(self, clause: Clause) -> bool:
        """Whether a clause names a time by which it has to be done: ``by March``, ``by the end of the year``."""
        for at in range(clause.group.last, clause.last - 1):
            if self._small(at) in self._words.words("stakes.by"):
                near = range(at + 1, min(at + _NEAR, clause.last))
                return any(self._small(later) in self._grammar.times or self._year(later) for later in near)
        return False

    def _year(self, at: int) -> bool:
        return self._small(at).isdigit() and len(self._small(at)) == len("2026")

    def _denied(self, clause: Clause) -> bool:
        """Whether it is told that it will not be: ``does not threaten``, ``no plant will be closed``."""
        subject = self._small(clause.subject)
        return clause.group.negated or subject in self._grammar.negations | self._words.words("stakes.nobody")

    def _only_talk(self, clause: Clause) -> bool:
        lemma = clause.group.lemma
        talk = self._verbs.is_a(lemma, "saying") and lemma not in self._losses | self._gains
        if talk and self._verbs.is_a(lemma, "said without object"):
            talk = not has_object(clause, self._reading, self._grammar)
        return talk or self._small(clause.noun) in self._words.words("grammar.speakers")

    def _foretold(self, group: Group) -> bool:
        """Whether ``would`` may as well be the future of what somebody said, or ``can`` an ability."""
        return self._small(group.first) not in self._words.words("stakes.possibility") or group.tense == "future"

    def _hangs_on_condition(self, clause: Clause) -> bool:
        """Whether a condition stands before the clause or right after it: ``without``, ``if``."""
        conditions = self._words.words("stakes.conditions")
        if self._small(clause.last) in self._grammar.conditions:
            return True
        return any(at < clause.group.first for at in self._places(conditions))

    def _does_it(self, clause: Clause) -> bool:
        """Whether the subject is somebody who acts, so that the clause tells a plan or a deed."""
        noun = self._reading.tokens[clause.noun]
        before = self._reading.tokens[clause.noun - 1]
        named = noun.capital and (before.capital or not self._words.words("names.nouns have capitals"))
        return (
            named or noun.small in self._words.words("subjects.doers") or noun.small in self._grammar.subject_pronouns
        )

    def _conditionals(self) -> Iterator[Cue]:
        """What hangs on a condition, with it: ``unless it obtains a stay, its works will close``."""
        clauses, conditions = self._syntax.clauses, self._words.words("stakes.conditions")
        if self._sentence.present.isdisjoint(conditions):
            return
        for number, clause in enumerate(clauses):
            leads = clause.subject - 1
            word = self._small(leads)
            if word not in conditions:
                continue
            why = f"“{word}” tells what it hangs on"
            before = clauses[number - 1] if number else None
            after = clauses[number + 1] if number + 1 < len(clauses) else None
            if before is not None and before.last == leads and self._is_open(before):
                yield Cue(self.beginning(before), clause.last, self._hanging(before, word), why)
            elif after is not None and not after.conditional and self._is_open(after) and self._opens(leads):
                yield Cue(leads, max(clause.last, after.last), self._hanging(after, word), why)

    def _opens(self, at: int) -> bool:
        """Whether a conjunction leads a sentence, or what is said in it."""
        return at == self._syntax.sentence.first or self._reading.tokens[at - 1].text in _OPENERS

    def _is_open(self, clause: Clause) -> bool:
        group = clause.group
        warned = self._verbs.is_a(group.meaning, "warning") and self._small(group.last) in self._grammar.prepositions
        return warned or group.tense in ("future", "perhaps", "duty") or group.handed == "planned"

    def _hanging(self, clause: Clause, conjunction: str) -> float:
        """How much speaks for a clause with the condition that it hangs on."""
        sure = conjunction in self._words.words("stakes.until")
        changes = clause.group.lemma in self._losses | self._gains
        return max(self._clause_weight(clause)[0] + 0.25, 2.25 + 0.5 * sure + 0.5 * changes)

    def _consequences(self) -> Iterator[Cue]:
        """``…, threatening 300 jobs``."""
        consequences = self._words.words("stakes.consequences")
        for at in self._places(_DASHES):
            lemma = self._verbs.lemma(self._small(at + 1), "ing")
            if lemma in self._threats or lemma in consequences:
                words = self._reading.tokens[at + 1].text
                yield Cue(at + 1, self._syntax.end(at + 2), 2.5, f"“{words}” tells what follows from it")
