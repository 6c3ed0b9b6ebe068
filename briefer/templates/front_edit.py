"""The front matter of a template changed in one place: a key, a field, a section. The rest stays letter by letter."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from briefer.errors import UsageError
from briefer.templates.problems import TemplateError
from briefer.templates.reading import parts_of
from briefer.templates.yaml import child, load_yaml

if TYPE_CHECKING:
    from yaml.nodes import Node

Group: TypeAlias = Literal["header", "sections"]
_PLAIN_WORDS = re.compile(r"[^\W\d][\w ’()./-]*\w")
_KEYWORDS = {"yes", "no", "true", "false", "on", "off", "null"}
_NO_WORD = re.compile(r"\W+")


class SetKey(NamedTuple):
    """Another value for a key of the head; an empty one takes the key out."""

    key: str
    value: object


class SetItem(NamedTuple):
    """Another value for a key of a field or section, by its id; an empty one takes the key out."""

    group: Group
    ident: str
    key: str
    value: object


class AddItem(NamedTuple):
    """One more field or section, with this label."""

    group: Group
    label: str


class RemoveItem(NamedTuple):
    """A field or section less."""

    group: Group
    ident: str


class MoveItem(NamedTuple):
    """A field or section so many places further down; a negative number is up."""

    group: Group
    ident: str
    by: int


HeadEdit: TypeAlias = SetKey | SetItem | AddItem | RemoveItem | MoveItem


def edited_head(text: str, edit: HeadEdit) -> str:
    """The text of a template with its head changed so; TemplateError if that is past reading.

    UsageError if there is no such field or section any more.
    """
    match edit:
        case SetKey(key, value):
            return with_written(text, key, written(value) if _says_something(value) else "")
        case SetItem(group, ident, key, value):
            return _with_changed(text, group, ident, key, value)
        case AddItem(group, label):
            items, originals = _items(text, group)
            made = {"id": _free_ident(label, [str(item.get("id", "")) for item in items]), "label": label}
            return _with_items(text, group, [*originals, written(made)])
        case RemoveItem(group, ident):
            at, originals = _place(text, group, ident)
            return _with_items(text, group, [*originals[:at], *originals[at + 1 :]])
        case MoveItem(group, ident, by):
            at, originals = _place(text, group, ident)
            moved = originals.pop(at)
            originals.insert(max(0, at + by), moved)
            return _with_items(text, group, originals)


def has_head(text: str) -> bool:
    """Whether a template's head can be read, and so be changed in one place."""
    try:
        front, _, _ = parts_of(text, "")
        data, _ = load_yaml(front, "")
    except TemplateError:
        return False
    return isinstance(data, dict)


def with_value(text: str, key: str, value: str) -> str:
    """The text of a Markdown template with other words for a key of its front matter; the rest stays as it is."""
    return with_written(text, key, scalar(value))


def with_ignored(text: str, message: str) -> str:
    """The text of a template that is to be told no more of a warning; its head says which."""
    front, _, _ = parts_of(text, "")
    data, _ = load_yaml(front, "")
    before = data.get("ignored", []) if isinstance(data, dict) else []
    return with_written(text, "ignored", written([*before, message] if isinstance(before, list) else [message]))


def with_written(text: str, key: str, words: str) -> str:
    """The text of a template with a key of its head written so, on one line; without words, without the key."""
    front, first, pairs = _keys(text)
    if key not in pairs:
        at = first + (len(front) + 1 if pairs and key != "name" else 0)
        return f"{text[:at]}{key}: {words}\n{text[at:]}" if words else text
    name, node = pairs[key]
    start, end = _span(front, node)
    if words:
        return _put(text, first + start, first + end, words)
    line_start = front.rfind("\n", 0, _offset(front, name)) + 1
    line_end = front.find("\n", end) + 1 or len(front) + 1
    return text[: first + line_start] + text[first + line_end :]


