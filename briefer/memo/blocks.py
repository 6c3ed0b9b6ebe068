"""A memo is a list of blocks made of runs: the seam between templates and writers.

A template ends in blocks; every writer (Word, Markdown, HTML) starts from them and knows nothing of briefs.
Text in runs is plain and clean (NFC, no characters that XML forbids); a ``\\n`` inside a run is a line break.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

import msgspec

from briefer.memo.house_look import HouseLook

Citations: TypeAlias = Literal["footnotes", "inline", "endlist", "none"]
Paper: TypeAlias = Literal["A4", "Letter"]
ParagraphStyle: TypeAlias = Literal[
    "kicker", "signature", "bottom-line", "ticks", "question", "box", "box-heading", "plain"
]
"""The looks that a paragraph may have: the small line above the title; a line to sign on, with who signs under it;
what a hurried reader must see; boxes to tick; a question that an answer follows; in a box with its neighbours, and
the heading of such a box; and running text that bears no number where paragraphs are numbered."""
BOXED = frozenset({"box", "box-heading"})
"""Styles whose paragraphs, where they are neighbours, stand in one box."""


class Run(msgspec.Struct, frozen=True):
    """A stretch of text in one format.

    ``link`` is an http, https or mailto address. ``note`` is the number, from 1, of a note of the memo; such a
    run has no text of its own. ``entry`` is the id of the entry or passage that the words came from.
    """

    text: str = ""
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""
    note: int = 0
    entry: str = ""


Runs: TypeAlias = tuple[Run, ...]


class Heading(msgspec.Struct, frozen=True):
    """A heading; level 1 is the memo's title, 2 a section."""

    level: int
    runs: Runs


class Paragraph(msgspec.Struct, frozen=True):
    """A paragraph of running text; ``style`` is a ``ParagraphStyle``, or a word that writers take for none."""

    runs: Runs
    style: str = ""


class Numbered(msgspec.Struct, frozen=True):
    """A paragraph of a memo whose paragraphs are numbered.

    ``number`` is its number in full, ``3.`` or at ``level`` 1 ``3.1``; "" for a further paragraph of the one before.
    Numbers go up by one through the whole memo. ``style`` is as in ``Paragraph``.
    """

    runs: Runs
    number: str = ""
    level: int = 0
    style: str = ""


class Field(msgspec.Struct, frozen=True):
    """A line of the header block: a label and its value."""

    label: str
    runs: Runs


class ListItem(msgspec.Struct, frozen=True):
    """An item of a list. ``list_number`` counts the lists of a memo from 1: items of one list share it.

    ``level`` is the depth, from 0. ``first`` is false for further paragraphs of an item, which carry no mark.
    ``style`` is as in ``Paragraph``.
    """

    runs: Runs
    list_number: int
    ordered: bool = False
    level: int = 0
    first: bool = True
    style: str = ""


class Quotation(msgspec.Struct, frozen=True):
    """A paragraph that is set off as a quotation."""

    runs: Runs


class Code(msgspec.Struct, frozen=True):
    """Lines kept as they are, in a fixed pitch."""

    text: str


Alignment: TypeAlias = Literal["", "left", "center", "right"]


class Table(msgspec.Struct, frozen=True):
    """A table with one header row. All rows have ``len(header)`` cells; a cell is one paragraph of runs."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    alignments: tuple[Alignment, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    """A thin line across the page."""


class PageBreak(msgspec.Struct, frozen=True):
    """What follows starts on a new page."""


Block: TypeAlias = Heading | Paragraph | Numbered | Field | ListItem | Quotation | Code | Table | Rule | PageBreak


class Note(msgspec.Struct, frozen=True):
    """What a citation leads to. ``paragraphs`` is the whole note; ``short`` serves citations in the text."""

    paragraphs: tuple[Runs, ...]
    short: Runs = ()


class Facts(msgspec.Struct, frozen=True):
    """What is true of the memo as a whole: document properties, page, header and footer.

    ``language`` is a BCP 47 tag, ``created`` and ``modified`` are ISO 8601 times in UTC; they come from the brief, so
    that equal briefs give equal bytes. ``properties`` are the header fields, for a Markdown file's front matter.
    ``house_look`` is what pages of our own take from a document of the office.
    """

    title: str
    author: str = ""
    language: str = "en-GB"
    paper: Paper = "A4"
    landscape: bool = False
    marking: str = ""
    reference: str = ""
    keywords: str = ""
    created: str = "2000-01-01T00:00:00Z"
    modified: str = "2000-01-01T00:00:00Z"
    look: str = "standard"
    properties: dict[str, str] = {}
    house_look: HouseLook | None = None


class Memo(msgspec.Struct, frozen=True):
    """Blocks in reading order, the notes that their runs refer to (note 1 is ``notes[0]``), and the facts."""

    facts: Facts
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()


def block_runs(block: Block) -> Iterator[Run]:
    """All runs of a block, in reading order."""
    match block:
        case Heading() | Paragraph() | Numbered() | Field() | ListItem() | Quotation():
            yield from block.runs
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from cell
        case _:
            return
