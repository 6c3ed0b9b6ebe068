"""Empty parts go by one rule, for every writer: no template needs a tag for it."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.memo.blocks import Block, Heading, PageBreak, Rule, Table


def prune(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without their empty parts, until nothing changes.

    A heading with nothing before the next heading of its level or a higher one goes (rules and page breaks are
    nothing; the memo's title, level 1, stays); a table without body rows goes; rules and page breaks do not
    follow each other, nor end a memo.
    """
    kept: list[Block] = []  # built from the end, so that what follows a heading is settled when the heading comes
    for block in reversed([block for block in blocks if not (isinstance(block, Table) and not block.rows)]):
        if isinstance(block, Heading) and block.level > 1 and not _holds_something(kept, block.level):
            continue
        if isinstance(block, Rule | PageBreak) and (not kept or isinstance(kept[-1], Rule | PageBreak)):
            continue
        kept.append(block)
    return tuple(reversed(kept))


def _holds_something(following: list[Block], level: int) -> bool:
    for block in reversed(following):
        if isinstance(block, Heading):
            return block.level > level
        if not isinstance(block, Rule | PageBreak):
            return True
    return False
