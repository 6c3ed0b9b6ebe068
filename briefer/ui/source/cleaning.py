"""One line over an article: what cleaning did to it, what is hidden in it, and links to see either."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from briefer.model.source import Source
from briefer.ui.fitting import ElidedLabel
from briefer.ui.icons import Picture
from briefer.ui.slices import Slices
from briefer.ui.source.details import LEFT
from briefer.ui.style_sheet import set_role

_COUNTING = "hidden"
_MUCH = 50_000
"""Code points that take a millisecond to be looked through."""


class CleaningLine(QFrame):
    """Says what cleaning did, and how many hidden characters there are. ``toggled`` asks to show the changes, or to
    hide them, ``hidden_requested`` for the next hidden character.
    """

    toggled = Signal(bool)
    hidden_requested = Signal()

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
        self.hidden = QPushButton()
        self.hidden.setToolTip("Go to the next of them; each has a mark in the article, and its name in a tip")
        self.hidden.clicked.connect(self.hidden_requested)
        set_role(self.hidden, "text-link")
        self.hidden.hide()
        self._picture, self._slices = Picture("ok", "muted"), Slices(self)
        self._source_id = self._text = ""
        self._warning = Picture("warn", "warn")
        self._warning.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._picture)
        row.addWidget(self._words)
        row.addWidget(self.link)
        row.addWidget(self._warning)
        row.addWidget(self.hidden)
        row.addStretch(1)

    def show_source(self, source: Source) -> None:
        """Show what cleaning did to a source; nothing if it had nothing to do and nothing is hidden."""
        for part in (self._picture, self._words, self.link):
            part.setVisible(bool(source.fixes))
        if source.text is not self._text:
            is_edited, self._text = source.id == self._source_id, source.text
            self._source_id = source.id
            # While a long one is edited, the number of before stands until the new one is known.
            at_once = not is_edited or len(source.text) < _MUCH
            self._slices.begin(_COUNTING, self._count(source.text), at_once=at_once)
        self._show_or_hide()
        self._words.show_words(summary(source))
        self._words.setAccessibleName(self._words.words())

    def _count(self, text: str) -> Iterator[None]:
        """Count what is hidden, a portion of the text at a time."""
        from briefer.ui.source.hidden_marks import counting

        count = 0
        for count in counting(text) if not text.isascii() else ():  # noqa: B007
            yield
        self.hidden.setText(f"{count:,} hidden character{'s' if count != 1 else ''}" if count else "")
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        is_hiding = bool(self.hidden.text())
        self.hidden.setVisible(is_hiding)
        self._warning.setVisible(is_hiding)
        self.setVisible(is_hiding or not self.link.isHidden())

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
