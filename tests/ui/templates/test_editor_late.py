"""The editor of templates while the file is still being read: what comes late does no harm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from briefer.catalogue import Listed
from briefer.errors import DataError
from briefer.templates.shelf import mine
from briefer.ui.background import Background, Operation
from briefer.ui.template_editor import work
from briefer.ui.templates.mode import Editing, TemplatesMode
from briefer.ui.window import Window


@pytest.fixture(autouse=True)
def _nobody_is_asked_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "ask_unsaved", lambda *_: "discard")


@pytest.fixture
def waiting(shown: TemplatesMode, monkeypatch: pytest.MonkeyPatch) -> list[Operation]:
    """What the worker is asked for from now on, and has not done yet."""
    asked: list[Operation] = []
    monkeypatch.setattr(Background, "ask", lambda _, operation: asked.append(operation))
    return asked


@pytest.fixture
def edited(shown: TemplatesMode, window: Window, waiting: list[Operation]) -> Editing:
    """The editor with the user's own template in it."""
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_edit"].trigger()
    waiting.pop().run_here()
    assert shown.edits
    waiting.clear()
    return shown.editing


def press(editing: Editing, words: str) -> None:
    buttons = editing.view.bands.findChildren(QPushButton)
    next(each for each in buttons if each.text() == words and each.isVisible()).click()


def opening(waiting: list[Operation]) -> Operation:
    return next(each for each in waiting if each.words.startswith("Opening"))


def change_outside(editing: Editing, weekly: Path) -> str:
    """Another program writes to the file while something is typed here, which is noticed by saving; what it wrote."""
    theirs = weekly.read_text("utf-8").replace("Weekly digest", "Theirs")
    weekly.write_text(theirs, "utf-8")
    editing.view.text.insertPlainText("Mine. ")
    editing.work.save()
    QApplication.processEvents()
    return theirs


@pytest.mark.parametrize("choice", ["Reload", "Keep mine"])
def test_an_editor_that_was_closed_meanwhile_stays_closed(
    edited: Editing, shown: TemplatesMode, weekly: Path, waiting: list[Operation], choice: str
) -> None:
    theirs = change_outside(edited, weekly)
    press(edited, choice)
    edited.work.close()
    press(edited, "Close without saving")
    opening(waiting).run_here()
    assert not shown.edits
    assert weekly.read_text("utf-8") == theirs


def test_a_file_that_comes_late_does_not_replace_what_is_typed_in_another(
    shown: TemplatesMode, window: Window, waiting: list[Operation]
) -> None:
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_edit"].trigger()
    window.actions_by_id["template_edit"].trigger()
    first, second = (each for each in waiting if each.words.startswith("Opening"))
    first.run_here()
    shown.editing.view.text.insertPlainText("Mine. ")
    second.run_here()
    assert shown.editing.view.text.text().startswith("Mine. ")
    assert "weekly" in window.status_bar.currentMessage()


def test_the_edit_key_right_after_duplicate_is_for_the_copy(
    shown: TemplatesMode, window: Window, qtbot: QtBot
) -> None:
    """The list does not have the copy yet: what is chosen there is still the other one."""
    shown.view.list.choose("information-note")
    window.actions_by_id["template_duplicate"].trigger()
    window.actions_by_id["template_edit"].trigger()
    assert "as soon as it is here" in window.status_bar.currentMessage()
    qtbot.waitUntil(lambda: shown.edits)
    assert shown.editing.view.text.text().startswith("---\nname: Information note copy\n")
    assert len(list(mine().glob("*copy*"))) == 1


def run_all(waiting: list[Operation], qtbot: QtBot, until: Callable[[], bool]) -> None:
    def ran() -> bool:
        while waiting:
            waiting.pop(0).run_here()
        return until()

    qtbot.waitUntil(ran)


def test_edit_waits_for_a_copy_that_is_still_being_made(
    shown: TemplatesMode, window: Window, waiting: list[Operation], qtbot: QtBot
) -> None:
    shown.view.list.choose("information-note")
    window.actions_by_id["template_duplicate"].trigger()
    window.actions_by_id["template_edit"].trigger()
    assert "as soon as it is here" in window.status_bar.currentMessage()
    assert not shown.edits
    run_all(waiting, qtbot, lambda: shown.edits)
    assert shown.editing.view.text.text().startswith("---\nname: Information note copy\n")
    assert len(list(mine().glob("*copy*"))) == 1


