"""A person at a window: keys, clicks, and the answers to what it asks; what they do follows from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QWidget,
)

from briefer.ui.window import Window
from random_use.words import LETTERS

T = TypeVar("T")
Deed = Callable[[], object]
KEYS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown,
    Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space,
    Qt.Key.Key_Escape,
)  # fmt: skip
_DEEPEST = 8
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Person:
    """Does things to a window. ``log`` says what was done, the last thing last."""

    def __init__(self, window: Window, seed: int, folder: Path) -> None:
        self.window, self.chance, self.folder = window, random.Random(seed), folder
        self.log: list[str] = []
        self.busy = self.leaves = False
        # A dialog may ask by another dialog; a timer rests while what it called is still going on.
        self._clocks = [QTimer(window, singleShot=True, interval=2) for _ in range(_DEEPEST)]
        self._depth = 0
        for clock in self._clocks:
            clock.timeout.connect(lambda: self._answer())

    # What there is

    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def visible(self, *kinds: type[QWidget]) -> list[QWidget]:
        found = self.window.findChildren(QWidget)
        return [widget for widget in found if isinstance(widget, kinds) and widget.isVisible() and widget.isEnabled()]

    def some(self, things: Sequence[T]) -> T | None:
        return self.chance.choice(things) if things else None

    # What is done

    def do(self, name: str, deed: Deed) -> None:
        """Do one thing, answer what it asks, and let the window settle."""
        self.log.append(name)
        with self._answering():
            deed()
            QApplication.processEvents()
        self._close_menus()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        self._clocks[0].start()
        self.busy = True
        try:
            yield
        finally:
            self.busy = False

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE, widget: QWidget | None = None) -> None:
        QTest.keyClick(widget or self.focus(), key, modifiers)

    def key(self) -> None:
        """Any key of moving and deleting."""
        key, focus = self.chance.choice(KEYS), self.focus()
        modifiers = self.chance.choice((_NONE,) * 4 + (_SHIFT, CTRL))
        if isinstance(focus, QComboBox) and key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            return  # its list has an event loop of its own
        self.log[-1] += f":{key.name}"
        self.press(key, modifiers)

    def letters(self) -> None:
        """Typing, wherever the keyboard is."""
        focus = self.focus()
        if not isinstance(focus, QAbstractButton):
            self.type("".join(self.chance.choices(LETTERS, k=self.chance.randint(1, 12))))

    def type(self, text: str) -> None:
        for letter in text:
            focus = self.focus()
            if letter.isascii():
                QTest.keyClick(focus, letter)
            else:  # which QTest cannot press
                QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, 0, _NONE, letter))

    def compose(self, focus: QWidget) -> None:
        """Type by an input method, which is committed, given up, or left in the middle."""
        QApplication.sendEvent(focus, QInputMethodEvent("かん", []))
        if self.chance.random() < 0.3:
            self.press(Qt.Key.Key_Z, CTRL, focus)
        end = QInputMethodEvent()
        end.setCommitString(self.chance.choice(("漢", "")))
        QApplication.sendEvent(self.focus(), end)
        if self.focus() is not focus:
            QApplication.sendEvent(focus, QInputMethodEvent("", []))

    def click_in(self, widget: QWidget) -> None:
        if widget.visibleRegion().isEmpty():
            return
        box = widget.visibleRegion().boundingRect()
        where = QPoint(self.chance.randint(box.left(), box.right()), self.chance.randint(box.top(), box.bottom()))
        click = QTest.mouseDClick if self.chance.random() < 0.2 else QTest.mouseClick
        click(widget, Qt.MouseButton.LeftButton, pos=where)

    def drag_in(self, widget: QWidget) -> None:
        """Press, move, let go, inside a widget: a selection."""
        box = widget.visibleRegion().boundingRect()
        if box.isEmpty():
            return
        begin, end = (
            QPoint(self.chance.randint(box.left(), box.right()), self.chance.randint(box.top(), box.bottom()))
            for _ in range(2)
        )
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=begin)
        QTest.mouseMove(widget, end)
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)

    # What is answered

    def _answer(self) -> None:
        """Answer the dialog or menu that waits for an answer before the deed can end."""
        if not self.busy:
            return
        self._depth += 1
        self._clocks[self._depth % _DEEPEST].start()
        try:
            self._answer_now()
        finally:
            self._depth -= 1
            self._clocks[self._depth % _DEEPEST].start()

    def _answer_now(self) -> None:
        dialog, menu = QApplication.activeModalWidget(), QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            self.choose_from(menu)
        elif isinstance(dialog, QMessageBox):
            self._answer_box(dialog)
        elif isinstance(dialog, QFileDialog):
            self._choose_file(dialog)
        elif isinstance(dialog, QInputDialog) and self.chance.random() < 0.6:
            dialog.setTextValue(self.chance.choice(("Weekly", "", "a/b: c", "Größe 😀")))
            self.log.append(f"type {dialog.textValue()}")
            dialog.accept()
        elif isinstance(dialog, QDialog):
            self.log.append(f"reject {type(dialog).__name__}")
            dialog.reject()

    def _answer_box(self, box: QMessageBox) -> None:
        buttons = {button.text().replace("&", ""): button for button in box.buttons()}
        words = self.chance.choice(sorted(buttons))
        if box.text().startswith("Open this address") or (self.leaves and box.text().startswith("Save the changes")):
            words = "Cancel"
        self.log.append(f"answer {words}")
        buttons[words].click()

    def _choose_file(self, dialog: QFileDialog) -> None:
        if self.chance.random() < 0.5:
            dialog.reject()
            return
        saves = dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        suffix = dialog.selectedNameFilter().rpartition("*")[2].rstrip(") ") if saves else ""
        there = sorted(self.folder.iterdir())
        name = self.folder / f"any{self.chance.randint(1, 3)}{suffix}" if saves or not there else self.some(there)
        self.log.append(f"file {name}")
        dialog.selectFile(str(name))
        dialog.done(QDialog.DialogCode.Accepted)

    def choose_from(self, menu: QMenu) -> None:
        """Choose an entry of a menu, or leave it."""
        actions = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
        chosen = self.some([action for action in actions if action.menu() is None])
        self.log.append(f"menu {chosen.text() if chosen else '-'}")
        menu.close()
        if chosen is not None and self.chance.random() < 0.8:
            chosen.trigger()

    def _close_menus(self) -> None:
        for _ in range(5):
            menu = QApplication.activePopupWidget()
            if menu is None:
                return
            with self._answering():
                self.choose_from(menu) if isinstance(menu, QMenu) else menu.close()
                QApplication.processEvents()
