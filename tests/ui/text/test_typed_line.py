from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from ui_fields import compose, ready
from ui_user import User

from briefer.ui.text.too_long import MOST_OF_A_LINE, MOST_OF_A_TEXT
from briefer.ui.text.typed_line import TypedLine
from briefer.ui.window import Window


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


def paste(qtbot, field: QWidget, words: str) -> None:
    QApplication.clipboard().setText(words)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_what_is_too_long_for_a_line_is_refused_whole(qtbot, field: TypedLine, told: list[str]) -> None:
    field.show_text("It was a 😀 start")
    field.select(9, 10)
    paste(qtbot, field, "word " * 1_000_000)
    assert told == []
    assert field.text() == "It was a 😀 start"
    assert field.selected_range() == (9, 10)
    paste(qtbot, field, "good")
    assert told == ["It was a good start"]


def test_a_line_that_is_full_takes_no_more_and_can_be_changed(qtbot, field: TypedLine, told: list[str]) -> None:
    full = "x" * MOST_OF_A_LINE
    paste(qtbot, field, full)
    assert told == [full]
    qtbot.keyClick(field, "y")
    assert told == [full]
    field.select(0, 1)
    qtbot.keyClick(field, "y")
    assert told[1:] == ["y" + full[1:]]


def test_that_a_paste_was_refused_is_said_in_the_status_bar(user: User, window: Window) -> None:
    window.open_sample()
    window.notes.open("a1")
    for name, most in (("role", MOST_OF_A_LINE), ("notes", MOST_OF_A_TEXT)):
        control = window.notes._form().editors[name].control
        control.setFocus()
        before = window._session.brief
        user.put_on_clipboard("word " * 1_000_000)
        user.ctrl(Qt.Key.Key_V)
        assert window._session.brief is before
        assert f"takes {most:,} characters at once" in window.status_bar.currentMessage()
        assert control.accessibleName() in window.status_bar.currentMessage()
