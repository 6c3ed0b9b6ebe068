"""Headings that are links: of teasers, which lead to other articles, and of the articles of an issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from briefer.sources.page.blocks import Block

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEASED = 400
"""The longest text below a headline that leads to its article."""

_MUCH = 600
"""Characters of its own from which on what stands below such a headline is the article."""

_BELOW = 7
_LINKED = 0.5


def teasers(blocks: Sequence[Block]) -> frozenset[_Element]:
    """Elements of one look, two or more, that hold a headline which leads elsewhere and a few words on it."""
    inside: dict[_Element, list[Block]] = {}
    for block in blocks:
        parent = block.element.getparent()
        if parent is not None:
            inside.setdefault(parent, []).append(block)
    made = [element for element, held in inside.items() if _teases(held)]
    alike = Counter(map(_first_look, made))
    return frozenset(element for element in made if alike[_first_look(element)] > 1)


def heads_of_articles(blocks: Sequence[Block]) -> frozenset[_Element]:
    """Headings that are links, with much text of their own below: of an issue of several articles, say."""
    found: set[_Element] = set()
    for at, block in enumerate(blocks):
        if block.level > 1 and block.linked == len(block.text):
            below = takewhile(lambda other: not other.level, islice(blocks, at + 1, at + 1 + _BELOW))
            own = [one for one in below if one.element.getparent() is block.element.getparent()]
            if sum(len(one.text) - one.linked for one in own if one.kind == "p") > _MUCH:
                found.add(block.element)
    return frozenset(found)


def _teases(held: Sequence[Block]) -> bool:
    headed = held[0].level and held[0].linked > _LINKED * len(held[0].text)
    return bool(headed) and len(held) == 2 and not held[1].level and len(held[1].text) <= _TEASED


def _first_look(element: _Element) -> tuple[str, str]:
    return str(element.tag), (element.get("class") or "").strip().partition(" ")[0]
