"""A part of a Word document becomes a Jinja template: tags whole again, each where it acts, a line a paragraph.

What holds no tag is left out and put back afterwards, so that Jinja reads and writes no more than it must.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from briefer.house.balance import imbalance
from briefer.house.held import mark_held
from briefer.house.hoist import hoist
from briefer.house.joining import Joiner
from briefer.house.marks import KEPT, PLACE, PLACEHOLDER
from briefer.house.styles import HouseStyles
from briefer.templates.problems import Problem

if TYPE_CHECKING:
    from lxml import etree


class Place(NamedTuple):
    """Where a line of a source stands in Word: the part in words, the paragraph in it from 1, and its text."""

    part: str
    paragraph: int
    around: str


class Source(NamedTuple):
    """A part as a Jinja template.

    ``places`` has the place of each line, ``kept`` what was left out, ``problems`` what cannot be read at all.
    """

    name: str
    body: str
    places: tuple[Place, ...]
    kept: tuple[etree._Element, ...]
    problems: tuple[Problem, ...]

    def place(self, line: int) -> Place:
        """The place of a line, from 1."""
        return self.places[min(max(line, 1), len(self.places)) - 1]

    def located(self, problem: Problem) -> Problem:
        """A problem of the body as one of the document."""
        place = self.place(problem.line)
        return Problem(
            0,
            _LINE.sub(lambda found: f"paragraph {self.place(int(found[1])).paragraph}", problem.message),
            _LINE.sub(lambda found: f"paragraph {self.place(int(found[1])).paragraph}", problem.suggestion),
            part=place.part,
            paragraph=place.paragraph,
            around=place.around,
        )


_LINE = re.compile(r"\bline (\d+)")


def source_of(root: etree._Element, name: str, label: str, styles: HouseStyles) -> Source:
    """The source of a part, whose tree is used up. ``label`` is what people call the part."""
    joiner = Joiner(root, label)
    joiner.join()
    problems = list(joiner.problems)
    problems += hoist(root, joiner)
    if not problems:
        problems += imbalance(root, joiner)
    mark_held(root, joiner, styles)
    kept = tuple(_leave_out(root))
    body, numbers = _lines(root, joiner)
    spots = [Place(*spot) for spot in joiner.spots]
    return Source(name, body, tuple([spots[number] for number in numbers]), kept, tuple(problems))


def _leave_out(root: etree._Element) -> Iterator[etree._Element]:
    """Put a short element in the place of each larger one without tags; the larger ones in their order."""
    from lxml import etree

    live = {root}
    for element in root.iter():
        if _has_placeholder(element):
            live.update((element, *element.iterancestors()))
        if element.tail and PLACEHOLDER.search(element.tail):
            live.update(element.iterancestors())
    number = 0
    for parent in [element for element in root.iter() if element in live]:
        for child in list(parent):
            if child in live or (len(child) == 0 and not child.text):
                continue
            stand_in = etree.Element(KEPT, i=str(number))
            stand_in.tail, child.tail = child.tail, None
            parent.replace(child, stand_in)
            number += 1
            yield child


def _has_placeholder(element: etree._Element) -> bool:
    if element.text and PLACEHOLDER.search(element.text):
        return True
    return any(PLACEHOLDER.search(str(value)) for value in element.attrib.values())


def _lines(root: etree._Element, joiner: Joiner) -> tuple[str, list[int]]:
    """The text with its tags, and for each of its lines the number of its spot."""
    from lxml import etree

    text = etree.tostring(root, encoding="unicode")
    prefix = f"{root.prefix}:" if root.prefix else ""
    token = re.compile(rf"{PLACEHOLDER.pattern}|<{prefix}p (?=[^>]*?\b{PLACE}=\"(\d+)\")")
    pieces: list[str] = []
    numbers = [0]
    at = 0
    for found in token.finditer(text):
        pieces.append(text[at : found.start()].replace("\n", " "))
        at = found.end()
        if found[1] is None:
            pieces.append("\n" + found[0])
            numbers.append(int(found[2]))
            continue
        kept = joiner.token(found[1])
        if kept.hoisted:
            pieces.append("\n")
            numbers.append(kept.spot)
        pieces.append(kept.tag.code)
    pieces.append(text[at:].replace("\n", " "))
    return "".join(pieces), numbers
