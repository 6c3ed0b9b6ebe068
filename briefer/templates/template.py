"""Template: the office form that a memo follows, read from Markdown with YAML front matter.

The front matter says all that the app needs to make the forms; the body is Markdown with Jinja tags.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from briefer.memo.blocks import Citations, Paper
from briefer.templates.problems import Problem, TemplateError, did_you_mean

if TYPE_CHECKING:
    from yaml.nodes import Node

MAX_BYTES = 2_000_000
"""Of a template file."""


class Limit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """At most so many words or pages; 0 is no limit."""

    words: int = 0
    pages: float = 0


class HeaderField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A field of the header block. A ``choice`` takes one of ``choices`` or what the user types instead."""

    id: str
    label: str
    required: bool = False
    type: Literal["text", "date", "choice"] = "text"
    choices: tuple[str, ...] = ()


class SectionField(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section that a person writes; a ``generated`` one comes from the entries until a person writes it.

    The body holds what is generated in a Jinja block named as the section.
    """

    id: str
    label: str
    hint: str = ""
    required: bool = False
    generated: bool = False
    limit: Limit = Limit()


class FrontMatter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The head of a template file."""

    name: str
    description: str = ""
    language: str = "en-GB"
    paper: Paper = "A4"
    orientation: Literal["portrait", "landscape"] = "portrait"
    citations: Citations = "footnotes"
    numbering: Literal["none", "paragraphs"] = "none"
    limit: Limit = Limit()
    style: str = "standard"
    header: tuple[HeaderField, ...] = ()
    sections: tuple[SectionField, ...] = ()


class Template(msgspec.Struct, frozen=True):
    """A template as it was read. ``body_line`` is the line of the file, from 1, on which ``body`` starts.

    ``id`` is its file's name without the suffix, ``path`` where it lies, ``built_in`` whether it ships with Briefer.
    """

    id: str
    path: str
    front: FrontMatter
    body: str
    body_line: int
    built_in: bool = False

    @property
    def name(self) -> str:
        """The name that people know it by."""
        return self.front.name

    def section(self, ident: str) -> SectionField | None:
        """The section of this id, if the template has it."""
        return next((section for section in self.front.sections if section.id == ident), None)


def parse_template(text: str, ident: str, path: str, *, built_in: bool = False) -> Template:
    """Read a template; TemplateError with its line where the front matter is not as it should be."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[0].rstrip() != "---":
        problem = Problem(1, "the file does not begin with its front matter", "make the first line ---")
        raise TemplateError([problem], path=path)
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        raise TemplateError([Problem(1, "the front matter has no end", "close it with a line ---")], path=path)
    front = _front_matter("\n".join(lines[1:end]), path)
    return Template(ident, path, front, "\n".join(lines[end + 1 :]), end + 2, built_in)


def _front_matter(text: str, path: str) -> FrontMatter:
    from briefer.templates.yaml import load_yaml

    data, node = load_yaml(text, path)
    if not isinstance(data, dict):
        raise TemplateError([Problem(2, "the front matter is no list of keys and values")], path=path)
    try:
        front = msgspec.convert(data, FrontMatter)
    except msgspec.ValidationError as error:
        raise TemplateError([_explained(str(error), node)], path=path) from None
    if problems := list(_unsound(front)):
        raise TemplateError(problems, path=path)
    return front


def _explained(error: str, node: Node | None) -> Problem:
    """msgspec's complaint in plain words, with the line of the file."""
    from briefer.templates.yaml import line_of

    message, _, place = error.partition(" - at `")
    place = place.rstrip("`") or "$"
    where = place.removeprefix("$").removeprefix(".") or "the front matter"
    if match := re.match(r"Object contains unknown field `(.*)`", message):
        line = line_of(node, f"{place}.{match[1]}") + 1
        return Problem(line, f"{match[1]}: there is no such key here", did_you_mean(match[1], _known_keys(place)))
    line = line_of(node, place) + 1
    if match := re.match(r"Object missing required field `(.*)`", message):
        return Problem(line, f"{where} lacks the key {match[1]}", f"add {match[1]}: ...")
    return Problem(line, f"{where}: {message[:1].lower()}{message[1:]}")


def _known_keys(place: str) -> list[str]:
    struct: Any = FrontMatter
    for name, part in (("limit", Limit), ("header", HeaderField), ("sections", SectionField)):
        if name in place:
            struct = part
            break
    return [field.encode_name for field in msgspec.structs.fields(struct)]


def _unsound(front: FrontMatter) -> list[Problem]:
    """What types cannot say: ids that are unique and can be named in a tag."""
    problems = []
    for group in (front.header, front.sections):
        seen: set[str] = set()
        for field in group:
            if not field.id.isidentifier():
                message = f"{field.id!r} cannot be the id of a field"
                problems.append(Problem(0, message, "use letters, digits and _ only"))
            if field.id in seen:
                problems.append(Problem(0, f"two fields have the id {field.id}", "give one of them another id"))
            seen.add(field.id)
    return problems
