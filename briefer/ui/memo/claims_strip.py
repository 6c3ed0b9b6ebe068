"""The line under a section that says which of its sentences rest on nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefer.ui.icons import Picture
from briefer.ui.memo.controls import line_label, link_button
from briefer.ui.notes.flow import FlowLayout

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


class ClaimsStrip(QWidget):
    """Hidden while every sentence has a source. ``next_requested``, ``passage_requested``, ``mark_requested`` and
    ``all_requested`` ask to go to the next such sentence, to find a passage for the one at the caret, to mark that as
    the writer's own judgement, and to mark each.
    """

    next_requested = Signal()
    passage_requested = Signal()
    mark_requested = Signal()
    all_requested = Signal()

    def __init__(self, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Picture("warn", "warn")
        self._words = line_label(role="warn-text")
        self._words.setAccessibleName(f"Sources of {section}")
        self._next = link_button("Next", f"Go to the next sentence of {section} that has no source")
        self._find = link_button(
            "Find a passage", "Find the passage that supports the sentence at the caret (Ctrl+J)"
        )
        self._mark = link_button(
            "Mark as own judgement", "Mark the sentence at the caret as your own judgement: [@own]"
        )
        self._all = link_button("Mark each", f"Mark each of these sentences of {section} as your own judgement")
        self._next.clicked.connect(self.next_requested)
        self._find.clicked.connect(self.passage_requested)
        self._mark.clicked.connect(self.mark_requested)
        self._all.clicked.connect(self.all_requested)
        self.buttons = (self._next, self._find, self._mark, self._all)
        row = FlowLayout(self)
        for widget in (self._sign, self._words, *self.buttons):
            row.addWidget(widget)
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many sentences have no source; nothing if all have."""
        number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
        self._words.setText(
            f"{number} sentence has no source." if count == 1 else f"{number} sentences have no source."
        )
        self._next.setVisible(count > 1)
        self._all.setVisible(count > 1)
        self.setVisible(count > 0)
