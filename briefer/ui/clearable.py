"""A line with a cross at its end that empties it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton

from briefer.ui.icons import icon


def make_clearable(line: QLineEdit) -> None:
    """Let a line show the cross while there is something in it, in the ink of the theme."""
    line.setClearButtonEnabled(True)
    cross = line.findChild(QToolButton)
    assert isinstance(cross, QToolButton), "Qt makes a button for it"
    cross.setIcon(icon("close", "muted"))
    cross.setToolTip("Empty the line")
    cross.setAccessibleName("Empty the line")
