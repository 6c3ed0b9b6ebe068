"""What a person does to bring a window to a scene of the pictures: by keys and clicks."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from briefer.paths import resources

if TYPE_CHECKING:
    from briefer.ui.window import Window

PAUSE = 900
"""Milliseconds: longer than each pause of the window."""
_LONGEST = 36
"""Seconds."""


def settle() -> None:
    """Wait until nothing moves any more: a pause in which the worker had nothing to do before and after."""
    until = monotonic() + _LONGEST
    while monotonic() < until:
        was_still = is_still()
        settled = QEventLoop()  # QTest.qWait would keep Python's lock, and no thread could report
        QTimer.singleShot(PAUSE, settled.quit)
        settled.exec()
        if was_still and is_still():
            return


def is_still() -> bool:
    """Whether nothing is under way in the worker, and what the checks and the suggestions said holds."""
    from briefer.ui.window import Window

    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, Window) and each.isVisible()]
    return not any(each.background._going or _is_waited_for(each) for each in windows)


def _is_waited_for(window: Window) -> bool:
    if window.stage.shows_start or not window.opening.is_done:
        return not window.stage.shows_start
    desk = window.desk
    return not (desk.checks.are_ready and desk.suggestions.are_ready)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key, to whatever has the focus."""
    QTest.keyClick(_focus(), key, modifiers)
    QApplication.processEvents()


def type_words(words: str) -> None:
    """Typing, to whatever has the focus."""
    QApplication.processEvents()
    QTest.keyClicks(_focus(), words)


def select(window: Window, words: str) -> None:
    """Select words of the article."""
    reader = window.source.reader
    first = reader.text().index(words)
    window.source.take_focus()
    reader.select(first, first + len(words))


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None, "a picture is taken of the active window"
    return focus


def open_sample(window: Window, note: str = "") -> None:
    """The sample, perhaps with a note of it open."""
    window.open_sample()
    settle()
    if note:
        window.notes.open(note)


def show_templates(window: Window, ident: str) -> None:
    """Templates of each place; those of one's own and of the office are read in the worker."""
    from briefer.templates import own
    from briefer.templates.shelf import all_on_shelf

    folder = Path(tempfile.mkdtemp()) / "Briefer templates"
    folder.mkdir()
    text = (resources() / "templates" / "information-note.md").read_text("utf-8")
    broken = text.replace("sections.issue }}", "sections.isue }}").replace(
        "{{ sections.summary }}", "{{ sections.summary }"
    )
    (folder / "ministerial.md").write_text(own.renamed(broken, "Ministerial brief 2026"), "utf-8")
    (folder / "transmittal.md").write_text(own.renamed(text, "Letter of transmittal"), "utf-8")
    if not any(each.place == "mine" for each in all_on_shelf()):
        own.copy_template(resources() / "templates" / "information-note.md", "Weekly digest")
        own.begin_template("Two-line flash")
    window.documents.choose(replace(window.documents.settings, office_folder=str(folder)))
    open_sample(window)
    window.actions_by_id["to_templates"].trigger()
    window.modes.templates.view.want(ident)


def go_to_section(window: Window, name: str) -> QWidget:
    """Put the keyboard into a section of the memo."""
    text = window.memo.sections[name].text
    text.setFocus()
    QApplication.processEvents()
    return text


def place_of(window: Window, words: str) -> QPoint:
    """The middle of words of the article, in its view."""
    reader = window.source.reader
    cursor = reader._cursor_at(reader.text().index(words) + len(words) // 2)
    return reader.cursorRect(cursor).center()


def hover(widget: QWidget, where: QPoint) -> None:
    """Let the pointer rest."""
    QTest.mouseMove(widget, where)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, where, widget.mapToGlobal(where))
    QApplication.sendEvent(widget, event)


def right_click(widget: QWidget, where: QPoint) -> None:
    """Open the menu of a place."""
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.postEvent(widget, QContextMenuEvent(reason, where, widget.mapToGlobal(QPointF(where).toPoint())))


def click(words: str, place: QWidget) -> None:
    """Click the button of these words that is seen in a place."""
    next(each for each in place.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()
