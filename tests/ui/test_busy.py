"""Work that takes longer than a moment is shown, and can be stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.ui.busy import Busy, BusyLine
from briefer.ui.window import Window


def line(window: Window) -> BusyLine:
    found = window.findChild(BusyLine)
    assert isinstance(found, BusyLine)
    return found


def test_a_moment_is_not_shown(qtbot: QtBot) -> None:
    busy, shown = Busy(), []
    busy.shown.connect(lambda words, stoppable: shown.append((words, stoppable)))
    busy.end(busy.begin("Importing"))
    assert not busy._patience.isActive()
    assert shown == []


def test_longer_work_shows_the_line_its_words_and_a_way_to_stop_it(user: User, window: Window) -> None:
    window.busy._patience.setInterval(1)
    stopped = []
    number = window.busy.begin("Importing a.pdf", lambda: stopped.append(True))
    user.bot.waitUntil(line(window).isVisible)
    assert window.status_bar._message.words() == "Importing a.pdf…"
    cancel = next(each for each in window.status_bar.findChildren(QToolButton) if each.text() == "Cancel")
    user.bot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert stopped == [True]
    window.say("Pasted")
    assert window.status_bar._message.words() == "Pasted"
    window.status_bar.clearMessage()
    assert window.status_bar._message.words() == "Importing a.pdf…"
    window.busy.change(number, "Importing b.pdf")
    assert window.status_bar._message.words() == "Importing b.pdf…"
    window.busy.end(number)
    assert not line(window).isVisible()
    assert not cancel.isVisible()
    assert window.status_bar._message.words() == ""


def test_of_several_the_last_is_shown_till_all_have_ended(qtbot: QtBot) -> None:
    busy, shown = Busy(), []
    busy.shown.connect(lambda words, stoppable: shown.append((words, stoppable)))
    first = busy.begin("First", lambda: None)
    second = busy.begin("Second")
    busy._show()
    busy.end(second)
    busy.change(second, "Gone")
    busy.end(first)
    busy.end(first)
    assert shown == [("Second", False), ("First", True), ("", False)]


def test_what_cannot_be_stopped_is_not(qtbot: QtBot) -> None:
    busy = Busy()
    busy.begin("Waiting")
    busy.cancel()
    assert busy._work
