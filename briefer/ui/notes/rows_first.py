"""Many rows of a tree are laid out in a turn of the event loop of their own, before the one that paints them."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTreeView

from briefer.ui.notes.model import Index

_MANY = 100
"""Rows that take some milliseconds to be laid out."""


class RowsFirst(QTimer):
    """Qt would lay rows out as it paints them, in one turn; until it is done here, what was seen stays."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view, singleShot=True, interval=0)
        self.timeout.connect(self._lay_out)
        view.model().rowsInserted.connect(self._changed)
        view.model().rowsRemoved.connect(self._changed)

    def _changed(self, parent: Index) -> None:
        if self._view().model().rowCount(parent) >= _MANY:
            self._view().viewport().setUpdatesEnabled(False)
            self.start()

    def _lay_out(self) -> None:
        self._view().executeDelayedItemsLayout()
        self._view().viewport().setUpdatesEnabled(True)

    def _view(self) -> QTreeView:
        view = self.parent()
        assert isinstance(view, QTreeView)
        return view
