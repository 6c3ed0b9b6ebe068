"""A window as a user has it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_user import User

import briefer.sources.pasted  # as in a window that has been open for a while  # noqa: F401
from briefer.ui import slices, turns
from briefer.ui.app import make_window
from briefer.ui.background import Background
from briefer.ui.garbage import Collector
from briefer.ui.window import Window
from briefer.worker import Worker


@pytest.fixture(autouse=True)
def _windows_of_other_tests_are_gone(qapp: QApplication) -> None:
    """Each window that lives on makes the next one slower to dress."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _garbage_is_collected_as_in_the_program(qapp: QApplication) -> Iterator[None]:
    """In this thread alone, and whatever the test before has left behind."""
    gc.disable()
    yield
    collector = qapp.findChild(Collector, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if collector is not None:
        collector.look()


@pytest.fixture(autouse=True)
def _work_is_done_in_one_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is. Tests of what may happen between two slices set this anew."""
    monkeypatch.setattr(slices, "SLICE", 10)
    monkeypatch.setattr(turns, "is_free", lambda _worker: True)


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test put there is gone before Python is: freed later, it takes the process down."""
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture(scope="module")
def _worker_of_the_module() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def shared_worker(_worker_of_the_module: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """The windows of one file have one process between them: to start it takes longer than what it does for them."""
    monkeypatch.setattr(Background, "_hired", lambda _: _worker_of_the_module)


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A fresh window, shown, with the focus."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window = make_window()
    qtbot.addWidget(window, before_close_func=lambda w: w._session._history.mark_saved())
    with qtbot.waitActive(window):  # until then, what is given the keyboard is not told so
        window.show()
        window.activateWindow()
    window.go_to("source")
    return window


@pytest.fixture
def user(qtbot: QtBot, window: Window) -> User:
    return User(qtbot, window)
