"""A template's body read by Jinja, within bounds."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator

from jinja2 import Template, TemplateSyntaxError, nodes
from msgspec.structs import replace

from briefer.templates import complaints
from briefer.templates.problems import Problem, RenderError
from briefer.templates.sandbox import guarded, sandbox
from briefer.text.escape import RESERVED

MAX_TAGS = 5_000
MAX_DEPTH = 150
"""Of tags, brackets and operators in each other."""
_MAX_BITS = 64
"""Of a whole number."""

_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.Include: "include", nodes.Import: "import", nodes.FromImport: "from", nodes.Extends: "extends",
    nodes.EvalContextModifier: "autoescape", nodes.ScopedEvalContextModifier: "autoescape",
    nodes.CallBlock: "call", nodes.FilterBlock: "filter",  # these two put out what they make as it is
}  # fmt: skip
_OPENING = re.compile(r"\{[{%#]")


class _Body:
    """A body by its text and its line; it may bring its tree along, for one use."""

    def __init__(self, body: str, line: int, tree: nodes.Template | None) -> None:
        self.body, self.line = body, line
        self._tree = tree

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Body) and (self.body, self.line) == (other.body, other.line)

    def __hash__(self) -> int:
        return hash((self.body, self.line))

    def tree(self) -> nodes.Template:
        """Its tree. Raises RenderError."""
        tree, self._tree = self._tree, None
        return tree or parsed(self.body, self.line)


def compiled(body: str, line: int, tree: nodes.Template | None = None) -> Template:
    """The template of a body whose lines count from ``line``; RenderError for what cannot be read or may not be.

    A ``tree`` of it without unfit parts spares reading it again; guards are put into it.
    """
    return _compiled(_Body(body, line, tree))


@functools.lru_cache(maxsize=32)
def _compiled(source: _Body) -> Template:
    return compiled_tree(source.tree(), source.line)


def compiled_tree(tree: nodes.Template, line: int) -> Template:
    """The template of a tree without unfit parts; guards are put into it. RenderError if it is too much."""
    try:
        return sandbox().from_string(guarded(tree))
    except TemplateSyntaxError as error:
        raise RenderError(_helper(error)) from None
    except SyntaxError as error:
        if "too many" in str(error.msg):
            raise RenderError(complaints.too_deep(line)) from None
        problem = Problem(line, "two values of a macro, or given to one, have one name", "rename one of them")
        raise RenderError(problem) from None
    except (RecursionError, MemoryError):
        raise RenderError(complaints.too_deep(line)) from None


def parsed(body: str, line: int) -> nodes.Template:
    """The tree of a body whose lines count from ``line``. Raises RenderError."""
    try:
        tree = bounded_tree(body, line)
    except TemplateSyntaxError as error:
        raise RenderError(_explained(error, body, line)) from None
    if problem := next(unfit(tree), None):
        raise RenderError(problem)
    return tree


def bounded_tree(body: str, line: int) -> nodes.Template:
    """The tree as Jinja reads it, which may hold what a memo cannot have.

    TemplateSyntaxError where it cannot be read, RenderError where that would take too much.
    """
    openings = [found.start() for found in _OPENING.finditer(body)]
    if len(openings) > MAX_TAGS:
        last = line + body.count("\n", 0, openings[MAX_TAGS])
        raise RenderError(Problem(last, f"the template has more than {MAX_TAGS:,} tags", "make two templates of it"))
    try:
        return sandbox().parse("\n" * (line - 1) + RESERVED.sub("", body))
    except (RecursionError, MemoryError):
        raise RenderError(complaints.too_deep(_longest_tag(body, line))) from None
    except ValueError:  # a number of more than some thousand digits
        raise RenderError(Problem(_longest_tag(body, line), "a number is too long", "use a shorter one")) from None


def unfit(tree: nodes.Template) -> Iterator[Problem]:
    """What Jinja can read and a memo cannot have. Takes markers out of the strings in tags on the way."""
    blocks: set[str] = set()
    for node, depth in walk(tree):
        if depth > MAX_DEPTH:
            yield complaints.too_deep(node.lineno)
            return
        if type(node) in _FORBIDDEN:
            yield complaints.unknown_tag(node.lineno, _FORBIDDEN[type(node)])
        elif isinstance(node, nodes.Const) and isinstance(node.value, str):
            node.value = RESERVED.sub("", node.value)
        elif isinstance(node, nodes.Const) and _is_too_large(node.value):
            yield Problem(node.lineno, "a number is too large", "use a smaller one")
        elif isinstance(node, nodes.NSRef):
            yield Problem(node.lineno, f"{node.name}.{node.attr} cannot be set", "set a name of your own")
        elif isinstance(node, nodes.Block):
            if node.required:
                yield Problem(node.lineno, f"the block {node.name} is “required”", "take that word away")
            if node.name in blocks:
                yield Problem(node.lineno, f"there are two blocks {node.name}", "give one of them another name")
            blocks.add(node.name)


def _is_too_large(value: object) -> bool:
    if isinstance(value, float):
        return not math.isfinite(value)
    return isinstance(value, int) and value.bit_length() > _MAX_BITS


def walk(tree: nodes.Node) -> Iterator[tuple[nodes.Node, int]]:
    """All nodes with their depth, without recursion."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting += [(child, depth + 1) for child in reversed(list(node.iter_child_nodes()))]


def _explained(error: TemplateSyntaxError, body: str, line: int) -> Problem:
    """What is wrong first with a body that Jinja cannot read."""
    from briefer.templates.recovery import mended

    if problems := mended(body, line).problems:
        return replace(problems[0], fix=None)
    return complaints.unreadable(error.lineno, str(error.message), "")


def _helper(error: TemplateSyntaxError) -> Problem:
    if match := re.match(r"No (filter|test) named '(.*?)'", str(error.message)):
        return complaints.unknown_helper(error.lineno, match[1], match[2])
    return complaints.unreadable(error.lineno, str(error.message), "")


def _longest_tag(body: str, line: int) -> int:
    """The line of the longest tag: the likeliest to be too much."""
    from briefer.templates.tags import tags

    longest = max(tags(body), key=lambda tag: len(tag.text), default=None)
    return line + body.count("\n", 0, longest.start) if longest else line
