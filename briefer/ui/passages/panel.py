"""The panel that offers passages for a sentence: one key cites one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.fitting import shortened
from briefer.ui.overlay import EDGE, Overlay
from briefer.ui.passages.offer import Offer
from briefer.ui.style_sheet import set_role

_WIDTH, _HIGH, _APART, _MARGIN = 560, 480, 6, 8
_NUMBER = 16
"""Pixels for the key of a row."""
_ROW = (12, 6, 12, 7)
_SENTENCE = 160
"""Characters of the sentence that are shown."""
NOTHING = "Nothing here supports it."


class PassagesPanel(Overlay):
    """Offers passages beside the sentence. Enter, a click or 1 to 9 closes it and tells which (``chosen``).

    Where none supports the sentence it says so, and offers to mark it as the writer's own judgement
    (``own_requested``). Esc closes it.
    """

    chosen = Signal(int)
    own_requested = Signal()

    def __init__(
        self, window: QMainWindow, sentence: str, offers: Sequence[Offer], beside: QRect, *, supported: bool
    ) -> None:
        """``beside`` is the box of the sentence's line in the window; ``supported`` whether the best offer may do."""
        super().__init__(window, "Find a passage")
        self._beside = beside
        self._head = _label("Passages for this sentence", "head")
        self._sentence = _label(f"“{shortened(sentence, _SENTENCE)}”", "muted")
        told = NOTHING if supported or not offers else f"{NOTHING} These passages come nearest:"
        self._verdict = _label(told, "warn-text")
        self._list = self._make_list(offers)
        self.own = QPushButton("&Mark as own judgement")
        self.own.setToolTip("Say that the sentence is your own judgement: [@own]")
        self.own.setAutoDefault(True)
        set_role(self.own, "small")
        self.own.clicked.connect(self._mark)
        self._hint = _label(_hint(len(offers), supported=supported), "muted")
        self.setFocusProxy(self._list if offers else self.own)
        self._lay_out()
        self._list.setVisible(bool(offers))
        self._verdict.setVisible(not supported)
        self.own.setVisible(not supported)
        if not supported:
            self.setAccessibleDescription(told)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        for label in (self._head, self._sentence, self._verdict):
            label.setContentsMargins(12, 0, 12, 0)
            column.addWidget(label)
        column.addWidget(self._list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 12, 0)
        foot.setSpacing(8)
        foot.addWidget(self.own)
        foot.addWidget(self._hint, 1)
        column.addLayout(foot)

    def _make_list(self, offers: Sequence[Offer]) -> QListWidget:
        view = QListWidget()
        view.setAccessibleName("Passages found")
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for number, offer in enumerate(offers, 1):
            item = QListWidgetItem(view)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}: {offer.told}")
            view.setItemWidget(item, _Row(number, offer))
        view.currentItemChanged.connect(lambda item, before: _show_at_hand(view, item, before))
        view.setCurrentRow(0)
        view.installEventFilter(self)
        view.itemClicked.connect(lambda item: self._choose(view.row(item)))
        return view

    def place_panel(self) -> None:
        """Below the line of the sentence, above it if there is more room."""
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        room_below = self.height() - self._beside.bottom() - _APART - _MARGIN
        room_above = self._beside.top() - _APART - _MARGIN
        below = room_below >= min(room_above, _HIGH)
        most = max(200, min(_HIGH, room_below if below else room_above))
        height = self._height(width - 2 * EDGE, most - 2 * EDGE) + 2 * EDGE
        top = self._beside.bottom() + _APART if below else self._beside.top() - _APART - height
        left = max(_MARGIN, min(self._beside.left(), self.width() - width - _MARGIN))
        self.panel.setGeometry(left, max(_MARGIN, min(top, self.height() - height - _MARGIN)), width, height)

    def _height(self, width: int, most: int) -> int:
        """Give each row the height of its words; the height of all, up to the most there is room for."""
        rows = 0
        for at in range(self._list.count()):
            item = self._list.item(at)
            row = self._list.itemWidget(item)
            tall = row.heightForWidth(width - self._list.verticalScrollBar().sizeHint().width())
            item.setSizeHint(QSize(0, tall))
            rows += tall + 1
        layout = self.content.layout()
        assert layout is not None
        self._list.setFixedHeight(0)
        rest = layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        shown = min(rows + 2, max(80, most - rest))
        self._list.setFixedHeight(shown)
        return rest + (shown if self._list.count() else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter cites the passage at hand, a digit the one of its number."""
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self._list.currentRow())
                return True
            if event.text() in tuple("123456789"):
                self._choose(int(event.text()) - 1)
                return True
        return super().eventFilter(watched, event)

    def _choose(self, at: int) -> None:
        if 0 <= at < self._list.count():
            self.dismiss()
            self.chosen.emit(at)

    def _mark(self) -> None:
        self.dismiss()
        self.own_requested.emit()


class _Row(QWidget):
    """A passage with its key before it, and below it where it stands."""

    def __init__(self, number: int, offer: Offer) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        key = _label(str(number), "muted")
        key.setFixedWidth(_NUMBER)
        words, place = _label(offer.html), _label(f"{offer.place} · {offer.held}", "muted")
        words.setTextFormat(Qt.TextFormat.RichText)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(words)
        column.addWidget(place)
        row = QHBoxLayout(self)
        row.setContentsMargins(*_ROW)
        row.setSpacing(4)
        row.addWidget(key, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_at_hand(self, *, at_hand: bool) -> None:
        """Have the words in the colour that goes with the row at hand, or in their own."""
        set_role(self, "row-at-hand" if at_hand else "")
        for label in self.findChildren(QLabel):
            set_role(label, str(label.property("role") or ""))


def _show_at_hand(view: QListWidget, at_hand: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
    for item in (before, at_hand):
        row = view.itemWidget(item) if item is not None else None
        if isinstance(row, _Row):
            row.show_at_hand(at_hand=item is at_hand)


def _hint(count: int, *, supported: bool) -> str:
    if not count:
        return "Esc closes."
    keys = "Enter cites it" if count == 1 else f"Enter cites the one at hand, 1 to {count} one by its number"
    return f"{keys}{', Esc closes.' if supported else ', Tab leads to the button, Esc closes.'}"


def _label(words: str, role: str = "") -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    if role:
        set_role(label, role)
    return label
