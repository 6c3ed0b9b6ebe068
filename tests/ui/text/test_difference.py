from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.ui.text.difference import difference

TEXTS = st.text(st.sampled_from("ab😀"), max_size=12)


@given(TEXTS, TEXTS)
def test_the_replacement_makes_the_new_text(old: str, new: str) -> None:
    change = difference(old, new)
    assert old[: change.start] + new[change.start : change.new_end] + old[change.old_end :] == new
    # Nothing at either end of it could have been left alone.
    gone, come = old[change.start : change.old_end], new[change.start : change.new_end]
    assert not (gone and come) or (gone[0] != come[0] and gone[-1] != come[-1])
    assert (old == new) == (not gone and not come)


@pytest.mark.parametrize(
    ("position", "expected"),
    [(0, 0), (4, 4), (5, 12), (7, 12), (8, 13)],
    ids=["before", "at", "inside", "end", "after"],
)
def test_positions_move_with_the_words_around_them(position: int, expected: int) -> None:
    change = difference("one two three", "one fourteen three")
    assert change == (4, 7, 12)
    assert change.moved(position) == expected


def test_a_long_text_is_compared_fast() -> None:
    old = "word " * 200_000
    assert difference(old, old[:500_000] + "x" + old[500_000:]) == (500_000, 500_000, 500_001)
