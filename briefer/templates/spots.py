"""Where in a template's text the words are that a problem is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from briefer.templates.fields import is_about
from briefer.templates.problems import Problem
from briefer.templates.tags import Tag, tags
from briefer.text.spans import Span

_NAMED = re.compile(r"([\w.]+): ")


def spots(problems: Iterable[Problem], text: str) -> list[Span]:
    """From where to where the words of each problem stand in the text that was checked, in code points.

    That is what its fix replaces, else the name or the tag that it tells of, else the words of its line; of a
    problem of the whole template, the beginning of the text.
    """
    finder = _Finder(text)
    return [finder.spot(problem) for problem in problems]


class _Finder:
    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._tags: dict[int, list[Tag]] = {}
        for tag in tags(text):
            self._tags.setdefault(bisect_right(self._starts, tag.start), []).append(tag)

    def spot(self, problem: Problem) -> Span:
        fix, line = problem.fix, problem.line
        if fix is not None and fix.end > fix.start:
            return fix.start, fix.end
        if not 0 < line <= len(self._starts):
            return 0, 0
        start = self._starts[line - 1]
        end = self._text.find("\n", start)
        end = len(self._text) if end < 0 else end
        if (named := _NAMED.match(problem.message)) and (at := self._text.find(named[1], start, end)) >= 0:
            return at, at + len(named[1])
        for tag in self._tags.get(line, ()):
            if is_about(problem, tag):
                return tag.start, min(tag.end, end)
        words = self._text[start:end]
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
