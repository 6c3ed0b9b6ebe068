"""The panes: their widths, and which of them are there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui_user import User

from briefer.ui.panes import WIDTHS
from briefer.ui.window import Window


def ratio(window: Window) -> list[float]:
    sizes = window.desk.panes.sizes()
    return [size / sum(sizes) for size in sizes]


def test_f9_leaves_the_memo_alone_and_shift_f9_brings_all_back(user: User, window: Window) -> None:
    window.open_sample()
    widths = window.desk.panes.sizes()
    user.press(Qt.Key.Key_F9)
    assert not window.source.isVisible()
    assert not window.notes.isVisible()
    assert window.memo.isAncestorOf(QApplication.focusWidget())
    user.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert window.source.isVisible()
    assert window.desk.panes.sizes() == widths


def test_going_to_a_hidden_pane_shows_it(user: User, window: Window) -> None:
    window.open_sample()
    user.press(Qt.Key.Key_F9)
    user.press(Qt.Key.Key_F6)
    assert window.memo.isAncestorOf(QApplication.focusWidget())
    user.alt(Qt.Key.Key_1)
    assert QApplication.focusWidget() is window.source.reader


def test_undo_of_a_change_in_a_hidden_pane_shows_it(user: User, window: Window) -> None:
    window.open_sample()
    user.click_words("Saltmere")
    user.press(Qt.Key.Key_X)
    user.press(Qt.Key.Key_F9)
    window.actions_by_id["undo"].trigger()
    assert window.source.isVisible()


def test_a_double_click_between_panes_gives_them_their_widths_back(user: User, window: Window) -> None:
    window.open_sample()
    window.resize(1440, 900)
    QApplication.processEvents()
    window.desk.panes.set_default_widths()
    before = window.desk.panes.sizes()
    window.desk.panes.setSizes([500, 500, 440])
    assert window.desk.panes.sizes() != before
    user.bot.mouseDClick(window.desk.panes.handle(1), Qt.MouseButton.LeftButton)
    assert window.desk.panes.sizes() == before
    assert abs(before[0] - WIDTHS["write"][0]) <= 10


def test_write_and_preview_keep_widths_of_their_own(user: User, window: Window) -> None:
    window.open_sample()
    window.resize(1440, 900)
    QApplication.processEvents()
    window.desk.panes.setSizes([600, 340, 500])
    writing = window.desk.panes.sizes()
    window.actions_by_id["preview"].trigger()
    assert window.desk.panes.sizes() != writing
    window.desk.panes.setSizes([400, 300, 740])
    preview = window.desk.panes.sizes()
    window.actions_by_id["preview"].trigger()
    assert window.desk.panes.sizes() == writing
    window.actions_by_id["preview"].trigger()
    assert window.desk.panes.sizes() == preview
