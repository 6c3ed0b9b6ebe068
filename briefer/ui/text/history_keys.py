"""What keeps a field's own keys out of the way of the window's, above all its undo out of that of the brief."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class HistoryKeys(QObject):
    """Event filter: a field neither claims nor obeys the keys for undo and redo; the window's actions get them.

    Line edits cannot switch their own undo off, so the key must not reach them even while the window's action
    is disabled because there is nothing to undo. Of Ctrl and a letter it claims only what copies, pastes and selects:
    on X11 Qt has it claim Ctrl+E and Ctrl+D too, which are the window's.
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
        if not (_is_history(event) or (event.type() == QEvent.Type.ShortcutOverride and _is_letter_of_window(event))):
            return False
        event.ignore()
        return True


_OF_FIELDS = (
    QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)  # fmt: skip


def _is_history(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _is_letter_of_window(event: QKeyEvent) -> bool:
    with_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return with_ctrl and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and not any(map(event.matches, _OF_FIELDS))


def without_undo(menu: QMenu) -> QMenu:
    """A field's standard context menu without its undo and redo."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = next(iter(menu.actions()), None)
    if first is not None and first.isSeparator():
        menu.removeAction(first)
    return menu
