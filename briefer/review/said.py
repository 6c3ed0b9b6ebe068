"""What the sections of a brief say, sentence by sentence, with what each of them cites."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from briefer.text.citations import cited_in
from briefer.text.claims import read_section, sentences_of
from briefer.text.quotations import quotation_at
from briefer.text.spans import Span

OWN = "own"
"""Cited in place of an id by a sentence that is the writer's own judgement."""


class Said(NamedTuple):
    """A sentence of a section, or a row of a table: its words without marks, its place, and the ids it cites."""

    section: str
    text: str
    start: int
    end: int
    cites: tuple[str, ...]
    row: bool


def sentences_said(section: str, markdown: str) -> Iterator[Said]:
    """The sentences of a section that hold a word. What is cited behind a quotation is cited by all its sentences."""
    reading = read_section(markdown)
    places = [start for start, _ in reading.citations]
    for part in reading.parts:
        if part.heading:
            continue
        spans = sentences_of(reading, part)
        within = reading.citations[bisect_left(places, part.start) : bisect_left(places, part.end)]
        cited = _cited(reading.text, markdown, spans, within, row=part.row)
        for (start, end), idents in zip(spans, cited, strict=True):
            if any(map(str.isalnum, reading.text[start:end])):
                yield Said(section, reading.text[start:end], start, end, tuple(dict.fromkeys(idents)), part.row)


def _cited(text: str, markdown: str, spans: list[Span], citations: list[Span], *, row: bool) -> list[list[str]]:
    """The ids that each sentence of a part cites."""
    idents: list[list[str]] = [[] for _ in spans]
    starts = [start for start, _ in spans]
    for start, end in citations:
        index = 0 if row else bisect_right(starts, start) - 1
        if 0 <= index < len(spans):
            idents[index] += cited_in(markdown[start:end])
    for index in range(len(spans) - 1, 0, -1):
        if idents[index] and (quotation := quotation_at(text, starts[index])):
            for before in range(max(0, bisect_right(starts, quotation[0][0]) - 1), index):
                idents[before] += idents[index]
    return idents
