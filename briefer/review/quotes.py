"""Checks of quotations: their words, what was left out of them, and who said them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefer.model.anchor import Anchor
from briefer.model.entries import JOIN, Quote
from briefer.review.findings import Finding, Repair, Review, named
from briefer.review.names import tokens
from briefer.review.readings import SourceReading
from briefer.review.wordings import Effort, Wordings, as_read, wordings_of, words_of_source
from briefer.text.lexicon import Lexicon
from briefer.text.spans import Span

_MARKS = "\"'“”„‟‘’‚«»‹›「」『』 \u00a0\u202f"
_STOPS = re.compile(r"[;:—–]")
_BEFORE, _AFTER = 3, 1
"""Paragraphs around the words of a quotation in which its speaker is looked for."""
_NEAR = 60
"""Characters beside a word among which the few are that are shown with it."""
_FAR = 1_000
"""Characters of a sentence on each side of a quotation that are read; hardly one is so long."""
_SHOWN = 3
"""Differences that a message names."""


def quotes_not_verbatim(review: Review) -> Iterator[Finding]:
    """A quotation whose words are not those of its source."""
    effort, unread = Effort(), 0
    for quote in review.brief.quotes:
        words = words_of_source(quote)
        if not words or not quote.text.strip() or (is_verbatim := review.verbatim(quote)):
            continue
        if is_verbatim is None:
            unread += 1
        else:
            wordings = wordings_of(quote.text, words, effort)
            message = f"the quotation {named(quote.text)} differs from its source: {_difference(wordings)}"
            repair = Repair("set", "Use the source’s words", new=JOIN.join(words))
            fix = "use the words of the source, or mark what you changed"
            yield Finding("quote-not-verbatim", message, quote.id, fix, about=quote.text, repair=repair)
    if unread:
        quotations = "1 quotation was" if unread == 1 else f"{unread:,} quotations were"
        message = f"{quotations} not compared with the source, for all together are too long"
        yield Finding("quote-not-verbatim", message, "memo", "quote only what the memo needs")


def _difference(wordings: Wordings) -> str:
    """The words that differ, as they are here and there."""
    here = [wordings.note[start:end] for start, end in wordings.in_note]
    there = [wordings.source[start:end] for start, end in wordings.in_source]
    if (not here and not there) or len(here) + len(there) > 2 * _SHOWN:
        return f"it has {named(wordings.source)}"
    if not here:
        return f"it also has {_listed(there)}"
    if not there:
        return f"it has no {_listed(here)}"
    return f"it has {_listed(there)} where the note has {_listed(here)}"


def _listed(words: list[str]) -> str:
    return ", ".join(map(named, words))


def quotes_cut(review: Review) -> Iterator[Finding]:
    """A quotation that leaves out a negation or a condition of its own sentence."""
    for quote in review.brief.quotes:
        words = words_of_source(quote)
        if not words or not review.verbatim(quote):
            continue
        lost = _left_out_within(quote, words, review.words) or _left_out_beside(quote, review)
        if lost:
            word, around = lost
            message = f"the quotation {named(quote.text)} leaves out “{word}”, which stands in its sentence: {around}"
            fix = "take the words in, or tell in the memo what they change"
            yield Finding("quote-cut", message, quote.id, fix, about=f"{word}: {quote.text}")


def _left_out_within(quote: Quote, sources: list[str], words: Lexicon) -> tuple[str, str] | None:
    """A word that an ellipsis or brackets stand for."""
    if not re.search(r"…|\.\s?\.\s?\.|\[", quote.text):
        return None
    limits = words.pattern("negations", "conditions")
    kept = Counter(found[0].casefold() for found in limits.finditer(quote.text))
    for source in sources:
        for found in limits.finditer(source):
            if not kept[found[0].casefold()]:
                return found[0], _around(source, found.span())
            kept[found[0].casefold()] -= 1
    return None


def _left_out_beside(quote: Quote, review: Review) -> tuple[str, str] | None:
    """A word of the sentence outside what is quoted."""
    anchors = [anchor for anchor in as_read(quote.evidence) if not anchor.lost]
    for anchor in anchors:
        reading = review.reading(anchor.source)
        if reading is None:
            continue
        quoted = [(each.start, each.end) for each in anchors if each.source == anchor.source]
        for span in _limits_beside(reading, anchor, quoted, review.words):
            return reading.text[slice(*span)], _around(reading.text, span)
    return None


def _limits_beside(reading: SourceReading, anchor: Anchor, quoted: list[Span], words: Lexicon) -> Iterator[Span]:
    """Conditions of the sentence or utterance that holds an anchor, and negations of its clause, outside all quoted.

    What the article says around an utterance that it quotes whole is no part of it; before a mere fragment of one it
    may be.
    """
    text, first, last = reading.text, reading.sentence_at(anchor.start), reading.sentence_at(anchor.end - 1)
    if first is None or last is None:
        return
    sentence = (max(first[0], anchor.start - _FAR), min(last[1], anchor.end + _FAR))
    utterance = reading.quotation_at(anchor.start)
    regions = [_common(sentence, part) for part in utterance] or [sentence]
    for start, end in regions:
        for name in ("conditions", "negations"):
            for found in words.pattern(name).finditer(text, start, end):
                span = found.span()
                apart = any(a < span[1] and span[0] < b for a, b in quoted)
                if not apart and (name == "conditions" or _same_clause(text, span, quoted, words)):
                    yield span
    if utterance and (before := _narrator_before(text, sentence[0], utterance[0][0])):
        for found in words.pattern("negations").finditer(text, *before):
            if _same_clause(text, found.span(), quoted, words):
                yield found.span()


def _common(one: Span, other: Span) -> Span:
    start = max(one[0], other[0])
    return start, max(start, min(one[1], other[1]))


def _narrator_before(text: str, start: int, opening: int) -> Span | None:
    """What the article itself says before a fragment that it quotes; nothing before a whole utterance."""
    before = text[start:opening].rstrip(_MARKS)
    if not before.strip() or before[-1] in ",:;.!?" or not text[opening : opening + 1].islower():
        return None
    return start + before.rfind(",") + 1, start + len(before)


def _same_clause(text: str, span: Span, quoted: list[Span], words: Lexicon) -> bool:
    """Whether no other clause begins between a word and the nearest of what is quoted."""
    nearest = min(quoted, key=lambda place: max(place[0] - span[1], span[0] - place[1]))
    is_before = span[1] <= nearest[0]
    between = text[span[1] : nearest[0]] if is_before else text[nearest[1] : span[0]]
    if _STOPS.search(between) or (not is_before and words.pattern("joins").search(between)):
        return False
    return not any(
        between[: found.start()].rstrip().endswith(",") for found in words.pattern("borders").finditer(between)
    )


def _around(text: str, span: Span) -> str:
    """A word with a few that stand beside it."""
    start = span[0] - len(" ".join(["", *text[max(0, span[0] - _NEAR) : span[0]].split()[-4:]]))
    end = span[1] + len(" ".join(["", *text[span[1] : span[1] + _NEAR].split()[:4]]))
    return f"“{' '.join(text[max(0, start) : end].split())}”"


def speakers(review: Review) -> Iterator[Finding]:
    """A quotation whose speaker is not told, or is named neither near its words nor as the source's author."""
    for quote in review.brief.quotes:
        actor = review.actors.get(quote.speaker)
        speaker = (actor.name if actor else quote.speaker_text).strip()
        if not speaker:
            message = f"it is not said who said {named(quote.text)}"
            yield Finding("no-speaker", message, quote.id, "choose the speaker, or type who it was")
        elif not _is_near(quote, speaker, review):
            message = f"{speaker} is not named near the words {named(quote.text)}"
            yield Finding("speaker-elsewhere", message, quote.id, "see who said it in the source", about=speaker)


def _is_near(quote: Quote, speaker: str, review: Review) -> bool:
    anchors = [anchor for anchor in quote.evidence if not anchor.lost]
    actor = review.actors.get(quote.speaker)
    names = [speaker, *(actor.aliases if actor else ()), *([actor.role] if actor else [])]
    sought = {word for name in names for word in tokens(name) if len(word) > 2}
    if not anchors or not sought:
        return True
    return any(_named_at(anchor, sought, review.reading(anchor.source)) for anchor in anchors)


def _named_at(anchor: Anchor, sought: set[str], reading: SourceReading | None) -> bool:
    if reading is None:
        return True
    here = reading.paragraph_before(anchor.start)
    near = [*reading.vocabularies(max(0, here - _BEFORE), here + _AFTER + 1), reading.head]
    return any(there.has(word) for word in sought for there in near)
