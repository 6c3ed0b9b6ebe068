"""The portion mark of a section: shown beside its heading where the template prints such marks, and chosen there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from briefer.model.brief import Brief
from briefer.templates.template import Template
from briefer.ui.memo.controls import LINE
from briefer.ui.style_sheet import set_role

SUBJECT = "subject"


class PortionMark(QPushButton):
    """Says how a part is marked, and offers the markings of the template. ``chosen`` carries one; empty for none."""

    chosen = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label, self._mark = label, ""
        self._choices: tuple[str, ...] = ()
        self.setFixedHeight(LINE)
        self.clicked.connect(self.offer)
        set_role(self, "text-link")

    def show_mark(self, mark: str, choices: Sequence[str], banner: str) -> None:
        """Show a part's mark, and tell if it is higher than the memo's own marking, which ``banner`` is."""
        from briefer.text.markings import abbreviation, exceeds

        self._mark, self._choices = mark, tuple(choices)
        above = exceeds(mark, banner, choices)
        short = f"({abbreviation(mark)})" if mark else "No mark"
        self.setText(f"{short}, above {banner or 'the memo'}" if above else short)
        said = f"Portion mark of {self._label}: {mark or 'none'}"
        than = f"the memo’s marking {banner}" if banner else "the memo, which has no marking"
        self.setAccessibleName(f"{said}, higher than {than}" if above else said)
        tip = f"Choose the mark that stands before “{self._label}”"
        self.setToolTip(f"It is higher than {than}: raise that, or mark this lower" if above else tip)
        if self.property("above") != above:
            self.setProperty("above", above)
            set_role(self, "text-link")

    def offer(self) -> None:
        """Let the person choose."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        spare = () if self._mark in ("", *self._choices) else (self._mark,)
        for mark in ("", *self._choices, *spare):
            action = QAction(mark.replace("&", "&&") or "No mark", group)
            action.setCheckable(True)
            action.setChecked(mark == self._mark)
            action.triggered.connect(lambda _=False, mark=mark: self.chosen.emit(mark))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        menu.setActiveAction(next(action for action in group.actions() if action.isChecked()))


class Holder(Protocol):
    """A part of the memo as it is shown, with a place for its mark."""

    mark: PortionMark | None

    def add_mark(self, mark: PortionMark) -> None:
        """Give the mark its place."""


class PortionMarks(QObject):
    """Gives the parts of a memo their marks. ``chosen`` carries the id of a part and its new mark."""

    chosen = Signal(str, str)

    def show_marks(self, brief: Brief, template: Template, holders: Mapping[str, Holder]) -> bool:
        """Show the marks of the parts by their ids; whether one has got its place just now."""
        marking = next((field for field in template.front.header if field.id == "marking"), None)
        from briefer.templates.portions import banner, prints_marks

        choices = marking.choices if marking is not None and prints_marks(brief, template) else ()
        if not choices:
            _hide(holders.values())
            return False

        shown, made = banner(brief, template), False
        labels = {section.id: section.label for section in template.front.sections} | {SUBJECT: "Subject"}
        _hide(holder for ident, holder in holders.items() if ident not in labels)
        for ident, holder in holders.items():
            if ident not in labels:
                continue
            if holder.mark is None:
                mark = PortionMark(labels[ident])
                mark.chosen.connect(lambda chosen, ident=ident: self.chosen.emit(ident, chosen))
                holder.add_mark(mark)
                made = True
            assert holder.mark is not None
            holder.mark.show_mark(brief.export.portion_marks.get(ident, ""), choices, shown)
            holder.mark.show()
        return made


def _hide(holders: Iterable[Holder]) -> None:
    for holder in holders:
        if holder.mark is not None:
            holder.mark.hide()
