"""Widths of panes that a person has moved: given back where they are shown again, remembered when the window goes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from briefer.ui import window_state
from briefer.ui.panes import Splitter


class KeptWidths(QObject):
    """Keeps the widths of splitters, each by the name of its view. Those that nobody moved stay as they were."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._splitters: dict[str, Splitter] = {}
        self._moved: set[str] = set()

    def watch(self, splitters: Mapping[str, Splitter]) -> None:
        """Give these the widths that they had last, and see whether they are moved."""
        for view, splitter in splitters.items():
            self._splitters[view] = splitter
            window_state.restore_widths(splitter, view)
            splitter.splitterMoved.connect(lambda *_, view=view: self._moved.add(view))

    def keep(self) -> None:
        """Remember what was moved."""
        window_state.save_widths({view: self._splitters[view].sizes() for view in self._moved})
