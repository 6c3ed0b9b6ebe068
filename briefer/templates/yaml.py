"""YAML as front matter needs it: plain data within bounds, and the line that a value stands on.

Refused are aliases (they can grow without bound), tags, and more than ``MAX_NODES`` values.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

from briefer.templates.problems import Problem, TemplateError

if TYPE_CHECKING:
    from yaml.nodes import Node

MAX_BYTES = 64_000
MAX_NODES = 2_000


def load_yaml(text: str, path: str) -> tuple[Any, Node | None]:
    """Data of dicts, lists, strings, numbers and booleans, with the tree of nodes; TemplateError with the line."""
    import yaml

    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise TemplateError([Problem(1, f"the front matter is longer than {MAX_BYTES} bytes")], path=path)
    base = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = base(text)
        try:
            for nodes, event in enumerate(yaml.parse(text, Loader=base), 1):
                if isinstance(event, yaml.AliasEvent) or nodes > MAX_NODES:
                    message = (
                        "aliases are not taken" if nodes <= MAX_NODES else "the front matter has too many values"
                    )
                    raise TemplateError(
                        [
                            Problem(
                                (event.start_mark.line if event.start_mark else 0) + 2, message, "write the value out"
                            )
                        ],
                        path=path,
                    )
            node = loader.get_single_node()
            data = loader.construct_document(node) if node is not None else {}
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        line = (error.problem_mark.line if error.problem_mark else 0) + 2
        problem = Problem(
            line, f"the front matter cannot be read: {error.problem}", "mind colons, quotes and indents"
        )
        raise TemplateError([problem], path=path) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise TemplateError(
            [Problem(0, f"the front matter cannot be read: {str(error).splitlines()[0]}")], path=path
        ) from None
    return _plain(data), node


def line_of(node: Node | None, place: str) -> int:
    """The line, from 1, of the value at a place such as ``$.header[0].id``; of the nearest one around it."""
    line = 1
    for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", place):
        if node is None:
            break
        line = node.start_mark.line + 1
        if index:
            node = node.value[int(index)] if isinstance(node.value, list) and int(index) < len(node.value) else None
        else:
            node = next((value for name, value in node.value if name.value == key), None)
    return node.start_mark.line + 1 if node is not None else line


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
