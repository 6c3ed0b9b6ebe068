"""What stands between quotation marks, and which parts of it were said in one go."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefer.text.sentences import paragraph_at, paragraph_spans, sentence_spans
from briefer.text.spans import Span, trim_span

_MARKS = "\"'“”„‟‘’‚«»‹›「」『』"
_CLOSERS = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "「": "」", "『": "』",
    '"': '"', "»": "«", "›": "‹", "‘": "’", "'": "'", "‚": "‘’",
}  # fmt: skip
_AMBIGUOUS = "\"'‘»›"
_SINGLE = "'‘‚"
FAR = 20_000
"""How many code points the next quotation may be away."""

_ANY_OPENER = re.compile("[" + "".join(_CLOSERS) + "]")
_LONGEST_ATTRIBUTION = 240
_LONGEST_MENTION = 4
"""Words between marks that may be the name of something, in an attribution."""
_MOST_PARTS = 100
"""Parts of one quotation that are looked for in each direction: a longer one is a text of its own."""
_MOST_IN_PARAGRAPH = 30
"""The same of parts in its own paragraph."""
_WORD = re.compile(r"\S")
SPEECH = re.compile(
    r"\b(?:said|says?|told|tells|add(?:ed|s)|ask(?:ed|s)|wrote|writes|repl(?:ied|ies)|answered|argue[ds]|warn(?:ed|s)"
    r"|insist(?:ed|s)|note[ds]|explain(?:ed|s)|state[ds]|declare[ds]|announce[ds]|claim(?:ed|s)|continue[ds]|recalled"
    r"|admit(?:ted|s)|acknowledge[ds]|concede[ds]|suggest(?:ed|s)|tweeted|posted|testified|conclude[ds]|observe[ds]"
    r"|remark(?:ed|s)|comment(?:ed|s)|stress(?:ed|es)|emphasi[sz]e[ds]|reiterate[ds]|caution(?:ed|s)|complain(?:ed|s)"
    r"|repeat(?:ed|s)|joked|shouted|whispered|cried|sagte|sagt|erklärte|meinte|betonte|warnte|fügte|dit"
    r"|(?:a )?déclaré|affirm[ée]|ajout[ée]|expliqué|estim[ée]|dijo|afirmó|declaró|añadió|señaló|detto|disse|spiegato"
    r"|according to)\b",
    re.IGNORECASE,
)


class Quoted(NamedTuple):
    """A quotation with its marks (``open`` to ``close``) and without them; ``close == end`` if it never closes."""

    open: int
    start: int
    end: int
    close: int


def quotation_at(text: str, pos: int) -> tuple[Span, ...]:
    """The quotation around a position, its marks included, as spans without the marks; empty if there is none.

    A quotation that goes on in the same paragraph after its attribution (“…,” X said. “…”) gives all its parts. One
    that does not close in its paragraph goes on in the next, if that opens with the same mark: each paragraph gives
    a part of its own. A quotation within a quotation belongs to the outer one.
    """
    paragraph = paragraph_at(text, pos)
    if paragraph is None:
        return ()
    return quotation_among(text, paragraph, quotations_in(text, *paragraph), pos)


def quotation_among(text: str, paragraph: Span, quotations: Sequence[Quoted], pos: int) -> tuple[Span, ...]:
    """As ``quotation_at``, where the paragraph around the position and its quotations are known."""
    here = bisect_left(quotations, pos, key=lambda quoted: quoted.close)
    if here == len(quotations) or quotations[here].open > pos:
        return ()
    run = _run(text, quotations, here)
    before, after = _run_before(text, paragraph, run[0]), _run_after(text, paragraph, run[-1])
    return _trimmed(text, [(quoted.start, quoted.end) for quoted in (*before, *run, *after)])


def _run(text: str, quotations: Sequence[Quoted], here: int) -> list[Quoted]:
    """The parts of the quotation ``here`` in its paragraph: what goes on over attributions, before and after it."""
    run = [quotations[here]]
    at, most = here, here - _MOST_IN_PARAGRAPH
    while at > most and (before := _neighbour(text, quotations, at, -1)) is not None:
        at = before
        run.insert(0, quotations[at])
    at, most = here, here + _MOST_IN_PARAGRAPH
    while at < most and (after := _neighbour(text, quotations, at, 1)) is not None:
        at = after
        run.append(quotations[at])
    return run


def _neighbour(text: str, quotations: Sequence[Quoted], at: int, step: int) -> int | None:
    """The index of the next part of a quotation; what its attribution only mentions (the “Today” show) is none."""
    for other in (at + step, at + 2 * step):
        if 0 <= other < len(quotations):
            earlier, later = sorted((at, other))
            is_mention = later - earlier == 1 or _is_mention(text, quotations[earlier + 1])
            if is_mention and _goes_on(text, quotations[earlier], quotations[later]):
                return other
    return None


def _is_mention(text: str, quoted: Quoted) -> bool:
    """Whether a quotation is a name or a word between marks that stands in somebody else's sentence."""
    said, before = text[quoted.start : quoted.end], text[max(0, quoted.open - 4) : quoted.open].rstrip()[-1:]
    return len(said.split()) <= _LONGEST_MENTION and said[-1:].isalnum() and before.isalnum()


