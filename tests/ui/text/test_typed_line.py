from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui_fields import compose, ready

from briefer.ui.text.typed_line import TypedLine


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def field(qtbot, told: list[str]) -> TypedLine:
    return ready(qtbot, TypedLine("Subject", placeholder="What it is about"), told)


def test_each_key_tells_the_whole_text(qtbot, field: TypedLine, told: list[str]) -> None:
    qtbot.keyClicks(field, "Hi")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert told == ["H", "Hi", "H"]


def test_showing_a_text_tells_nothing_and_the_caret_stays_with_its_words(field: TypedLine, told: list[str]) -> None:
    field.show_text("the order")
    field.set_caret(4)
    field.show_text("all 😀 the order")
    assert field.caret() == len("all 😀 the ")
    assert field.text() == "all 😀 the order"
    assert told == []


def test_positions_are_code_points(qtbot, field: TypedLine, told: list[str]) -> None:
    field.show_text("😀😀 end")
    field.set_caret(2)
    assert field.cursorPosition() == 4
    qtbot.keyClicks(field, "!")
    assert told == ["😀😀! end"]
    assert field.caret() == 3
    field.select(4, 7)
    assert field.selectedText() == "end"
    assert field.selected_range() == (4, 7)
    field.set_caret(99)
    assert field.caret() == 7
    assert field.selected_range() is None


def test_a_pasted_line_end_becomes_a_space(qtbot, field: TypedLine, told: list[str]) -> None:
    QApplication.clipboard().setText("two\nlines\u2028and\u00a0more")
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told == ["two lines and\u00a0more"]
    assert field.text() == told[-1]
    assert field.caret() == len(told[-1])


def test_a_shown_line_end_becomes_a_space(field: TypedLine, told: list[str]) -> None:
    field.show_text("two\nlines")
    assert field.text() == "two lines"
    assert told == []


def test_nothing_is_told_while_an_input_method_composes(field: TypedLine, told: list[str]) -> None:
    field.show_text("old words")
    field.select(0, 3)
    compose(field, "に")
    assert told == []
    compose(field, "", "日本")
    assert told == ["日本 words"]


def test_it_has_a_name_and_takes_no_drops(field: TypedLine) -> None:
    assert field.accessibleName() == "Subject"
    assert field.placeholderText() == "What it is about"
    assert not field.acceptDrops()


def test_a_very_long_value_is_shown_whole_and_kept_by_the_next_key(qtbot, field: TypedLine, told: list[str]) -> None:
    long = "word " * 10_000
    field.show_text(long)
    field.set_caret(len(long))
    qtbot.keyClicks(field, "x")
    assert told == [f"{long}x"]
