from __future__ import annotations

import pytest

from briefer.text.showable import MOST_OF_A_LINE, MOST_OF_A_WORD, unshowable


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("word " * (MOST_OF_A_LINE // 5), ""),
        ("x" * MOST_OF_A_WORD + "\n" + "x" * MOST_OF_A_WORD, ""),
        ("word " * (MOST_OF_A_LINE // 5) + "w", "a line of 200,001 characters, and at most 200,000 can be shown"),
        ("so " + "x" * (MOST_OF_A_WORD + 1), "50,001 characters without a blank, and at most 50,000 can be shown"),
    ],
)
def test_what_no_window_can_lay_out_is_told(text: str, why: str) -> None:
    assert unshowable(text) == why
