"""The tool bar of the templates."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMainWindow, QWidget

from briefer.ui.clearable import make_clearable
from briefer.ui.icons import Picture
from briefer.ui.style_sheet import set_role
from briefer.ui.tool_bar import ModeBar

_GROUPS = (("template_new", "template_duplicate"), ("template_import", "template_check"))
_SEARCH, _BESIDE = 240, 22
"""Pixels of the field that searches, and of its picture."""


class TemplatesBar(ModeBar):
    """What is done with templates most, and the field to search them. ``searched`` carries what is typed there."""

    searched = Signal(str)

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__("Templates", window, actions)
        for group in _GROUPS:
            self.addSeparator()
            for ident in group:
                self.add_worded(actions[ident])
        self.search = Search()
        self.search.textChanged.connect(self.searched)
        self.end_with(self.search)


class Search(QLineEdit):
    """The field to search the templates. ``left`` tells that the list should have the keyboard."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search templates…")
        self.setAccessibleName("Search templates")
        keys = QKeySequence("Ctrl+F").toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"Show only templates with these words ({keys})")
        self.setFixedWidth(_SEARCH)
        make_clearable(self)
        self.setTextMargins(_BESIDE, 0, 0, 0)
        self._keys = QLabel(keys)
        set_role(self._keys, "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 6, 0)
        row.addWidget(Picture("search", "muted"))
        row.addStretch()
        row.addWidget(self._keys, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.textChanged.connect(self._show_keys)

    def _show_keys(self, text: str) -> None:
        self._keys.setVisible(not text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties it, Enter and Down go to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)