def _run_before(text: str, paragraph: Span, first: Quoted) -> list[Quoted]:
    """The parts of a quotation in the paragraphs before the one that it goes on in."""
    found: list[Quoted] = []
    while first.open == paragraph[0] and len(found) < _MOST_PARTS:
        earlier = _previous(text, paragraph[0])
        quotations = quotations_in(text, *earlier) if earlier is not None else []
        if earlier is None or not quotations or not _is_open(quotations[-1]):
            break
        if text[quotations[-1].open] != text[first.open]:
            break
        run = _run(text, quotations, len(quotations) - 1)
        found[:0] = run
        paragraph, first = earlier, run[0]
    return found


def _run_after(text: str, paragraph: Span, last: Quoted) -> list[Quoted]:
    """The parts of a quotation in the paragraphs after the one that it does not close in."""
    found: list[Quoted] = []
    while _is_open(last) and len(found) < _MOST_PARTS:
        following = _following(text, paragraph[1])
        if following is None or text[following[0]] != text[last.open]:
            break
        quotations = quotations_in(text, *following)
        if not quotations or quotations[0].open != following[0]:
            break
        run = _run(text, quotations, 0)
        found += run
        paragraph, last = following, run[-1]
    return found


def _is_open(quoted: Quoted) -> bool:
    return quoted.close == quoted.end


def _previous(text: str, start: int) -> Span | None:
    """The paragraph before the one that begins here."""
    while start > 0 and text[start - 1].isspace():
        start -= 1
    return paragraph_at(text, start) if start > 0 else None


def _following(text: str, end: int) -> Span | None:
    """The paragraph after the one that ends here."""
    next_word = _WORD.search(text, end)
    return paragraph_at(text, next_word.start()) if next_word is not None else None


def next_quotation(text: str, pos: int) -> tuple[Span, ...]:
    """The quotation around a position, or else the first after it, in spans as ``quotation_at`` gives them.

    It is looked for in the next ``FAR`` code points; empty if there is none.
    """
    if here := quotation_at(text, pos):
        return here
    end = pos + FAR
    while (match := _ANY_OPENER.search(text, pos, end)) and (paragraph := paragraph_at(text, match.start())):
        following = (quoted for quoted in quotations_in(text, *paragraph) if quoted.open >= pos)
        for quoted in following:
            if found := quotation_at(text, quoted.start):
                return found
        pos = paragraph[1]
    return ()


