"""What mends a front matter, where that is certain: a key or a choice misspelt, a value written another way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefer.templates.problems import Fix, Problem
from briefer.templates.yaml import child

if TYPE_CHECKING:
    from yaml.nodes import Node

_LIMIT = re.compile(r"(?:at most |max\.? |up to )?(\d+(?:\.\d+)?) ?(page|word)s?", re.IGNORECASE)


class Mending:
    """Finds keys and values in the text of a front matter that begins at ``start`` of its file."""

    def __init__(self, text: str, node: Node | None, start: int) -> None:
        self._node, self._start = node, start
        self._text = text
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def key(self, problem: Problem, place: str, key: str, right: str) -> Problem:
        """A key misspelt, where the right one is known."""
        parent = self._at(place)
        keys = [name for name, _ in _pairs(parent) if name.value == key] if right else []
        return self._put(problem, keys[0], right, f"Change to {right}") if keys else problem

    def choice(self, problem: Problem, place: str, right: str) -> Problem:
        """A value misspelt, where the right one is known."""
        node = self._at(place)
        return self._put(problem, node, right, f"Change to {right}") if node is not None and right else problem

    def kind(self, problem: Problem, place: str, wanted: str, found: str) -> Problem:
        """A value of the wrong kind that can be written as the right one; the kinds are msgspec's names."""
        node = self._at(place)
        if node is None or not isinstance(node.value, str):
            return problem
        text = self._written(node)
        if wanted == "str" and found in ("int", "float", "bool") and '"' not in text:
            return self._put(problem, node, f'"{text}"', "Put it in quotes")
        if wanted == "object" and place.endswith("limit") and (limit := _LIMIT.fullmatch(node.value.strip())):
            right = f"{{{limit[2].lower()}s: {limit[1]}}}"
            problem = replace(problem, suggestion=f"write {right}")
            return self._put(problem, node, right, f"Write {right}")
        if wanted == "array" and found == "str" and place.endswith((".choices", ".ticks")) and "[" not in text:
            return self._put(problem, node, f"[{text}]", f"Write [{text}]")
        return problem

    def _put(self, problem: Problem, node: Node, words: str, label: str) -> Problem:
        start, end = self._span(node)
        return replace(problem, fix=Fix(self._start + start, self._start + end, words, label))

    def _written(self, node: Node) -> str:
        start, end = self._span(node)
        return self._text[start:end]

    def _span(self, node: Node) -> tuple[int, int]:
        start, end = (self._lines[mark.line] + mark.column for mark in (node.start_mark, node.end_mark))
        return start, start + len(self._text[start:end].rstrip())

    def _at(self, place: str) -> Node | None:
        node = self._node
        for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", place):
            node = child(node, int(index) if index else key) if node is not None else None
        return node


def _pairs(node: Node | None) -> list[tuple[Node, Node]]:
    from yaml.nodes import MappingNode

    return node.value if isinstance(node, MappingNode) else []
