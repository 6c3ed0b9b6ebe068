"""Remarks: what a draft says beside the words of a memo, kept apart from its blocks."""

from __future__ import annotations

from typing import NamedTuple

import msgspec


class Remark(msgspec.Struct, frozen=True):
    """A remark on some words of one block.

    ``start`` and ``end`` count code points of the block's runs, one after the other as ``block_runs`` gives them.
    """

    block: int
    start: int
    end: int
    text: str


class Remarks(NamedTuple):
    """The remarks on a memo in the order of its words, and how many more there would be than anybody reads."""

    made: tuple[Remark, ...] = ()
    too_many: int = 0
