"""The bare words of blocks."""

from __future__ import annotations

import pytest
from memo_samples import memo_of

from briefer.memo.blocks import Block, Code, Field, Heading, ListItem, PageBreak, Paragraph, Rule, Run, Table
from briefer.memo.plain import memo_text, plain_text

CELL = (Run("a "), Run("b", bold=True), Run(note=1))


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Heading(2, CELL), "a b"),
        (ListItem(CELL, 1), "a b"),
        (Field("To", CELL), "To: a b"),
        (Table((CELL, ()), ((CELL, CELL),)), "a b\t\na b\ta b"),
        (Code("x\ny"), "x\ny"),
        (PageBreak(), ""),
    ],
)
def test_a_block_s_words_without_marks_of_notes(block: Block, text: str) -> None:
    assert plain_text(block) == text


def test_a_memo_s_words_block_by_block() -> None:
    assert memo_text(memo_of(Heading(1, CELL), Rule(), Paragraph(CELL))) == "a b\na b"
