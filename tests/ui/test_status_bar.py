"""The status bar says how things stand, and what is said does not hide it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from ui_user import User

from briefer.ui.status_bar import StatusBar
from briefer.ui.window import Window


@pytest.fixture
def bar(window: Window) -> StatusBar:
    window.open_sample()
    return window.status_bar


def label(bar: StatusBar, name: str) -> QLabel:
    return next(each for each in bar.findChildren(QLabel) if each.accessibleName() == name)


def button(bar: StatusBar, text: str) -> QToolButton:
    return next(each for each in bar.findChildren(QToolButton) if text in (each.text(), each.accessibleName()))


def test_it_says_whether_and_when_the_brief_was_saved(user: User, window: Window, bar: StatusBar, tmp_path) -> None:
    state = label(bar, "Whether the brief is saved")
    assert state.text() == "Not saved yet"
    window.documents._save(tmp_path / "cranes.brief")
    assert state.text().startswith("Saved ")
    assert bar._name.words() == "cranes.brief"
    user.click_words("Harbour Technology")
    user.press(Qt.Key.Key_X)
    assert state.text() == "Changed"
    window._session.undo()
    assert state.text().startswith("Saved ")


def test_what_was_filed_can_be_taken_back_where_it_is_told(user: User, window: Window, bar: StatusBar) -> None:
    before = window._session.brief
    user.click_words("Saltmere")
    user.press(Qt.Key.Key_X)
    assert bar.currentMessage().startswith("Filed as action: ")
    undo = button(bar, "Undo")
    assert undo.isVisible()
    user.bot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert window._session.brief == before
    assert not undo.isVisible()


def test_undo_is_offered_for_that_change_alone(user: User, window: Window, bar: StatusBar) -> None:
    user.click_words("Saltmere")
    user.press(Qt.Key.Key_X)
    user.press(Qt.Key.Key_S)
    assert bar.currentMessage().startswith("Filed as stake")
    user.alt(Qt.Key.Key_3)
    user.type("x")
    assert not button(bar, "Undo").isVisible()
    window.say("Exported to memo.docx")
    assert not button(bar, "Undo").isVisible()


def test_a_message_hides_nothing_else(window: Window, bar: StatusBar) -> None:
    window.resize(window.minimumSize())
    bar.add_checks(QLabel("3 checks: 1 quote not verbatim"))
    bar.show_pages(1.6, 2)
    QApplication.processEvents()
    standing = [each for each in bar.findChildren(QWidget) if each.isVisible()]
    window.say("A message of a length that nobody foresaw, which goes on and on " * 5)
    QApplication.processEvents()
    for each in standing:
        assert each.isVisible()
        right = each.mapTo(bar, each.rect().topRight()).x()
        assert right < bar.width()
    assert bar._message.text().endswith("…")


def test_the_tip_of_a_menu_entry_is_shown_too(window: Window, bar: StatusBar) -> None:
    window.actions_by_id["save"].hover()
    assert bar._message.words() == ""
    bar.showMessage("Save the brief")
    assert bar._message.words() == "Save the brief"
    bar.clearMessage()
    assert bar._message.words() == ""


@pytest.mark.parametrize(
    ("pages", "words", "role", "tip"),
    [
        (1.6, "1.6 of 2 pages", "status", ""),
        (1.9, "1.9 of 2 pages, may run over", "status-warn", "May run over"),
        (2.3, "2.3 of 2 pages", "status-err", "Over"),
    ],
)
def test_the_meter_warns_before_the_limit_and_fills_beyond(
    bar: StatusBar, pages: float, words: str, role: str, tip: str
) -> None:
    bar.show_pages(pages, 2)
    shown = label(bar, "Pages of the memo")
    assert (shown.text(), shown.property("role")) == (words, role)
    assert shown.toolTip().startswith(tip)
    assert bar._meter.isVisible()
    assert bar._meter.value() == min(round(pages * 50), 100)
    bar.show_pages(pages, 0)
    assert not bar._meter.isVisible()


def test_words_of_the_memo_are_counted(user: User, window: Window, bar: StatusBar) -> None:
    shown = label(bar, "Words of the memo")
    # The generated parts are counted a moment later than what is written.
    written = sum(editor.words for editor in window.memo.sections.values())
    user.bot.waitUntil(lambda: int(shown.text().split()[0]) > written)
    before = int(shown.text().split()[0])
    user.alt(Qt.Key.Key_3)
    user.type("three more words ")
    user.bot.waitUntil(lambda: int(shown.text().split()[0]) == before + 3)


def test_an_old_save_has_its_day(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    window.open_sample()
    window.documents._save(tmp_path / "old.brief")
    assert label(window.status_bar, "Whether the brief is saved").text().startswith("Saved 9 Sep 2001")


def test_a_message_goes_with_the_change_that_it_tells_of(user: User, window: Window) -> None:
    window.open_sample()
    window.go_to("source")
    reader = window.source.reader
    at = reader.text().index("Thursday")
    reader.select(at, at + 8)
    user.press(Qt.Key.Key_S)
    assert "Filed as stake" in window.status_bar.currentMessage()
    user.ctrl(Qt.Key.Key_Z)
    assert window.status_bar.currentMessage() == ""
