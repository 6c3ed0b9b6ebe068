"""Tags that Word has split over several runs become whole again, each as one placeholder where it begins."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefer.house.cells import apply_to_cell
from briefer.house.marks import PLACE, PLACEHOLDER, placeholder, placeholder_number
from briefer.house.scan import Tag, scan
from briefer.office.names import XML, w
from briefer.office.xml import remove, unwrap
from briefer.templates.problems import Problem
from briefer.text.escape import RESERVED

if TYPE_CHECKING:
    from lxml import etree

_AROUND = 60
_SPACES = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_JOINED = (w("t"), w("instrText"))
_NO_TAGS = (*_JOINED, w("delText"), w("delInstrText"))
"""Text that is joined, and what was deleted while changes were tracked."""
_IN_THE_WAY = (w("proofErr"), w("lastRenderedPageBreak"), w("smartTag"))
"""What Word puts between runs and can do without."""
_NOTES = {w("footnote"): "footnote", w("endnote"): "endnote", w("comment"): "comment"}


class Token:
    """A tag in the tree: where it stands (the number of its spot), and whether it stands between elements."""

    def __init__(self, tag: Tag, spot: int) -> None:
        self.tag, self.spot = tag, spot
        self.hoisted = False


class Joiner:
    """Puts a placeholder in the place of each tag of a tree.

    ``spots`` says of each number that paragraphs bear: part, paragraph, text. Number 0 is the part as a whole.
    """

    def __init__(self, root: etree._Element, label: str) -> None:
        self._root, self._label = root, label
        self._tokens: list[Token] = []
        self.spots: list[tuple[str, int, str]] = [(label, 0, "")]
        self.problems: list[Problem] = []

    def token(self, digits: str) -> Token:
        """The token of a placeholder's digits."""
        return self._tokens[placeholder_number(digits)]

    def tokens(self, text: str | None) -> Iterator[Token]:
        """The tokens whose placeholders stand in a text, in order."""
        for found in PLACEHOLDER.finditer(text or ""):
            yield self.token(found[1])

    def join(self) -> None:
        """Join the tags of all paragraphs, of text outside paragraphs, and of attributes."""
        for element in list(self._root.iter(*_IN_THE_WAY)):
            (unwrap if len(element) else remove)(element)
        for element in self._root.iter():
            _without_reserved(element)
        numbers = {self._label: 0}
        for paragraph in list(self._root.iter(w("p"))):
            label = self._part_of(paragraph)
            numbers[label] = numbers.get(label, 0) + 1
            self._paragraph(paragraph, label, numbers[label])
        for element in list(self._root.iter()):
            self._others(element)

    def problem(self, spot: int, message: str, suggestion: str) -> Problem:
        """A problem at a spot."""
        part, paragraph, around = self.spots[spot]
        return Problem(0, message, suggestion, part=part, paragraph=paragraph, around=around)

    def _part_of(self, paragraph: etree._Element) -> str:
        for ancestor in paragraph.iterancestors(*_NOTES):
            return f"{_NOTES[str(ancestor.tag)]} {ancestor.get(w('id'))}"
        return self._label

    def _paragraph(self, paragraph: etree._Element, label: str, number: int) -> None:
        groups = [group for group in _groups(paragraph) if any("{" in text or "}" in text for _, text in group)]
        if not groups:
            return
        words = " ".join("".join(text for _, text in group) for group in groups)
        around = " ".join(words.split())
        spot = len(self.spots)
        self.spots.append((label, number, around if len(around) <= _AROUND else around[: _AROUND - 1] + "…"))
        found = [self._group(group, spot) for group in groups]
        if any(found):
            paragraph.set(PLACE, str(spot))

    def _group(self, group: list[tuple[etree._Element, str]], spot: int) -> bool:
        """Whether there is a tag in these pieces of text."""
        text = "".join(piece for _, piece in group)
        tags = self._scanned(text, spot)
        if tags:
            _write(group, [(tag.start, tag.end, self._kept(tag, spot, group)) for tag in tags])
        return bool(tags)

    def _kept(self, tag: Tag, spot: int, group: list[tuple[etree._Element, str]]) -> str:
        """The placeholder of a tag; nothing for one that acts upon its cell."""
        ends = itertools.accumulate(len(piece) for _, piece in group)
        element = next(element for (element, _), end in zip(group, ends, strict=True) if end > tag.start)
        if (
            tag.mark == "{%"
            and not tag.prefix
            and apply_to_cell(element, tag.words, lambda code: self._keep(Tag(0, 0, code[:2], "", code), spot))
        ):
            return ""
        return self._keep(tag, spot)

    def _keep(self, tag: Tag, spot: int) -> str:
        self._tokens.append(Token(tag, spot))
        return placeholder(len(self._tokens) - 1)

    def _others(self, element: etree._Element) -> None:
        """Tags in attributes and in text that stands in no paragraph."""
        spot = self._spot_of(element)
        for key, value in element.attrib.items():
            if "{" in value and (tags := self._scanned(str(value), spot)):
                element.set(key, self._replaced(str(value), tags, spot))
        text = "" if element.tag in _NO_TAGS else element.text or ""
        if "{" in text and (tags := self._scanned(text, spot)):
            element.text = self._replaced(text, tags, spot)

    def _replaced(self, text: str, tags: list[Tag], spot: int) -> str:
        pieces, at = [], 0
        for tag in tags:
            pieces += [text[at : tag.start], self._keep(tag, spot)]
            at = tag.end
        return "".join([*pieces, text[at:]])

    def _scanned(self, text: str, spot: int) -> list[Tag]:
        tags, unclosed = scan(text)
        if unclosed:
            self.problems.append(self.problem(spot, unclosed.message, unclosed.suggestion))
        return tags

    def _spot_of(self, element: etree._Element) -> int:
        for ancestor in element.iterancestors(w("p")):
            if place := ancestor.get(PLACE):
                return int(place)
        return 0


