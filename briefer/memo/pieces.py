"""A section's Markdown in the pieces that people change one by one: paragraphs, items of lists, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from briefer.memo.lines import begins_table

Form: TypeAlias = Literal["paragraph", "item", "head", "row", "table"]
"""A head is the first row of a table with the line under it; a table is one that is taken as a whole."""

_ITEM = re.compile(r"(?P<indent>[ ]{0,3})(?:[-*+]|(?P<number>\d{1,9})[.)])[ ]+\S")
_NUMBER = re.compile(r"\A[ ]{0,3}\d{1,9}(?=[.)])")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]*){3,}|(?:\*[ ]*){3,})")
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_ENDS_LIST = re.compile(r"#{1,6}[ ]")
_CELL_PARTS = re.compile(r"\\.|(?P<ticks>`++).*?(?P=ticks)|(?P<bar>\|)|[^\\`|]+|.", re.DOTALL)


class Piece(NamedTuple):
    """A piece without the line ends around it. The number of an item in an ordered list is 1 wherever it stands."""

    form: Form
    text: str


def pieces(markdown: str, *, rows: bool = True) -> list[Piece]:
    """The pieces of a section in their order, which hold all its words. Without ``rows`` tables are left whole."""
    lines = markdown.split("\n")
    found: list[Piece] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        form = _form(lines, at, found)
        end = _end(lines, at, form)
        part = lines[at:end]
        if form == "item":
            found.append(Piece("item", _NUMBER.sub("1", "\n".join(part).rstrip())))
        elif form == "table" and rows:
            found.append(Piece("head", "\n".join(part[:2])))
            found += [Piece("row", line) for line in part[2:]]
        else:
            found.append(Piece(form, "\n".join(part)))
        at = end
    return found


def joined(found: Iterable[Piece]) -> str:
    """The Markdown of pieces; items of ordered lists are numbered as they come."""
    written: list[str] = []
    before: Form | None = None
    number = 0
    for form, text in found:
        ordered = form == "item" and _NUMBER.match(text)
        number = number + 1 if ordered else 0
        written.append("" if before is None else "\n" if form == "row" or before == form == "item" else "\n\n")
        written.append(_NUMBER.sub(str(number), text) if ordered else text)
        before = form
    return "".join(written)


def cells(row: str) -> list[str]:
    """The cells of a table's row as they are written; bars that are protected or in code part none."""
    made = [""]
    for part in _CELL_PARTS.finditer(row.strip()):
        if part["bar"]:
            made.append("")
        else:
            made[-1] += part[0]
    if len(made) > 1 and not made[0].strip():
        del made[0]
    if len(made) > 1 and not made[-1].strip():
        del made[-1]
    return [cell.strip() for cell in made]


def _form(lines: list[str], at: int, found: list[Piece]) -> Form:
    if begins_table(lines, at):
        return "table"
    item = _item(lines[at])
    if item is None:
        return "paragraph"
    in_ordered = bool(found) and found[-1].form == "item" and _NUMBER.match(found[-1].text)
    return "item" if item["number"] in (None, "1") or in_ordered else "paragraph"


def _item(line: str) -> re.Match[str] | None:
    return None if _RULE.fullmatch(line) else _ITEM.match(line)


def _end(lines: list[str], at: int, form: Form) -> int:
    """Where the piece that begins at a line ends: the number of the line after it."""
    if form == "item":
        return _end_of_item(lines, at)
    fence = _FENCE.match(lines[at])
    if fence is not None:
        closing = (n for n in range(at + 1, len(lines)) if lines[n].strip().startswith(fence[1]))
        return next(closing, len(lines) - 1) + 1
    end = at + (2 if form == "table" else 1)
    while end < len(lines) and lines[end].strip() and (form == "table" or not _interrupts(lines, end)):
        end += 1
    return end


def _end_of_item(lines: list[str], at: int) -> int:
    item = _item(lines[at])
    assert item is not None
    deep = len(item["indent"]) + 2
    end = at + 1
    while end < len(lines):
        line = lines[end]
        indent = len(line) - len(line.lstrip(" "))
        after_gap = not lines[end - 1].strip()
        if line.strip() and indent < deep:
            if after_gap or _item(line) or _ENDS_LIST.match(line) or _RULE.fullmatch(line):
                break
            if begins_table(lines, end) or _FENCE.match(line):
                break
        end += 1
    while end > at + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _interrupts(lines: list[str], at: int) -> bool:
    """Whether a line ends the paragraph that it follows directly."""
    item = _item(lines[at])
    return (
        (item is not None and item["number"] in (None, "1"))
        or begins_table(lines, at)
        or _FENCE.match(lines[at]) is not None
    )
