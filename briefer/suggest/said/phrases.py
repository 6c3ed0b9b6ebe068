"""Who a speech verb belongs to: the phrase before it, or after it, that names or describes a speaker."""

from __future__ import annotations

from typing import NamedTuple

from briefer.suggest.named.cast import Cast

_PAUSES = ("–", "—", "-", "―")
_MOST_SEGMENTS = 10


class Phrase(NamedTuple):
    """Tokens ``first`` to before ``last`` that name or describe somebody."""

    first: int
    last: int


class Phrases:
    """Finds subjects of verbs. Tokens in ``quoted`` are somebody's words, and no part of the sentence around them."""

    def __init__(self, cast: Cast, quoted: frozenset[int]) -> None:
        self.cast = cast
        self._tokens = cast.reading.tokens
        self._words = cast.words
        self._grammar = cast.grammar
        self._quoted = quoted
        speech = cast.reading.language.words
        self.verbs = speech("speech.verbs")
        self.strong = speech("speech.strong")
        self.participles = speech("speech.participles")
        self._adverbs = speech("speech.adverbs")
        self._closers = speech("speech.closers")
        self._lead_ins = speech("speech.lead-ins")
        self.nouns_too = speech("speech.nouns too")
        self._complements = speech("speech.complementisers")
        self._agents = speech("speech.agent")
        self._what = speech("speech.what")
        self._coordinators = speech("grammar.coordinators")
        self.with_hearer = speech("speech.with a hearer")
        self._double = frozenset(verb for verb in self.verbs if " " in verb)
        self._compounds = speech("speech.compounds")
        self._double_firsts = frozenset(verb.split()[0] for verb in self._double)

    def small(self, at: int) -> str:
        """A token in small letters; empty outside the article."""
        return self._tokens[at].small if 0 <= at < len(self._tokens) else ""

    def is_quoted(self, at: int) -> bool:
        """Whether a token is somebody's words."""
        return at in self._quoted

    def is_speech(self, at: int) -> bool:
        """Whether a token is a verb of saying, and no noun."""
        small = self.small(at)
        if at in self._quoted:
            return False
        if f"{small} {self.small(at + 1)}" in self._compounds or self._goes_with_noun(at):
            return False
        if small not in self.verbs:
            return small in self._double_firsts and f"{small} {self.small(at + 1)}" in self._double
        leads = self._tokens[at].capital and not self.small(at - 1).isalnum() and self.cast.name_from(at + 1)
        if (self._tokens[at].capital and not leads) or self.small(at - 1) == self._grammar.infinitive:
            return False
        if small not in self.nouns_too:
            return True
        before = self.small(at - 1)
        described = self._goes_with_noun(at - 1) and self._grammar.verbs.lemma(before, "participle")
        if before in self.with_hearer or described or self._has_own_verb(at):
            return False
        return not (
            before in self._words.determiners
            or before in ("’s", "'s")
            or before in self._words.prepositions
            or before.endswith(("ing", "ive", "al", "ous", "ic"))
        )

    def _has_own_verb(self, at: int) -> bool:
        """Whether a verb or who did it follows a plural, so that it is a noun: “rules forbid”, “claims by Acme”."""
        after = self.small(at + 1)
        if after in self._agents:
            return True
        plural = self.small(at).endswith(self._words.plural_endings) and self.small(at - 1).isalpha()
        return plural and bool(self._grammar.verbs.lemma(after, "past")) and after not in self._words.be

    def leads_to_clause(self, at: int) -> bool:
        """Whether a verb of saying begins here what is said: “says that …”."""
        return self.is_speech(at) and self.small(at + 1) in self._complements - self._words.pronouns

    def _goes_with_noun(self, at: int) -> bool:
        """Whether a verb's form stands between an article and what it describes: “an emailed statement”."""
        before = self.small(at - 1)
        return before in self._words.articles and before not in self._words.relatives

    def speech_in(self, first: int, last: int) -> list[int]:
        """The verbs of saying between two tokens."""
        return [at for at in range(first, last) if self.is_speech(at)]

    def subject(self, verb: int, first: int) -> Phrase | None:
        """The subject of a verb, looked for back to token ``first``; None if there is none."""
        at = self._before_auxiliaries(verb, first)
        if self.small(at - 1) in self._words.things and (name := self._before_which(at - 2, first)) is not None:
            return name
        if self.small(at) in self._words.who and (name := self._before_who(at - 1, first)) is not None:
            return name
        segments = self._segments(first, at)
        if not segments:
            return None
        start, end = segments[-1]
        if first < start < end and self.small(end - 1) in self._words.and_words and not self._has_verb(start, end):
            return self._subject_shared(start - 1, first)
        if first < start == end - 1 and self.small(start) in self._coordinators:
            leading = self._first_subject(first, start)
            if leading is not None:
                return leading
        if (
            first == start < end - 1
            and self.small(end - 1) in self._words.and_words
            and self.cast.name_at(end - 2) is None
        ):
            leading = self._first_subject(first, end - 1)
            if leading is not None or not self._has_verb(start, end - 1):
                return leading
        if first < start < end and self._opens_with_verb(start):
            return self.subject(start, first)
        if start < end and self.small(start) not in self._words.who:
            return self._told_of(segments) or self._phrase_in(start, end)
        if start < end:
            return self._relative(segments)
        return self._over_appositions(segments[:-1])

    def _told_of(self, segments: list[tuple[int, int]]) -> Phrase | None:
        """The person whose office stands right before a verb: “Jane Doe, head of the union said”."""
        if len(segments) < 2:
            return None
        (first, last), (start, end) = segments[-2:]
        name = self.cast.name_at(last - 1) if first < last else None
        alone = name is not None and name.title == first and self._is_person(name.first)
        return Phrase(first, last) if alone and self._tells_office(start, end) else None

    def _before_who(self, at: int, first: int) -> Phrase | None:
        """The person named right before “who”: “a speech by Jane Doe, who called it a farce”."""
        at -= self.small(at) == ","
        name = self.cast.name_at(at) if at >= first else None
        if name is None or not self._is_person(name.first) or self.small(name.title - 1) in self._words.of_words:
            return None
        return Phrase(name.title, name.last)

    def _subject_shared(self, at: int, first: int) -> Phrase | None:
        """The subject of the verb before a list: “Doe, who called it a break with order, law and trade and said”."""
        verbs = self.speech_in(first + 1, at)[::-1]
        sure = (verb for verb in verbs if self.small(verb) not in self.nouns_too)  # “called the attacks a crime and”
        verb = next(sure, verbs[0] if verbs else None)
        return self.subject(verb, first) if verb is not None else None

    def _first_subject(self, first: int, last: int) -> Phrase | None:
        """The subject that a sentence begins with, for a verb after “but”: “Doe declined to say, but called it …”."""
        for at in range(first + 1, last):
            if at not in self._quoted and self._grammar.verbs.lemma(self.small(at), "past", "third"):
                phrase = self.subject(at, first)
                return phrase if phrase is not None and phrase.first - first <= 1 else None
        return None

    def _before_which(self, at: int, first: int) -> Phrase | None:
        """The name that “which” goes on about: “Greenpeace, which charged”, “the Razem party, which won”."""
        at -= self.small(at) == ","
        at -= self.small(at) in self._words.after_names
        name = self.cast.name_at(at) if at >= first else None
        return Phrase(name.title, name.last) if name is not None else None

    def _opens_with_verb(self, at: int) -> bool:
        """Whether a stretch begins with a verb, so that its subject stands before it: “, went further and called”."""
        token = self._tokens[at]
        return token.text[0].islower() and bool(self._grammar.verbs.lemma(token.small, "past", "third"))

    def _relative(self, segments: list[tuple[int, int]]) -> Phrase | None:
        return self._phrase_in(*segments[-2]) if len(segments) > 1 else None

    def _over_appositions(self, segments: list[tuple[int, int]]) -> Phrase | None:
        """The subject before what is only added between commas: “Jane Doe, 45, who farms here, said”."""
        for index in range(len(segments) - 1, -1, -1):
            start, end = segments[index]
            if start >= end:
                continue
            if index == 0 and len(segments) > 1 and (named := self._body_in(*segments[1])) is not None:
                return self._phrase_in(start, end) if self.cast.name_at(end - 1) is not None else named
            added = index > 0 and self._tells_office(start, end) and self._ends_with_person(*segments[index - 1])
            if index == 0 or not (added or self._is_added(start, end)):
                return self._phrase_in(start, end)
        return None

    def _body_in(self, start: int, end: int) -> Phrase | None:
        """The organisation that a stretch between commas is the name of: “its parent, the Bank of Leith, said”."""
        first = start + 1 if start < end and self.small(start) in self._words.articles else start
        name = self.cast.name_from(first) if first < end else None
        member = self.cast.of_token.get(first)
        whole = name is not None and member is not None and member.kind == "organisation" and name.last == end
        return Phrase(first, end) if whole else None

    def _is_added(self, start: int, end: int) -> bool:
        small = self.small(start)
        of_party = "-" in small and small.partition("-")[0] in self._words.parties
        if small in self._words.relatives or of_party:
            return True
        if self._opens_clause(start, end) or (self._ends_with_person(start, end) and end - start <= 6):
            return False
        token = self._tokens[start]
        return (
            small in self._words.determiners
            or small in self._words.who
            or small.isdigit()
            or token.text[0].islower()
            or token.text == "("
            or small in self._words.roles
            or small in self._words.titles
            or self.small(end - 1) in self._words.roles
            or not self._is_clause_start(start, end)
        )

    def _tells_office(self, start: int, end: int) -> bool:
        """Whether a stretch only tells what somebody is: “Acme’s head of sales”, “chair of the board”."""
        if any(self.cast.name_at(at) is not None and self._is_person(at) for at in (start, end - 1)):
            return False
        return any(self.small(at) in self._words.roles for at in range(start, end)) and not self._has_verb(start, end)

    def _is_clause_start(self, start: int, end: int) -> bool:
        return self.cast.member_at(start, end) is not None and end - start <= 8

    def _opens_clause(self, start: int, end: int) -> bool:
        """Whether a stretch ends with the person that a clause begins with: “heard only after Jane Doe”."""
        name = self.cast.name_at(end - 1)
        if name is None or end - 1 in self._quoted or not self._is_person(name.first):
            return False
        return name.title - 1 > start and self.small(name.title - 1) in self._complements

    def _ends_with_person(self, start: int, end: int) -> bool:
        member = self.cast.of_token.get(end - 1)
        if member is None or member.kind != "person" or start in self._quoted:
            return False
        name = self.cast.name_at(end - 1)
        return name is None or name.title <= start or self.small(name.title - 1) not in self._words.prepositions

    def _before_auxiliaries(self, verb: int, first: int) -> int:
        """The end of the phrase before a verb group: adverbs and auxiliaries skipped."""
        at = verb
        while at > first:
            small = self.small(at - 1)
            if small in self._adverbs or (self._grammar.is_adverb(small) and self._tokens[at - 1].text[0].islower()):
                at -= 1
                continue
            break
        return at

    def _segments(self, first: int, last: int) -> list[tuple[int, int]]:
        """What stands between commas, dashes and brackets from ``first`` on; the last may be empty."""
        edges: list[tuple[int, int]] = []
        end = at = last
        depth = 0
        while at > first:
            token = self._tokens[at - 1]
            if at - 1 in self._quoted or token.text in ":;":
                break
            if token.text == ")":
                depth += 1
            elif token.text == "(":
                depth = max(0, depth - 1)
            elif not depth and (token.text == "," or self._is_pause(at - 1)) and self.cast.name_at(at - 1) is None:
                edges.append((at, end))
                end = at - 1
                if len(edges) >= _MOST_SEGMENTS:
                    break
            at -= 1
        edges.append((at, end))
        return edges[::-1]

    def _is_pause(self, at: int) -> bool:
        """Whether a dash stands here, and no hyphen within a word: “a 14-point plan”."""
        joined = 0 < at < len(self._tokens) - 1 and self._tokens[at].text == "-"
        joined = joined and self._tokens[at - 1].end == self._tokens[at].start
        return self._tokens[at].text in _PAUSES and not (
            joined and self._tokens[at].end == self._tokens[at + 1].start
        )

    def _phrase_in(self, start: int, end: int) -> Phrase | None:
        """The noun phrase that a stretch before a verb holds."""
        end = self._without_brackets(start, end)
        cut = self._last_boundary(start, end)
        if cut is not None and cut >= end:
            end = next((at for at in range(start + 1, end) if self._has_verb(at, at + 1)), end)
        elif cut is not None:
            start = cut
        while start < end and (
            self.small(start) in self._lead_ins or not self._tokens[start].is_word or self.is_speech(start)
        ):
            start += 1
        small = self.small(start) if start < end else ""
        if self._grammar.is_adverb(small) and small not in self._words.prepositions:
            start += 1
        if start < end and self.small(start) in self._words.prepositions:
            start = self._back_from(start, end)
        start = self._after_gap(start, end)
        end = self._before_relative(start, end)
        start = self._last_pronoun(start, end)
        alone = end - start == 1 and self._goes_with_noun(end)
        return Phrase(start, end) if start < end and not alone and self.small(start) not in self._words.be else None

    def _last_pronoun(self, start: int, end: int) -> int:
        """Where a clause begins whose verb has a pronoun right before it: “Dash, a unit it claimed would …”."""
        small = self.small(end - 1)
        if end - 1 <= start or small not in self._words.persons:
            return start
        before = self.small(end - 2)
        tied = before in self._words.and_words or before in self._words.prepositions
        return start if tied else end - 1

    def _after_gap(self, start: int, end: int) -> int:
        """Where a new phrase begins: after “what”, or with an article that nothing ties to the word before it."""
        for at in range(end - 1, start, -1):
            if self.small(at) in self._what and at < end - 1:  # “died in what Jane Doe called”
                return at + 1
            if self.small(at) in self._words.articles and at - 1 not in self._quoted:
                before = self.small(at - 1)
                tied = before in self._words.prepositions or before in self._words.and_words
                tied = tied or (
                    self._grammar.verbs.lemma(before, "ing") != "" and self.cast.name_at(at - 2) is not None
                )
                if not tied and before not in self._words.determiners:
                    return at
        return start

    def _without_brackets(self, start: int, end: int) -> int:
        """The end of a phrase without brackets after it, unless they are a politician's."""
        if end - 1 > start and self._tokens[end - 1].text == ")":
            for at in range(end - 1, start, -1):
                if self._tokens[at].text == "(":
                    return at
        return end

    def _last_boundary(self, start: int, end: int) -> int | None:
        """Where the last clause of a stretch begins: after ``that``, ``when``, or ``and`` that follows a clause."""
        for at in range(end - 1, start, -1):
            small = self.small(at)
            if self.is_speech(at):
                return at + 1
            if small in self._complements and self.small(at - 1) not in self._words.prepositions:
                return at + 1
            if small in self._words.and_words and self._has_verb(start, at):
                return at + 1
        return None

    def _has_verb(self, start: int, end: int) -> bool:
        return any(
            self.small(at) in self._words.be
            or self.is_speech(at)
            or (self._tokens[at].text[0].islower() and bool(self._grammar.verbs.lemma(self.small(at), "past")))
            for at in range(start, end)
        )

    def _back_from(self, start: int, end: int) -> int:
        """Where the phrase right before a verb begins, in a stretch that opens with “in a statement”."""
        name = self.cast.name_at(end - 1)
        if name is not None:
            return name.title
        at = end - 1
        if self.small(at) in self._words.persons:
            return at
        while at > start:
            small = self.small(at)
            if small in self._words.determiners:
                return at
            if small in self._words.prepositions:
                return at + 1
            at -= 1
        return end - 1 if self._tokens[end - 1].is_word and at > start else end

    def _before_relative(self, start: int, end: int) -> int:
        for at in range(start + 1, end):
            if self.small(at) in self._words.who:
                return at
        return end

    def after(self, at: int, limit: int) -> Phrase | None:
        """The speaker that a verb is followed by: up to a comma, a verb or a preposition that tells when or where."""
        start = at
        if self.small(at) in self._complements and self.small(at) not in self._words.pronouns:
            return None
        if self.small(at) in self._words.pronouns:
            return Phrase(at, at + 1)
        name = self.cast.name_from(at)
        owns = name is not None and name.last < len(self._tokens) and self._tokens[name.last].possessive
        if name is not None and not owns and self._is_person(name.first):
            return self._with_partner(name.title, name.last)
        while at < limit:
            token = self._tokens[at]
            if at > start and token.text == "." and self.small(at + 1).isdigit():  # “the Aug. 27 memo”
                at += 1
                continue
            if at in self._quoted or (not token.is_word and not token.possessive and token.text != "’"):
                break
            named = self.cast.name_at(at)
            is_person = named is not None and at > start and self._is_person(named.first)
            if named is not None and is_person and self.small(at - 1) not in self._words.prepositions:
                return Phrase(start, named.last)
            if at > start and token.small in self._closers and not (named is not None):
                held = self._also_holds(at, limit) if token.small in self._words.and_words else None
                if held is not None:
                    return Phrase(start, held)
                break
            if at > start and token.small in self._complements:
                break
            at = named.last if named is not None and named.last > at else at + 1
        if at == start:
            return None
        return self._appended(at, limit) or Phrase(start, at)

    def _also_holds(self, at: int, limit: int) -> int | None:
        """The end of the person's name after a second office: “according to author and founder Jane Doe”."""
        if self.small(at - 1) not in self._words.roles:
            return None
        for following in range(at + 1, min(at + 5, limit)):
            name = self.cast.name_from(following)
            if name is not None and self._is_person(name.first):
                return name.last
        return None

    def _with_partner(self, first: int, last: int) -> Phrase:
        """A person, and the second of two that speak together."""
        if self.small(last) in self._words.and_words:
            name = self.cast.name_from(last + 1)
            if name is not None and self._is_person(name.first) and self._tokens[name.last : name.last + 1]:
                return Phrase(first, name.last) if not self._tokens[name.last].is_word else Phrase(first, last)
        return Phrase(first, last)

    def _appended(self, at: int, limit: int) -> Phrase | None:
        """The name after a description: “said its chief engineer, Ruth Aldane.”"""
        if self.small(at) != "," or at + 1 >= limit:
            return None
        name = self.cast.name_from(at + 1)
        if name is None or not self._is_person(name.first) or name.last - name.first < 2:
            return None
        follows = self._tokens[name.last] if name.last < len(self._tokens) else None
        return Phrase(name.title, name.last) if follows is None or not follows.is_word else None

    def _is_person(self, at: int) -> bool:
        member = self.cast.of_token.get(at)
        return member is not None and member.kind == "person"
