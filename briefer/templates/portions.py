"""Portion marks: which parts of a memo are marked how, and whether the marking on every page is high enough."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from briefer.errors import DataError
from briefer.memo.blocks import Memo, block_runs
from briefer.model.brief import Brief
from briefer.model.entries import title_of
from briefer.templates.template import Template
from briefer.text.escape import RESERVED, xml_safe
from briefer.text.markings import abbreviation, exceeds, highest

TITLE = "subject"
"""The key of the title's mark in ``brief.export.portion_marks``; the others are ids of sections and entries."""
MARKING = "marking"
"""The header field of the marking on every page."""


class MarkingError(DataError):
    """A part of a memo is marked higher than the memo itself."""


class Portions(msgspec.Struct, frozen=True):
    """Marks that are printed, by ids of sections and entries and ``TITLE``; ``order`` is the office's own scale."""

    marks: dict[str, str] = {}
    order: tuple[str, ...] = ()

    def printed(self, *idents: str) -> str:
        """The highest mark of these, as it stands before words; "" if none of them bears one."""
        found = highest((self.marks.get(ident, "") for ident in idents), self.order)
        return xml_safe(RESERVED.sub("", abbreviation(found)))


def prints_marks(brief: Brief, template: Template) -> bool:
    """Whether a template prints portion marks.

    One in Markdown says so; a document of the office prints what the brief has, for it cannot say that it drops it.
    """
    return template.front.portion_marks or bool(template.document and any(brief.export.portion_marks.values()))


def portions_of(brief: Brief, template: Template) -> Portions:
    """The marks of a brief that a template prints; none if it prints no marks at all."""
    return Portions(brief.export.portion_marks if prints_marks(brief, template) else {}, _order(template))


def banner(brief: Brief, template: Template) -> str:
    """The marking on every page: as typed, else the highest of the title's and the written sections' marks."""
    typed = " ".join(brief.header.get(MARKING, "").split())
    return typed or highest((mark for _, _, mark in _marked_sections(brief, template)), _order(template))


def marked_higher(brief: Brief, template: Template, memo: Memo) -> Iterator[tuple[str, str, str]]:
    """The parts that are marked higher than the memo: where each is, what is wrong, and what would settle it.

    A place is ``header.subject``, ``sections.ID``, or the id of an entry that the memo names.
    """
    shown = banner(brief, template)
    here = f"the memo’s marking {shown}" if shown else "the memo, which has no marking"
    for where, name, mark in (*_marked_sections(brief, template), *_marked_entries(brief, memo)):
        if exceeds(mark, shown, _order(template)):
            yield (
                where,
                f"“{name}” is marked {mark}: higher than {here}",
                f"raise the memo’s marking, or leave “{name}” out or mark it lower",
            )


def refuse_marked_higher(brief: Brief, template: Template, memo: Memo) -> None:
    """MarkingError if a part of the memo, a section or an entry that it names, is marked higher than the memo."""
    for _, message, hint in marked_higher(brief, template, memo):
        raise MarkingError(message, hint)


def _marked_sections(brief: Brief, template: Template) -> Iterator[tuple[str, str, str]]:
    """The title and the sections of the template that have words: place, the name people know, and mark."""
    marks = brief.export.portion_marks
    if mark := marks.get(TITLE, ""):
        yield f"header.{TITLE}", "Subject", mark
    for section in template.front.sections:
        mark = marks.get(section.id, "")
        if mark and (section.generated or brief.sections.get(section.id, "").strip()):
            yield f"sections.{section.id}", section.label, mark


def _marked_entries(brief: Brief, memo: Memo) -> Iterator[tuple[str, str, str]]:
    named = {run.entry for block in memo.blocks for run in block_runs(block) if run.entry}
    for entry in brief.entries():
        if entry.id in named and (mark := brief.export.portion_marks.get(entry.id, "")):
            yield entry.id, title_of(entry), mark


def _order(template: Template) -> tuple[str, ...]:
    field = next((field for field in template.front.header if field.id == MARKING), None)
    return field.choices if field else ()
