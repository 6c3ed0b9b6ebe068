"""The command palette: every action of the window, found by typing a few of its letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QColor,
    QKeyEvent,
    QKeySequence,
    QPalette,
)
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

from briefer.ui.actions import ACTIONS, ActionRow, shown_keys
from briefer.ui.overlay import EDGE, Overlay
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

OWN_ID = "palette"
"""The action that opens the palette: it is not listed in it, and its keys close it again."""

_ID, _CAN_RUN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WIDTH, _TOP, _ROWS, _ROW = 600, 72, 12, 29


def rank(query: str, text: str, menu: str = "", tip: str = "") -> int | None:
    """How well a query finds an action, 0 best; None if it does not.

    In this order: the text begins with it; its letters begin words of the text, as ``sa`` or ``sav as`` do for
    Save As; it stands in the text; its letters are in the text one after the other; they begin words of menu and
    text; they begin words of the tip. Capitals and spaces make no difference.
    """
    letters = [re.escape(letter) for letter in query.casefold() if not letter.isspace()]
    if not letters:
        return 0
    text, tip = text.casefold(), tip.casefold()
    word_starts = re.compile(r"\b" + r"(?:\W*|.*?\b)".join(letters))
    tries = (
        (re.compile(r"\W*".join(letters)).match, text),
        (word_starts.search, text),
        (re.compile(r"\W*".join(letters)).search, text),
        (re.compile(".*?".join(letters)).search, text),
        (word_starts.search, f"{menu.casefold()} {text}"),
        (word_starts.search, tip),
    )
    return next((number for number, (find, where) in enumerate(tries) if find(where)), None)


class CommandPalette(Overlay):
    """Lists the actions of a window over it; ``open()`` shows it. What is typed narrows the list, Enter runs a row.

    ``actions`` holds the window's actions by id, as ``build_menus`` gives them; rows without one are left out.
    """

    def __init__(
        self, window: QMainWindow, actions: Mapping[str, QAction], rows: Sequence[ActionRow] = ACTIONS
    ) -> None:
        super().__init__(window, "Commands")
        self._actions = actions
        self._rows = [row for row in rows if row.id in actions and row.id != OWN_ID]
        self._field = QLineEdit(placeholderText="Type what you want to do")
        self._field.setAccessibleName("Find a command")
        self._field.setMaxLength(60)
        self._list = _command_list()
        self._none = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        set_role(self._none, "muted")
        self._layout = layout = QVBoxLayout(self.content)
        layout.setContentsMargins(9, 9, 9, 9)
        layout.setSpacing(8)
        layout.addWidget(self._field)
        layout.addWidget(self._list)
        layout.addWidget(self._none)
        self._field.installEventFilter(self)
        self._field.textChanged.connect(self._fill)
        self._list.currentItemChanged.connect(self._announce)
        self._list.itemClicked.connect(self._run)
        self._fill("")

    def first_focus(self) -> QLineEdit:
        """The field."""
        return self._field

    def place_panel(self) -> None:
        """Near the top, in the middle, as high as what it lists."""
        width = min(_WIDTH, self.width() - 48)
        top = min(_TOP, self.height() // 8)
        room = (self.height() - top - 24 - self._field.sizeHint().height() - 32) // _ROW
        self._list.setFixedHeight(max(2, min(self._list.topLevelItemCount(), _ROWS, room)) * _ROW)
        inner, layout = width - 2 * EDGE, self._layout
        tall = layout.totalHeightForWidth(inner) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.panel.setFixedSize(width, tall + 2 * EDGE)
        self.panel.move((self.width() - width) // 2, top)

    def _fill(self, query: str) -> None:
        ranked = [(rank(query, _text(self._actions[row.id]), _menu(row), row.tip), row) for row in self._rows]
        found = sorted(((best, row) for best, row in ranked if best is not None), key=lambda pair: pair[0])
        self._list.clear()
        self._list.addTopLevelItems([_item(row, self._actions[row.id]) for _, row in found])
        self._list.setVisible(bool(found))
        self._none.setText(f"No command is called “{query.strip()}”. Try one word of it, or a shorter one.")
        self._none.setVisible(not found)
        self.place_panel()
        can_run = (number for number, (_, row) in enumerate(found) if self._actions[row.id].isEnabled())
        self._go_to(next(can_run, 0))
        if not found:
            self._say(self._none.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move in a list do so while the focus stays in the field."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        own = self._actions.get(OWN_ID)
        if own is not None and QKeySequence(event.keyCombination()) in own.shortcuts():
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentItem())
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

    def _run(self, item: QTreeWidgetItem | None) -> None:
        action = self._actions[item.data(0, _ID)] if item is not None else None
        if action is None or not action.isEnabled():
            return
        self.dismiss()
        # Later, because the action may ask a question, and this key press must be over by then.
        QTimer.singleShot(0, action, action.trigger)

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
    Qt.Key.Key_PageDown: _ROWS - 1,
    Qt.Key.Key_PageUp: 1 - _ROWS,
}


class _Quiet(QStyledItemDelegate):
    """Paints menu and keys in a quieter colour than the text; what cannot be run is quiet altogether."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Keep the columns apart."""
        return super().sizeHint(option, index) + QSize(16, 0)

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Choose the colour at each painting, so that it follows the theme."""
        super().initStyleOption(option, index)
        colours = tokens()
        if not index.sibling(index.row(), 0).data(_CAN_RUN):
            option.palette.setColor(QPalette.ColorRole.Text, QColor(colours.ctl))
        elif index.column():
            option.palette.setColor(QPalette.ColorRole.Text, QColor(colours.muted))
        if index.column() == 2:
            option.displayAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _command_list() -> QTreeWidget:
    view = QTreeWidget(columnCount=3)
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setAccessibleName("Commands found")
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setItemDelegate(_Quiet(view))
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    return view


def _item(row: ActionRow, action: QAction) -> QTreeWidgetItem:
    text, menu, keys, can_run = _text(action), _menu(row), shown_keys(row), action.isEnabled()
    item = QTreeWidgetItem([text, menu if can_run else f"{menu} – not now", keys])
    item.setData(0, _ID, row.id)
    # Not the item's own flag: the arrow keys would not get past it, and nobody would hear that it is there.
    item.setData(0, _CAN_RUN, can_run)
    told = ", ".join(filter(None, [text, f"{menu} menu", keys, "" if can_run else "not available now"]))
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
    for column in range(3):
        item.setToolTip(column, row.tip)
    return item


def _text(action: QAction) -> str:
    """The text of now, which for undo names what is undone, without mnemonic and keys."""
    return re.sub(r"&(.)", r"\1", action.text().split("\t")[0])


def _menu(row: ActionRow) -> str:
    return row.menu.replace("&", "")
