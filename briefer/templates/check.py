"""All problems of a template's body in one go, found without rendering it.

Jinja's parser gives the tree; the shapes of ``context`` say which names there are, through loops, filters and
assignments. What cannot be known is passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jinja2 import TemplateSyntaxError, nodes

from briefer.templates.context import FIELDS, NAMES
from briefer.templates.engine import parsed, sandbox, syntax_problem
from briefer.templates.filters import FILTERS
from briefer.templates.problems import Problem, did_you_mean
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
_LOOP = "loop"
_UNKNOWN = ""


def body_problems(template: Template) -> list[Problem]:
    """Every unknown name, field, filter and tag, in the order of lines; only the first where Jinja cannot read on."""
    try:
        tree = parsed(template.body, template.body_line)
    except TemplateSyntaxError as error:
        return [syntax_problem(error)]
    found = list(_Check(template).body(tree.body, {name: shape for name, (shape, _) in NAMES.items()}))
    found += _unknown_filters(tree)
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
        self.known = {
            "header": {field.id for field in template.front.header},
            "sections": {section.id for section in template.front.sections},
        }

    def body(self, statements: Sequence[nodes.Node], scope: dict[str, str]) -> Iterator[Problem]:
        scope = dict(scope)
        for node in statements:
            yield from self.statement(node, scope)

    def statement(self, node: nodes.Node, scope: dict[str, str]) -> Iterator[Problem]:
        match node:
            case nodes.For():
                yield from self.loop(node, scope)
            case nodes.If():
                yield from self.expression(node.test, scope)
                yield from self.body([*node.body, *node.elif_, *node.else_], scope)
            case nodes.Assign():
                yield from self.expression(node.node, scope)
                for name in _names(node.target):
                    scope[name] = self.shape(node.node, scope)
            case nodes.AssignBlock():
                yield from self.body(node.body, scope)
                scope.update(dict.fromkeys(_names(node.target), _UNKNOWN))
            case nodes.Macro():
                scope[node.name] = _UNKNOWN
                yield from self.body(node.body, {**scope, **{arg.name: _UNKNOWN for arg in node.args}})
            case nodes.With():
                inner = {**scope, **{n: _UNKNOWN for target in node.targets for n in _names(target)}}
                yield from self.body(node.body, inner)
            case nodes.Block() | nodes.FilterBlock() | nodes.Scope() | nodes.CallBlock():
                yield from self.body(node.body, scope)
            case nodes.Output():
                for part in node.nodes:
                    yield from self.expression(part, scope)

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
        for child in node.iter_child_nodes():
            yield from self.expression(child, scope)

    def field(self, node: nodes.Getattr, scope: dict[str, str]) -> Iterator[Problem]:
        shape = self.shape(node.node, scope)
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
        case _:
            return "…"
