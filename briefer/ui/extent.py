"""How a number of pages is written, wherever the window says it."""

from __future__ import annotations

import math

NEARLY = 0.95
"""The part of the limit from which on the memo may run over: Word can set some lines otherwise."""


def shown_pages(pages: float, limit: float = 0) -> str:
    """Pages with one decimal place; over a limit (0: there is none) never as few as the limit."""
    return f"{math.ceil(pages * 10) / 10 if limit and pages > limit else pages:.1f}"
