"""All problems of a Markdown template in one go: of its front matter, its tags, the names in them, and what is lost.

Nothing here raises: what cannot be read is a problem like any other.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import TemplateSyntaxError, nodes
from msgspec.structs import replace

from briefer.templates.complaints import unreadable
from briefer.templates.names import name_problems
from briefer.templates.overlooked import half_tag_problems
from briefer.templates.problems import Fix, Problem, RenderError, TemplateError
from briefer.templates.reading import parts_of, plain_lines
from briefer.templates.recovery import mended, readable
from briefer.templates.spelling import Spelling
from briefer.templates.syntax import bounded_tree, compiled, unfit
from briefer.templates.template import FrontMatter, Template

MOST = 500
"""Problems that are told of one template."""
_AROUND = 80
"""Code points that are shown of a line."""


def text_problems(text: str) -> list[Problem]:
    """All that is wrong with a template's text, in the order of its lines, with fixes; never raises."""
    from briefer.templates.front import read_on
    from briefer.templates.overlooked import overlooked
    from briefer.templates.trial import trial_problems

    text = plain_lines(text)
    try:
        front_text, body, body_line = parts_of(text, "")
    except TemplateError as error:
        return list(error.problems)
    front, found, node = read_on(front_text, text.index("\n") + 1)
    offset = len(text) - len(body)
    in_body, tree = _body(body, body_line, front)
    found += [_moved(problem, offset) for problem in (*in_body, *half_tag_problems(body, body_line))]
    template = Template("", "", front, body, body_line)
    if not _stops(found):
        found += trial_problems(template)
    if not _stops(found):
        found += overlooked(template, tree, node)
    told = [each for each in found if each.severity == "error" or each.message not in front.ignored]
    return in_order(told, text)


def body_problems(template: Template) -> list[Problem]:
    """Every problem of a template's body that shows without rendering it, in the order of lines; without fixes."""
    found, _ = _body(template.body, template.body_line, template.front)
    found += half_tag_problems(template.body, template.body_line)
    plain = [replace(problem, fix=None) for problem in found]
    return sorted(dict.fromkeys(plain), key=lambda problem: problem.line)


def in_order(problems: Iterable[Problem], text: str) -> list[Problem]:
    """Problems by their lines, each once and with the words of its line, trimmed; the first ``MOST`` of them."""
    lines = text.split("\n")
    found = sorted(dict.fromkeys(problems), key=lambda problem: problem.line)[:MOST]
    around = {
        line: _trimmed(lines[line - 1]) for line in {problem.line for problem in found} if 0 < line <= len(lines)
    }
    return [replace(problem, around=around.get(problem.line, "")) for problem in found]


def tree_problems(
    body: str, line: int, known: dict[str, frozenset[str]], *, more: bool = False
) -> tuple[list[Problem], nodes.Template | None]:
    """What is wrong with the tags of a body whose lines count from ``line`` and with the names in them; and its tree.

    ``known`` and ``more`` are as in ``names.name_problems``. Fixes count in the body. What is past reading has no
    tree.
    """
    found: list[Problem] = []
    made: frozenset[str] = frozenset()
    try:
        tree = bounded_tree(body, line)
    except RenderError as error:
        return [error.problem], None
    except TemplateSyntaxError as error:
        again = mended(body, line)
        found, made = again.problems or [unreadable(error.lineno, str(error.message), "")], again.names
        whole = readable("\n" * (line - 1) + again.body)
        if whole is None:
            return found, None
        tree = whole
    unsound = list(unfit(tree))
    found += unsound
    if not any("too deep" in problem.message for problem in unsound):
        found += name_problems(tree, known, Spelling(body, line), made, more=more)
    if not found:
        try:
            compiled(body, line, tree)
        except RenderError as error:
            found.append(error.problem)
    return found, tree


def _body(body: str, line: int, front: FrontMatter) -> tuple[list[Problem], nodes.Template | None]:
    known = {
        "header": frozenset(field.id for field in front.header),
        "sections": frozenset(section.id for section in front.sections),
    }
    return tree_problems(body, line, known)


def _stops(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _moved(problem: Problem, by: int) -> Problem:
    """The problem with its fix counted from another place."""
    fix = problem.fix
    return replace(problem, fix=Fix(fix.start + by, fix.end + by, fix.words, fix.label)) if fix else problem


def _trimmed(line: str) -> str:
    line = " ".join(line.split())
    return line if len(line) <= _AROUND else line[: _AROUND - 1] + "…"
