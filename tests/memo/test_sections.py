from __future__ import annotations

from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefer.memo import sections
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
@example("\\\n\nWords")
def test_read_in_pieces_a_section_is_what_it_is_in_one(markdown: str) -> None:
    whole = read_prose(markdown, lambda ident: (1,) if ident == "a1" else None)
    assert read(markdown) == numbered(whole)


ITEMS = [
    "one", "**two** _and_", "[@a1] 3", "1990. a year", "- deeper", "(a) x", "# Head", "> said", "| a |", "`x", "[a]: b",
    "https://a.example/x_y", "ends  ", "\\", "*", "---", "a: b", "é", "<b>", "![p](q)", "46.5 per cent", "-5 or +3",
    "- -", "--", "*so* it is", "3.", "- - -", "-- -", "* * *",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(ITEMS), min_size=3, max_size=9), st.booleans(), st.sampled_from(["", "\n", "\n\n"]))
def test_a_long_list_read_in_stretches_is_what_it_is_in_one(items: list[str], ordered: bool, end: str) -> None:
    lines = [f"{number}. {item}" if ordered else f"- {item}" for number, item in enumerate(items, 1)]
    markdown = "\n".join(lines) + end
    with patch.object(sections, "_STRETCH", 1):
        found = read(markdown)
    assert found == numbered(read_prose(markdown, lambda ident: (1,) if ident == "a1" else None))


def test_a_long_list_is_read_in_stretches_of_which_a_key_changes_one() -> None:
    asked: list[str] = []
    parts = Sections(lambda ident: asked.append(ident) or ())
    lines = [
        f"{number}. {('Item', '**Item**', '46.5 items', '-5')[number % 4]} [@x{number}]" for number in range(1, 101)
    ]
    *empty, whole = parts.pieces("\n".join(lines))
    assert [len(piece) for piece in empty] == [0] * 4
    assert len(whole) == len(asked) == 100
    asked.clear()
    lines[70] += "!"
    *_, other = parts.pieces("\n".join(lines))
    assert len(asked) < 30
    assert [one is before for one, before in zip(other, whole, strict=True)].count(True) > 70


def test_a_key_in_one_paragraph_leaves_the_others_as_they_are() -> None:
    parts = Sections(lambda _: ())
    before = list(parts.pieces("One.\n\nTwo.\n\nThree."))
    after = list(parts.pieces("One.\n\nTwo and more.\n\nThree."))
    assert [one is other for one, other in zip(before, after, strict=True)] == [True, False, True]