def written(value: object) -> str:
    """A value as YAML on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"{value:g}"
        case dict():
            return "{" + ", ".join(f"{key}: {written(each)}" for key, each in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(written(each) for each in value) + "]"
        case _:
            return scalar(str(value))


def scalar(words: str) -> str:
    """Words as YAML has them: in quotes unless they can be nothing else."""
    words = " ".join(words.split())
    plain = _PLAIN_WORDS.fullmatch(words) and words.lower() not in _KEYWORDS
    return words if plain else json.dumps(words, ensure_ascii=False)


def _says_something(value: object) -> bool:
    return value not in ("", 0, False, None, (), []) and not (isinstance(value, dict) and not any(value.values()))


def _with_changed(text: str, group: Group, ident: str, key: str, value: object) -> str:
    front, _, _ = parts_of(text, "")
    data, tree = load_yaml(front, "")
    at, _ = _place(text, group, ident)
    item = dict(data[group][at])
    if _says_something(value):
        item[key] = value
    else:
        item.pop(key, None)
    assert tree is not None, "what has items has a tree"
    node = child(child(tree, group) or tree, at)
    assert node is not None, "it was found in the tree"
    first = text.index("\n") + 1
    start, end = _span(front, node)
    return _put(text, first + start, first + end, written(item))


def _items(text: str, group: Group) -> tuple[list[dict[str, Any]], list[str]]:
    """The fields or sections of a head: their data, and as they are written."""
    front, _, _ = parts_of(text, "")
    data, tree = load_yaml(front, "")
    items = data.get(group) if isinstance(data, dict) else None
    found = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    if not found or len(found) != len(items or ()) or tree is None:
        return [], []
    nodes = (child(child(tree, group) or tree, at) for at in range(len(found)))
    spans = (_span(front, node) for node in nodes if node is not None)
    return found, [front[start:end] for start, end in spans]


def _place(text: str, group: Group, ident: str) -> tuple[int, list[str]]:
    items, originals = _items(text, group)
    at = next((at for at, item in enumerate(items) if item.get("id") == ident), None)
    if at is None:
        raise UsageError(f"the head has no {ident} any more", "look at its text")
    return at, originals


def _with_items(text: str, group: Group, items: list[str]) -> str:
    """The head with these fields or sections, one below the other."""
    if not items:
        return with_written(text, group, "")
    lines = "".join(f"\n  - {item}" for item in items)
    front, first, pairs = _keys(text)
    if group not in pairs:
        at = first + len(front)
        return f"{text[:at]}{chr(10) if front else ''}{group}:{lines}{text[at:] if front else chr(10) + text[at:]}"
    name, node = pairs[group]
    start = _offset(front, name) + len(group)
    _, end = _span(front, node)
    return _put(text, first + start, first + end, f":{lines}")


def _keys(text: str) -> tuple[str, int, dict[str, tuple[Node, Node]]]:
    """The head of a template, where it begins in the text, and its keys with their values."""
    front, _, _ = parts_of(text, "")
    _, tree = load_yaml(front, "")
    pairs = tree.value if tree is not None else []
    return front, text.index("\n") + 1, {name.value: (name, node) for name, node in pairs}


def _span(front: str, node: Node) -> tuple[int, int]:
    """Where a value stands, without the white space and comments that its last line may end with."""
    start, end = _at(front, node.start_mark), _at(front, node.end_mark)
    return start, start + len(_without_tail(front[start:end]))


def _without_tail(words: str) -> str:
    """A block without the blank lines and comments that stand after it."""
    lines = words.rstrip().split("\n")
    while len(lines) > 1 and lines[-1].lstrip().startswith("#"):
        lines.pop()
    return "\n".join(lines).rstrip()


def _offset(front: str, node: Node) -> int:
    return _at(front, node.start_mark)


def _at(front: str, mark: Any) -> int:
    lines = front.split("\n")
    return sum(len(line) + 1 for line in lines[: mark.line]) + int(mark.column)


def _put(text: str, start: int, end: int, words: str) -> str:
    return text[:start] + words + text[end:]


def _free_ident(label: str, taken: list[str]) -> str:
    """An id for a label, which a tag can name."""
    stem = _NO_WORD.sub("_", label.casefold()).strip("_") or "field"
    stem = stem if stem.isidentifier() else f"field_{stem}"
    number = 1
    while (ident := stem if number == 1 else f"{stem}_{number}") in taken:
        number += 1
    return ident
