"""What a person does to sources: each is one change of the session, made from what the pane shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefer.ui.session import Session
from briefer.ui.source.pane import SourcePane


class SourceWork(QObject):
    """Works on the sources of a session. ``said`` carries a line for the status bar."""

    said = Signal(str)

    def __init__(self, session: Session, source: SourcePane, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._source = session, source

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions on sources do, by the ids of the table of actions."""
        return {}
