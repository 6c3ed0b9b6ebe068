"""The bare words of a memo, for counting and comparing."""

from __future__ import annotations

from briefer.memo.blocks import Block, Code, Field, Memo, Numbered, Runs, Table


def plain_text(block: Block) -> str:
    """The words of a block without marks of notes; cells are parted by tabs, rows by line ends."""
    match block:
        case Table():
            return "\n".join("\t".join(map(_text, row)) for row in (block.header, *block.rows))
        case Code():
            return block.text
        case Numbered(number=number) if number:
            return f"{number} {_text(block.runs)}"
        case Field():
            return f"{block.label}: {_text(block.runs)}"
        case _:
            return _text(getattr(block, "runs", ()))


def memo_text(memo: Memo) -> str:
    """The words of a memo's blocks in reading order, one block a line or more; notes are left out."""
    return "\n".join(text for text in map(plain_text, memo.blocks) if text)


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
