"""How wide the column is in which a paragraph stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.memo.blocks import Paper
from briefer.office.names import w

if TYPE_CHECKING:
    from lxml import etree

PAPERS: dict[Paper, int] = {"A4": 11906, "Letter": 12240}
"""How wide a sheet is upright."""
_WIDTH = 9026
"""That of A4 with margins of an inch, where a document says nothing. All widths in twentieths of a point."""
_PADDING = 216
_NARROWEST = 1000


def column_width(paragraph: etree._Element) -> int:
    """The width of the cell that a paragraph stands in, else of the text on its page."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    if cell is not None:
        own = cell.find(f"{w('tcPr')}/{w('tcW')}")
        if own is not None and own.get(w("type"), "dxa") == "dxa":
            return max(_number(own, "w") - _PADDING, _NARROWEST)
    body = next(paragraph.iterancestors(w("body")), None)
    if body is None:
        return _WIDTH
    place = paragraph
    while (parent := place.getparent()) is not None and parent is not body:
        place = parent
    for following in (place, *place.itersiblings()):
        if (section := next(following.iter(w("sectPr")), None)) is not None:
            return _text_width(section)
    return _WIDTH


def _text_width(section: etree._Element) -> int:
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return _WIDTH
    columns = section.find(w("cols"))
    count = max(_number(columns, "num"), 1) if columns is not None else 1
    space = _number(columns, "space") if columns is not None else 0
    width = _number(size, "w") - _number(margins, "left") - _number(margins, "right") - (count - 1) * space
    return max(width // count, _NARROWEST)


def _number(element: etree._Element, name: str) -> int:
    value = element.get(w(name), "")
    return int(float(value)) if value.replace(".", "", 1).isdigit() else 0
