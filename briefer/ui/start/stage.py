"""What fills the window: the panes, or the start page while the brief is new and empty."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefer.model.brief import Brief
from briefer.ui.start.blank import is_blank

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefer.ui.start.page import StartPage


class Stage(QStackedWidget):
    """Shows the start page until there is something to work on, or the user wants the panes.

    For one brief it never goes back: whoever undoes the first paste stays where the work is. ``start_made`` carries
    the start page when it is first needed; a window that opens on a brief never makes it. ``start_shown`` carries it
    each time that it is turned to. The panes are to be given by ``take_panes``; until then what is shown stays.
    ``turned`` tells whether the start page is what is shown now.
    """

    turned = Signal(bool)
    start_made = Signal(object)
    start_shown = Signal(object)

    def __init__(self, templates: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panes: QWidget | None = None
        self._templates = templates
        self._wants_start = False

    def take_panes(self, panes: QWidget) -> None:
        """Show these panes where panes are wanted."""
        self._panes = panes
        self.addWidget(panes)
        if not self._wants_start:
            self.setCurrentWidget(panes)

    @functools.cached_property
    def start(self) -> StartPage:
        """The start page."""
        from briefer.ui.start.page import StartPage

        start = StartPage(self._templates)
        self.addWidget(start)
        self.start_made.emit(start)
        return start

    @property
    def shows_start(self) -> bool:
        """Whether the start page is what the window shows, or would show."""
        return self._wants_start

    def begin(self, brief: Brief, *, has_file: bool) -> None:
        """Another brief is at hand: begin with the page that suits it."""
        self._wants_start = is_blank(brief) and not has_file
        self._turn()

    def show_brief(self, brief: Brief) -> bool:
        """The brief was changed; whether that turned to the panes."""
        return not is_blank(brief) and self.to_panes()

    def to_panes(self) -> bool:
        """Show the panes; whether they were not shown before."""
        turned, self._wants_start = self._wants_start, False
        self._turn()
        return turned

    def light(self, *, on: bool) -> None:
        """Let the start page, if it is shown, tell that files hover over the window, or that they no longer do."""
        if self._wants_start:
            self.start.light(on=on)

    def showEvent(self, event: QShowEvent) -> None:
        """Only a window that is seen needs a start page."""
        super().showEvent(event)
        if self._wants_start and self.currentWidget() in (None, self._panes):
            self._turn()

    def _turn(self) -> None:
        self.turned.emit(self._wants_start)
        if not self._wants_start:
            if self._panes is not None:
                self.setCurrentWidget(self._panes)
        elif self.isVisible():
            self.setCurrentWidget(self.start)
            self.start_shown.emit(self.start)
            self.start.take_focus()
