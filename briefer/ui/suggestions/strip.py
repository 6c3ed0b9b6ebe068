"""The line of the notes pane that counts what is suggested, and leads to it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from briefer.ui.style_sheet import set_role


class SuggestionsStrip(QFrame):
    """Says how many suggestions there are; its ``button`` leads to them. It is there only while there are any."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "side-panel")
        self.button = QPushButton()
        set_role(self.button, "text-link")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 12, 4)
        line.addWidget(self.button)
        line.addStretch()
        self.hide()

    def show_count(self, count: int) -> None:
        """Show how many suggestions there are."""
        self.button.setText(f"Review {counted(count)} (Ctrl+R)")
        self.button.setToolTip("Go through what Briefer suggests; nothing is filed by itself")
        self.setVisible(bool(count))


def counted(count: int) -> str:
    """A number of suggestions in words."""
    return f"{count} suggestion{'' if count == 1 else 's'}"
