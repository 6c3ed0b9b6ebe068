"""What a person writes: a new brief, its title, header, sections, and the choices of template and export."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefer.edit.sources import add_source
from briefer.edit.values import changed, checked, typed, with_key
from briefer.model.brief import FORMAT, Brief, ExportChoices
from briefer.model.source import Source

_EXPORT = frozenset(ExportChoices.__struct_fields__)


def new_brief(
    ident: str,
    title: str,
    created: str,
    *,
    language: str = "en-GB",
    sources: Iterable[Source] = (),
    template: str = "information-note",
) -> Brief:
    """A new brief on these sources, which get ids of their own in their order.

    ``created`` is an ISO 8601 time in UTC, ``2026-11-22T09:30:00Z``; the caller takes the clock and makes the id.
    """
    brief = Brief(FORMAT, ident, typed(title), created, language=language, template=template)
    for source in sources:
        brief, _ = add_source(brief, source)
    return brief


def set_title(brief: Brief, title: str) -> Brief:
    """Another title."""
    return changed(brief, title=typed(title))


def set_header(brief: Brief, field: str, value: str) -> Brief:
    """Another value for a field of the header block; an empty one takes it out."""
    return changed(brief, header=with_key(brief.header, field, typed(value)))


def set_section(brief: Brief, section: str, markdown: str) -> Brief:
    """Another text for a section of the memo; an empty one takes it out."""
    return changed(brief, sections=with_key(brief.sections, section, typed(markdown)))


def set_template(brief: Brief, template: str) -> Brief:
    """Another template, by its id or path. Header and sections stay, those it lacks included."""
    return changed(brief, template=template)


def set_language(brief: Brief, language: str) -> Brief:
    """Another language for the memo (a BCP 47 tag)."""
    return changed(brief, language=language)


def set_export(brief: Brief, **choices: Any) -> Brief:
    """Other choices for exports: ``citations``, ``annexes``, ``portion_marks``.

    TypeError for another name, ValueError for a value that the format does not know.
    """
    values = checked(brief.export, choices, _EXPORT)
    return changed(brief, export=changed(brief.export, **values))
