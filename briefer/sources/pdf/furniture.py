"""Running heads, running feet and page numbers of a PDF, told from the lines of its text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from briefer.sources.pdf.heads import Row, single_heads
from briefer.sources.pdf.lines import Line

_TOP = 0.14
_BOTTOM = 0.13
"""Shares of the page's height in which such lines stand."""
_NEAR_TEXT = 0.05
"""Share of the page's height, from the outermost line of all pages inwards, where pages are set far from its edge."""
_LEVEL = 3.0
"""Points by which their height may differ from page to page."""
_APART = 1.45
"""Font sizes between a running head and the text at least."""
_MOST = 4
"""Rows of a head or foot."""
_FAR = 1e6
_IS_NOTE = re.compile(r"\[?#.*[.)]$")
"""A footnote begins with a number too, but ends as a sentence does."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—|•\[(]{0,2} ?(?:(?:page|p\.?|seite|s\.|página|pagina) )?(?:#|[ivxlc]{1,7})"
    r"(?: ?(?:of|/|von|de|sur) ?#)? ?[-–—|•\])]{0,2}",
    re.IGNORECASE,
)


_PRINTED = re.compile(
    r"#[./-]#[./-]#,? #:#(?::#)?(?: ?[ap]\.?m\.?)?(?: .*)?|(?:https?://|file:/)\S+(?: #/#)?", re.IGNORECASE
)
"""What browsers print above and below a page: when and from where."""


class Page(NamedTuple):
    """The lines of a page that are still to be read, and its measures."""

    lines: list[Line]
    width: float
    height: float


def without_furniture(pages: list[Page]) -> tuple[list[Page], list[str]]:
    """The pages without heads, feet and page numbers, and each kind of what was taken, as it first stood.

    A line goes if it stands in the margin with nothing further out, and comes again at the same height on another
    page, numbers apart, or is a page number, or is set as heads are.
    """
    lines = [line.base for page in pages for line in page.lines]
    highest, lowest = max(lines, default=0.0), min(lines, default=0.0)
    edges = [(_rows(page, highest, top=True), _rows(page, lowest, top=False)) for page in pages]
    seen: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for number, sides in enumerate(edges):
        for rows, top in zip(sides, (True, False), strict=True):
            for row in rows:
                seen[top, row.words].append((number, row.lines[0].base))
    single = single_heads([page.lines for page in pages], [rows for rows, _ in edges])
    taken: dict[str, str] = {}
    kept: list[Page] = []
    for number, (page, sides) in enumerate(zip(pages, edges, strict=True)):
        gone: set[int] = set()
        told: dict[str, str] = {}
        for rows, top in zip(sides, (True, False), strict=True):
            outer: list[Row] = []
            for row in rows:
                if id(row) not in single and not _is_furniture(row, number, seen[top, row.words]):
                    break
                outer.append(row)
            for row in _apart(outer, page):
                gone.update(map(id, row.lines))
                told.setdefault(row.words, row.text)
        if left := [line for line in page.lines if id(line) not in gone]:
            taken |= {words: line for words, line in told.items() if words not in taken}
        kept.append(page._replace(lines=left or page.lines))
    return kept, [words for shape, words in taken.items() if not _NUMBER.fullmatch(shape)]


def _apart(outer: list[Row], page: Page) -> list[Row]:
    """Those of the outermost rows that stand apart from the text: its own first lines are no head."""
    while outer:
        last = outer[-1].lines[0]
        taken = {id(line) for row in outer for line in row.lines}
        nearest = min((abs(line.base - last.base) for line in page.lines if id(line) not in taken), default=_FAR)
        if nearest > _APART * last.size or _NUMBER.fullmatch(outer[-1].words):
            break
        outer = outer[:-1]
    return outer[:_MOST]


def _is_furniture(row: Row, page: int, places: list[tuple[int, float]]) -> bool:
    if _NUMBER.fullmatch(row.words) or _PRINTED.fullmatch(row.words):
        return True
    if _IS_NOTE.match(row.words):
        return False
    base = row.lines[0].base
    again = any(other != page and abs(base - height) <= _LEVEL for other, height in places)
    return again and any(letter.isalpha() for letter in row.words)


def _rows(page: Page, outermost: float, *, top: bool) -> list[Row]:
    """The rows in the upper or the lower margin, from the outermost inwards."""
    near = _NEAR_TEXT * page.height
    if top:
        lines = [line for line in page.lines if line.base > min((1 - _TOP) * page.height, outermost - near)]
    else:
        lines = [line for line in page.lines if line.base < max(_BOTTOM * page.height, outermost + near)]
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base if top else line.base):
        if rows and abs(rows[-1][0].base - line.base) <= 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    made = [sorted(row, key=lambda line: line.left) for row in rows]
    return [Row(row, _DIGITS.sub("#", " ".join(line.text for line in row)).casefold()) for row in made]
