"""All checks in a list over the status bar, and what can be done about the one at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QIcon, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QMainWindow, QVBoxLayout

from briefer.review.findings import Finding
from briefer.review.kinds import SEVERITIES, Severity
from briefer.review.wordings import Wordings
from briefer.ui.checks.settle_bar import SettleBar
from briefer.ui.checks.wording import SIGNS, counted, in_full
from briefer.ui.icons import SIZE, icon
from briefer.ui.overlay import EDGE, Overlay
from briefer.ui.slices import Slices
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

_WIDTH, _HEIGHT, _MARGIN = 560, 640, 8
_PADDING, _BESIDE, _FOCUS_LINE = 13, 40, 2
"""Of a row: above and below its words, and beside them, where its icon stands."""
_GROUPS: dict[Severity, str] = {"error": "Errors keep the memo here", "warning": "Warnings", "note": "Notes"}
_LEFT = "Left as they are"
_FINDING = Qt.ItemDataRole.UserRole
_MOST = 300
"""Rows of a group that are listed; F8 steps through all."""
_LEFT_SIGN = ("check", "muted")
_MORE = "And "
_STEP = 3
"""Rows that the next finding is away at most, with what parts two groups."""
_FILL = "fill"
_KEYS_OF_ROWS_ABOVE = frozenset(
    (
        Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab, Qt.Key.Key_Escape,
    )
)  # fmt: skip
"""Keys that need no more rows than there are."""


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
        self._room = self._rows_height = 0  # in which width the rows have their heights, and the height of all
        self._slices = Slices(self)
        self.closed.connect(lambda: self._slices.drop(_FILL))
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
        """Show these; ``current``, or else what stands in its place now, is at hand.

        What there is no room for in the panel is listed by and by.
        """
        lines = _lines(found, left)
        at = _nearest(lines, max(self._list.currentRow(), 0)) if current not in lines else lines.index(current)
        self._head.setText(f"Checks: {counted(found)}" if found else "Checks passed")
        self._slices.drop(_FILL)
        adding = self._adding(lines)
        with QSignalBlocker(self._list):
            self._list.clear()
            self._rows_height = 0
            for _ in adding:
                if self._list.count() > at and self._rows_height > _HEIGHT:
                    break
            self._list.setCurrentRow(at)
        self._show_current()
        if self._list.currentRow() <= 1:
            self._list.scrollToTop()  # with the head of its group
        self._slices.begin(_FILL, adding)

    def ask_reason(self) -> None:
        """Ask why the finding at hand may stay as it is."""
        self.bar.ask_reason()

    @property
    def current(self) -> Finding | None:
        """The finding at hand."""
        item = self._list.currentItem()
        found = item.data(_FINDING) if item is not None else None
        return found if isinstance(found, Finding) else None

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for listed in self.findChildren(QListWidget):  # none yet while it is made
                for at in range(listed.count()):
                    if listed.item(at).data(_FINDING) is None:
                        listed.item(at).setForeground(QColor(tokens().text))  # the list's own palette comes later

    def _adding(self, lines: Sequence[Finding | str]) -> Iterator[None]:
        """List what is to be listed, row by row, each as high as its words need."""
        icons = {sign: icon(*sign) for sign in (*SIGNS.values(), _LEFT_SIGN)}
        for line in lines:
            item = self._head_row(line) if isinstance(line, str) else self._row(line, icons)
            self._rows_height += self._fit_row(item)
            self._list.addItem(item)
            yield

    def _row(self, finding: Finding, icons: Mapping[tuple[str, str], QIcon]) -> QListWidgetItem:
        words = in_full(finding)
        item = QListWidgetItem(icons[_LEFT_SIGN if finding.left else SIGNS[finding.severity]], words)
        item.setData(_FINDING, finding)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{finding.severity}: {words}")
        return item

    def _head_row(self, words: str) -> QListWidgetItem:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        if not words.startswith(_MORE):
            item.setFont(self._bold)
            item.setForeground(QColor(tokens().text))  # follows no theme by itself: changeEvent
        return item

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
        self._fit_rows(width - 2 * EDGE)
        rest = self.content.sizeHint().height() - self._list.sizeHint().height()
        bottom = self.height() - window.statusBar().height() - _MARGIN
        height = min(self._rows_height + rest + 2 * EDGE + _FOCUS_LINE, max(_HEIGHT, rest + 160), bottom - _MARGIN)
        self.panel.setGeometry(self.width() - width - _MARGIN, bottom - height, width, height)

    def _fit_rows(self, room: int) -> None:
        """Let the rows have the heights that they need in this width."""
        if room != self._room:
            self._room = room
            self._slices.finish(_FILL)
            self._rows_height = sum(self._fit_row(self._list.item(row)) for row in range(self._list.count()))

    def _fit_row(self, item: QListWidgetItem) -> int:
        """Give a row the height of its words; that height."""
        room = self._room - self._list.verticalScrollBar().sizeHint().width() - _BESIDE
        words = self._list.fontMetrics().boundingRect(0, 0, room, 10_000, Qt.TextFlag.TextWordWrap, item.text())
        height = words.height() + _PADDING
        item.setSizeHint(QSize(room, height))
        return height

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the check at hand."""
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._fill_for(event.key())
            enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enters:
                self._go()
            return enters
        return super().eventFilter(watched, event)

    def _fill_for(self, key: int) -> None:
        """List all that there is before a key that may lead beyond what is listed."""
        has_next = key == Qt.Key.Key_Down and self._list.currentRow() + _STEP < self._list.count()
        if not has_next and key not in _KEYS_OF_ROWS_ABOVE:
            self._slices.finish(_FILL)

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


def _lines(found: Sequence[Finding], left: Sequence[Finding]) -> list[Finding | str]:
    """What is listed: the head of each group, its findings, and how many more there are."""
    groups = {_GROUPS[severity]: [each for each in found if each.severity == severity] for severity in SEVERITIES}
    lines: list[Finding | str] = []
    for group, findings in (*groups.items(), (_LEFT, left)):
        if findings:
            lines += [f"{group} ({len(findings)})", *findings[:_MOST]]
        if len(findings) > _MOST:
            lines.append(f"{_MORE}{len(findings) - _MOST} more")
    return lines


def _nearest(lines: Sequence[Finding | str], row: int) -> int:
    """The row of a finding at or after this one, or else before it; -1 if there is none."""
    rows = [at for at, line in enumerate(lines) if not isinstance(line, str)]
    return next((at for at in rows if at >= row), rows[-1] if rows else -1)
