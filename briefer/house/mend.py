"""A filled tree made whole: no blank paragraph where only tags stood, no cell or table that Word would refuse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefer.house.held import drop_empty_parts, is_blank
from briefer.house.marks import HELD, PLACE
from briefer.house.styles import HouseStyles
from briefer.office.names import w
from briefer.office.xml import remove

if TYPE_CHECKING:
    from lxml import etree

_BLOCKS = (w("p"), w("tbl"), w("sdt"), w("customXml"))
_STORIES = tuple(w(name) for name in "tc txbxContent hdr ftr footnote endnote comment".split())
_MOST_COLUMNS = 63


def mend(root: etree._Element, styles: HouseStyles) -> None:
    """Make the tree of a part one that Word accepts, with nothing left of what came to nothing."""
    for paragraph in list(root.iter(w("p"))):
        if paragraph.get(PLACE) is None:
            continue
        _drop_empty_runs(paragraph)
        if is_blank(paragraph) and not _parts_tables(paragraph):
            remove(paragraph)
    for name, child in (("tr", "tc"), ("tbl", "tr")):
        for element in list(root.iter(w(name))):
            if next(element.iter(w(child)), None) is None:
                remove(element)
    for control in list(root.iter(w("sdt"))):
        content = control.find(w("sdtContent"))
        if content is None or len(content) == 0:
            remove(control)
    drop_empty_parts(root, styles)
    for table in root.iter(w("tbl")):
        _mend_grid(table)
    for story in root.iter(*_STORIES):
        _end_with_paragraph(story)


def _drop_empty_runs(paragraph: etree._Element) -> None:
    for run in list(paragraph.iter(w("r"))):
        for text in run.findall(w("t")):
            if not text.text:
                run.remove(text)
        if all(child.tag == w("rPr") for child in run):
            remove(run)
    for link in list(paragraph.iter(w("hyperlink"))):
        if len(link) == 0:
            remove(link)


def _parts_tables(paragraph: etree._Element) -> bool:
    """Whether two tables would become one without a paragraph between them."""
    before, after = paragraph.getprevious(), paragraph.getnext()
    return before is not None and after is not None and before.tag == after.tag == w("tbl")


def _end_with_paragraph(story: etree._Element) -> None:
    """A cell ends with a paragraph, and so does all else that holds text."""
    from lxml import etree

    blocks = [child for child in story if child.tag in _BLOCKS]
    if not blocks or (story.tag == w("tc") and blocks[-1].tag == w("tbl")):
        etree.SubElement(story, w("p"))


def _mend_grid(table: etree._Element) -> None:
    """As many columns as the widest row has, sharing the table's width, and no span that is no number.

    A table without tags that declares more than it uses is left as the house has it.
    """
    from lxml import etree

    for cell in table.iter(w("tc")):
        _mend_cell(cell)
    grid = table.find(w("tblGrid"))
    rows = [row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl")), None) is table]
    columns = max((sum(map(_span, _cells(row))) + _beside(row) for row in rows), default=0)
    if grid is None or not columns:
        return
    declared = len(grid.findall(w("gridCol")))
    if columns == declared or (columns < declared and grid.get(HELD) is None):
        return
    width = sum(int(column.get(w("w"), "0") or 0) for column in grid)
    share = max(width // columns, 1)
    for column in list(grid):
        grid.remove(column)
    for _ in range(columns):
        etree.SubElement(grid, w("gridCol")).set(w("w"), str(share))
    for row in rows:
        for cell in _cells(row):
            if (own := cell.find(f"{w('tcPr')}/{w('tcW')}")) is not None:
                own.set(w("w"), str(share * _span(cell)))
                own.set(w("type"), "dxa")


def _mend_cell(cell: etree._Element) -> None:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    if span is not None:
        value = span.get(w("val"), "")
        if not (value.isascii() and value.isdigit() and 0 < int(value) <= _MOST_COLUMNS):
            remove(span)
    shade = cell.find(f"{w('tcPr')}/{w('shd')}")
    if shade is not None:
        fill = shade.get(w("fill"), "auto").lstrip("#")
        is_colour = len(fill) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in fill)
        shade.set(w("fill"), fill if is_colour else "auto")


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iter(w("tc")) if next(cell.iterancestors(w("tr")), None) is row]


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return int(span.get(w("val"), "1")) if span is not None else 1


def _beside(row: etree._Element) -> int:
    """Columns that a row leaves free at its sides."""
    sides = [row.find(f"{w('trPr')}/{w(name)}") for name in ("gridBefore", "gridAfter")]
    return sum(int(side.get(w("val"), "0")) for side in sides if side is not None)
