"""Where two briefs differ, part by part, in words that a person can read; and how to take a part, or all, back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

import msgspec

from briefer.errors import UsageError
from briefer.model.anchor import Anchor
from briefer.model.brief import GROUPS, Brief
from briefer.model.entries import Citable, title_of
from briefer.model.soundness import problems
from briefer.model.source import Source
from briefer.text.clean.told import told

_LISTS = ("sources", *GROUPS.values(), "passages")
_KINDS = {"sources": "Article", "passages": "Passage"} | {group: kind.capitalize() for kind, group in GROUPS.items()}
_PLAIN = {"title": "Title", "language": "Language", "template": "Template"}
_KEYED = ("header", "sections", "taken_over")
_CHOICES = {"export": "Export choices", "dismissed": "Suggestions turned down", "left": "Findings left as they are"}
_DETAILS = {
    "title": "Title", "publisher": "Outlet", "author": "Byline", "published": "Date", "url": "Link",
    "accessed": "Read on", "file_name": "File",
}  # fmt: skip
_PASTED = "text/plain"
_SHOWN = 60

Headings: TypeAlias = Mapping[str, Mapping[str, str]]
"""By a template's id what it calls parts of a brief: ``header.to`` and ``sections.issue`` are keys."""
NO_HEADINGS: Headings = {}


class Part(NamedTuple):
    """A part of a brief: a field of it, and under that a key or an id; ``order`` and a list for its order."""

    field: str
    key: str = ""


class Difference(NamedTuple):
    """A part that two briefs have differently, in words; None where one of them has no such part."""

    part: Part
    label: str
    old: str | None
    new: str | None


def differences(old: Brief, new: Brief, headings: Headings = NO_HEADINGS) -> list[Difference]:
    """All that differs, in the order of the file; nothing for briefs that differ in id and times alone.

    A header field or a section is called as the newer brief's template calls it, else after its id.
    """
    called = headings.get(new.template, {})
    found = [Difference(Part(f), label, getattr(old, f), getattr(new, f)) for f, label in _PLAIN.items()]
    for field in _KEYED:
        before, after = getattr(old, field), getattr(new, field)
        found += [
            Difference(Part(field, key), _label(field, key, called), before.get(key), after.get(key))
            for key in {**before, **after}
        ]
    found = [each for each in found if each.old != each.new]
    for field in _LISTS:
        found += _of_list(field, getattr(old, field), getattr(new, field))
    for field, label in _CHOICES.items():
        before, after = getattr(old, field), getattr(new, field)
        if before != after:
            found.append(Difference(Part(field), label, _told(before), _told(after)))
    return found


def _label(field: str, key: str, called: Mapping[str, str]) -> str:
    group = "sections" if field == "taken_over" else field
    name = called.get(f"{group}.{key}") or key.replace("_", " ").capitalize()
    return f"{name} as it was taken over" if field == "taken_over" else name


