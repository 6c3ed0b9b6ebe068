"""The sandboxed engine: a template's body and plain data become Markdown with markers.

Each value that a tag puts out leaves a marker (see ``briefer.memo.inserts``) and is never read as Markdown or as
template code. The environment has no loader, a list of filters, no attributes but the data's own, and bounds on
what an operator may make.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefer.memo.inserts import Cited, Inserts, Prose, Words
from briefer.templates.citing import Notes
from briefer.templates.context import Shape
from briefer.templates.filters import FILTERS
from briefer.templates.problems import Problem, did_you_mean
from briefer.templates.values import Output, Section, Text
from briefer.text.escape import RESERVED, xml_safe

MAX_TEXT = 1_000_000
"""Code points that one operator may make, and that one template may put out (without the values)."""
_MAX_RANGE = 5_000
_TAGS = "for endfor if elif else endif set endset block endblock macro endmacro".split()
_CHECK_TAG = "check its braces, quotes and commas"
_FORBIDDEN = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.EvalContextModifier)
_STRING_METHODS = frozenset(
    "capitalize endswith isdigit lower lstrip rstrip split startswith strip title upper".split(),
)


class Rendering:
    """What one rendering keeps beside its text."""

    def __init__(self, notes: Notes, language: str) -> None:
        self.notes, self.language, self.inserts = notes, language, Inserts()


class RenderError(Exception):
    """Rendering stopped; ``problem`` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class Missing(StrictUndefined):
    """A name that there is not: an error wherever it is used, with the name that may have been meant."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        known: Iterable[str] = self._undefined_obj if isinstance(self._undefined_obj, dict) else ()
        return f"{self._undefined_name}: there is no such field\n{did_you_mean(str(self._undefined_name), known)}"


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja with nothing in it but what a memo needs."""

    intercepted_binops = frozenset({"*", "**", "%", "+", "//"})
    concat = staticmethod(lambda parts: Output("".join(parts)))

    def __init__(self) -> None:
        super().__init__(
            undefined=Missing,
            finalize=_put_out,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=0,
        )
        self.filters = dict(FILTERS)
        self.globals = {"range": _bounded_range}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of plain data; of other things, only what is listed here."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, Undefined):
            str(obj)  # raises: a field of what there is not
        if isinstance(obj, LoopContext | Macro) and not attribute.startswith("_"):
            return super().getattr(obj, attribute)
        if isinstance(obj, str) and attribute in _STRING_METHODS:
            return getattr(obj, attribute)
        if isinstance(obj, tuple) and attribute in ("grouper", "list"):
            return getattr(obj, attribute, self.undefined(obj=obj, name=attribute))
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of plain data, by key or by number."""
        if isinstance(obj, dict):
            return self.getattr(obj, argument)
        if isinstance(obj, list | tuple | str) and isinstance(argument, int | slice):
            return super().getitem(obj, argument)
        return self.undefined(obj=obj, name=str(argument))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """An operator, unless its result could be large."""
        sizes = [len(side) if isinstance(side, str | list | tuple) else 0 for side in (left, right)]
        numbers = [abs(side) if isinstance(side, int | float) else 1 for side in (left, right)]
        too_large = {
            "*": max(sizes) * max(numbers) > MAX_TEXT or (not any(sizes) and max(numbers) > 1e15),
            "**": numbers[0] > 1e6 or numbers[1] > 8,
            "%": bool(sizes[0]),
            "+": sum(sizes) > MAX_TEXT,
        }
        if too_large.get(operator, False):
            raise SecurityError(f"{operator} would make too large a value here")
        return super().call_binop(context, operator, left, right)


def render(body: str, line: int, data: Shape, rendering: Rendering) -> str:
    """The Markdown, with markers, of a template's body that starts on a line of its file.

    A block whose section a person has written puts out that section instead. Raises RenderError.
    """
    try:
        template = _compiled(RESERVED.sub("", body), line)
    except TemplateSyntaxError as error:
        raise RenderError(syntax_problem(error)) from None
    context = template.new_context({**data, "_render": rendering})
    for name, section in data["sections"].items():
        if section.strip() and name in context.blocks:
            context.blocks[name] = [functools.partial(_written, section)]
    pieces, size = [], 0
    try:
        for piece in template.root_render_func(context):
            size += len(piece)
            if size > MAX_TEXT:
                raise SecurityError("it puts out more than a memo can hold")
            pieces.append(piece)
    except (
        UndefinedError,
        TemplateRuntimeError,
        TypeError,
        ValueError,
        ArithmeticError,
        LookupError,
        RecursionError,
    ) as error:
        raise RenderError(_runtime_problem(error, template)) from None
    return "".join(pieces)


def _written(section: Section, context: Context) -> Iterator[str]:
    """What stands in place of a generated part that a person has taken over."""
    yield "\n" + _put_out(context, section) + "\n"


@functools.lru_cache(maxsize=64)
def _compiled(body: str, line: int) -> Template:
    return sandbox().from_string(parsed(body, line))


def parsed(body: str, line: int) -> nodes.Template:
    """The tree of a body whose lines count from ``line``; TemplateSyntaxError for a tag that reaches elsewhere."""
    tree = sandbox().parse("\n" * (line - 1) + body)
    for node in tree.find_all(_FORBIDDEN):
        tag = type(node).__name__.lower().removesuffix("modifier")
        raise TemplateSyntaxError(f"Encountered unknown tag '{tag}'", node.lineno)
    return tree


@functools.cache
def sandbox() -> Sandbox:
    """The one environment of a process."""
    return Sandbox()


def syntax_problem(error: TemplateSyntaxError) -> Problem:
    """Jinja's complaint in plain words."""
    message = str(error.message).rstrip(".")
    if message.startswith("No filter named"):
        name = message.split("'")[1]
        return Problem(error.lineno, f"{name}: there is no such filter", did_you_mean(name, FILTERS))
    if message.startswith("Encountered unknown tag"):
        name = message.split("'")[1]
        return Problem(error.lineno, f"{{% {name} %}}: there is no such tag here", did_you_mean(name, _TAGS))
    if match := re.search(r"innermost block that needs to be closed is '(\w+)'", message):
        return Problem(error.lineno, f"{{% {match[1]} %}} is never closed", f"add {{% end{match[1]} %}}")
    if match := re.match(r"[Ee]xpected .*, got (.*)", message):
        return Problem(error.lineno, f"the tag cannot be read: {match[1]} is not expected here", _CHECK_TAG)
    if message.startswith(("unexpected", "Unexpected")):
        return Problem(error.lineno, f"the tag cannot be read: {message[:1].lower()}{message[1:]}", _CHECK_TAG)
    return Problem(error.lineno, message[:1].lower() + message[1:])


