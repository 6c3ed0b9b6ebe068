"""Markdown read into blocks.

The tree that ``parse`` gives is walked here. A definition list is a header block: ``To`` and, on the next line,
``:   Director-General``. ``\\newpage`` on a line of its own breaks the page; ``{: .name}`` under a paragraph names
its style. What Markdown cannot say in a memo (raw HTML, pictures) is shown as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

import msgspec

from briefer.memo.blocks import (
    Alignment,
    Block,
    Code,
    Field,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Quotation,
    Rule,
    Run,
    Runs,
    Table,
    block_runs,
)
from briefer.memo.dressing import dressed, with_ticks
from briefer.memo.inline import Cite, Inline
from briefer.memo.inserts import Edge, Inserts, Prose, Verbatim
from briefer.memo.parse import parse, parse_prose
from briefer.memo.runs import joined
from briefer.text.escape import RESERVED

_STYLE_ALONE = re.compile(r"\{:[^{}\n]*\}")
"""What is left of a paragraph with a style when its value is empty."""


class Slot(msgspec.Struct, frozen=True):
    """Where a section stands by itself, by its name.

    ``level`` is that of the template's heading above it, ``style`` what the template gives its paragraphs.
    """

    name: str
    level: int
    style: str = ""


class Parts(msgspec.Struct, frozen=True):
    """A rendered template: blocks, where sections stand, and the edges of generated parts if they were fenced in.

    ``within`` names sections whose words are in blocks.
    """

    parts: tuple[Block | Slot | Edge, ...]
    within: frozenset[str] = frozenset()


def read_parts(markdown: str, inserts: Inserts, cite: Cite) -> Parts:
    """The blocks of a rendered template, with a slot where the marker of a section is alone in a paragraph."""
    walk = _Walk(inserts, cite)
    parts = tuple(walk.parts(parse(markdown, inserts)))
    return Parts(parts, frozenset(walk.within))


def read_blocks(markdown: str, inserts: Inserts, cite: Cite) -> tuple[Block, ...]:
    """The blocks of a rendered template. A section stands where its marker is alone in a paragraph."""
    return tuple(_Walk(inserts, cite).blocks(parse(markdown, inserts)))


def read_prose(markdown: str, cite: Cite) -> tuple[Block, ...]:
    """The blocks of a section on its own: a line end inside a paragraph is a line break."""
    root, inserts = parse_prose(RESERVED.sub("", markdown))
    return tuple(_Walk(inserts, cite, prose=True).blocks(root))


class _Lists:
    """Numbers the lists of a memo."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> int:
        self.count += 1
        return self.count


