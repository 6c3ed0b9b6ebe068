"""The tool bar of the template editor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton

from briefer.ui.tool_bar import ModeBar, show_words

_GROUPS = ((("save", "Save template"), ("save_as", "Save as…")), (("undo", ""), ("redo", "")),
           (("template_check", "Check"), ("find", "Find")))  # fmt: skip


class EditorBar(ModeBar):
    """What is done most while a template is edited. ``close_requested`` asks for the list of templates."""

    close_requested = Signal()

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__("Template editor", window, actions)
        for group in _GROUPS:
            self.addSeparator()
            for ident, words in group:
                self._add(actions[ident], words)
        self.leave = QPushButton("Close editor")
        self.leave.setToolTip("Back to the list of templates; what is not saved is asked for")
        self.leave.clicked.connect(self.close_requested)
        self.end_with(self.leave)

    def _add(self, action: QAction, words: str) -> None:
        """A button for an action; with words of its own, since the action may be called otherwise elsewhere."""
        if not words:
            self.add_bare(action)
            return
        button = QToolButton()
        button.setIcon(action.icon())
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolTip(action.toolTip())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as in every tool bar: the menus have it for the keyboard
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        show_words(button)
        self.addWidget(button)
