"""What the status bar says of the brief at hand: its file, and what was done last."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from briefer.model.brief import Brief
from briefer.ui.session import Session
from briefer.ui.start.dates import when
from briefer.ui.status_bar import StatusBar


class Status(QObject):
    """Keeps the status bar in step with a session."""

    def __init__(self, session: Session, bar: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._bar = session, bar
        # A message that comes in the same turn as a change tells of that change, and can take it back.
        self._turn = QTimer(self, singleShot=True, interval=0)
        session.changed.connect(self._changed)
        session.file_changed.connect(self._show_file)
        self._show_file()

    def say(self, text: str) -> None:
        """Show a message; one that tells of a change made just now offers to take it back."""
        self._bar.say(text, undoable=self._turn.isActive() and bool(self._session.undo_label))

    def _changed(self, before: Brief, brief: Brief) -> None:
        self._bar.forget_undo()
        self._turn.start()

    def _show_file(self) -> None:
        session = self._session
        if session.path is None:
            self._bar.show_file("new", "")
        elif session.is_saved:
            self._bar.show_file("saved", session.path.name, _when(session.stamped_brief().modified))
        else:
            self._bar.show_file("changed", session.path.name)


def _when(modified: str) -> str:
    """The time of a save today, the day and time of an earlier one."""
    said = when(modified, datetime.now().astimezone()).removeprefix("Today ")
    return said[:1].lower() + said[1:]
