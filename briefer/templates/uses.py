"""What a template does with the sections that a person writes."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from jinja2 import nodes

from briefer.templates.syntax import parsed

_NAME = "sections"
_KEEPING = (nodes.Macro, nodes.AssignBlock)
"""What is put out inside of these can be looked at afterwards."""


@functools.lru_cache(maxsize=32)
def leaves_sections_alone(body: str, line: int) -> bool:
    """Whether a body whose lines count from ``line`` only puts sections out, or asks whether they are empty.

    Then other words in a section change nothing of what stands around it. Raises RenderError.
    """
    tree = parsed(body, line)
    if any(_uses(node.find_all(nodes.Name)) for node in tree.find_all(_KEEPING)):
        return False
    put_out = sum(_is_section(node) for output in tree.find_all(nodes.Output) for node in output.nodes)
    tests = [*(node.test for node in tree.find_all(nodes.If)), *(node.test for node in tree.find_all(nodes.CondExpr))]
    asked = sum(_asked(test) for test in tests)
    return put_out + asked == _uses(tree.find_all(nodes.Name))


def _uses(names: Iterable[nodes.Name]) -> int:
    return sum(1 for name in names if name.name == _NAME)


def _asked(test: nodes.Node) -> int:
    """The sections of which a test asks nothing but whether there is something in them."""
    match test:
        case nodes.Not():
            return _asked(test.node)
        case nodes.And() | nodes.Or():
            return _asked(test.left) + _asked(test.right)
        case _:
            return int(_is_section(test))


def _is_section(node: nodes.Node) -> bool:
    match node:
        case nodes.Getattr():
            pass
        case nodes.Getitem() if isinstance(node.arg, nodes.Const):
            pass
        case _:
            return False
    return isinstance(node.node, nodes.Name) and node.node.name == _NAME
