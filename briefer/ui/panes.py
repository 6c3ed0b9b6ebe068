"""The three panes side by side: their widths, which of them are there, and the bands over each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from briefer.ui.band import Bands
from briefer.ui.theme import tokens

WIDTHS = {"write": (566, 372, 492), "preview": (524, 334, 572)}
"""What the panes have in each view of a window of 1440 pixels, until the user gives them others."""

_HANDLE, _GRIP = 5, 24


class Splitter(QSplitter):
    """Panes side by side. A double click on what parts them gives them back the ``widths`` they had at first."""

    def __init__(self, widths: Iterable[int], parent: QWidget | None = None) -> None:
        super().__init__(parent, childrenCollapsible=False, handleWidth=_HANDLE)
        self.widths = tuple(widths)

    def set_default_widths(self) -> None:
        """Give the panes the widths that they have at first, in proportion to the room there is."""
        self.setSizes(list(self.widths))

    def createHandle(self) -> QSplitterHandle:
        """What parts two panes."""
        return _Handle(self.orientation(), self)


class Panes(Splitter):
    """Source, notes and memo.

    Each has its place from the beginning, which is empty until the pane is put there and revealed.
    """

    def __init__(self, names: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(WIDTHS["write"], parent)
        self.bands: dict[str, Bands] = {}
        self.view = "write"
        self._places: dict[str, QWidget] = {}
        self._panes: dict[str, QWidget] = {}
        for name in names:
            self._places[name], self.bands[name] = place, bands = QWidget(), Bands()
            bands.setObjectName(f"bands-{name}")
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(bands)
            column.addStretch()
            self.addWidget(place)
        self.set_default_widths()

    def put(self, name: str, pane: QWidget) -> None:
        """Put a pane into its place, where it waits to be revealed."""
        column = self._places[name].layout()
        assert isinstance(column, QVBoxLayout)
        pane.hide()
        column.takeAt(1)  # the stretch that kept the bands at the top
        column.addWidget(pane, 1)
        self._panes[name] = pane

    def reveal(self, name: str) -> None:
        """Let a pane appear."""
        self._panes[name].show()

    def hidden(self) -> list[str]:
        """The panes that wait in their places."""
        return [name for name, pane in self._panes.items() if pane.isHidden()]

    def turn(self, view: str) -> None:
        """Have the widths of another view from now on; who remembers them, or the defaults, sets them."""
        self.view, self.widths = view, WIDTHS[view]

    def show_only(self, name: str) -> None:
        """Give the whole window to one pane."""
        for each, place in self._places.items():
            place.setVisible(each == name)

    def show_all(self) -> None:
        """Show the three panes."""
        for place in self._places.values():
            place.show()

    def is_shown(self, name: str) -> bool:
        """Whether a pane is there."""
        return not self._places[name].isHidden()


class _Handle(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, parent: Splitter) -> None:
        super().__init__(orientation, parent)
        self.setToolTip("Drag to share the room; double-click for the widths at first")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to the widths at first."""
        panes = self.splitter()
        assert isinstance(panes, Splitter)
        panes.set_default_widths()
        panes.splitterMoved.emit(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A strip of the window between two lines, with something to take hold of."""
        colours, painter = tokens(), QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.win))
        line, grip = QColor(colours.line), QColor(colours.accent if self.underMouse() else colours.ctl)
        painter.fillRect(0, 0, 1, self.height(), line)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)
        painter.fillRect(self.width() // 2, (self.height() - _GRIP) // 2, 1, _GRIP, grip)
        painter.end()
