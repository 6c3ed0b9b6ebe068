"""A source rendered: its tags worked out, its XML read back strictly, and what was left out put back."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from briefer.errors import DataError
from briefer.house.marks import KEPT
from briefer.house.source import Source
from briefer.office.xml import parse
from briefer.templates.context import Shape
from briefer.templates.engine import render
from briefer.templates.problems import Problem, RenderError
from briefer.templates.rendering import Rendering

if TYPE_CHECKING:
    from lxml import etree

MAX_ELEMENTS = 500_000
"""Elements that loops may make of one part."""


def rendered(source: Source, data: Shape, rendering: Rendering) -> etree._Element:
    """The tree of a part with markers where values go. RenderError, with a line of the source."""
    text = render(source.body, 1, data, rendering)
    try:
        root = parse(text.encode(), source.name)
    except DataError:
        message = "with these tags worked out, the document is no longer whole"
        hint = "put what opens and closes a block into one paragraph, or each alone in a paragraph as {%p ... %}"
        raise RenderError(Problem(0, message, hint)) from None
    _put_back(root, source.kept)
    return root


def _put_back(root: etree._Element, kept: tuple[etree._Element, ...]) -> None:
    sizes = [sum(1 for _ in element.iter()) for element in kept]
    total = 0
    for stand_in in list(root.iter(KEPT)):
        number = int(stand_in.get("i", "0"))
        total += sizes[number]
        if total > MAX_ELEMENTS:
            message = "the loops repeat more of the document than a memo can hold"
            raise RenderError(Problem(0, message, "loop over fewer things"))
        element = copy.deepcopy(kept[number])
        element.tail = stand_in.tail
        parent = stand_in.getparent()
        assert parent is not None, "the root of a part is never left out"
        parent.replace(stand_in, element)
