"""Where paragraphs, sentences and words begin and end.

Spans are (start, end) in code points, in reading order, without white space at their ends. The rules are made
for news prose in English; sentences of other languages come out passably.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.text import abbreviations
from briefer.text.characters import joined, word_character
from briefer.text.spans import Span, trim_span

_EMPTY_LINES = re.compile(r"\n\s*\n")
_STOP = re.compile(
    r"(?<![.!?…؟۔।])(?P<stop>[.!?…؟۔।]++)(?P<close>[\"'”’“»›«)\]]*+(?:[ \u00a0\u202f]»)?(?:\[\d{1,3}\])*)(?=\s|$)"
    r"|(?P<wide>[。！？]+[”’」』）]*)"
)
_OPENING = "\"'“‘„«‹»›「『([¿¡"
_HEADING_LINE = 80
_BULLET = re.compile(r"[•·‣▪*–—-]\s|\(?\d{1,3}[.)]\s")
_SPEECH = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,4}(?:said|says|asked|told|added|replied|wrote|warned|shouted)\b")


def paragraph_spans(text: str) -> list[Span]:
    """The paragraphs: what stands between empty lines."""
    edges, at = [], 0
    for match in _EMPTY_LINES.finditer(text):
        edges.append((at, match.start()))
        at = match.end()
    edges.append((at, len(text)))
    trimmed = (trim_span(text, *edge) for edge in edges)
    return [span for span in trimmed if span[0] < span[1]]


def paragraph_at(text: str, pos: int) -> Span | None:
    """The paragraph around a position, its ends included; None on an empty line.

    Costs as much as the paragraph is long, not the text.
    """
    start = _line_start(text, pos)
    end = _line_end(text, pos)
    if not text[start:end].strip():
        return None
    while start > 0 and text[(before := _line_start(text, start - 1)) : start].strip():
        start = before
    while end < len(text) and text[end : (after := _line_end(text, end + 1))].strip():
        end = after
    return trim_span(text, start, end)


def _line_start(text: str, pos: int) -> int:
    return text.rfind("\n", 0, pos) + 1


def _line_end(text: str, pos: int) -> int:
    end = text.find("\n", pos)
    return len(text) if end < 0 else end


def word_at(text: str, pos: int) -> Span | None:
    """The word around a position, its ends included; None where there is none."""
    if pos < len(text) and word_character(text[pos]):
        start = pos
    elif pos > 0 and word_character(text[pos - 1]):
        start = pos - 1
    else:
        return None
    end = start + 1
    while start > 0 and joined(text[max(0, start - 2) : start], text[start : start + 2]):
        start -= 1
    while joined(text[max(0, end - 2) : end], text[end : end + 2]):
        end += 1
    return start, end


def word_spans(text: str, start: int, end: int) -> Iterator[Span]:
    """The words that begin between two positions."""
    while start < end:
        word = word_at(text, start) if word_character(text[start]) else None
        if word:
            yield word
        start = word[1] if word else start + 1


def sentence_spans(text: str) -> list[Span]:
    """The sentences of all paragraphs. Together they hold all that is not white space.

    A stop ends a sentence together with the marks that close after it, unless it belongs to an abbreviation, an
    initial or a number, or the text goes on in small letters. A line that stands like a heading above longer
    lines is a sentence of its own, and so is each item of a list.
    """
    return [sentence for paragraph in paragraph_spans(text) for sentence in sentences_in(text, *paragraph)]


def sentence_at(text: str, pos: int) -> Span | None:
    """The sentence around a position: the earlier one at its very end, the later one in the space after it."""
    paragraph = paragraph_at(text, pos)
    if paragraph is None:
        return None
    sentences = sentences_in(text, *paragraph)
    return next((span for span in sentences if pos <= span[1]), sentences[-1])


def sentences_in(text: str, start: int, end: int) -> list[Span]:
    """The sentences of one paragraph."""
    spans: list[Span] = []
    for line_start, line_end in _line_groups(text, start, end):
        at = line_start
        for match in _STOP.finditer(text, line_start, line_end):
            if _ends_sentence(text, at, match, line_end):
                spans.append(trim_span(text, at, match.end()))
                at = match.end()
        spans.append(trim_span(text, at, line_end))
    return [span for span in spans if span[0] < span[1]]


def _line_groups(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraph cut at those line ends that end a sentence without a stop."""
    group, line = start, start
    while (line_end := text.find("\n", line, end)) >= 0:
        following = text[line_end + 1 : _line_end(text, line_end + 1)].strip()
        if _stands_alone(text[line:line_end].strip(), following):
            yield group, line_end
            group = line_end + 1
        line = line_end + 1
    yield group, end


def _stands_alone(line: str, following: str) -> bool:
    if _BULLET.match(following):
        return True
    if not line or line[-1] in ",;-–—" or len(line) > _HEADING_LINE or len(line) * 3 > len(following) * 2:
        return False
    return following[0].isupper() or following[0] in _OPENING


def _ends_sentence(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    rest = text[match.end() : min(limit, match.end() + 120)].lstrip()
    if not rest or match["wide"]:
        return True
    if rest.lstrip(_OPENING)[:1].islower() and rest[0] not in "([":
        return False
    quoted = any(mark in match["close"] for mark in "\"'”’“»›«")
    if match["stop"] != ".":
        return not (quoted and _SPEECH.match(rest))
    if quoted:
        return True
    return abbreviations.stop_ends(text[start : match.start()], rest)