def split_quotation(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The parts of a selected range that were said, without marks and attribution; empty if it holds no words.

    If the selection begins or ends in a quotation, these are its quotations, as far as they are selected. Else it
    is taken as a whole: words chosen without marks, a block quotation with marks inside.
    """
    start, end = trim_span(text, start, end)
    quotations = _quotations_between(text, start, end)
    if not any(_holds(quoted, start) or _holds(quoted, end - 1) for quoted in quotations):
        return _trimmed(text, [_without_marks(text, start, end)])
    return _trimmed(text, [(max(start, quoted.start), min(end, quoted.end)) for quoted in quotations])


def _quotations_between(text: str, start: int, end: int) -> list[Quoted]:
    """The quotations that share a character with a trimmed range."""
    first, last = paragraph_at(text, start), paragraph_at(text, end)
    if first is None or last is None or start == end:
        return []
    paragraphs = ((first[0] + low, first[0] + high) for low, high in paragraph_spans(text[first[0] : last[1]]))
    all_of = (quotations_in(text, *paragraph) for paragraph in paragraphs)
    found = (quoted for quotations in all_of for quoted in _without_mentions(text, quotations))
    return [quoted for quoted in found if quoted.open < end and start < quoted.close]


def _without_mentions(text: str, quotations: Sequence[Quoted]) -> list[Quoted]:
    """The quotations of a paragraph without those that an attribution between two parts only mentions."""
    return [
        quoted
        for index, quoted in enumerate(quotations)
        if not (
            0 < index < len(quotations) - 1
            and _is_mention(text, quoted)
            and _goes_on(text, quotations[index - 1], quotations[index + 1])
        )
    ]


def _holds(quoted: Quoted, position: int) -> bool:
    return quoted.open <= position < quoted.close


def _without_marks(text: str, start: int, end: int) -> Span:
    """The range without a pair of marks around it, or a lone one at an end."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip(_MARKS.replace("'", "").replace("’", "")))
    tail = len(words) - len(words.rstrip(_MARKS.replace("'", "").replace("’", "")))
    return (start + lead, end - tail) if lead + tail < len(words) else (start, start)


def _trimmed(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    trimmed = (trim_span(text, *span) for span in spans if span[0] < span[1])
    return tuple(span for span in trimmed if span[0] < span[1])


def quotations_in(text: str, start: int, end: int) -> list[Quoted]:
    """The outer quotations of a paragraph, in reading order."""
    found, at = [], start
    while match := _ANY_OPENER.search(text, at, end):
        at = match.end()
        if _opens(text, match.start(), start, end):
            closing = _closing(text, match.start(), end)
            if closing is None and (match[0] not in _SINGLE or _opens_paragraphs(text, match.start(), start, end)):
                found.append(Quoted(match.start(), at, end, end))
                break
            if closing is not None:
                found.append(Quoted(match.start(), at, closing, closing + 1))
                at = closing + 1
    return found


def _opens_paragraphs(text: str, at: int, start: int, end: int) -> bool:
    """Whether a single mark opens this paragraph and the next, as those of a quotation over paragraphs do."""
    following = _WORD.search(text, end)
    return at == start and following is not None and text[following.start()] == text[at]


def _opens(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    if mark not in _AMBIGUOUS:
        return True
    before, after = text[at - 1 : at] if at > start else " ", text[at + 1 : at + 2] if at + 1 < end else " "
    return (before.isspace() or before in "([{-–—/:" + _MARKS) and not after.isspace()


def _closing(text: str, at: int, end: int) -> int | None:
    """Where the mark that closes a quotation stands; for single marks, which may be apostrophes, the likeliest."""
    single = text[at] in _SINGLE
    if single:
        alike = (index for index in _each(text[at], text, at + 1, end) if _opens(text, index, at, end))
        end = next(alike, end)
    places = (index for index in _each(_CLOSERS[text[at]], text, at + 1, end) if _may_close(text, index))
    if not single:
        return next(places, None)
    marks = list(places)
    after_stop = (index for index in marks if text[index - 1] in ".,!?…;")
    no_plural = (index for index in marks if text[index - 1] != "s")
    return next(after_stop, None) or next(no_plural, None) or next(iter(marks), None)


def _each(marks: str, text: str, start: int, end: int) -> Iterator[int]:
    """Where any of these marks stands."""
    return (found.start() for found in _any_of(marks).finditer(text, start, end))


@functools.cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{marks}]")


def _may_close(text: str, at: int) -> bool:
    """Whether a closing mark is none inside a word, as an apostrophe is."""
    return text[at] not in "\"'’“‘" or not text[at + 1 : at + 2].isalnum()


def _goes_on(text: str, earlier: Quoted, later: Quoted) -> bool:
    """Whether what stands between two quotations is the attribution of both.

    It says who spoke, in one clause that ends before the second; and the first leaves off in mid-sentence or asks.
    A colon announces another quotation, with an attribution of its own.
    """
    between = text[earlier.close : later.open].strip()
    said = text[earlier.start : earlier.end].rstrip()
    return (
        3 < len(between) <= _LONGEST_ATTRIBUTION
        and (said[-1:] in ",?!-–—…" or between[0] in ",–—" or between.startswith("--"))
        and (between[-1] in ".,;–—" or between.endswith("--"))
        and _tells_who_spoke(between)
    )


@functools.lru_cache(maxsize=1024)
def _tells_who_spoke(between: str) -> bool:
    return SPEECH.search(between) is not None and len(sentence_spans(between)) == 1
