"""Sections and citations of one part of a filled document, written in the house's own styles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.house.adopt import Adopter
from briefer.house.columns import column_width
from briefer.house.passages import Passage, passages, replace_in_place
from briefer.house.styles import HouseStyles
from briefer.memo.blocks import Block, Citations, Facts, Memo, Paragraph, block_runs
from briefer.memo.citations import cite_as, saying_something
from briefer.memo.inserts import Inserts
from briefer.memo.markdown import read_prose
from briefer.office.names import w
from briefer.office.package import Package
from briefer.templates.citing import Notes
from briefer.templates.draft import section_words
from briefer.templates.portions import Portions

if TYPE_CHECKING:
    from lxml import etree


def compose(
    package: Package,
    part: str,
    inserts: Inserts,
    notes: Notes,
    styles: HouseStyles,
    facts: Facts,
    mode: Citations,
    portions: Portions,
    annexes: Sequence[Block] = (),
) -> None:
    """Write the sections of a part in the places of their tags, and all its citations as ``mode`` asks.

    What has one of the ``portions`` bears its mark; ``annexes`` go to the end.
    """
    root = package.tree(part)

    def read(markdown: str) -> tuple[Block, ...]:
        return saying_something(read_prose(section_words(markdown), notes.cite), mode)

    found = list(passages(root, inserts, styles, read, portions))
    blocks = (*(block for passage in found for block in passage.blocks), *annexes)
    order = dict.fromkeys(run.note for block in blocks for run in block_runs(block) if run.note)
    written = notes.written(list(order))
    if mode == "footnotes":
        found = [_without_notes(passage, Memo(facts, passage.blocks, written)) for passage in found]
        blocks = (*(block for passage in found for block in passage.blocks), *annexes)
    cited = cite_as(Memo(facts, blocks, written), mode)
    adopter = Adopter(package, part, styles, cited.blocks)
    at = 0
    for passage in found:
        own = cited.blocks[at : at + len(passage.blocks)]
        at += len(own)
        if passage.in_place:
            assert isinstance(own[0], Paragraph), "a paragraph in place is one block"
            replace_in_place(passage.paragraph, own[0].runs, adopter)
        else:
            adopter.write_section(passage.paragraph, own, passage.level, column_width(passage.paragraph))
    if rest := cited.blocks[at:]:
        place = _at_the_end(root)
        adopter.write_section(place, rest, 1, column_width(place))
    adopter.finish(cited.notes)


def _without_notes(passage: Passage, memo: Memo) -> Passage:
    """The passage with its sources in the text if it stands in a text box, where Word allows no notes."""
    boxed = next(passage.paragraph.iterancestors(w("txbxContent")), None) is not None
    return passage._replace(blocks=cite_as(memo, "inline").blocks) if boxed else passage


def _at_the_end(root: etree._Element) -> etree._Element:
    """A new paragraph after all others of the main text."""
    from lxml import etree

    paragraph = etree.Element(w("p"))
    last = root.find(f"{w('body')}/{w('sectPr')}")
    if last is not None:
        last.addprevious(paragraph)
    else:
        root[0].append(paragraph)
    return paragraph
