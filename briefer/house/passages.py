"""Sections and citations of a filled document: found in its order, cited as asked, written in its own styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from briefer.house.adopt import Adopter
from briefer.house.held import holds_more
from briefer.house.marks import NOTE, PLACE
from briefer.house.portions import HouseMarks, put_before, without_edges_in_tables
from briefer.house.runs import resolve_runs
from briefer.house.styles import HouseStyles, style_of
from briefer.memo.blocks import Block, ListItem, Paragraph, Run, Runs
from briefer.memo.dressing import with_ticks
from briefer.memo.inserts import MARKER, Edge, Inserts, Prose
from briefer.memo.markdown import under_heading
from briefer.memo.prune import prune
from briefer.office.names import w
from briefer.templates.portions import Portions

if TYPE_CHECKING:
    from lxml import etree


class Passage(NamedTuple):
    """A place of the main text that takes part in the citations: a section's blocks, or a paragraph's runs.

    ``level`` is the depth of the heading above, 1 where only the title is. For a paragraph in place, the one block's
    runs name, as their entry, the number of the element that they stand for.
    """

    paragraph: etree._Element
    blocks: tuple[Block, ...]
    level: int
    in_place: bool


def passages(
    root: etree._Element,
    inserts: Inserts,
    styles: HouseStyles,
    read: Callable[[str], Sequence[Block]],
    portions: Portions,
) -> Iterator[Passage]:
    """The passages of a part in their order; markers that are no sections become words on the way.

    ``read`` reads the Markdown of a section into blocks. What has one of the ``portions`` bears its mark.
    """
    without_edges_in_tables(root, inserts)
    _give_paragraphs(root)
    marks = HouseMarks(portions, inserts, styles)
    level, lists = 1, 0
    for paragraph in list(root.iter(w("p"))):
        depth = styles.level(style_of(paragraph))
        if depth is not None:
            level = depth + 1
        mark = marks.due(paragraph)
        if paragraph.get(PLACE) is None:
            if mark:
                put_before(paragraph, mark)
            continue
        if sections := _sections(paragraph, inserts):
            blocks: list[Block] = []
            for section in sections:
                found = _counted(prune(read(section.markdown)), lists)
                found = list(with_ticks(found, section.ticks)) if section.ticks else found
                lists = max([lists, *(block.list_number for block in found if isinstance(block, ListItem))])
                blocks += marks.section(paragraph, section.name, under_heading(found, level))
            yield Passage(paragraph, tuple(blocks), level, in_place=False)
            continue
        resolve_runs(paragraph, inserts)
        if mark:
            put_before(paragraph, mark)
        if runs := _runs_in_place(paragraph):
            yield Passage(paragraph, (Paragraph(runs),), level, in_place=True)


def _give_paragraphs(root: etree._Element) -> None:
    """A section that stands between paragraphs, in the place of a block of tags, gets a paragraph of its own."""
    from lxml import etree

    for element in list(root.iter()):
        if element.tail and MARKER.search(element.tail):
            element.addnext(_paragraph(element.tail))
            element.tail = None
        if element.text and element.tag in (w("body"), w("tc"), w("sdtContent")) and MARKER.search(element.text):
            element.insert(0, _paragraph(element.text))
            element.text = None
    etree.cleanup_namespaces(root, keep_ns_prefixes=[prefix for prefix in root.nsmap if prefix])


def _paragraph(marker: str) -> etree._Element:
    from lxml import etree

    paragraph = etree.Element(w("p"), {PLACE: "0"})
    etree.SubElement(etree.SubElement(paragraph, w("r")), w("t")).text = marker.strip()
    return paragraph


def _sections(paragraph: etree._Element, inserts: Inserts) -> list[Prose]:
    """The sections that are all there is in a paragraph."""
    if holds_more(paragraph):
        return []
    text = "".join(text.text or "" for text in paragraph.iter(w("t"))).strip()
    parts = inserts.split(text)
    found = [part for part in parts if isinstance(part, Prose)]
    return found if all(isinstance(part, Prose | Edge) or not str(part).strip() for part in parts) else []


def _counted(blocks: Sequence[Block], before: int) -> list[Block]:
    """Blocks whose lists count on from those before them in the document."""
    return [
        msgspec.structs.replace(block, list_number=block.list_number + before)
        if isinstance(block, ListItem)
        else block
        for block in blocks
    ]


def items(paragraph: etree._Element) -> list[etree._Element]:
    """The words and the references to notes that stand in a paragraph itself, in their order."""
    return [
        element for element in paragraph.iter(w("t"), NOTE) if next(element.iterancestors(w("p")), None) is paragraph
    ]


def _runs_in_place(paragraph: etree._Element) -> Runs:
    """A paragraph with references as runs; nothing if there are no references in it."""
    found = items(paragraph)
    if not any(item.tag == NOTE for item in found):
        return ()
    return tuple(
        Run(note=int(item.get("n", "0")), entry=str(number))
        if item.tag == NOTE
        else Run(item.text or "", entry=str(number))
        for number, item in enumerate(found)
    )


def replace_in_place(paragraph: etree._Element, runs: Runs, adopter: Adopter) -> None:
    """Put cited runs in the place of those that ``passages`` gave; references become marks or words."""
    found = items(paragraph)
    written: list[list[Run]] = [[] for _ in found]
    at = 0
    for run in runs:
        at = max(at, int(run.entry) if run.entry.isdigit() else at)
        written[at].append(run)
    for number in range(len(found) - 1, 0, -1):
        if found[number].tag == found[number - 1].tag == NOTE:  # references side by side share a comma
            written[number - 1] += written[number]
            written[number] = []
    for item, own in zip(found, written, strict=True):
        adopter.write_item(item, own)
