from __future__ import annotations

import weakref

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from ui_fields import compose, ready

from briefer.ui.text.history_keys import HistoryKeys
from briefer.ui.text.typed_line import TypedLine
from briefer.ui.text.typed_text import TypedText

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The offscreen platform says so of what windows ask for on the way."""


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def field(qtbot, told: list[str]) -> TypedText:
    field = TypedText("Summary", placeholder="What must the reader know?")
    field.resize(400, 120)
    return ready(qtbot, field, told)


def test_each_key_tells_the_whole_text(qtbot, field: TypedText, told: list[str]) -> None:
    qtbot.keyClicks(field, "Hi")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "x")
    assert told == ["H", "Hi", "Hi\n", "Hi\nx"]


def test_no_break_spaces_survive_typing_and_line_separators_become_line_ends(
    qtbot, field: TypedText, told: list[str]
) -> None:
    field.show_text("46\u00a0million\u2028crowns\u2029now\r\nhere")
    assert field.text() == "46\u00a0million\ncrowns\nnow\nhere"
    assert told == []
    field.set_caret(0)
    qtbot.keyClicks(field, "E")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told[-1] == "E\n46\u00a0million\ncrowns\nnow\nhere"


def test_showing_a_text_tells_nothing_and_keeps_caret_and_scroll(qtbot, field: TypedText, told: list[str]) -> None:
    lines = [f"line {n}" for n in range(60)]
    field.show_text("\n".join(lines))
    field.set_caret(200)
    top = field.verticalScrollBar().value()
    assert top > 0
    lines[0] = "a longer line 0 😀"
    field.show_text("\n".join(lines))
    assert field.caret() == 200 + len("a longer line 0 😀") - len("line 0")
    assert field.verticalScrollBar().value() == top
    assert told == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(st.text(st.sampled_from("ab \n\u00a0😀é\u0301"), max_size=20), max_size=4))
def test_any_text_is_shown_as_it_is(field: TypedText, told: list[str], texts: list[str]) -> None:
    for text in texts:
        field.show_text(text)
        assert field.text() == text
        assert field.document().toRawText().replace("\u2029", "\n") == text
    assert told == []


def test_positions_are_code_points(qtbot, field: TypedText, told: list[str]) -> None:
    field.show_text("😀😀 end")
    field.set_caret(2)
    assert field.textCursor().position() == 4
    qtbot.keyClicks(field, "!")
    assert told == ["😀😀! end"]
    assert field.caret() == 3
    field.select(4, 7)
    assert field.textCursor().selectedText() == "end"
    assert field.selected_range() == (4, 7)
    field.set_caret(99)
    assert field.caret() == 7
    assert field.selected_range() is None


def test_nothing_is_told_while_an_input_method_composes(field: TypedText, told: list[str]) -> None:
    field.show_text("old words")
    field.select(0, 3)
    compose(field, "に")  # deletes the selection at once
    compose(field, "にほ")
    assert told == []
    compose(field, "", "日本")
    assert told == ["日本 words"]


def test_a_composition_given_up_tells_what_it_left(field: TypedText, told: list[str]) -> None:
    field.show_text("old words")
    field.select(0, 3)
    compose(field, "に")
    compose(field, "")
    assert told == [" words"]


def test_paste_takes_plain_text_only(qtbot, field: TypedText, told: list[str]) -> None:
    data = QMimeData()
    data.setHtml('<b>bold</b><img src="http://example.org/x.png">')
    data.setText("bold\u00a0\r\nwords")
    QApplication.clipboard().setMimeData(data)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told == ["bold\u00a0\nwords"]
    cursor = QTextCursor(field.document())
    cursor.movePosition(QTextCursor.MoveOperation.Right)
    assert not cursor.charFormat().font().bold()


def test_pictures_are_not_taken(field: TypedText) -> None:
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert not field.canInsertFromMimeData(data)


def test_a_dropped_file_is_left_to_the_window(field: TypedText) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/article.txt")])
    assert not field.acceptDrops()
    assert not field.viewport().acceptDrops()


def test_tab_moves_the_focus(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = TypedText("First"), TypedText("Second")
    layout = QVBoxLayout(window)
    layout.addWidget(first)
    layout.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.text() == ""


def test_the_field_grows_with_its_text_up_to_the_limit(field: TypedText) -> None:
    line = field.fontMetrics().lineSpacing()
    empty = field.sizeHint().height()
    field.show_text("\n".join("12345"))
    five = field.sizeHint().height()
    assert five >= empty + 2 * line
    field.show_text("\n" * 100)
    most = field.sizeHint().height()
    assert five < most < 16 * line


def test_without_a_limit_the_field_is_as_high_as_its_text(qtbot) -> None:
    field = TypedText("Free", most_lines=0)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    field.show_text("\n" * 100)
    assert field.sizeHint().height() > 100 * field.fontMetrics().lineSpacing()


def test_the_layout_follows_the_text(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = TypedText("Section")
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addStretch()
    with qtbot.waitExposed(window):
        window.show()
    window.resize(300, 600)
    before = field.height()
    field.show_text("\n".join("123456"))
    qtbot.waitUntil(lambda: field.height() > before)


def test_it_has_a_name_and_a_placeholder(field: TypedText) -> None:
    assert field.accessibleName() == "Summary"
    assert field.placeholderText() == "What must the reader know?"


# What TypedText and TypedLine share: undo is the window's.


@pytest.fixture(params=[TypedText, TypedLine])
def any_field(request: pytest.FixtureRequest) -> TypedText | TypedLine:
    return request.param("Any")


@pytest.fixture
def window(qtbot, any_field: TypedText | TypedLine) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(any_field)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    any_field.setFocus()
    return window


@pytest.mark.parametrize("keys", [QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo])
def test_the_windows_undo_gets_the_key(qtbot, window: QWidget, any_field, keys: QKeySequence.StandardKey) -> None:
    undone: list[bool] = []
    action = QAction(window)
    action.setShortcuts(keys)
    action.triggered.connect(lambda: undone.append(True))
    window.addAction(action)
    qtbot.keyClicks(any_field, "abc")
    qtbot.keySequence(any_field, QKeySequence(keys))
    assert undone == [True]


def test_without_an_undo_of_the_window_nothing_is_undone(qtbot, window: QWidget, any_field) -> None:
    qtbot.keyClicks(any_field, "abc")
    qtbot.keyClick(any_field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert any_field.text() == "abc"


def test_the_context_menu_has_no_undo(qtbot, window: QWidget, any_field) -> None:
    target = any_field.viewport() if isinstance(any_field, TypedText) else any_field
    where = target.rect().center()
    QApplication.sendEvent(
        target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, target.mapToGlobal(where))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    assert "edit-paste" in names
    assert not {"edit-undo", "edit-redo"} & set(names)
    assert names[0]
    menu.close()


def test_it_dies_when_its_window_does(qtbot, any_field) -> None:
    window = QWidget()
    kind = type(any_field)
    field = kind("Mortal", parent=window)
    field.show_text("words")
    gone = weakref.ref(field)
    del field
    window.deleteLater()
    del window
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert gone() is None


@pytest.mark.parametrize(
    ("key", "is_the_window_s"),
    [
        (Qt.Key.Key_E, True),
        (Qt.Key.Key_D, True),
        (Qt.Key.Key_C, False),
        (Qt.Key.Key_A, False),
        (Qt.Key.Key_Left, False),
    ],
)
def test_ctrl_and_a_letter_are_claimed_only_to_copy_paste_and_select(
    field: TypedText, key: Qt.Key, is_the_window_s: bool
) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    filters = field.findChildren(HistoryKeys)
    assert [each.eventFilter(field, event) for each in filters] == [is_the_window_s]


def test_another_text_may_be_shown_while_somebody_composes_over_words(qtbot, told: list[str]) -> None:
    field = ready(qtbot, TypedText("Notes"), told)
    field.show_text("One of the five ports\nis closed")
    field.select(0, 22)
    compose(field, "xie")
    field.show_text("One of the five ports\nis closed now")
    compose(field, "")
    assert (
        field.document().toRawText().replace("\u2029", "\n") == field.text() == "One of the five ports\nis closed now"
    )
