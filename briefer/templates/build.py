"""The only way to blocks: a brief and a template make a memo."""

from __future__ import annotations

from contextlib import suppress

import msgspec

from briefer.memo.blocks import Citations, Facts, Memo, Paper
from briefer.memo.markdown import read_parts
from briefer.model.brief import Brief
from briefer.templates.citing import Notes
from briefer.templates.context import context
from briefer.templates.draft import Draft, Dress
from briefer.templates.office_look import is_document
from briefer.templates.portions import banner, portions_of
from briefer.templates.problems import Problem, TemplateError
from briefer.templates.template import Template
from briefer.text.escape import RESERVED, xml_safe

UNTITLED = "Untitled memo"
"""What a memo without subject and title is called."""

DRAFT = "DRAFT"
"""What stands beside the marking of a draft."""


class Choices(msgspec.Struct, frozen=True):
    """What an export asks for beyond the brief's own choices. ``notes`` lets the analyst's own notes in.

    A draft has ``comments``, in Word, on what is still open. ``word_pages`` lets a PDF be made of the Word document.

    ``paper`` and ``style`` (a look that ships: ``standard``, ``large``) stand in for the template's.
    """

    citations: Citations | None = None
    annexes: tuple[str, ...] = ()
    draft: bool = False
    notes: bool = False
    comments: bool = True
    word_pages: bool = False
    paper: Paper | None = None
    style: str = ""


def build_memo(brief: Brief, template: Template, choices: Choices = Choices()) -> Memo:
    """The memo of a brief in a template's form; TemplateError with all problems if the template fails.

    Citations are as the call asks, else as the brief does, else as the template does.
    """
    from briefer.templates.compose import Composer

    return Composer(draft_memo(brief, template, choices), brief).memo(brief.sections)


def draft_memo(brief: Brief, template: Template, choices: Choices = Choices()) -> Draft:
    """All of the memo of a brief but the words of its sections. Raises as ``build_memo`` does."""
    from briefer.templates.engine import render
    from briefer.templates.problems import RenderError
    from briefer.templates.rendering import Rendering
    from briefer.templates.uses import leaves_sections_alone

    notes = Notes(brief, template.front.language)
    dress = dress_of(brief, template)
    rendering = Rendering(notes, template.front.language, brief.taken_over, dress.portions.marks)
    data = context(brief, template, notes=choices.notes)
    try:
        markdown = render(template.body, template.body_line, data, rendering)
        annexes = choices.annexes or brief.export.annexes
        if annexes:
            markdown += "\n\n\\newpage\n"
        for annex in annexes:
            markdown += "\n" + render(_annex(annex), 1, data, rendering)
        bodies = [(template.body, template.body_line), *((_annex(annex), 1) for annex in annexes)]
        alone = all(leaves_sections_alone(*body) for body in bodies)
    except RenderError as stopped:
        raise TemplateError(_all_problems(template, stopped.problem), path=template.path) from None
    parts = read_parts(markdown, rendering.inserts, notes.cite)
    citations = choices.citations or brief.export.citations or template.front.citations
    return Draft(facts_of(brief, template, choices), parts, notes.passages, citations, alone, dress)


def make_ready(*templates: Template) -> None:
    """Read templates ahead of their first memos. What is wrong with one is told when that is made."""
    from briefer.templates.problems import RenderError
    from briefer.templates.syntax import compiled
    from briefer.templates.uses import leaves_sections_alone

    for template in templates:
        with suppress(RenderError):
            compiled(template.body, template.body_line)
            leaves_sections_alone(template.body, template.body_line)


def _all_problems(template: Template, stopped: Problem) -> list[Problem]:
    from briefer.templates.check import body_problems

    problems = body_problems(template)
    if stopped.line not in {problem.line for problem in problems}:
        problems.append(stopped)
    return sorted(problems, key=lambda problem: problem.line)


def _annex(name: str) -> str:
    from briefer.templates.files import annex_body

    return annex_body(name)


def dress_of(brief: Brief, template: Template) -> Dress:
    """What a template puts around the words of the sections of a brief."""
    ticks = {section.id: section.ticks for section in template.front.sections if section.ticks}
    return Dress(template.front.numbering == "paragraphs", ticks, portions_of(brief, template))


def _line(value: str) -> str:
    return xml_safe(RESERVED.sub("", " ".join(value.split())))


def facts_of(brief: Brief, template: Template, choices: Choices) -> Facts:
    """What is true of a brief's memo as a whole."""
    front = template.front
    header = {ident: _line(value) for ident, value in brief.header.items() if value.strip()}
    title = header.get("subject") or _line(brief.title) or UNTITLED
    marking = " · ".join(filter(None, (_line(banner(brief, template)), DRAFT if choices.draft else "")))
    return Facts(
        title=title,
        author=header.get("from", ""),
        language=front.language,
        paper=choices.paper or front.paper,
        landscape=front.orientation == "landscape",
        marking=marking,
        reference=header.get("reference", ""),
        keywords=", ".join(_line(actor.name) for actor in brief.actors[:8] if actor.name),
        created=brief.created or Facts.__struct_defaults__[8],
        modified=brief.modified or brief.created or Facts.__struct_defaults__[8],
        look=front.style if is_document(front.style) else choices.style or front.style,
        properties={field.id: header[field.id] for field in front.header if field.id in header},
        house_look=template.house_look,
    )
