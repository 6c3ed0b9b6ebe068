"""A text field of ours on a screen of its own, and what an input method does to it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefer.ui.text.typed_line import TypedLine
from briefer.ui.text.typed_text import TypedText

Field = TypeVar("Field", bound=TypedLine | TypedText)


def ready(qtbot: QtBot, field: Field, told: list[str]) -> Field:
    """The field shown and with the focus; what it tells of typing goes into ``told``."""
    qtbot.addWidget(field)
    field.typed.connect(told.append)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    return field


def compose(field: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method does: ``preedit`` is still being composed, ``commit`` has been chosen."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)
