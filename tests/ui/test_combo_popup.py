"""The list that a box to choose from opens."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from briefer.ui.window import Window


def test_all_templates_are_seen_in_the_list_that_opens(window: Window, qtbot: QtBot) -> None:
    picker = window.memo.picker
    assert isinstance(picker, QComboBox)
    picker.showPopup()
    QApplication.processEvents()
    rows = picker.view()
    last = rows.visualRect(rows.model().index(picker.count() - 1, 0))
    assert rows.viewport().rect().contains(last)
    picker.hidePopup()
