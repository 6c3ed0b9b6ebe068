"""What a person does to bring in annotations that were made in another program, or in another brief."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow

from briefer.model.brief import Brief
from briefer.ui.background import Background, Operation
from briefer.ui.band import Offer
from briefer.ui.messages import bands_of, settle, show_error
from briefer.ui.session import Session

if TYPE_CHECKING:
    from briefer.exchange import TakenIn

_FILES = "Annotations (*.jsonld *.json);;All files (*)"
_NAMED = 3
"""Annotations that did not come in and are named in the message; all are in what it copies."""


class AnnotationsWork(QObject):
    """Reads a file of annotations in the worker and adds them as one step. ``said`` carries a line to be shown."""

    said = Signal(str)

    def __init__(self, session: Session, background: Background, window: QMainWindow) -> None:
        super().__init__(window)
        self._session, self._background = session, background

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the action does, by its id in the table of actions."""
        return {"import_annotations": self.choose}

    @property
    def _window(self) -> QMainWindow:
        window = self.parent()
        assert isinstance(window, QMainWindow)
        return window

    def choose(self) -> None:
        """Ask for a file and take its annotations in."""
        if not self._session.brief.sources:
            self.said.emit("Add the article first that the annotations are about.")
            return
        name, _ = QFileDialog.getOpenFileName(self._window, "Import annotations", "", _FILES)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Take the annotations of a file in. A brief that is changed meanwhile is gone through once more."""
        from briefer.exchange import take_in_file

        brief, words = self._session.brief, f"Importing annotations from {path.name}"
        failed = partial(show_error, self._window, what=_not_taken(path), pane="notes")
        operation = Operation(words, take_in_file, (brief, path), partial(self._add, brief, path), failed)
        self._background.run(
            [operation],
            wanted=lambda: self._session.brief.id == brief.id,
            stopped=lambda: self.said.emit(f"{words} was stopped."),
        )

    def _add(self, before: Brief, path: Path, done: TakenIn) -> None:
        if self._session.brief is not before:
            self.take(path)
            return
        settle(self._window, _not_taken(path), pane="notes")
        if done.brief != before:
            self._session.apply(lambda _: done.brief, "Import annotations")
        count = len(done.idents)
        here = f", {done.known} were there already" if done.known else ""
        said = f"{count} annotation{'' if count == 1 else 's'} taken in from {path.name}{here}"
        self.said.emit(said)
        if done.not_taken:
            self._report(said, [str(each) for each in done.not_taken])

    def _report(self, said: str, missed: list[str]) -> None:
        rest = f" And {len(missed) - _NAMED} more." if len(missed) > _NAMED else ""
        more = "Not taken: " + "; ".join(missed[:_NAMED]) + "." + rest
        copy = partial(self._copy, "\n".join(missed))
        bands_of(self._window, "notes").show_band("warn", f"{said}.", more, [Offer("Copy the list", copy)])

    def _copy(self, missed: str) -> None:
        QGuiApplication.clipboard().setText(missed)
        self.said.emit("Copied what was not taken in")


def _not_taken(path: Path) -> str:
    return f"The annotations in {path.name} cannot be taken in."
