"""Noun phrases: from the noun to the left, with prepositions within them and what "and" joins."""

from __future__ import annotations

from briefer.suggest.grammar.sentence_words import SentenceWords
from briefer.suggest.grammar.syntax import Group, NounPhrase


class NounPhrases(SentenceWords):
    """Finds the noun phrases of a sentence."""

    def ending_at(self, at: int) -> NounPhrase | None:
        """The noun phrase that ends at a token, with the prepositions within it and what "and" joins to it."""
        last_phrase = self.base(at)
        if last_phrase is None:
            return None
        phrase = self._with_prepositions(last_phrase)
        if phrase is None:
            phrase = self._name_at_end(last_phrase)
        return phrase and self._with_others(phrase)

    def _name_at_end(self, phrase: NounPhrase) -> NounPhrase | None:
        """The name after a phrase that leads the sentence: ``In the end Denmark …``."""
        first = phrase.last
        while first > phrase.first and self.tokens[first - 1].capital:
            first -= 1
        return NounPhrase(first, phrase.last, phrase.noun) if phrase.first < first < phrase.last else None

    def phrase_from(self, first: int, limit: int) -> NounPhrase | None:
        """The noun phrase that begins at a token; None if a verb in -ing or no noun stands there."""
        if self.grammar.verbs.lemma(self.small(first), "ing"):
            return None
        last = first
        while last < limit and self.nominal(last) and (last == first or not self._separate(last - 1, last)):
            last += 1
        return NounPhrase(first, last, last - 1) if last > first else None

    def _with_prepositions(self, phrase: NounPhrase) -> NounPhrase | None:
        grammar = self.grammar
        phrase = self._with_approximator(phrase)
        while self._leads_phrase(phrase.first - 1) and self.of_group.get(phrase.first - 1) is None:
            if self._infinitive(phrase.first - 2) is not None:
                break
            outer = self.base(self._before_participle(phrase.first - 2))
            may_be_clause = self.small(phrase.first - 1) in grammar.subordinators
            if may_be_clause and (outer is None or any(group.last <= outer.first for group in self.groups)):
                return phrase
            if outer is None:
                return None
            noun = phrase.noun if self.small(outer.noun) in grammar.quantities else outer.noun
            phrase = self._with_approximator(NounPhrase(outer.first, phrase.last, noun))
        infinitive = self._infinitive(phrase.first - 1) or self._infinitive(phrase.first - 2)
        if infinitive is None:
            return phrase
        outer = self.base(self.before(infinitive.first))
        outer = outer and self._with_prepositions(outer)
        return outer and NounPhrase(outer.first, phrase.last, outer.noun)

    def _infinitive(self, at: int) -> Group | None:
        """The infinitive that a token belongs to: ``efforts to speak from the gallery``."""
        group = self.of_group.get(at)
        return None if group is None or group.finite else group

    def _with_approximator(self, phrase: NounPhrase) -> NounPhrase:
        """With ``up to`` or ``more than`` before a number that leads the phrase."""
        first = phrase.first - 2
        if phrase.first - 1 == self.first and self.text(phrase.first)[0].isdigit():
            alone = self.small(self.first) in self.grammar.approximators
            return phrase._replace(first=self.first) if alone else phrase
        words = f"{self.small(first)} {self.small(first + 1)}"
        return phrase._replace(first=first) if words in self.grammar.approximators else phrase

    def _leads_phrase(self, at: int) -> bool:
        """Whether a word ties a noun phrase to what stands before it: ``of``, ``linked to``, ``representing``."""
        word = self.small(at)
        if word in self.grammar.prepositions or word == self.grammar.infinitive:
            return True
        return self.grammar.verbs.lemma(word, "ing") != "" and self._before_participle(at) < at

    def _before_participle(self, at: int) -> int:
        """Past a participle that describes the noun before it: ``hackers linked``."""
        describes = self.grammar.verbs.lemma(self.small(at), "participle", "ing")
        if not describes or self.tokens[at].capital or at <= self.first or not self.nominal(at - 1):
            return at
        return at if self.small(at - 1) in self.grammar.determiners else at - 1

    def _with_others(self, phrase: NounPhrase) -> NounPhrase:
        """``Germany, France and Italy``: together, unless a verb stands before them whose object the first are."""
        first = phrase
        verbs = [group for group in self.groups if group.finite and group.last <= first.first]
        told = -1
        if verbs and not self._opens_clause(first):
            if not self.grammar.verbs.is_a(verbs[-1].lemma, "saying"):
                return phrase
            told = verbs[-1].last
        if self.small(first.first - 1) not in self.grammar.coordinators:
            return phrase
        if self.text(first.first - 2) == "," and self._only_two(first.first - 2):
            return phrase
        while self.small(first.first - 1) in self.grammar.coordinators or self.text(first.first - 1) == ",":
            joint = first.first - 1
            before = self.before(joint)
            if self.text(before) == ",":
                before = self.before(before)
            other = self.base(before)
            other = other and self._with_prepositions(other)
            if other is None or (self.text(joint) == "," and self.tokens[other.noun].small in self.grammar.times):
                break
            if any(self.small(at) in self.grammar.times for at in range(other.first, other.last)):
                break
            first = other
        if 0 <= told != first.first:
            return phrase
        alone = self.tokens[first.noun]
        shares_noun = first.last - first.first == 1 and (not alone.capital or first.first == self.first)
        return NounPhrase(first.first, phrase.last, phrase.noun if shares_noun else first.noun)

    def _only_two(self, comma: int) -> bool:
        """Whether a verb and no other comma stand before ``, and …``, so that it begins a clause and ends no list."""
        verbs = [group.last for group in self.groups if group.finite and group.last <= comma]
        return bool(verbs) and not any(self.text(at) == "," for at in range(verbs[-1], comma))

    def _opens_clause(self, phrase: NounPhrase) -> bool:
        for at in range(phrase.first - 1, self.first, -1):
            if at in self.of_group:
                return False
            if self.small(at) in self.grammar.subordinators or self.small(at) in self.grammar.complementisers:
                return True
        return False

    def base(self, last: int) -> NounPhrase | None:
        """The noun and what belongs to it on the left: ``the US Treasury’s new head``; a pronoun alone."""
        grammar, at = self.grammar, last
        if at < self.first or not self.nominal(at):
            return None
        word = self.small(at)
        if word in grammar.subject_pronouns or word in grammar.things:
            return NounPhrase(at, last + 1, at)
        if word in grammar.determiners and word not in grammar.quantities and not self._stands_alone(at):
            return None
        noun = at - 1 if self.tokens[at].possessive and at > self.first else at
        while noun > self.first and self.small(noun) in grammar.times and self.nominal(noun - 1):
            noun -= 1
        if noun != at and (self.small(noun) in grammar.determiners or self.small(noun) in grammar.prepositions):
            return None
        while at > self.first and self.nominal(at - 1) and not self._separate(at - 1, at):
            at -= 1
            if self.small(at) in grammar.determiners and not self._more_before(at):
                break
        if self.small(at) in grammar.complementisers and at < noun and self._introduced(at):
            at += 1
        return NounPhrase(at, last + 1, noun)

    def _stands_alone(self, at: int) -> bool:
        """Whether a word that else leads a noun stands for some itself: ``Both were sentenced``."""
        grammar, word = self.grammar, self.small(at)
        if word not in grammar.plural_pronouns or word in grammar.complementisers:
            return False
        return at + 1 in self.of_group and (at == self.first or not self.nominal(at - 1))

    def _introduced(self, complementiser: int) -> bool:
        """Whether "that" stands after a word that it hangs on, and so is no determiner."""
        before = self.before(complementiser)
        return before >= self.first and (before in self.of_group or self.nominal(before))

    def _separate(self, left: int, right: int) -> bool:
        """Whether two neighbouring nominal tokens belong to different phrases."""
        grammar = self.grammar
        if self.small(left) in grammar.subject_pronouns - grammar.determiners:
            return True
        if self.small(right) in grammar.determiners and not (
            self.small(left) in grammar.determiners or self.text(left)[0].isdigit() or self._counts(right)
        ):
            return True
        if self.small(left) not in grammar.times or self.tokens[right].possessive:
            return False
        led = self.small(left - 1) in grammar.time_leads and self.tokens[right].capital
        return led or self.tokens[left].capital

    def _more_before(self, at: int) -> bool:
        """Whether more belongs to a noun before the word that leads it: ``all the``."""
        return self._counts(at) or self.small(at - 1) in self.grammar.determiners

    def _counts(self, at: int) -> bool:
        """Whether a word counts what belongs to somebody: ``Chile's two largest mines``."""
        return self.tokens[at - 1].possessive and self.small(at) in self.grammar.quantities
