"""Blocks → a section to be written on by hand: what ``memo.markdown.read_prose`` reads as the same blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from briefer.memo.blocks import Block, ListItem, Run, Runs
from briefer.memo.citations import with_runs
from briefer.memo.inserts import Inserts, Words
from briefer.render.markdown import markdown_blocks

_CODE = r"^(?P<fence>`{3,})\n.*?^(?P=fence)$ | (?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
_NEEDLESS = re.compile(
    rf"{_CODE} | \\(?P<bare>[$^@{{]) | \\. | (?P<item>^[ ]*-)[ ]{{3}}(?=\S)", re.VERBOSE | re.MULTILINE | re.DOTALL
)
"""What other dialects need and a section does not: some escapes, and list marks of four columns. Code, and other
escapes, are left as they are."""


def section_markdown(blocks: Iterable[Block], cite: Callable[[Sequence[Run]], str]) -> str:
    """The Markdown of blocks; ``cite`` says what stands for neighbouring references to notes.

    What a section has no form for goes: page breaks, the looks of paragraphs, line ends in table cells; a line of
    the header block becomes a paragraph, and lists of one kind that follow each other become one.
    """
    inserts = Inserts()

    def cited(runs: Runs) -> Runs:
        return tuple(_cited(runs, lambda notes: inserts.keep(Words(cite(notes)))))

    text = "\n\n".join(filter(None, markdown_blocks(with_runs(block, cited) for block in _lists_joined(blocks))))
    return inserts.plain(_NEEDLESS.sub(_plainer, text))


def _plainer(found: re.Match[str]) -> str:
    return f"{found['item']} " if found["item"] else found["bare"] or found[0]


def _cited(runs: Runs, mark: Callable[[Sequence[Run]], str]) -> Iterator[Run]:
    for is_reference, group in groupby(runs, key=lambda run: bool(run.note)):
        if is_reference:
            yield Run(f" {mark(list(group))}")
        else:
            yield from group


def _lists_joined(blocks: Iterable[Block]) -> Iterator[Block]:
    number = 0
    for block in blocks:
        if isinstance(block, ListItem):
            number = number or block.list_number
            yield replace(block, list_number=number)
        else:
            number = 0
            yield block
