"""The command palette: every action of the window, found by typing a few of its letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QTreeWidgetItem

from briefer.ui.actions import ACTIONS, ActionRow, shown_keys
from briefer.ui.finder import CAN_RUN, ID, Finder, rank

OWN_ID = "palette"
"""The action that opens the palette: it is not listed in it, and its keys close it again."""


class CommandPalette(Finder):
    """Lists the actions of a window over it; ``open()`` shows it. What is typed narrows the list, Enter runs a row.

    ``actions`` holds the window's actions by id, as ``build_menus`` gives them; rows without one are left out.
    """

    def __init__(
        self, window: QMainWindow, actions: Mapping[str, QAction], rows: Sequence[ActionRow] = ACTIONS
    ) -> None:
        super().__init__(window, "Commands", "Type what you want to do", "Commands found", _Commands(actions, rows))
        self._field.setAccessibleName("Find a command")
        self._actions = actions
        self.chosen.connect(self._run)

    def take_key(self, event: QKeyEvent) -> bool:
        """Close on the keys that opened it."""
        own = self._actions.get(OWN_ID)
        if own is not None and QKeySequence(event.keyCombination()) in own.shortcuts():
            self.dismiss()
            return True
        return super().take_key(event)

    def _run(self, ident: str) -> None:
        action = self._actions[ident]
        # Later, because the action may ask a question, and this key press must be over by then.
        QTimer.singleShot(0, action, action.trigger)


class _Commands:
    """The actions of a window, as they are now."""

    def __init__(self, actions: Mapping[str, QAction], rows: Sequence[ActionRow]) -> None:
        self._actions = actions
        self._rows = [row for row in rows if row.id in actions and row.id != OWN_ID]

    def found(self, query: str) -> list[QTreeWidgetItem]:
        """The actions that a query finds; with an empty one all, in the order of the menus."""
        ranked = [(rank(query, _text(self._actions[row.id]), _menu(row), row.tip), row) for row in self._rows]
        found = sorted(((best, row) for best, row in ranked if best is not None), key=lambda pair: pair[0])
        name = query.strip().casefold()
        found.sort(key=lambda pair: _text(self._actions[pair[1].id]).casefold() != name)  # just this name comes first
        return [_item(row, self._actions[row.id]) for _, row in found]

    def nothing(self, query: str) -> str:
        """That no command is called so."""
        return f"No command is called “{query}”. Try one word of it, or a shorter one."


def _item(row: ActionRow, action: QAction) -> QTreeWidgetItem:
    text, menu, keys, can_run = _text(action), _menu(row), shown_keys(row), action.isEnabled()
    item = QTreeWidgetItem([text, menu if can_run else f"{menu} – not now", keys])
    item.setData(0, ID, row.id)
    item.setData(0, CAN_RUN, can_run)
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
