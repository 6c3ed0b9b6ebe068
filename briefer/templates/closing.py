"""Where a loop or a condition that is never closed was meant to end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefer.templates.tags import Tag

_PARTS = re.compile(r"\n(?=[ \t]*\n|#|\Z)|\Z")
"""Ends of paragraphs, and the line before a heading."""
_BLANK = re.compile(r"(?:[ \t]*\n)+")
_LOOPS = re.compile(r"\{%[-+]?\s*for\s+([\w, ]+?)\s+in\b")


class Close(NamedTuple):
    """A place in the body for an end tag; on a line of its own after it, or there. ``sure`` if it may be offered."""

    at: int
    own_line: bool
    sure: bool


def closing(body: str, tag: Tag, name: str, blocks: Sequence[tuple[int, int]], after: int) -> Close:
    """Where the tag of a name ends: with its paragraph, and with the last that names what it loops over.

    ``blocks`` says from where to where others reach, which are not cut apart. It is not before ``after``.
    """
    line = body.rfind("\n", 0, tag.start) + 1
    end = body.find("\n", tag.end)
    end = len(body) if end < 0 else end
    if (body[line : tag.start] + body[tag.end : end]).strip():
        at = _outside(end, tag.start, blocks, body)
        return Close(max(at, after), own_line=False, sure=at == end and not body[line:end].lstrip().startswith("|"))
    begun = min(end + 1, len(body))
    blank = _BLANK.match(body, begun)
    at = _outside(_part_end(body, blank.end() if blank else begun), tag.start, blocks, body)
    loop = _LOOPS.match(tag.text)
    named = re.compile(r"\{[{%][^{}]*\b(?:" + "|".join(re.findall(r"\w+", loop[1])) + r")\b") if loop else None
    while named and at < len(body) and not body.startswith("#", at + 1):
        blank = _BLANK.match(body, at + 1)
        more = _part_end(body, blank.end() if blank else at + 1)
        if more <= at or body.startswith("#", blank.end() if blank else at + 1) or not named.search(body, at, more):
            break
        at = _outside(more, tag.start, blocks, body)
    return Close(max(at, after), own_line=True, sure=name != "block" or at == len(body))


def _part_end(body: str, at: int) -> int:
    """Where the words of the paragraph end that begins there."""
    found = _PARTS.search(body, at)
    return found.start() if found else len(body)


def _outside(at: int, start: int, blocks: Sequence[tuple[int, int]], body: str) -> int:
    """``at``, or the end of the line on which the last block ends that reaches over it and begins after ``start``."""
    for first, last in sorted(blocks):
        if start < first < at < last:
            end = body.find("\n", last)
            at = len(body) if end < 0 else end
    return at
