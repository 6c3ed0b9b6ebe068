"""The template that a brief names, opened for work with it: a Word document in the worker, others here at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.opening import template_of
from briefer.templates.shelf import WORD
from briefer.templates.template import Template
from briefer.ui.background import Background, Operation


def with_template(
    brief: Brief,
    background: Background,
    done: Callable[[Template], object],
    failed: Callable[[BrieferError], object],
) -> None:
    """Call ``done`` with the template of a brief, or ``failed`` with why there is none; at once, or later."""
    operation = Operation("Opening the template", template_of, (brief,), done, failed)
    if Path(brief.template).suffix.lower() in WORD:
        background.run([operation])
    else:
        operation.run_here()
