"""All problems of a front matter in one go, in plain words, each with its line and, where certain, its fix."""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from briefer.templates.front_fixes import Mending
from briefer.templates.office_look import is_bare, is_document, shipped_looks
from briefer.templates.problems import Problem, TemplateError, did_you_mean, nearest
from briefer.templates.template import FrontMatter, HeaderField, Limit, SectionField
from briefer.templates.yaml import line_of, load_yaml

if TYPE_CHECKING:
    from yaml.nodes import Node

_MOST = 20
"""Problems that are looked for."""
_LONGEST_LIMIT = 1_000_000
_LONGEST_NAME = 120
"""Characters of a file's name; systems know names of 255 bytes at most."""
_KINDS = {
    "str": "words", "int": "a whole number", "float": "a number", "bool": "true or false",
    "array": "a list", "object": "keys with values", "null": "nothing",
}  # fmt: skip
_IN_QUOTES = "put it in quotes"
_HINTS = {
    ("str", "int"): _IN_QUOTES, ("str", "float"): _IN_QUOTES, ("str", "bool"): _IN_QUOTES,
    ("array", "object"): "begin each with a hyphen, or put [ ] around them",
    ("array", "str"): "begin each with a hyphen, or put [ ] around them",
    ("object", "str"): "write {id: ..., label: ...}",
    ("object", "int"): "write {pages: ...} or {words: ...}",
}  # fmt: skip
_IDENT = re.compile(r"\bid:[ \t]*['\"]?(\w+)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def front_problems(data: Any, node: Node | None) -> list[Problem]:
    """What is wrong with the data of a front matter, by lines; nothing if it is as ``FrontMatter`` wants it."""
    return _examined(data, node, Mending("", None, 0))[1]


def read_on(text: str, start: int) -> tuple[FrontMatter, list[Problem], Node | None]:
    """A front matter as far as it can be read, what is wrong with it, and its tree; ``text`` begins at ``start``.

    Of one that is past reading, the ids of fields and sections are taken from its words, so that the body can still
    be checked. Fixes count in the file. Never raises.
    """
    try:
        data, node = load_yaml(text, "")
    except TemplateError as error:
        return _salvaged(text), list(error.problems), None
    front, problems = _examined(data, node, Mending(text, node, start))
    return front or _salvaged(text), problems, node


def _examined(data: Any, node: Node | None, mending: Mending) -> tuple[FrontMatter | None, list[Problem]]:
    if not isinstance(data, dict):
        return None, [Problem(2, "the front matter is no list of keys and values", "write: name: ...")]
    data, problems = copy.deepcopy(data), []
    front = None
    for _ in range(_MOST):
        try:
            front = msgspec.convert(data, FrontMatter)
        except msgspec.ValidationError as error:
            problems.append(_explained(str(error), data, node, mending))
            continue
        problems += _unsound(front, node)
        break
    return front, sorted(dict.fromkeys(problems), key=lambda problem: problem.line)


def _salvaged(text: str) -> FrontMatter:
    idents = tuple(dict.fromkeys(_IDENT.findall(text)))
    header = tuple(HeaderField(ident, ident) for ident in idents)
    return FrontMatter("", header=header, sections=tuple(SectionField(ident, ident) for ident in idents))


def _explained(error: str, data: Any, node: Node | None, mending: Mending) -> Problem:
    """msgspec's complaint in plain words; ``data`` is mended so that the next one can be found."""
    message, _, place = error.partition(" - at `")
    place = place.rstrip("`") or "$"
    if match := re.match(r"Object contains unknown field `(.*)`", message):
        line = line_of(node, f"{place}.{match[1]}") + 1
        del _at(data, place)[match[1]]
        known = _known_keys(place)
        problem = Problem(line, f"{match[1]}: there is no such key here", did_you_mean(match[1], known))
        return mending.key(problem, place, match[1], nearest(match[1], known))
    if match := re.match(r"Object missing required field `(.*)`", message):
        _at(data, place)[match[1]] = f"x{len(place)}"
        return Problem(line_of(node, place) + 1, f"{_shown(place)} lacks the key {match[1]}", f"add {match[1]}: ...")
    line, parent, key = line_of(node, place) + 1, *_parent(data, place)
    if match := re.match(r"Invalid enum value '(.*)'", message):
        _mend(parent, key)
        choices = _choices(place)
        problem = Problem(line, f"{_shown(place)} cannot be {match[1]}", did_you_mean(match[1], choices))
        return mending.choice(problem, place, nearest(match[1], choices))
    _mend(parent, key, field="expected `object`" in message.lower())
    if match := re.match(r"Expected `(\w+).*?`, got `(\w+)`", message):
        wanted, found = (_KINDS.get(name, name) for name in match.groups())
        message = f"{_shown(place)} wants {wanted}, and there is {found}"
        problem = Problem(line, message, _HINTS.get((match[1], match[2]), ""))
        return mending.kind(problem, place, match[1], match[2])
    return Problem(line, f"{_shown(place)}: {message[:1].lower()}{message[1:]}")


def _steps(place: str) -> list[str | int]:
    return [int(index) if index else key for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", place)]


def _at(data: Any, place: str) -> Any:
    for step in _steps(place):
        data = data[step]
    return data


def _parent(data: Any, place: str) -> tuple[Any, str | int]:
    *before, last = _steps(place)
    for step in before:
        data = data[step]
    return data, last


def _mend(parent: Any, key: str | int, *, field: bool = False) -> None:
    """Take a wrong value away; what must be there becomes some word, or some ``field``."""
    word = f"x{id(parent)}_{key}"
    if isinstance(parent, list):
        parent[int(key)] = {"id": word, "label": word} if field else word
    elif key in ("name", "id", "label"):
        parent[key] = word
    else:
        del parent[key]


def _shown(place: str) -> str:
    """``$.header[0].type`` as ``type of header field 1``."""
    names = [
        ("header field" if name == "header" else "section" if name == "sections" else name) + f" {int(index) + 1}"
        if index
        else name
        for name, index in re.findall(r"\.(\w+)(?:\[(\d+)\])?", place)
    ]
    return " of ".join(reversed(names)) or "the front matter"


def _known_keys(place: str) -> list[str]:
    return [field.encode_name for field in msgspec.structs.fields(_struct(place))]


def _struct(place: str) -> type[msgspec.Struct]:
    if "limit" in place:
        return Limit
    return HeaderField if "header[" in place else SectionField if "sections[" in place else FrontMatter


def _choices(place: str) -> list[str]:
    whole, _, name = place.rpartition(".")
    type_ = next(field.type for field in msgspec.structs.fields(_struct(whole)) if field.encode_name == name)
    return [str(choice) for choice in get_args(type_)]


def _unsound(front: FrontMatter, node: Node | None) -> Iterator[Problem]:
    """What types cannot say: ids that are unique and can be named in a tag, and limits that can be kept."""
    if not _LANGUAGE.fullmatch(front.language):
        yield Problem(line_of(node, "$.language") + 1, f"there is no language {front.language}", "write en-GB, say")
    named = is_document(front.style) and is_bare(front.style) and len(front.style) <= _LONGEST_NAME
    if front.style not in shipped_looks() and not named:
        hint = f"write {', '.join(shipped_looks())}, or the name of a Word document beside the template"
        yield Problem(line_of(node, "$.style") + 1, f"there is no look {front.style}", hint)
    if not front.name.strip():
        yield Problem(line_of(node, "$.name") + 1, "the name is empty", "give it one")
    yield from _unsound_limit(front.limit, "$.limit", node)
    yield from _unsound_fields(front.header, "$.header", node)
    yield from _unsound_fields(front.sections, "$.sections", node)


def _unsound_fields(
    fields: tuple[HeaderField | SectionField, ...], group: str, node: Node | None
) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, field in enumerate(fields):
        place = f"{group}[{index}]"
        line = line_of(node, f"{place}.id") + 1
        if not field.id.isidentifier():
            yield Problem(line, f"{field.id!r} cannot be the id of a field", "use letters, digits and _ only")
        if field.id in seen:
            yield Problem(line, f"two fields have the id {field.id}", "give one of them another id")
        if not field.label.strip():
            yield Problem(line, f"the label of {field.id} is empty", "give it one")
        if isinstance(field, SectionField):
            yield from _unsound_limit(field.limit, f"{place}.limit", node)
        seen.add(field.id)


def _unsound_limit(limit: Limit, place: str, node: Node | None) -> Iterator[Problem]:
    for name in ("words", "pages"):
        value = getattr(limit, name)
        if not (math.isfinite(value) and 0 <= value <= _LONGEST_LIMIT):
            yield Problem(line_of(node, f"{place}.{name}") + 1, f"{_shown(f'{place}.{name}')} cannot be {value}")
