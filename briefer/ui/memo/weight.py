"""What the window's own thread may put into a template, and what is to be done beside it."""

from __future__ import annotations

from briefer.model.brief import Brief
from briefer.templates.template import Template

_AT_ONCE = 60
"""Entries that are put into a template within 20 ms."""


def is_light(brief: Brief, template: Template) -> bool:
    """Whether a brief is put into a template in a moment. One that does not ship with Briefer is never light."""
    entries = len(brief.actors) + len(brief.actions) + len(brief.stakes) + len(brief.quotes)
    return template.built_in and entries <= _AT_ONCE
