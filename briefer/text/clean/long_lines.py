"""Paragraphs that are too long to be shown, or to be read: a book or a transcript on one line."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from briefer.text.clean.result import Change, Outcome, outcome

LONGEST = 10_000
"""Code points of a paragraph at most; a word is parted after half of them."""
_AROUND = 16
_ENDS = re.compile(r"[.!?…][\"”’»)\]]*\s+|[。！？][”」』]*")
_BLANKS = re.compile(r"\s+")
_JOINS = "\u200d"


def part(text: str) -> Outcome:
    """An empty line in a paragraph of more than ``LONGEST``: after a sentence, else at a blank, else in a word."""
    if len(text) <= LONGEST or max(map(len, lines := text.split("\n"))) <= LONGEST:
        return Outcome(text)
    changes: list[Change] = []
    for at, line in enumerate(lines):
        if len(line) > LONGEST:
            pieces = _pieces(line)
            changes += [
                (f"{one[-_AROUND:]} {other[:_AROUND]}", f"{one[-_AROUND:]}\n\n{other[:_AROUND]}")
                for one, other in pairwise(pieces)
            ]
            lines[at] = "\n\n".join(pieces)
    return outcome("\n".join(lines), changes)


def shown(text: str) -> str:
    """The text as a window can show it: paragraphs that are too long are parted."""
    return part(text).text


def _pieces(line: str) -> list[str]:
    pieces, start = [], 0
    while len(line) - start > LONGEST:
        end = _end(line, start)
        pieces.append(line[start:end].rstrip())
        start = end
    return [*pieces, line[start:]]


def _end(line: str, start: int) -> int:
    """Where the piece that begins at ``start`` ends best: in its second half, after a sentence if there is one."""
    middle, last = start + LONGEST // 2, start + LONGEST
    for pattern in (_ENDS, _BLANKS):
        ends = [match.end() for match in pattern.finditer(line, middle, last)]
        if ends:
            return ends[-1]
    while middle > start + 1 and (unicodedata.combining(line[middle]) or _JOINS in line[middle - 1 : middle + 1]):
        middle -= 1
    return middle
