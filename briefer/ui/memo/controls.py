"""Small things that the memo pane is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton

from briefer.ui.style_sheet import set_role

LINE = 22
"""How high a line of words, pictures and links is."""


def link_button(words: str, tip: str) -> QPushButton:
    """Words that do something."""
    button = QPushButton(words)
    button.setFixedHeight(LINE)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    set_role(button, "text-link")
    return button


def line_label(words: str = "", role: str = "muted") -> QLabel:
    """Words in a line with pictures and links."""
    label = QLabel(words)
    label.setFixedHeight(LINE)
    set_role(label, role)
    return label
