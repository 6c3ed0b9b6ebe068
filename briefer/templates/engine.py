"""The engine: a template's body and plain data become Markdown with markers.

Each value that a tag puts out leaves a marker (see ``briefer.memo.inserts``) and is never read as Markdown or as
template code.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from jinja2 import Template, UndefinedError
from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Context

from briefer.memo.inserts import Edge
from briefer.templates.complaints import unknown_helper
from briefer.templates.context import Shape
from briefer.templates.problems import Problem, RenderError
from briefer.templates.rendering import KEY, MAX_TEXT, Rendering, too_large
from briefer.templates.sandbox import put_out
from briefer.templates.syntax import compiled
from briefer.templates.values import Section
from briefer.text.showable import unshowable

_PLAIN = {
    ZeroDivisionError: ("it divides by nothing", "ask first whether the number is 0"),
    RecursionError: ("it calls itself without end", "let a macro or loop call itself only under an {% if %}"),
    OverflowError: ("a number is too large", "use a smaller one"),
}


def render(body: str, line: int, data: Shape, rendering: Rendering) -> str:
    """The Markdown, with markers, of a template's body that starts on a line of its file.

    A block whose section a person has written puts out that section instead. Others that the rendering wants fenced
    in have an edge before and after them. Raises RenderError.
    """
    return render_compiled(compiled(body, line), data, rendering)


def render_compiled(template: Template, data: Shape, rendering: Rendering) -> str:
    """As ``render``, of a body that was read already."""
    context = template.new_context({**data, KEY: rendering})
    for name in rendering.fenced:
        if name in context.blocks:
            context.blocks[name] = [functools.partial(_fenced, context.blocks[name][0], name, rendering)]
    for name, section in data["sections"].items():
        if name in context.blocks and (section.strip() or name in rendering.written):
            context.blocks[name] = [functools.partial(_written, section)]
    return _put_out(template, context)


def render_blocks(body: str, line: int, data: Shape, rendering: Rendering) -> dict[str, str]:
    """The Markdown, with markers, that each block of a template's body puts out by itself, whoever has written it.

    All of the body is worked out on the way, because a block may use what was set before it. Raises RenderError.
    """
    template = compiled(body, line)
    context = template.new_context({**data, KEY: rendering})
    heard: dict[str, list[str]] = {name: [] for name in context.blocks}
    for name, blocks in context.blocks.items():
        context.blocks[name] = [functools.partial(_overheard, blocks[0], heard[name])]
    _put_out(template, context)
    return {name: "".join(pieces) for name, pieces in heard.items()}


def _put_out(template: Template, context: Context) -> str:
    pieces, size = [], 0
    try:
        for piece in template.root_render_func(context):
            size += len(piece)
            if size > MAX_TEXT:
                raise too_large()
            pieces.append(piece)
        if unshowable(made := "".join(pieces)):
            raise too_large()
    except (UndefinedError, TemplateRuntimeError) as error:
        raise RenderError(_problem(_line(error, template), str(error))) from None
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError) as error:
        message, suggestion = _PLAIN.get(type(error)) or _misfit(str(error))
        problem = Problem(_line(error, template), f"the tag cannot be worked out: {message}", suggestion)
        raise RenderError(problem) from None
    return made


def _written(section: Section, context: Context) -> Iterator[str]:
    """What stands in place of a generated part that a person has taken over."""
    yield "\n" + put_out(context, section) + "\n"


def _fenced(
    block: Callable[[Context], Iterator[str]], name: str, rendering: Rendering, context: Context
) -> Iterator[str]:
    """A block between its two edges, each a paragraph of its own."""
    yield f"\n\n{rendering.inserts.keep(Edge(name))}\n\n"
    yield from block(context)
    yield f"\n\n{rendering.inserts.keep(Edge())}\n\n"


def _overheard(block: Callable[[Context], Iterator[str]], heard: list[str], context: Context) -> Iterator[str]:
    """A block as it is, with what it puts out kept apart."""
    for piece in block(context):
        heard.append(piece)
        yield piece


def _problem(line: int, said: str) -> Problem:
    """What the sandbox, or Jinja, says of a value."""
    if match := re.match(r"No (filter|test) named '(.*?)'", said):
        return unknown_helper(line, match[1], match[2])
    message, _, suggestion = said.partition("\n")
    return Problem(line, message, suggestion)


def _misfit(said: str) -> tuple[str, str]:
    """What is wrong with values of the wrong kind or number."""
    if match := re.match(r"macro '(\w+)' takes", said):
        return f"the macro {match[1]} takes no such values", "give it those that its {% macro %} names"
    if "unpack" in said:
        return "it names more or fewer things than there are", "name one for each"
    return "what stands in it does not fit together", "mind which values are words, numbers or lists"


def _line(error: Exception, template: Template) -> int:
    """The line of the template that an error came from: the innermost one, so in the macro, not at its call."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
