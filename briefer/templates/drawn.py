"""A template's text as it looks now: all problems, and the memo of a brief drawn as far as it can be.

What fails gives way to a few words that name its line; the rest is drawn as ever. So who types a template sees it
grow, whatever is missing yet.
"""

from __future__ import annotations

import msgspec
from jinja2 import TemplateSyntaxError, nodes
from msgspec.structs import replace

from briefer.memo.blocks import Memo
from briefer.memo.inserts import Inserts
from briefer.memo.markdown import read_parts
from briefer.model.brief import Brief
from briefer.templates.blanking import BLANK, Failing, blanked
from briefer.templates.build import Choices, build_memo, dress_of, facts_of
from briefer.templates.check import text_problems
from briefer.templates.citing import Notes
from briefer.templates.compose import Composer
from briefer.templates.context import context
from briefer.templates.draft import Draft
from briefer.templates.engine import render_compiled
from briefer.templates.front import read_on
from briefer.templates.front_edit import has_head
from briefer.templates.picks import PickGroup, pick_groups
from briefer.templates.problems import Problem, RenderError, TemplateError
from briefer.templates.reading import parts_of, plain_lines
from briefer.templates.recovery import mended, readable
from briefer.templates.rendering import Rendering
from briefer.templates.spots import spots
from briefer.templates.syntax import bounded_tree, compiled_tree, unfit
from briefer.templates.template import FrontMatter, Template
from briefer.text.escape import RESERVED
from briefer.text.spans import Span

_ROUNDS = 24
"""Times that a body is rendered, each time without what failed before."""


class Drawn(msgspec.Struct, frozen=True):
    """What came of a template's text: its head as far as it can be read, all problems, and the memo.

    ``head`` tells whether the head can be read as YAML, and so be changed in a form.

    ``memo`` is None where nothing can be drawn: without a head, or where all fails. A run whose entry is
    ``failed:26`` stands for what fails on line 26. ``picks`` is what can be put into the template, ``places`` where
    in its text the words of each problem are.
    """

    front: FrontMatter
    problems: tuple[Problem, ...]
    memo: Memo | None = None
    picks: tuple[PickGroup, ...] = ()
    places: tuple[Span, ...] = ()
    head: bool = True


def drawn(text: str, brief: Brief) -> Drawn:
    """Check a template's text and draw the memo of a brief in its form; never raises.

    What a stranger has written is worked out here: to be run by the worker.
    """
    plain = plain_lines(text)
    front, problems, memo = _drawn(RESERVED.sub("", plain), brief)
    return Drawn(
        front, tuple(problems), memo, tuple(pick_groups(brief, front)), tuple(spots(problems, plain)), has_head(plain)
    )


def _drawn(text: str, brief: Brief) -> tuple[FrontMatter, list[Problem], Memo | None]:
    problems = text_problems(text)
    try:
        front_text, body, body_line = parts_of(text, "")
    except TemplateError:
        return FrontMatter(""), problems, None
    front = read_on(front_text, 0)[0]
    template = Template(brief.template, "", front, body, body_line)
    if not _errors(problems):
        try:
            return front, problems, build_memo(brief, template)
        except TemplateError as error:  # what the brief at hand alone brings out
            problems += [problem for problem in error.problems if problem not in problems]
            problems.sort(key=lambda problem: problem.line)
    return front, problems, partial_memo(brief, template, problems)


def partial_memo(brief: Brief, template: Template, problems: list[Problem]) -> Memo | None:
    """The memo of a brief without what these problems, and others that show themselves, keep from being drawn."""
    failing = Failing(_errors(problems))
    for _ in range(_ROUNDS):
        notes = Notes(brief, template.front.language)
        rendering = Rendering(notes, template.front.language, brief.taken_over)
        try:
            tree = _tree(template, failing, rendering.inserts)
            if tree is None:
                return None
            compiled = compiled_tree(tree, template.body_line)
            markdown = render_compiled(compiled, context(brief, template), rendering)
        except RenderError as stopped:
            if not failing.add(stopped.problem):
                return None
            continue
        parts = read_parts(markdown, rendering.inserts, notes.cite)
        facts, dress = facts_of(brief, template, Choices()), dress_of(brief, template)
        citations = brief.export.citations or template.front.citations
        draft = Draft(facts, parts, notes.passages, citations, alone=False, dress=dress)
        return Composer(draft, brief).memo(brief.sections)
    return None


def _tree(template: Template, failing: Failing, inserts: Inserts) -> nodes.Template | None:
    """The tree of a body with words in place of what fails; None if it is past reading. Raises RenderError."""
    body, line = template.body, template.body_line
    try:
        tree = bounded_tree(body, line)
    except TemplateSyntaxError:
        body = mended(body, line, BLANK).body
        whole = readable("\n" * (line - 1) + body)
        if whole is None:
            return None
        tree = whole
    tree = blanked(tree, failing, body.split("\n"), line, inserts)
    if problem := next(unfit(tree), None):
        raise RenderError(problem)
    return tree


def _errors(problems: list[Problem]) -> list[Problem]:
    return [replace(problem, fix=None) for problem in problems if problem.severity == "error"]
