"""Sections read paragraph by paragraph, so that a key in one of them has that one alone read again."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from briefer.memo.blocks import Block
from briefer.memo.inline import Cite
from briefer.memo.markdown import read_prose

_KEPT = 4096
_GAP = re.compile(r"\n{2,}(?=[^\W\d_])")
_STRETCH = 24
"""Items of a long list that are read at a time: what takes a few milliseconds."""
_ITEM = r"[ ](?!(?:[-*+] | \d+\.)(?:\s|\Z) | [-*+\x20]+(?:\n|\Z) | \s)[^\n]*[^\n\\](?:\n|\Z)"
_FLAT = {mark: re.compile(f"(?:{mark}{_ITEM})+", re.VERBOSE) for mark in ("-", r"\d+\.")}
"""A list of which each line is an item; none begins a list within it, and none goes on in the next line."""
_NUMBER = re.compile(r"\d+")


class Sections:
    """Reads the sections of one memo. Equal pieces give the same blocks, which nobody has to compare."""

    def __init__(self, cite: Cite) -> None:
        self._read = functools.lru_cache(maxsize=_KEPT)(functools.partial(read_prose, cite=cite))

    def pieces(self, markdown: str) -> Iterator[tuple[Block, ...]]:
        """The blocks of a section, as ``read_prose`` gives them, piece by piece. Each piece counts its own lists.

        An empty piece comes where a caller that has other things to do may see to them.
        """
        for piece in _pieces(markdown):
            blocks: tuple[Block, ...] = ()
            for stretch in _stretches(piece):
                if blocks:
                    yield ()
                blocks += self._read(stretch)
            yield blocks


def _pieces(markdown: str) -> list[str]:
    """The Markdown parted where neither side can change how the other is read.

    That is before a paragraph that begins with a letter at the edge. A fence of code may reach over anything.
    """
    if "```" in markdown or "~~~" in markdown:
        return [markdown]
    return _GAP.split(markdown)


def _stretches(piece: str) -> list[str]:
    """A long flat list in lists of a few items, which give the same blocks; anything else as it is."""
    mark = "-" if piece.startswith("- ") else r"\d+\." if piece.startswith("1. ") else ""
    if not mark or piece.count("\n") < 2 * _STRETCH or not _FLAT[mark].fullmatch(piece):
        return [piece]
    lines = piece.split("\n")
    stretches = ["\n".join(lines[at : at + _STRETCH]) for at in range(0, len(lines), _STRETCH)]
    if mark != "-":  # a list begins with 1
        stretches[1:] = [_NUMBER.sub("1", stretch, count=1) for stretch in stretches[1:]]
    return [stretch for stretch in stretches if stretch]
