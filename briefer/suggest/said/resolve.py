"""Whom a phrase means: a name by its full form, ``he`` and ``she`` by who was last spoken of."""

from __future__ import annotations

from typing import NamedTuple

from briefer.suggest.named.cast import Cast, Member
from briefer.suggest.named.names import Name
from briefer.suggest.said.descriptions import FADING, Descriptions
from briefer.suggest.said.phrases import Phrase, Phrases

_SENTENCES_BACK = 8
_COUNTED = 4
"""A number is followed by the noun that it counts within so many words."""


class Speaker(NamedTuple):
    """Who spoke, and the words that say so; ``first`` and ``last`` are the tokens of the phrase as it stands."""

    text: str
    start: int
    end: int
    first: int
    last: int
    member: Member | None = None
    gender: str = ""
    plural: bool = False


class Resolver:
    """Resolves phrases in reading order: who was found to speak is remembered for ``he``, ``she`` and ``they``."""

    def __init__(self, cast: Cast, phrases: Phrases) -> None:
        self.cast = cast
        self._reading = cast.reading
        self._tokens = cast.reading.tokens
        self._phrases = phrases
        words = cast.reading.language.words
        self._genders = {
            **dict.fromkeys(words("speech.pronouns he"), "male"),
            **dict.fromkeys(words("speech.pronouns she"), "female"),
        }
        self._they = words("speech.pronouns they")
        self._it = words("speech.pronouns it")
        self._people = (
            words("people.roles") | words("people.male roles") | words("people.female roles") | words("people.one")
        )
        self._bodies = words("organisations.by their own head")
        self._documents = words("speech.nouns")
        self._from = words("people.come from") | words("speech.agent")
        self._nobody = words("speech.pronouns other")
        self._nationals = self._reading.language.table("people.nationals")
        self._male = words("people.male roles")
        self._female = words("people.female roles")
        self._descriptions = Descriptions(cast, phrases)
        self.spoken: list[Speaker] = []

    def speaker(self, phrase: Phrase) -> Speaker | None:
        """Who a phrase names or describes; None if it means nobody that can be told."""
        found = self._speaker(phrase)
        if found is not None:
            self.spoken.append(found)
        return found

    def _speaker(self, phrase: Phrase) -> Speaker | None:
        first, last = phrase
        small = self._phrases.small(first)
        if last - first == 1 or small in self._genders or small in self._it:
            if small in self._genders:
                return self._by_gender(first, self._genders[small])
            if small in self._they:
                return self._plural(first)
            if small in self._it:
                return self._thing(first)
            if small in self._nobody:
                return self._antecedent(first) if small in self.cast.words.who else None
        if self._are_two(first, last):
            start, end = self._reading.span(first, last)
            return Speaker(self._reading.words(first, last), start, end, first, last, None, "", plural=True)
        counted = self._counted(first, last)
        if counted is not None:
            return counted if counted.text else None
        core = self._core(first, last)
        issued = self._issuer(core)
        if issued is not None:
            return issued
        while core > first + 1 and self._phrases.small(core - 1) in self.cast.words.honours:
            core -= 1
        if core > first + 1 and self._tokens[core - 1].possessive:
            core -= 1
        name = self.cast.name_at(core - 1)
        member = self.cast.of_token.get(core - 1)
        if name is not None and member is not None:
            return self._named(name, member, first)
        return self._described(first, last, core)

    def _issuer(self, core: int) -> Speaker | None:
        """Whose words a document holds that somebody is named beside: “a statement from Acme”, “the Acme report”."""
        if self._phrases.small(core - 1) not in self._documents:
            return None
        owned, owner = self.cast.name_at(core - 2), self.cast.of_token.get(core - 2)
        if owned is not None and owner is not None and owner.kind == "organisation":
            return self._named(owned, owner, owned.title)
        if self._phrases.small(core) not in self._from:
            return None
        at = core + 1 + (self._phrases.small(core + 1) in self.cast.words.articles)
        name = self.cast.name_from(at)
        member = self.cast.of_token.get(name.first) if name is not None else None
        return self._named(name, member, name.title) if name is not None and member is not None else None

    def _counted(self, first: int, last: int) -> Speaker | None:
        """Who “the 63” are: those whom the article counted before, nobody if it did not; None of other phrases."""
        number = self._phrases.small(last - 1)
        if last - first != 2 or not number.isdigit() or self._phrases.small(first) not in self.cast.words.articles:
            return None
        start, end = self._reading.span(first, last)
        acts = self.cast.words.acts
        for at in (at for at in range(first - 1) if self._phrases.small(at) == number):
            noun = next((after for after in range(at + 1, at + _COUNTED) if self._phrases.small(after) in acts), None)
            if noun is not None:
                return Speaker(self._reading.words(at, noun + 1), start, end, first, last, plural=True)
        return Speaker("", start, end, first, last)

    def _are_two(self, first: int, last: int) -> bool:
        """Whether a phrase names two that speak together."""
        named = self.cast.of_token
        return last - 1 in named and any(
            self._phrases.small(at) in self.cast.words.and_words
            and at not in named
            and self._tokens[at - 1].capital
            and named.get(at - 1) is not named[last - 1]
            for at in range(first + 1, last - 1)
        )

    def _core(self, first: int, last: int) -> int:
        """The end of a phrase without what is tied to its head by a preposition."""
        at = first
        while at < last:
            name = self.cast.name_at(at)
            if name is not None:
                at = min(last, name.last)
                continue
            if at > first and (self._phrases.small(at) in self.cast.words.prepositions or not self._is_word(at)):
                return at
            if at - 1 in self.cast.of_token and self.cast.grammar.verbs.lemma(self._phrases.small(at), "ing"):
                return at  # “Ants Nomper representing the paper”
            at += 1
        return last

    def _is_word(self, at: int) -> bool:
        token = self._tokens[at]
        return token.is_word or token.possessive or token.text in "’-"

    def _named(self, name: Name, member: Member, first: int) -> Speaker:
        start = self._tokens[min(first, name.title) if self._is_titled(first, name) else name.title].start
        end = self._tokens[self._with_brackets(name.last) - 1].end
        return Speaker(member.name, start, end, first, name.last, member, member.gender, member.kind == "group")

    def _is_titled(self, first: int, name: Name) -> bool:
        """Whether what stands before a name in a phrase is a role: “campaign manager Robby Mook”."""
        return first < name.title and self._phrases.small(name.title - 1) in self.cast.words.roles

    def _with_brackets(self, last: int) -> int:
        """The end of a name with a politician's party after it: “(D-Wis.)”."""
        tokens = self._tokens
        if last + 2 < len(tokens) and tokens[last].text == "(":
            for at in range(last + 1, min(last + 5, len(tokens))):
                if tokens[at].text == ")":
                    inside = tokens[last + 1].small.replace(".", "")
                    return at + 1 if inside.partition("-")[0] in self.cast.words.parties else last
        return last

    def _described(self, first: int, last: int, core: int) -> Speaker | None:
        while last > first and (not self._is_word(last - 1) or self._tokens[last - 1].possessive):
            last -= 1
        core = min(core, last)
        while last > first and self._phrases.small(last - 1) in self.cast.words.prepositions:
            last -= 1
        if last <= first or not any(self._tokens[at].is_word for at in range(first, last)):
            return None
        head = self._phrases.small(max(first, core - 1))
        known = self._descriptions.known(first, core, head)
        if known is None and core - first == 2 and head in self._nationals:
            meant = self._by_gender(core - 1, self._nationals[head])
            if meant is not None:
                return meant
        start, end = self._reading.span(first, last)
        if known is not None:
            return Speaker(known.name, start, end, first, last, known, known.gender)
        text = self._reading.words(first, last)
        gender = "male" if head in self._male else "female" if head in self._female else ""
        plural = head in self.cast.words.acts
        return Speaker(text, start, end, first, last, None, gender, plural)

    def _antecedent(self, at: int) -> Speaker | None:
        name = self.cast.name_at(at - 1) or self.cast.name_at(at - 2)
        member = self.cast.of_token.get(name.first) if name is not None else None
        return self._named(name, member, name.title) if name is not None and member is not None else None

    def _plural(self, at: int) -> Speaker | None:
        earlier = [speaker for speaker in self.spoken if speaker.first < at and speaker.plural]
        last = earlier[-1] if earlier else None
        subject = self._plural_subject(at)
        if subject is not None and (last is None or subject.first > last.first):
            last = subject
        return last._replace(first=at, last=at + 1) if last is not None else None

    def _plural_subject(self, at: int) -> Speaker | None:
        """Several people that one of the last sentences begins with."""
        here = self._sentence(at)
        for number in range(here, max(-1, here - 3), -1):
            sentence = self._reading.sentences[number]
            for verb in range(sentence.first + 1, min(sentence.last, at)):
                if self._phrases.is_quoted(verb) or not self.cast.grammar.verbs.lemma(
                    self._phrases.small(verb), "past", "base"
                ):
                    continue
                phrase = self._phrases.subject(verb, sentence.first)
                if phrase is not None and self._are_people(phrase):
                    return self._described(*phrase, self._core(*phrase))
        return None

    def _are_people(self, phrase: Phrase) -> bool:
        """Whether a phrase names several people by what they are: “protesters”, “hundreds of protesters”."""
        head, acts = self._phrases.small(self._core(*phrase) - 1), self.cast.words.acts
        counted = head.endswith(self.cast.words.plural_endings) and self._phrases.small(phrase.last - 1) in acts
        return head in acts or counted

    def _thing(self, at: int) -> Speaker | None:
        """The organisation or state that ``it`` means: named last before, subjects first."""
        here = self._sentence(at)
        told = self._body_that_spoke(here - 1)
        if told is not None:
            return told._replace(first=at, last=at + 1)
        best: tuple[float, Name, Member] | None = None
        for name in self.cast.names.all:
            member = self.cast.of_token.get(name.first)
            if name.first >= at or member is None or member.kind not in ("organisation", "state", "unknown"):
                continue
            if self.cast.is_place(name) or self._phrases.is_quoted(name.first):
                continue
            if self._tokens[name.last].possessive:
                continue
            distance = here - self._sentence(name.first)
            if distance > 2:
                continue
            named = self._tokens[name.last].text == "," and self._phrases.is_speech(
                name.last + 1
            )  # “the owner, Acme, said”
            score = (1.5 if named or self.cast.is_subject(name) else 0.0) - distance
            score += 0.5 * self._phrases.is_speech(name.last)
            if best is None or score >= best[0]:
                best = (score, name, member)
        last = self.spoken[-1] if self.spoken else None
        near = last is not None and here - self._sentence(last.first) <= 1
        if (
            last is not None
            and near
            and self._is_a_thing_described(last)
            and (not best or best[1].first <= last.first or not self.cast.is_subject(best[1]))
        ):
            return last._replace(first=at, last=at + 1)
        return (
            self._named(best[1], best[2], best[1].title)._replace(first=at, last=at + 1) if best is not None else None
        )

    def _body_that_spoke(self, number: int) -> Speaker | None:
        """The body or office that a sentence says something of: “The ministry said … It added …”."""
        if number < 0:
            return None
        sentence = self._reading.sentences[number]
        for verb in self._phrases.speech_in(sentence.first, sentence.last):
            phrase = self._phrases.subject(verb, sentence.first)
            if phrase is None or phrase.last - phrase.first == 1:
                return None
            found = self._speaker(phrase)
            if found is None or found.plural or found.gender or self._may_be_a_person(found):
                return None
            return found if self._phrases.small(phrase.last - 1) in self._bodies | self._documents else None
        return None

    @staticmethod
    def _is_a_thing_described(speaker: Speaker) -> bool:
        """Whether a speaker has no name and is one that may be ``it``: “the press service”."""
        return speaker.member is None and not speaker.plural and not speaker.gender

    def _by_gender(self, at: int, gender: str) -> Speaker | None:
        """Who ``he`` or ``she`` is: who was named or spoke last, subjects before others."""
        best: tuple[float, int] | None = None
        chosen: Speaker | None = None
        here = self._sentence(at)
        for name, member in self._descriptions.persons_before(at):
            if member.gender not in ("", gender) or self._phrases.is_quoted(name.first):
                continue
            distance = here - self._sentence(name.first)
            if distance > _SENTENCES_BACK:
                continue
            score = self._descriptions.weight(name, member, gender) - FADING * distance
            if best is None or (score, name.first) >= best:
                best = (score, name.first)
                chosen = self._named(name, member, name.title)
        for speaker in self.spoken:
            distance = here - self._sentence(speaker.first)
            if (
                speaker.plural
                or speaker.gender not in ("", gender)
                or distance > _SENTENCES_BACK
                or speaker.first >= at
            ):
                continue
            if not self._may_be_a_person(speaker):
                continue
            score = 2.0 + (1.0 if speaker.gender == gender else 0.0) - FADING * distance
            if best is None or (score, speaker.first) >= best:
                best, chosen = (score, speaker.first), speaker
        if chosen is None:
            return None
        if chosen.member is not None and chosen.member.kind == "person" and not chosen.member.gender:
            chosen.member.gender = gender
        return chosen._replace(first=at, last=at + 1, gender=gender)

    def _may_be_a_person(self, speaker: Speaker) -> bool:
        if speaker.member is not None:
            return speaker.member.kind == "person"
        return any(word in self._people for word in speaker.text.lower().split())

    def _sentence(self, at: int) -> int:
        return self._reading.sentence_number(self._tokens[at].start)
