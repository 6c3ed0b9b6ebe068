"""A filled document read back into a memo: for the preview, for Markdown and for HTML.

The words, their order and their notes are those of the Word file; how its pages look stays Word's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from briefer.house.marks import ENTRY
from briefer.house.styles import HouseStyles, style_of
from briefer.memo.blocks import (
    Block,
    Code,
    Facts,
    Heading,
    ListItem,
    Memo,
    Note,
    PageBreak,
    Paragraph,
    Quotation,
    Run,
    Runs,
    Table,
)
from briefer.memo.runs import joined
from briefer.office.names import r, w
from briefer.office.package import Package

if TYPE_CHECKING:
    from lxml import etree

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SKIPPED = (f"{{{_MC}}}Fallback", w("pPr"), w("rPr"), w("del"), w("moveFrom"), w("instrText"), w("sdtPr"))
_SPACES = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_LINKS = ("http://", "https://", "mailto:")
_DEEPEST = 6


def read_back(package: Package, facts: Facts) -> Memo:
    """The memo that a filled document is. ``facts`` are those that the brief gave it."""
    return _Reader(package).memo(facts)


Trail: TypeAlias = list[tuple[Any, str]]
"""The words of a block piece by piece, each with its element (lxml); None for what stands between cells."""


def trails(package: Package) -> list[Trail]:
    """Of each block that ``read_back`` gives, where its words stand in the document."""
    return _Reader(package).trails()


class _Reader:
    """Reads one document."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = HouseStyles(package)
        self._numbering = _Numbering(package)
        self._notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            for part in package.related(package.main, f"/{kind}s"):
                self._notes |= {(kind, note.get(w("id"), "")): note for note in package.tree(part).iter(w(kind))}
        self._numbers: dict[tuple[str, str], int] = {}
        self._bookmarks: dict[str, int] = {}
        self._field: list[str] = []
        self._trail: Trail = []

    def memo(self, facts: Facts) -> Memo:
        blocks = tuple(self._all())
        notes = []
        for kind, ident in list(self._numbers):
            note = self._notes.get((kind, ident))
            paragraphs = [self._runs(p) for p in note.iter(w("p"))] if note is not None else []
            notes.append(Note(tuple(runs for runs in paragraphs if runs)))
        return Memo(facts, tuple(blocks[at] for at in _kept(blocks)), tuple(notes))

    def trails(self) -> list[Trail]:
        blocks: list[Block] = []
        found: list[Trail] = []
        for block in self._all():
            blocks.append(block)
            found.append(self._trail)
            self._trail = []
        return [found[at] for at in _kept(blocks)]

    def _all(self) -> Iterator[Block]:
        body = self._package.tree(self._package.main).find(w("body"))
        yield from self._blocks(body) if body is not None else ()

    def _blocks(self, story: etree._Element) -> Iterator[Block]:
        for child in story:
            if child.tag == w("p"):
                yield from self._paragraph(child)
            elif child.tag == w("tbl"):
                yield from self._table(child)
            elif child.tag == w("sdt"):
                content = child.find(w("sdtContent"))
                yield from self._blocks(content) if content is not None else ()

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        if _breaks(paragraph):
            yield PageBreak()
        for box in _boxes(paragraph):
            yield from self._blocks(box)
        runs = self._runs(paragraph)
        if not runs:
            return
        style = style_of(paragraph) or self._styles.default
        level = self._styles.level(style)
        listed = self._numbering.of(paragraph, self._styles.numbering(style))
        if level is not None:
            yield Heading(min(level + 1, _DEEPEST), tuple(_plain(run) for run in runs))
        elif listed is not None:
            number, depth, ordered = listed
            yield ListItem(runs, number, ordered, depth)
        elif self._styles.does("Quote", style):
            yield Quotation(runs)
        elif self._styles.does("SourceCode", style):
            yield Code("".join(run.text for run in runs))
        else:
            yield Paragraph(runs)

    def _table(self, table: etree._Element) -> Iterator[Block]:
        before = len(self._trail)
        rows = [
            [self._cell(cell) for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr")), None) is row]
            for row in table.iter(w("tr"))
            if next(row.iterancestors(w("tbl")), None) is table
        ]
        width = max(map(len, rows), default=0)
        if not width:
            return
        if width == 1:  # a frame around words, not a table
            del self._trail[before:]
            for cell in table.iter(w("tc")):
                if next(cell.iterancestors(w("tbl")), None) is table:
                    yield from self._blocks(cell)
            return
        even = [(*row, *[()] * (width - len(row))) for row in rows]
        headed = len(even) > 1 and _is_head(table)
        yield Table(even[0], tuple(even[1:])) if headed else Table(((),) * width, tuple(even))

    def _cell(self, cell: etree._Element) -> Runs:
        lines: list[Run] = []
        for paragraph in cell.iter(w("p")):
            before = len(self._trail)
            runs = self._runs(paragraph)
            if lines and runs:
                lines.append(Run("\n"))
                self._trail.insert(before, (None, "\n"))
            lines += runs
        return tuple(lines)

    def _runs(self, paragraph: etree._Element) -> Runs:
        return joined(self._inline(paragraph, ""))

    def _inline(self, element: etree._Element, link: str) -> Iterator[Run]:
        for child in element:
            if child.tag in _SKIPPED or child.tag == w("p"):
                continue
            if child.tag == w("r"):
                yield from self._run(child, link)
            elif child.tag == w("hyperlink"):
                known = self._package.relationships(self._package.main).get(child.get(r("id"), ""))
                target = known.target if known and known.target.startswith(_LINKS) else ""
                yield from self._inline(child, target)
            elif child.tag == w("bookmarkStart"):
                self._bookmarks[child.get(w("name"), "")] = len(self._numbers) + 1
            else:
                yield from self._inline(child, link)

    def _run(self, run: etree._Element, link: str) -> Iterator[Run]:
        bold, italic = (_is_on(run, name) for name in ("b", "i"))
        for child in run:
            if child.tag in (w("fldChar"), w("instrText")):
                yield from self._in_field(child)
            elif self._field and self._field[-1].startswith("NOTEREF"):
                continue
            elif child.tag in (w("footnoteReference"), w("endnoteReference")):
                kind = "footnote" if child.tag == w("footnoteReference") else "endnote"
                key = kind, child.get(w("id"), "")
                yield Run(note=self._numbers.setdefault(key, len(self._numbers) + 1))
            elif child.tag == w("t") or child.tag in _SPACES:
                text = child.text or "" if child.tag == w("t") else _SPACES[str(child.tag)]
                self._trail.append((child, text))
                yield Run(text, bold=bold, italic=italic, link=link, entry=run.get(ENTRY, ""))

    def _in_field(self, mark: etree._Element) -> Iterator[Run]:
        """A field that refers to a note is the note again; of others, what they show counts."""
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self._field.append("")
        elif not self._field:
            return
        elif mark.tag == w("instrText"):
            self._field[-1] = (self._field[-1] + (mark.text or "")).lstrip()
        elif kind == "end":
            words = self._field.pop().split()
            if words[:1] == ["NOTEREF"] and words[1] in self._bookmarks:
                yield Run(note=self._bookmarks[words[1]])


class _Numbering:
    """Which list a paragraph belongs to, and whether that is numbered."""

    def __init__(self, package: Package) -> None:
        part = next(package.related(package.main, "/numbering"), "")
        root = package.tree(part) if part else None
        self._abstract: dict[str, str] = {}
        self._bulleted: set[tuple[str, int]] = set()
        self._seen: dict[str, int] = {}
        for num in root.iter(w("num")) if root is not None else ():
            found = num.find(w("abstractNumId"))
            self._abstract[num.get(w("numId"), "")] = found.get(w("val"), "") if found is not None else ""
        for level in root.iter(w("lvl")) if root is not None else ():
            form, parent = level.find(w("numFmt")), level.getparent()
            if form is not None and parent is not None and form.get(w("val")) in ("bullet", "none"):
                key = parent.get(w("abstractNumId"), ""), int(level.get(w("ilvl"), "0"))
                self._bulleted.add(key)

    def of(self, paragraph: etree._Element, of_style: tuple[str, int] | None) -> tuple[int, int, bool] | None:
        """The number of the paragraph's list from 1, its depth, whether it is numbered; None outside lists."""
        own = paragraph.find(f"{w('pPr')}/{w('numPr')}")
        ident, depth = of_style or ("", 0)
        if own is not None:
            number, level = own.find(w("numId")), own.find(w("ilvl"))
            ident = number.get(w("val"), "") if number is not None else ident
            depth = int(level.get(w("val"), "0")) if level is not None else depth
        if ident not in self._abstract:
            return None
        known = self._seen.setdefault(ident, len(self._seen) + 1)
        return known, depth, (self._abstract[ident], depth) not in self._bulleted


def _plain(run: Run) -> Run:
    return Run(run.text, note=run.note, entry=run.entry)


def _is_on(run: etree._Element, name: str) -> bool:
    found = run.find(f"{w('rPr')}/{w(name)}")
    return found is not None and found.get(w("val"), "1") not in ("0", "false", "off")


def _breaks(paragraph: etree._Element) -> bool:
    """Whether a page ends before a paragraph, or in it."""
    before = paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}")
    if before is not None and before.get(w("val"), "1") not in ("0", "false", "off"):
        return True
    return any(mark.get(w("type")) == "page" for mark in paragraph.iter(w("br")))


def _boxes(paragraph: etree._Element) -> list[etree._Element]:
    """The text boxes that hang on a paragraph; of the two copies that Word keeps, the newer."""
    skipped = f"{{{_MC}}}Fallback"
    return [
        box
        for box in paragraph.iter(w("txbxContent"))
        if next(box.iterancestors(skipped), None) is None and next(box.iterancestors(w("p")), None) is paragraph
    ]


def _is_head(table: etree._Element) -> bool:
    """Whether a table's first row is its head: it says so, or there is nothing under it that does."""
    look = table.find(f"{w('tblPr')}/{w('tblLook')}")
    marked = next(table.iter(w("tblHeader")), None) is not None
    return marked or look is None or look.get(w("firstRow"), "1") in ("1", "true", "on")


def _kept(blocks: Sequence[Block]) -> list[int]:
    """Which of the blocks count: no page breaks at the ends or after each other."""
    kept: list[int] = []
    for at, block in enumerate(blocks):
        if not (isinstance(block, PageBreak) and (not kept or isinstance(blocks[kept[-1]], PageBreak))):
            kept.append(at)
    while kept and isinstance(blocks[kept[-1]], PageBreak):
        kept.pop()
    return kept
