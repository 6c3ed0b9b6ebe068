"""All problems of a template's body in one go, found without rendering it.

Jinja's parser gives the tree; the shapes of ``context`` say which names there are, through loops, filters and
assignments. What cannot be known is passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import nodes

from briefer.templates.context import FIELDS, NAMES
from briefer.templates.filters import FILTERS
from briefer.templates.problems import Problem, RenderError, did_you_mean
from briefer.templates.sandbox import sandbox
from briefer.templates.syntax import compiled, parsed
from briefer.templates.template import Template

_SAME_LIST = (
    "by_level",
    "dated",
    "list",
    "reject",
    "rejectattr",
    "reverse",
    "select",
    "selectattr",
    "sort",
    "unique",
)
_ONE_OF_LIST = ("first", "last", "max", "min")
_IF_ANY = ("default", "d", "defined", "undefined")
"""Filters and tests that may be given a field that there is not."""
_IN_MACROS = ("varargs", "kwargs")
_LOOP = "loop"
_UNKNOWN = ""


def body_problems(template: Template) -> list[Problem]:
    """Every unknown name, field, filter and tag, in the order of lines; only the first where Jinja cannot read on."""
    try:
        tree = parsed(template.body, template.body_line)
        found = list(_Check(template).whole(tree.body))
        found += _unknown_filters(tree)
        if not found:
            compiled(template.body, template.body_line)
    except RenderError as error:
        return [error.problem]
    return sorted(dict.fromkeys(found), key=lambda problem: problem.line)


def _unknown_filters(tree: nodes.Template) -> list[Problem]:
    return [
        Problem(node.lineno, f"{node.name}: there is no such filter", did_you_mean(node.name, FILTERS))
        for node in tree.find_all(nodes.Filter)
        if node.name not in FILTERS
    ]


class _Check:
    """Walks statements with the shapes of the names in scope."""

    def __init__(self, template: Template) -> None:
        self.top = {name: shape for name, (shape, _) in NAMES.items()}  # and what the template sets outside any loop
        self.known = {
            "header": {field.id for field in template.front.header},
            "sections": {section.id for section in template.front.sections},
        }

    def whole(self, statements: Sequence[nodes.Node]) -> Iterator[Problem]:
        """The problems of a whole template."""
        yield from self.statements(statements, self.top)

    def body(self, statements: Sequence[nodes.Node], scope: dict[str, str]) -> Iterator[Problem]:
        yield from self.statements(statements, dict(scope))

    def statements(self, statements: Sequence[nodes.Node], scope: dict[str, str]) -> Iterator[Problem]:
        for node in statements:
            yield from self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: dict[str, str]) -> Iterator[Problem]:
        match node:
            case nodes.For():
                yield from self.loop(node, scope)
            case nodes.If():
                yield from self.expression(node.test, scope)
                yield from self.statements([*node.body, *node.elif_, *node.else_], scope)
            case nodes.Assign() | nodes.AssignBlock() | nodes.Macro():
                yield from self.definition(node, scope)
            case nodes.With():
                for value in node.values:
                    yield from self.expression(value, scope)
                inner = {**scope, **{n: _UNKNOWN for target in node.targets for n in _names(target)}}
                yield from self.body(node.body, inner)
            case nodes.Block():  # sees no names of loops around it, unless it says so
                yield from self.body(node.body, scope if node.scoped else self.top)
            case nodes.Scope():
                yield from self.body(node.body, scope)
            case nodes.Output():
                for part in node.nodes:
                    yield from self.expression(part, scope)

    def definition(
        self, node: nodes.Assign | nodes.AssignBlock | nodes.Macro, scope: dict[str, str]
    ) -> Iterator[Problem]:
        match node:
            case nodes.Assign():
                yield from self.expression(node.node, scope)
                shape = self.shape(node.node, scope) if isinstance(node.target, nodes.Name) else _UNKNOWN
                scope.update(dict.fromkeys(_names(node.target), shape))
            case nodes.AssignBlock():
                yield from self.body(node.body, scope)
                scope.update(dict.fromkeys(_names(node.target), _UNKNOWN))
            case nodes.Macro():
                scope[node.name] = _UNKNOWN
                for value in node.defaults:
                    yield from self.expression(value, scope)
                own = [*(arg.name for arg in node.args), *_IN_MACROS]
                yield from self.body(node.body, scope | dict.fromkeys(own, _UNKNOWN))

    def loop(self, node: nodes.For, scope: dict[str, str]) -> Iterator[Problem]:
        yield from self.expression(node.iter, scope)
        shape = self.shape(node.iter, scope)
        element = shape.removeprefix("list ") if shape.startswith("list ") else _UNKNOWN
        single = isinstance(node.target, nodes.Name)
        inner = {**scope, _LOOP: _UNKNOWN, **dict.fromkeys(_names(node.target), element if single else _UNKNOWN)}
        if node.test:
            yield from self.expression(node.test, inner)
        yield from self.body(node.body, inner)
        yield from self.body(node.else_, scope)

    def expression(self, node: nodes.Node, scope: dict[str, str]) -> Iterator[Problem]:
        if isinstance(node, nodes.Name) and node.name not in scope and node.name not in sandbox().globals:
            yield Problem(node.lineno, f"{node.name}: there is no such field", did_you_mean(node.name, scope))
        if isinstance(node, nodes.Getattr):
            yield from self.field(node, scope)
        if isinstance(node, nodes.Filter | nodes.Test) and node.name in _IF_ANY:
            if isinstance(node.node, nodes.Getattr):
                yield from self.expression(node.node.node, scope)
            return
        for child in node.iter_child_nodes():
            yield from self.expression(child, scope)

    def field(self, node: nodes.Getattr, scope: dict[str, str]) -> Iterator[Problem]:
        shape = self.shape(node.node, scope)
        if shape.startswith("list "):
            shown = _written(node.node)
            loop = f"{{% for {shape.removeprefix('list ')} in {shown} %}}"
            yield Problem(node.lineno, f"{shown} is a list and has no {node.attr}", f"loop over it: {loop}")
        known = self.known.get(shape, FIELDS.get(shape))
        if known is None or node.attr in known or (shape == "text" and node.attr):
            return
        shown = f"{_written(node.node)}.{node.attr}"
        near = did_you_mean(node.attr, known)
        if near.startswith("did you mean "):
            near = f"did you mean {_written(node.node)}.{near.removeprefix('did you mean ')}"
        yield Problem(node.lineno, f"{shown}: there is no such field", near)

    def shape(self, node: nodes.Node, scope: dict[str, str]) -> str:
        """The shape of an expression, as in ``context.NAMES``; empty if it cannot be known."""
        match node:
            case nodes.Name():
                return scope.get(node.name, _UNKNOWN)
            case nodes.Getattr():
                fields = FIELDS.get(self.shape(node.node, scope), {})
                return fields.get(node.attr, (_UNKNOWN,))[0]
            case nodes.Getitem():
                return self.shape(node.node, scope).removeprefix("list ")
            case nodes.Filter() if node.node is not None:
                shape = self.shape(node.node, scope)
                if node.name in _SAME_LIST:
                    return shape
                return shape.removeprefix("list ") if node.name in _ONE_OF_LIST else _UNKNOWN
            case _:
                return _UNKNOWN


def _names(target: nodes.Node) -> list[str]:
    if isinstance(target, nodes.Name):
        return [target.name]
    return [name.name for name in target.find_all(nodes.Name)]


def _written(node: nodes.Node) -> str:
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
        case nodes.Getitem():
            return f"{_written(node.node)}[…]"
        case _:
            return "…"
