"""A label that shows an icon, in the ink of whatever theme there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from briefer.ui.icons import icon_pixmap


class IconLabel(QLabel):
    """An icon beside words that say the same: screen readers pass it over."""

    def __init__(self, name: str, ink: str = "muted", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink = name, ink
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(icon_pixmap(self._name, self._ink))

    def changeEvent(self, event: QEvent) -> None:
        """Draw it in the colours of now."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
