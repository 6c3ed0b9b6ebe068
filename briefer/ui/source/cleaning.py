"""One line over an article: what cleaning did to it, and a link to see it rule by rule."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from briefer.model.source import Source
from briefer.ui.fitting import ElidedLabel
from briefer.ui.icons import Picture
from briefer.ui.source.details import LEFT
from briefer.ui.style_sheet import set_role


class CleaningLine(QFrame):
    """Says what cleaning did. ``toggled`` asks to show the changes, or to hide them."""

    toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "details")
        self.setAccessibleName("Cleaning")
        self._open = False
        self._words = ElidedLabel()
        set_role(self._words, "muted")
        self.link = QPushButton("Show changes")
        self.link.clicked.connect(self._toggle)
        set_role(self.link, "text-link")
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, 8, 4)
        row.setSpacing(4)
        row.addWidget(Picture("ok", "muted"))
        row.addWidget(self._words)
        row.addWidget(self.link)
        row.addStretch(1)

    def show_source(self, source: Source) -> None:
        """Show what cleaning did to a source; nothing if it had nothing to do."""
        self.setVisible(bool(source.fixes))
        self._words.show_words(summary(source))
        self._words.setAccessibleName(self._words.words())

    def _toggle(self) -> None:
        self.toggled.emit(not self._open)

    def set_open(self, *, on: bool) -> None:
        """Whether the changes are shown."""
        self._open = on
        self.link.setText("Hide changes" if on else "Show changes")


def summary(source: Source) -> str:
    """What cleaning did to a source in one sentence; what mends characters alone is told by its number."""
    from briefer.text.clean import SWITCHABLE
    from briefer.text.clean.told import told

    shown = [told(fix.rule, fix.count) for fix in source.fixes if fix.on and fix.rule in SWITCHABLE]
    others = sum(fix.count for fix in source.fixes if fix.on and fix.rule not in SWITCHABLE)
    off = sum(not fix.on for fix in source.fixes)
    if others:
        shown.append(f"{others:,} other place{'s' if others != 1 else ''} mended")
    said = f"Cleaned: {', '.join(shown)}." if shown else "Not cleaned."
    return f"{said} {off} rule{'s' if off != 1 else ''} off." if off else said
