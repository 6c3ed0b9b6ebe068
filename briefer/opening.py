"""A template is opened: by the id that a brief names, or from a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from msgspec.structs import replace

from briefer.errors import BrieferError, UsageError
from briefer.memo.house_look import HouseLook
from briefer.model.brief import Brief
from briefer.templates.files import built_in_paths, read_template
from briefer.templates.office_look import is_document, office_look
from briefer.templates.problems import did_you_mean
from briefer.templates.shelf import WORD, all_on_shelf, path_of
from briefer.templates.template import Template

T = TypeVar("T")

Apart: TypeAlias = Callable[..., Any]
"""What calls a function with its arguments, perhaps in another process."""

_LONGEST_ID = 200
"""Characters of a template's id that are said: a brief may hold any."""


def here(function: Callable[..., T], *args: Any) -> T:
    """What a function gives, worked out in this process."""
    return function(*args)


def open_template(path: Path) -> Template:
    """Read a template file, Markdown or Word; UnreadableError, TemplateError, or DataError for an unsafe document.

    A document comes from elsewhere: where somebody waits, this is for the worker.
    """
    if path.suffix.lower() not in WORD:
        return read_template(path)
    from briefer.house.form import open_document

    return open_document(path)


def template_at(path: Path, apart: Apart = here) -> Template:
    """The template in a file, as ``open_template`` reads it, with the look of the document that its style names.

    A document of the office is opened through ``apart``.
    """
    try:
        template: Template = (apart if path.suffix.lower() in WORD else here)(open_template, path)
    except BrieferError as error:
        raise error.at(path) from None
    return with_house_look(template, apart)


def with_house_look(template: Template, apart: Apart = here) -> Template:
    """The template with the look of the document that its style names; as it is, where that cannot be had.

    Why it cannot, the check of the template says, and each export to Word.
    """
    style = template.front.style
    if template.built_in or not is_document(style):
        return template
    from briefer.house.look import look_of

    try:
        look: HouseLook = apart(look_of, office_look(style, template.path))
    except BrieferError:
        return template
    return replace(template, house_look=look)


def template_of(brief: Brief, apart: Apart = here) -> Template:
    """The template that a brief names: built in, or on the shelf; UsageError if there is none.

    A path in a brief is not followed: what is read is named by the user, never by a file that came from elsewhere.
    """
    return template_named(brief.template, apart)


def template_named(ident: str, apart: Apart = here) -> Template:
    """The template of this id, built in or on the shelf; UsageError if there is none.

    A house document is opened through ``apart``.
    """
    built_in = built_in_paths()
    if ident in built_in:
        return read_template(built_in[ident])
    path = path_of(ident)
    if path is None:
        near = did_you_mean(ident, [*built_in, *(each.id for each in all_on_shelf())])
        hint = f"choose another ({near})" if near else "choose another"
        shown = ident if len(ident) <= _LONGEST_ID else f"{ident[:_LONGEST_ID]}…"
        raise UsageError(f"its template “{shown}” is not here", hint)
    return replace(template_at(path, apart), id=ident)
