"""What can be put into a template while it is being typed: fields, each with its value in a brief, and filters.

Where a field goes decides how it is written: within a loop over actors ``actor.name``, elsewhere a loop of its own
or, in running words, all names in a row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from briefer.templates.context import FIELDS, NAMES, context
from briefer.templates.filters import FROM_JINJA, OWN
from briefer.templates.names import SAME_LIST
from briefer.templates.tags import Tag, tags
from briefer.templates.template import FrontMatter, Template

if TYPE_CHECKING:
    from briefer.model.brief import Brief

_LONGEST = 80
_LISTS = {"Actors": "actor", "Actions": "action", "Stakes": "stake", "Quotes": "quote", "Sources": "source"}
_HIDDEN = frozenset(("id", "passages", "when", "notes"))
"""Fields that are of use in conditions alone, or in drafts: they can be typed."""
_FOR = re.compile(r"\{%[-+]?\s*for\s+(\w+)\s+in\s+([\w.]+)((?:\s*\|\s*\w+(?:\([^()]*\))?)*)")
_FILTER = re.compile(r"\|\s*(\w+)")
_TITLES = ' | map(attribute="title") | join(", ")'
_ONE_LINE = {"list party": " | names", "list text": ' | join(", ")', "list action": _TITLES, "list stake": _TITLES,
             "list quote": _TITLES}  # fmt: skip
"""What puts a field that is a list into one line."""
_LIKE = {"party": "actor"}
"""Shapes that have some of the fields of another."""


class Pick(msgspec.Struct, frozen=True):
    """Something to put in. ``name`` is shown, with ``value`` beside it: what it is in the brief at hand, or does.

    ``written`` is how it is written in a tag. One of a list has the ``shape`` of what the list holds, such as
    ``actor``, and is named with it: ``actor.name``. A filter begins with its bar.
    """

    name: str
    value: str
    written: str
    shape: str = ""

    @property
    def is_filter(self) -> bool:
        """Whether it follows a value."""
        return self.written.startswith("|")


class PickGroup(msgspec.Struct, frozen=True):
    """Picks that belong together. ``shape`` is that of the list they come from, ``count`` how many it holds."""

    title: str
    picks: tuple[Pick, ...]
    shape: str = ""
    count: int = 0


class Insertion(msgspec.Struct, frozen=True):
    """Words that go into a text at ``at``; the caret stands ``caret`` code points after their beginning."""

    at: int
    words: str
    caret: int


def pick_groups(brief: Brief, front: FrontMatter) -> list[PickGroup]:
    """All that can be put into a template with this head, with the values of a brief."""
    data = context(brief, Template("", "", front, "", 1))
    header = [Pick(field.id, _told(data["header"][field.id]), f"header.{field.id}") for field in front.header]
    header += [Pick(f"brief.{name}", _told(data["brief"][name]), f"brief.{name}") for name in FIELDS["brief"]]
    groups = [PickGroup("Brief and header", tuple(header))]
    for title, shape in _LISTS.items():
        things = data[title.lower()]
        fields = [name for name in FIELDS[shape] if name not in _HIDDEN and (name != "title" or shape == "source")]
        picks = [Pick(name, _first(things, name), f"{shape}.{name}{_ONE_LINE.get(FIELDS[shape][name][0], '')}", shape)
                 for name in fields]  # fmt: skip
        if shape != "source":
            picks.append(Pick("cite", "the notes that it rests on", f"{shape} | cite", shape))
        groups.append(PickGroup(title, tuple(picks), shape, len(things)))
    written = [
        Pick(section.id, _told(data["sections"][section.id]) or section.label, f"sections.{section.id}")
        for section in front.sections
        if not section.generated
    ]
    groups.append(PickGroup("Memo sections", tuple(written)))
    filters = [Pick(name, _does(function), f"| {name}") for name, function in sorted(OWN.items())]
    filters += [Pick(name, "", f"| {name}") for name in FROM_JINJA if name not in OWN]
    groups.append(PickGroup("Filters", tuple(filters)))
    return [group for group in groups if group.picks]


def takes_filter(text: str, at: int) -> bool:
    """Whether a filter can be put in at a place: within a tag, or right behind one that puts a value in."""
    tag = _tag_at(text, at)
    return tag is not None and tag.mark == "{{" and tag.whole and bool(tag.inner)


def insertion(text: str, at: int, pick: Pick) -> Insertion:
    """How a pick is put into a text where the caret is."""
    tag = _tag_at(text, at)
    if pick.is_filter:
        return _of_filter(text, at, tag, pick)
    inside = tag is not None and tag.start + 2 <= at and at <= tag.end - len(tag.closed)
    name = _named(text, at, pick)
    if inside:
        return Insertion(at, name or _in_a_row(pick), len(name or _in_a_row(pick)))
    if name:
        words = f"{{{{ {name} }}}}"
    elif _is_blank_line(text, at):
        words = f"{{% for {pick.shape} in {_list_of(pick.shape)} %}}\n- {{{{ {pick.written} }}}}"
        return Insertion(at, f"{words}\n{{% endfor %}}", len(words))
    else:
        words = f"{{{{ {_in_a_row(pick)} }}}}"
    return Insertion(at, words, len(words))


def loops_at(text: str, at: int) -> dict[str, str]:
    """The names that loops around a place give to things, each with its shape; the innermost last."""
    opened: list[tuple[str, str]] = []
    for tag in tags(text[:at]):
        if tag.mark != "{%" or not tag.whole:
            continue
        if tag.name == "for":
            loop = _FOR.match(tag.text)
            opened.append((loop[1], _shape_of(loop[2], loop[3], dict(opened))) if loop else ("", ""))
        elif tag.name == "endfor" and opened:
            opened.pop()
    return {name: shape for name, shape in opened if shape}


def _shape_of(written: str, filters: str, known: Mapping[str, str]) -> str:
    """The shape of each thing in what a loop goes through; empty if that cannot be told."""
    if any(name not in SAME_LIST for name in _FILTER.findall(filters)):
        return ""
    root, *steps = written.split(".")
    shape = known.get(root) or NAMES.get(root, ("", ""))[0]
    for step in steps:
        shape = FIELDS.get(shape, {}).get(step, ("", ""))[0]
    return shape.removeprefix("list ") if shape.startswith("list ") else ""


def _named(text: str, at: int, pick: Pick) -> str:
    """How a pick is named at a place; empty if it is a field of a thing that no loop there goes through."""
    if not pick.shape:
        return pick.written
    field = pick.written.removeprefix(pick.shape)
    for name, shape in reversed(loops_at(text, at).items()):
        same = shape == pick.shape or (_LIKE.get(shape) == pick.shape and pick.name in FIELDS[shape])
        if same:
            return name + field
    return ""


def _in_a_row(pick: Pick) -> str:
    """All values of a field, or that of the first thing where they cannot stand in a row."""
    things, plain = _list_of(pick.shape), pick.written == f"{pick.shape}.{pick.name}"
    if plain:
        return f'{things} | map(attribute="{pick.name}") | join(", ")'
    return f"{things}[0]{pick.written.removeprefix(pick.shape)}"


def _list_of(shape: str) -> str:
    return next(title.lower() for title, each in _LISTS.items() if each == shape)


def _of_filter(text: str, at: int, tag: Tag | None, pick: Pick) -> Insertion:
    if tag is None:
        return Insertion(at, "", 0)
    end = tag.start + 2 + len(tag.text[2 : len(tag.text) - len(tag.closed)].rstrip("- \t\n"))
    place = min(at, end) if tag.start + 2 < at else end
    before = "" if text[place - 1 : place].isspace() else " "
    after = "" if text[place : place + 1].isspace() else " "
    words = f"{before}{pick.written}"
    return Insertion(place, words + after, len(words))


def _tag_at(text: str, at: int) -> Tag | None:
    """The tag that a place is in, or right behind."""
    return next((tag for tag in tags(text) if tag.start < at <= tag.end and tag.mark != "{#"), None)


def _is_blank_line(text: str, at: int) -> bool:
    end = text.find("\n", at)
    return not text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end].strip()


def _first(things: Sequence[Mapping[str, object]], name: str) -> str:
    """What the first thing that has something in a field has there."""
    return next((told for thing in things if (told := _told(thing[name]))), "")


def _told(value: object) -> str:
    """A value in a few words."""
    if isinstance(value, list | tuple):
        value = ", ".join(_told(each) for each in value[:3])
    elif isinstance(value, dict):
        value = str(value.get("title") or value.get("name") or "")
    words = " ".join(str(value).split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _does(function: object) -> str:
    """What a filter does, in the words of its description."""
    said = " ".join((function.__doc__ or "").split("\n\n")[0].split())
    return said.replace("``", "")
