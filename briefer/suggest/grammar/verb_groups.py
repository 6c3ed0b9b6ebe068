"""The verb groups of a sentence: auxiliaries, the verb they belong to, and when and how it is done."""

from __future__ import annotations

from briefer.suggest.grammar.bare_verbs import BareVerbs
from briefer.suggest.grammar.participles import without_describing
from briefer.suggest.grammar.small_words import Grammar
from briefer.suggest.grammar.syntax import Group, Tense
from briefer.suggest.reading import Reading, Sentence, Token

_QUOTE_MARKS_WITHIN = frozenset("“„«‘'\"")
_PLANNED = "planned"
_INSERTED = 14
_QUOTE_MARKS = '"“”„»«‘'


def verb_groups(reading: Reading, sentence: Sentence, grammar: Grammar) -> list[Group]:
    """The verb groups of a sentence in order, infinitives after "to" among them."""
    return _Groups(reading, sentence, grammar).found()


class _Groups:
    def __init__(self, reading: Reading, sentence: Sentence, grammar: Grammar) -> None:
        self._tokens = reading.tokens
        self._first, self._last = sentence.first, sentence.last
        self._grammar = grammar
        self._verbs = grammar.verbs
        self._bare_verbs = BareVerbs(reading, sentence, grammar)
        self._found: list[Group] = []

    def found(self) -> list[Group]:
        at = self._first
        while at < self._last:
            group = self._group_at(at) if self._may_begin(self._tokens[at]) else None
            if group:
                self._found.append(group._replace(sense=self._sense(group)))
            at = group.last if group else at + 1
        return without_describing(self._found, self._tokens, self._grammar)

    def _may_begin(self, token: Token) -> bool:
        """Whether a word can begin a verb group at all; most cannot."""
        word = token.small
        if word in self._grammar.auxiliaries or word == self._grammar.infinitive or token.possessive:
            return True
        return not token.capital and bool(self._verbs.forms(word))

    def _sense(self, group: Group) -> str:
        """What a verb means together with the word or two after it: ``call off``, ``put on hold``."""
        short = f"{group.lemma} {self._small(group.last)}"
        phrasal = self._grammar.phrasal
        return phrasal.get(f"{short} {self._small(group.last + 1)}") or phrasal.get(short) or group.sense

    def _small(self, at: int) -> str:
        return self._tokens[at].small if self._first <= at < self._last else ""

    def _group_at(self, at: int) -> Group | None:
        word = self._small(at)
        if self._is_auxiliary(at):
            return self._with_auxiliaries(at)
        if word == self._grammar.infinitive:
            return self._infinitive(at)
        return self._bare(at)

    def _is_auxiliary(self, at: int) -> bool:
        grammar, token = self._grammar, self._tokens[at]
        if token.possessive:
            return self._small(at - 1) in grammar.reduced
        if token.small not in grammar.auxiliaries or self._is_acronym(at):
            return False
        if token.small in grammar.times or (token.capital and at > self._first and token.text.istitle()):
            return not token.capital and self._small(at - 1) not in grammar.prepositions
        before = at - 1
        while self._small(before) in _QUOTE_MARKS_WITHIN:
            before -= 1
        if before < at - 1:
            return self._small(before) not in grammar.articles - grammar.complementisers
        return self._small(before) not in grammar.determiners - grammar.subject_pronouns - grammar.relatives

    def _is_acronym(self, at: int) -> bool:
        """Whether a word is all capitals and the one after it is not: ``CAN has disowned``."""
        word, after = self._tokens[at].text, self._tokens[at + 1].text if at + 1 < self._last else ""
        return len(word) > 1 and word.isupper() and not after.isupper()

    def _past_adverbs(self, at: int) -> int:
        grammar = self._grammar
        while (word := self._small(at)) and (
            grammar.is_adverb(word) or word in grammar.negations or word in grammar.hearsay or word in _QUOTE_MARKS
        ):
            if word in grammar.auxiliaries:
                break
            at += 1
        return at

    def _with_auxiliaries(self, first: int) -> Group | None:
        """A group that begins with ``has``, ``will`` and the like, also where that is the verb itself."""
        grammar = self._grammar
        at, chain = first, []
        while at < self._last and (self._small(at) in grammar.auxiliaries or (at == first)):
            chain.append(at)
            at = self._past_adverbs(at + 1)
        words = [self._small(index) for index in chain]
        between = {self._small(index) for index in range(first, at)}
        negated, hearsay = bool(between & grammar.negations), bool(between & grammar.hearsay)
        form, head = self._verb_after(words, at)
        if not form and words[-1] in grammar.have:
            form, head = self._verb_past_time(at)
        if not form:
            return self._auxiliary_alone(first, chain, at, negated, hearsay)
        kind, lemma = form
        tense = _tense(grammar, words, kind)
        passive = kind == "participle" and (words[-1] in grammar.be or self._tokens[chain[-1]].possessive)
        if self._tokens[chain[-1]].possessive and kind == "participle":
            passive, tense = False, "perfect"
        group = Group(first, head + 1, head, lemma, tense, passive, negated, "", hearsay)
        return self._handed_on(group, words)

    def _verb_after(self, auxiliaries: list[str], at: int) -> tuple[tuple[str, str] | None, int]:
        """The form of the verb after auxiliaries, as (kind, lemma), and where it stands."""
        grammar, last = self._grammar, auxiliaries[-1]
        wanted: tuple[str, ...]
        if last in grammar.be:
            wanted = ("ing", "participle")
        elif last in grammar.have:
            wanted = ("participle",)
        elif last in grammar.modals or last in grammar.do:
            wanted = ("base",)
        else:
            wanted = ("participle", "ing")
        word = self._small(at)
        for kind in wanted:
            if lemma := self._verbs.lemma(word, kind):
                return (kind, lemma), at
        if last in grammar.modals and self._open_word(at):
            return ("base", word), at
        if last in grammar.be and (lemma := self._goes_on(at)):
            return ("ing", lemma), at
        return None, at

    def _verb_past_time(self, at: int) -> tuple[tuple[str, str] | None, int]:
        """The participle after a time or place between it and "had": ``had on 10 July in Dover named``."""
        grammar = self._grammar
        if self._small(at) not in grammar.prepositions:
            return None, at
        for head in range(at + 2, min(at + _INSERTED, self._last - 1)):
            if self._tokens[head].capital or self._small(head - 1) in grammar.determiners:
                continue
            lemma = self._verbs.lemma(self._small(head), "participle")
            if lemma and (self._small(head + 1) in grammar.determiners or self._tokens[head + 1].capital):
                return ("participle", lemma), head
            if self._small(head) in grammar.auxiliaries or self._tokens[head].text in ";:":
                break
        return None, at

    def _goes_on(self, at: int) -> str:
        """The verb of no list that tells what somebody is doing, with an object: ``are trawling the bay``."""
        grammar, word, after = self._grammar, self._small(at), self._small(at + 1)
        if word in grammar.no_progressives or not self._open_word(at):
            return ""
        if not (after in grammar.determiners or after in grammar.prepositions or self._open_word(at + 1)):
            return ""
        for ending, past in grammar.progressive_endings.items():
            if word.endswith(ending):
                return self._verbs.lemma(word.removesuffix(ending) + past, "past")
        return ""

    def _open_word(self, at: int) -> bool:
        """Whether a word may be a verb of no list: after "will" it is one."""
        grammar, word = self._grammar, self._small(at)
        return (
            word.isalpha()
            and self._tokens[at].text == word
            and not (
                word in grammar.determiners
                or word in grammar.subject_pronouns
                or word in grammar.prepositions
                or word in grammar.auxiliaries
                or word in grammar.coordinators
            )
        )

    def _auxiliary_alone(self, first: int, chain: list[int], at: int, negated: bool, hearsay: bool) -> Group | None:
        grammar, word = self._grammar, self._small(chain[-1])
        words = [self._small(index) for index in chain]
        lemma = next((forms for forms, kinds in grammar.auxiliary_lemmas if word in kinds), "")
        if not lemma and not self._tokens[chain[-1]].possessive:
            return None
        lemma = lemma or grammar.be_lemma
        tense: Tense = "past" if word in grammar.past_auxiliaries else "present"
        if len(chain) > 1:
            tense = _tense(grammar, words[:-1], "base")
        group = Group(first, chain[-1] + 1, chain[-1], lemma, tense, negated=negated, hearsay=hearsay)
        return self._be_to(group, at)

    def _be_to(self, group: Group, at: int) -> Group:
        """``is to sign``, ``is set to sign``, ``has to sign``: the deed, with the status that the phrase gives."""
        grammar = self._grammar
        phrase = [group.lemma]
        if self._small(at) != grammar.infinitive:
            phrase.append(self._small(at))
            at = self._past_adverbs(at + 1)
        if self._small(at) != grammar.infinitive:
            return group
        status = grammar.handed_on.get(" ".join([*phrase, grammar.infinitive]))
        return self._onto(group, at, status) if status else group

    def _handed_on(self, group: Group, words: list[str]) -> Group:
        """``is going to``, ``is expected to``, ``is scheduled to`` before a deed."""
        grammar = self._grammar
        at = self._past_adverbs(group.last)
        if words[-1] not in grammar.be or self._small(at) != grammar.infinitive:
            return group
        status = grammar.handed_on.get(f"{grammar.be_lemma} {self._small(group.head)} {grammar.infinitive}")
        return self._onto(group, at, status) if status else group

    def _onto(self, group: Group, at: int, status: str) -> Group:
        head = self._past_adverbs(at + 1)
        lemma = self._verbs.lemma(self._small(head), "base")
        if lemma not in self._verbs.known:
            if status != _PLANNED or not self._open_word(head):
                return group
            lemma = self._small(head)
        passive = False
        if lemma == self._grammar.be_lemma:
            then = self._past_adverbs(head + 1)
            if done := self._verbs.lemma(self._small(then), "participle"):
                head, lemma, passive = then, done, True
        return group._replace(last=head + 1, head=head, lemma=lemma, passive=passive, handed=status)

    def _infinitive(self, at: int) -> Group | None:
        head = self._past_adverbs(at + 1)
        lemma = self._verbs.lemma(self._small(head), "base")
        if lemma not in self._verbs.known or self._tokens[head].capital:
            word = self._small(head)
            if word in self._grammar.be:
                then = self._past_adverbs(head + 1)
                passive = self._verbs.lemma(self._small(then), "participle")
                return Group(at, then + 1, then, passive, "none", passive=True) if passive else None
            return None
        negated = self._small(at - 1) in self._grammar.negations
        return Group(at, head + 1, head, lemma, "none", negated=negated)

    def _joined_participle(self, at: int) -> Group | None:
        """``has broken in and stolen``: the second participle, as the auxiliary makes it."""
        if not self._found or self._small(at - 1) not in self._grammar.coordinators:
            return None
        lemma = self._verbs.lemma(self._small(at), "participle")
        if not lemma:
            return None
        earlier = self._found[-1]
        if earlier.tense == "perfect" or earlier.passive:
            return Group(at, at + 1, at, lemma, earlier.tense, earlier.passive)
        return None

    def _bare(self, at: int) -> Group | None:
        """A past or present form without an auxiliary, where its neighbours make it a verb."""
        token = self._tokens[at]
        forms = self._verbs.forms(token.small)
        if not forms or token.capital or at == self._first or token.small in self._grammar.prepositions:
            return None
        if joined := self._joined_participle(at):
            return joined
        for form in forms:
            if form.kind in ("past", "third", "base") and self._bare_verbs.stands(
                at, form.kind, later=bool(self._found)
            ):
                before = at - 1
                skipped = self._grammar.negations
                while before > self._first and (
                    self._grammar.is_adverb(self._small(before)) or self._small(before) in skipped
                ):
                    before -= 1
                denied = next((index for index in range(before + 1, at) if self._small(index) in skipped), at)
                hearsay = any(self._small(index) in self._grammar.hearsay for index in range(before + 1, at))
                tense: Tense = "past" if form.kind == "past" else "present"
                return Group(denied, at + 1, at, form.lemma, tense, negated=denied < at, hearsay=hearsay, bare=True)
        return None


def _tense(grammar: Grammar, auxiliaries: list[str], kind: str) -> Tense:
    first = auxiliaries[0]
    if first in grammar.duty:
        return "duty"
    if first in grammar.perhaps:
        return "perhaps"
    if first in grammar.future:
        return "future"
    past = first in grammar.past_auxiliaries
    if kind == "ing":
        return "past progressive" if past and first in grammar.be else "progressive"
    if first in grammar.have:
        return "perfect"
    if first in grammar.be and kind == "participle":
        progressive = len(auxiliaries) > 1
        return ("past progressive" if past else "progressive") if progressive else ("past" if past else "present")
    return "past" if past else "present"
