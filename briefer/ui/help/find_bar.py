"""Find in the page: a line under the text, there while it is used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextBrowser, QWidget

from briefer.ui.clearable import make_clearable
from briefer.ui.style_sheet import set_role


class FindBar(QFrame):
    """Looks for words in a text browser, around its end. ``closed`` tells that the text should have the keyboard."""

    closed = Signal()

    def __init__(self, text: QTextBrowser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "pane-header")
        self._text = text
        self.words = QLineEdit(placeholderText="Find in this chapter")
        self.words.setAccessibleName("Find in this chapter")
        make_clearable(self.words)
        self._answer = QLabel()
        self._answer.setAccessibleName("Result")
        set_role(self._answer, "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._answer)
        for name, step in (("Previous", self.find_previous), ("Next", self.find_next), ("Close", self.close_bar)):
            button = QPushButton(name)
            button.setAutoDefault(False)
            set_role(button, "small")
            button.clicked.connect(step)
            layout.addWidget(button)
        self.words.textEdited.connect(self._typed)
        self.words.returnPressed.connect(self.find_next)
        self.hide()

    @property
    def answer(self) -> str:
        """What it says of the words: nothing while they are found."""
        return self._answer.text()

    def open_bar(self) -> None:
        """Show the bar, with the keyboard in it and the selected words, if any, as what to find."""
        selected = self._text.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self.words.setText(selected)
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def find_next(self) -> None:
        """Select the next place that has the words; after the last one, the first."""
        self._find(QTextDocument.FindFlag(0))

    def find_previous(self) -> None:
        """Select the place before; before the first one, the last."""
        self._find(QTextDocument.FindFlag.FindBackward)

    def _typed(self) -> None:
        """Find while typing, from where the selection begins: what still matches stays."""
        cursor = self._text.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._text.setTextCursor(cursor)
        self.find_next()

    def _find(self, way: QTextDocument.FindFlag) -> None:
        words = self.words.text()
        self._answer.clear()
        if not words or self._text.find(words, way):
            return
        before = self._text.textCursor()
        backward = way == QTextDocument.FindFlag.FindBackward
        end = QTextCursor.MoveOperation.End if backward else QTextCursor.MoveOperation.Start
        self._text.moveCursor(end)
        if not self._text.find(words, way):
            self._text.setTextCursor(before)
            self._answer.setText("Not found")
