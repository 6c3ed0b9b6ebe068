"""Remarks on the memo of a house document become Word comments on the same words in the document."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from briefer.house.comments import first_free, number_marks, write_comments
from briefer.house.marks import ENTRY
from briefer.house.read_back import Trail, trails
from briefer.house.styles import HouseStyles
from briefer.memo.remarks import Remark
from briefer.office.names import R, W, w
from briefer.office.package import Package
from briefer.office.xml import parse
from briefer.render.word.comments import Comments, begins, ends

if TYPE_CHECKING:
    from lxml import etree


def write_remarks(package: Package, remarks: Sequence[Remark], date: str) -> None:
    """Comment on the words of a filled document; ``remarks`` are on the blocks that are read back from it.

    All comments are of this date (ISO 8601). A remark on no words at all makes none.
    """
    if not remarks:
        return
    comments, styles, first = Comments(()), HouseStyles(package), first_free(package)
    found = trails(package)
    ordered = sorted(remarks, key=lambda remark: (remark.block, remark.start, -remark.end))
    for block, group in groupby(ordered, key=lambda remark: remark.block):
        trail = found[block] if block < len(found) else []
        for remark in group:
            _mark(trail, remark, comments, styles, first)
    write_comments(package, comments, styles, date, first)


def _mark(trail: Trail, remark: Remark, comments: Comments, styles: HouseStyles, first: int) -> None:
    start, end = _cut(trail, remark.start), _cut(trail, remark.end)
    runs = [_run(element) for element, _ in trail[start:end] if element is not None]
    if not runs:
        return
    number = comments.take(remark)
    for mark in _marks(begins(number), styles, first):
        runs[0].addprevious(mark)
    after = runs[-1]
    for mark in _marks(ends(number), styles, first):
        after.addnext(mark)
        after = mark


def _cut(trail: Trail, at: int) -> int:
    """Where in a trail the words from ``at`` on begin; a run that holds words on both sides is parted."""
    place = 0
    for index, (element, text) in enumerate(trail):
        if at <= place:
            if element is not None:
                _part(element)
            return index
        if at < place + len(text) and element is not None:
            rest = copy.deepcopy(element)
            rest.text, element.text = text[at - place :], text[: at - place]
            element.addnext(rest)
            trail[index : index + 1] = [(element, text[: at - place]), (rest, text[at - place :])]
            _part(rest)
            return index + 1
        place += len(text)
    return len(trail)


def _part(element: etree._Element) -> None:
    """Have an element be the first in its run."""
    from lxml import etree

    run = _run(element)
    before = [child for child in element.itersiblings(preceding=True) if child.tag != w("rPr")]
    if not before:
        return
    made = etree.Element(w("r"))
    if entry := run.get(ENTRY):
        made.set(ENTRY, entry)
    if (properties := run.find(w("rPr"))) is not None:
        made.append(copy.deepcopy(properties))
    for child in [element, *element.itersiblings()]:
        made.append(child)
    run.addnext(made)


def _run(element: etree._Element) -> etree._Element:
    run = element.getparent()
    assert run is not None, "what a trail holds stands in a run"
    return run


def _marks(xml: str, styles: HouseStyles, first: int) -> list[etree._Element]:
    root = parse(f'<w:p xmlns:w="{W}" xmlns:r="{R}">{xml}</w:p>'.encode())
    number_marks(root, first)
    for styled in root.iter(w("rStyle")):
        styled.set(w("val"), styles.style(styled.get(w("val"), "")))
    return list(root)
