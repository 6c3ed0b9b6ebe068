"""Tracked changes of a document taken as accepted: a memo does not show how its template was edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.office.names import w
from briefer.office.xml import remove, unwrap

if TYPE_CHECKING:
    from lxml import etree

_GONE = tuple(w(name) for name in "del moveFrom".split())
_HERE = tuple(w(name) for name in "ins moveTo".split())
_MARKS = tuple(
    w(f"{name}{end}") for name in ("moveFromRange", "moveToRange", "customXmlDelRange", "customXmlInsRange",
                                    "customXmlMoveFromRange", "customXmlMoveToRange") for end in ("Start", "End")
)  # fmt: skip
_BEFORE = tuple(
    w(f"{name}Change") for name in "rPr pPr sectPr tblPr tblPrEx tblGrid trPr tcPr numbering".split()
)  # what a paragraph, a row and so on looked like before
_PROPERTIES = tuple(w(name) for name in "rPr trPr tcPr".split())


def accept_changes(root: etree._Element) -> bool:
    """Accept all tracked changes of a part; whether there were any."""
    found = next(root.iter(*_GONE, *_HERE, *_BEFORE, w("cellDel"), w("cellIns"), w("cellMerge")), None) is not None
    if not found:
        return False
    for element in [*root.iter(*_BEFORE, *_MARKS)]:
        remove(element)
    for element in [*root.iter(w("trPr"))]:
        if element.find(w("del")) is not None:
            _drop(element.getparent())
    for element in [*root.iter(w("cellDel"))]:
        _drop(next(element.iterancestors(w("tc")), None))
    for paragraph in [*root.iter(w("p"))]:
        _accept_in(paragraph)
    for element in [*root.iter(*_GONE, *_HERE, w("cellIns"), w("cellMerge"))]:
        parent = element.getparent()
        if parent is not None and (parent.tag in _PROPERTIES or element.tag in _GONE):
            remove(element)
        else:
            unwrap(element)
    return True


def _accept_in(paragraph: etree._Element) -> None:
    """Take away what was deleted in a paragraph; itself too, if nothing else was in it."""
    gone = [element for element in paragraph.iter(*_GONE) if _is_content(element)]
    for element in gone:
        remove(element)
    section = paragraph.find(f"{w('pPr')}/{w('sectPr')}")
    alone = all(child.tag == w("pPr") for child in paragraph)
    parent = paragraph.getparent()
    if gone and alone and section is None and parent is not None and len(parent.findall(w("p"))) > 1:
        remove(paragraph)


def _is_content(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag not in _PROPERTIES


def _drop(element: etree._Element | None) -> None:
    if element is not None:
        remove(element)