def _without_reserved(element: etree._Element) -> None:
    if element.text:
        element.text = RESERVED.sub("", element.text).replace("\n", " ") if len(element) == 0 else None
    if element.tail:
        element.tail = None
    for key, value in element.attrib.items():
        if RESERVED.search(str(value)):
            element.set(key, RESERVED.sub("", str(value)))


def _groups(paragraph: etree._Element) -> list[list[tuple[etree._Element, str]]]:
    """The pieces of text that tags may be split over: the words of a paragraph, and each of its field codes."""
    words: list[tuple[etree._Element, str]] = []
    codes: list[list[tuple[etree._Element, str]]] = [[]]
    for element in _own(paragraph):
        if element.tag == w("t"):
            words.append((element, element.text or ""))
        elif element.tag == w("instrText"):
            codes[-1].append((element, element.text or ""))
        elif element.tag == w("fldChar"):
            codes.append([])
        elif element.tag in _SPACES and _parent(element).tag == w("r"):
            words.append((element, _SPACES[str(element.tag)]))
    return [words, *codes]


def _own(element: etree._Element) -> Iterator[etree._Element]:
    """What stands in a paragraph, without paragraphs inside it."""
    for child in element:
        if child.tag != w("p"):
            yield child
            yield from _own(child)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _write(group: list[tuple[etree._Element, str]], marks: list[tuple[int, int, str]]) -> None:
    """Write the pieces anew, with each mark where its tag begins, and without the rest of the tags."""
    at = 0
    for element, text in group:
        end = at + len(text)
        out, place = [], at
        for start, stop, mark in marks:
            if stop <= at or start >= end:
                continue
            out.append(text[place - at : max(start, at) - at])
            if start >= at:
                out.append(mark)
            place = min(stop, end)
        out.append(text[place - at :])
        new = "".join(out)
        at = end
        if new == text:
            continue
        if element.tag in _SPACES:
            if not new:
                remove(element)
            continue
        element.text = new
        element.set(f"{{{XML}}}space", "preserve")
