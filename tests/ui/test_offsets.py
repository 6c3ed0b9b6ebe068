from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.ui.offsets import Offsets

TEXTS = st.text(st.sampled_from("ab \n\u00a0é\u0301😀👩‍🚀𝒳漢\u2028"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_positions_are_those_that_utf_16_has(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.to_qt(position) == units(text[:position])
        assert offsets.to_text(offsets.to_qt(position)) == position


@given(TEXTS)
def test_a_position_inside_a_pair_counts_as_before_its_character(text: str) -> None:
    offsets = Offsets(text)
    for position, character in enumerate(text):
        if units(character) == 2:
            assert offsets.to_text(offsets.to_qt(position) + 1) == position


@pytest.mark.parametrize("text", ["", "plain", "caf\u00e9 – 漢字"])
def test_without_characters_beyond_the_basic_plane_nothing_moves(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.to_qt(n) for n in range(len(text) + 1)] == list(range(len(text) + 1))
    assert [offsets.to_text(n) for n in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS, TEXTS, st.data())
def test_after_an_edit_they_are_those_of_the_edited_text(text: str, words: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edited = text[:start] + words + text[end:]
    made, fresh = Offsets(text).after(start, end, words), Offsets(edited)
    assert [made.to_qt(n) for n in range(len(edited) + 1)] == [fresh.to_qt(n) for n in range(len(edited) + 1)]


def test_qt_agrees(qapp) -> None:
    from PySide6.QtGui import QTextDocument

    text = "a😀b\n👩‍🚀c"
    document = QTextDocument()
    document.setPlainText(text)
    assert Offsets(text).to_qt(len(text)) == document.characterCount() - 1
