from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefer.memo.blocks import Block, ListItem
from briefer.memo.markdown import read_prose
from briefer.memo.sections import Sections

LINES = [
    "", "", "Words", "of *a", "b* paragraph", "- item", "  - deeper", "1. one", "2. two", "> said", "```", "~~~",
    "# Head", "===", "---", "| a | b |", "| - | - |", "| 1 | 2 |", "    four spaces", " ", "\t", "[a]: b", "`x", "x`",
    "é", "\\", ":   x", "{: .y}", "<b>", "Ende\u2028```",
]  # fmt: skip


def read(markdown: str) -> list[Block]:
    """All pieces, with the lists numbered as if they had been read in one go."""
    numbers: dict[tuple[int, int], int] = {}
    found: list[Block] = []
    for at, piece in enumerate(Sections(lambda ident: (1,) if ident == "a1" else None).pieces(markdown)):
        for block in piece:
            if isinstance(block, ListItem):
                number = numbers.setdefault((at, block.list_number), len(numbers) + 1)
                block = ListItem(block.runs, number, block.ordered, block.level, block.first)
            found.append(block)
    return found


def numbered(blocks: tuple[Block, ...]) -> list[Block]:
    numbers: dict[int, int] = {}
    return [
        ListItem(b.runs, numbers.setdefault(b.list_number, len(numbers) + 1), b.ordered, b.level, b.first)
        if isinstance(b, ListItem)
        else b
        for b in blocks
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14).map("\n".join))
def test_read_in_pieces_a_section_is_what_it_is_in_one(markdown: str) -> None:
    whole = read_prose(markdown, lambda ident: (1,) if ident == "a1" else None)
    assert read(markdown) == numbered(whole)


def test_a_key_in_one_paragraph_leaves_the_others_as_they_are() -> None:
    sections = Sections(lambda _: ())
    before = list(sections.pieces("One.\n\nTwo.\n\nThree."))
    after = list(sections.pieces("One.\n\nTwo and more.\n\nThree."))
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True]
