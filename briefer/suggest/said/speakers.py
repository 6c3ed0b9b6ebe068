"""Who said what is quoted: by the words after a quotation, before it, or in the sentence around it."""

from __future__ import annotations

from briefer.suggest.named.cast import Cast
from briefer.suggest.said.attribution import Attribution
from briefer.suggest.said.parts import Part
from briefer.suggest.said.phrases import Phrase, Phrases

_STOPS = ".!?;"
_SHORT = 6
"""Tokens of an attribution without a verb of saying: “…?” Doe laughed."""
_FAR = 8
"""Tokens that may stand before the subject of an attribution: a time, a small word."""
_MARKS = (",", "–", "—", "-", "―")
_DASHES = ("–", "—", "―", "--")


class Attributions:
    """Finds the attribution of each part in what stands around it in its paragraph."""

    def __init__(self, cast: Cast, parts: list[Part]) -> None:
        self.cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._words = cast.words
        self._parts = parts
        quoted = frozenset(at for part in parts for at in range(part.first, part.last))
        self.phrases = Phrases(cast, quoted)
        words = cast.reading.language.words
        self._according = [tuple(entry.split()) for entry in sorted(words("speech.according"))]
        self._nouns = words("speech.nouns")
        self._agent = words("speech.agent")
        self._own = words("speech.own")
        self._quoting = words("speech.quoting")
        self._things = words("speech.pronouns other") - self._words.who
        self._turns = words("speech.turns")
        self._contrasting = words("grammar.contrasting")
        self._relating = cast.reading.language.words("speech.relating")
        self._said_by = frozenset(" ".join(words) for words in self._according)
        self._with = cast.reading.language.words("speech.with")
        self._times = words("speech.closers") | words("names.calendar")

    def of(self, index: int) -> Attribution | None:
        """The attribution of a part that is its own; None if it has none."""
        part = self._parts[index]
        after = self._after(index)
        if after is not None and after.where in ("after", "dash"):
            return (self._described_by(index) if self._is_weak(after) else None) or after
        before = self._before(index)
        if before is not None and before.phrase is not None and (before.strong or after is None):
            return self._surer(before, index) or before
        if before is not None and before.phrase is None and after is None and before.verb in self.phrases.participles:
            return self._tail(index) or self._called_by(index, before) or before
        return after or before or (self._tail(index) if part.size else None)

    def _is_weak(self, after: Attribution) -> bool:
        return after.where == "after" and after.verb not in self.phrases.strong and after.verb not in self._said_by

    def _described_by(self, index: int) -> Attribution | None:
        """The attribution right before words that the sentence goes on after: “which experts call “…”, Acme says”."""
        before = self._before(index)
        if before is None or before.phrase is None or before.verb not in self.phrases.with_hearer:
            return None
        opening = self._reading.token_at(self._parts[index].open)
        near = any(self.phrases.small(at) == before.verb for at in (opening - 1, opening - 2))
        return before if near and self._parts[index].closed else None

    def _called_by(self, index: int, before: Attribution) -> Attribution | None:
        """The person that a sentence goes on with after a comma: “Calling it “…”, senator Jane Doe …”."""
        first, end = self.region_after(index)
        edge = next((at for at in range(first, end) if self._tokens[at].text == ","), end)
        for at in range(edge + 1, min(edge + _SHORT, end)):
            name = self.cast.name_from(at)
            member = self.cast.of_token.get(at)
            if name is not None and member is not None and member.kind == "person":
                return before._replace(phrase=Phrase(name.title, name.last))
        return None

    def _surer(self, before: Attribution, index: int) -> Attribution | None:
        """The attribution after a sentence whose own verb only seems one: “some of it offered “…”, Doe said”."""
        assert before.phrase is not None
        if before.verb in self.phrases.strong | self.phrases.with_hearer or before.where != "before":
            return None
        if self.cast.member_at(*before.phrase) or self.phrases.small(before.phrase.first) in self._words.pronouns:
            return None
        tail = self._tail_of_sentence(index)
        return tail if tail is not None and tail.verb in self.phrases.strong else None

    def _tail_of_sentence(self, index: int) -> Attribution | None:
        """The attribution after the last part of a sentence that holds several."""
        number = self._reading.sentence_number(self._parts[index].open)
        while index + 1 < len(self._parts) and self._reading.sentence_number(self._parts[index + 1].open) == number:
            index += 1
        after = self._after(index)
        if after is not None and after.where == "after" and after.phrase is not None:
            return after._replace(where="tail", strong=False)
        return self._tail(index)

    # After it.

    def region_after(self, index: int) -> tuple[int, int]:
        """The tokens between a part and the end of its sentence, its paragraph or the next part."""
        part = self._parts[index]
        first = self._reading.token_at(part.close)
        end = self._reading.within(*self._reading.paragraphs[part.paragraph]).stop
        if index + 1 < len(self._parts) and self._parts[index + 1].paragraph == part.paragraph:
            end = min(end, self._reading.token_at(self._parts[index + 1].open))
        for at in range(first, end):
            if self._tokens[at].text in _STOPS and not self._is_abbreviated(at):
                return first, at
        return first, end

    def _is_abbreviated(self, at: int) -> bool:
        """Whether a stop belongs to a word before a number in the same sentence: “on Nov. 2”."""
        following = self._tokens[at + 1 : at + 2]
        if self._tokens[at].text != "." or not following or not following[0].text.isdigit():
            return False
        number = self._reading.sentence_number(following[0].start)
        return number == self._reading.sentence_number(self._tokens[at].start)

    def _after(self, index: int) -> Attribution | None:
        part = self._parts[index]
        first, end = self.region_after(index)
        if first >= end or not part.closed:
            return None
        said = self._reading.text[part.start : part.end]
        mark = self._tokens[first].text if self._tokens[first].text in _MARKS else ""
        start = first + 1 if mark else first
        while start < end and self._tokens[start].text in (*_MARKS, "-"):
            start += 1
        if start >= end:
            return None
        if mark in _DASHES or (mark == "-" and not said[-1:].isalnum()):
            dashed = self._dashed(start, end)
            if dashed is not None:
                return dashed
        stopped = said.rstrip("”’\"'»)")[-1:] in ".?!…" and not mark
        if stopped and self._tokens[start].text == "(":
            return None
        if stopped and (self._is_introduced(part) or self._tokens[start].small in self._turns):
            return None
        if stopped and self._tokens[start].capital and self._leads_on(index, end):
            return None
        if stopped and not self._ends_with_verb(start, end, asks=said.rstrip("”’\"'»)")[-1:] in "?!"):
            return None
        if not stopped and not mark and said.rstrip("”’\"'»)")[-1:] not in (",", "–", "—", "―", "-"):
            return self._agent_after(start, end) or self._by_according(start, end) or self._inverted(start, end)
        if self.phrases.leads_to_clause(start):  # “The deal ends “…,” says that …”
            return self._goes_on_saying(start, self._sentence_first(index), part.first)
        return self._clause_after(start, end)

    def _goes_on_saying(self, verb: int, first: int, last: int) -> Attribution | None:
        """The attribution to the subject of the sentence that a part stands in, of which more is told after it."""
        phrase = self._of_clause(first, last)
        return Attribution(phrase, self._tokens[verb].small, "after", strong=False) if phrase is not None else None

    def _leads_on(self, index: int, end: int) -> bool:
        """Whether what stands after a part leads with a comma or colon to the next: “… end.” Then he added, “…”"""
        following = self._parts[index + 1] if index + 1 < len(self._parts) else None
        opens = following is not None and self._reading.token_at(following.open) == end
        return opens and self._tokens[end - 1].text in ":,"

    def _is_introduced(self, part: Part) -> bool:
        """Whether what stands before a part leads up to it with a colon or a comma."""
        opening = self._reading.token_at(part.open)
        return opening > 0 and self._tokens[opening - 1].text in ":,"

    def _ends_with_verb(self, start: int, end: int, *, asks: bool) -> bool:
        """Whether a clause says no more than who spoke, to whom, when and where: its verb has no clause after it."""
        if self._tokens[start].text[0].islower() and self.phrases.is_speech(start):
            return True
        verbs = self.phrases.speech_in(start, end)
        if not (asks and self.cast.name_from(start) is not None):
            verbs = [at for at in verbs if self.phrases.small(at) in self.phrases.strong]
        if not verbs:
            return asks and self._named_after(start, end) is not None and end - start <= _SHORT
        after = verbs[0] + 1
        hearer = self.cast.name_from(after) if self.phrases.small(verbs[0]) in self.phrases.with_hearer else None
        if hearer is not None and hearer.last >= end:  # “Doe told Valley News.”
            return True
        if after < end and self.phrases.small(after).endswith(self._words.adverb_endings):
            after += 1
        small = self.phrases.small(after)
        return (
            after >= end
            or small in self._words.prepositions
            or small in self._times
            or not self._tokens[after].is_word
        )

    def _clause_after(self, start: int, end: int) -> Attribution | None:
        """An attribution that begins right here: ``said X``, ``X said``, ``according to X``."""
        found = self._inverted(start, end) or self._by_according(start, end)
        if found is not None:
            return found
        small = self.phrases.small(start)
        if small in self.phrases.participles or small in self._turns:
            return None
        for verb in self.phrases.speech_in(start, end)[:2]:
            if self.phrases.small(verb) in self._quoting and self.cast.name_from(verb + 1) is not None:
                return Attribution(self.phrases.after(verb + 1, end), self._tokens[verb].small, "after")
            phrase = self.phrases.subject(verb, start)
            if phrase is None or phrase.first - start > _FAR:
                continue
            if not any(self.phrases.small(at) in self._turns for at in range(start, phrase.first)):
                return Attribution(phrase, self._tokens[verb].small, "after")
        return self._named_after(start, end)

    def _inverted(self, start: int, end: int) -> Attribution | None:
        at = start
        if self._words.be and self.cast.grammar.is_adverb(self.phrases.small(at)) and at + 1 < end:
            at += 1
        if not self.phrases.is_speech(at) or self.phrases.small(at) in self.phrases.participles:
            return None
        verb = self._tokens[at].small
        following = at + (2 if f"{verb} {self.phrases.small(at + 1)}" in self.phrases.verbs else 1)
        if following >= end:
            return None
        if self.phrases.small(following) in self._words.prepositions:
            return None
        if verb in self.phrases.nouns_too and self.cast.grammar.verbs.lemma(self.phrases.small(following), "ing"):
            return None  # “Imagine that, states cutting their own hot air”
        phrase = self.phrases.after(following, end)
        return Attribution(phrase, verb, "after") if phrase is not None else None

    def _by_according(self, start: int, end: int) -> Attribution | None:
        for words in self._according:
            size = len(words)
            if tuple(self.phrases.small(start + offset) for offset in range(size)) == words and start + size < end:
                return Attribution(self.phrases.after(start + size, end), " ".join(words), "after")
        return None

    def _named_after(self, start: int, end: int) -> Attribution | None:
        """A name or pronoun and any past verb: “…,” Doe deadpanned."""
        small = self.phrases.small(start)
        name = self.cast.name_from(start)
        last = name.last if name is not None else start + 1 if small in self._words.persons else 0
        if not last:
            return None
        at = last
        while at < end and self.cast.grammar.is_adverb(self.phrases.small(at)):
            at += 1
        if at < end and self.cast.grammar.verbs.lemma(self.phrases.small(at), "past", "third"):
            first = name.title if name is not None else start
            return Attribution(Phrase(first, last), self.phrases.small(at), "after")
        return None

    def _dashed(self, start: int, end: int) -> Attribution | None:
        """A name after a dash that ends the paragraph or goes on with what the person is."""
        name = self.cast.name_from(start)
        if name is None or name.kind in ("thing", "place", "adjective"):
            return None
        following = self._tokens[name.last].text if name.last < len(self._tokens) else ""
        ends = name.last >= end or following in (",", "(", ".")
        if not ends or self.phrases.speech_in(start, end):
            return None
        return Attribution(Phrase(name.title, name.last), "—", "dash")

    def _agent_after(self, start: int, end: int) -> Attribution | None:
        """The agent of a passive: was called “…” by X."""
        if self.phrases.small(start) in self._agent and start + 1 < end:
            phrase = self.phrases.after(start + 1, end)
            if phrase is not None and self.cast.member_at(*phrase) is not None:
                return Attribution(phrase, self.phrases.small(start), "agent")
        return None

    def _tail(self, index: int) -> Attribution | None:
        """An attribution at the end of the sentence that a fragment stands in: “…” to the end, X said."""
        first, end = self.region_after(index)
        edges = [at for at in range(first, end) if self._tokens[at].text == "," and not self.phrases.is_quoted(at)]
        for edge in edges:
            if self.phrases.small(edge + 1) in self._turns:
                break
            found = self._inverted(edge + 1, end) or self._by_according(edge + 1, end)
            if found is not None:
                return found._replace(where="tail", strong=False)
            verbs = self.phrases.speech_in(edge + 1, min(end, edge + 14))
            for verb in verbs[:1]:
                phrase = self.phrases.subject(verb, edge + 1)
                if phrase is not None and phrase.first - edge <= 3:
                    return Attribution(phrase, self._tokens[verb].small, "tail", strong=False)
        return None

    # Before it.

    def region_before(self, index: int) -> tuple[int, int]:
        """The tokens from the begin of the sentence, or the part before in it, to a part."""
        part = self._parts[index]
        opening = self._reading.token_at(part.open)
        sentence = self._reading.sentence_of(part.open)
        first = sentence.first if sentence is not None else 0
        first = max(first, self._reading.within(*self._reading.paragraphs[part.paragraph]).start)
        if index and self._parts[index - 1].paragraph == part.paragraph:
            first = max(first, self._reading.token_at(self._parts[index - 1].close))
        return first, opening

    def _before(self, index: int) -> Attribution | None:
        first, opening = self.region_before(index)
        if first >= opening:
            return None
        starts = self._sentence_first(index)
        verbs = self.phrases.speech_in(first, opening)
        participles = [at for at in range(first, opening) if self.phrases.small(at) in self.phrases.participles]
        contrast = max(
            (at for at in range(first, opening) if self.phrases.small(at) in self._contrasting), default=first
        )
        if verbs:  # “said Moscow did well in maintaining ties, while Washington …”
            participles = [at for at in participles if at >= contrast]
        verb = max((*verbs[-1:], *participles[-1:]), default=None)
        if verb is None:
            return self._without_verb(first, opening)
        small = self._tokens[verb].small
        if verb in participles and verb not in verbs:
            return self._of_participle(verb, starts)
        if self._is_passive(verb):
            region = self.region_after(index)
            agent = self._agent_after(*region)
            turned = small in self.phrases.strong and self.phrases.small(verb + 1) == self.cast.grammar.infinitive
            if agent is None and turned:  # “is said to believe”
                return Attribution(self.phrases.subject(verb, first), small, "before")
            heard = small in self.phrases.with_hearer
            return agent or Attribution(None, small, "heard" if heard else "before", strong=False)
        phrase = self._around(verb, first, starts, opening)
        for earlier in reversed(verbs[:-1]):
            if phrase is not None and self._relays(earlier, verb, phrase):
                verb, phrase = earlier, self._around(earlier, first, starts, opening) or phrase
                small = self._tokens[verb].small
                break
            if phrase is not None and not self._is_thing(phrase):
                break
            phrase = self._around(earlier, first, starts, opening) or phrase
        strong = opening - verb <= 4 or self._tokens[opening - 1].text in ",:"
        return Attribution(phrase, small, "before", strong=strong or small in self.phrases.strong)

    def _relays(self, outer: int, verb: int, phrase: Phrase) -> bool:
        """Whether somebody says in own words what another thinks: “a spokesman said the company believes”."""
        sure = self.phrases.strong | self.phrases.with_hearer
        small = self.phrases.small(outer)
        if self.phrases.small(verb) in sure or small not in self.phrases.strong or phrase.first <= outer:
            return False
        return phrase.first - outer == 1 + (self.phrases.small(outer + 1) in self._relating)

    def _around(self, verb: int, first: int, starts: int, opening: int) -> Phrase | None:
        """The subject of a verb before a part, or what follows it: “Here is how it was put, said X:”."""
        before, last = self._tokens[verb - 1].text, self._tokens[opening - 1].text
        heard = self.phrases.small(verb) in self.phrases.with_hearer
        if verb > first and before == "," and last == "," and not heard:
            phrase = self.phrases.after(verb + 1, opening)
            if phrase is not None and phrase.last == opening - 1:
                return phrase
        phrase = self.phrases.subject(verb, first)
        if phrase is None and starts < first:
            phrase = self.phrases.subject(verb, starts)
        if phrase is None and self._tokens[opening - 1].text in ",:":
            phrase = self.phrases.after(verb + 1, opening)
        return phrase

    def _is_thing(self, phrase: Phrase) -> bool:
        """Whether a phrase is a pronoun that means no speaker."""
        return phrase.last - phrase.first == 1 and self.phrases.small(phrase.first) in self._things

    def _sentence_first(self, index: int) -> int:
        sentence = self._reading.sentence_of(self._parts[index].open)
        return sentence.first if sentence is not None else 0

    def _is_passive(self, verb: int) -> bool:
        at = verb - 1
        while self.cast.grammar.is_adverb(self.phrases.small(at)):
            at -= 1
        small = self.phrases.small(at)
        return small in self.cast.grammar.be and bool(
            self.cast.grammar.verbs.lemma(self.phrases.small(verb), "participle")
        )

    def _of_participle(self, verb: int, first: int) -> Attribution | None:
        """Of ``saying``: the subject of the clause before it."""
        quoted = self.cast.name_at(verb - 2) if self.phrases.small(verb - 1) in self._words.prepositions else None
        if quoted is not None and self.phrases.small(quoted.title - 1) in self._quoting:  # “quoting Doe as saying”
            return Attribution(Phrase(quoted.title, quoted.last), self.phrases.small(verb), "before")
        absolute = next((at for at in range(verb - 1, max(first, verb - _SHORT), -1) if self._accompanies(at)), None)
        if absolute is not None and absolute + 1 < verb:
            return Attribution(Phrase(absolute + 1, verb), self.phrases.small(verb), "before")
        clause = range(first, verb) if self.phrases.small(verb - 1) == "," else range(verb - 1, first - 1, -1)
        for at in clause:
            finite = self.phrases.is_speech(at) or (
                not self.phrases.is_quoted(at)
                and self._tokens[at].text[0].islower()
                and self.cast.grammar.verbs.lemma(self.phrases.small(at), "past", "third")
                and self.phrases.small(at - 1) not in self._words.determiners
            )
            if not finite:
                continue
            phrase = self.phrases.subject(at, first)
            if phrase is not None:
                return Attribution(phrase, self.phrases.small(verb), "before")
        return Attribution(None, self.phrases.small(verb), "before", strong=False)

    def _accompanies(self, at: int) -> bool:
        """Whether a word leads to who says something beside what is done: “it waits, with critics saying …”."""
        return self.phrases.small(at) in self._with and self._tokens[at - 1].text == ","

    def _without_verb(self, first: int, opening: int) -> Attribution | None:
        """``According to X``, ``X:``, ``in X’s letter`` and the like."""
        for at in range(first, opening):
            found = self._by_according(at, opening)
            if found is not None:
                return found._replace(where="before", strong=False)
        for at in range(opening - 1, first - 1, -1):
            if self.phrases.small(at) in self._nouns and not self.phrases.is_quoted(at):
                return Attribution(self._owner(at, first), self.phrases.small(at), "before", strong=False)
        if self._tokens[opening - 1].text == ":":
            phrase = self._of_clause(first, opening)
            if phrase is not None:
                return Attribution(phrase, ":", "label")
            name = self.cast.name_from(first)
            if name is not None and name.kind not in ("thing", "place", "adjective"):
                return Attribution(Phrase(name.title, name.last), ":", "label")
        return None

    def _owner(self, noun: int, first: int) -> Phrase | None:
        """Whose statement it is: a possessive before it, or the subject of its sentence."""
        for at in range(noun - 1, max(first, noun - 6) - 1, -1):
            if self._tokens[at].possessive:
                name = self.cast.name_at(at - 1)
                return Phrase(name.title, name.last) if name is not None else None
            if self.phrases.small(at) in self._own:
                return None
        return self._of_clause(first, noun)

    def _of_clause(self, first: int, last: int) -> Phrase | None:
        """The subject of the first verb between two tokens."""
        for at in range(first + 1, last):
            small = self.phrases.small(at)
            if small in self._words.be or self.cast.grammar.verbs.lemma(small, "past", "third"):
                phrase = self.phrases.subject(at, first)
                if phrase is not None and self.phrases.small(phrase.first - 1) not in self._words.prepositions:
                    return phrase
        return None
