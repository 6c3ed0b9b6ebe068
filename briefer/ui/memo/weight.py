"""What of a brief goes into a template, and whether the window's own thread may put it there or a worker is to."""

from __future__ import annotations

from briefer.model.brief import Brief
from briefer.templates.template import Template

_AT_ONCE = 60
"""Entries that are put into a template within 20 ms."""

_NOTES = ("actors", "actions", "stakes", "quotes", "sources", "passages", "header")


def is_light(brief: Brief, template: Template) -> bool:
    """Whether a brief is put into a template in a moment. One that does not ship with Briefer is never light."""
    entries = len(brief.actors) + len(brief.actions) + len(brief.stakes) + len(brief.quotes)
    return template.built_in and entries <= _AT_ONCE


def same_notes(one: Brief, other: Brief) -> bool:
    """Whether generated parts are the same in two states of a brief: what an edit does not touch stays one object."""
    return one.id == other.id and all(getattr(one, name) is getattr(other, name) for name in _NOTES)
