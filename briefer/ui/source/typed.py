"""What typing in an article has changed, so that its view need not look at all of it at each key."""

from __future__ import annotations

from typing import NamedTuple

from briefer.model.source import SourceHeading
from briefer.ui.offsets import Offsets
from briefer.ui.text.difference import Replacement


class Typed(NamedTuple):
    """An edit that was made in the document: where in Qt's positions, how far it moved what follows, whether it left
    the same lines, all with words.
    """

    change: Replacement
    at: int
    by: int
    within_line: bool


def typed_between(before: str, units: Offsets, text: str, offsets: Offsets, change: Replacement) -> Typed:
    """The edit that made one text of another; the offsets are those of either."""
    lines = _line(before, change.start, change.old_end), _line(text, change.start, change.new_end)
    within_line = all(line.strip() and "\n" not in line for line in lines)
    by = offsets.to_qt(change.new_end) - units.to_qt(change.old_end)
    return Typed(change, offsets.to_qt(change.start), by, within_line)


def _line(text: str, start: int, end: int) -> str:
    """The line around a stretch; more than one if the stretch holds line ends."""
    stop = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if stop < 0 else stop]


def moved(headings: tuple[SourceHeading, ...], change: Replacement) -> tuple[SourceHeading, ...]:
    """Headings after a change that is in none of them, or within one."""
    by = change.new_end - change.old_end
    return tuple(
        heading
        if heading.end < change.start
        else SourceHeading(
            heading.start + (by if heading.start > change.start else 0), heading.end + by, heading.level
        )
        for heading in headings
    )
