"""Cut, copy, paste and select all from the menu: as if their keys were pressed where the keyboard is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_KEYS = {"cut": Qt.Key.Key_X, "copy": Qt.Key.Key_C, "paste_here": Qt.Key.Key_V, "select_all": Qt.Key.Key_A}
_NEED_WORDS = ("cut", "copy")
_NOT_HERE = "This does nothing here. Click into a field or the article first."
_NO_WORDS = "Nothing is selected. Select words with the mouse, or with Shift and the arrow keys, first."


def field_commands(say: Callable[[str], None]) -> dict[str, Callable[[], object]]:
    """What these actions do, by their ids; ``say`` takes what a person is told where there is nothing to do."""
    return {ident: partial(_press, ident, say) for ident in _KEYS}


def _press(ident: str, say: Callable[[str], None]) -> None:
    focus = QApplication.focusWidget()
    if focus is not None and ident in _NEED_WORDS and _has_nothing_selected(focus):
        say(_NO_WORDS)
    elif focus is None or not (_taken_by_field(focus, _KEYS[ident]) or _taken_around(focus, _KEYS[ident])):
        say(_NOT_HERE)


def _has_nothing_selected(focus: QWidget) -> bool:
    if isinstance(focus, QLineEdit):
        return not focus.hasSelectedText()
    return isinstance(focus, QPlainTextEdit | QTextEdit) and not focus.textCursor().hasSelection()


def _taken_by_field(focus: QWidget, key: Qt.Key) -> bool:
    """Whether a field claims the key, as it does before any shortcut; then it has got it."""
    claim = _event(QEvent.Type.ShortcutOverride, key)
    QApplication.sendEvent(focus, claim)
    return claim.isAccepted() and _given(focus, key)


def _taken_around(focus: QWidget, key: Qt.Key) -> bool:
    """Whether a shortcut takes the key, or else the focus itself."""
    return taken_by_shortcut(focus, QKeySequence(Qt.KeyboardModifier.ControlModifier | key)) or _given(focus, key)


def taken_by_shortcut(focus: QWidget, keys: QKeySequence) -> bool:
    """Whether a shortcut of what the focus stands in takes the keys, or an action of its window.

    For keys that Qt has a widget claim (ShortcutOverride) which it then does nothing with.
    """
    at: QWidget | None = focus
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    while at is not None:
        for shortcut in at.findChildren(QShortcut, options=direct):
            if shortcut.key() == keys and shortcut.isEnabled():
                shortcut.activated.emit()
                return True
        at = at.parentWidget()
    for action in focus.window().findChildren(QAction, options=direct):
        if keys in action.shortcuts() and action.isEnabled():
            action.trigger()
            return True
    return False


def _given(focus: QWidget, key: Qt.Key) -> bool:
    press = _event(QEvent.Type.KeyPress, key)
    QApplication.sendEvent(focus, press)
    return press.isAccepted()


def _event(kind: QEvent.Type, key: Qt.Key) -> QKeyEvent:
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier)
    event.ignore()
    return event
