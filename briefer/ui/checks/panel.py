"""All checks in a list over the status bar, and what can be done about the one at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QMainWindow, QVBoxLayout

from briefer.review.findings import Finding
from briefer.review.kinds import SEVERITIES, Severity
from briefer.review.wordings import Wordings
from briefer.ui.checks.settle_bar import SettleBar
from briefer.ui.checks.wording import SIGNS, counted, in_full
from briefer.ui.icons import SIZE, icon
from briefer.ui.overlay import EDGE, Overlay
from briefer.ui.style_sheet import set_role

_WIDTH, _HEIGHT, _MARGIN = 560, 640, 8
_PADDING, _BESIDE, _FOCUS_LINE = 13, 40, 2
"""Of a row: above and below its words, and beside them, where its icon stands."""
_GROUPS: dict[Severity, str] = {"error": "Errors keep the memo here", "warning": "Warnings", "note": "Notes"}
_LEFT = "Left as they are"
_FINDING = Qt.ItemDataRole.UserRole
_MOST = 300
"""Rows of a group that are listed; F8 steps through all."""


class ChecksPanel(Overlay):
    """Lists findings by severity, and last those that were left as they are.

    Enter or a click on one closes the panel and goes there (``chosen``), and so does the wish for a passage that
    settles it (``passage_requested``). ``repair_requested``, ``leave_requested`` with a reason, and
    ``take_back_requested`` carry the finding at hand, and the panel stays. ``wordings_of`` tells the two wordings of
    a quotation that differs from its source.
    """

    chosen = Signal(object)
    repair_requested = Signal(object)
    passage_requested = Signal(object)
    leave_requested = Signal(object, str)
    take_back_requested = Signal(object)

    def __init__(self, window: QMainWindow, wordings_of: Callable[[Finding], Wordings | None]) -> None:
        super().__init__(window, "Checks")
        self._wordings_of = wordings_of
        self._fitted = 0, 0  # in which width the rows have their heights, and the height of all
        self._bold = self.font()
        self._bold.setBold(True)
        self._head = QLabel("Checks")
        set_role(self._head, "head")
        self._head.setContentsMargins(12, 8, 12, 4)
        hint = QLabel("Enter goes there, Tab leads to the buttons, Esc closes.")
        set_role(hint, "muted")
        hint.setContentsMargins(12, 4, 12, 8)
        hint.setWordWrap(True)
        self._list = QListWidget()
        self._list.setAccessibleName("Checks")
        set_role(self._list, "checks")
        self._list.setIconSize(QSize(SIZE, SIZE))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.itemClicked.connect(self._click)
        self._list.currentItemChanged.connect(self._show_current)
        self._list.installEventFilter(self)
        self.bar = SettleBar()
        self.bar.go_requested.connect(self._go)
        self.bar.repair_requested.connect(lambda: self._tell(self.repair_requested))
        self.bar.passage_requested.connect(self._find)
        self.bar.leave_requested.connect(self._leave)
        self.bar.take_back_requested.connect(lambda: self._tell(self.take_back_requested))
        self.bar.resized.connect(self.place_panel)
        self.setFocusProxy(self._list)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._list, 1)
        column.addWidget(self.bar)
        column.addWidget(hint)

    def show_findings(self, found: Sequence[Finding], left: Sequence[Finding], current: Finding | None) -> None:
        """Show these; ``current``, or else what stands in its place now, is at hand."""
        row = self._list.currentRow()
        self._list.clear()
        self._fitted = 0, 0
        self._head.setText(f"Checks: {counted(found)}" if found else "Checks passed")
        for severity in SEVERITIES:
            self._add(_GROUPS[severity], [finding for finding in found if finding.severity == severity])
        self._add(_LEFT, left)
        rows = {self._list.item(at).data(_FINDING): at for at in range(self._list.count())}
        if current is not None and current in rows:
            row = rows[current]
        self._list.setCurrentRow(self._nearest(max(row, 0)))
        self._show_current()
        if self._list.currentRow() <= 1:
            self._list.scrollToTop()  # with the head of its group

    def ask_reason(self) -> None:
        """Ask why the finding at hand may stay as it is."""
        self.bar.ask_reason()

    @property
    def current(self) -> Finding | None:
        """The finding at hand."""
        item = self._list.currentItem()
        found = item.data(_FINDING) if item is not None else None
        return found if isinstance(found, Finding) else None

    def _add(self, group: str, findings: Sequence[Finding]) -> None:
        if not findings:
            return
        head = QListWidgetItem(f"{group} ({len(findings)})", self._list)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(self._bold)
        head.setForeground(self._list.palette().text())
        for finding in findings[:_MOST]:
            sign = ("check", "muted") if finding.left else SIGNS[finding.severity]
            item = QListWidgetItem(icon(*sign), in_full(finding), self._list)
            item.setData(_FINDING, finding)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{finding.severity}: {in_full(finding)}")
        if len(findings) > _MOST:
            more = QListWidgetItem(f"And {len(findings) - _MOST} more", self._list)
            more.setFlags(Qt.ItemFlag.NoItemFlags)

    def _nearest(self, row: int) -> int:
        """The row of a finding at or after this one, or else before it."""
        rows = [at for at in range(self._list.count()) if self._list.item(at).data(_FINDING) is not None]
        return next((at for at in rows if at >= row), rows[-1] if rows else -1)

    def _show_current(self) -> None:
        finding = self.current
        wordings = self._wordings_of(finding) if finding is not None else None
        self.bar.show_finding(finding, wordings)
        self.place_panel()

    def place_panel(self) -> None:
        """At the lower right, over the status bar."""
        window = self.parent()
        assert isinstance(window, QMainWindow)
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        self.bar.set_room(width - 2 * EDGE)
        room = width - 2 * EDGE
        if room != self._fitted[0]:
            self._fitted = room, self._fit_rows(room)
        rows = self._fitted[1]
        rest = self.content.sizeHint().height() - self._list.sizeHint().height()
        bottom = self.height() - window.statusBar().height() - _MARGIN
        height = min(rows + rest + 2 * EDGE + _FOCUS_LINE, max(_HEIGHT, rest + 160), bottom - _MARGIN)
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

    def _click(self, item: QListWidgetItem) -> None:
        if item.data(_FINDING) is not None:
            self._go()

    def _go(self) -> None:
        finding = self.current
        if finding is not None:
            self.dismiss()
            self.chosen.emit(finding)

    def _find(self) -> None:
        finding = self.current
        if finding is not None:
            self.dismiss()
            self.passage_requested.emit(finding)

    def _tell(self, signal: SignalInstance) -> None:
        finding = self.current
        if finding is not None:
            self._list.setFocus()
            signal.emit(finding)

    def _leave(self, reason: str) -> None:
        finding = self.current
        if finding is not None:
            self._list.setFocus()
            self.leave_requested.emit(finding, reason)
