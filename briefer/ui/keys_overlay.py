"""All keys on one panel, in groups: those of the table of actions, and those that only the source knows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.actions import ACTIONS, ActionRow, shown_keys
from briefer.ui.overlay import EDGE, Overlay, paint_card
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens


class KeyRow(NamedTuple):
    """Keys as people read them, what they do, and more of it in a second line."""

    keys: str
    does: str
    more: str = ""


READING_KEYS: tuple[KeyRow, ...] = (
    KeyRow(".", "Select the sentence; again, the paragraph"),
    KeyRow("Alt+← →", "Move an end of the selection by a word; with Shift by a character"),
    KeyRow("Alt+Home End", "Choose the end that moves"),
    KeyRow("Esc", "Drop the selection"),
    KeyRow("Enter", "Open the note that the caret stands in"),
    KeyRow("Del", "Unlink the passage that the caret stands in"),
    KeyRow("Ctrl+wheel", "Larger or smaller letters"),
)
"""What the source does with keys that are no action of the window; the letters are in the table of actions."""

READING = "Reading, with the focus in the source"
_WIDTH, _TWO_COLUMNS = 880, 680


def key_groups(
    rows: Sequence[ActionRow] = ACTIONS, reading: Sequence[KeyRow] = READING_KEYS
) -> dict[str, list[KeyRow]]:
    """The keys of all actions by menu, in the order of the table, and those of reading before them."""
    groups = {
        READING: [KeyRow(row.letter, row.text.replace("&", ""), row.tip) for row in rows if row.letter]
        + list(reading)
    }
    for row in rows:
        if row.keys:
            groups.setdefault(row.menu.replace("&", ""), []).append(KeyRow(shown_keys(row), row.tip))
    return groups


class KeysOverlay(Overlay):
    """Shows all keys over a window; ``open()`` shows it, Esc and F1 close it."""

    def __init__(
        self,
        window: QMainWindow,
        rows: Sequence[ActionRow] = ACTIONS,
        reading: Sequence[KeyRow] = READING_KEYS,
    ) -> None:
        super().__init__(window, "Keys")
        self._groups = key_groups(rows, reading)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setAccessibleName("All keys")
        self._area.setAccessibleDescription(_spoken(self._groups))
        self.setFocusProxy(self._area)  # the arrow and page keys scroll it
        self._columns = 0
        self._page = QWidget()
        self._layout = QVBoxLayout(self.content)
        self._layout.setContentsMargins(13, 9, 3, 9)
        self._layout.setSpacing(8)
        self._layout.addLayout(self._head())
        self._layout.addWidget(self._area)

    def place_panel(self) -> None:
        """In the middle, as high as the keys need and the window allows."""
        width = min(_WIDTH, self.width() - 48)
        self._arrange(2 if width >= _TWO_COLUMNS else 1)
        self.panel.setFixedWidth(width)
        margins, inside = self._layout.contentsMargins(), self._page.layout()
        assert inside is not None
        inner = (
            width - 2 * EDGE - margins.left() - margins.right() - self._area.verticalScrollBar().sizeHint().width()
        )
        tall = inside.heightForWidth(inner) + margins.top() + margins.bottom() + 2 * EDGE
        height = min(tall + self._layout.spacing() + self._close.sizeHint().height(), self.height() - 48)
        self.panel.setFixedHeight(height)
        self.panel.move((self.width() - width) // 2, (self.height() - height) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on F1 too; Home and End go to the ends."""
        bar = self._area.verticalScrollBar()
        if event.key() == Qt.Key.Key_F1:
            self.dismiss()
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        title = QLabel("Keys")
        set_role(title, "subject")
        self._close = QPushButton("Close")
        self._close.setToolTip("Close (Esc)")
        set_role(self._close, "small")
        self._close.clicked.connect(self._close_clicked)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 10, 0)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._close)
        return head

    def _close_clicked(self) -> None:
        self.dismiss()

    def _arrange(self, columns: int) -> None:
        """Deal the groups into columns, each to the shortest, and show them."""
        if columns == self._columns:
            return
        self._columns = columns
        self._page = page = QWidget()
        page.setAccessibleName("Keys")
        page.setBackgroundRole(QPalette.ColorRole.Base)
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(32)
        dealt: list[list[str]] = [[] for _ in range(columns)]
        for name in self._groups:
            min(dealt, key=lambda names: sum(len(self._groups[each]) + 2 for each in names)).append(name)
        keys_width = self._widest_keys()
        for names in dealt:
            down = QVBoxLayout()
            down.setSpacing(16)
            for name in names:
                down.addLayout(_group(name, self._groups[name], keys_width))
            down.addStretch()
            across.addLayout(down, 1)
        self._area.setWidget(page)

    def _widest_keys(self) -> int:
        metrics = QFontMetrics(self.font())
        return max(metrics.horizontalAdvance(row.keys) for rows in self._groups.values() for row in rows) + 14


class KeyCap(QLabel):
    """The name of a key with an edge around it."""

    def __init__(self, text: str) -> None:
        super().__init__(text, textFormat=Qt.TextFormat.PlainText, alignment=Qt.AlignmentFlag.AlignCenter)
        self.setContentsMargins(6, 2, 6, 2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the edge under the name."""
        paint_card(self, tokens().pane2, tokens().ctl, 4)
        super().paintEvent(event)


def _group(name: str, rows: list[KeyRow], keys_width: int) -> QVBoxLayout:
    head = QLabel(name)
    set_role(head, "head")
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, keys_width)
    grid.setColumnStretch(1, 1)
    for number, row in enumerate(rows):
        cap = KeyCap(row.keys)
        grid.addWidget(cap, number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_does(row), number, 1)
    group = QVBoxLayout()
    group.setSpacing(6)
    group.addWidget(head)
    group.addLayout(grid)
    return group


def _does(row: KeyRow) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setContentsMargins(0, 2, 0, 0)
    lines.setSpacing(0)
    for text, role in ((row.does, ""), (row.more, "muted")):
        if text:
            line = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
            set_role(line, role)
            lines.addWidget(line)
    lines.addStretch()
    return lines


def _spoken(groups: dict[str, list[KeyRow]]) -> str:
    """The whole panel as a screen reader says it."""
    return " ".join(f"{name}: {'; '.join(map(_row_spoken, rows))}." for name, rows in groups.items())


def _row_spoken(row: KeyRow) -> str:
    keys = "full stop" if row.keys == "." else row.keys
    return ", ".join(filter(None, [keys, row.does, row.more]))
