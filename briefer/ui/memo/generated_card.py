"""A section that comes from the notes: one line that says what stands in it, and the way to write it instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from briefer.model.brief import GROUPS
from briefer.templates.template import SectionField
from briefer.ui.fitting import ElidedLabel
from briefer.ui.icons import Picture
from briefer.ui.memo.controls import link_button
from briefer.ui.memo.portion_mark import PortionMark
from briefer.ui.style_sheet import set_role

if TYPE_CHECKING:
    from briefer.templates.generated import Piece


class GeneratedCard(QWidget):
    """``write_requested`` asks to take the part over."""

    write_requested = Signal()

    def __init__(self, section: SectionField) -> None:
        super().__init__()
        self._label = section.label
        self.mark: PortionMark | None = None
        head = ElidedLabel(section.label)
        set_role(head, "head")
        card = QFrame()
        set_role(card, "memo-card")
        self._what = ElidedLabel()
        self._source = ElidedLabel("from notes, always current")
        set_role(self._source, "muted")
        self.write = link_button("Write instead", f"Write “{section.label}” by hand; it begins as it is now")
        self.write.setAccessibleName(f"Write {section.label} instead")
        self.write.clicked.connect(self.write_requested)
        row = QHBoxLayout(card)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(Picture("template"))
        row.addWidget(self._what)
        row.addWidget(self._source)
        row.addStretch()
        row.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.setContentsMargins(0, 12, 0, 0)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(head)
        self._head.addStretch()
        column.addLayout(self._head)
        column.addWidget(card)
        self.show_outline(None)

    def tab_chain(self) -> list[QWidget]:
        """What the keyboard reaches, as it stands."""
        return [*([self.mark] if self.mark is not None else []), self.write]

    def add_mark(self, mark: PortionMark) -> None:
        """Give the portion mark its place, beside the heading."""
        self.mark = mark
        self._head.insertWidget(1, mark)

    def show_outline(self, pieces: tuple[Piece, ...] | None) -> None:
        """Say what stands in the part; None if that is not known yet."""
        what = "…" if pieces is None else outline_words(pieces)
        self._what.show_words(what)
        self._what.setAccessibleName(f"{self._label}: {what}, from notes, always current")
        empty = pieces == ()
        self._source.show_words("fills from your notes" if empty else "from notes, always current")


def outline_words(pieces: tuple[Piece, ...]) -> str:
    """``Table of 4 actors, list of 1 quote``; what is empty says so."""
    if not pieces:
        return "Empty"
    said = ", ".join(_piece(piece) for piece in pieces)
    return said[:1].upper() + said[1:]


def _piece(piece: Piece) -> str:
    if piece.kind is not None:
        one, many = str(piece.kind), str(GROUPS[piece.kind])
    else:
        one, many = ("row", "rows") if piece.form == "table" else ("item", "items")
    return f"{piece.form} of {piece.size} {one if piece.size == 1 else many}"
