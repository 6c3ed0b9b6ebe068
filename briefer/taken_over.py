"""Generated parts of the memo as Markdown: what a person who writes one by hand begins with, and what is newer.

All that takes long is in ``part_text`` and ``parts_now``, which can be run in another process; the others take what
these gave into the brief, in a moment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from briefer.edit.entries import keep_passage
from briefer.edit.memo import keep_mine, take_in, take_over
from briefer.memo.blocks import Run
from briefer.model.anchor import Anchor
from briefer.model.brief import Brief
from briefer.templates.template import Template
from briefer.text.citations import citation

if TYPE_CHECKING:
    from briefer.memo.take_in import Choices
    from briefer.templates.generated import Generated, Piece


class PartText(msgspec.Struct, frozen=True):
    """What the notes make of a part, as a section's Markdown, citations included.

    ``passages`` are kept in the brief, in this order, for those that it cites one by one.
    """

    markdown: str
    passages: tuple[tuple[Anchor, ...], ...] = ()


class PartsNow(msgspec.Struct, frozen=True):
    """What the notes make of a memo's generated parts, by section: the tables and lists of each and how many words
    come from the notes, and the Markdown of those that were asked for.
    """

    outlines: dict[str, tuple[Piece, ...]]
    word_counts: dict[str, int]
    markdown: dict[str, str]


def part_text(brief: Brief, template: Template, section: str) -> PartText:
    """What the notes make of a generated part now. TemplateError if the template fails.

    Where a part cites but some of an entry's passages, they are cited one by one, by the ids that ``brief`` gives
    them when they are kept.
    """
    from briefer.templates.generated import Generated

    return _text(brief, Generated(brief, template), section)


def parts_now(brief: Brief, template: Template, written: Iterable[str] = ()) -> PartsNow:
    """What the notes make of all generated parts, with the Markdown of those that are ``written`` by hand."""
    from briefer.templates.generated import Generated

    found = Generated(brief, template)
    sections = [section.id for section in template.front.sections if section.generated]
    return PartsNow(
        {section: found.outline(section) for section in sections},
        {section: found.word_count(section) for section in sections},
        {section: _text(brief, found, section).markdown for section in written},
    )


def written_instead(brief: Brief, section: str, text: PartText) -> Brief:
    """The brief with a generated part taken over: its section begins as the part is now, with the same notes.

    UsageError if it is written already.
    """
    return take_over(_with_passages(brief, text), section, text.markdown)


def brought_up_to_date(brief: Brief, section: str, text: PartText, choices: Choices | None = None) -> Brief:
    """The brief with what has changed in the notes since a part was taken over changed in its text too.

    Paragraphs, items and rows that were changed by hand meanwhile stay as they are, unless ``choices`` tell
    otherwise. UsageError if the part was not taken over.
    """
    return take_in(_with_passages(brief, text), section, text.markdown, choices)


def left_as_written(brief: Brief, section: str, text: PartText) -> Brief:
    """The brief with its text of a part as it is, to be compared with what the notes make now from here on.

    UsageError if the part was not taken over.
    """
    return keep_mine(_with_passages(brief, text), section, text.markdown)


def _with_passages(brief: Brief, text: PartText) -> Brief:
    for passage in text.passages:
        brief, _ = keep_passage(brief, passage)
    return brief


def _text(brief: Brief, found: Generated, section: str) -> PartText:
    from briefer.render.section import section_markdown

    passages: list[tuple[Anchor, ...]] = []

    def cite(references: Sequence[Run]) -> str:
        nonlocal brief
        idents: list[str] = []
        for entry, group in groupby(references, key=lambda run: run.entry):
            numbers = tuple(run.note for run in group)
            cited = [found.notes.passage(number) for number in numbers]
            if numbers == found.notes.cite(entry) or any(len(passage) > 1 for passage in cited):
                idents.append(entry)
                continue
            for passage in cited:
                brief, ident = keep_passage(brief, passage)
                passages.append(passage)
                idents.append(ident)
        return citation(dict.fromkeys(idents))

    return PartText(section_markdown(found.blocks(section), cite), tuple(passages))
