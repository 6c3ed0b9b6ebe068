"""A panel in which something is found by typing a few of its letters: commands, notes."""

from __future__ import annotations

import re
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from briefer.ui.overlay import EDGE, Overlay
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

ROWS, ROW = 12, 29
"""The most rows that are shown at once, and the height of each."""
WIDTH, _TOP, _BESIDE = 600, 72, 24
"""Of the panel, how far below the window's edge it lies, and how far from its sides at least."""
ID = Qt.ItemDataRole.UserRole
"""What a row stands for; ``Finder.chosen`` carries it."""
CAN_RUN = Qt.ItemDataRole.UserRole + 1
"""Whether a row can be chosen; not the item's own flag: the arrow keys would not get past it, unheard."""


def rank(query: str, text: str, group: str = "", more: str = "", *, scattered: bool = True) -> int | None:
    """How well a query finds something, 0 best; None if it does not.

    In this order: the text begins with it; its letters begin words of the text, as ``sa`` or ``sav as`` do for
    Save as; it stands in the text; its letters are in the text one after the other (unless ``scattered`` is off, as
    for long texts); they begin words of group and text; they begin words of ``more``. Capitals and spaces make no
    difference.
    """
    letters = [re.escape(letter) for letter in query.casefold() if not letter.isspace()]
    if not letters:
        return 0
    text, more = text.casefold(), more.casefold()
    word_starts = re.compile(r"\b" + r"(?:\W*|.*?\b)".join(letters))
    tries = (
        (re.compile(r"\W*".join(letters)).match, text),
        (word_starts.search, text),
        (re.compile(r"\W*".join(letters)).search, text),
        (re.compile(".*?".join(letters)).search, text if scattered else ""),
        (word_starts.search, f"{group.casefold()} {text}"),
        (word_starts.search, more),
    )
    return next((number for number, (find, where) in enumerate(tries) if find(where)), None)


class Search(Protocol):
    """What a finder looks in."""

    def found(self, query: str) -> list[QTreeWidgetItem]:
        """The rows that a query finds, the best first; with an empty one, those to begin with.

        A row has three columns (what it is, its group, its keys), an ``ID`` and ``CAN_RUN``.
        """

    def nothing(self, query: str) -> str:
        """What is said where a query finds nothing."""


class Finder(Overlay):
    """A field over a list of rows; what is typed narrows the list, Enter and a click choose a row.

    ``chosen`` carries the row's ``ID``, after the panel has closed.
    """

    chosen = Signal(str)

    def __init__(
        self, window: QMainWindow, name: str, prompt: str, listed: str, search: Search, width: int = WIDTH
    ) -> None:
        """``listed`` names the list for a screen reader, ``width`` is the panel's at most."""
        super().__init__(window, name)
        self._search, self._width = search, width
        self._field = QLineEdit(placeholderText=prompt)
        self._field.setAccessibleName(prompt)
        self._field.setMaxLength(60)
        self._list = _list(listed)
        self._none = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        set_role(self._none, "muted")
        self._layout = layout = QVBoxLayout(self.content)
        layout.setContentsMargins(9, 9, 9, 9)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        layout.addWidget(self._none)
        self.setFocusProxy(self._field)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._fill)
        self._list.currentItemChanged.connect(self._announce)
        self._list.itemClicked.connect(self.choose)

    def open(self) -> None:
        """Show the panel with the rows to begin with."""
        self._fill(self._field.text())
        super().open()

    def choose(self, item: QTreeWidgetItem | None) -> None:
        """Close, and tell which row; one that cannot be chosen leaves the panel as it is."""
        if item is None or not item.data(0, CAN_RUN):
            return
        ident = item.data(0, ID)
        self.dismiss()
        self.chosen.emit(ident)

    def place_panel(self) -> None:
        """Near the top, in the middle, as high as what it lists."""
        width, top = min(self._width, self.width() - 2 * _BESIDE), min(_TOP, self.height() // 8)
        self.fit_panel(width, self.height() - top - _BESIDE)
        self.panel.move((self.width() - width) // 2, top)

    def _fill(self, query: str) -> None:
        """Show what a query finds."""
        items = self._search.found(query)
        self._list.clear()
        self._list.addTopLevelItems(items)
        self._list.setVisible(bool(items))
        self._none.setText("" if items else self._search.nothing(query.strip()))
        self._none.setVisible(not items)
        self.place_panel()
        self._go_to(next((number for number, item in enumerate(items) if item.data(0, CAN_RUN)), 0))
        if not items:
            self._say(self._none.text())

    def fit_panel(self, width: int, most: int, rows: int = ROWS) -> QSize:
        """Make the panel so wide, and as high as what it lists up to a height and a number of rows; its size."""
        room = (most - self._field.sizeHint().height() - 32) // ROW
        self._list.setFixedHeight(max(2, min(self._list.topLevelItemCount(), rows, room)) * ROW)
        inner, layout = width - 2 * EDGE, self._layout
        tall = layout.totalHeightForWidth(inner) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.panel.setFixedSize(width, tall + 2 * EDGE)
        return self.panel.size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move in a list do so while the focus stays in the field."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.take_key(event)
        return super().eventFilter(watched, event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Act on a key in the field; False leaves it to the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose(self._list.currentItem())
        elif event.key() in _STEPS:
            self._step(_STEPS[event.key()])
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        """Go down or up; single steps go on at the other end."""
        count = self._list.topLevelItemCount()
        if count:
            at = self._list.currentIndex().row() + step
            self._go_to(at % count if abs(step) == 1 else max(0, min(at, count - 1)))

    def _go_to(self, number: int) -> None:
        if item := self._list.topLevelItem(number):
            self._list.setCurrentItem(item)

    def _announce(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._say(item.data(0, Qt.ItemDataRole.AccessibleTextRole))

    def _say(self, text: str) -> None:
        """Tell a screen reader, whose own attention is on the field."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, text))


_STEPS: dict[int, int] = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: ROWS - 1,
    Qt.Key.Key_PageUp: 1 - ROWS,
}


class _Quiet(QStyledItemDelegate):
    """Paints group and keys in a quieter colour than the text; what cannot be run is quiet altogether."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Keep the columns apart."""
        return super().sizeHint(option, index) + QSize(16, 0)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Choose the colour at each painting, so that it follows the theme."""
        super().initStyleOption(option, index)
        colours = tokens()
        if not index.sibling(index.row(), 0).data(CAN_RUN):
            option.palette.setColor(QPalette.ColorRole.Text, QColor(colours.ctl))
        elif index.column():
            option.palette.setColor(QPalette.ColorRole.Text, QColor(colours.muted))
        if index.column() == 2:
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _list(name: str) -> QTreeWidget:
    view = QTreeWidget(columnCount=3)
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAccessibleName(name)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setItemDelegate(_Quiet(view))
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setResizeContentsPrecision(2 * ROWS)  # not all of hundreds: each would be measured in Python
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    return view
