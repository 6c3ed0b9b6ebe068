"""What is too long for a field: it is refused whole, and that is told where messages stand."""

from __future__ import annotations

from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication, QWidget

from briefer.ui.speech import announce

MOST_OF_A_LINE = 10_000
"""Characters that a field of one line takes at once."""
MOST_OF_A_TEXT = 20_000
"""The same of several lines: to lay more of them out would hold the window up."""


def tell_refused(field: QWidget, most: int) -> None:
    """Say that nothing was put into a field, because it takes only so many characters at once."""
    words = (
        f"Nothing was put in: “{field.accessibleName()}” takes {most:,} characters at once. A longer text can be"
        " added as an article, with File ▸ Paste article."
    )
    QApplication.sendEvent(field, QStatusTipEvent(words))
    announce(field, words)
