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


class Sections:
    """Reads the sections of one memo. Equal pieces give the same blocks, which nobody has to compare."""

    def __init__(self, cite: Cite) -> None:
        self._read = functools.lru_cache(maxsize=_KEPT)(functools.partial(read_prose, cite=cite))

    def pieces(self, markdown: str) -> Iterator[tuple[Block, ...]]:
        """The blocks of a section, as ``read_prose`` gives them, piece by piece. Each piece counts its own lists."""
        for piece in _pieces(markdown):
            yield self._read(piece)


def _pieces(markdown: str) -> list[str]:
    """The Markdown parted where neither side can change how the other is read.

    That is before a paragraph that begins with a letter at the edge. A fence of code may reach over anything.
    """
    if "```" in markdown or "~~~" in markdown:
        return [markdown]
    return _GAP.split(markdown)
