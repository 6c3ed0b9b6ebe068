"""Verse among the paragraphs of a PDF: stanzas, whose lines end where their writer ended them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise

from briefer.sources.pdf.lines import Line

_LONGEST = 60
"""Characters of a line of verse."""
_FEWEST, _MOST = 2, 14
"""Lines of a stanza."""
_PAUSES, _CAPITALS = 0.5, 0.8
"""The share of lines that end at a pause, or of those that begin with a capital: one of both is in verse."""
_EARLY, _EARLY_LINES = 0.2, 2
"""The share, and the number, of lines that end early at no sentence's end: prose would have gone on in them."""
_PAUSE = re.compile(r"[.,;:!?…—–][\"'”’»)\]]*$")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")


def verses(runs: Sequence[Sequence[Line]], is_short: Callable[[Line, Line], bool]) -> frozenset[int]:
    """Which of the paragraphs of a column are stanzas; ``is_short`` tells whether a line had room for the next word.

    One stanza may fill its lines by chance: those that follow each other are judged as one.
    """
    found: set[int] = set()
    for alike, group in groupby(range(len(runs)), lambda at: _looks_like_verse(runs[at])):
        numbers = list(group)
        pairs = [pair for at in numbers for pair in pairwise(runs[at])]
        early = sum(not _SENTENCE.search(before.text) and is_short(before, line) for before, line in pairs)
        if alike and early >= max(_EARLY_LINES, _EARLY * len(pairs)):
            found.update(numbers)
    return frozenset(found)


def _looks_like_verse(lines: Sequence[Line]) -> bool:
    if not _FEWEST <= len(lines) <= _MOST or any(len(line.text) > _LONGEST for line in lines):
        return False
    pauses = sum(_PAUSE.search(line.text) is not None for line in lines)
    capitals = sum(not line.text.lstrip("“‘\"'(«„").strip()[:1].islower() for line in lines)
    return pauses >= _PAUSES * len(lines) or capitals >= _CAPITALS * len(lines)
