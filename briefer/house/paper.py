"""The sheet that a section of a document is set on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.memo.blocks import Facts, Paper
from briefer.office.names import w
from briefer.render.word.page import sheet

if TYPE_CHECKING:
    from lxml import etree

_BEFORE_MARGINS = tuple(w(name) for name in "headerReference footerReference footnotePr endnotePr type".split())


def set_paper(section: etree._Element, paper: Paper) -> None:
    """Set a section on paper of another size, lying as it does."""
    size = _size(section)
    width, height = sheet(Facts(title="", paper=paper, landscape=_lies(size)))
    size.set(w("w"), str(width))
    size.set(w("h"), str(height))


def turn(section: etree._Element) -> None:
    """Have the sheet of a section lie on its long side."""
    size = _size(section)
    if not _lies(size):
        width, height = size.get(w("w"), ""), size.get(w("h"), "")
        size.set(w("w"), height)
        size.set(w("h"), width)
    size.set(w("orient"), "landscape")


def default_sheet() -> tuple[int, int]:
    """Width and height where a document says none."""
    return sheet(Facts(title=""))


def _size(section: etree._Element) -> etree._Element:
    from lxml import etree

    size = section.find(w("pgSz"))
    if size is None:
        size = etree.Element(w("pgSz"))
        section.insert(sum(1 for child in section if child.tag in _BEFORE_MARGINS), size)
    width, height = default_sheet()
    for key, value in (("w", width), ("h", height)):
        if not size.get(w(key), "").isdigit():
            size.set(w(key), str(value))
    return size


def _lies(size: etree._Element) -> bool:
    return int(size.get(w("w"), "0")) > int(size.get(w("h"), "0"))
