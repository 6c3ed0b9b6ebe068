"""The blocks of formatted text, gathered while it is read, and written as Markdown."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple, TypeAlias

from briefer.memo.literal import literal
from briefer.text.escape import RESERVED, xml_safe


class Style(NamedTuple):
    """How words stand in formatted text. ``kept``: with their line ends; ``marker``: the mark of Word's list item."""

    bold: bool = False
    italic: bool = False
    link: str = ""
    kept: bool = False
    hidden: bool = False
    marker: bool = False


_BLOCKS = frozenset(
    "p div section article header footer main aside nav address blockquote pre form fieldset figure figcaption dl dt "
    "dd "
    "table caption tr td th h1 h2 h3 h4 h5 h6 ul ol li body html center details summary".split()
)
_DEEPEST_LIST = 6
_SPACES = re.compile(r"[ \t\r\n\f]+")
_AROUND_LINE_ENDS = re.compile(r"[ \t]*\n[ \t]*")
_NUMBERED = re.compile(r"[(]?[\dA-Za-z]{1,4}[.)]")


class _Block(NamedTuple):
    text: str
    item: bool = False


class Blocks:
    """Takes words and the ends of elements; ``markdown`` gives what came of it."""

    def __init__(self) -> None:
        self._done: list[_Block] = []
        self._runs: list[tuple[str, Style]] = []
        self._lists: list[list[int]] = []  # of each open list the number of its last item; -1 for bullets
        self._item = ""  # what the next words begin an item with
        self._indent = ""
        self._heading = self._quotes = 0
        self._rows: list[list[str]] = []
        self._tables = 0
        self._level = 0  # of Word's list item at hand

    def words(self, text: str, style: Style) -> None:
        """Words in a style."""
        self._runs.append((text if style.kept else _SPACES.sub(" ", text), style))

    def line_end(self, style: Style) -> None:
        """A line end within a paragraph."""
        self._runs.append(("\n", style))

    def marker(self, text: str) -> None:
        """What Word writes before a list's item: a bullet or a number."""
        if self._level and text.strip():
            indent = "  " * (min(self._level, _DEEPEST_LIST) - 1)
            self._item = f"{indent}{'1.' if _NUMBERED.fullmatch(text.strip()) else '-'} "

    def begin(self, name: str, level: int) -> None:
        """The beginning of an element; ``level`` is that of Word's list item, 0 if it is none."""
        if name in _BLOCKS:
            self.end_block()
        match name:
            case "ul" | "ol":
                self._lists.append([0 if name == "ol" else -1])
            case "li":
                self._begin_item()
            case "blockquote":
                self._quotes += 1
            case "table":
                self._tables += 1
            case "tr" if self._tables == 1:
                self._rows.append([])
            case "td" | "th" if self._tables == 1 and self._rows:
                self._rows[-1].append("")
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._heading = int(name[1])
        if level:
            self._level = level

    def end(self, name: str) -> None:
        """The end of an element."""
        if name in _BLOCKS:
            self.end_block()
        match name:
            case "ul" | "ol" if self._lists:
                self._lists.pop()
                self._indent = ""
            case "li":
                self._item = self._indent = ""
            case "blockquote":
                self._quotes = max(0, self._quotes - 1)
            case "table":
                self._tables = max(0, self._tables - 1)
                if not self._tables:
                    self._end_table()
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._heading = 0
        if name in ("p", "div"):
            self._level = 0

    def end_block(self) -> None:
        """Nothing that follows belongs to the words so far."""
        text = _written(self._runs)
        self._runs.clear()
        if not text:
            return
        if self._tables and self._rows and self._rows[-1]:
            cell = " ".join(text.split("\n")).replace("|", "\\|")
            self._rows[-1][-1] = f"{self._rows[-1][-1]} {cell}".strip()
        elif self._item:
            self._indent = " " * len(self._item)
            self._done.append(_Block(self._item + text.replace("\n", f"\n{self._indent}"), item=True))
            self._item = ""
        elif self._lists and self._indent:
            self._done.append(_Block(self._indent + text.replace("\n", f"\n{self._indent}")))
        elif self._heading:
            self._done.append(_Block(f"{'#' * self._heading} {' '.join(text.split())}"))
        elif self._quotes:
            self._done.append(_Block("> " + text.replace("\n", "\n> ")))
        else:
            self._done.append(_Block(text))

    def markdown(self) -> str:
        """All of it."""
        self.end_block()
        if self._tables:
            self._end_table()
        written, before = "", None
        for block in self._done:
            if before is not None:
                written += "\n" if before.item and block.item else "\n\n"
            written += block.text
            before = block
        return RESERVED.sub("", xml_safe(written).replace("\ufffd", ""))

    def _begin_item(self) -> None:
        if not self._lists:
            self._lists.append([-1])
        number = self._lists[-1]
        if number[0] >= 0:
            number[0] += 1
        mark = f"{number[0]}." if number[0] >= 0 else "-"
        depth = min(len(self._lists), _DEEPEST_LIST) - 1
        self._item = f"{'   ' * depth}{mark} "

    def _end_table(self) -> None:
        rows = [row for row in self._rows if any(row)]
        self._rows = []
        width = max(map(len, rows), default=0)
        if width < 2 or len(rows) < 2:  # a frame for laying out a page, or a line of it
            self._done += [_Block(cell.replace("\\|", "|")) for row in rows for cell in row if cell]
            return
        lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in rows]
        lines.insert(1, f"|{' --- |' * width}")
        self._done.append(_Block("\n".join(lines)))


