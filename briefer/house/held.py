"""Empty parts go by one rule: a heading whose part held tags and comes to nothing, a table whose loop gave no row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefer.house.joining import Joiner
from briefer.house.marks import HELD, PLACE, PLACEHOLDER
from briefer.house.styles import HouseStyles, style_of
from briefer.office.names import w
from briefer.office.xml import remove

if TYPE_CHECKING:
    from lxml import etree

_MORE = tuple(
    w(name)
    for name in "drawing pict object sym fldChar fldSimple footnoteReference endnoteReference sectPr ptab".split()
)
_HEAD, _ROW = "head", "row"
_STORIES = (w("body"), w("sdtContent"))


def mark_held(root: etree._Element, joiner: Joiner, styles: HouseStyles) -> None:
    """Mark, while the tags stand in the tree, what goes if they come to nothing."""
    for story in _stories(root):
        for heading, level, part in _parts(story, styles):
            if any(_holds_tags(element) for element in part) or PLACEHOLDER.search(heading.tail or ""):
                heading.set(HELD, str(level))
    for table in root.iter(w("tbl")):
        _mark_rows(table, joiner)


def drop_empty_parts(root: etree._Element, styles: HouseStyles) -> None:
    """Take out what was marked and has come to nothing."""
    for table in [table for table in root.iter(w("tbl")) if table.get(HELD)]:
        rows = table.findall(w("tr"))
        heads = [row for row in rows if row.get(HELD) == _HEAD]
        if len(heads) == len(rows):
            remove(table)
        for head in heads:
            _repeat(head)
    for story in _stories(root):
        for heading, _, part in reversed(list(_parts(story, styles))):
            if heading.get(HELD) and all(_is_nothing(element) for element in part):
                for element in [heading, *part]:
                    if element.find(f"{w('pPr')}/{w('sectPr')}") is None:
                        remove(element)


def _repeat(head: etree._Element) -> None:
    """Have the head of a table stand on each of its pages, as readers by ear need it too."""
    from lxml import etree

    properties = head.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        before = head.find(w("tblPrEx"))
        if before is not None:
            before.addnext(properties)
        else:
            head.insert(0, properties)
    if properties.find(w("tblHeader")) is None:
        etree.SubElement(properties, w("tblHeader"))


def is_blank(paragraph: etree._Element) -> bool:
    """Whether a paragraph shows nothing."""
    return not "".join(text.text or "" for text in paragraph.iter(w("t"))).strip() and not holds_more(paragraph)


def holds_more(paragraph: etree._Element) -> bool:
    """Whether a paragraph holds something beside words."""
    return next(paragraph.iter(*_MORE), None) is not None


def _stories(root: etree._Element) -> list[etree._Element]:
    return list(root.iter(*_STORIES))


def _parts(story: etree._Element, styles: HouseStyles) -> Iterator[tuple[etree._Element, int, list[etree._Element]]]:
    """The headings of a story, each with its level and what follows it up to the next of its level or above."""
    children = list(story)
    levels = [styles.level(style_of(child)) if child.tag == w("p") else None for child in children]
    for index, (child, level) in enumerate(zip(children, levels, strict=True)):
        if not level or is_blank(child):
            continue
        end = index + 1
        while end < len(children) and not _ends(children[end], levels[end], level):
            end += 1
        yield child, level, children[index + 1 : end]


def _ends(element: etree._Element, level: int | None, above: int) -> bool:
    return element.tag == w("sectPr") or (level is not None and level <= above and not is_blank(element))


def _is_nothing(element: etree._Element) -> bool:
    """Whether an element of a part shows nothing, such as a blank paragraph or the mark of a place."""
    if element.tag == w("p"):
        section = element.find(f"{w('pPr')}/{w('sectPr')}")
        return is_blank(element) or (section is not None and not "".join(map(str, element.itertext())).strip())
    return element.tag in (w("bookmarkStart"), w("bookmarkEnd"))


def _holds_tags(element: etree._Element) -> bool:
    if PLACEHOLDER.search(element.tail or ""):
        return True
    return any(inner.get(PLACE) or PLACEHOLDER.search(inner.tail or "") for inner in element.iter())


def _mark_rows(table: etree._Element, joiner: Joiner) -> None:
    """Mark the rows that a loop repeats, and those above it that hold no tags: its head."""
    depth, loops = 0, False
    for child in table:
        if child.tag == w("tr"):
            if depth:
                child.set(HELD, _ROW)
            elif not loops and not any(inner.get(PLACE) for inner in child.iter(w("p"))):
                child.set(HELD, _HEAD)
        for token in joiner.tokens(child.tail):
            word = (token.tag.words or [""])[0]
            depth += (word == "for") - (word == "endfor")
            loops = loops or word == "for"
    if loops:
        table.set(HELD, _ROW)
