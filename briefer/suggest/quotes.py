"""Quotations: attributed words, brought together where an attribution interrupts them, with their speakers."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from briefer.suggest.named.cast import Cast
from briefer.suggest.said.attribution import Attribution
from briefer.suggest.said.blocks import answering, unmarked
from briefer.suggest.said.fragments import Fragments
from briefer.suggest.said.labels import Labels
from briefer.suggest.said.parts import Part
from briefer.suggest.said.phrases import Phrase
from briefer.suggest.said.resolve import Resolver, Speaker
from briefer.suggest.said.speakers import Attributions
from briefer.suggest.shapes import Quote, QuoteKind

JOIN = " … "
"""How a quote's text shows where its attribution interrupts it."""
_LEAST = 2
_RESUMED = 10
"""Words and marks that may stand between an attribution and the fragment of the next sentence that goes on."""
_LONG = 5
"""Words from which a quotation that nothing attributes is still somebody's words."""


@dataclass
class _Utterance:
    """What somebody said in one go: its parts by number."""

    parts: list[int]
    attribution: Attribution | None
    speaker: Speaker | None = None
    why: str = ""
    marked: list[Part] = field(default_factory=list)


def quotes(cast: Cast) -> tuple[Quote, ...]:
    """The quotations of an article with their speakers, in reading order."""
    return _Quotes(cast).found()


