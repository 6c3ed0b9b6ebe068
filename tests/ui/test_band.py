"""Bands say what went wrong while work goes on, and lead on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.errors import DataError
from briefer.ui.band import Bands, Offer
from briefer.ui.messages import settle, show_error
from briefer.ui.window import Window

FULL = DataError("the disk is full", "free some space")


@pytest.fixture
def bands(qtbot: QtBot) -> Bands:
    bands = Bands()
    qtbot.addWidget(bands)
    return bands


def test_a_band_is_read_out_with_its_kind(bands: Bands, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: spoken.append(event.message()))
    bands.show_band("error", "The memo cannot be exported.", "The disk is full.")
    bands.show_band("warn", "The file has changed.")
    assert spoken == ["Problem: The memo cannot be exported. The disk is full.", "Warning: The file has changed."]


def test_the_same_message_stands_there_once(bands: Bands) -> None:
    for reason in ("First.", "Second."):
        bands.show_band("error", "It failed.", reason)
    assert [band.words for band in bands.shown()] == ["It failed. Second."]
    bands.drop("It failed.")
    assert bands.shown() == []


def test_a_way_out_is_taken_once_and_the_band_goes(bands: Bands, qtbot: QtBot) -> None:
    taken = []
    band = bands.show_band("error", "It failed.", offers=[Offer("Try again", lambda: taken.append(bands.shown()))])
    button = band.findChild(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert taken == [[]]


def test_escape_closes_a_band_from_its_buttons(bands: Bands, qtbot: QtBot) -> None:
    band = bands.show_band("info", "Recovered.", offers=[Offer("Open", lambda: None)])
    qtbot.keyClick(band.findChild(QPushButton), Qt.Key.Key_Escape)
    assert bands.shown() == []


def test_the_keyboard_goes_back_to_where_it_was_when_the_band_goes(user: User, window: Window) -> None:
    window.open_sample()
    window.go_to("memo")
    field = QApplication.focusWidget()
    show_error(window, FULL, "It failed.")
    while not window.bands.isAncestorOf(QApplication.focusWidget()):
        user.press(Qt.Key.Key_F6)
        field = field if window.bands.isAncestorOf(QApplication.focusWidget()) else QApplication.focusWidget()
    user.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is field


def test_bands_that_were_closed_are_no_longer_there_once_qt_has_freed_them(bands: Bands, qtbot: QtBot) -> None:
    band = bands.show_band("info", "Recovered.", offers=[Offer("Open", lambda: None)])
    qtbot.mouseClick(band.findChildren(QToolButton)[-1], Qt.MouseButton.LeftButton)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bands.drop("Recovered.")
    assert bands.shown() == []


def test_an_error_stands_over_its_pane_and_over_the_window_where_that_is_hidden(user: User, window: Window) -> None:
    window.open_sample()
    show_error(window, FULL, "It failed.", pane="source")
    assert [band.words for band in window.desk.panes.bands["source"].shown()] == [
        "It failed. The disk is full. Free some space."
    ]
    settle(window, "It failed.", pane="source")
    user.press(Qt.Key.Key_F9)
    show_error(window, FULL, "It failed.", pane="source")
    assert len(window.bands.shown()) == 1
    assert window.desk.panes.bands["source"].shown() == []
    settle(window, "It failed.", pane="source")
    assert window.bands.shown() == []


def test_bands_about_one_brief_are_gone_in_the_next(window: Window) -> None:
    window.open_sample()
    show_error(window, FULL, "It failed.")
    window.open_sample()
    assert window.bands.shown() == []


# The file of the brief, changed by another program


@pytest.fixture
def path(window: Window, tmp_path: Path) -> Path:
    window.open_sample()
    path = tmp_path / "x.brief"
    assert window.documents._save(path)
    return path


def change_outside(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("port cranes", "harbour cranes"), "utf-8")


def press(window: Window, words: str) -> None:
    (band,) = window.bands.shown()
    next(each for each in band.findChildren(QPushButton) if each.text() == words).click()
    QApplication.processEvents()


def test_a_change_outside_is_told_when_the_window_is_come_back_to(window: Window, path: Path, qtbot: QtBot) -> None:
    change_outside(path)
    window.documents.look_for_changes()
    (band,) = window.bands.shown()
    assert str(path) in band.words
    press(window, "Reload")
    assert "harbour cranes" in window._session.brief.header["subject"]
    assert window.bands.shown() == []
    window.documents.look_for_changes()
    assert window.bands.shown() == []


def test_coming_back_to_the_window_looks_for_changes(window: Window, path: Path, qtbot: QtBot) -> None:
    change_outside(path)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    other = QPushButton()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(window.bands.shown()))


def test_a_save_over_a_change_outside_waits_for_an_answer(user: User, window: Window, path: Path) -> None:
    change_outside(path)
    theirs = path.read_bytes()
    user.click_words("Saltmere")
    user.press(Qt.Key.Key_X)
    user.ctrl(Qt.Key.Key_S)
    assert path.read_bytes() == theirs
    press(window, "Keep mine")
    assert path.read_bytes() != theirs
    assert window._session.is_saved
    assert window.bands.shown() == []


def test_a_file_that_is_gone_or_was_never_there_is_no_change(window: Window, path: Path) -> None:
    path.unlink()
    window.documents.look_for_changes()
    assert window.bands.shown() == []
    window.open_sample()
    window.documents.look_for_changes()
    assert window.bands.shown() == []
