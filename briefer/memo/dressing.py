"""What a template asks for around the words of a section: a style for them, lines to tick, a portion mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from briefer.memo.blocks import BOXED, Block, Heading, ListItem, Numbered, Paragraph, Quotation, Run, Runs, Table

_QUESTIONS = "questions"
_BOX_TO_TICK = "☐\u00a0"
_BETWEEN = "\u2003"


def dressed(block: Block, style: str) -> Block:
    """A block of a section that stands in a template under ``{: .style}``.

    Its paragraphs take the style; of its lists only a box takes the items in. Under ``questions`` a paragraph that
    ends with a question mark is a question, and the others bear no number.
    """
    match block:
        case _ if not style:
            return block
        case Paragraph(style="") if style == _QUESTIONS:
            return replace(block, style="question" if _asks(block.runs) else "plain")
        case Paragraph(style=""):
            return replace(block, style=style)
        case ListItem(style="") if style in BOXED:
            return replace(block, style=style)
        case _:
            return block


def _asks(runs: Runs) -> bool:
    return "".join(run.text for run in runs).rstrip(" *_”’\"'»").endswith("?")


def with_ticks(blocks: Sequence[Block], choices: Sequence[str]) -> Iterator[Block]:
    """The blocks of a section with a line of boxes to tick after each item of its lists.

    If the section has no list, the line stands after each of its paragraphs.
    """
    runs: Runs = (Run(_BETWEEN.join(_BOX_TO_TICK + choice for choice in choices)),)
    listed = any(isinstance(block, ListItem) for block in blocks)
    item: ListItem | None = None
    for block, following in zip(blocks, (*blocks[1:], None), strict=False):
        yield block
        if isinstance(block, ListItem):
            item = block if block.level == 0 or item is None else item
        match block:
            case ListItem() if item is not None and not _belongs(following):
                yield ListItem(runs, item.list_number, item.ordered, first=False, style="ticks")
            case Paragraph() if not listed:
                yield Paragraph(runs, "ticks")


def _belongs(following: Block | None) -> bool:
    """Whether a block still belongs to the item of level 0 before it."""
    return isinstance(following, ListItem) and (following.level > 0 or not following.first)


def marked(block: Block, mark: str) -> Block:
    """The block with its portion mark, in brackets before its words; of a table, before those of its first cell."""
    match block:
        case ListItem(first=False) | Numbered(number="") | Paragraph(style="ticks"):
            return block
        case Heading() | Paragraph() | Numbered() | ListItem() | Quotation() if block.runs:
            return replace(block, runs=_after_mark(mark, block.runs))
        case Table(header=(first, *others)):
            return replace(block, header=(_after_mark(mark, first), *others))
        case _:
            return block


def rows_marked(table: Table, marks: Sequence[str]) -> Table:
    """The table with a portion mark before the first cell of each row; "" marks none."""
    rows = [
        (_after_mark(mark, row[0]), *row[1:]) if mark else row for row, mark in zip(table.rows, marks, strict=True)
    ]
    return replace(table, rows=tuple(rows))


def _after_mark(mark: str, runs: Runs) -> Runs:
    return (Run(f"({mark}) "), *runs)