class _Quotes:
    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._reading = cast.reading
        self._labels = Labels(cast.reading)
        self._parts = cast.parts
        self._attributions = Attributions(cast, self._parts)
        self._resolver = Resolver(cast, self._attributions.phrases)
        self._fragments = Fragments(cast)
        self._definite = cast.reading.language.words("grammar.definite")
        self._agent = cast.reading.language.words("speech.agent")
        self._adding = cast.reading.language.words("speech.adding")

    def found(self) -> tuple[Quote, ...]:
        """Those that are somebody's words."""
        quotes = []
        last: _Utterance | None = None
        for utterance in self._utterances():
            if not self._is_said(utterance, last):
                continue
            self._attribute(utterance, last)
            if self._is_somebodys(utterance):
                quotes.append(self._quote(utterance))
                last = utterance
        quotes += unmarked(
            self._cast, self._attributions.phrases, self._resolver, [part.paragraph for part in self._parts]
        )
        return tuple(sorted(quotes, key=lambda quote: (quote.start, quote.end)))

    def _is_somebodys(self, utterance: _Utterance) -> bool:
        """Whether somebody is named, or the words are so many or so whole that they are somebody's all the same."""
        named = utterance.speaker is not None or utterance.attribution is not None
        return named or self._words(utterance) >= _LONG or self._is_whole(utterance)

    def _utterances(self) -> list[_Utterance]:
        found: list[_Utterance] = []
        for index in range(len(self._parts)):
            attribution = self._attributions.of(index)
            if found and self._goes_on(found[-1], index, attribution):
                found[-1].parts.append(index)
                if found[-1].attribution is None or found[-1].attribution.phrase is None:
                    found[-1].attribution = attribution or found[-1].attribution
            else:
                shared = self._shared(found[-1], index) if found and attribution is None else None
                found.append(_Utterance([index], attribution or shared))
        return found

    def _shared(self, utterance: _Utterance, index: int) -> Attribution | None:
        """The attribution of the words before in a sentence, where a part has none: a “scam” and a “disaster”."""
        said = utterance.attribution
        if (
            said is None
            or said.where != "before"
            or said.phrase is None
            or not self._same_sentence(utterance, self._parts[index])
        ):
            return None
        return said._replace(strong=False)

    def _goes_on(self, utterance: _Utterance, index: int, own: Attribution | None) -> bool:
        """Whether a part belongs to the utterance before: nothing but its attribution stands between them."""
        earlier, part = self._parts[utterance.parts[-1]], self._parts[index]
        opens = part.open == self._reading.paragraphs[part.paragraph][0]
        if not earlier.closed:
            return part.paragraph == earlier.paragraph + 1 and opens
        said = utterance.attribution
        if opens and self._adds(utterance, index, own):
            return True
        if (
            said is None
            or said.where not in ("after", "dash", "tail")
            or said.phrase is None
            or said.phrase.first < earlier.last
        ):
            return False
        if own is not None and not (own.where == "before" and own.phrase == said.phrase):
            return False
        if said.where == "tail" and part.paragraph != earlier.paragraph:
            return False
        end = self._attributions.region_after(index - 1)[1]
        opening = self._reading.token_at(part.open)
        if part.paragraph == earlier.paragraph:
            between = self._between(end, opening)
            if own is None and said.where == "after" and self._resumes(earlier, part, len(between)):
                return True
            before = self._reading.tokens[opening - 1]
            stopped = (
                not before.is_word or before.text[-1] == "."
            )  # of “Gate J.” it is the end of the sentence as well
            return len(between) <= 1 and (not between or between[0] != ":") and stopped
        ends = self._reading.within(*self._reading.paragraphs[earlier.paragraph]).stop
        return (
            part.paragraph == earlier.paragraph + 1
            and opens
            and (self._is_sentence(earlier) or len(utterance.parts) > 1)
            and len(self._between(end, ends)) <= 1
            and self._is_sentence(part)
        )

    def _resumes(self, earlier: Part, part: Part, between: int) -> bool:
        """Whether the next sentence takes up what was said: “…,” Doe said. As a parent, “we are to go on …”."""
        after = self._reading.sentence_number(part.open) - self._reading.sentence_number(earlier.start)
        near = after == 1 and between <= _RESUMED and self._size(part) >= _LONG
        return near and self._is_sentence(earlier) and not self._is_sentence(part)

    def _adds(self, utterance: _Utterance, index: int, own: Attribution | None) -> bool:
        """Whether a paragraph goes on with what the one before ends with: “…,” he added."""
        earlier, part = self._parts[utterance.parts[-1]], self._parts[index]
        if own is None or own.where != "after" or own.verb not in self._adding or utterance.attribution is None:
            return False
        tokens = self._reading.tokens
        pronoun = own.phrase is not None and tokens[own.phrase.first].small in self._cast.words.pronouns
        alone = own.phrase is not None and own.phrase.last + 1 >= self._attributions.region_after(index)[1]
        ends = self._reading.within(*self._reading.paragraphs[earlier.paragraph]).stop
        left = self._between(self._reading.token_at(earlier.close), ends)
        return pronoun and alone and part.paragraph == earlier.paragraph + 1 and len(left) <= 1

    def _between(self, first: int, last: int) -> list[str]:
        """The words and marks between two tokens, without quotation marks that close something."""
        return [token.text for token in self._reading.tokens[first:last] if token.text not in "”’\"'»"]

    def _is_said(self, utterance: _Utterance, last: _Utterance | None) -> bool:
        """Whether words in marks are somebody's, and no name, title or label."""
        part = self._parts[utterance.parts[0]]
        attribution = utterance.attribution
        words = self._words(utterance)
        if len(utterance.parts) > 1:
            return True
        adjacent = attribution is not None and (
            attribution.where in ("after", "dash", "label") or self._introduced(part)
        )
        if adjacent and attribution is not None and attribution.phrase is not None:
            return (
                words >= 2
                or self._is_sentence(part)
                or (attribution.where == "after" and self._fragments.is_uttered(part))
            )
        if (
            words < 2
            or self._labels.is_label(part)
            or (words == _LEAST and self._fragments.qualifies(part, attribution.verb if attribution else ""))
        ):
            return False
        if attribution is not None:
            return words >= 3 or attribution.strong or attribution.phrase is not None
        if self._is_sentence(part) and words >= 4:
            return True
        opening = self._reading.token_at(part.open)
        if words < _LONG and opening and self._reading.tokens[opening - 1].small in self._cast.words.determiners:
            return False
        beside = last is not None and self._same_sentence(last, part)
        return words >= _LONG or beside or (words >= 3 and self._subject_of(part) is not None)

    def _introduced(self, part: Part) -> bool:
        opening = self._reading.token_at(part.open)
        return opening > 0 and self._reading.tokens[opening - 1].text in (",", ":")

    def _same_sentence(self, last: _Utterance, part: Part) -> bool:
        earlier = self._parts[last.parts[-1]]
        return self._reading.sentence_number(earlier.start) == self._reading.sentence_number(part.start)

    def _words(self, utterance: _Utterance) -> int:
        return sum(self._size(self._parts[index]) for index in utterance.parts)

    def _size(self, part: Part) -> int:
        return sum(self._reading.tokens[at].is_word for at in range(part.first, part.last))

    def _is_sentence(self, part: Part) -> bool:
        """Whether a part begins like a sentence and ends with a stop."""
        said = self._reading.text[part.start : part.end]
        first = next((character for character in said if character.isalnum()), "")
        return not first.islower() and (said[-1] in ".?!,…—–-" or not part.closed) and self._size(part) >= 2

    def _is_whole(self, utterance: _Utterance) -> bool:
        return self._is_sentence(self._parts[utterance.parts[0]])

    # Whose words.

    def _attribute(self, utterance: _Utterance, last: _Utterance | None) -> None:
        attribution = utterance.attribution
        if attribution is not None and attribution.phrase is not None:
            utterance.speaker = self._resolver.speaker(attribution.phrase)
            if utterance.speaker is not None:
                utterance.why = f"{utterance.speaker.text}: “{attribution.verb}”"
                return
            if attribution.where == "after":
                utterance.why = f"“{attribution.verb}”"
                self._from_context(utterance, last)
                return
        if attribution is None and self._answers(utterance):
            return
        self._from_context(utterance, last)
        if attribution is not None and not utterance.why:
            utterance.why = f"“{attribution.verb}”"
        utterance.why = utterance.why or "words in quotation marks"

    def _answers(self, utterance: _Utterance) -> bool:
        """Whether words are an answer of an interview; its speaker is then who is interviewed."""
        part = self._parts[utterance.parts[0]]
        start = self._reading.paragraphs[part.paragraph][0]
        member = answering(self._cast, start, part.open) if start < part.open else None
        if member is None:
            return False
        name = member.mentions[0]
        span = self._reading.span(name.first, name.last)
        utterance.speaker = Speaker(member.name, *span, name.first, name.last, member, member.gender)
        utterance.why = f"an answer of {member.name}"
        return True

    def _from_context(self, utterance: _Utterance, last: _Utterance | None) -> None:
        """The speaker of words that nothing beside them attributes: who spoke just before, or is spoken of."""
        part = self._parts[utterance.parts[0]]
        if last is not None and last.speaker is not None and self._follows(last, part):
            utterance.speaker, utterance.why = last.speaker, f"goes on after {last.speaker.text}"
            return
        heard = utterance.attribution is not None and utterance.attribution.where == "heard"
        phrase = self._agent_before(part) if heard else self._subject_of(part) or self._subject_before(part)
        speaker = self._resolver.speaker(phrase) if phrase is not None else None
        if speaker is None and last is not None and self._near(last, part) and not heard:
            speaker = last.speaker
        if speaker is not None:
            utterance.speaker, utterance.why = speaker, f"the sentence is about {speaker.text}"

    def _follows(self, last: _Utterance, part: Part) -> bool:
        """Whether nothing is said between two quotations that could name another speaker."""
        earlier = self._parts[last.parts[-1]]
        if self._same_sentence(last, part):
            return True
        if part.paragraph - earlier.paragraph > 1:
            return False
        first, opening = self._reading.token_at(earlier.close), self._reading.token_at(part.open)
        names = [
            at for at in range(first, opening) if (member := self._cast.of_token.get(at)) and member.kind == "person"
        ]
        speaker = last.speaker.member if last.speaker is not None else None
        return all(self._cast.of_token.get(at) is speaker for at in names) and opening - first < 30

    def _near(self, last: _Utterance, part: Part) -> bool:
        return part.paragraph - self._parts[last.parts[-1]].paragraph <= 2

    def _subject_of(self, part: Part) -> Phrase | None:
        """Who does something in the sentence that a fragment stands in."""
        sentence = self._reading.sentence_of(part.start)
        return self._doer(sentence.first, part.first) if sentence is not None else None

    def _agent_before(self, part: Part) -> Phrase | None:
        """By whom something was done in the sentence before: “She was advised by X to wait. She was warned …”."""
        number = self._reading.sentence_number(part.start) - 1
        if number < 0:
            return None
        sentence = self._reading.sentences[number]
        for at in range(sentence.last - 1, sentence.first, -1):
            if self._reading.tokens[at - 1].small in self._agent and (name := self._cast.name_at(at)) is not None:
                return Phrase(name.title, name.last)
            if self._reading.tokens[at - 1].small in self._agent:
                name = self._cast.name_at(at + 1) if self._reading.tokens[at].small in self._definite else None
                return Phrase(name.title, name.last) if name is not None else None
        return None

    def _subject_before(self, part: Part) -> Phrase | None:
        """Who does something in the sentence before: a speaker first."""
        number = self._reading.sentence_number(part.start) - 1
        if number < 0:
            return None
        sentence = self._reading.sentences[number]
        if part.paragraph - sentence.paragraph > 1:
            return None
        phrases = self._attributions.phrases
        for verb in phrases.speech_in(sentence.first, sentence.last):
            turned = self._reading.tokens[verb - 1].text == "," and self._cast.name_from(verb + 1) is not None
            phrase = phrases.after(verb + 1, sentence.last) if turned else phrases.subject(verb, sentence.first)
            if phrase is not None:
                return phrase
        return self._doer(sentence.first, sentence.last)

    def _doer(self, first: int, last: int) -> Phrase | None:
        """The first person named between two tokens that is a subject, or the pronoun that is."""
        for at in range(first, last):
            if self._attributions.phrases.is_quoted(at):
                continue
            small = self._reading.tokens[at].small
            if small in self._cast.words.he_or_she:
                return Phrase(at, at + 1)
            if (
                at == first + 1
                and small in self._cast.words.roles
                and self._reading.tokens[first].small in self._cast.words.articles
            ):
                return Phrase(first, at + 1)
            name = self._cast.name_at(at)
            member = self._cast.of_token.get(at)
            if name is None or member is None or name.first != at or member.kind not in ("person", "organisation"):
                continue
            if (
                self._cast.verb_follows(name)
                and self._reading.tokens[name.title - 1].small not in self._cast.words.prepositions
            ):
                return Phrase(name.title, name.last)
        return None

    def _quote(self, utterance: _Utterance) -> Quote:
        spans = tuple((self._parts[index].start, self._parts[index].end) for index in utterance.parts)
        text = JOIN.join(" ".join(self._reading.text[start:end].split()) for start, end in spans)
        speaker = utterance.speaker
        attribution = utterance.attribution
        whole = self._is_whole(utterance) and (self._words(utterance) > 3 or attribution is not None)
        kind: QuoteKind = "direct" if whole or len(spans) > 1 else "partial"
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(spans))
        return Quote(
            text,
            spans[0][0],
            spans[-1][1],
            spans,
            speaker.text if speaker else "",
            speaker.start if speaker else -1,
            speaker.end if speaker else -1,
            kind,
            utterance.why,
        )
