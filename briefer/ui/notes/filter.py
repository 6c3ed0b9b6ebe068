"""The line under the notes' header that narrows the list to what is looked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from briefer.ui.icons import icon
from briefer.ui.style_sheet import set_role


class FilterBar(QFrame):
    """A field for words, and a line that says so where nothing has them.

    ``changed`` carries the words, ``left`` says that Esc emptied and closed it, ``went_down`` that the keyboard goes
    on into the list.
    """

    changed = Signal(str)
    left = Signal()
    went_down = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "filter")
        self.field = QLineEdit(placeholderText="Name, words, speaker or id")
        self.field.setAccessibleName("Filter the notes")
        self.field.setAcceptDrops(False)
        self.field.textChanged.connect(self.changed)
        close = QToolButton()
        close.setIcon(icon("close", "muted"))
        close.setToolTip("Show all notes again (Esc)")
        close.setAccessibleName("Close the filter")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_role(close, "bare")
        close.clicked.connect(self.leave)
        search = QHBoxLayout()
        search.setSpacing(4)
        search.addWidget(self.field, 1)
        search.addWidget(close)
        self._none = QWidget()
        self._words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        set_role(self._words, "muted")
        self.clear = QPushButton("Clear")
        self.clear.setToolTip("Show all notes again (Esc)")
        set_role(self.clear, "link")
        self.clear.clicked.connect(self.leave)
        line = QHBoxLayout(self._none)
        line.setContentsMargins(4, 0, 4, 0)
        line.addWidget(self._words, 1)
        line.addWidget(self.clear, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 7)
        column.setSpacing(6)
        column.addLayout(search)
        column.addWidget(self._none)
        self._none.hide()
        self.hide()

    @property
    def query(self) -> str:
        """What is looked for; empty if nothing."""
        return self.field.text().strip()

    def take_focus(self) -> None:
        """Show the field, its words selected."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """Look for nothing any more."""
        self.field.clear()
        self.hide()
        self.left.emit()

    def show_found(self, found: int) -> None:
        """Say so if nothing was found."""
        self._words.setText(f"No note has “{self.query}”.")
        self._none.setVisible(bool(self.query) and not found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Enter and Down go on into the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.went_down.emit()
        else:
            super().keyPressEvent(event)
