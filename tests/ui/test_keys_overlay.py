"""The panel of all keys, as F1 shows it."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QScrollArea, QTextEdit
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.ui.actions import ACTIONS, shown_keys
from briefer.ui.keys_overlay import READING, READING_KEYS, KeyCap, KeyRow, KeysOverlay, key_groups
from briefer.ui.palette import CommandPalette
from briefer.ui.theme import DARK, LIGHT, apply_theme


@pytest.fixture
def plain(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QTextEdit("Words"))
    window.resize(1040, 640)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.centralWidget().setFocus()
    return window


def opened(window: QMainWindow) -> KeysOverlay:
    overlay = KeysOverlay(window)
    overlay.open()
    for _ in range(3):
        QApplication.processEvents()
    return overlay


def test_every_key_of_the_table_is_in_a_group_and_reading_comes_first() -> None:
    groups = key_groups()
    assert next(iter(groups)) == READING
    for row in ACTIONS:
        if row.keys:
            assert KeyRow(shown_keys(row), row.tip) in groups[row.menu.replace("&", "")]
        if row.letter:
            assert KeyRow(row.letter, row.text.replace("&", ""), row.tip) in groups[READING]
    assert groups[READING][-len(READING_KEYS) :] == list(READING_KEYS)


def test_all_keys_are_on_the_panel(plain: QMainWindow) -> None:
    overlay = opened(plain)
    shown = [cap.text() for cap in overlay.findChildren(KeyCap)]
    assert sorted(shown) == sorted(row.keys for rows in key_groups().values() for row in rows)
    heads = [label.text() for label in overlay.findChildren(QLabel) if label.property("role") == "head"]
    assert sorted(heads) == sorted(key_groups())


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_escape_and_f1_close_it_and_give_the_focus_back(plain: QMainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    overlay = opened(plain)
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is plain.centralWidget()


def test_a_click_beside_it_or_on_close_closes_it(plain: QMainWindow, qtbot: QtBot) -> None:
    overlay = opened(plain)
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not overlay.isVisible()
    overlay = opened(plain)
    qtbot.mouseClick(overlay.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is plain.centralWidget()


def test_in_a_low_window_the_keys_scroll(plain: QMainWindow, qtbot: QtBot) -> None:
    plain.resize(1040, 300)
    overlay = opened(plain)
    bar = overlay.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() > 0
    for key, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, bar.pageStep())):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert bar.value() == min(place, bar.maximum())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert bar.value() > 0


@pytest.mark.parametrize("size", [(1440, 900), (1040, 640), (700, 400), (420, 300)])
def test_nothing_is_cut_off(plain: QMainWindow, size: tuple[int, int]) -> None:
    overlay = opened(plain)
    plain.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    area = overlay.findChild(QScrollArea)
    page = area.widget()
    assert overlay.rect().contains(overlay.panel.geometry())
    assert page.width() <= area.viewport().width()
    for label in page.findChildren(QLabel):
        place = label.rect().translated(label.mapTo(page, QPoint()))
        assert page.rect().contains(place), label.text()
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_screen_reader_hears_all_of_it(plain: QMainWindow) -> None:
    overlay = opened(plain)
    area = QApplication.focusWidget()
    assert area.accessibleName() == "All keys"
    for row in ACTIONS:
        assert not row.keys or f"{shown_keys(row)}, {row.tip}" in area.accessibleDescription()
    assert "full stop, Select the sentence" in area.accessibleDescription()
    assert overlay.accessibleName() == "Keys"


def test_it_follows_the_theme_and_shows_the_focus(plain: QMainWindow, qtbot: QtBot, qapp: QApplication) -> None:
    overlay = opened(plain)
    for scheme, colours in (("dark", DARK), ("light", LIGHT)):
        apply_theme(qapp, scheme)
        QApplication.processEvents()
        image = overlay.panel.grab().toImage()
        below = overlay.findChild(QScrollArea).geometry()
        assert image.pixelColor(below.right() - 20, below.bottom() - 1) == QColor(colours.pane)
        assert image.pixelColor(300, 0) == QColor(colours.accent)
    overlay.findChild(QPushButton).setFocus()
    assert overlay.panel.grab().toImage().pixelColor(300, 0) == QColor(LIGHT.ctl)
    apply_theme(qapp, "system")


def test_it_takes_the_place_of_the_palette(user: User) -> None:
    window = user.window
    focus = QApplication.focusWidget()
    palette = CommandPalette(window, window.actions_by_id)
    palette.open()
    overlay = KeysOverlay(window)
    overlay.open()
    assert (palette.isVisible(), overlay.isVisible()) == (False, True)
    user.press(Qt.Key.Key_F1)
    assert not overlay.isVisible()
    assert QApplication.focusWidget() is focus


def test_letters_file_nothing_while_it_is_open(user: User) -> None:
    window = user.window
    window.open_sample()
    user.click_words("Kestria")
    before = window._session.brief
    KeysOverlay(window).open()
    user.type("axsq")
    user.ctrl(Qt.Key.Key_N)
    assert window._session.brief is before


def test_the_keys_named_for_reading_do_what_is_said(user: User) -> None:
    """What READING_KEYS promises is not in the table of actions, so that no other test would miss it."""
    window = user.window
    window.open_sample()
    user.click_words("Harbour Technology Board")
    user.press(Qt.Key.Key_Return)
    assert window.notes.open_id
    window.source.take_focus()
    user.click_words("The inspectors counted")
    user.type(".")
    sentence = window.source.reader.selected_range()
    user.type(".")
    paragraph = window.source.reader.selected_range()
    assert sentence is not None
    assert paragraph is not None
    assert paragraph[1] - paragraph[0] > sentence[1] - sentence[0]
    # Those with Alt, Esc, Del and the wheel are pressed in source/test_reading.py.
    others = ["Alt+← →", "Alt+Home End", "Esc"], ["Del", "Ctrl+wheel"]
    assert [row.keys for row in READING_KEYS] == [".", *others[0], "Enter", *others[1]]


def test_no_overlay_and_no_window_is_left_over(qtbot: QtBot) -> None:
    gc.collect()
    window = QMainWindow()
    overlay = KeysOverlay(window)
    overlay.open()
    gone = weakref.ref(overlay)
    overlay.dismiss()
    del overlay
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone() is None
    KeysOverlay(window).open()
    window_gone = weakref.ref(window)
    del window
    assert window_gone() is None
