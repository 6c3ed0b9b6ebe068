"""Numbered paragraphs: 1, 2, 3 through the whole memo, and 1.1, 1.2 for the items of a numbered list under one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeAlias

from msgspec.structs import replace

from briefer.memo.blocks import Block, Heading, ListItem, Numbered, PageBreak, Paragraph

DEEPEST = 8
"""The lowest level, counted from 0, that Word can number."""

Make: TypeAlias = Callable[[Block, Hashable, Callable[[], Block]], Block]
"""Gives what became of a block under a key, made by the function unless it is known already."""


def numbered(blocks: Iterable[Block], make: Make = lambda _block, _key, made: made()) -> Iterator[Block]:
    """The blocks with the paragraphs below the memo's first section heading numbered, up to its first page break.

    What has a style of its own bears no number. The items of a numbered list are numbered paragraphs too: under a
    paragraph a level deeper, straight under a heading as paragraphs themselves. Bulleted lists stay lists.
    """
    count = _Count(make)
    rest = iter(blocks)
    for block in rest:
        if isinstance(block, PageBreak):
            yield block
            break
        yield count.block(block)
    yield from rest


class _Count:
    """Where the numbers of one memo stand."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._begun = False
        self._counts: list[int] = []
        self._under: int | None = None  # the level of the paragraph that goes on; None straight under a heading
        self._lists: dict[int, int] = {}  # lists that are numbered paragraphs: how deep they begin
        self._bulleted = 0  # the level of items under which bullets stand that are no list of their own

    def block(self, block: Block) -> Block:
        match block:
            case Heading(level=level):
                self._begun, self._under = self._begun or level > 1, None
                return block
            case Paragraph(style="" | "ticks") if self._begun:
                return self._paragraph(block)
            case ListItem(style="" | "ticks") if self._begun:
                return self._item(block)
            case _:
                return block

    def _paragraph(self, block: Paragraph) -> Block:
        self._bulleted = 0
        if block.style:
            return block if self._under is None else self._made(block, Numbered(block.runs, "", 0, block.style))
        self._under = 0
        return self._made(block, Numbered(block.runs, self._next(0), 0))

    def _item(self, item: ListItem) -> Block:
        if not item.ordered and item.list_number not in self._lists:
            self._bulleted = min(self._bulleted, item.level)
            level = item.level - self._bulleted
            return item if level == item.level else self._made(item, replace(item, level=level))
        if item.list_number not in self._lists:
            if item.level > self._bulleted or not item.first:
                return item  # counted within a list of bullets
            self._lists[item.list_number] = 0 if self._under is None else 1
        level = min(self._lists[item.list_number] + item.level, DEEPEST)
        self._under = 0 if self._under is None else self._under
        if not item.first:
            return self._made(item, Numbered(item.runs, "", level, item.style))
        self._bulleted = item.level + 1
        return self._made(item, Numbered(item.runs, self._next(level), level, item.style))

    def _next(self, level: int) -> str:
        above = [*self._counts[:level], *([1] * (level - len(self._counts)))]
        self._counts = [*above, (self._counts[level] if level < len(self._counts) else 0) + 1]
        return f"{self._counts[0]}." if level == 0 else ".".join(map(str, self._counts))

    def _made(self, block: Block, result: Block) -> Block:
        return self._make(block, result, lambda: result)
