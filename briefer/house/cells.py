"""Tags of docxtpl that act upon the cell they stand in: ``colspan``, ``cellbg``, ``vm`` and ``hm``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefer.house.marks import HELD
from briefer.office.names import w
from briefer.office.xml import text_before

if TYPE_CHECKING:
    from lxml import etree

_ORDER = [
    w(name)
    for name in (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    ).split()
]


def apply_to_cell(element: etree._Element, words: Sequence[str], keep: Callable[[str], str]) -> bool:
    """Whether ``words`` are such a tag in a cell; then the cell is as it asks. ``keep`` gives a tag's placeholder."""
    cell = next(element.iterancestors(w("tc")), None)
    if cell is None or not words:
        return False
    value = " ".join(words[1:])
    match words[0], bool(value):
        case "colspan", True:
            property_of(cell, "gridSpan").set(w("val"), keep(f"{{{{ {value} }}}}"))
        case "cellbg", True:
            shade = property_of(cell, "shd")
            shade.set(w("val"), "clear")
            shade.set(w("color"), "auto")
            shade.set(w("fill"), keep(f"{{{{ {value} }}}}"))
        case "vm", False:
            property_of(cell, "vMerge").set(w("val"), keep("{{ 'restart' if loop.first else 'continue' }}"))
        case "hm", False:
            property_of(cell, "gridSpan").set(w("val"), keep("{{ loop.length }}"))
            text_before(cell, keep("{% if loop.first %}"))
            cell.tail = keep("{% endif %}") + (cell.tail or "")
        case _:
            return False
    mark_columns(cell)
    return True


def mark_columns(cell: etree._Element) -> None:
    """Mark the table of a cell as one whose columns tags change."""
    table = next(cell.iterancestors(w("tbl")), None)
    grid = table.find(w("tblGrid")) if table is not None else None
    if grid is not None:
        grid.set(HELD, "columns")


def property_of(cell: etree._Element, name: str) -> etree._Element:
    """A property of a cell, made in its place in the schema's order if there is none."""
    from lxml import etree

    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        cell.insert(0, properties)
    found = properties.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        rank = _ORDER.index(w(name))
        later = (child for child in properties if child.tag in _ORDER[rank + 1 :])
        following = next(later, None)
        if following is None:
            properties.append(found)
        else:
            following.addprevious(found)
    return found
