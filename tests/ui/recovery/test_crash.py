"""A fault of the program: what is typed is kept first, work goes on, and the details hold no text of the brief."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.diagnostics import log_path, start_log, stop_log
from briefer.edit import changes
from briefer.store.briefs import parse_brief
from briefer.store.recovery import Copy, Kept, kept_bytes
from briefer.ui.recovery.crash import Watch
from briefer.ui.recovery.crash_dialog import CrashDialog
from briefer.ui.window import Window

SECRET = "the words of an article"


@pytest.fixture
def watch(window: Window) -> Iterator[Watch]:
    before = sys.excepthook, threading.excepthook
    watch = Watch(window)
    yield watch
    sys.excepthook, threading.excepthook = before


def fall() -> None:
    raise KeyError(SECRET)


def caught() -> KeyError:
    try:
        fall()
    except KeyError as error:
        return error
    raise AssertionError


def press(words: str) -> Callable[[object], None]:
    def answer(dialog: object) -> None:
        assert isinstance(dialog, CrashDialog)
        next(each for each in dialog.findChildren(QPushButton) if each.text() == words).click()

    return answer


def test_what_is_typed_is_kept_before_anything_is_said(
    user: User, window: Window, watch: Watch, qtbot: QtBot, copies: Callable[[], list[Path]]
) -> None:
    window._session.apply(lambda brief: changes.set_title(brief, SECRET), "Title")
    seen: list[tuple[str, str]] = []

    def look(dialog: object) -> None:
        assert isinstance(dialog, CrashDialog)
        (copy,) = copies()
        (details,) = dialog.findChildren(QPlainTextEdit)
        press("Copy details")(dialog)
        seen.append((parse_brief(kept_bytes(Copy(copy, Kept("brief", "", "")))).title, details.toPlainText()))
        press("Go on")(dialog)

    user.answer_dialog(look)
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: bool(seen))
    title, details = seen[0]
    assert title == SECRET
    assert QGuiApplication.clipboard().text() == details
    assert "KeyError" in details
    assert "in fall" in details
    assert "Qt platform: offscreen" in details
    assert SECRET not in details
    assert str(Path.home()) not in details
    assert window._session.brief.title == SECRET


def test_a_fault_in_another_thread_is_told_too_and_one_dialog_at_a_time(
    user: User, window: Window, watch: Watch, qtbot: QtBot
) -> None:
    seen: list[int] = []

    def look(dialog: object) -> None:
        QApplication.processEvents()
        seen.append(len([each for each in window.findChildren(CrashDialog) if each.isVisible()]))
        press("Go on")(dialog)

    user.answer_dialog(look)
    for _ in range(3):
        thread = threading.Thread(target=fall)
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: bool(seen))
    qtbot.waitUntil(lambda: not watch._shows)
    assert seen == [1]
    thread = threading.Thread(target=fall)
    thread.start()
    thread.join()
    qtbot.wait(10)
    assert not any(each.isVisible() for each in window.findChildren(CrashDialog))  # it is known by now


@pytest.mark.parametrize("kept", [True, False])
def test_on_a_low_screen_the_buttons_lie_below_the_details(window: Window, *, kept: bool) -> None:
    dialog = CrashDialog(window, "KeyError", kept=kept)
    dialog.resize(dialog.width(), 1)
    dialog.show()
    details = dialog.findChild(QPlainTextEdit)
    below = details.mapTo(dialog, details.rect().bottomLeft()).y()
    assert details.height() >= 64
    assert all(button.mapTo(dialog, QPoint()).y() > below for button in dialog.findChildren(QPushButton))
    dialog.accept()


def test_close_leaves_the_program_at_once(
    user: User, window: Window, watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    user.answer_dialog(press("Close Briefer"))
    QTimer.singleShot(0, lambda: sys.excepthook(KeyError, caught(), None))
    qtbot.waitUntil(lambda: codes == [70])


def test_the_log_says_what_was_done_and_none_of_the_words(
    window: Window, qtbot: QtBot, tmp_path: Path, watch: Watch, user: User
) -> None:
    start_log()
    try:
        window._session.apply(lambda brief: changes.set_title(brief, SECRET), "Title")
        assert window.documents._save(tmp_path / f"{SECRET}.brief")
        assert not window.documents._open(tmp_path / "none" / f"{SECRET}.brief")
        user.answer_dialog(press("Go on"))
        error = caught()
        sys.excepthook(type(error), error, error.__traceback__)
        qtbot.waitUntil(lambda: not watch._shows)
    finally:
        stop_log()
    told = log_path().read_text("utf-8")
    for words in ("started: Briefer", "saved: 0 sources", "not opened: UnreadableError", "fault: KeyError"):
        assert words in told
    assert SECRET not in told
