"""What a person does to a window: keys, clicks, drags, answers to dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from briefer.ui.export.dialog import ExportDialog
from briefer.ui.window import Window


class User:
    """Does to a window what a person does, and counts it: a key press, a click, a drag, a run of typing."""

    def __init__(self, qtbot: QtBot, window: Window) -> None:
        self.bot, self.window, self.actions = qtbot, window, 0

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key with its modifiers, to whatever has the focus."""
        self.actions += 1
        self.bot.keyClick(self._focus(), key, modifiers)
        QApplication.processEvents()

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def alt(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def type(self, text: str) -> None:
        """A run of typing, to whatever has the focus."""
        self.actions += 1
        self.bot.keyClicks(self._focus(), text)
        QApplication.processEvents()

    def click_words(self, words: str) -> None:
        """A click into words of the article."""
        self.actions += 1
        reader = self.window.source.reader
        start = reader.text().index(words)
        cursor = reader._cursor_at(start + len(words) // 2)
        self.bot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=reader.cursorRect(cursor).center())
        QApplication.processEvents()

    def drag_over(self, words: str) -> None:
        """A drag over words of the article."""
        self.actions += 1
        reader = self.window.source.reader
        start = reader.text().index(words)
        begin, end = (reader.cursorRect(reader._cursor_at(at)).center() for at in (start, start + len(words)))
        self.bot.mousePress(reader.viewport(), Qt.MouseButton.LeftButton, pos=begin)
        self.bot.mouseMove(reader.viewport(), (begin + end) / 2)
        self.bot.mouseMove(reader.viewport(), end)
        self.bot.mouseRelease(reader.viewport(), Qt.MouseButton.LeftButton, pos=end)
        QApplication.processEvents()

    def export(self, path: Path) -> None:
        """Ctrl+E, a file typed in place of the one that is proposed, and Enter."""
        self.ctrl(Qt.Key.Key_E)
        self.name_export(path)

    def name_export(self, path: Path) -> None:
        """In the export dialog, a file typed in place of the one that is proposed, and Enter."""
        dialog = next(each for each in self.window.findChildren(ExportDialog) if each.isVisible())
        field = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Save to")
        field.setFocus()
        field.selectAll()
        self.type(str(path))
        self.press(Qt.Key.Key_Return)

    def _focus(self) -> QWidget:
        """What has the focus; a window system gives it back after a dialog, and here there is none.

        What is done there goes past the system's window, at which a real key ends the opening of a brief.
        """
        if not self.window.stage.shows_start:
            self.window.desk  # noqa: B018
        if QApplication.focusWidget() is None:
            self.window.activateWindow()
            QApplication.processEvents()
        return QApplication.focusWidget() or self.window

    def put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def answer_dialog(self, answer: Callable[[object], None]) -> None:
        """Do this to the dialog that the next action opens."""

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, look)
            else:
                answer(dialog)

        QTimer.singleShot(0, look)


def choose_file(path: Path) -> Callable[[object], None]:
    """Type a path into a file dialog and press Enter."""

    def answer(dialog: object) -> None:
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()

    return answer


def press_button(text: str) -> Callable[[object], None]:
    """Press the button of this text in a message box."""

    def answer(box: object) -> None:
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text().replace("&", "") == text).click()

    return answer
