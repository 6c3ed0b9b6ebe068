"""All problems of a house document in one go, each with its part, its paragraph and the words there.

The checks are those of Markdown templates, on the text of the document; then what only Word has, and at last the
document is filled for a trial, so that what passes here can be filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from briefer.house.drawn_in import draw_in
from briefer.house.fill import fill
from briefer.house.form import template_of_document
from briefer.house.overlooked import overlooked, shortened
from briefer.house.prepared import prepared
from briefer.house.tags import Line, Paragraph, lines_of_parts
from briefer.office.package import Package
from briefer.templates.check import MOST, tree_problems
from briefer.templates.files import built_in_templates
from briefer.templates.overlooked import half_tag_problems
from briefer.templates.problems import Problem, RenderError, TemplateError
from briefer.templates.template import Template
from briefer.templates.trial import trial_briefs

_LINE = re.compile(r"\bline (\d+)")


def document_problems(document: bytes) -> list[Problem]:
    """What is wrong with a Word file as a template: body first, then the other parts, each from top to bottom.

    DataError for what is no Word document or not safe to open. What it takes is not bounded: this is for the worker.
    """
    ready = prepared(document)
    package = Package(ready.parts)
    draw_in(package)
    parts = [part for part in lines_of_parts(package) if part]
    found = [problem for part in parts for problem in _part_problems(part)]
    places = {(problem.part, problem.paragraph) for problem in found}
    for source in ready.sources:  # blocks that open in one cell and close in another, and the like
        found += [problem for problem in source.problems if (problem.part, problem.paragraph) not in places]
    if not any(problem.severity == "error" for problem in found):
        found += _trial(document)
    found += overlooked(Package(ready.parts), parts)
    found += [Problem(0, sentence.rstrip("."), severity="warning") for sentence in ready.stripped]
    return _in_order(found, parts)[:MOST]


def all_problems(template: Template, stopped: TemplateError) -> TemplateError:
    """The error with all that the check finds in the document, where filling it stopped at the first."""
    found = document_problems(template.document)
    if not any(problem.severity == "error" for problem in found):
        found = [*stopped.problems, *found]
    return TemplateError(found, path=template.path)


def _part_problems(lines: list[Line]) -> Iterator[Problem]:
    """What is wrong with the tags and names of one part."""
    for paragraph in dict.fromkeys(line.paragraph for line in lines):
        for problem in paragraph.problems:
            yield _placed(problem, paragraph)
    body = "\n".join(line.text for line in lines)
    problems, _ = tree_problems(body, 1, _known(), more=True)
    for problem in (*problems, *half_tag_problems(body, 1)):
        yield _located(problem, lines)


def _known() -> dict[str, frozenset[str]]:
    """The header fields and sections that templates share."""
    fronts = [template.front for template in built_in_templates()]
    return {
        "header": frozenset(field.id for front in fronts for field in front.header),
        "sections": frozenset(section.id for front in fronts for section in front.sections),
    }


def _located(problem: Problem, lines: list[Line]) -> Problem:
    """A problem of the joined lines as one of the document."""

    def named(found: re.Match[str]) -> str:
        return f"paragraph {_at(int(found[1]), lines).number}"

    told = replace(
        problem, message=_LINE.sub(named, problem.message), suggestion=_LINE.sub(named, problem.suggestion)
    )
    return _placed(told, _at(problem.line, lines))


def _at(line: int, lines: list[Line]) -> Paragraph:
    return lines[min(max(line, 1), len(lines)) - 1].paragraph


def _placed(problem: Problem, paragraph: Paragraph) -> Problem:
    return replace(
        problem,
        line=0,
        part=paragraph.part,
        paragraph=paragraph.number,
        table=paragraph.table,
        row=paragraph.row,
        around=shortened(paragraph.words, _name(problem.message)),
        fix=None,
    )


def _name(message: str) -> str:
    """The name that a message begins with, as far as it surely stands so in the document."""
    return re.split(r"[:\s]", message, maxsplit=1)[0].rpartition("…")[2]


def _trial(document: bytes) -> list[Problem]:
    """What a full brief meets when the document is filled; else, as warnings, what an empty one does."""
    template = template_of_document(document, Path())
    full, empty = trial_briefs(template)
    try:
        fill(full, template)
    except TemplateError as error:
        return list(error.problems)
    except RenderError as stopped:
        return [stopped.problem]
    try:
        fill(empty, template)
    except TemplateError as error:
        return [
            replace(problem, message=f"in a brief without entries: {problem.message}", severity="warning")
            for problem in error.problems
        ]
    return []


def _in_order(problems: Iterable[Problem], parts: list[list[Line]]) -> list[Problem]:
    """Problems in the order of the document, each once; those of the whole document last."""
    places: dict[tuple[str, int], int] = {}
    for part in parts:
        for line in part:
            places.setdefault((line.paragraph.part, line.paragraph.number), len(places))
    found = dict.fromkeys(problems)
    return sorted(found, key=lambda problem: places.get((problem.part, problem.paragraph), len(places)))
