"""The lines of a text as Python-Markdown wants them, where it wants them otherwise than people type them.

CommonMark is followed where a memo can hold what it says: a list or a table may follow a line of text directly, a
nested item may be indented by two spaces or more, ``#word`` is no heading, a backslash ends a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

INDENT = 4
"""Spaces that Python-Markdown takes for one level."""
DEEPEST = 12
"""Levels of lists, and of quotations, that are told apart; what is deeper stays at the deepest."""

_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<mark>[-*+]|(?P<number>\d{1,9})[.)])(?P<text>[ ]+\S.*)")
_RULE = re.compile(r"[ ]{0,3}(?:-[ ]*){3,}|[ ]{0,3}(?:\*[ ]*){3,}")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)[ ]*")
"""Under text it makes a heading of it, but not of a quotation."""
_HEADING_INDENT = re.compile(r"\A[ ]{1,3}(?=#{1,6}[ ]+\S)")
_PARTS = re.compile(rf"#{{1,6}}[ ]|(?:{_RULE.pattern})\Z")
"""A line that ends a list, whatever is before it: a heading or a rule."""
_BARE_MARK = re.compile(r"[ ]*(?:[-*+]|\d{1,9}[.)])[ ]*")
_NO_HEADING = re.compile(r"\A([ ]{0,3})(#{1,6}(?![#\s])|#{7,}|#{1,6}\s*\Z)")
_DELIMITER_ROW = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_DEEP = re.compile(rf"(?:[ ]*(?:>|(?:[-*+]|\d{{1,9}}[.)])(?=[ ]))[ ]?){{{DEEPEST}}}(?=[ ]*(?:>|[-*+][ ]|\d))")
_QUOTE = re.compile(r">[ ]?")
_BLANK = re.compile(r"^((?:>[ ]?)*)[ \t]+$", re.MULTILINE)
"""A line that parts paragraphs though something invisible is in it."""
_BROKEN = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")
_LONE = re.compile(r"(?<!\\)(?:\\\\)*\\(?=\n\n|\Z)")
"""The last backslash of a paragraph, which protects nothing; unprotected itself it would hide a heading."""


def prepared(text: str) -> list[str]:
    """The lines of ``text``, which has no fenced code any more, ready for Python-Markdown."""
    text = _BLANK.sub(r"\1", text)  # first: a line with nothing but a backslash is a line break
    if "\\" in text:
        text = _LONE.sub(r"\g<0>\\", text)
        text = _BROKEN.sub(r"\1  \n", text)
    lines = text.replace("\t", " " * INDENT).split("\n")
    return _prepared([_not_too_deep(line) for line in lines])


def _prepared(lines: Iterable[str]) -> list[str]:
    done: list[str] = []
    after_quotation = False
    for quoted, group in groupby(lines, lambda line: line.startswith(">")):
        part = list(group)
        if quoted:
            if done and done[-1].strip():
                done.append("")
            done += [f"> {line}" for line in _prepared(_QUOTE.sub("", line, count=1) for line in part)]
        else:
            if after_quotation and (_ITEM.fullmatch(part[0]) or _UNDERLINE.fullmatch(part[0])):
                done.append("")
            done += _lists_apart(list(_tables_apart([_no_heading(line) for line in part])))
        after_quotation = quoted
    return done


def _not_too_deep(line: str) -> str:
    """The line with the marks that would lead too deep shown as typed."""
    deep = _DEEP.match(line)
    if deep is None or _RULE.fullmatch(line):
        return line
    return f"{line[: deep.end()]}\\{line[deep.end() :].lstrip(' ')}"


def _no_heading(line: str) -> str:
    return _NO_HEADING.sub(r"\1\\\2", _HEADING_INDENT.sub("", line, count=1)) if "#" in line else line


def _tables_apart(lines: list[str]) -> Iterator[str]:
    """The lines with an empty one before a table that follows text directly."""
    for index, line in enumerate(lines):
        follows_text = index > 0 and bool(lines[index - 1].strip())
        if follows_text and begins_table(lines, index):
            yield ""
        yield line


def begins_table(lines: list[str], index: int) -> bool:
    """Whether a table begins with a line: its head, over the line that makes a table of it."""
    return "|" in lines[index] and _is_delimiter_row(lines, index + 1) and not _is_delimiter_row(lines, index)


def _is_delimiter_row(lines: list[str], index: int) -> bool:
    line = lines[index] if index < len(lines) else ""
    return "|" in line and "-" in line and bool(_DELIMITER_ROW.fullmatch(line))


def _lists_apart(lines: list[str]) -> Iterator[str]:
    """An empty line before an item after text or after an item of the other kind, and four spaces a level.

    A number other than 1 opens no list: it is shown as typed.
    """
    open_items: list[int] = []  # the indents of the items that the line at hand is in
    before, ordered_before = "", False
    for line in lines:
        item = None if _RULE.fullmatch(line) else _ITEM.fullmatch(line)
        indent = len(line) - len(line.lstrip(" "))
        if item and not open_items and (indent >= INDENT or item["number"] not in (None, "1")):
            yield line.replace(item["mark"], item["mark"][:-1] + "\\" + item["mark"][-1], 1)
        elif item:
            depth = len(open_items)
            _enter(open_items, indent)
            ordered = item["number"] is not None
            other_kind = ordered != ordered_before and len(open_items) <= depth
            if before.strip() and (other_kind or not _ITEM.fullmatch(before)):
                yield ""
            ordered_before = ordered
            mark = f"{item['number']}." if ordered else item["mark"]
            yield " " * INDENT * (len(open_items) - 1) + mark + item["text"]
        elif open_items and _PARTS.match(line):
            open_items.clear()
            yield from ("", line)
        elif open_items and _BARE_MARK.fullmatch(line):
            yield ""  # an item without words
        elif open_items and line.strip() and before.strip():
            yield line.strip()
        elif open_items and line.strip() and indent:
            while len(open_items) > 1 and indent < open_items[-1] + 2:
                open_items.pop()
            yield " " * INDENT * len(open_items) + line[indent:]
        else:
            if line.strip():
                open_items.clear()
            yield line
        before = line


def _enter(open_items: list[int], indent: int) -> None:
    """Go to the level of an item with this indent: deeper if it stands two spaces or more to the right."""
    while open_items and indent < open_items[-1]:
        open_items.pop()
    if not open_items or (indent >= open_items[-1] + 2 and len(open_items) < DEEPEST):
        open_items.append(indent)
    elif indent < open_items[-1] + 2:
        open_items[-1] = indent
