"""What fails in the tree of a template's body gives way to words that name its line.

A value that fails goes alone, with a list all that is repeated, with a condition all that depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from briefer.memo.inserts import Inserts, Words
from briefer.templates.problems import Problem
from briefer.templates.syntax import walk

FAILED = "failed"
"""The entry of a run that stands for what fails on a line of the file: ``failed:26``; ``failed:26:part`` where it is
a paragraph of its own.
"""

_MARK = "\ue01f"
BLANK = f'{{{{ "{_MARK}" }}}}'
"""What is read in the place of a tag that is past reading."""

_NAMED = re.compile(r"([\w.…\[\]]+): ")
_HEAVY = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.EvalContextModifier,
          nodes.ScopedEvalContextModifier, nodes.CallBlock, nodes.FilterBlock, nodes.With,
          nodes.AssignBlock)  # fmt: skip
"""Statements that go as a whole."""
_SURE, _ALL, _MOST = 1, 2, 3


class Failing:
    """Lines on which something fails, each with the names that were complained of, and how much of it has to go.

    At first only what has such a name; if it fails again, all on that line; and then the statement around it.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._names: dict[int, list[frozenset[str]]] = {}
        self._degrees: dict[int, int] = {}
        for problem in problems:
            self._note(problem)

    def add(self, problem: Problem) -> bool:
        """Note what failed when the rest was tried; whether there is more that can give way."""
        degree = self._degrees.get(problem.line, 0)
        if degree == _MOST or not problem.line:
            return False
        self._note(problem)
        self._degrees[problem.line] = degree + 1
        return True

    def _note(self, problem: Problem) -> None:
        named = _NAMED.match(problem.message)
        self._names.setdefault(problem.line, []).append(frozenset(re.findall(r"\w+", named[1]) if named else ()))
        self._degrees.setdefault(problem.line, _SURE)

    def line_of(self, node: nodes.Node) -> int:
        """The line on which a tag's value or condition fails; 0 if it does not."""
        if isinstance(node, nodes.Const) and node.value == _MARK:
            return node.lineno
        inner = [each for each, _ in walk(node)]
        words = {word for each in inner for word in _words(each)}
        for line in sorted({each.lineno for each in inner} & self._names.keys()):
            if self._degrees[line] > _SURE or any(names <= words for names in self._names[line]):
                return line
        return 0

    def line_of_statement(self, node: nodes.Node) -> int:
        """The line of a statement that goes as a whole; 0 if it may stay."""
        return node.lineno if self._degrees.get(node.lineno, 0) >= _ALL else 0

    def first_within(self, first: int, last: int) -> int:
        """The first line from one to another on which all failed that was tried; 0 if none."""
        return next((n for n, degree in sorted(self._degrees.items()) if degree == _MOST and first <= n < last), 0)


def blanked(
    tree: nodes.Template, failing: Failing, lines: Sequence[str], first: int, inserts: Inserts
) -> nodes.Template:
    """The tree with words in place of what fails; ``lines`` are those of its text, which count from ``first``."""
    blanking = _Blanking(failing, lines, first, inserts)
    body = list(tree.body)
    for number, node in enumerate(body):
        after = body[number + 1].lineno if number + 1 < len(body) else first + len(lines)
        if line := failing.first_within(node.lineno, after + (after == node.lineno)):
            tree.body[number] = blanking.part(node, line)
    blanking.visit(tree)
    return tree


class _Blanking(NodeTransformer):
    def __init__(self, failing: Failing, lines: Sequence[str], first: int, inserts: Inserts) -> None:
        self._failing, self._lines, self._first, self._inserts = failing, lines, first, inserts

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802
        """Single values."""
        for number, child in enumerate(node.nodes):
            if not isinstance(child, nodes.TemplateData) and (line := self._failing.line_of(child)):
                node.nodes[number] = nodes.TemplateData(self._words(line), lineno=child.lineno)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """A list goes with all that fails in it."""
        line = self._failing.line_of_statement(node) or next(self._lines_within(node), 0)
        return self.part(node, line, "list") if line else node

    def visit_If(self, node: nodes.If) -> nodes.Node:  # noqa: N802
        """A condition goes with what depends on it; what fails there goes alone."""
        tests = [node.test, *(each.test for each in node.elif_)]
        line = self._failing.line_of_statement(node) or next(filter(None, map(self._failing.line_of, tests)), 0)
        return self.part(node, line) if line else self.generic_visit(node)

    def visit_Assign(self, node: nodes.Assign) -> nodes.Node | list[nodes.Node]:  # noqa: N802
        """A name that cannot be set is there all the same, and empty."""
        line = self._failing.line_of(node.node)
        if not line:
            return node
        empty = nodes.Const("", lineno=node.lineno)
        return [self.part(node, line), nodes.Assign(node.target, empty, lineno=node.lineno)]

    def generic_visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node:
        """What has nothing of its own that can fail, or goes as a whole."""
        if isinstance(node, _HEAVY) and (line := next(self._lines_within(node), 0)):
            return self.part(node, line)
        if isinstance(node, nodes.Block | nodes.Macro) and (line := self._failing.line_of_statement(node)):
            return self.part(node, line)
        return super().generic_visit(node, *args, **kwargs)

    def part(self, node: nodes.Node, line: int, what: str = "part") -> nodes.Node:
        """The words for a statement, as a paragraph of their own if it stands on lines of its own."""
        number = node.lineno - self._first
        alone = 0 <= number < len(self._lines) and self._lines[number].lstrip().startswith("{%")
        words = self._words(line, f": this {what} cannot be shown yet.", ":part" if alone else "")
        if alone:
            words = f"\n\n{words}\n\n"
        return nodes.Output([nodes.TemplateData(words, lineno=node.lineno)], lineno=node.lineno)

    def _words(self, line: int, more: str = "", how: str = "") -> str:
        return self._inserts.keep(Words(f"Line {line} has a problem{more}", f"{FAILED}:{line}{how}"))

    def _lines_within(self, node: nodes.Node) -> Iterator[int]:
        """The lines in a statement on which something fails."""
        for each, _ in walk(node):
            if isinstance(each, _HEAVY) and each is not node:
                continue
            for root in _roots(each):
                if line := self._failing.line_of(root):
                    yield line


def _roots(node: nodes.Node) -> Iterator[nodes.Node]:
    """What a statement works out itself."""
    match node:
        case nodes.Output():
            yield from (each for each in node.nodes if not isinstance(each, nodes.TemplateData))
        case nodes.For():
            yield from filter(None, (node.iter, node.test))
        case nodes.If():
            yield node.test
        case nodes.Assign():
            yield node.node
        case _ if isinstance(node, _HEAVY):
            yield node


def _words(node: nodes.Node) -> Iterator[str]:
    """The words that a part of a tag has in itself."""
    for field in ("name", "attr", "value"):
        word = getattr(node, field, None)
        if isinstance(word, str):
            yield word
