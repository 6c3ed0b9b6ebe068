"""Passages that need you: those whose words are no longer in their source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief, kept_lost, lost_place
from briefer.model.entries import Citable
from briefer.ui.icons import Picture
from briefer.ui.style_sheet import set_role


class LostPassage(NamedTuple):
    """An anchor that has lost its words: what rests on it, and its number among that one's passages, from 0."""

    item: Citable
    number: int
    anchor: Anchor


def lost_passages(brief: Brief) -> Iterator[LostPassage]:
    """The passages of a brief that have lost their words and were not kept so, in the order of its entries."""
    kept = kept_lost(brief)
    for item in brief.citables():
        for index, anchor in enumerate(item.evidence):
            if anchor.lost and lost_place(item.id, anchor) not in kept:
                yield LostPassage(item, index, anchor)


class NeedsYouBand(QFrame):
    """Says how many passages need a person; there only while some do. ``opened`` asks to show or hide them."""

    opened = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "band-warn")
        self.setAccessibleName("Passages that need you")
        self._open, self._count = False, 0
        self.words = QLabel()
        self.button = QPushButton("Look at them")
        self.button.clicked.connect(self._toggle)
        set_role(self.button, "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(Picture("warn", "warn"))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_brief(self, brief: Brief) -> None:
        """Count the passages of a brief that need somebody."""
        count = sum(1 for _ in lost_passages(brief))
        self._count = count
        self.setVisible(bool(count))
        self.words.setText(f"{count} passage{'s' if count != 1 else ''} need{'s' if count == 1 else ''} you")
        self.words.setToolTip("The words that notes rest on are no longer in the article")
        self._label()

    def _toggle(self) -> None:
        self.opened.emit(not self._open)

    def set_open(self, *, on: bool) -> None:
        """Whether the passages are shown."""
        self._open = on
        self._label()

    def _label(self) -> None:
        self.button.setText("Later" if self._open else "Look at it" if self._count == 1 else "Look at them")
