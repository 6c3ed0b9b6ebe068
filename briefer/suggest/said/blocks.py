"""Words of others without quotation marks: transcripts, and block quotations that a colon introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefer.suggest.named.cast import Cast, Member
from briefer.suggest.said.phrases import Phrase, Phrases
from briefer.suggest.said.resolve import Resolver
from briefer.suggest.shapes import Quote
from briefer.text.spans import trim_span

_LABEL = re.compile(r"(?P<turn>[^\W\d_])(?:\.|:)\s+(?=\S)|(?P<who>[^\W\d_][^\n:“”\"]{0,58}?):\s+(?=\S)")
_FEWEST_TURNS = 3
_FEWEST_SPEAKERS = 2
_MOST_LABEL_WORDS = 5


def unmarked(cast: Cast, phrases: Phrases, resolver: Resolver, quoted: Sequence[int]) -> list[Quote]:
    """The turns of a transcript and the block quotations, outside the paragraphs that have quotation marks."""
    reading = cast.reading
    turns = _turns(cast, frozenset(quoted))
    if turns:
        return turns
    found = []
    taken = frozenset(quoted)
    for number in range(1, len(reading.paragraphs)):
        if number in taken or number in reading.headings or number in reading.items:
            continue
        phrase = _introduction(cast, phrases, number - 1)
        if phrase is None:
            continue
        start, end = reading.paragraphs[number]
        if reading.text[start] in "-•*–—0123456789|" or len(reading.text[start:end].split()) < 5:
            continue
        speaker = resolver.speaker(phrase)
        if speaker is not None:
            text = " ".join(reading.text[start:end].split())
            why = f"a paragraph after a colon + {speaker.text}"
            found.append(
                Quote(text, start, end, ((start, end),), speaker.text, speaker.start, speaker.end, "direct", why)
            )
    return found


def _introduction(cast: Cast, phrases: Phrases, number: int) -> Phrase | None:
    """The speaker that a paragraph names if it ends with a colon after a verb of saying."""
    reading = cast.reading
    start, end = reading.paragraphs[number]
    if reading.text[end - 1] != ":":
        return None
    sentence = reading.sentence_of(end - 1)
    if sentence is None or sentence.end <= start:
        return None
    saying = phrases.strong | reading.language.words("speech.document verbs")
    for verb in reversed(phrases.speech_in(sentence.first, sentence.last)):
        if phrases.small(verb) not in saying:
            continue
        phrase = phrases.subject(verb, sentence.first)
        if phrase is not None:
            return phrase
    return None


def _turns(cast: Cast, quoted: frozenset[int]) -> list[Quote]:
    """The turns of a transcript: paragraphs that begin with who speaks, where at least two do so again and again."""
    reading = cast.reading
    labelled = {
        number: match
        for number, (start, end) in enumerate(reading.paragraphs)
        if number not in reading.headings
        and (match := _LABEL.match(reading.text, start, end)) is not None
        and _is_label(match)
    }
    counts = Counter(_who(match) for match in labelled.values())
    labelled = {number: match for number, match in labelled.items() if match["turn"] or counts[_who(match)] > 1}
    if len(labelled) < _FEWEST_TURNS or len({_who(match) for match in labelled.values()}) < _FEWEST_SPEAKERS:
        return []
    found: list[Quote] = []
    for number, match in labelled.items():
        start, end = trim_span(reading.text, match.end(), _turn_end(cast, number, labelled))
        spoken = start < end and not (number in quoted and reading.text[start] in '“"')
        speaker = _speaker(cast, match) if spoken else None
        if speaker is not None:
            found.append(_turn(reading.text, start, end, speaker, _who(match)))
    return found


def _speaker(cast: Cast, match: re.Match[str]) -> tuple[str, int, int] | None:
    """Who a label names; of an interview that is who answers. None if it is no one's, or of who only asks."""
    who = _who(match)
    if not match["turn"]:
        return _named(cast, who), match.start(), match.start() + len(who)
    what = cast.reading.language.table("speech.transcript").get(who.lower())
    asked = _asked(cast, match.start())
    if what == "answer" and asked is not None:
        return asked.name, *cast.reading.span(asked.mentions[0].first, asked.mentions[0].last)
    return ("", -1, -1) if what and asked is None else None


def _asked(cast: Cast, before: int) -> Member | None:
    """Whom an interview is with: the one person of the article, or who is named most before a place."""
    persons = [member for member in cast.members if member.kind == "person"]
    if len(persons) < _FEWEST_SPEAKERS:
        return persons[0] if persons else None
    limit = cast.reading.token_at(before)
    times = {id(member): sum(name.first < limit for name in member.mentions) for member in persons}
    first, second = sorted(persons, key=lambda member: -times[id(member)])[:2]
    return first if times[id(first)] > max(1, times[id(second)]) else None


def answering(cast: Cast, start: int, end: int) -> Member | None:
    """Who says what stands in quotation marks after the label of an answer, which lies from ``start`` to ``end``."""
    match = _LABEL.match(cast.reading.text, start, end + 1)
    if match is None or match.end() != end or not match["turn"]:
        return None
    what = cast.reading.language.table("speech.transcript").get(_who(match).lower())
    return _asked(cast, start) if what == "answer" else None


def _turn(text: str, start: int, end: int, speaker: tuple[str, int, int], label: str) -> Quote:
    words = " ".join(text[start:end].split())
    return Quote(words, start, end, ((start, end),), *speaker, "direct", f"transcript: “{label}”")


def _is_label(match: re.Match[str]) -> bool:
    who = _who(match)
    return match["turn"] is not None or (
        len(who.split()) <= _MOST_LABEL_WORDS and all(word[0].isupper() or word[0] in "(." for word in who.split())
    )


def _who(match: re.Match[str]) -> str:
    return str(match["who"] or match["turn"]).strip()


def _turn_end(cast: Cast, number: int, labelled: dict[int, re.Match[str]]) -> int:
    """The end of a turn: paragraphs without a label go on with it."""
    paragraphs = cast.reading.paragraphs
    last = number
    while last + 1 < len(paragraphs) and last + 1 not in labelled and last + 1 not in cast.reading.headings:
        last += 1
    return paragraphs[last][1]


def _named(cast: Cast, who: str) -> str:
    """A label as the name it stands for: ``SMITH`` as John Smith."""
    surname = who.split()[-1].lower()
    for member in cast.members:
        if member.kind == "person" and member.name.lower().split()[-1] == surname:
            return member.name
    return who.title() if who.isupper() else who
