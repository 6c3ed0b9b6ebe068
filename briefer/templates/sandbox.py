"""The sandbox: Jinja with nothing in it but what a memo needs, and with bounds on what a tag may make.

There is no loader and no attribute but the data's own. Lists of what is allowed stand here and in ``filters``;
all else is refused. Nothing is worked out while a template is being compiled.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from briefer.memo.inserts import Cited, Prose, Words
from briefer.templates.filters import FILTERS, join
from briefer.templates.problems import did_you_mean
from briefer.templates.rendering import MAX_ITEMS, MAX_TEXT, bounded, rendering_of, steps_through, too_large
from briefer.templates.values import Joined, Output, Section, Text, like
from briefer.text.escape import RESERVED, xml_safe

_MAX_RANGE = 5_000
_MAX_NUMBER, _MAX_BASE, _MAX_POWER = 10**15, 10**6, 8
_CALL = 10
"""Steps that a call costs, being as slow as so many passes of a loop."""
STRING_METHODS = frozenset(
    "capitalize endswith isdigit lower lstrip rstrip split startswith strip title upper".split(),
)
LOOP_FIELDS = frozenset(
    "changed cycle depth depth0 first index index0 last length nextitem previtem revindex revindex0".split()
)
_EACH, _JOINED, _WEIGHED = " each", " joined", " weighed"
"""Filters that guard ``for``, ``~``, and what is compared or cut; no tag can name them."""


class Missing(StrictUndefined):
    """A name that there is not: an error wherever it is used, with the name that may have been meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name: object = self._undefined_name  # of an item, its number
        owner = self._undefined_obj
        if name is None:
            return "there is no such item: the list is empty\nask first: {% if ... %}"
        if (self._undefined_hint or "").startswith("parameter"):
            return f"the macro needs a value for {name}\ngive it one between the brackets"
        if isinstance(name, int):
            return f"there is no item {name}\nitems count from 0; ask first: {{% if ... %}}"
        known: Iterable[str] = owner if isinstance(owner, dict) else ()
        hint = "this is a list: loop over it" if isinstance(owner, list | tuple) else did_you_mean(str(name), known)
        return f"{name}: there is no such field\n{hint}"


class Sandbox(ImmutableSandboxedEnvironment):
    """The one kind of environment that reads templates."""

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self) -> None:
        super().__init__(
            undefined=Missing,
            finalize=put_out,
            optimized=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=0,
        )
        self.filters = {**FILTERS, _EACH: _each, _JOINED: join, _WEIGHED: _weighed}
        self.globals = {"range": _bounded_range}

    @staticmethod
    def concat(parts: Iterable[str]) -> str:
        """What a macro or a ``set`` block puts out."""
        return Output(bounded("".join(parts)))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of plain data; of other things, only what is listed here."""
        match obj:
            case dict():
                return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
            case Undefined():
                str(obj)  # raises: a field of what there is not
            case LoopContext() if attribute in LOOP_FIELDS:
                return getattr(obj, attribute)
            case str() if attribute in STRING_METHODS:
                return getattr(obj, attribute)
            case tuple() if attribute in ("grouper", "list"):
                return getattr(obj, attribute, self.undefined(obj=obj, name=attribute))
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of plain data, by key or by number."""
        if isinstance(obj, Undefined):
            str(obj)
        if isinstance(obj, dict) and isinstance(argument, str | int):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=str(argument))
        if isinstance(obj, str) and isinstance(argument, int | slice):
            found = super().getitem(obj, argument)
            return like(obj, found) if isinstance(found, str) else found
        if isinstance(obj, list | tuple | range) and isinstance(argument, int | slice):
            return super().getitem(obj, argument)
        return self.undefined(obj=obj, name=str(argument))

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """A call of a macro, of a loop, of ``range`` or of a listed method; each costs a step, and its lists more."""
        if isinstance(obj, Undefined):
            str(obj)
        owner = obj.__self__ if isinstance(obj, BuiltinMethodType | MethodType) else None
        if not (
            isinstance(obj, LoopContext | Macro) or obj is _bounded_range or isinstance(owner, LoopContext | str)
        ):
            raise SecurityError("only a macro, range and loop take brackets\ntake the brackets away")
        rendering_of(context).spend(_CALL + steps_through(owner) + sum(map(_size, args)))
        result = super().call(context, obj, *args, **kwargs)
        return like(owner, result) if isinstance(owner, str) and isinstance(result, str) else result

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """An operator, unless its result could be large."""
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return join(context, [left, right])
        lists = [len(side) for side in (left, right) if isinstance(side, list | tuple)]
        words = [len(side) for side in (left, right) if isinstance(side, str)]
        numbers = [abs(side) if isinstance(side, int | float) else 1 for side in (left, right)]
        large = {
            "*": max(lists, default=0) * max(numbers) > MAX_ITEMS
            or max(words, default=0) * max(numbers) > MAX_TEXT
            or max(numbers) > _MAX_NUMBER,
            "**": numbers[0] > _MAX_BASE or numbers[1] > _MAX_POWER,
            "%": bool(words),
            "+": sum(lists) > MAX_ITEMS,
        }
        if large[operator]:
            raise too_large()
        result = super().call_binop(context, operator, left, right)
        rendering_of(context).spend(steps_through(result))
        return result


