"""Markdown read into blocks.

The tree that ``parse`` gives is walked here. A definition list is a header block: ``To`` and, on the next line,
``:   Director-General``. ``\\newpage`` on a line of its own breaks the page; ``{: .name}`` under a paragraph names
its style. What Markdown cannot say in a memo (raw HTML, pictures) is shown as typed.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import TypeAlias
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
from briefer.memo.inserts import Cited, Inserts, Prose, Verbatim, Words
from briefer.memo.parse import parse, unescaped
from briefer.memo.runs import joined
from briefer.text.escape import xml_safe

Cite: TypeAlias = Callable[[str], tuple[int, ...] | None]
"""From an id in ``[@ID]`` to the numbers of its notes; None for an id that there is not."""

_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\x00-\x1f]+", re.IGNORECASE)
_LINE_END = re.compile(r"[ ]*\n[ ]*")
_DEEPEST = 60
"""Levels of nesting that are followed; deeper text is shown flat."""


def read_blocks(markdown: str, inserts: Inserts, cite: Cite) -> tuple[Block, ...]:
    """The blocks of a rendered template. A section stands where its marker is alone in a paragraph."""
    return tuple(_Walk(inserts, cite).blocks(markdown))


def read_prose(markdown: str, cite: Cite) -> tuple[Block, ...]:
    """The blocks of a section on its own: a line end inside a paragraph is a line break."""
    return tuple(_Walk(Inserts(), cite, prose=True).blocks(markdown))


class _Style(msgspec.Struct, frozen=True):
    """The format that the text at hand is in."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str = ""

    def run(self, text: str, entry: str = "") -> Run:
        return Run(text, self.bold, self.italic, self.code, self.link, entry=entry)


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
        self.lists = lists or _Lists()
        self.level = 1

    def blocks(self, markdown: str) -> Iterator[Block]:
        for element in parse(markdown, self.inserts):
            yield from self.block(element, 0)

    def block(self, element: Element, depth: int) -> Iterator[Block]:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self.level = int(element.tag[1])
                yield Heading(self.level, self.runs(element))
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
                yield Quotation(self.runs(child))
            elif depth < _DEEPEST:
                yield from self.block(child, depth + 1)

    def paragraph(self, element: Element) -> Iterator[Block]:
        text = (element.text or "").strip()
        if not len(element):
            if text == "\\newpage":
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
        blocks = list(_Walk(Inserts(), self.cite, prose=True, lists=self.lists).blocks(prose.markdown))
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
                if part.tag in ("ul", "ol") and level < _DEEPEST:
                    inner = number if part.tag == element.tag else self.lists.next()
                    yield from self.list_items(part, inner, level + 1)
                    continue
                for runs in self.item_runs(part):
                    yield ListItem(runs, number, ordered, level, first)
                    first = False

    def item_runs(self, paragraph: Element) -> Iterator[Runs]:
        """The paragraphs of a list item; a section in it gives one for each of its own."""
        for part in self.inserts.split((paragraph.text or "").strip()) if not len(paragraph) else ():
            if isinstance(part, Prose):
                for block in self.section(part):
                    if runs := tuple(block_runs(block)):
                        yield runs
                return
        if runs := self.runs(paragraph):
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
        return joined(self.inline(element, _Style(), 0))

    def inline(self, element: Element, style: _Style, depth: int) -> Iterator[Run]:
        if element.text:
            yield from self.text(element.text, style)
        for child in element:
            yield from self.inline_child(child, style, depth)
            if child.tail:
                yield from self.text(child.tail, style)

    def inline_child(self, child: Element, style: _Style, depth: int) -> Iterator[Run]:
        match child.tag:
            case "strong":
                style = msgspec.structs.replace(style, bold=True)
            case "em":
                style = msgspec.structs.replace(style, italic=True)
            case "code":
                style = msgspec.structs.replace(style, code=True)
            case "a":
                style = msgspec.structs.replace(style, link=self.link(child))
            case "br":
                yield style.run("\n")
                return
            case "cite":
                yield from self.citation(child.get("ids", ""), style)
                return
        if depth < _DEEPEST:
            yield from self.inline(child, style, depth + 1)
        else:
            yield from self.text("".join(child.itertext()), style)

    def link(self, element: Element) -> str:
        address = self.inserts.plain(unescaped(html.unescape(element.get("href", "")))).strip()
        return xml_safe(address) if _LINK.fullmatch(address) else ""

    def citation(self, typed: str, style: _Style) -> Iterator[Run]:
        unknown: list[str] = []
        for ident in re.findall(r"@(\w+)", typed):
            notes = () if ident == "own" else self.cite(ident)
            if notes is None:
                unknown.append(f"@{ident}")
            else:
                yield from (Run(note=note, entry=ident) for note in notes)
        if unknown:
            yield style.run(f"[{'; '.join(unknown)}]")

    def text(self, text: str, style: _Style) -> Iterator[Run]:
        for part in self.inserts.split(text):
            match part:
                case str():
                    shown = part if style.code else unescaped(html.unescape(part))
                    yield style.run(xml_safe(_LINE_END.sub("\n" if self.prose else " ", shown)))
                case Words():
                    yield style.run(part.text, part.entry)
                case Cited():
                    yield from (Run(note=note, entry=part.entry) for note in part.notes)
                case Prose():
                    lines = [tuple(block_runs(block)) for block in self.section(part)]
                    for index, runs in enumerate(runs for runs in lines if runs):
                        if index:
                            yield style.run("\n")
                        yield from runs
                case Verbatim():
                    yield style.run(part.text)


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
