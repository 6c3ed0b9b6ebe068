"""What recovery does beside the window: one job after the other, and the comparisons that some of them find."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from briefer.errors import BrieferError
from briefer.store.later import Later

if TYPE_CHECKING:
    from briefer.edit.differences import Difference, Headings
    from briefer.templates.template import Template
    from briefer.ui.recovery.compare_view import CompareView


class Beside(QObject):
    """Does jobs in the order in which they came, in a thread of their own.

    ``said`` carries a line for the status bar.
    """

    said = Signal(str)
    _done = Signal(object, object)

    def __init__(self, window: QMainWindow, templates: Callable[[], Mapping[str, Template]]) -> None:
        super().__init__(window)
        self._templates = templates
        self.later = Later()
        self._done.connect(self._take)

    @property
    def window(self) -> QMainWindow:
        """The window that this is done for."""
        # Asked of Qt each time: a reference kept here would hold the window in a cycle.
        window = self.parent()
        assert isinstance(window, QMainWindow)
        return window

    def headings(self) -> Headings:
        """What the templates that can be used now call the parts of a brief."""
        return {
            template.id: {
                f"{group}.{field.id}": field.label
                for group, fields in (("header", template.front.header), ("sections", template.front.sections))
                for field in fields
            }
            for template in self._templates().values()
        }

    def do(self, name: str, job: Callable[[], object], done: Callable[[Any], object]) -> None:
        """Do a job; ``done`` gets what it gives, or its BrieferError, in the window's thread."""

        def run() -> None:
            try:
                result = job()
            except BrieferError as error:
                result = error
            with suppress(RuntimeError):  # a window that is gone wants to hear nothing
                self._done.emit(done, result)

        self.later.do(name, run)

    @staticmethod
    def _take(done: Callable[[Any], object], result: object) -> None:
        done(result)

    def show(self, view: CompareView, differences: list[Difference]) -> None:
        """Open a comparison."""
        view.wanted.connect(partial(self.show_pieces, view))
        view.open()
        view.show_differences(differences)

    def show_pieces(self, view: CompareView, difference: Difference) -> None:
        """Find which words went and came, and show them."""

        def find() -> Any:
            from briefer.text.compared import pieces

            return pieces(difference.old or "", difference.new or "")

        def show(found: Any) -> None:
            with suppress(RuntimeError):  # it is closed
                view.show_pieces(difference, found)

        self.do("pieces", find, show)
