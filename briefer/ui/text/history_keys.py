"""What keeps a field's own undo out of the way of the brief's one history."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class HistoryKeys(QObject):
    """Event filter: a field neither claims nor obeys the keys for undo and redo; the window's actions get them.

    Line edits cannot switch their own undo off, so the key must not reach them even while the window's action
    is disabled because there is nothing to undo.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Stop the keys for undo and redo; a claim (ShortcutOverride) is stopped by leaving it unaccepted."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(
            event, QKeyEvent
        ):
            return False
        if not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
            return False
        event.ignore()
        return True


def without_undo(menu: QMenu) -> QMenu:
    """A field's standard context menu without its undo and redo."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = next(iter(menu.actions()), None)
    if first is not None and first.isSeparator():
        menu.removeAction(first)
    return menu
