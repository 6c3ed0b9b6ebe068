"""One rendering: what it keeps beside its text, and how much it may do."""

from __future__ import annotations

from collections.abc import Collection

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

from briefer.memo.inserts import Inserts
from briefer.templates.citing import Notes

MAX_TEXT = 1_000_000
"""Code points that one tag may make, and that one template may put out beside the values."""
MAX_VALUES = 8_000_000
"""Code points of all values that one template may put out."""
MAX_ITEMS = 100_000
"""Items of a list that a tag makes."""
MAX_STEPS = 1_000_000
"""Passes of loops, calls of macros and filters; who goes through a long value takes more of them."""
_ITEMS_A_STEP, _CHARACTERS_A_STEP = 2, 50

KEY = " rendering"
"""Where the context keeps it. No tag can name this: a name has no space in it."""


class Rendering:
    """What one rendering keeps beside its text, and what it has done so far.

    ``written`` holds the ids of generated parts that a person has taken over, even if nothing stands in them;
    ``fenced`` those of parts whose edges somebody wants to know.
    """

    def __init__(
        self, notes: Notes, language: str, written: Collection[str] = (), fenced: Collection[str] = ()
    ) -> None:
        self.notes, self.language, self.inserts = notes, language, Inserts()
        self.written, self.fenced = written, fenced
        self._steps, self._written = 0, 0

    def spend(self, steps: int) -> None:
        """Count steps; SecurityError when there are too many."""
        self._steps += steps
        if self._steps > MAX_STEPS:
            message = f"the template repeats more than {MAX_STEPS:,} times"
            raise SecurityError(f"{message}\nloop over fewer things, or not within each other")

    def write(self, size: int) -> None:
        """Count code points of values put out; SecurityError when there are too many."""
        self._written += size
        if self._written > MAX_VALUES:
            raise SecurityError(f"the values put out have more than {MAX_VALUES:,} characters\nput fewer of them out")


def rendering_of(context: Context) -> Rendering:
    """The rendering that a context belongs to."""
    rendering = context[KEY]
    assert isinstance(rendering, Rendering), "every context of ours is made by engine.render"
    return rendering


def steps_through(value: object) -> int:
    """The steps that it takes to go through a value once; 0 for a short one."""
    match value:
        case str():
            return len(value) // _CHARACTERS_A_STEP
        case list() | tuple() | range() | dict():
            return len(value) // _ITEMS_A_STEP
        case _:
            return 0


def bounded(text: str) -> str:
    """``text``; SecurityError if no tag may make so long a one."""
    if len(text) > MAX_TEXT:
        raise too_large()
    return text


def too_large() -> SecurityError:
    """What stops a tag that would make more than a memo can hold."""
    return SecurityError("this would make more text than a memo can hold\nmake less of it at a time")
