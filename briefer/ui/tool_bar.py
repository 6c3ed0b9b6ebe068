"""The tool bar: the actions that are used most, and the way out to Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from briefer.ui.actions import BAR
from briefer.ui.export.formats import FORMATS
from briefer.ui.icons import SIZE, icon
from briefer.ui.menus import MODES
from briefer.ui.sparing import let
from briefer.ui.style_sheet import set_role

_EDGE = 3
_WITH_AIR = QSize(22, SIZE)
"""The size of an icon that has a word beside it."""
_BARE = ("undo", "redo")
_WITH_WORDS = "ToolButtonTextBesideIcon"


def mode_switch(actions: Mapping[str, QAction]) -> QFrame:
    """Two buttons side by side of which that of the mode at hand is down."""
    switch = QFrame()
    set_role(switch, "segments")
    row = QHBoxLayout(switch)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for ident, word in MODES.items():
        button = QToolButton()
        button.setDefaultAction(actions[ident])
        let(button, toolButtonStyle=_WITH_WORDS)
        button.setIconSize(_WITH_AIR)
        let(button, focusPolicy="NoFocus")  # as in every tool bar: the menus have it for the keyboard
        button.setAccessibleName(word)
        set_role(button, "segment")
        row.addWidget(button)
    return switch


class ModeBar(QToolBar):
    """The tool bar of one mode: which mode it is, groups of buttons, and what stands at its end, if anything."""

    def __init__(self, name: str, window: QMainWindow, actions: Mapping[str, QAction]) -> None:
        super().__init__(name, window, movable=False)
        self.setObjectName(f"{name.lower().replace(' ', '-')}-bar")
        self.setIconSize(_WITH_AIR)  # Qt asks the bar, not the button
        let(self, contextMenuPolicy="PreventContextMenu")
        self._leave(_EDGE)
        self.addWidget(mode_switch(actions))

    def add_bare(self, action: QAction) -> QToolButton:
        """A button for an action, with its icon alone."""
        self.addAction(action)
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setAccessibleName(action.iconText())
        return button

    def add_worded(self, action: QAction) -> QToolButton:
        """A button for an action, with its icon and its word."""
        button = self.add_bare(action)
        show_words(button)
        return button

    def end_with(self, last: QWidget) -> None:
        """What stands at the far end; nothing comes after it."""
        self._leave()
        self.addWidget(last)
        self._leave(_EDGE)

    def _leave(self, width: int = 0) -> None:
        """Leave room of this width; of none: all there is."""
        room = QWidget()
        if width:
            room.setFixedWidth(width)
        else:
            room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(room)


def show_words(button: QToolButton) -> None:
    """Let a button of a tool bar have its word beside its icon."""
    let(button, toolButtonStyle=_WITH_WORDS)
    set_role(button, "worded")


class ToolBar(ModeBar):
    """Buttons with their words while there is room for them, with icons alone where there is not.

    ``export`` is called with the format that is wanted: a suffix, or ``email``.
    """

    def __init__(self, window: QMainWindow, actions: Mapping[str, QAction], export: Callable[[str], object]) -> None:
        super().__init__("Tools", window, actions)
        self._worded: list[QToolButton] = []
        for group in BAR:
            self.addSeparator()
            for ident in group:
                if ident in _BARE:
                    self.add_bare(actions[ident])
                else:
                    self._worded.append(self.add_worded(actions[ident]))
        self.end_with(self._export_button(actions["export"], export))
        self._needed = 0

    def _export_button(self, action: QAction, export: Callable[[str], object]) -> QWidget:
        """A button for Word, and beside it one that offers the other formats."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        main, more = QToolButton(), QToolButton()
        main.setText("Export to Word")
        main.setIcon(icon("word", "on_accent"))
        main.setToolTip(action.toolTip())
        main.setAccessibleName("Export to Word")
        let(main, toolButtonStyle=_WITH_WORDS)
        main.clicked.connect(action.trigger)
        action.enabledChanged.connect(both.setEnabled)
        self._worded.append(main)
        more.setIcon(icon("chevron-down", "on_accent"))
        more.setToolTip("Export in another format")
        more.setAccessibleName("Export in another format")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for each in FORMATS:
            chosen = menu.addAction(icon(each.icon), each.menu)
            chosen.triggered.connect(lambda _=False, ident=each.ident: export(ident))
        more.setMenu(menu)
        for button, role in ((main, "split-main"), (more, "split-more")):
            button.setIconSize(_WITH_AIR if button is main else self.iconSize())
            let(button, focusPolicy="NoFocus")  # as in every tool bar: the menus have it for the keyboard
            set_role(button, role)
            row.addWidget(button)
        return both

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the words where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other fonts need other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._needed = 0

    def _fit(self) -> None:
        if not self._needed:
            self._show(words=True)
            self._needed = self.sizeHint().width()
        self._show(words=self._needed <= self.width())

    def _show(self, *, words: bool) -> None:
        for button in self._worded:
            let(button, toolButtonStyle=_WITH_WORDS if words else "ToolButtonIconOnly")
