"""Markdown read into blocks.

The tree that ``parse`` gives is walked here. A definition list is a header block: ``To`` and, on the next line,
``:   Director-General``. ``\\newpage`` on a line of its own breaks the page; ``{: .name}`` under a paragraph names
its style. What Markdown cannot say in a memo (raw HTML, pictures) is shown as typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

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
from briefer.memo.inline import Cite, Inline
from briefer.memo.inserts import Inserts, Prose, Verbatim
from briefer.memo.parse import parse, parse_prose
from briefer.memo.runs import joined
from briefer.text.escape import RESERVED


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
        text = (element.text or "").strip()
        if not len(element):
            if text == "\\newpage" and not self.prose:
                yield PageBreak()
                return
            if text.startswith("\ue000"):
                alone = self.inserts.split(text)
                if all(isinstance(part, Prose | Verbatim) or not str(part).strip() for part in alone):
                    for part in alone:
                        yield from self.insert(part)
                    return
        runs = self.runs(element)
        if runs:
            yield Paragraph(runs, style=element.get("class", ""))

    def insert(self, part: object) -> Iterator[Block]:
        if isinstance(part, Verbatim):
            yield Code(part.text)
        elif isinstance(part, Prose):
            yield from self.section(part)

    def section(self, prose: Prose) -> Iterator[Block]:
        root, inserts = parse_prose(RESERVED.sub("", prose.markdown))
        blocks = list(_Walk(inserts, self.cite, prose=True, lists=self.lists).blocks(root))
        levels = sorted({block.level for block in blocks if isinstance(block, Heading)})
        for block in blocks:
            if isinstance(block, Heading):  # under the template's own heading, without a level left out
                yield Heading(min(6, self.level + 1 + levels.index(block.level)), block.runs)
            else:
                yield block

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


def _item_parts(item: Element) -> Iterator[Element]:
    """What a list item holds, in order: its bare text as a paragraph, then paragraphs and lists."""
    inner = [child for child in item if child.tag in ("p", "ul", "ol", "blockquote", "table", "dl", "hr")]
    bare = Element("p")
    bare.text = item.text
    bare.extend(child for child in item if child not in inner)
    return iter([bare, *inner])


def _alignment(cell: Element) -> Alignment:
    align = cell.get("align")
    return "left" if align == "left" else "center" if align == "center" else "right" if align == "right" else ""
