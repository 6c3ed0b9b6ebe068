"""Portion marks in a house document: before its headings, paragraphs and rows, as in the memo of any template."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefer.house.held import is_blank
from briefer.house.styles import HouseStyles, style_of
from briefer.memo.blocks import Block
from briefer.memo.dressing import marked
from briefer.memo.inserts import Cited, Edge, Inserts, Words
from briefer.model.brief import Brief
from briefer.office.names import XML, w
from briefer.templates.portions import TITLE, Portions

if TYPE_CHECKING:
    from lxml import etree

_IN_TABLES = (w("tbl"), w("tr"))


def with_marked_title(brief: Brief, portions: Portions) -> Brief:
    """The brief for the text of a document: its subject has its mark before it, wherever a tag puts it."""
    mark, subject = portions.printed(TITLE), brief.header.get(TITLE, "")
    if not mark or not subject.strip():
        return brief
    return replace(brief, header={**brief.header, TITLE: f"({mark}) {subject}"})


class HouseMarks:
    """Marks the paragraphs of a part, met one after the other. Those of tables bear the mark of their row."""

    def __init__(self, portions: Portions, inserts: Inserts, styles: HouseStyles) -> None:
        self._portions, self._inserts, self._styles = portions, inserts, styles
        self._within: list[str] = []

    def section(self, paragraph: etree._Element, name: str, blocks: Iterable[Block]) -> list[Block]:
        """The blocks of a section with its mark, which the heading above its paragraph gets too."""
        mark = self._portions.printed(name)
        if not mark:
            return list(blocks)
        self._mark_heading(paragraph, mark)
        return [marked(block, mark) for block in blocks]

    def due(self, paragraph: etree._Element) -> str:
        """The mark that a paragraph bears once its tags are words. Edges of generated parts in it are crossed."""
        if not self._portions.marks:
            return ""
        within = list(self._within)
        for edge in self._edges(paragraph):
            if edge.name:
                within.append(edge.name)
                if mark := self._portions.printed(edge.name):
                    self._mark_heading(paragraph, mark)
                self._within.append(edge.name)
            elif self._within:
                self._within.pop()
        row = next(paragraph.iterancestors(w("tr")), None)
        if row is None:
            return self._portions.printed(*within, *self._named(paragraph))
        return self._of_row(row, within) if next(row.iter(w("p")), None) is paragraph else ""

    def _of_row(self, row: etree._Element, within: list[str]) -> str:
        named = self._named(row)
        table = row.getparent()
        is_head = table is not None and table.find(w("tr")) is row
        return self._portions.printed(*within, *named) if is_head or self._portions.printed(*named) else ""

    def _named(self, element: etree._Element) -> list[str]:
        """The entries that values in an element come from."""
        return [part.entry for part in self._parts(element) if isinstance(part, Words | Cited) and part.entry]

    def _edges(self, paragraph: etree._Element) -> list[Edge]:
        return [part for part in self._parts(paragraph) if isinstance(part, Edge)]

    def _parts(self, element: etree._Element) -> Iterator[object]:
        for text in element.iter(w("t")):
            yield from self._inserts.split(text.text or "")

    def _mark_heading(self, paragraph: etree._Element, mark: str) -> None:
        """Mark the heading right above a paragraph, or above the blank ones that tags have left."""
        above = paragraph.getprevious()
        while above is not None and above.tag == w("p") and self._says_nothing(above):
            above = above.getprevious()
        if above is not None and above.tag == w("p") and (self._styles.level(style_of(above)) or 0) >= 1:
            put_before(above, mark)

    def _says_nothing(self, paragraph: etree._Element) -> bool:
        return is_blank(paragraph) or all(
            isinstance(part, Edge) or not str(part).strip() for part in self._parts(paragraph)
        )


def without_edges_in_tables(root: etree._Element, inserts: Inserts) -> None:
    """Take edges away that stand between rows or cells, where there can be no paragraph."""
    for element in root.iter():
        if not element.tail or (parent := element.getparent()) is None or parent.tag not in _IN_TABLES:
            continue
        if all(isinstance(part, Edge) or not str(part).strip() for part in inserts.split(element.tail)):
            element.tail = None


def put_before(paragraph: etree._Element, mark: str) -> None:
    """Put a mark in brackets before the words of a paragraph, in their own format; nothing if it has no words."""
    from lxml import etree

    texts = (text for text in paragraph.iter(w("t")) if (text.text or "").strip())
    first = next((text for text in texts if next(text.iterancestors(w("p")), None) is paragraph), None)
    if first is None or (run := first.getparent()) is None:
        return
    made = etree.Element(w("r"))
    if (properties := run.find(w("rPr"))) is not None and run.getparent() is paragraph:
        made.append(copy.deepcopy(properties))
    words = etree.SubElement(made, w("t"))
    words.text = f"({mark}) "
    words.set(f"{{{XML}}}space", "preserve")
    place = run
    while (parent := place.getparent()) is not None and parent is not paragraph:
        place = parent
    place.addprevious(made)
