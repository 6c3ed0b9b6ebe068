"""What may be wrong with a template, and words that suggest what its author meant."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from briefer.errors import DataError


class Problem(msgspec.Struct, frozen=True):
    """One thing wrong with a template: the line from 1 (0: none), an explanation, and what would be right."""

    line: int
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line else ""
        return f"{place}{self.message}" + (f" ({self.suggestion})" if self.suggestion else "")


class TemplateError(DataError):
    """A template that fails. ``problems`` holds all that were found, in the order of their lines."""

    def __init__(self, problems: list[Problem], *, path: object = None) -> None:
        first, more = problems[0], len(problems) - 1
        hint = f"mend it and try again ({more} more in this template)" if more else "mend it and try again"
        super().__init__(f"template problem: {first}", hint, path=path)
        self.problems = tuple(problems)


class RenderError(Exception):
    """Reading or rendering a template's body stopped; ``problem`` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``did you mean NAME?`` for the nearest known word, else the words there are, else nothing."""
    import difflib

    names = sorted(set(known))
    if near := difflib.get_close_matches(word, names, 1, 0.6):
        return f"did you mean {near[0]}?"
    return f"there are: {', '.join(names)}" if 0 < len(names) <= 24 else ""
