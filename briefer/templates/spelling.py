"""Where a misspelt name stands in a template's body, so that it can be changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefer.templates.problems import Fix, Problem

if TYPE_CHECKING:
    from briefer.templates.tags import Tag


_ITEM = re.escape("[…]")
"""What stands for an item in a name that is shown."""


class Spelling:
    """Finds names in the tags of a body whose lines count from ``line``; each place once."""

    def __init__(self, body: str, line: int) -> None:
        self._body, self._line = body, line
        self._tags: list[Tag] | None = None
        self._starts: list[int] = []
        self._taken: set[int] = set()
        self._searched: dict[tuple[int, str], int] = {}

    def mended(self, problem: Problem, written: str, right: str) -> Problem:
        """The problem with the fix that puts ``right`` for what is ``written`` on its line, if it is found there."""
        at = self._find(problem.line, written) if right else None
        if at is None:
            return problem
        self._taken.add(at[0])
        start, end, words = *at, right
        if written.rpartition(".")[0] == right.rpartition(".")[0]:  # all before the last word stays as typed
            words = right.rpartition(".")[2]
            start = end - len(written.rpartition(".")[2])
        elif "…" in right:
            return problem
        return replace(problem, fix=Fix(start, end, words, f"Change to {right}"))

    def _find(self, line: int, written: str) -> tuple[int, int] | None:
        """From where to where a name stands."""
        if line < self._line:
            return None
        start = self._start(line - self._line)
        end = self._body.find("\n", start)
        end = len(self._body) if end < 0 else end
        parts = [re.escape(part).replace(_ITEM, r"\[[^\]\n]*\]") for part in written.split(".")]
        name = r"(?<![\w.])" + r"\s*\.\s*".join(parts) + r"(?!\w)"
        begun = self._searched.get((line, written), start)
        for found in re.compile(name).finditer(self._body, begun, end):
            if found.start() not in self._taken and self._in_tag(found.start()):
                self._searched[line, written] = found.end()
                return found.span()
        self._searched[line, written] = end
        return None

    def _start(self, number: int) -> int:
        if not self._starts:
            self._starts = [0, *(found.end() for found in re.finditer("\n", self._body))]
        return self._starts[min(number, len(self._starts) - 1)]

    def _in_tag(self, at: int) -> bool:
        from briefer.templates.tags import tags

        if self._tags is None:
            self._tags = [tag for tag in tags(self._body) if tag.mark != "{#"]
        number = bisect_left(self._tags, at, key=lambda tag: tag.start + 1)
        return number > 0 and at < self._tags[number - 1].end
