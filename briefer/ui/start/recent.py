"""The list of recent briefs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from briefer.ui.start.reading import HeadingReader
from briefer.ui.start.recent_model import RecentModel
from briefer.ui.start.recent_rows import HEIGHT, RecentRows, remove_area


class RecentList(QListView):
    """Recent briefs, each a row. Enter or a click opens one, Delete takes it off the list.

    ``chosen`` and ``forgotten`` carry a Path. The files are looked at only after the list was painted.
    """

    chosen = Signal(object)
    forgotten = Signal(object)

    def __init__(self, templates: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Recent briefs")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self._rows = RecentModel(templates, self)
        self._reader = HeadingReader(self)
        self._reader.found.connect(self._rows.complete)
        self._reader.silent.connect(self._rows.tell_silent)
        self.setModel(self._rows)
        self.setItemDelegate(RecentRows(self))
        self._is_new = False

    def show_briefs(self, paths: Iterable[Path]) -> None:
        """Show these files, the latest first, and look at each anew."""
        at = self.currentIndex().row()
        self._rows.show(paths)
        count = self._rows.rowCount()
        if count:
            self.setCurrentIndex(self._rows.index(min(max(at, 0), count - 1)))
        self._is_new = True
        self.viewport().update()

    def forget_current(self) -> None:
        """Ask for the current row to be taken off the list."""
        if self.currentIndex().isValid():
            self.forgotten.emit(self._rows.rows[self.currentIndex().row()].path)

    def sizeHint(self) -> QSize:
        """Four rows, and more where there is room: a short window needs no scroll bar."""
        return QSize(420, 4 * HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Three rows."""
        return QSize(240, 3 * HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; the files are read after that."""
        super().paintEvent(event)
        if self._is_new:
            self._is_new = False
            QTimer.singleShot(0, self, lambda: self._reader.read([row.path for row in self._rows.rows]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete takes off the list, Home and End go to the ends."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.forget_current()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked, or take it off the list."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or index != self.currentIndex():
            return
        if self._is_on_remove(event.position().toPoint(), index):
            self.forget_current()
        else:
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over each row: a click opens it."""
        super().mouseMoveEvent(event)
        on_row = self.indexAt(event.position().toPoint()).isValid()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_row else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        self.setCurrentIndex(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("&Open\tEnter", lambda: self._choose(self.currentIndex()))
        menu.addAction("&Remove from list\tDel", self.forget_current)
        at = self.visualRect(index).center() if by_key else event.pos()
        menu.popup(self.viewport().mapToGlobal(at))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row the keys are for."""
        super().focusInEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    def _is_on_remove(self, at: QPoint, index: QModelIndex) -> bool:
        return self._rows.rows[index.row()].missing and remove_area(self.visualRect(index)).contains(at)

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        # Later: opening may ask a question, and whoever pressed the key waits until this returns.
        path = self._rows.rows[index.row()].path
        QTimer.singleShot(0, self, lambda: self.chosen.emit(path))