def _of_list(field: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> list[Difference]:
    before, after = {each.id: each for each in old}, {each.id: each for each in new}
    found = [
        Difference(Part(field, ident), _called(field, each), _words(before.get(ident)), _words(after.get(ident)))
        for ident, each in {**before, **after}.items()
        if before.get(ident) is not after.get(ident) and before.get(ident) != after.get(ident)
    ]
    kept = [ident for ident in before if ident in after]
    moved = [ident for ident in after if ident in before]
    if kept != moved:
        label = f"Order of the {'articles' if field == 'sources' else field}"
        found.append(Difference(Part("order", field), label, ", ".join(kept), ", ".join(moved)))
    return found


def _called(field: str, item: Source | Citable) -> str:
    title = item.label if isinstance(item, Source) else title_of(item)
    title = " ".join(title.split())
    short = title if len(title) <= _SHOWN else f"{title[:_SHOWN].rstrip()}…"
    return f"{_KINDS[field]} {item.id}: {short}" if short else f"{_KINDS[field]} {item.id}"


def _words(item: Source | Citable | None) -> str | None:
    """An entry or an article as lines; all that it holds is in them, so that no difference is without words."""
    if item is None:
        return None
    if not isinstance(item, Source):
        return _told(item)
    about = {label: getattr(item, f) for f, label in _DETAILS.items()} | {
        "Not confirmed": ", ".join(_DETAILS.get(f, f) for f in item.guessed),
        "Headings": "; ".join(f"“{item.text[each.start : each.end]}” (level {each.level})" for each in item.headings),
        "Cleaned": ", ".join(told(fix.rule, fix.count) for fix in item.fixes if fix.on),
        "Not cleaned": ", ".join(told(fix.rule, fix.count) for fix in item.fixes if not fix.on),
        "Kind of file": item.media_type if item.media_type != _PASTED else "",
        "Fingerprint of the file": item.sha256,
    }
    lines = [f"{label}: {value}" for label, value in about.items() if value]
    lines += ["", item.text]
    if item.original != item.text:
        lines += ["", "As it came in:", item.original]
    return "\n".join(lines)


def _told(value: object) -> str:
    match value:
        case Anchor():
            return f"“{value.exact}” ({value.source}, {value.start} to {value.end}, {value.stance})"
        case msgspec.Struct():
            fields = {f: getattr(value, f) for f in value.__struct_fields__ if f != "id"}
            return "\n".join(f"{_name(f)}: {_told(each)}" for f, each in fields.items() if each not in ("", (), {}))
        case tuple():
            return "; ".join(_told(each) for each in value)
        case dict():
            return "; ".join(f"{key}: {_told(each)}" for key, each in value.items())
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)


def _name(field: str) -> str:
    return field.replace("_", " ").capitalize()


# Taking back


def take_back(brief: Brief, older: Brief) -> Brief:
    """The older brief as the next state of this one: its id and its day stay, and no id is ever given twice."""
    return msgspec.structs.replace(
        older, id=brief.id, created=brief.created, modified=brief.modified, last_ids=_highest(brief, older)
    )


def take_part_back(brief: Brief, older: Brief, part: Part) -> Brief:
    """The brief with one part as the older one has it, which may be not at all.

    UsageError where that part does not fit what the brief has become, such as a note whose article is gone.
    """
    changed = _with_part(brief, older, part)
    changed = msgspec.structs.replace(changed, last_ids=_highest(brief, older))
    if next(iter(problems(changed)), None) is not None:
        raise UsageError(
            "this part leans on others that have changed as well", "take the whole brief back, or those parts first"
        )
    return changed


def _with_part(brief: Brief, older: Brief, part: Part) -> Brief:
    if part.field == "order":
        return msgspec.structs.replace(
            brief, **{part.key: _in_order(getattr(brief, part.key), getattr(older, part.key))}
        )
    now, then = getattr(brief, part.field), getattr(older, part.field)
    if part.field in _KEYED:
        value: object = {key: each for key, each in now.items() if key != part.key}
        if part.key in then:
            value = {**now, part.key: then[part.key]}
    elif part.field in _LISTS:
        value = _with_item(now, then, part.key)
    else:
        value = then
    return msgspec.structs.replace(brief, **{part.field: value})


def _with_item(now: tuple[Any, ...], then: tuple[Any, ...], ident: str) -> tuple[Any, ...]:
    wanted = next((each for each in then if each.id == ident), None)
    if wanted is None:
        return tuple(each for each in now if each.id != ident)
    if any(each.id == ident for each in now):
        return tuple(wanted if each.id == ident else each for each in now)
    at = next(index for index, each in enumerate(then) if each.id == ident)
    return (*now[:at], wanted, *now[at:])


def _in_order(now: tuple[Any, ...], then: tuple[Any, ...]) -> tuple[Any, ...]:
    """Items in the order that they had; those that were not there then stay behind the one before them."""
    places = {each.id: index for index, each in enumerate(then)}
    key, keys = -1, []
    for each in now:
        key = places.get(each.id, key)
        keys.append(key)
    return tuple(now[index] for index in sorted(range(len(now)), key=lambda index: keys[index]))


def _highest(brief: Brief, older: Brief) -> dict[str, int]:
    letters = {**brief.last_ids, **older.last_ids}
    return {letter: max(brief.last_ids.get(letter, 0), older.last_ids.get(letter, 0)) for letter in letters}