_Piece: TypeAlias = tuple[str, Style]


def _written(runs: list[_Piece]) -> str:
    """The words of one block with the marks of their styles."""
    return _marked(_tidied(runs), ("bold", "italic", "link"), "", "")


def _tidied(runs: list[_Piece]) -> list[_Piece]:
    """Neighbours of one style made one, and white space only where it parts words."""
    pieces: list[_Piece] = []
    for style, group in groupby(runs, key=lambda run: run[1]._replace(kept=False)):
        text = "".join(words for words, _ in group)
        if not any(each.kept for words, each in runs):
            text = _AROUND_LINE_ENDS.sub("\n", text)
        if not pieces or pieces[-1][0][-1:].isspace():
            text = text.lstrip(" ") if pieces else text.lstrip()
        if text:
            pieces.append((text, style))
    while pieces and not pieces[-1][0].strip():
        pieces.pop()
    if pieces:
        pieces[-1] = (pieces[-1][0].rstrip(), pieces[-1][1])
    return pieces


def _marked(pieces: list[_Piece], styles: tuple[str, ...], before: str, after: str) -> str:
    """Words with marks for these styles, the first outermost. ``before`` and ``after`` are the characters around."""
    if not styles:
        return "".join(literal(text, at_start=not before and not n) for n, (text, _) in enumerate(pieces))
    groups = [
        (value, list(group)) for value, group in groupby(pieces, key=lambda piece: getattr(piece[1], styles[0]))
    ]
    written = ""
    for index, (value, group) in enumerate(groups):
        left = groups[index - 1][1][-1][0][-1] if index else before
        right = groups[index + 1][1][0][0][0] if index + 1 < len(groups) else after
        if not value:
            written += _marked(group, styles[1:], left, right)
            continue
        lead, core, tail = _edges(group, left, right)
        inner = _marked(core, styles[1:], left or " ", right) if core else ""
        written += literal(lead, at_start=not left) + (_wrapped(inner, styles[0], value) if inner else "") + tail
    return written


def _wrapped(words: str, style: str, value: str) -> str:
    if style != "link":
        return f"**{words}**" if style == "bold" else f"*{words}*"
    if "\n" in words:
        return words
    return f"[{words.replace('[', '(').replace(']', ')')}]({value.replace('(', '%28').replace(')', '%29')})"


def _edges(group: list[_Piece], before: str, after: str) -> tuple[str, list[_Piece], str]:
    """The words that marks go around, and what outer white space and punctuation they cannot stand at."""
    text = "".join(words for words, _ in group)
    start, end = 0, len(text)
    while start < end and (text[start].isspace() or (before.isalnum() and not text[start].isalnum())):
        start += 1
    while start < end and (text[end - 1].isspace() or (after.isalnum() and not text[end - 1].isalnum())):
        end -= 1
    core, at = [], 0
    for words, style in group:
        inside = words[max(0, start - at) : max(0, end - at)]
        at += len(words)
        if inside:
            core.append((inside, style))
    return text[:start], core, literal(text[end:])
