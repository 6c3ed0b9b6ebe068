"""The outline of a memo: which heading of Word each heading of the memo becomes."""

from __future__ import annotations

DEEPEST = 4


class Outline:
    """Gives headings their depth without a gap, whatever levels the memo uses, as readers by ear need it."""

    def __init__(self) -> None:
        self._titled = False
        self._open: list[int] = []

    def style(self, level: int) -> str:
        """The style of the next heading: the first one of level 1 is the title, what stands in it counts from 1."""
        if level <= 1 and not self._titled:
            self._titled = True
            self._open = []
            return "Title"
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return f"Heading{min(len(self._open), DEEPEST)}"
