"""A button that is a picture alone, as rows and forms have it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from briefer.ui.icons import icon
from briefer.ui.style_sheet import set_role


def bare_button(picture: str, tip: str, spoken: str = "") -> QToolButton:
    """A button that the keyboard reaches; ``spoken`` is what it is called, if not as its tip says."""
    button = QToolButton()
    button.setIcon(icon(picture, "muted"))
    button.setToolTip(tip)
    button.setAccessibleName(spoken or tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    set_role(button, "bare")
    return button
