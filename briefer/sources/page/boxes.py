"""Boxes amid the text of a web page that lead elsewhere, "Read more" and a link, say; and rows of its buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefer.text.clean.furniture_patterns import TRIM, beside, fixed, links

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefer.sources.page.blocks import Block

_LONGEST = 400
"""Characters of a box."""
_LABEL_LONGEST = 60
_BUTTONS_LONGEST = 120


def leads_on(block: Block) -> bool:
    """Whether a block is a link and, before it, words that say that it leads to another article."""
    own = len(block.text) - block.linked
    return block.linked > 0 and 0 < own <= _LABEL_LONGEST and _is_label(block.text[:own])


def buttons(block: Block) -> bool:
    """Whether a block is a row of a page's buttons ("Listen", "Save", "Share"), each an element of its own."""
    row = [child for child in block.element if isinstance(child.tag, str)]
    if len(block.text) > _BUTTONS_LONGEST or len(row) < 2 or block.level or _own_words(block.element):
        return False
    said = [" ".join("".join(map(str, each.itertext())).split()).strip(TRIM).lower() for each in row]
    named = [words for words in said if words]
    asked = [bool(fixed().fullmatch(words)) for words in named]
    return any(asked) and all(sure or beside().fullmatch(words) for sure, words in zip(asked, named, strict=True))


def _own_words(element: _Element) -> bool:
    """Whether an element holds words outside the elements in it."""
    return any(words and words.strip() for words in (element.text, *(child.tail for child in element)))


def boxes(blocks: Sequence[Block]) -> frozenset[_Element]:
    """Small parts of a page that begin with such words, or with a heading that is furniture, and hold a link."""
    held: dict[_Element, list[Block]] = {}
    for block in blocks:
        for element in (block.element, block.element.getparent()):
            if element is not None and element.tag in ("div", "section", "aside", "td"):
                held.setdefault(element, []).append(block)
    return frozenset(element for element, inside in held.items() if _is_box(inside))


def _is_box(inside: Sequence[Block]) -> bool:
    first = inside[0]
    if len(inside) < 2 or sum(len(block.text) for block in inside) > _LONGEST:
        return False
    asked = first.level and bool(fixed().fullmatch(first.text.strip(TRIM).lower()))
    return (asked or _is_label(first.text) or leads_on(first)) and any(block.linked for block in inside)


def _is_label(words: str) -> bool:
    return len(words) <= _LABEL_LONGEST and bool(links().fullmatch(words.strip(TRIM).lower()))