def test_a_copy_that_comes_late_leaves_another_one_chosen(
    shown: TemplatesMode, window: Window, waiting: list[Operation], qtbot: QtBot
) -> None:
    shown.view.list.choose("information-note")
    window.actions_by_id["template_duplicate"].trigger()
    shown.view.list.choose("mine:weekly")
    run_all(waiting, qtbot, lambda: window.modes.keeper.find("mine:information-note-copy") is not None)
    qtbot.waitUntil(lambda: shown.view.list.rows.index_of("mine:information-note-copy").isValid())
    assert shown.view.current is not None
    assert shown.view.current.id == "mine:weekly"
    assert not shown.view.list.is_editing


def test_a_copy_that_comes_while_another_is_named_is_named_after_it(
    shown: TemplatesMode, window: Window, waiting: list[Operation], qtbot: QtBot
) -> None:
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_duplicate"].trigger()
    window.actions_by_id["template_rename"].trigger()
    run_all(waiting, qtbot, lambda: window.modes.keeper.find("mine:weekly-digest-copy") is not None)
    QApplication.processEvents()
    assert shown.view.current is not None
    assert shown.view.current.id == "mine:weekly"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown.view.current.id == "mine:weekly-digest-copy" and shown.view.list.is_editing)
    for _ in range(2):
        window.modes.keeper.changed.emit()
        window.actions_by_id["template_rename"].trigger()
        QApplication.processEvents()
        assert shown.view.list.is_editing


@pytest.mark.parametrize("end", ["fails", "stopped"])
def test_a_copy_that_does_not_come_is_not_edited(
    shown: TemplatesMode, window: Window, waiting: list[Operation], end: str
) -> None:
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_duplicate"].trigger()
    window.actions_by_id["template_edit"].trigger()
    operation = waiting.pop()
    operation.stopped() if end == "stopped" else operation.failed(DataError("The disk is full."))
    QApplication.processEvents()
    assert not shown.edits
    window.actions_by_id["template_edit"].trigger()
    opening(waiting).run_here()
    assert shown.editing.work.ident == "mine:weekly"


def test_who_chooses_another_one_meanwhile_edits_that(shown: TemplatesMode, window: Window, qtbot: QtBot) -> None:
    shown.view.want("mine:not-here")
    window.actions_by_id["template_edit"].trigger()
    assert not shown.edits
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_edit"].trigger()
    assert shown.editing.work.ident == "mine:weekly"


def test_what_fails_while_the_editor_is_shown_is_told_there(
    edited: Editing, weekly: Path, waiting: list[Operation]
) -> None:
    change_outside(edited, weekly)
    press(edited, "Reload")
    weekly.unlink()
    opening(waiting).run_here()
    told = " ".join(band.words for band in edited.view.bands.shown())
    assert "weekly.md" in told
    assert edited.view.text.text().startswith("Mine. ")


def test_a_name_that_is_agreed_to_and_left_at_once_is_taken_once(
    shown: TemplatesMode, window: Window, qtbot: QtBot, listed: Callable[[str], Listed]
) -> None:
    """Both keys come before the window has its next turn, as they do after it was busy."""
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_rename"].trigger()
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Monthly")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: listed("mine:weekly").name == "Monthly")
    assert shown.work.undo_label == "Renamed “Weekly digest” to “Monthly”"


def test_a_row_that_has_no_name_to_type_is_left_alone(shown: TemplatesMode) -> None:
    names = shown.view.list
    names.setCurrentIndex(names.rows.groups()[0])
    names.rename_current()
    assert not names.is_editing


def test_line_separators_are_ends_of_lines(edited: Editing, qtbot: QtBot) -> None:
    text = edited.view.text
    text.setTextCursor(text.cursor_at(0, len(text.text())))
    QGuiApplication.clipboard().setText("a\u2028b\u2029c\nd")
    text.paste()
    assert text.place == (4, 2)
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert text.place == (5, 1)
    text.put(0, 0, "x\u2028")
    assert (text.text(), text.blockCount()) == ("x\na\nb\nc\nd\n", 6)
