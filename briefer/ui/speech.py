"""What a screen reader is to say now, without the focus having moved."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader, if one listens, say a text about a widget."""
    from PySide6.QtGui import (  # 5 ms of enums that the first screen can spare
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
