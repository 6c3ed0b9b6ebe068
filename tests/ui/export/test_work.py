"""What a person does in the export dialog, when things come in another order than usual."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from briefer.edit import changes
from briefer.ui.background import Background, Operation
from briefer.ui.export.choosers import FormatCards
from briefer.ui.export.dialog import ExportDialog
from briefer.ui.export.plan import named_file
from briefer.ui.window import Window


@pytest.fixture
def waiting(window: Window, monkeypatch: pytest.MonkeyPatch) -> list[Operation]:
    """What the worker is asked for about the sample, and has not done yet."""
    asked: list[Operation] = []
    window.open_sample()
    monkeypatch.setattr(Background, "ask", lambda _, operation: asked.append(operation))
    return asked


def outlooks(waiting: list[Operation]) -> list[Operation]:
    return [each for each in waiting if each.function.__name__ == "outlook"]


def open_dialogs(window: Window) -> list[ExportDialog]:
    return [each for each in window.findChildren(ExportDialog) if each.isVisible()]


def told(dialog: ExportDialog) -> list[str]:
    return [label.text() for label in dialog.advice.findChildren(QLabel)]


def test_another_one_opens_in_the_place_of_the_first(window: Window, waiting: list[Operation]) -> None:
    window.export_work.open(".docx")
    window.export_work.open(".md")
    (dialog,) = open_dialogs(window)
    before = told(dialog)
    outlooks(waiting)[-1].run_here()
    assert told(dialog) != before


def test_what_was_found_for_a_dialog_that_is_gone_is_not_told_in_the_next(
    window: Window, waiting: list[Operation]
) -> None:
    window.export_work.open(".docx")
    open_dialogs(window)[0].dismiss()
    window._session.apply(lambda brief: changes.set_section(brief, "summary", "Nobody said this."), "Write")
    window.export_work.open(".docx")
    (dialog,) = open_dialogs(window)
    before, now = outlooks(waiting)
    at_first = told(dialog)
    before.run_here()
    assert told(dialog) == at_first
    now.run_here()
    assert told(dialog) != at_first


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("", "/folder/Memo.docx"), ("other", "/folder/other.docx"), ("v1.2", "/folder/v1.2.docx"), ("memo.pdf", "/folder/memo.pdf"),
        ("/", "/Memo.docx"), ("..", "/folder/../Memo.docx"), ("sub/memo.docx", "/folder/sub/memo.docx"),
        ("~nobody-of-this-name/memo", "/folder/~nobody-of-this-name/memo.docx"), ("a\0b", "/folder/ab.docx"),
    ],
)  # fmt: skip
def test_any_name_leads_to_a_file(typed: str, file: str) -> None:
    assert named_file(Path("/folder"), typed, "Memo", ".docx") == Path(file)


def test_browsing_after_an_odd_name_tells_nothing_odd_to_the_system(
    window: Window, waiting: list[Operation], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun_at: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args, **_: (begun_at.append(args[2]), ("", ""))[1])
    window.export_work.open(".docx")
    (dialog,) = open_dialogs(window)
    field = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Save to")
    QGuiApplication.clipboard().setText("a\0b")
    field.selectAll()
    field.paste()
    next(each for each in dialog.findChildren(QAbstractButton) if each.text() == "Browse…").click()
    assert [Path(name).name for name in begun_at] == ["ab.docx"]


def test_a_key_that_comes_before_the_options_is_for_them(window: Window, waiting: list[Operation]) -> None:
    window.export_work.open(".docx")
    (dialog,) = open_dialogs(window)
    assert not dialog.findChildren(FormatCards)
    outlooks(waiting)[-1].run_here()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    (cards,) = dialog.findChildren(FormatCards)
    assert cards.current().hasFocus()
    assert cards.current() is not cards.findChildren(QAbstractButton)[0]
    assert dialog.content.updatesEnabled()


def test_options_that_come_late_know_what_was_found_and_leave_the_focus(
    window: Window, waiting: list[Operation], qtbot: QtBot
) -> None:
    window._session.apply(lambda brief: changes.set_header(brief, "marking", "INTERNAL"), "Mark")
    window.export_work.open(".docx")
    (dialog,) = open_dialogs(window)
    outlooks(waiting)[-1].run_here()
    (name,) = (each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Save to")
    name.setFocus()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(FormatCards)) and dialog.content.updatesEnabled())
    assert name.hasFocus()
    shown = [label.text() for label in dialog.options.findChildren(QLabel) if not label.isHidden()]
    assert "INTERNAL: no part is marked higher." in shown
