"""Small things that the memo pane is made of."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from briefer.ui.icons import SIZE, icon
from briefer.ui.style_sheet import set_role

LINE = 22
"""How high a line of words, pictures and links is."""


class Picture(QWidget):
    """An icon beside words that say the same, in the ink of the theme."""

    def __init__(self, name: str, ink: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(name, ink)
        self.setFixedSize(QSize(SIZE, LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon."""
        self._icon.paint(QPainter(self), 0, (LINE - SIZE) // 2, SIZE, SIZE)


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
