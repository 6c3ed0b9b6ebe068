"""What may be wrong with a template, and words that suggest what its author meant."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Literal

import msgspec

from briefer.errors import DataError

_LONGEST = 400
"""Characters of an explanation that are said in one line: it may quote what a stranger wrote."""


class Fix(msgspec.Struct, frozen=True):
    """A replacement that mends a template: the code points from ``start`` to ``end`` of its text become ``words``.

    The text is the file's as ``template.plain_lines`` gives it. ``label`` is what a button says.
    """

    start: int
    end: int
    words: str
    label: str


class Problem(msgspec.Struct, frozen=True):
    """One thing wrong with a template: where, an explanation, and what would be right.

    ``line`` counts from 1 in a Markdown template (0: the whole of it). In a Word document ``part`` names the place
    ("body", "header", "footnote 2"), ``paragraph`` counts in it from 1, ``table`` and ``row`` say in which row of
    which table it stands (0: in none). ``around`` holds the words there. A warning stops no export; there is a
    ``fix`` where one is certain.
    """

    line: int
    message: str
    suggestion: str = ""
    part: str = ""
    paragraph: int = 0
    table: int = 0
    row: int = 0
    around: str = ""
    severity: Literal["error", "warning"] = "error"
    fix: Fix | None = None

    @property
    def place(self) -> str:
        """Where it is, in words; empty if it concerns the whole template."""
        if not self.part:
            return f"line {self.line}" if self.line else ""
        steps = [self.part]
        if self.table:
            steps.append(f"table {self.table}, row {self.row}")
        elif self.paragraph:
            steps.append(f"paragraph {self.paragraph}")
        return ", ".join(steps)

    def __str__(self) -> str:
        place = self.place + (f", “{self.around}”" if self.part and self.around else "")
        message = self.message if len(self.message) <= _LONGEST else f"{self.message[:_LONGEST]}…"
        words = [place, "warning" if self.severity == "warning" else "", message]
        return ": ".join(filter(None, words)) + (f" ({self.suggestion})" if self.suggestion else "")


class TemplateError(DataError):
    """A template that fails. ``problems`` holds all that were found, in the order of their places."""

    def __init__(self, problems: list[Problem], *, path: object = None) -> None:
        first = next((problem for problem in problems if problem.severity == "error"), problems[0])
        more = len(problems) - 1
        hint = f"mend it and try again ({more} more in this template)" if more else "mend it and try again"
        super().__init__(f"template problem: {first}", hint, path=path)
        self.problems = tuple(problems)

    def __reduce__(self) -> tuple[object, ...]:
        """How it comes out of another process: made of its problems again."""
        return type(self), (list(self.problems),), self.__dict__


class RenderError(Exception):
    """Reading or rendering a template's body stopped; ``problem`` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def apply_fix(text: str, fix: Fix) -> str:
    """The template's text with one thing mended. Other fixes counted in the old text no longer fit it."""
    return text[: fix.start] + fix.words + text[fix.end :]


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was most likely meant; empty if none is near."""
    return _nearest(word, frozenset(known))


@functools.lru_cache(maxsize=256)
def _nearest(word: str, known: frozenset[str]) -> str:
    import difflib

    near = difflib.get_close_matches(word, sorted(known), 1, 0.6)
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean NAME?`` for the nearest known word, else the words there are, else nothing."""
    names = sorted(set(known))
    if near := nearest(word, names):
        return f"did you mean {near}?"
    return f"there are: {', '.join(names)}" if 0 < len(names) <= 24 else ""
