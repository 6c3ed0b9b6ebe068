"""Running heads that stand on one page only, or change from page to page: told by where and how they are set."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefer.sources.pdf.lines import Line
from briefer.text.clean.lines import byline, dated

_SMALL, _LARGE = 0.93, 1.12
"""Shares of the size of text at which type is smaller, or larger."""
_WORDS = 8
_ABOVE = 1.4
"""Sizes of text by which small type stands above the text of all pages at least."""
_PARTED = 1.8
"""Font sizes between a head in the size of text and what is below it at least."""
_OVER_TITLE = 2.2
"""Font sizes of a title that its page's head stands above it at least."""
_LEVEL = 3.0
"""Points by which heads may differ in height from page to page."""
_ENDS = re.compile(r"[.!?…:;,]['\"”’»)\]]*$")
_PAGE = re.compile(r"(?:page|seite|página|pagina|pg?\.|s\.) ?\d+(?: ?(?:of|/|von|de|di|sur) ?\d+)?", re.IGNORECASE)


class Row(NamedTuple):
    """The pieces of lines at one height, and their words in small letters, with "#" for each number."""

    lines: list[Line]
    words: str

    @property
    def text(self) -> str:
        """The words of the row as they stand."""
        return " ".join(line.text for line in self.lines)


def single_heads(pages: Sequence[Sequence[Line]], tops: Sequence[Sequence[Row]]) -> set[int]:
    """The ids of rows that are heads, of those in the upper margin of each page, the outermost first."""
    letters: Counter[float] = Counter()
    for line in (line for page in pages for line in page):
        letters[round(line.size * 2) / 2] += len(line.text)
    if not letters:
        return set()
    size = letters.most_common(1)[0][0]
    highest = max((line.base for page in pages for line in page if line.size > _SMALL * size), default=0.0)
    found = {id(rows[0]) for rows in tops[:1] if rows and _is_over_title(rows[0], pages[0], size)}
    small = (row for rows in tops[1:] for row in rows if row.lines[0].base > highest + _ABOVE * size)
    found.update(id(row) for row in small if _is_head(row) and all(one.size <= _SMALL * size for one in row.lines))
    found.update(id(row) for rows in tops for row in rows[:1] if _is_numbered(row))
    return found | _level(pages[1:], tops[1:], size)


def _is_head(row: Row) -> bool:
    few = len(row.text.split()) <= _WORDS and any(map(str.isalpha, row.text))
    return few and not _ENDS.search(row.text) and not byline(row.text) and not dated(row.text)


def _is_numbered(row: Row) -> bool:
    """Whether a row holds the number of the page, named as such, and a few words apart from it."""
    return len(row.lines) > 1 and any(_PAGE.fullmatch(line.text) for line in row.lines) and _is_head(row)


def _is_over_title(row: Row, page: Sequence[Line], size: float) -> bool:
    """Whether a row is the head of a first page, far above the title of it, in type no larger than the text."""
    top = row.lines[0]
    if top.size > (2 - _SMALL) * size or not _is_head(row):
        return False
    below = [line for line in page if line.base < min(one.base for one in row.lines) - 1]
    if not below:
        return False
    title = max(below, key=lambda line: line.base)
    return title.size >= _LARGE * size and top.base - title.base >= _OVER_TITLE * title.size


def _level(pages: Sequence[Sequence[Line]], tops: Sequence[Sequence[Row]], size: float) -> set[int]:
    """The outermost rows, if all pages have such at one height: in the size of text, and well apart from it.

    Under one of them a sentence goes on: sections that begin at the top of their pages have none.
    """
    heads = [rows[0] for rows in tops if rows]
    if len(heads) < max(2, len(pages)):
        return set()
    base = heads[0].lines[0].base
    below = [
        max(
            (line for line in page if line.base < row.lines[0].base - 1),
            key=lambda line: (line.base, -line.left),
            default=None,
        )
        for page, row in zip(pages, heads, strict=True)
    ]
    alike = all(
        _is_head(row)
        and abs(row.lines[0].base - base) <= _LEVEL
        and row.lines[0].size <= size * (2 - _SMALL)
        and line is not None
        and row.lines[0].base - line.base >= _PARTED * size
        for row, line in zip(heads, below, strict=True)
    )
    goes_on = any(line is not None and line.text[:1].islower() for line in below)
    return set(map(id, heads)) if alike and goes_on else set()
