"""Checks and draws what is being typed, beside the window: a while after the last key, one text at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from briefer.catalogue import drawn_at
from briefer.errors import BrieferError
from briefer.model.brief import Brief
from briefer.templates.drawn import Drawn
from briefer.ui.background import Operation

PAUSE = 300
"""Milliseconds after the last key."""
SECONDS = 7.0
"""For which a template may be worked at."""


class Checker(QObject):
    """Asks for a text to be checked and drawn; what comes when another text is there is dropped.

    ``drawn`` carries a Drawn of the text asked for last, ``failed`` a BrieferError; ``work_requested`` an Operation
    to be run in the background.
    """

    drawn = Signal(object)
    failed = Signal(object)
    work_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[str, Brief, str] | None = None
        self._asked: tuple[str, Brief, str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)

    def want(self, text: str, brief: Brief, path: str, *, at_once: bool = False) -> None:
        """Check and draw this text of a template at a path, filled from a brief, soon."""
        self._wanted = text, brief, path
        self._pause.start(0 if at_once else PAUSE)

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = None
        self._pause.stop()

    @property
    def is_settled(self) -> bool:
        """Whether what was told last is about the text asked for last."""
        return self._wanted is None

    def _ask(self) -> None:
        if self._wanted is None or self._asked is not None:
            return
        self._asked = self._wanted
        operation = Operation("", drawn_at, self._asked, self._take, self._fail, SECONDS, self._again)
        self.work_requested.emit(operation)

    def _take(self, result: Drawn) -> None:
        if self._is_current():
            self.drawn.emit(result)
        self._again()

    def _fail(self, error: BrieferError) -> None:
        if self._is_current():
            self.failed.emit(error)
        self._again()

    def _is_current(self) -> bool:
        """Whether what has come is about the text that is there; then no more is wanted."""
        current = self._asked is self._wanted
        if current:
            self._wanted = None
        return current

    def _again(self) -> None:
        self._asked = None
        if self._wanted is not None and not self._pause.isActive():
            self._ask()
