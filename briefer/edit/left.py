"""Findings that are left as they are, for a reason that the brief keeps."""

from __future__ import annotations

from briefer.edit.values import changed, typed
from briefer.errors import UsageError
from briefer.model.brief import Brief, Left


def leave_finding(brief: Brief, code: str, place: str, reason: str) -> Brief:
    """The brief in which a finding is left as it is. ``place`` is how the finding names what it is about.

    One that was left before gets the new reason. UsageError without a reason.
    """
    reason = " ".join(typed(reason).split())
    if not reason:
        raise UsageError("the finding is not left yet: the reason is empty", "type why it may stay as it is")
    others = tuple(left for left in brief.left if (left.code, left.where) != (code, place))
    same = next((left for left in brief.left if (left.code, left.where) == (code, place)), None)
    if same is not None and same.reason == reason:
        return brief
    return changed(brief, left=(*others, Left(code, place, reason)))


def take_back_left(brief: Brief, code: str, place: str) -> Brief:
    """The brief in which a finding that was left is a finding again; the same one if it was not left."""
    return changed(brief, left=tuple(left for left in brief.left if (left.code, left.where) != (code, place)))
