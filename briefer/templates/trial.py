"""A template tried on briefs made up for it: one in which all is filled, one in which nothing is.

So what shows itself only when a tag is worked out is found before a brief is at stake.
"""

from __future__ import annotations

from msgspec.structs import replace

from briefer.model.anchor import anchor_at
from briefer.model.brief import FORMAT, Brief
from briefer.model.entries import Action, Actor, Quote, Stake
from briefer.model.source import Source
from briefer.templates.citing import Notes
from briefer.templates.context import context
from briefer.templates.engine import render
from briefer.templates.problems import Problem, RenderError
from briefer.templates.rendering import Rendering
from briefer.templates.template import Template

_WORDS = "“The gate is closed,” the Warden said."
_DATE = "2026-11-22"


def trial_problems(template: Template) -> list[Problem]:
    """The first problem that a full brief meets; else, as a warning, the first that an empty one does."""
    full, empty = trial_briefs(template)
    if problem := _tried(template, full):
        return [problem]
    if problem := _tried(template, empty):
        message = f"in a brief without entries: {problem.message}"
        return [replace(problem, message=message, severity="warning")]
    return []


def trial_briefs(template: Template) -> tuple[Brief, Brief]:
    """A brief with one of everything, and one with nothing."""
    return _full_brief(template), _empty_brief()


def _full_brief(template: Template) -> Brief:
    source = Source("s1", title="A gate is closed", publisher="The Courier", published=_DATE, text=_WORDS)
    rests, who = (anchor_at("s1", _WORDS, 0, len(_WORDS)),), ("a1",)
    header = {field.id: _DATE if field.type == "date" else field.label for field in template.front.header}
    written = {section.id: section.label for section in template.front.sections if not section.generated}
    return replace(
        _empty_brief(),
        title="A gate",
        header=header,
        sections=written,
        sources=(source,),
        actors=(
            Actor(
                who[0], "Warden", "person", role="keeper", affiliation="Gatehouse", aliases=("he",), evidence=rests
            ),
        ),
        actions=(Action("x1", "Closes the gate", who, who, date=_DATE, status="done", evidence=rests),),
        stakes=(Stake("k1", "The way in", who, level="high", horizon="by night", evidence=rests),),
        quotes=(Quote("q1", "The gate is closed,", who[0], date=_DATE, context="at the gate", evidence=rests),),
    )


def _empty_brief() -> Brief:
    return Brief(FORMAT, "b1", created=f"{_DATE}T10:00:00Z")


def _tried(template: Template, brief: Brief) -> Problem | None:
    notes = Notes(brief, template.front.language)
    rendering = Rendering(notes, template.front.language)
    try:
        render(template.body, template.body_line, context(brief, template), rendering)
    except RenderError as stopped:
        return stopped.problem
    return None
