"""Spans: stretches of a text, (start, end) in code points; what is said of them without reading sentences."""

from __future__ import annotations

import re
from typing import TypeAlias

Span: TypeAlias = tuple[int, int]

_WORDS = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\s\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)


def trim_span(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends; ``(start, start)`` if it holds nothing else."""
    words = text[start:end]
    length = len(words.strip())
    if not length:
        return start, start
    lead = len(words) - len(words.lstrip())
    return start + lead, start + lead + length


def word_count(text: str) -> int:
    """How many words a text has, as word processors count: by white space, marks on their own left out.

    Chinese and Japanese count each character.
    """
    return sum(1 for match in _WORDS.finditer(text) if any(map(str.isalnum, match[0])))


def shifted(start: int, end: int, at: int, removed: int, inserted: int) -> Span:
    """Where a span stands after ``removed`` code points at ``at`` were replaced by ``inserted`` others.

    A span keeps the characters it had. What is inserted belongs to it if it stands inside, or replaces a part of
    the span and nothing else; an insertion at its edge, and one that also replaces what is beside it, does not.
    A span that loses all its characters is empty, at ``at``.
    """
    stop, by = at + removed, inserted - removed
    if end <= at:
        return start, end
    if start >= stop:
        return start + by, end + by
    if at <= start and end <= stop:
        return at, at
    if start <= at and stop <= end:
        return start, end + by
    if start < at:
        return start, at
    return at + inserted, end + by
