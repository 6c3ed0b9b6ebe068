"""What the Markdown and the HTML writer share: blocks that belong together, the count of lists, safe links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from briefer.memo.blocks import BOXED, Block, Field, ListItem, Memo, Paragraph, Quotation, block_runs

_SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)


def safe_link(link: str) -> str:
    """``link`` if it is an http, https or mailto address, else nothing."""
    return link if _SAFE_LINK.fullmatch(link) else ""


def cited_notes(memo: Memo) -> list[int]:
    """The numbers of the notes that the memo's blocks refer to, in ascending order."""
    return sorted({run.note for block in memo.blocks for run in block_runs(block) if run.note})


def groups(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Neighbours that make one thing on the page: lines of the header block, list items, quotations.

    Each other block comes on its own. A further paragraph of a list item that another block interrupted comes as
    a Paragraph: it has no item left to stand in.
    """
    for (kind, _), members in groupby(blocks, key=lambda block: (type(block), is_boxed(block))):
        found = list(members)
        while found and isinstance(stray := found[0], ListItem) and not stray.first:
            yield [Paragraph(stray.runs, stray.style)]
            del found[0]
        if kind in (Field, ListItem, Quotation):
            if found:
                yield found
        else:
            yield from ([block] for block in found)


def is_boxed(block: Block) -> bool:
    """Whether a block stands in a box with its neighbours."""
    return isinstance(block, Paragraph | ListItem) and block.style in BOXED


class Line(msgspec.Struct, frozen=True):
    """A list item with its place.

    ``depth`` counts from 0 and never exceeds the line before by more than 1. ``opens`` is true where a list begins,
    ``number`` is the item's number in its list (0 for a further paragraph), whether or not it is shown.
    """

    item: ListItem
    depth: int
    opens: bool
    number: int


class ListCounter:
    """Counts the items of all lists of one memo: a list that goes on after other blocks goes on counting."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, int], int] = {}

    def lines(self, items: Iterable[ListItem]) -> Iterator[Line]:
        """The places of neighbouring ``items``, of which the first begins an item."""
        opened: list[ListItem] = []  # the latest item at each depth
        for item in items:
            if not item.first:
                del opened[item.level + 1 :]
                yield Line(item, len(opened) - 1, opens=False, number=0)
                continue
            depth = min(item.level, len(opened))
            opens = depth == len(opened) or _list_of(opened[depth]) != _list_of(item)
            opened[depth:] = [item]
            yield Line(item, depth, opens, self._count(item.list_number, depth))

    def _count(self, list_number: int, depth: int) -> int:
        for key in [key for key in self._last if key[0] == list_number and key[1] > depth]:
            del self._last[key]
        number = self._last[list_number, depth] = self._last.get((list_number, depth), 0) + 1
        return number


def _list_of(item: ListItem) -> tuple[int, bool]:
    return item.list_number, item.ordered
