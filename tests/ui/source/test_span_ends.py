from __future__ import annotations

import pytest

from briefer.ui.source.span_ends import moved_by_word

TEXT = "“Each crane,” she said, would 👩‍🚀 stand idle."


def end(words: str) -> int:
    return TEXT.index(words) + len(words)


def start(words: str) -> int:
    return TEXT.index(words)


@pytest.mark.parametrize(
    ("fixed", "moving", "step", "moved"),
    [
        (start("Each"), end("Each"), 1, end("crane")),
        (start("Each"), end("crane"), 1, end("she")),
        (start("Each"), end("crane,”"), -1, end("crane")),
        (start("Each"), end("crane"), -1, end("Each")),
        (start("Each"), end("idle"), 1, len(TEXT)),
        (end("idle"), start("she"), -1, start("crane")),
        (end("idle"), start("she"), 1, start("said")),
        (end("idle"), start("Each"), -1, 0),
        (start("would"), end("would"), 1, end("stand")),
    ],
)
def test_an_end_goes_by_words(fixed: int, moving: int, step: int, moved: int) -> None:
    assert moved_by_word(TEXT, fixed, moving, step) == moved


def test_no_end_reaches_the_other() -> None:
    assert moved_by_word(TEXT, start("Each"), end("Each"), -1) == end("Each")
    assert moved_by_word(TEXT, end("idle"), start("idle"), 1) == start("idle")
