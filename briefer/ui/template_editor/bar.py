"""The tool bar of the template editor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from briefer.ui.icons import SIZE
from briefer.ui.style_sheet import set_role
from briefer.ui.tool_bar import mode_switch

_GROUPS = ((("save", "Save template"), ("save_as", "Save as…")), (("undo", ""), ("redo", "")),
           (("template_check", "Check"), ("find", "Find")))  # fmt: skip
_WITH_AIR = QSize(24, SIZE)


class EditorBar(QToolBar):
    """What is done most while a template is edited. ``close_requested`` asks for the list of templates."""

    close_requested = Signal()

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__("Template editor", window, movable=False)
        self.setObjectName("template-editor-bar")
        self.setIconSize(QSize(SIZE, SIZE))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addWidget(_room(3))
        self.addWidget(mode_switch(actions))
        for group in _GROUPS:
            self.addSeparator()
            for ident, words in group:
                self._add(actions[ident], words)
        self.addWidget(_room())
        self.leave = QPushButton("Close editor")
        self.leave.setToolTip("Back to the list of templates; what is not saved is asked for")
        self.leave.clicked.connect(self.close_requested)
        self.addWidget(self.leave)
        self.addWidget(_room(3))

    def _add(self, action: QAction, words: str) -> None:
        """A button for an action; with words of its own, since the action may be called otherwise elsewhere."""
        if not words:
            self.addAction(action)
            self.widgetForAction(action).setAccessibleName(action.iconText())
            return
        button = QToolButton()
        button.setIcon(action.icon())
        button.setText(words)
        button.setAccessibleName(words)
        button.setToolTip(action.toolTip())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(_WITH_AIR)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # as in every tool bar: the menus have it for the keyboard
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        set_role(button, "worded")
        self.addWidget(button)


def _room(width: int = 0) -> QWidget:
    """Room of this width; of none: all there is."""
    room = QWidget()
    if width:
        room.setFixedWidth(width)
    else:
        room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return room
