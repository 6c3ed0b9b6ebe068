"""Find in what a pane shows: a line that is there while it is used."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.text.find import MOST
from briefer.ui.clearable import make_clearable
from briefer.ui.icons import icon
from briefer.ui.style_sheet import set_role

PAUSE = 120
"""Milliseconds after the last key until a long text is searched."""
LONG = 100_000
"""Characters of a text that is searched after a pause, not at each key."""


class Searched(Protocol):
    """What a find bar looks through. Places are numbered from 0, in the order of reading."""

    def length(self) -> int:
        """How many characters there are to look through."""

    def selected_words(self) -> str:
        """Words that are selected there, if they are of one line."""

    def look_for(self, words: str) -> int:
        """Find the places that hold some words and mark them; how many (``text.find.MOST`` at most)."""

    def nearest(self) -> int:
        """The first place at or after the beginning of the selection; after the last comes the first."""

    def show(self, place: int) -> None:
        """Select a place and bring it into view; the keyboard stays where it is."""

    def is_stale(self) -> bool:
        """Whether the text is another than that which was looked through."""

    def leave(self) -> None:
        """Take the marks away."""

    def take_focus(self) -> None:
        """Give the keyboard to where the shown place is selected."""


class Replacing(Protocol):
    """What a find bar replaces in."""

    def replace(self, place: int, words: str) -> None:
        """Put other words in a place."""

    def replace_all(self, words: str) -> None:
        """Put other words in all places, as one step."""


class FindBar(QFrame):
    """Looks for words in one thing at a time: ``open_for`` says in which. It hides itself when closed."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "pane-header")
        self.setAccessibleName("Find")
        self._searched: Searched | None = None
        self._replacing: Replacing | None = None
        self._count, self._at = 0, -1
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._look_again)
        self.words = QLineEdit(placeholderText="Find")
        self.words.setAccessibleName("Find")
        make_clearable(self.words)
        self.words.setAcceptDrops(False)
        self.words.textEdited.connect(self._typed)
        self._answer = QLabel()
        self._answer.setAccessibleName("Result")
        set_role(self._answer, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 8, 4)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self._answer)
        for name, tip, step in (
            ("chevron-up", "Previous place (Shift+Enter, Shift+F3)", self.find_previous),
            ("chevron-down", "Next place (Enter, F3)", self.find_next),
            ("close", "Close (Esc)", self.close_bar),
        ):
            button = QToolButton()
            button.setIcon(icon(name))
            button.setAccessibleName(tip.partition(" (")[0])
            button.setToolTip(tip)
            set_role(button, "bare")
            button.clicked.connect(step)
            row.addWidget(button)
        column.addLayout(row)
        self._replace_row = self._make_replace_row()
        column.addWidget(self._replace_row)
        self.hide()

    def _make_replace_row(self) -> QWidget:
        self.other = QLineEdit(placeholderText="Replace with")
        self.other.setAccessibleName("Replace with")
        self.other.setAcceptDrops(False)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.other, 1)
        for name, tip, step in (
            ("Replace", "Replace the words that are selected, and go to the next", self.replace),
            ("Replace all", "Replace all at once; one Undo takes it back", self.replace_all),
        ):
            button = QPushButton(name)
            button.setToolTip(tip)
            set_role(button, "small")
            button.clicked.connect(step)
            row.addWidget(button)
        return holder

    @property
    def answer(self) -> str:
        """What it says of the words: ``3 of 17``, ``Not found``, or nothing while there are none."""
        return self._answer.text()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    def open_for(self, searched: Searched, replacing: Replacing | None = None) -> None:
        """Show the bar, with the keyboard in it and the selected words, if any, as what to find."""
        self._searched = searched
        self.allow_replacing(replacing)
        if words := searched.selected_words():
            self.words.setText(words)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()
        self._look()

    def allow_replacing(self, replacing: Replacing | None) -> None:
        """Offer to replace, or no longer."""
        self._replacing = replacing
        self._replace_row.setVisible(replacing is not None)

    def close_bar(self) -> None:
        """Hide the bar; the keyboard goes to the words that were found last."""
        if not self.is_open:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._settle()
        self.hide()
        if self._searched is not None:
            self._searched.leave()
            if had_focus:
                self._searched.take_focus()
        self.closed.emit()

    def find_next(self) -> None:
        """Show the next place; after the last, the first."""
        self._step(1)

    def find_previous(self) -> None:
        """Show the place before; before the first, the last."""
        self._step(-1)

    def step_on(self, searched: Searched, step: int) -> None:
        """Go on (1) or back (-1) to a place of the words looked for last; the keyboard stays where it is."""
        self._searched = searched
        if not self.is_open:
            self.show()
            self._look_again()
        self._step(step)

    def look_soon(self) -> None:
        """The text has changed: find anew after a pause; what is selected stays."""
        if self.is_open:
            self._soon.start()

    def _look_again(self) -> None:
        if self._searched is not None:
            self._count = self._searched.look_for(self.words.text())
            self._at = self._searched.nearest() if self._count else -1
            self._say()

    def replace(self) -> None:
        """Put the other words in the place at hand, and go to the next."""
        self._settle()
        if self._replacing is not None and self._at >= 0:
            self._replacing.replace(self._at, self.other.text())
            self._look_again()
            self._show()

    def replace_all(self) -> None:
        """Put the other words in all places."""
        self._settle()
        if self._replacing is not None and self._count:
            self._replacing.replace_all(self.other.text())
            self._look_again()

    def _typed(self) -> None:
        long = self._searched is not None and self._searched.length() > LONG
        self._pause.start(PAUSE if long else 0)

    def _settle(self) -> None:
        """Look at once for what was typed last, in the text as it is now."""
        self._soon.stop()
        if self._pause.isActive():
            self._pause.stop()
            self._look()
        elif self._searched is not None and self._searched.is_stale():
            self._look_again()

    def _look(self) -> None:
        """Find the words from where the selection begins: what still matches stays."""
        if self._searched is None:
            return
        self._count = self._searched.look_for(self.words.text())
        self._at = self._searched.nearest() if self._count else -1
        self._show()

    def _step(self, by: int) -> None:
        typed = self._pause.isActive()
        self._settle()
        if not typed and self._count:
            self._at = (self._at + by) % self._count
            self._show()

    def _show(self) -> None:
        if self._searched is not None and self._at >= 0:
            self._searched.show(self._at)
        self._say()

    def _say(self) -> None:
        if not self.words.text():
            self._answer.clear()
        elif not self._count:
            self._answer.setText("Not found")
        else:
            more = "+" if self._count == MOST else ""
            self._answer.setText(f"{self._at + 1:,} of {self._count:,}{more}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; in the words to replace with it replaces. Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.find_previous()
            elif self.other.hasFocus():
                self.replace()
            else:
                self.find_next()
        else:
            super().keyPressEvent(event)
