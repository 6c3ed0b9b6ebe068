"""One edit of a source's text, and what becomes of the anchors and headings in it.

This runs for every key that is pressed in a source: an anchor that the edit does not touch keeps its strings, and
one that stands before it is the same object as before.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from briefer.model.anchor import CONTEXT, Anchor, anchor_at
from briefer.model.source import SourceHeading
from briefer.text.spans import shifted
from briefer.text.unchanged import common_prefix, common_suffix


class Splice(NamedTuple):
    """``removed`` code points at ``at`` make room for ``inserted``."""

    at: int
    removed: int
    inserted: str

    def applied(self, text: str) -> str:
        """The text after it."""
        return text[: self.at] + self.inserted + text[self.at + self.removed :]


def splice(text: str, start: int, end: int, replacement: str) -> Splice | None:
    """The edit that replaces ``text[start:end]`` and leaves an NFC text in NFC; None if it changes nothing.

    Where the replacement composes with its neighbours (an accent typed after its letter), these are replaced too.
    """
    if text[start:end] == replacement:
        return None
    # Nothing composes with an ASCII character that follows it, so that the text can be cut before one.
    low, high = start, end
    while low > 0 and (low == start or not text[low].isascii()):
        low -= 1
    while high < len(text) and not text[high].isascii():
        high += 1
    window = text[low:start] + replacement + text[end:high]
    if unicodedata.is_normalized("NFC", window):
        return Splice(start, end - start, replacement)
    window, old = unicodedata.normalize("NFC", window), text[low:high]
    if window == old:
        return None
    head = min(common_prefix(old, window), start - low)
    tail = min(common_suffix(old[head:], window[head:]), high - end)
    return Splice(low + head, high - tail - low - head, window[head : len(window) - tail])


def shifter(edit: Splice, text: str) -> Callable[[Anchor], Anchor]:
    """The function that gives an anchor its place after an edit; ``text`` is the text after it."""
    at, removed, inserted = edit.at, edit.removed, len(edit.inserted)
    stop, by = at + removed, inserted - removed

    def shift(anchor: Anchor) -> Anchor:
        start, end = anchor.start, anchor.end
        if end + CONTEXT <= at:
            return anchor
        if stop <= start - CONTEXT:
            return msgspec.structs.replace(anchor, start=start + by, end=end + by)
        start, end = shifted(start, end, at, removed, inserted)
        if text[start:end].strip():
            fresh = anchor_at(anchor.source, text, start, end, anchor.stance)
        else:
            fresh = msgspec.structs.replace(anchor, start=start, end=start)
        return anchor if fresh == anchor else fresh

    return shift


def headings_after(headings: Iterable[SourceHeading], edit: Splice, text: str) -> Iterator[SourceHeading]:
    """The headings after an edit; ``text`` is the text after it.

    A heading is a whole line. It takes in what is typed at its ends; one that is emptied, or that the edit joined to
    other words, is no heading any more.
    """
    at, stop, by = edit.at, edit.at + edit.removed, len(edit.inserted) - edit.removed
    for heading in headings:
        if heading.end < at:
            yield heading
        elif heading.start > stop:
            yield msgspec.structs.replace(heading, start=heading.start + by, end=heading.end + by)
        elif (span := _heading_line(heading, edit, text)) is not None:
            yield SourceHeading(*span, heading.level)


def _heading_line(heading: SourceHeading, edit: Splice, text: str) -> tuple[int, int] | None:
    start, end = shifted(heading.start, heading.end, edit.at, edit.removed, len(edit.inserted))
    if start == end:
        return None
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    typed_start, typed_end = edit.at, edit.at + len(edit.inserted)
    grew_before = line_start == start or typed_start <= line_start <= start <= typed_end
    grew_after = line_end <= end or typed_start <= end <= line_end <= typed_end
    if not grew_before or not grew_after or not text[line_start:line_end].strip():
        return None
    return line_start, line_end