class _Walk:
    """One walk over a tree; sections are walked by walks of their own that share the numbering of lists."""

    def __init__(self, inserts: Inserts, cite: Cite, *, prose: bool = False, lists: _Lists | None = None) -> None:
        self.inserts, self.cite, self.prose = inserts, cite, prose
        self.inline = Inline(inserts, cite, self.section, prose=prose)
        self.lists = lists or _Lists()
        self.level = 1
        self.within: set[str] = set()

    def parts(self, root: Element) -> Iterator[Block | Slot | Edge]:
        """The blocks, but of a section that stands by itself its slot; and the edges of generated parts."""
        for element in root:
            alone = self.alone(element) if element.tag == "p" else []
            for part in alone:
                if isinstance(part, Prose) and part.name and not part.ticks:
                    yield Slot(part.name, self.level, element.get("class", ""))
                elif isinstance(part, Edge):
                    yield part
                else:
                    yield from self.insert(part)
            if not alone:
                yield from self.block(element, 0)

    def blocks(self, root: Element) -> Iterator[Block]:
        for element in root:
            yield from self.block(element, 0)

    def block(self, element: Element, depth: int) -> Iterator[Block]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.level = int(element.tag[1])
                if runs := self.runs(element):
                    yield Heading(self.level, runs)
            case "p":
                yield from self.paragraph(element)
            case "ul" | "ol":
                yield from self.list_items(element, self.lists.next(), 0)
            case "blockquote":
                yield from self.quotation(element, depth)
            case "table":
                yield self.table(element)
            case "dl":
                yield from self.fields(element)
            case "hr":
                yield Rule()
            case _:
                yield Paragraph(self.runs(element))

    def quotation(self, element: Element, depth: int) -> Iterator[Block]:
        for child in element:
            if child.tag == "p":
                if runs := self.runs(child):
                    yield Quotation(runs)
            else:
                yield from self.block(child, depth + 1)

    def paragraph(self, element: Element) -> Iterator[Block]:
        said = "" if len(element) or self.prose else (element.text or "").strip()
        if said == "\\newpage":
            yield PageBreak()
            return
        if _STYLE_ALONE.fullmatch(said):
            return
        if alone := self.alone(element):
            style = element.get("class", "")
            for part in alone:
                yield from (dressed(block, style) for block in self.insert(part))
            return
        runs = self.runs(element)
        if runs:
            yield Paragraph(runs, style=element.get("class", ""))

    def alone(self, element: Element) -> list[Prose | Verbatim | Edge]:
        """The sections, code and edges that a paragraph consists of; none if there are words in it too."""
        text = (element.text or "").strip()
        if len(element) or not text.startswith("\ue000"):
            return []
        parts = self.inserts.split(text)
        found = [part for part in parts if isinstance(part, Prose | Verbatim | Edge)]
        return found if all(part in found or not str(part).strip() for part in parts) else []

    def insert(self, part: Prose | Verbatim | Edge) -> Iterator[Block]:
        match part:
            case Verbatim():
                yield Code(part.text)
            case Prose():
                yield from self.section(part)

    def section(self, prose: Prose) -> Iterator[Block]:
        self.within.add(prose.name)
        root, inserts = parse_prose(RESERVED.sub("", prose.markdown))
        blocks = list(_Walk(inserts, self.cite, prose=True, lists=self.lists).blocks(root))
        found = under_heading(blocks, self.level)
        yield from with_ticks(list(found), prose.ticks) if prose.ticks else found

    def list_items(self, element: Element, number: int, level: int) -> Iterator[Block]:
        ordered = element.tag == "ol"
        for item in element:
            first = True
            for part in _item_parts(item):
                if part.tag in ("ul", "ol"):
                    inner = number if part.tag == element.tag else self.lists.next()
                    yield from self.list_items(part, inner, level + 1)
                    continue
                for runs in self.item_runs(part):
                    yield ListItem(runs, number, ordered, level, first)
                    first = False

    def item_runs(self, part: Element) -> Iterator[Runs]:
        """The paragraphs of a list item; a quotation, a table or a section in it gives one for each of its own."""
        if part.tag == "blockquote":
            for child in part:
                yield from self.item_runs(child)
            return
        if part.tag in ("ul", "ol", "table", "dl"):
            for block in self.block(part, 0):
                yield from _lines_of(block)
            return
        for insert in self.inserts.split((part.text or "").strip()) if not len(part) else ():
            if isinstance(insert, Prose | Verbatim):
                for block in self.insert(insert):
                    yield from _lines_of(block)
                return
        if runs := self.runs(part):
            yield runs

    def fields(self, element: Element) -> Iterator[Block]:
        label = ""
        for child in element:
            if child.tag == "dt":
                label = "".join(run.text for run in self.runs(child)).rstrip(":")
            elif runs := self.runs(child):
                yield Field(label, runs)

    def table(self, element: Element) -> Table:
        rows = [list(row) for row in element.iter("tr")]
        header, body = rows[0], rows[1:]
        cells = [tuple(self.runs(cell) for cell in row) for row in body]
        alignments = tuple(_alignment(cell) for cell in header)
        filled = tuple(row for row in cells if any(row))
        return Table(tuple(self.runs(cell) for cell in header), filled, alignments)

    def runs(self, element: Element) -> Runs:
        return self.inline.runs(element)


def under_heading(blocks: Sequence[Block], level: int) -> Iterator[Block]:
    """The blocks of a section with its headings under the template's own of a level, none left out between them."""
    levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
    for block in blocks:
        if isinstance(block, Heading):
            yield Heading(min(6, level + 1 + levels.index(block.level)), block.runs)
        else:
            yield block


def _lines_of(block: Block) -> Iterator[Runs]:
    """A block as paragraphs of a list item: a row is a line with its cells parted by bars."""
    match block:
        case Table():
            for row in (block.header, *block.rows):
                yield joined(run for index, cell in enumerate(row) for run in ((_BAR, *cell) if index else cell))
        case Code():
            yield (Run(block.text, code=True),)
        case _:
            if runs := tuple(block_runs(block)):
                yield runs


_BAR = Run(" | ")


_ITEM_PARTS = frozenset(("p", "ul", "ol", "blockquote", "table", "dl", "hr", "h1", "h2", "h3", "h4", "h5", "h6"))


def _item_parts(item: Element) -> Iterator[Element]:
    """What a list item holds, in order: its bare text as a paragraph, then paragraphs and lists."""
    inner = [child for child in item if child.tag in _ITEM_PARTS]
    bare = Element("p")
    bare.text = item.text
    bare.extend(child for child in item if child not in inner)
    return iter([bare, *inner])


def _alignment(cell: Element) -> Alignment:
    align = cell.get("align")
    return "left" if align == "left" else "center" if align == "center" else "right" if align == "right" else ""
