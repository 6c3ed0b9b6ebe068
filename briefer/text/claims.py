"""The sentences of a section, and which of them rest on nothing.

A section is Markdown. Its headings, rules and code say nothing that could be supported; marks of lists, quotations
and emphasis are no part of a sentence; a row of a table counts as one.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefer.text.citations import without_marks
from briefer.text.quotations import quotation_at
from briefer.text.sentences import sentence_spans
from briefer.text.spans import Span, trim_span

_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(?=[\S\x1e])")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,}|(?:_[ ]*){3,})")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*")
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ ]?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|(?P<number>\d{1,9})[.)])[ \t]+(?=[\S\x1e])")  # the last is a citation
_DELIMITER_ROW = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])")


class Part(NamedTuple):
    """A paragraph, an item of a list, a row of a table or a heading, without its marks, in code points.

    A heading, and the head of a table, claim nothing.
    """

    start: int
    end: int
    row: bool = False
    heading: bool = False


class Reading(NamedTuple):
    """A section as it is read: its text with blanks for marks, its parts and its citations, all in one order."""

    text: str
    parts: list[Part]
    citations: list[Span]


class Sentence(NamedTuple):
    """A sentence of a section, or a row of a table, and whether a citation or ``[@own]`` stands by it."""

    start: int
    end: int
    supported: bool


def unsupported_sentences(markdown: str) -> list[Span]:
    """The sentences of a section that carry neither a citation nor ``[@own]``, in their order.

    A citation supports the sentence that it stands in, or else the one before it in the same paragraph; behind a
    quotation of several sentences it supports them all. Whether the brief has what it names is not asked here.
    """
    return [span for at, part in parts_apart(markdown) for span in unsupported_in(at, part)]


def parts_apart(markdown: str) -> list[tuple[int, str]]:
    """Parts of a section that can be read one by one, each with its place: those between empty lines."""
    if "```" in markdown or "~~~" in markdown:  # code has empty lines of its own
        return [(0, markdown)]
    ends = [found.end() for found in _EMPTY_LINE.finditer(markdown)]
    return [(at, markdown[at:end]) for at, end in pairwise([0, *ends, len(markdown)]) if at < end]


def unsupported_in(at: int, part: str) -> list[Span]:
    """The sentences of one part that nothing supports, in code points of the section. What was read last is kept."""
    return [(at + start, at + end) for start, end in _unsupported(part)]


@functools.lru_cache(maxsize=4096)
def _unsupported(part: str) -> tuple[Span, ...]:
    return tuple((start, end) for start, end, supported in sentences(part) if not supported)


def sentences(markdown: str) -> list[Sentence]:
    """The sentences of a section that hold a word, in their order."""
    reading = read_section(markdown)
    found: list[Sentence] = []
    places = [start for start, _ in reading.citations]
    for part in reading.parts:
        if part.heading:
            continue
        within = places[bisect_left(places, part.start) : bisect_left(places, part.end)]
        spans = sentences_of(reading, part)
        starts = [start for start, _ in spans]
        supported = _with_quotations(reading.text, starts, {bisect_left(starts, place) - 1 for place in within})
        for index, (start, end) in enumerate(spans):
            if any(map(str.isalnum, reading.text[start:end])):
                found.append(Sentence(start, end, bool(within) if part.row else index in supported))
    return found


def sentence_near(markdown: str, position: int) -> Span | None:
    """The sentence of a section around a position, else the one before it on its line, or after it there."""
    spans = [(start, end) for start, end, _ in sentences(markdown)]
    around = next((span for span in spans if span[0] <= position <= span[1]), None)
    if around is not None:
        return around
    first = markdown.rfind("\n", 0, position) + 1
    last = markdown.find("\n", position)
    near = [span for span in spans if span[1] > first and (last < 0 or span[0] < last)]
    before = [span for span in near if span[1] < position]
    return before[-1] if before else near[0] if near else None


def plain_words(markdown: str, span: Span) -> str:
    """The words of a stretch of a section on one line, without citations and marks."""
    return " ".join(read_section(markdown).text[slice(*span)].replace(_BAR, " ").split())


def _with_quotations(text: str, starts: list[int], supported: set[int]) -> set[int]:
    """The supported sentences, and those before them that hold the beginning of the same quotation."""
    for index in sorted(supported, reverse=True):
        if index > 0 and (quotation := quotation_at(text, starts[index])):
            first = max(0, bisect_right(starts, quotation[0][0]) - 1)
            supported = supported | set(range(first, index))
    return supported


def sentences_of(reading: Reading, part: Part) -> list[Span]:
    """The sentences of one part; a row or a heading that holds anything is one."""
    if part.row or part.heading:
        start, end = trim_span(reading.text, part.start, part.end)
        return [(start, end)] if start < end else []
    words = reading.text[part.start : part.end]
    return [(part.start + start, part.start + end) for start, end in sentence_spans(words)]


def cell_at(reading: Reading, row: Part, position: int) -> Span:
    """The cell of a row around a position, from bar to bar; its text is in the section, not in the reading.

    What stands outside the row's outer bars is no cell: there it is the first or the last one.
    """
    cells = _cells(reading, row)
    return next((cell for cell in reversed(cells) if cell[0] <= position), cells[0])


def _cells(reading: Reading, row: Part) -> list[Span]:
    text = reading.text
    edges = [row.start - 1, *(at for at in range(row.start, row.end) if text[at] == _BAR), row.end]
    if len(edges) > 2 and not text[row.start : edges[1]].strip():
        del edges[0]
    if len(edges) > 2 and not text[edges[-2] + 1 : row.end].strip():
        del edges[-1]
    return [(before + 1, after) for before, after in pairwise(edges)]


def read_section(markdown: str) -> Reading:
    """The parts of a section that hold its sentences."""
    without, citations = without_marks(markdown)
    lines = list(_lines(without))
    parts: list[Part] = []
    text: list[str] = []
    follows, in_list = "", False
    for index, (start, line) in enumerate(lines):
        lead, kind = _kind(lines, index, follows, in_list)
        end = start + len(line)
        match kind:
            case "item" | "first":
                parts.append(Part(start + lead, end))
            case "more":
                parts[-1] = parts[-1]._replace(end=end)
            case "row" | "head":
                parts.append(Part(start + lead, end, row=True, heading=kind == "head"))
            case "heading":
                parts.append(Part(start + lead, end, heading=True))
            case "underline":
                parts[-1] = parts[-1]._replace(heading=True)
        in_list = kind == "item" or (in_list and kind == "more")
        words = _EMPHASIS.sub(_blanks, line[lead:])
        text.append(" " * lead + (words.replace("|", _BAR) if kind in ("row", "head") else words))
        follows = kind
    return Reading("\n".join(text), parts, citations)


_BAR = "\x1f"
"""Between the cells of a row: white space for those who read sentences."""


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _kind(lines: list[tuple[int, str]], index: int, follows: str, in_list: bool) -> tuple[int, str]:
    """How much of a line is marks, and what it is, given what the line before it was."""
    line = lines[index][1]
    quote = _QUOTE.match(line)
    lead = quote.end() if quote else 0
    rest = line[lead:]
    if not rest.strip(" \t"):
        return lead, ""
    if follows == "head":
        return lead, "delimiters"
    if follows in ("delimiters", "row"):
        return lead, "row"
    alike = index > 0 and bool(quote) == bool(_QUOTE.match(lines[index - 1][1]))
    if follows == "first" and alike and _UNDERLINE.fullmatch(rest):
        return lead, "underline"
    if heading := _HEADING.match(rest):
        return lead + heading.end(), "heading"
    if _RULE.fullmatch(rest):
        return lead, "rule"
    if "|" in rest and _is_delimiter_row(lines, index + 1):
        return lead, "head"
    item = _ITEM.match(rest)
    if item and (in_list or item["number"] in (None, "1")):
        return lead + item.end(), "item"
    goes_on = follows in ("first", "more", "item") and not (quote and not _QUOTE.match(lines[index - 1][1]))
    return lead, "more" if goes_on else "first"


def _is_delimiter_row(lines: list[tuple[int, str]], index: int) -> bool:
    line = lines[index][1] if index < len(lines) else ""
    return "|" in line and "-" in line and bool(_DELIMITER_ROW.fullmatch(line))
