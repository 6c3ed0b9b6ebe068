"""The zoom works on what is used, source or preview, and is remembered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.ui.app import make_window
from briefer.ui.window import Window
from briefer.ui.window_state import load_state


def shown(window: Window) -> str:
    return window.status_bar._zoom.text().replace("\u202f", " ")


def test_keys_make_the_article_larger_and_smaller_and_as_it_was(user: User, window: Window) -> None:
    window.open_sample()
    reader = window.source.reader
    user.ctrl(Qt.Key.Key_Plus)
    user.ctrl(Qt.Key.Key_Plus)
    assert (reader.zoom(), shown(window)) == (120, "120 %")
    user.ctrl(Qt.Key.Key_Minus)
    assert (reader.zoom(), shown(window)) == (110, "110 %")
    user.ctrl(Qt.Key.Key_0)
    assert (reader.zoom(), shown(window)) == (100, "100 %")


def test_the_preview_has_a_zoom_of_its_own(user: User, window: Window) -> None:
    window.open_sample()
    window.actions_by_id["preview"].trigger()
    assert shown(window) == "Fit width"
    pages = window.memo.preview.pages
    before = pages.zoom()
    user.ctrl(Qt.Key.Key_Minus)
    assert pages.zoom() < before
    assert shown(window) == f"{round(pages.zoom() * 100)} %"
    assert window.source.reader.zoom() == 100
    user.alt(Qt.Key.Key_1)
    assert shown(window) == "100 %"
    user.ctrl(Qt.Key.Key_Plus)
    assert window.source.reader.zoom() == 110
    user.alt(Qt.Key.Key_3)
    user.ctrl(Qt.Key.Key_0)
    assert shown(window) == "Fit width"


def test_the_buttons_work_on_what_was_used_last(user: User, window: Window) -> None:
    window.open_sample()
    larger = next(b for b in window.status_bar.findChildren(QToolButton) if b.accessibleName() == "Larger")
    user.bot.mouseClick(larger, Qt.MouseButton.LeftButton)
    assert window.source.reader.zoom() == 110
    assert QApplication.focusWidget() is window.source.reader


def test_the_wheel_with_ctrl_is_told_too(user: User, window: Window) -> None:
    window.open_sample()
    at = QPointF(50, 50)
    turn = QWheelEvent(
        at,
        window.source.reader.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.source.reader.viewport(), turn)
    assert window.source.reader.zoom() > 100
    assert shown(window) == f"{window.source.reader.zoom()} %"


def test_without_an_article_there_is_nothing_to_zoom(user: User, window: Window) -> None:
    user.ctrl(Qt.Key.Key_Plus)
    assert shown(window) == "100 %"


def test_the_next_window_is_as_large(user: User, window: Window, qtbot: QtBot) -> None:
    window.open_sample()
    user.ctrl(Qt.Key.Key_Plus)
    window._session._history.mark_saved()
    window.close()
    assert load_state().zoom == {"source": 110}
    again = make_window()
    qtbot.addWidget(again, before_close_func=lambda w: w._session._history.mark_saved())
    again.open_sample()
    assert again.source.reader.zoom() == 110
    assert shown(again) == "110 %"
