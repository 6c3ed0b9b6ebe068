"""What tells that something is at stake: verbs of loss and gain, fears, deadlines, dependence and costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefer.suggest.grammar.syntax import Clause, Group, Syntax, has_object
from briefer.suggest.language import Language
from briefer.suggest.reading import Reading

_LONG_SUBJECT = 10
_NEAR = 7
_PURPOSE = 4
_DASHES = ",–—"
_OPENERS = '“„«"‘–—:'


class Cue(NamedTuple):
    """A stake from token ``first`` to before ``last``, how much speaks for it, and why it is one."""

    first: int
    last: int
    weight: float
    why: str


class _Cues:
    """What the kinds of cues have in common: one sentence and the word lists."""

    def __init__(self, reading: Reading, syntax: Syntax, words: Language) -> None:
        self._reading, self._syntax, self._words = reading, syntax, words
        self._grammar, self._verbs = syntax.grammar, syntax.grammar.verbs
        self._losses = words.words("stakes.loss verbs")
        self._gains = words.words("stakes.gain verbs")
        self._threats = words.words("stakes.threats")

    def _small(self, at: int) -> str:
        sentence = self._syntax.sentence
        return self._reading.tokens[at].small if sentence.first <= at < sentence.last else ""

    def _start(self, clause: Clause) -> int:
        """Where a clause begins as a stake: at a relative after a comma, else at its subject if that is short."""
        if clause.begin >= 0:
            return clause.first
        if clause.level == "relative":
            aside = next((at for at in range(clause.noun + 1, clause.group.first) if self._is_aside(at)), None)
            if aside is not None:
                return aside
        if clause.shared or clause.group.first - clause.subject > _LONG_SUBJECT:
            return clause.group.first
        return clause.first

    def _is_aside(self, at: int) -> bool:
        return self._small(at) in self._grammar.relatives and self._reading.tokens[at - 1].text == ","


class VerbCues(_Cues):
    """Stakes told by a verb: what is done for, what may be, what is threatened."""

    def found(self) -> Iterator[Cue]:
        """All of them, kind after kind."""
        yield from self._purposes()
        yield from self._clauses()
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
                words = phrase or self._reading.words(group.first, group.last)
                yield Cue(first, last, weight, f"“{words}” tells what it is for")

    def _purpose_weight(self, group: Group, phrase: str) -> float:
        if phrase:
            return 3.0 if group.lemma in self._losses else 2.5
        if group.lemma in self._words.words("stakes.averting") and not self._counted(group):
            return 2.75
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
        for phrase in sorted(self._words.words("stakes.purpose")):
            first = infinitive + 1 - len(phrase.split())
            if " ".join(self._small(at) for at in range(first, infinitive + 1)) == phrase:
                return phrase
        if self._small(infinitive - 1) not in self._words.words("stakes.purpose nouns"):
            return ""
        first = infinitive - _PURPOSE
        leads = self._small(first) in self._grammar.prepositions and self._small(first + 1) in self._grammar.articles
        return self._reading.words(first, infinitive + 1) if leads else ""

    def _clauses(self) -> Iterator[Cue]:
        for clause in self._syntax.clauses:
            weight, what = self._clause_weight(clause)
            if weight:
                words = self._reading.words(clause.group.first, clause.group.last)
                yield Cue(self._start(clause), clause.last, weight, f"“{words}” tells what {what}")

        yield from self._loose()

    def _loose(self) -> Iterator[Cue]:
        """Verbs of loss or gain that ``could`` or ``may`` leads where no subject was made out."""
        told = {clause.group.first for clause in self._syntax.clauses}
        for group in self._syntax.groups:
            strong = group.lemma in self._losses | self._gains
            if group.tense == "perhaps" and group.first not in told and strong and not group.negated:
                words = self._reading.words(group.first, group.last)
                yield Cue(group.first, self._syntax.end(group.last), 2.75, f"“{words}” tells what may happen")

    def _clause_weight(self, clause: Clause) -> tuple[float, str]:
        group = clause.group
        loss, gain = group.lemma in self._losses, group.lemma in self._gains
        if self._denied(clause) or self._only_talk(clause):
            return 0.0, ""
        if self._might_have_been(group) and not (loss and group.lemma not in self._words.words("stakes.turns")):
            return 0.0, ""
        does = not group.passive and self._does_it(clause)
        if group.tense == "perhaps" or self._small(group.first) in self._words.words("stakes.possibility"):
            weight = 3.0 if loss else 2.75 if gain else 2.0 if does else 2.5
            if does and loss and self._foretold(group) and group.lemma in self._words.words("stakes.own deeds"):
                return 1.0, "may happen"
            if self._foretold(group) and not loss:
                weight -= 1.0 if does else 0.5
                return weight, "may happen"
            return weight + 0.25 * (clause.level == "reported"), "may happen"
        if self._has_to(group) and self._by_then(clause):
            return 2.75, "has to be done by then"
        if group.tense == "future" or group.handed:
            weight = 2.25 if loss else 1.5 if gain else 0.5
            return weight + self._hangs_on_condition(clause) - does, "will happen"
        if group.lemma in self._threats and not group.passive:
            others = does and group.lemma not in self._words.words("stakes.own risk")
            return (1.25 if others else 3.0 if clause.level == "relative" else 2.75), "is endangered"
        return 0.0, ""

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
        return any(self._small(at) in conditions for at in range(self._syntax.sentence.first, clause.group.first))

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
        clauses = self._syntax.clauses
        for number, clause in enumerate(clauses):
            leads = clause.subject - 1
            word = self._small(leads)
            if word not in self._words.words("stakes.conditions"):
                continue
            why = f"“{word}” tells what it hangs on"
            before = clauses[number - 1] if number else None
            after = clauses[number + 1] if number + 1 < len(clauses) else None
            if before is not None and before.last == leads and self._is_open(before):
                yield Cue(self._start(before), clause.last, self._hanging(before, word), why)
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
        sentence = self._syntax.sentence
        telling = self._threats | self._words.words("stakes.consequences")
        for at in range(sentence.first + 1, sentence.last - 1):
            if self._reading.tokens[at].text in _DASHES and self._verbs.lemma(self._small(at + 1), "ing") in telling:
                words = self._reading.tokens[at + 1].text
                yield Cue(at + 1, self._syntax.end(at + 2), 2.5, f"“{words}” tells what follows from it")


class PhraseCues(_Cues):
    """Stakes told by a phrase: what is feared, what it hangs on, until when, what it costs."""

    def found(self) -> Iterator[Cue]:
        """All of them, kind after kind."""
        yield from self._fears()
        for name, weight, what in (
            ("until", 2.5, "has to come first"),
            ("deadlines", 2.5, "has to be done by then"),
            ("dependence", 2.5, "it depends on"),
        ):
            yield from self._from_phrase(name, weight, what)
        yield from self._predicates()
        yield from self._amounts()

    def _short_clause(self, at: int) -> int:
        """Where the clause of a token begins, if not far before it; else the token."""
        own = (clause for clause in self._syntax.clauses if clause.first <= at < clause.last)
        return next((clause.first for clause in own if at - clause.first < _NEAR), at)

    def _matches(self, name: str) -> Iterator[tuple[int, int, str]]:
        """The first token of each phrase of a list, the token after it, and its words."""
        sentence = self._syntax.sentence
        for match in self._words.phrases(f"stakes.{name}").finditer(self._reading.text, sentence.start, sentence.end):
            after = self._reading.token_at(match.end())
            if after < sentence.last:
                yield self._reading.token_at(match.start()), after, match[0].lower()

    def _fears(self) -> Iterator[Cue]:
        for _, after, words in self._matches("fears"):
            first = self._after_conjunction(after)
            led = self._small(first - 1) in self._grammar.complementisers
            if not led and any(group.first == first and group.finite for group in self._syntax.groups):
                continue
            told = next((clause for clause in self._syntax.clauses if clause.first == first), None)
            last = told.last if told else self._syntax.end(first)
            weight = 3.0 if self._tells_change(first, last) else 2.5
            if last - first == 1:  # of “they feared looting” all of it
                own = (clause.first for clause in self._syntax.clauses if clause.group.head == after - 1)
                first = next(own, first)
            yield Cue(first, last, weight, f"“{words}” tells what is feared")

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
            if words not in self._grammar.pending or self._still_open(first, last):
                yield Cue(self._subject_of(first), last, weight, f"“{words}” tells what {what}")

    def _still_open(self, first: int, last: int) -> bool:
        """Whether a stretch tells something that has not happened yet."""
        return any(first < group.first < last and group.tense != "past" for group in self._syntax.groups)

    def _subject_of(self, first: int) -> int:
        """Where the clause begins whose verb a cue is; the cue itself, if it is no verb."""
        own = (clause for clause in self._syntax.clauses if clause.group.head == first)
        return next((self._start(clause) for clause in own), first)

    def _predicates(self) -> Iterator[Cue]:
        """``half of mankind is at risk``."""
        sentence = self._syntax.sentence
        pattern = self._words.phrases("stakes.predicates")
        for match in pattern.finditer(self._reading.text, sentence.start, sentence.end):
            at = self._reading.token_at(match.start())
            clause = next((clause for clause in self._syntax.clauses if clause.first <= at < clause.last), None)
            if clause is not None:
                yield Cue(self._start(clause), clause.last, 3.0, f"“{match[0].lower()}” tells what is endangered")

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