@functools.cache
def sandbox() -> Sandbox:
    """The one environment of a process."""
    return Sandbox()


class _Guard(NodeTransformer):
    """Puts the guards of ``for`` and ``~``, and of what is compared or cut, into a tree."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        self.generic_visit(node)
        node.iter = _filtered(node.iter, _EACH)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Filter:  # noqa: N802
        self.generic_visit(node)
        return _filtered(nodes.List(node.nodes, lineno=node.lineno), _JOINED)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802
        self.generic_visit(node)
        node.expr = _weighed_unless_plain(node.expr)
        for operand in node.ops:
            operand.expr = _weighed_unless_plain(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filtered(node.node, _WEIGHED)
        return node


def guarded(tree: nodes.Template) -> nodes.Template:
    """The tree, changed in place, with guards where it could grow or repeat without bound."""
    _Guard().visit(tree)
    return tree.set_environment(sandbox())  # type: ignore[return-value]


def _filtered(node: nodes.Node, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)


def _weighed_unless_plain(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _filtered(node, _WEIGHED)


@pass_context
def _weighed(context: Context, value: Any) -> Any:
    """A value that somebody goes through."""
    rendering_of(context).spend(steps_through(value))
    return value


@pass_context
def _each(context: Context, values: Any) -> Any:
    """What a loop runs over."""
    if isinstance(values, Undefined):
        str(values)
    if not isinstance(values, dict | list | tuple | range | str):
        raise TemplateRuntimeError("the loop has no list to run over\nname a list, such as actors")
    rendering_of(context).spend(len(values))
    return values


def _size(value: object) -> int:
    return len(value) if isinstance(value, list | tuple | range) else 0


def _bounded_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > _MAX_RANGE:
        raise SecurityError(f"range() may give at most {_MAX_RANGE:,} numbers\ncount less far")
    return numbers


@pass_context
def put_out(context: Context, value: object) -> str:
    """What stands in the Markdown for a value: a marker; the template's own output stands for itself."""
    rendering = rendering_of(context)
    match value:
        case None | "":
            return ""
        case Output():
            return value
        case Section():
            rendering.write(len(value))
            return rendering.inserts.keep(Prose(str(value), value.name, value.ticks))
        case Cited():
            return rendering.inserts.keep(value) if value.notes else ""
        case Joined():
            return "".join(put_out(context, part) for part in value.parts)
        case str():
            rendering.write(len(value))
            entry = value.entry if isinstance(value, Text) else ""
            return "".join(
                rendering.inserts.keep(
                    Words(xml_safe(RESERVED.sub("", part)), entry) if isinstance(part, str) else part
                )
                for part in rendering.inserts.split(value)
            )
        case int() | float():
            return rendering.inserts.keep(Words(str(value)))
        case Undefined():
            return str(value)
        case dict() | list() | tuple() | range():
            raise TemplateRuntimeError(
                "a list or a group of fields cannot be printed\nname one of its fields, or loop over it"
            )
        case Macro():
            raise TemplateRuntimeError(f"{value.name} is a macro\nadd brackets: {{{{ {value.name}() }}}}")
        case _:
            raise TemplateRuntimeError("this cannot be printed\nprint a field, or what a filter makes of it")
