"""What the body writer makes is taken into a house document: its styles, its lists, its relationships."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.house.comments import number_marks
from briefer.house.lists import HouseLists
from briefer.house.marks import ENTRY
from briefer.house.styles import HouseStyles, style_of
from briefer.memo.blocks import Block, Note, Run
from briefer.office.names import R, W, r, w
from briefer.office.package import Package
from briefer.office.xml import parse, remove
from briefer.render.word.body import BodyWriter
from briefer.render.word.comments import MarkedRuns
from briefer.render.word.links import Links
from briefer.render.word.notes import NoNotes, TextNotes
from briefer.render.word.runs import RunWriter

if TYPE_CHECKING:
    from lxml import etree

_STYLED = (w("pStyle"), w("rStyle"), w("tblStyle"))
_BOOKMARKS = 1_000_000
"""What the numbers of our bookmarks begin above until all are numbered anew."""
_OF_PLACE = frozenset(w(name) for name in "pageBreakBefore bidi jc".split())
"""Settings of a paragraph of a section that go before those of the paragraph that it stands in."""
_FONT = frozenset(w(name) for name in "rFonts sz szCs lang color".split())
"""What all words of a section take from the tag that they stand for; only plain paragraphs take the rest."""


class Adopter:
    """Writes blocks and runs in the house's own way. ``blocks`` are all that refer to notes, in order.

    Comments that begin and end among the runs count from ``comments_from``.
    """

    def __init__(
        self, package: Package, part: str, styles: HouseStyles, blocks: Sequence[Block], *, comments_from: int = 0
    ) -> None:
        self._package, self._part, self._styles = package, part, styles
        self._lists = HouseLists(package, styles)
        self._links = Links()
        self._notes = TextNotes(blocks)
        self._writer = MarkedRuns(self._links, self._notes)
        self._comments_from = comments_from

    def write_section(self, paragraph: etree._Element, blocks: Sequence[Block], level: int, width: int) -> None:
        """Put blocks in the place of a paragraph; ``level`` is that of the heading above, ``width`` the column's."""
        xml = BodyWriter(self._writer, self._lists.lists, width).xml(blocks)
        made = self._adopted(xml, level)
        if made and self._is_gap(made[-1]) and self._is_heading(paragraph.getnext()):
            made.pop()
        for element in made:
            if element.tag == w("p"):
                self._like(element, paragraph)
            paragraph.addprevious(element)
        remove(paragraph)

    def write_item(self, item: etree._Element, runs: Sequence[Run]) -> None:
        """Write runs in the place of a piece of text, or of a run that refers to a note."""
        if item.tag == w("t"):
            item.text = "".join(run.text for run in runs)
            return
        run = item.getparent()
        assert run is not None, "a reference stands in a run"
        properties = run.find(w("rPr"))
        for made in self._adopted(self._writer.xml(runs), 1):
            if properties is not None and made.find(f".//{w('footnoteReference')}") is None:
                _take_properties(made, properties, whole=True)
            run.addprevious(made)
        remove(run)

    def finish(self, notes: Sequence[Note]) -> None:
        """Put each note into its reference, and write what the package keeps elsewhere."""
        links = Links()
        made = parse(self._notes.part(notes, RunWriter(links, NoNotes())).encode())
        written = {note.get(w("id")): note for note in made.iter(w("footnote"))}
        root = self._package.tree(self._part)
        for reference in root.iter(w("footnoteReference")):
            ident = reference.get(ENTRY)
            if ident is not None:
                note = written[ident]
                self._restyle(note, 1)
                reference.append(note)
                del reference.attrib[ENTRY]
        self._relate(root, self._links)
        self._lists.write()

    def _adopted(self, xml: str, level: int) -> list[etree._Element]:
        """The elements of a piece of XML, as those of the house."""
        root = parse(f'<w:body xmlns:w="{W}" xmlns:r="{R}">{xml}</w:body>'.encode())
        self._restyle(root, level)
        for number in root.iter(w("numId")):
            number.set(w("val"), str(self._lists.number(int(number.get(w("val"), "0")))))
        for reference in root.iter(w("footnoteReference")):
            reference.set(ENTRY, reference.get(w("id"), ""))
        for bookmark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
            bookmark.set(w("id"), str(_BOOKMARKS + int(bookmark.get(w("id"), "0"))))
        number_marks(root, self._comments_from)
        return list(root)

    def _is_gap(self, element: etree._Element) -> bool:
        """Whether it is the narrow line that keeps running text off a table."""
        return element.tag == w("p") and style_of(element) == self._styles.style("TableGap")

    def _is_heading(self, element: etree._Element | None) -> bool:
        return element is not None and element.tag == w("p") and self._styles.level(style_of(element)) is not None

    def _restyle(self, root: etree._Element, level: int) -> None:
        for element in root.iter(*_STYLED):
            ours = element.get(w("val"), "")
            if ours.startswith("Heading"):
                ours = f"Heading{min(int(ours.removeprefix('Heading')) + level - 1, 9)}"
            element.set(w("val"), self._styles.style(ours))

    def _like(self, made: etree._Element, paragraph: etree._Element) -> None:
        """Give a paragraph of a section the settings of the one that the section's tag stood in."""
        named = made.find(f"{w('pPr')}/{w('pStyle')}")
        if named is None:
            _take_settings(made, paragraph)
        tag = next(paragraph.iter(w("r")), None)
        properties = tag.find(w("rPr")) if tag is not None else None
        if properties is None or (named is not None and self._styles.level(named.get(w("val"), "")) is not None):
            return
        for run in made.iter(w("r")):
            _take_properties(run, properties, whole=named is None)

    def _relate(self, root: etree._Element, links: Links) -> None:
        found = parse(f"<links>{links.relationships()}</links>".encode())
        targets = {link.get("Id", ""): link.get("Target", "") for link in found}
        for link in root.iter(w("hyperlink")):
            if target := targets.get(link.get(r("id"), "")):
                ident = self._package.relate(self._part, f"{R}/hyperlink", target, external=True)
                link.set(r("id"), ident)


def _take_settings(made: etree._Element, paragraph: etree._Element) -> None:
    """The paragraph's settings as those of the place, but for what its words ask for."""
    settings = paragraph.find(w("pPr"))
    if settings is None:
        return
    own = made.find(w("pPr"))
    merged = copy.deepcopy(settings)
    for child in list(merged):
        if child.tag == w("rPr") or child.tag == w("sectPr"):
            merged.remove(child)
    for child in list(own) if own is not None else ():
        if child.tag in _OF_PLACE:
            _put_in_order(merged, child)
    if own is not None:
        made.remove(own)
    made.insert(0, merged)


_ORDER = [
    w(name)
    for name in (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
        " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc"
    ).split()
]


def _put_in_order(settings: etree._Element, child: etree._Element) -> None:
    for old in settings.findall(str(child.tag)):
        settings.remove(old)
    rank = _ORDER.index(str(child.tag))
    before = sum(1 for other in settings if other.tag in _ORDER[:rank])
    settings.insert(before, child)


def _take_properties(run: etree._Element, properties: etree._Element, *, whole: bool) -> None:
    """Give a run what another has and it has not itself: all of it, or only its font."""
    from lxml import etree

    own = run.find(w("rPr"))
    if own is None:
        own = etree.Element(w("rPr"))
        run.insert(0, own)
    present = {child.tag for child in own}
    if w("rStyle") in present:
        return
    for child in properties:
        if child.tag not in present and (whole or child.tag in _FONT):
            own.append(copy.deepcopy(child))
