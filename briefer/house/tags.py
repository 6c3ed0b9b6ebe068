"""Where each tag of a Word document stands: the paragraphs of all its parts as text, with their place in words.

Runs are joined, so that a tag that Word has split is whole. What was deleted while changes were tracked is left out,
and so is the second copy that Word keeps of each text box for old programs.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefer.house.scan import scan
from briefer.office.names import r, w
from briefer.office.package import ROOT, Package
from briefer.templates.recovery import closed_tags
from briefer.text.escape import RESERVED

if TYPE_CHECKING:
    from lxml import etree

    from briefer.templates.problems import Problem

_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SKIPPED = (f"{{{_COMPATIBILITY}}}Fallback", w("moveFrom"), w("del"), w("pPr"), w("rPr"))
_SPACES = {w("tab"): " ", w("br"): " ", w("cr"): " ", w("noBreakHyphen"): "-"}
_NOTES = {w("footnote"): "footnote", w("endnote"): "endnote", w("comment"): "comment"}
_SIDES = {"default": "", "first": "first-page ", "even": "even-page "}
_PROPERTIES = "document properties"
_CELL_TAGS = {"colspan": 1, "cellbg": 1, "vm": 0, "hm": 0}
"""Tags of docxtpl that act upon their cell, and how many values they have at least."""
_PREFIXES = ("p", "tr", "tc", "r")
_INSIDE = "\ue01f"
"""Stands in the text of a paragraph for one inside it."""


class Paragraph(NamedTuple):
    """A paragraph: its part in words, its number there from 1, the table and row it stands in (0: in none).

    ``words`` are what a reader sees of it; ``prefixes`` what its tags take out with them, as ``p`` or ``tr``;
    ``problems`` say which of its tags do not end as they begin.
    """

    part: str
    number: int
    words: str
    table: int = 0
    row: int = 0
    prefixes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    element: etree._Element | None = None


class Line(NamedTuple):
    """Text with tags as Jinja reads them: a paragraph, or what of it stands before or after a note or a text box."""

    text: str
    paragraph: Paragraph


def lines_of_parts(package: Package) -> Iterator[list[Line]]:
    """The lines of each part that is filled, in their order; notes stand where the text refers to them.

    The package is one into which notes were drawn. DataError for a part that is no sound XML.
    """
    for name, label in _named(package):
        yield list(_Reader(package.tree(name), label).lines())
    for name in properties_parts(package):
        yield _properties(package, name)


def _named(package: Package) -> Iterator[tuple[str, str]]:
    """The parts with words, the body first, and what people call them."""
    yield package.main, "body"
    links = package.relationships(package.main)
    called: dict[str, str] = {}
    for number, section in enumerate(package.tree(package.main).iter(w("sectPr")), 1):
        where = f" of section {number}" if number > 1 else ""
        for kind in ("header", "footer"):
            for reference in section.iter(w(f"{kind}Reference")):
                link = links.get(reference.get(r("id"), ""))
                side = _SIDES.get(reference.get(w("type"), "default"), "")
                if link and not link.external:
                    called.setdefault(link.target, f"{side}{kind}{where}")
    for link in dict.fromkeys(links.values()):
        kind = link.kind.rpartition("/")[2]
        if not link.external and kind in ("header", "footer", "comments"):
            yield link.target, called.get(link.target, kind.removesuffix("s"))


class _Reader:
    """Reads the paragraphs of one part."""

    def __init__(self, root: etree._Element, label: str) -> None:
        self.root, self.label = root, label
        self.tables = {table: number for number, table in enumerate(root.iter(w("tbl")), 1)}
        self.numbers: dict[etree._Element, int] = {}
        counted: dict[str, int] = {}
        for element in root.iter(w("p")):
            part = self.part_of(element)
            counted[part] = self.numbers[element] = counted.get(part, 0) + 1

    def lines(self) -> Iterator[Line]:
        for element in self.root.iter(w("p")):
            if next(element.iterancestors(w("p"), *_SKIPPED), None) is None:
                yield from self.lines_of(element)

    def lines_of(self, element: etree._Element) -> Iterator[Line]:
        """The lines of a paragraph and of those inside it."""
        inside: list[etree._Element] = []
        pieces = list(self.pieces(element, inside))
        words = " ".join("".join(text for text, is_shown in pieces if is_shown).split())
        in_cell = next(element.iterancestors(w("tc")), None) is not None
        text, prefixes, problems = _as_jinja("".join(text for text, _ in pieces), in_cell=in_cell)
        paragraph = Paragraph(
            self.part_of(element), self.numbers[element], words, *self.cell_of(element), prefixes, problems, element
        )
        for number, part in enumerate(text.split(_INSIDE)):
            if number:
                yield from self.lines_of(inside[number - 1])
            yield Line(part, paragraph)

    def part_of(self, element: etree._Element) -> str:
        """What people call the part, with the number of the note."""
        for note in element.iterancestors(*_NOTES):
            return f"{_NOTES[str(note.tag)]} {note.get(w('id'))}"
        return self.label

    def cell_of(self, element: etree._Element) -> tuple[int, int]:
        row = next(element.iterancestors(w("tr")), None)
        table = next(row.iterancestors(w("tbl")), None) if row is not None else None
        if row is None or table is None:
            return 0, 0
        return self.tables[table], 1 + sum(1 for _ in row.itersiblings(w("tr"), preceding=True))

    def pieces(self, element: etree._Element, inside: list[etree._Element]) -> Iterator[tuple[str, bool]]:
        """The text of a paragraph piece by piece, and whether a reader of it sees the piece."""
        for child in element:
            if child.tag == w("p"):
                inside.append(child)
                yield _INSIDE, False
                continue
            if child.tag in _SKIPPED:
                continue
            if child.tag == w("t"):
                yield RESERVED.sub("", child.text or ""), True
            elif child.tag == w("instrText"):
                yield RESERVED.sub("", child.text or ""), False
            elif child.tag in _SPACES:
                yield _SPACES[str(child.tag)], True
            for value in child.attrib.values():
                if "{{" in value or "{%" in value:
                    yield f" {RESERVED.sub('', str(value))} ", False
            yield from self.pieces(child, inside)


def properties_parts(package: Package) -> Iterator[str]:
    """The parts that hold title, subject and the like."""
    for link in package.relationships(ROOT).values():
        if not link.external and link.kind.endswith(("/core-properties", "/custom-properties")):
            yield link.target


def _properties(package: Package, name: str) -> list[Line]:
    found: list[Line] = []
    for element in package.tree(name).iter():
        value = RESERVED.sub("", element.text or "")
        if "{{" in value or "{%" in value:
            text, _, problems = _as_jinja(value, in_cell=False)
            found.append(Line(text, Paragraph(_PROPERTIES, 0, " ".join(value.split()), problems=problems)))
    return found


def _as_jinja(text: str, *, in_cell: bool) -> tuple[str, tuple[str, ...], tuple[Problem, ...]]:
    """The text of a paragraph on one line, with tags as Jinja reads them, and what is wrong with their ends."""
    text = text.replace("\n", " ").replace("\r", " ")
    if "{" not in text and "}" not in text:
        return text, (), ()
    problems: tuple[Problem, ...] = ()
    found, unclosed = scan(text)
    if unclosed:
        text, problems = closed_tags(text)
        found, unclosed = scan(text)
    pieces, prefixes, at = [], [], 0
    for tag in found:
        pieces += [text[at : tag.start], _cell_tag(tag.code, tag.words) if in_cell else tag.code]
        at = tag.end
        if tag.prefix in _PREFIXES and tag.mark != "{{":
            prefixes.append(tag.prefix)
    pieces.append("" if unclosed else text[at:])
    return "".join(pieces), tuple(prefixes), problems


def _cell_tag(code: str, words: list[str]) -> str:
    if code.startswith("{%") and words and _CELL_TAGS.get(words[0], 9) <= len(words) - 1:
        return f"{{{{ {' '.join(words[1:])} }}}}" if words[1:] else ""
    return code
