"""Citations put into a section where a person asks for them."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefer.text.citations import citation, citation_spans, cited_in
from briefer.text.claims import Part, Reading, cell_at, read_section, sentences_of
from briefer.text.spans import Span

_CLOSING = re.compile(r"[*_]+")
_OPENING = "([“‘„«"
_BLANKS = re.compile(r"[ \t]*\n?[ \t]*")


class Cited(NamedTuple):
    """A section with a citation put in, and where the caret then stands, in code points."""

    markdown: str
    caret: int


def cite(markdown: str, position: int, ident: str) -> Cited:
    """The section with the sentence at a caret cited to ``ident``, after its stop.

    It is the sentence around the caret, or the one before it in the paragraph if the caret stands between two; in a
    table it is the cell, in a heading the whole of it. On an empty line the citation stands at the caret; in a rule
    or code nothing can be cited, and nothing changes. A citation that stands there already takes the id in, once.
    The caret comes to stand behind the citation, or keeps its place if that is further on.
    """
    reading = read_section(markdown)
    position = next((end for start, end in reading.citations if start < position < end), position)
    place = _place(reading, markdown, position)
    return Cited(markdown, position) if place is None else _put(reading, markdown, place, position, ident)


def put_in(markdown: str, position: int, words: str, ident: str) -> Cited:
    """The section with words put in at a position, or behind the word that is there, and ``ident`` cited for them.

    Spaces part them from their neighbours. The caret comes to stand behind the citation.
    """
    position = next((end for start, end in citation_spans(markdown) if start < position < end), position)
    while 0 < position < len(markdown) and markdown[position - 1].isalnum() and markdown[position].isalnum():
        position += 1
    before, after = markdown[position - 1 : position], markdown[position : position + 1]
    space_before = " " if before.strip() and before not in _OPENING else ""
    space_after = " " if after and (after.isalnum() or after in _OPENING + "[*_") else ""
    put = f"{space_before}{words} {citation([ident])}"
    return Cited(markdown[:position] + put + space_after + markdown[position:], position + len(put))


def mark_own(markdown: str, span: Span) -> str:
    """The section with a sentence, as ``unsupported_sentences`` gives it, marked as the writer's own judgement."""
    return _put(read_section(markdown), markdown, span[1], span[1], "own").markdown


def _place(reading: Reading, markdown: str, position: int) -> int | None:
    """Where a citation belongs that is asked for at a position; None in what is no text (a rule, code)."""
    part = next((part for part in reading.parts if position <= part.end), None)
    if part is not None and "\n" not in markdown[position : part.start]:
        in_row = part.row
        return (
            _end_of_cell(reading, markdown, part, position) if in_row else _end_of_sentence(reading, part, position)
        )
    line = markdown[markdown.rfind("\n", 0, position) + 1 : position] + markdown[position:].partition("\n")[0]
    return None if line.strip() else position


def _end_of_cell(reading: Reading, markdown: str, row: Part, position: int) -> int:
    start, end = cell_at(reading, row, position)
    return start + len(markdown[start:end].rstrip())


def _end_of_sentence(reading: Reading, part: Part, position: int) -> int:
    spans = sentences_of(reading, part)
    before = [end for start, end in spans if start < position]
    return before[-1] if before else spans[0][1] if spans else position


def _put(reading: Reading, markdown: str, place: int, position: int, ident: str) -> Cited:
    """The citation at its place, or in the one that is there."""
    closing = _CLOSING.match(markdown, place)
    place = closing.end() if closing else place
    beside = _beside(reading, markdown, place)
    if any(ident in cited_in(markdown[start:end]) for start, end in beside):
        return Cited(markdown, max(position, beside[-1][1]))
    if beside:
        start, end = beside[-1]
        words, at, replaced = citation([*cited_in(markdown[start:end]), ident]), start, end - start
    else:
        before, after = markdown[place - 1 : place], markdown[place : place + 1]
        space_before = " " if before.strip() else ""
        space_after = " " if after.isalnum() else ""
        words, at, replaced = space_before + citation([ident]) + space_after, place, 0
    written = markdown[:at] + words + markdown[at + replaced :]
    begin, behind = at + words.index("["), at + len(words.rstrip())
    if (begin, behind) not in citation_spans(written):  # in code, which has no end
        return Cited(markdown, position)
    return Cited(written, max(behind, position + len(words) - replaced if position > at else 0))


def _beside(reading: Reading, markdown: str, place: int) -> list[Span]:
    """The citations that stand at a place: right after it, or before it with nothing but a stop between."""
    found: list[Span] = []
    for start, end in reading.citations:
        stop = markdown[end:place] if end <= place else "x"
        if not any(character.isalnum() or character.isspace() for character in stop):
            found = [(start, end)]
    at = place
    for start, end in reading.citations:
        if start >= at and _BLANKS.fullmatch(markdown, at, start):
            found.append((start, end))
            at = end
    return found
