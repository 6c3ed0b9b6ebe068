"""YAML as front matter needs it: plain data within bounds, and the line that a value stands on.

Refused are aliases (they can grow without bound), tags, and more than ``MAX_NODES`` values.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from briefer.templates.problems import Problem, TemplateError

if TYPE_CHECKING:
    from yaml.events import Event
    from yaml.nodes import Node

MAX_BYTES = 64_000
MAX_NODES = 2_000


def load_yaml(text: str, path: str) -> tuple[Any, Node | None]:
    """Data of dicts, lists, strings, numbers and booleans, with the tree of nodes; TemplateError with the line."""
    import yaml

    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise TemplateError(
            [Problem(1, f"the front matter is longer than {MAX_BYTES:,} bytes", "shorten it")], path=path
        )
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _check_events(yaml.parse(text, Loader=base), path)
        loader = base(text)
        try:
            node = loader.get_single_node()
            _check_keys(node, path)
            data = loader.construct_document(node) if node is not None else {}
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 2
        raise TemplateError([_explained(line, error.problem or "")], path=path) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 2
        problem = Problem(line, "the front matter holds a character that no text may hold", "type the line anew")
        raise TemplateError([problem], path=path) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise TemplateError(
            [Problem(2, "the front matter cannot be read", "mind quotes and indents")], path=path
        ) from None
    return _plain(data), node


def _check_events(events: Iterable[Event], path: str) -> None:
    """Refuse aliases, and more values than any template has."""
    import yaml

    for number, event in enumerate(events, 1):
        line = (event.start_mark.line if event.start_mark else 0) + 2
        if isinstance(event, yaml.AliasEvent):
            raise TemplateError([Problem(line, "aliases are not taken", "write the value out")], path=path)
        if getattr(event, "tag", None) is not None:
            raise TemplateError([_explained(line, "constructor")], path=path)
        if number > MAX_NODES:
            raise TemplateError([Problem(line, "the front matter has too many values", "shorten it")], path=path)


def _check_keys(node: Node | None, path: str) -> None:
    """Refuse a key that stands twice in one place: one of its values would be lost."""
    import yaml

    if isinstance(node, yaml.MappingNode):
        seen: set[object] = set()
        for key, value in node.value:
            if key.value in seen if isinstance(key, yaml.ScalarNode) else False:
                problem = Problem(key.start_mark.line + 2, f"the key {key.value} stands twice", "take one away")
                raise TemplateError([problem], path=path)
            seen.add(key.value if isinstance(key, yaml.ScalarNode) else None)
            _check_keys(value, path)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _check_keys(value, path)


_COMPLAINTS = (
    ("mapping values are not allowed", "there is a colon too many", "put a value that holds a colon in quotes"),
    ("tab", "a line begins with a tab", "indent with spaces"),
    ("end of stream", "a quotation mark or a bracket is never closed", "close it"),
    ("constructor", "a value begins with !", "take the ! away, or put it in quotes"),
    ("escape character", "there is a \\ between double quotes", "use single quotes"),
    ("did not find expected", "brackets, commas or indents do not fit", "close each [ and {, and indent alike"),
)
"""What PyYAML says, what that means, and what to do."""


def _explained(line: int, said: str) -> Problem:
    for part, message, suggestion in _COMPLAINTS:
        if part in said:
            return Problem(line, f"the front matter cannot be read: {message}", suggestion)
    return Problem(line, "the front matter cannot be read here", "mind colons, quotes and indents")


def line_of(node: Node | None, place: str) -> int:
    """The line, from 1, of the value at a place such as ``$.header[0].id``; of the nearest one around it."""
    line = 1
    for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", place):
        if node is None:
            break
        line = node.start_mark.line + 1
        node = child(node, int(index) if index else key)
    return node.start_mark.line + 1 if node is not None else line


def child(node: Node, step: int | str) -> Node | None:
    """The value of a key, or the item of a number; None if there is none."""
    from yaml.nodes import MappingNode, SequenceNode

    if isinstance(step, int):
        return node.value[step] if isinstance(node, SequenceNode) and step < len(node.value) else None
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for name, value in pairs if name.value == step), None)


def _plain(data: Any) -> Any:
    """``data`` with dates as the words they were written in: they are values of text fields here."""
    match data:
        case dict():
            return {str(key): _plain(value) for key, value in data.items()}
        case list():
            return [_plain(value) for value in data]
        case datetime.date():
            return data.isoformat()
        case _:
            return data
