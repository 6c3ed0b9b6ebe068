"""Names in a template's body: each that there is not, found without rendering it.

The shapes of ``context`` say which names there are, through loops, filters and assignments. What cannot be known is
passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jinja2 import nodes
from msgspec.structs import replace

from briefer.templates import complaints
from briefer.templates.context import FIELDS, NAMES
from briefer.templates.filters import FILTERS
from briefer.templates.problems import Problem, did_you_mean, nearest
from briefer.templates.sandbox import LOOP_FIELDS, STRING_METHODS, sandbox
from briefer.templates.spelling import Spelling
from briefer.templates.syntax import walk

SAME_LIST = "by_date by_level dated list reject rejectattr reverse select selectattr sort unique".split()
_ONE_OF_LIST = ("first", "last", "max", "min")
_BY_FIELD = ("groupby", "selectattr", "rejectattr")
_OF_A_FIELD = (*_BY_FIELD, *"map sort unique sum max min join".split())
"""Filters that take a field of each thing by name: as ``attribute``, those of ``_BY_FIELD`` as their first value."""
_OF_A_HELPER = {"map": "filter", "select": "test", "reject": "test"}
"""Filters whose first value names a filter or a test."""
_IF_ANY = ("default", "d", "defined", "undefined")
"""Filters and tests that may be given a field that there is not."""
_IN_MACROS = ("varargs", "kwargs", "caller")
_LOOP = "loop"
_UNKNOWN = ""
_OLD_ROOTS = {"brief": "header", "memo": "sections"}
"""Names under which people look for header fields and sections."""

Known = Mapping[str, Iterable[str]]


def name_problems(
    tree: nodes.Template, known: Known, spelling: Spelling, made: Iterable[str] = (), *, more: bool = False
) -> list[Problem]:
    """Every unknown name, field, filter and test of a tree, as it comes.

    ``known`` holds the ids behind ``header`` and ``sections``; with ``more``, there may be others, unless they look
    like misspelt ones. ``made`` are names that are taken for granted.
    """
    check = _Names(known, spelling, made, more)
    return [*check.statements(tree.body, check.top), *_unknown_helpers(tree, spelling)]


def _unknown_helpers(tree: nodes.Template, spelling: Spelling) -> Iterator[Problem]:
    """Filters and tests that there are not, those too that are named by a word, as in ``map("upper")``."""
    for node, _ in walk(tree):
        if not isinstance(node, nodes.Filter | nodes.Test):
            continue
        kind = "filter" if isinstance(node, nodes.Filter) else "test"
        yield from _unknown_helper(node.lineno, kind, str(node.name), spelling)
        if kind == "filter" and node.name in _OF_A_HELPER and (word := _word(node.args[:1])):
            yield from _unknown_helper(node.lineno, _OF_A_HELPER[node.name], word, spelling)


def _unknown_helper(line: int, kind: str, name: str, spelling: Spelling) -> Iterator[Problem]:
    known = FILTERS if kind == "filter" else sandbox().tests
    if name not in known:
        yield spelling.mended(complaints.unknown_helper(line, kind, name), name, nearest(name, known))


class _Names:
    """Walks statements with the shapes of the names in scope."""

    def __init__(self, known: Known, spelling: Spelling, made: Iterable[str], more: bool) -> None:
        self.top = {name: shape for name, (shape, _) in NAMES.items()}  # and what the template sets outside any loop
        self.top |= dict.fromkeys(made, _UNKNOWN)
        self.known = {name: frozenset(ids) for name, ids in known.items()}
        self.spelling, self.more = spelling, more

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
            case nodes.Scope() | nodes.CallBlock() | nodes.FilterBlock() | nodes.ScopedEvalContextModifier():
                yield from self.body(node.body, scope)
            case nodes.Output():
                for part in node.nodes:
                    yield from self.expression(part, scope)
                    yield from self.printed(part, scope)

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
        inner = {**scope, _LOOP: _LOOP, **dict.fromkeys(_names(node.target), element if single else _UNKNOWN)}
        if node.test:
            yield from self.expression(node.test, inner)
        yield from self.body(node.body, inner)
        yield from self.body(node.else_, scope)

    def printed(self, node: nodes.Node, scope: dict[str, str]) -> Iterator[Problem]:
        """A list or a thing with fields, put out as it is."""
        shape = self.shape(node, scope)
        if shape.startswith("list ") or shape in FIELDS or shape in self.known:
            message = "a list or a group of fields cannot be printed"
            yield Problem(node.lineno, message, "name one of its fields, or loop over it")

    def expression(self, node: nodes.Node, scope: dict[str, str]) -> Iterator[Problem]:
        match node:
            case nodes.Name() if node.name not in scope and node.name not in sandbox().globals:
                yield self.unknown(node.lineno, node.name, scope)
            case nodes.Getattr():
                if problem := self.old_root(node, node.attr, scope):
                    yield problem
                    return
                yield from self.field(node.node, node.attr, node.lineno, scope)
            case nodes.Getitem(arg=nodes.Const(value=str() as attribute)):
                yield from self.field(node.node, attribute, node.lineno, scope)
            case nodes.Filter() if node.node is not None:
                yield from self.field_of_each(node, scope)
        if isinstance(node, nodes.Filter | nodes.Test) and node.name in _IF_ANY:
            if isinstance(node.node, nodes.Getattr):
                yield from self.expression(node.node.node, scope)
            return
        for child in node.iter_child_nodes():
            yield from self.expression(child, scope)

    def unknown(self, line: int, name: str, scope: Mapping[str, str]) -> Problem:
        """A name at the top that there is not; it may be that of a header field or a section."""
        message = f"{name}: there is no such field"
        owner = next((owner for owner, ids in self.known.items() if name in ids), "")
        if owner:
            problem = Problem(line, message, f"did you mean {owner}.{name}?")
            return self.spelling.mended(problem, name, f"{owner}.{name}")
        return self.spelling.mended(Problem(line, message, did_you_mean(name, scope)), name, nearest(name, scope))

    def old_root(self, node: nodes.Getattr, attribute: str, scope: dict[str, str]) -> Problem | None:
        """``brief.to`` for ``header.to``, ``memo.summary`` for ``sections.summary``."""
        root = node.node.name if isinstance(node.node, nodes.Name) else ""
        owner = _OLD_ROOTS.get(root, "")
        if (root == "memo" and root in scope) or not owner or attribute in FIELDS.get(scope.get(root, ""), {}):
            return None
        ids = self.known.get(owner, frozenset())
        near = attribute if attribute in ids else nearest(attribute, ids) if root == "memo" else ""
        if not near:
            return None
        written = f"{root}.{attribute}"
        problem = Problem(node.lineno, f"{written}: there is no such field", f"did you mean {owner}.{near}?")
        return self.spelling.mended(problem, written, f"{owner}.{near}")

    def field(self, node: nodes.Node, attribute: str, line: int, scope: dict[str, str]) -> Iterator[Problem]:
        shape, shown = self.shape(node, scope), _written(node)
        if shape.startswith("list "):
            loop = f"{{% for {shape.removeprefix('list ')} in {shown} %}}"
            yield Problem(line, f"{shown} is a list and has no {attribute}", f"loop over it: {loop}")
        elif shape == "text" and attribute not in STRING_METHODS:
            yield Problem(line, f"{shown} holds words and has no {attribute}", "take the last part of the name away")
        elif shape == "number":
            yield Problem(line, f"{shown} is a number and has no {attribute}", "take the last part of the name away")
        else:
            known = self.known.get(shape, LOOP_FIELDS if shape == _LOOP else FIELDS.get(shape))
            if known is not None and attribute not in known:
                yield from self.unknown_field(shown, attribute, line, known, shape)

    def unknown_field(
        self, shown: str, attribute: str, line: int, known: Iterable[str], shape: str
    ) -> Iterator[Problem]:
        near = nearest(attribute, known)
        if self.more and shape in self.known and not near:
            return
        suggestion = f"did you mean {shown}.{near}?" if near else did_you_mean(attribute, known)
        problem = Problem(line, f"{shown}.{attribute}: there is no such field", suggestion)
        if self.more and shape in self.known:
            message = f"{shown}.{attribute} is a field that no other template has"
            problem = replace(problem, message=message, severity="warning")
        yield self.spelling.mended(problem, f"{shown}.{attribute}", f"{shown}.{near}" if near else "")

    def field_of_each(self, node: nodes.Filter, scope: dict[str, str]) -> Iterator[Problem]:
        """``actors | map(attribute="naem")`` and the like."""
        shape = self.shape(node.node, scope) if node.node is not None else _UNKNOWN
        known = FIELDS.get(shape.removeprefix("list ")) if shape.startswith("list ") else None
        if known is None or node.name not in _OF_A_FIELD:
            return
        given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
        given += node.args[:1] if node.name in _BY_FIELD else node.args[1:2] if node.name == "join" else []
        attribute = _word(given).split(".")[0]
        if attribute and attribute not in known:
            name, near = shape.removeprefix("list "), nearest(attribute, known)
            suggestion = f"did you mean {near}?" if near else did_you_mean(attribute, known)
            problem = Problem(node.lineno, f"{attribute}: there is no such field of the {name}s", suggestion)
            yield self.spelling.mended(problem, attribute, near)

    def shape(self, node: nodes.Node | None, scope: dict[str, str]) -> str:
        """The shape of an expression, as in ``context.NAMES``; empty if it cannot be known."""
        match node:
            case nodes.Name():
                return scope.get(node.name, _UNKNOWN)
            case nodes.Getattr():
                return self.shape_of(node.node, node.attr, scope)
            case nodes.Getitem(arg=nodes.Const(value=str() as attribute)):
                return self.shape_of(node.node, attribute, scope)
            case nodes.Getitem(arg=nodes.Slice()):
                return self.shape(node.node, scope)
            case nodes.Getitem():
                shape = self.shape(node.node, scope)
                return shape.removeprefix("list ") if shape.startswith("list ") else _UNKNOWN
            case nodes.Filter() if node.node is not None:
                return self.shape_of_filtered(node, scope)
            case _:
                return _UNKNOWN

    def shape_of(self, node: nodes.Node, attribute: str, scope: dict[str, str]) -> str:
        shape = self.shape(node, scope)
        if shape in self.known:  # a value that a person typed
            return "text" if shape == "header" and attribute in self.known[shape] else _UNKNOWN
        return FIELDS.get(shape, {}).get(attribute, (_UNKNOWN,))[0]

    def shape_of_filtered(self, node: nodes.Filter, scope: dict[str, str]) -> str:
        shape = self.shape(node.node, scope)
        name = node.name if node.name in FILTERS else nearest(node.name, FILTERS)
        if name in SAME_LIST:
            return shape if shape.startswith("list ") else _UNKNOWN
        if name in _ONE_OF_LIST:
            return shape.removeprefix("list ") if shape.startswith("list ") and shape != "list text" else _UNKNOWN
        return _UNKNOWN


def _word(given: Sequence[nodes.Node]) -> str:
    """A value that is written out as a word; empty if it is worked out."""
    value = given[0].value if given and isinstance(given[0], nodes.Const) else ""
    return value if isinstance(value, str) else ""


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
