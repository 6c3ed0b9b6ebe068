"""Word documents: what the body says, walked element by element, so that nothing in it is passed over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from briefer.errors import DataError
from briefer.office.names import w
from briefer.office.package import Package
from briefer.sources.article import Details
from briefer.sources.built import Built, described, lays_out, left_out, meant_author, meant_title
from briefer.sources.extracted import Extract
from briefer.sources.word.inline import Inline
from briefer.sources.word.styles import Styles

if TYPE_CHECKING:
    from lxml import etree

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_AROUND = frozenset(w(name) for name in "ins moveTo sdt sdtContent customXml smartTag body dir bdo comment".split())
_GONE = frozenset((w("del"), w("moveFrom")))
_MADE_BY_PROGRAMS = frozenset({"python-docx"})


def word_text(content: bytes) -> Extract:
    """The text of a .docx, .docm, .dotx or .dotm; DataError for what is none, or not safe to open."""
    package = Package.opened(content)
    body = package.tree(package.main).find(w("body"))
    if body is None:
        raise DataError("it is a Word document without a body", "open it in Word and save it anew")
    walk = _Walk(package)
    walk.blocks(body)
    text = walk.text()
    details, unsure = described(text, _details(package))
    return Extract(text, details, walk.told(), unsure)


class _Walk:
    """Goes through a document once, and counts what it leaves out."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._styles = Styles(package)
        self._built = Built()
        self._out: Counter[str] = Counter()
        self._inline = Inline(self._styles, self._out)
        self._carried = ""

    def blocks(self, container: etree._Element) -> None:
        """The paragraphs and tables in an element, in order."""
        for child in container:
            if child.tag == w("p"):
                self._paragraph(child)
            elif child.tag == w("tbl"):
                self._table(child)
            elif child.tag == w("altChunk"):
                self._out["chunk"] += 1
            elif child.tag in _GONE:
                self._out["deleted"] += 1
            elif child.tag == f"{_COMPATIBLE}AlternateContent":
                if (chosen := chosen_content(child)) is not None:
                    self.blocks(chosen)
            elif child.tag in _AROUND:
                self.blocks(child)

    def text(self) -> str:
        """The text, its notes at the end."""
        written = self._written_notes()
        told = 0
        while len(self._inline.notes) > told:  # a note may refer to another, and even to itself
            for key, number in list(self._inline.notes.items())[told:]:
                self._built.note(str(number), self._words(written.get(key)))
                told = number
        return self._built.text()

    def told(self) -> tuple[str, ...]:
        """What was left out."""
        return left_out(
            (
                (self._out["deleted"], "tracked deletion was", "tracked deletions were"),
                (self._out["hidden"], "piece of hidden text was", "pieces of hidden text were"),
                (self._out["comments"], "comment was", "comments were"),
                (self._out["chunk"], "piece of another file was", "pieces of other files were"),
                (bool(self._out["contents"]), "table of contents was", "tables of contents were"),
            )
        )

    def _paragraph(self, paragraph: etree._Element) -> None:
        text, boxes = self._inline.text(paragraph)
        text = self._carried + text
        self._carried = ""
        if paragraph.find(f"{w('pPr')}/{w('rPr')}/{w('del')}") is not None:
            self._carried = text
        elif self._styles.is_contents(paragraph):
            self._out["contents"] += 1
        else:
            self._add(paragraph, text)
        for box in boxes:
            self.blocks(box)

    def _add(self, paragraph: etree._Element, text: str) -> None:
        if not text.strip():
            return
        label = self._styles.label(paragraph)
        level = self._styles.level(paragraph)
        if level and len(text) < 400:
            self._built.heading(f"{label} {text}" if label not in (None, "") else text, level)
        elif label is not None:
            self._built.item(label, text)
        else:
            self._built.paragraph(text)

    def _table(self, table: etree._Element) -> None:
        rows = [list(_within(row, w("tc"))) for row in _within(table, w("tr")) if not self._is_deleted(row)]
        if all(len(row) <= 1 for row in rows) or any(map(_lays_out, chain.from_iterable(rows))):
            for cell in chain.from_iterable(rows):
                self.blocks(cell)
        else:
            self._built.table(map(self._cell, row) for row in rows)

    def _is_deleted(self, row: etree._Element) -> bool:
        gone = row.find(f"{w('trPr')}/{w('del')}") is not None
        self._out["deleted"] += gone
        return gone

    def _cell(self, cell: etree._Element) -> str:
        pieces: list[str] = []
        for paragraph in cell.iter(w("p")):
            if any(
                parent.tag in (w("txbxContent"), f"{_COMPATIBLE}Fallback") for parent in paragraph.iterancestors()
            ):
                continue
            text, boxes = self._inline.text(paragraph)
            if text.strip():
                label = self._styles.label(paragraph)
                pieces.append(text if label is None else f"{label or '-'} {text}")
            pieces.extend(self._inline.text(inner)[0] for box in boxes for inner in box.iter(w("p")))
        return " ".join(pieces)

    def _written_notes(self) -> dict[tuple[str, str], etree._Element]:
        """The notes by kind and id."""
        found: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            for part in self._package.related(self._package.main, f"/{kind}s"):
                if part in self._package:
                    for note in self._package.tree(part).findall(w(kind)):
                        found.setdefault((kind, note.get(w("id"), "")), note)
        return found

    def _words(self, note: etree._Element | None) -> str:
        paragraphs = () if note is None else note.iter(w("p"))
        return " ".join(self._inline.text(paragraph)[0].strip() for paragraph in paragraphs)


def chosen_content(alternatives: etree._Element) -> etree._Element | None:
    """Of content that is given in several ways for old and new programs, the newest; each says the same."""
    choice = alternatives.find(f"{_COMPATIBLE}Choice")
    return choice if choice is not None else alternatives.find(f"{_COMPATIBLE}Fallback")


def _within(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those in content controls; not those of tables inside."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _AROUND:
            yield from _within(child, tag)


def _lays_out(cell: etree._Element) -> bool:
    return lays_out("".join(text.text or "" for text in found.iter(w("t"))) for found in cell.findall(w("p")))


def _details(package: Package) -> Details:
    """Title, author and the day it was made, as the properties say."""
    for name in package.related("", "/core-properties"):
        if name not in package:
            continue
        core = package.tree(name)
        said = {key: core.findtext(key, "") or "" for key in (f"{_DC}title", f"{_DC}creator", f"{_TERMS}created")}
        if said[f"{_DC}creator"] in _MADE_BY_PROGRAMS:
            return Details(title=meant_title(said[f"{_DC}title"]))
        made = re.match(r"\d{4}-\d{2}-\d{2}", said[f"{_TERMS}created"])
        return Details(
            title=meant_title(said[f"{_DC}title"]),
            author=meant_author(said[f"{_DC}creator"]),
            published=made[0] if made else "",
        )
    return Details()
