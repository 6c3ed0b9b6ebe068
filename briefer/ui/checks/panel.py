"""All checks in a small list over the status bar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QMainWindow, QVBoxLayout

from briefer.review.findings import Finding
from briefer.ui.checks.wording import in_full
from briefer.ui.icons import SIZE, icon
from briefer.ui.overlay import EDGE, Overlay
from briefer.ui.style_sheet import set_role

_WIDTH, _HEIGHT, _MARGIN = 520, 420, 8
_PADDING, _BESIDE, _FOCUS_LINE = 13, 32, 2
"""Of a row: above and below its words, and beside them, where its icon stands."""


class ChecksPanel(Overlay):
    """Lists findings; Enter or a click on one closes the panel and goes there. ``chosen`` carries its number."""

    chosen = Signal(int)

    def __init__(self, window: QMainWindow, findings: Sequence[Finding], current: int) -> None:
        super().__init__(window, "Checks")
        head = QLabel("Checks")
        set_role(head, "head")
        head.setContentsMargins(12, 8, 12, 4)
        hint = QLabel("Enter goes there, Esc closes. F8 and Shift+F8 step through without the list.")
        set_role(hint, "muted")
        hint.setContentsMargins(12, 4, 12, 8)
        hint.setWordWrap(True)
        self._list = QListWidget()
        self._list.setAccessibleName("Checks")
        self._list.setIconSize(QSize(SIZE, SIZE))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        for finding in findings:
            QListWidgetItem(icon("warn", "warn"), in_full(finding), self._list)
        self._list.setCurrentRow(max(current, 0))
        self._list.itemClicked.connect(self._go)
        self._list.installEventFilter(self)
        self.setFocusProxy(self._list)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, self._list, hint):
            column.addWidget(widget)

    def place_panel(self) -> None:
        """At the lower right, over the status bar."""
        window = self.parent()
        assert isinstance(window, QMainWindow)
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        rows = self._fit_rows(width - 2 * EDGE)
        rest = self.content.sizeHint().height() - self._list.sizeHint().height()
        bottom = self.height() - window.statusBar().height() - _MARGIN
        height = min(rows + rest + 2 * EDGE + _FOCUS_LINE, _HEIGHT, bottom - _MARGIN)
        self.panel.setGeometry(self.width() - width - _MARGIN, bottom - height, width, height)

    def _fit_rows(self, width: int) -> int:
        """Give each row the height of its words in this width; the height of all rows."""
        room = width - self._list.verticalScrollBar().sizeHint().width() - _BESIDE
        metrics, total = self._list.fontMetrics(), 0
        for row in range(self._list.count()):
            item = self._list.item(row)
            words = metrics.boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, item.text())
            item.setSizeHint(QSize(room, words.height() + _PADDING))
            total += item.sizeHint().height()
        return total

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the check at hand."""
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enters:
                self._go()
            return enters
        return super().eventFilter(watched, event)

    def _go(self) -> None:
        row = self._list.currentRow()
        self.dismiss()
        self.chosen.emit(row)