def _runtime_problem(error: Exception, template: Template) -> Problem:
    message, _, suggestion = str(error).partition("\n")
    if not isinstance(error, UndefinedError | TemplateRuntimeError):
        message = f"the tag cannot be worked out: {message or type(error).__name__}"
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return Problem(line, message, suggestion)


@pass_context
def _put_out(context: Context, value: object) -> str:
    """What stands in the Markdown for a value: a marker; the template's own output stands for itself."""
    inserts: Inserts = context["_render"].inserts
    match value:
        case None | "":
            return ""
        case Output():
            return value
        case Section():
            return inserts.keep(Prose(str(value)))
        case Cited():
            return inserts.keep(value) if value.notes else ""
        case str():
            entry = value.entry if isinstance(value, Text) else ""
            return "".join(
                inserts.keep(Words(xml_safe(part), entry)) if isinstance(part, str) else inserts.keep(part)
                for part in inserts.split(value)
            )
        case int() | float():
            return inserts.keep(Words(str(value)))
        case Undefined():
            return str(value)
        case Macro() | dict() | list() | tuple():
            raise TemplateRuntimeError(
                "a list or a group of fields cannot be printed\nname one of its fields, or loop over it"
            )
        case _:
            raise TemplateRuntimeError("this cannot be printed\nprint a field, or what a filter makes of it")


def _bounded_range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > _MAX_RANGE:
        raise SecurityError(f"range() may give at most {_MAX_RANGE} numbers")
    return numbers
