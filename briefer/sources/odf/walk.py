"""The body of an OpenDocument text, walked element by element."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from briefer.sources.built import Built, lays_out
from briefer.sources.odf.names import DRAW, OFFICE, TABLE, TEXT
from briefer.sources.odf.styles import Styles, whole

if TYPE_CHECKING:
    from lxml import etree

_CONTENTS = frozenset(
    TEXT + name
    for name in "table-of-content illustration-index table-index object-index user-index alphabetical-index".split()
)
_AROUND = frozenset(
    (
        *(
            TEXT + name
            for name in "section index-body numbered-paragraph bibliography index-title page-sequence".split()
        ),
        OFFICE + "text",
        DRAW + "text-box",
        TEXT + "list-header",
    )
)
_UNSPOKEN = frozenset(
    (
        *(TEXT + name for name in "ruby-text hidden-text note-citation sequence-decls variable-decls".split()),
        OFFICE + "annotation-end",
        OFFICE + "forms",
        DRAW + "image",
    )
)
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 200


class Walk:
    """Goes through a document once, and counts what it leaves out."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._built = Built()
        self._out: Counter[str] = Counter()
        self._notes: list[etree._Element] = []
        self._counters: dict[str, dict[int, int]] = {}
        self._lists: list[str] = []
        self._boxes: list[etree._Element] = []

    def blocks(self, container: etree._Element, label: str | None = None) -> None:
        """The paragraphs, lists and tables in an element; ``label`` is that of the list item it is."""
        for child in container:
            tag = str(child.tag)
            if tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(child, label)
                label = None
            elif tag == TEXT + "list":
                self._list(child)
            elif tag == TABLE + "table":
                self._table(child)
            elif tag in _CONTENTS:
                self._out["contents"] += 1
            elif tag == TEXT + "tracked-changes":
                self._out["deleted"] += sum(1 for _ in child.iter(TEXT + "deletion"))
            elif tag == DRAW + "frame":
                self._frame(child)
            elif tag == TEXT + "section" and child.get(TEXT + "display") == "none":
                self._out["hidden"] += 1
            elif tag in _AROUND:
                self.blocks(child)

    def text(self) -> str:
        """The text, its notes at the end."""
        for number, note in enumerate(self._notes, 1):
            own = (each for each in note.iter(TEXT + "p") if next(each.iterancestors(TEXT + "note")) is note)
            words = [self._words(paragraph) for paragraph in own]
            self._built.note(str(number), " ".join(words))
        return self._built.text()

    def counts(self) -> list[tuple[int, str, str]]:
        """What was left out: how many, and what it is called."""
        return [
            (self._out["deleted"], "tracked deletion was", "tracked deletions were"),
            (self._out["hidden"], "piece of hidden text was", "pieces of hidden text were"),
            (self._out["comments"], "comment was", "comments were"),
            (self._out["contents"], "table of contents was", "tables of contents were"),
        ]

    def _paragraph(self, paragraph: etree._Element, label: str | None) -> None:
        boxes, self._boxes = self._boxes, []
        words = self._words(paragraph)
        style = paragraph.get(TEXT + "style-name", "")
        level = self._styles.level(style)
        if paragraph.tag == TEXT + "h":
            level = whole(paragraph.get(TEXT + "outline-level", "1"), 1)
        if self._styles.is_hidden(style):
            self._out["hidden"] += bool(words.strip())
        elif level:
            self._built.heading(words, level)
        elif label is not None:
            self._built.item(label, words)
        else:
            self._built.paragraph(words)
        boxes, self._boxes = self._boxes, boxes
        for box in boxes:
            self._frame(box)

    def _frame(self, frame: etree._Element) -> None:
        for box in frame.iter(DRAW + "text-box"):
            if not any(parent.tag == DRAW + "text-box" for parent in box.iterancestors() if parent is not frame):
                self.blocks(box)

    def _list(self, element: etree._Element) -> None:
        """A list; one without a name has that of the list around it."""
        name = element.get(TEXT + "style-name", "") or (self._lists[-1] if self._lists else "")
        self._lists.append(name)
        depth = len(self._lists)
        counters = self._counters.setdefault(name, {})
        goes_on = element.get(TEXT + "continue-numbering") == "true" or element.get(TEXT + "continue-list")
        if not goes_on:
            counters.pop(depth, None)
        for item in element:
            if item.tag == TEXT + "list-item":
                self._item(item, name, counters, depth)
            elif item.tag == TEXT + "list-header":
                self.blocks(item)
        self._lists.pop()

    def _item(self, item: etree._Element, name: str, counters: dict[int, int], depth: int) -> None:
        label = None
        if any(child.tag in (TEXT + "p", TEXT + "h") for child in item):
            following = counters.get(depth, self._styles.start(name, depth) - 1) + 1
            counters[depth] = whole(item.get(TEXT + "start-value", ""), following)
            for deeper in [each for each in counters if each > depth]:
                del counters[deeper]
            label = self._styles.number(name, counters, depth)
        self.blocks(item, label)

    def _table(self, table: etree._Element) -> None:
        rows = [
            [cell for cell in row if cell.tag in (TABLE + "table-cell", TABLE + "covered-table-cell")]
            for row in table.iter(TABLE + "table-row")
            if next(row.iterancestors(TABLE + "table"), None) is table
        ]
        if all(len(row) <= 1 for row in rows) or any(map(_lays_out, chain.from_iterable(rows))):
            for cell in chain.from_iterable(rows):
                self.blocks(cell)
        else:
            self._built.table(map(self._cell, row) for row in rows)

    def _cell(self, cell: etree._Element) -> str:
        return " ".join(self._words(paragraph) for paragraph in cell.iter(TEXT + "p", TEXT + "h"))

    def _words(self, element: etree._Element) -> str:
        pieces: list[str] = []
        self._inline(element, pieces)
        return "".join(pieces)

    def _inline(self, element: etree._Element, pieces: list[str]) -> None:
        _say(element.text, pieces)
        for child in element:
            tag = str(child.tag)
            if tag == TEXT + "s":
                pieces.append(" " * min(whole(child.get(TEXT + "c", "1"), 1), _MOST_SPACES))
            elif tag == TEXT + "tab":
                pieces.append("\t")
            elif tag == TEXT + "line-break":
                pieces.append("\n")
            elif tag == TEXT + "note":
                self._notes.append(child)
                pieces.append(f"[{len(self._notes)}]")
            elif tag == OFFICE + "annotation":
                self._out["comments"] += 1
            elif tag == DRAW + "frame":
                self._boxes.append(child)
            elif self._styles.is_hidden(child.get(TEXT + "style-name", "")):
                self._out["hidden"] += 1
            elif tag not in _UNSPOKEN:
                self._inline(child, pieces)
            _say(child.tail, pieces)


def _say(text: str | None, pieces: list[str]) -> None:
    """Text between elements: several blanks count as one, as the format has it."""
    if text:
        blank = bool(pieces) and pieces[-1].endswith(" ") and text[0] in " \t\r\n"
        said = _BLANKS.sub(" ", text)
        pieces.append(said[1:] if blank else said)


def _lays_out(cell: etree._Element) -> bool:
    return lays_out("".join(map(str, paragraph.itertext())) for paragraph in cell.findall(TEXT + "p"))
