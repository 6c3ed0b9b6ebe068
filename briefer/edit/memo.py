"""What a person writes: a new brief, its title, header, sections, and the choices of template and export."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from briefer.edit.values import changed, checked, typed, with_key
from briefer.errors import UsageError
from briefer.model.brief import FORMAT, Brief, ExportChoices
from briefer.model.source import Source

if TYPE_CHECKING:
    from briefer.memo.take_in import Choices

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
        from briefer.edit.sources import add_source  # 10 ms that the empty brief of a start can spare

        brief, _ = add_source(brief, source)
    return brief


def set_title(brief: Brief, title: str) -> Brief:
    """Another title."""
    return changed(brief, title=typed(title))


def set_header(brief: Brief, field: str, value: str) -> Brief:
    """Another value for a field of the header block; an empty one takes it out."""
    return changed(brief, header=with_key(brief.header, field, typed(value)))


def fill_header(brief: Brief, values: Mapping[str, str]) -> Brief:
    """The brief with values in those fields of the header that are empty; the same object if none of them is."""
    for field, value in values.items():
        if not brief.header.get(field, "").strip():
            brief = set_header(brief, field, value)
    return brief


def set_section(brief: Brief, section: str, markdown: str) -> Brief:
    """Another text for a section of the memo; an empty one takes it out."""
    return changed(brief, sections=with_key(brief.sections, section, typed(markdown)))


def take_over(brief: Brief, section: str, generated: str) -> Brief:
    """The brief with a generated part of the memo made a section to be written, which begins as what is generated.

    ``generated`` is the part's Markdown, citations included; a copy of it stays as the base of a later comparison.
    UsageError if the part is written already, so that nothing written is lost.
    """
    if is_taken_over(brief, section):
        raise UsageError(f"“{section}” is written by hand already", "go on in its editor")
    text = typed(generated)
    return changed(
        brief,
        sections=with_key(brief.sections, section, text),
        taken_over={**brief.taken_over, section: text},
    )


def take_in(brief: Brief, section: str, generated: str, choices: Choices | None = None) -> Brief:
    """The brief with a taken-over part changed as its generated Markdown has changed since, which is the new base.

    Paragraphs, items and rows that were changed by hand stay, unless ``choices`` tell otherwise. UsageError if the
    part was not taken over.
    """
    from briefer.memo.take_in import taken_in

    text, base = typed(generated), _base(brief, section)
    made = taken_in(base, brief.sections.get(section, ""), text, choices)
    return changed(
        brief,
        sections=with_key(brief.sections, section, made),
        taken_over={**brief.taken_over, section: text},
    )


def keep_mine(brief: Brief, section: str, generated: str) -> Brief:
    """The brief with its text of a taken-over part as it is, to be compared with ``generated`` from here on.

    UsageError if the part was not taken over.
    """
    _base(brief, section)
    return changed(brief, taken_over={**brief.taken_over, section: typed(generated)})


def _base(brief: Brief, section: str) -> str:
    if section not in brief.taken_over:
        raise UsageError(f"“{section}” was not made from the notes", "go on in its editor")
    return brief.taken_over[section]


def back_to_live(brief: Brief, section: str) -> Brief:
    """The brief with a part of the memo from the notes again; what was written in it goes."""
    kept = {key: text for key, text in brief.taken_over.items() if key != section}
    return changed(brief, sections=with_key(brief.sections, section, ""), taken_over=kept)


def is_taken_over(brief: Brief, section: str) -> bool:
    """Whether a part of the memo that may be generated is written instead: taken over, or kept from a template
    in which people write it.
    """
    return section in brief.taken_over or bool(brief.sections.get(section, "").strip())


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
