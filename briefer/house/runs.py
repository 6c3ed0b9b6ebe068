"""What a rendering left in the runs of a paragraph becomes words: in the run's own format, with breaks and tabs."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefer.house.marks import ENTRY, NOTE
from briefer.memo.inserts import MARKER, Cited, Edge, Insert, Inserts, Prose, Verbatim, Words
from briefer.office.names import XML, w
from briefer.render.word.direction import runs_right_to_left, stretches

if TYPE_CHECKING:
    from lxml import etree

_PIECE = re.compile(r"(\t|\r\n?|\n)")
_TEXTS = (w("t"), w("instrText"), w("delText"))


def resolve_runs(paragraph: etree._Element, inserts: Inserts) -> None:
    """Turn the markers in a paragraph's own runs into words and references to notes."""
    marked = [
        text
        for text in paragraph.iter(w("t"))
        if MARKER.search(text.text or "") and next(text.iterancestors(w("p")), None) is paragraph
    ]
    for run in dict.fromkeys(text.getparent() for text in marked):
        assert run is not None, "what was found in a paragraph has a parent"
        _explode(run, inserts)
    if marked and _begins_right_to_left(paragraph):
        _set_direction(paragraph)


def resolve_rest(root: etree._Element, inserts: Inserts) -> None:
    """Turn all other markers, those in attributes, field codes and properties, into plain words."""
    for element in root.iter():
        if element.text and MARKER.search(element.text):
            element.text = " ".join(inserts.plain(element.text).split())
        for key, value in element.attrib.items():
            if MARKER.search(str(value)):
                element.set(key, " ".join(inserts.plain(str(value)).split()))


def _explode(run: etree._Element, inserts: Inserts) -> None:
    """Part a run where its words come from another entry, run another way, or refer to a note."""
    properties = run.find(w("rPr"))
    made: list[tuple[tuple[str, bool], etree._Element]] = []
    for child in list(run):
        if child is properties:
            continue
        for key, content in _contents(child, inserts):
            if not made or made[-1][0] != key or key[0] == NOTE:
                made.append((key, _run(properties, *key)))
            made[-1][1].append(content)
    for _, new in made:
        run.addprevious(new)
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


def _run(properties: etree._Element | None, entry: str, right_to_left: bool) -> etree._Element:
    from lxml import etree

    run = etree.Element(w("r"))
    if properties is not None:
        run.append(copy.deepcopy(properties))
    if right_to_left:
        found = run.find(w("rPr"))
        kept = etree.SubElement(run, w("rPr")) if found is None else found
        etree.SubElement(kept, w("rtl"))
    if entry and entry != NOTE:
        run.set(ENTRY, entry)
    return run


def _contents(child: etree._Element, inserts: Inserts) -> Iterator[tuple[tuple[str, bool], etree._Element]]:
    """What a child of a run becomes, each with the entry it came from (or that it is a note) and its direction."""
    from lxml import etree

    if child.tag != w("t") or not MARKER.search(child.text or ""):
        yield ("", False), child
        return
    for part in inserts.split(child.text or ""):
        if isinstance(part, Cited):
            for number in part.notes:
                yield (NOTE, False), etree.Element(NOTE, n=str(number))
            continue
        entry = part.entry if isinstance(part, Words) else ""
        for words, right_to_left in stretches(_words(part)):
            for content in _text(words):
                yield (entry, right_to_left), content


def _words(part: str | Insert) -> str:
    """The words of a part; a section that stands in a sentence says its own as they were typed."""
    match part:
        case str():
            return part
        case Words() | Verbatim():
            return part.text
        case Prose():
            return part.markdown.strip()
        case Cited() | Edge():
            return ""


def _text(words: str) -> Iterator[etree._Element]:
    from lxml import etree

    for piece in _PIECE.split(words):
        if not piece:
            continue
        if piece == "\t":
            yield etree.Element(w("tab"))
        elif piece[0] in "\r\n":
            yield etree.Element(w("br"))
        else:
            text = etree.Element(w("t"))
            text.text = piece
            text.set(f"{{{XML}}}space", "preserve")
            yield text


def _begins_right_to_left(paragraph: etree._Element) -> bool:
    return runs_right_to_left("".join(text.text or "" for text in paragraph.iter(w("t"))))


_BEFORE_DIRECTION = frozenset(
    w(name)
    for name in (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
        " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN"
    ).split()
)


def _set_direction(paragraph: etree._Element) -> None:
    from lxml import etree

    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    if properties.find(w("bidi")) is None:
        place = sum(1 for child in properties if child.tag in _BEFORE_DIRECTION)
        properties.insert(place, etree.Element(w("bidi")))
