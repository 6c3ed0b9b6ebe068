"""Marks put into the Markdown of a section, and taken off, as a person asks for bold, lists and links.

All positions are code points. Each function gives the section changed, and the selection or caret in it; where
nothing can be changed it gives back what it got.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from briefer.memo.lines import begins_table
from briefer.text.spans import Span

BOLD, ITALIC = 2, 1
"""How many asterisks they take."""

_LEAD = re.compile(r"[ \t]*(?:(?:>[ ]?)+)?(?:#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+)?")
_BULLET = re.compile(r"([ \t]*)([-*+])([ \t]+)")
_NUMBER = re.compile(r"([ \t]*)(\d{1,9})([.)])([ \t]+)")
_WORD = re.compile(r"[\w’'-]+")
_LINK = re.compile(r"\[((?:[^\[\]\\\n]|\\.)*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_SCHEME = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@<>:/]+@[^\s@<>:/]+\.[^\s@<>:/]+")
_HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)+(?:[:/?#]\S*)?")


class Edited(NamedTuple):
    """A section after an edit, and what is selected in it (the caret alone if both are equal)."""

    markdown: str
    start: int
    end: int


class Link(NamedTuple):
    """``[words](address)`` from ``start`` to ``end``."""

    start: int
    end: int
    words: str
    address: str


Change: TypeAlias = Callable[[str, int, int], Edited]


def toggle_emphasis(markdown: str, start: int, end: int, marks: int) -> Edited:
    """``BOLD`` or ``ITALIC`` for the selection, or for the word at the caret; off if all of it is so already.

    Emphasis does not reach over line ends: each line gets its own, after the marks of a list or a heading. At a
    caret without a word the marks are put there with the caret between, and taken off again if nothing came.
    """
    spans = _stretches(markdown, start, end)
    if not spans:
        return _empty_emphasis(markdown, start, marks)
    around = [_around(markdown, span) for span in spans]
    takes_off = all(count & marks for count in around)
    moves: list[tuple[int, int, str]] = []
    for (begin, last), count in zip(spans, around, strict=True):
        if takes_off:
            moves += [(begin - marks, begin, ""), (last, last + marks, "")]
        elif not count & marks:
            moves += [(begin, begin, "*" * marks), (last, last, "*" * marks)]
    if start != end:
        return _moved(markdown, start, end, moves)
    edited = _moved(markdown, *spans[0], moves)
    caret = edited.start + start - spans[0][0]  # within the marks, so that what is typed next has them too
    return Edited(edited.markdown, caret, caret)


def toggle_list(markdown: str, start: int, end: int) -> Edited:
    """The lines of the selection as items of a list with bullets; as plain lines if all of them are items."""
    lines = [span for span in _lines(markdown, start, end) if markdown[slice(*span)].strip()]
    if not lines:
        at = markdown.rfind("\n", 0, start) + 1
        return _moved(markdown, start, end, [(at, at, "- ")])
    items = [_BULLET.match(markdown, *span) for span in lines]
    if all(items):
        return _moved(markdown, start, end, [(found.start(2), found.end(), "") for found in items if found])
    moves: list[tuple[int, int, str]] = []
    for (begin, last), bullet in zip(lines, items, strict=True):
        if bullet:
            continue
        number = _NUMBER.match(markdown, begin, last)
        moves.append((number.start(2), number.end(), "- ") if number else (begin, begin, "- "))
    return _moved(markdown, start, end, moves)


def break_line(markdown: str, start: int, end: int) -> Edited:
    """A line end in place of the selection. An item of a list is followed by another; an empty one ends its list.

    Behind the last row of a table a paragraph of its own begins, for a line that followed would be one more row.
    """
    begin = markdown.rfind("\n", 0, start) + 1
    if start == end and _is_behind_table(markdown, start):
        return _replaced(markdown, start, end, "\n\n")
    mark = _BULLET.match(markdown, begin) or _NUMBER.match(markdown, begin)
    if mark is None or mark.end() > start:
        return break_plainly(markdown, start, end)
    if not markdown[mark.end() :].partition("\n")[0].strip() and start == end:
        return _replaced(markdown, begin, mark.end(), "")
    following = f"{mark[1]}{int(mark[2]) + 1}{mark[3]}{mark[4]}" if mark.re is _NUMBER else mark[0]
    return _replaced(markdown, start, end, f"\n{following}")


def break_plainly(markdown: str, start: int, end: int) -> Edited:
    """A line end in place of the selection, and nothing more."""
    return _replaced(markdown, start, end, "\n")


def link_at(markdown: str, start: int, end: int) -> Link | None:
    """The link that holds the selection or the caret, if there is one."""
    begin = markdown.rfind("\n", 0, start) + 1
    last = markdown.find("\n", end)
    for found in _LINK.finditer(markdown, begin, last if last >= 0 else len(markdown)):
        if found.start() <= start and end <= found.end():
            return Link(found.start(), found.end(), found[1], found[2])
    return None


def set_link(markdown: str, start: int, end: int, address: str) -> Edited:
    """The link at the selection with another address, or without one if it is empty; else the words made a link.

    Without a selection these are the word at the caret, and where there is none the address itself.
    """
    known = link_at(markdown, start, end)
    if known is not None:
        written = f"[{known.words}]({address})" if address else known.words
        return _replaced(markdown, known.start, known.end, written)
    if not address:
        return Edited(markdown, start, end)
    if start == end:
        start, end = word_at(markdown, start) or (start, end)
    words = markdown[start:end].strip("\n")
    if "\n" in words:
        return Edited(markdown, start, end)
    shown = words.strip() or address.removeprefix("mailto:")
    lead, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :] if words.strip() else ""
    return _replaced(markdown, start, end, f"{lead}[{shown}]({address}){tail}")


def web_address(typed: str) -> str:
    """What was typed as an address that a memo makes a link of; empty if it is none."""
    address = typed.strip()
    if _MAIL.fullmatch(address):
        address = f"mailto:{address}"
    elif _HOST.fullmatch(address):
        address = f"https://{address}"
    if not _SCHEME.fullmatch(address):
        return ""
    return address.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")


def word_at(markdown: str, position: int) -> Span | None:
    """The word that a position stands in or at."""
    begin = markdown.rfind("\n", 0, position) + 1
    for found in _WORD.finditer(markdown, begin):
        if found.start() > position:
            return None
        if position <= found.end():
            return found.span()
    return None


def _stretches(markdown: str, start: int, end: int) -> list[Span]:
    """What of each line is to be emphasised: without its outer marks, white space, and asterisks."""
    if start == end:
        word = word_at(markdown, start)
        return [word] if word else []
    spans: list[Span] = []
    for begin, last in _lines(markdown, start, end):
        lead = _LEAD.match(markdown, begin, last)
        first = max(start, lead.end() if lead else begin)
        final = min(end, last)
        while first < final and markdown[first] in " \t*":
            first += 1
        while first < final and markdown[final - 1] in " \t*":
            final -= 1
        if first < final:
            spans.append((first, final))
    return spans


def _around(markdown: str, span: Span) -> int:
    """How many asterisks stand on both sides of a stretch, as far as they mean anything: 0 to 3."""
    before = len(markdown[: span[0]]) - len(markdown[: span[0]].rstrip("*"))
    after = len(markdown[span[1] :]) - len(markdown[span[1] :].lstrip("*"))
    return min(before, after, BOLD | ITALIC)


def _empty_emphasis(markdown: str, at: int, marks: int) -> Edited:
    both = "*" * marks
    if markdown[:at].endswith(both) and markdown[at:].startswith(both):
        return Edited(markdown[: at - marks] + markdown[at + marks :], at - marks, at - marks)
    return Edited(markdown[:at] + both + both + markdown[at:], at + marks, at + marks)


def _lines(markdown: str, start: int, end: int) -> list[Span]:
    """The lines that a selection touches; not one that it only ends before."""
    spans: list[Span] = []
    begin = markdown.rfind("\n", 0, start) + 1
    while begin <= len(markdown) and (begin < end or not spans):
        last = markdown.find("\n", begin)
        last = len(markdown) if last < 0 else last
        spans.append((begin, last))
        begin = last + 1
    return spans


def _is_behind_table(markdown: str, at: int) -> bool:
    """Whether a position is the end of a table's last row."""
    rest = markdown[at:].split("\n", 2)
    if rest[0].strip() or (len(rest) > 1 and rest[1].strip()):
        return False
    lines = markdown[markdown.rfind("\n\n", 0, at) + 1 : at].split("\n")
    return any(begins_table(lines, index) for index in range(len(lines) - 2))


def _replaced(markdown: str, start: int, end: int, words: str) -> Edited:
    at = start + len(words)
    return Edited(markdown[:start] + words + markdown[end:], at, at)


def _moved(markdown: str, start: int, end: int, moves: list[tuple[int, int, str]]) -> Edited:
    """The section with all replacements made, which are in order, and the selection around the same words."""
    written: list[str] = []
    at, places = 0, [start, end]
    for begin, last, words in moves:
        written += [markdown[at:begin], words]
        at = last
        for index, place in enumerate((start, end)):
            # What comes in at the selection's start stands before it, what comes in at its end behind it.
            if place > begin or (place == begin and (index == 0 or start == end) and words):
                places[index] += len(words) - (min(place, last) - begin)
    return Edited("".join(written) + markdown[at:], places[0], max(places))
