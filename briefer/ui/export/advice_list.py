"""The right side of the export dialog: what to look at before the memo is sent, and what is well."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefer.outlook import Advice, Fix
from briefer.ui.checks.wording import counted
from briefer.ui.icons import Picture
from briefer.ui.notes.flow import FlowLayout
from briefer.ui.slices import PAUSE, Slices
from briefer.ui.style_sheet import set_role

_FIXES: dict[Fix, tuple[str, str]] = {
    "source-words": ("Use the source’s words", "Put the words of the source in place of the note’s"),
    "repair": ("Settle it", "Do what the check proposes"),
    "own": ("Own judgement", "Mark what has no source here as your own judgement"),
    "write": ("Write it", "Close this, and go there to write"),
    "show": ("Show", "Close this, and go there"),
    "template": ("Show templates", "Close this, and see what is wrong with the template"),
}
_BUTTONS = ("source-words", "own", "repair")
"""Fixes that are done at once; the others lead elsewhere."""
_SIGNS = {
    "error": ("error", "err", "Error"),
    "warning": ("warn", "warn", "Warning"),
    "note": ("info", "muted", "Note"),
}
"""Of each level: its icon, its ink and the word that is spoken."""
_MOST = 40
"""Of what is shown at once."""
_AT_A_STRETCH = 3
"""Of what is laid out in one turn of the event loop: to find its height takes longer than to make it."""
_FILL = "fill"


class AdviceList(QScrollArea):
    """Lists advice. ``taken`` carries the number of one, from 0, and the fix that a person wants."""

    taken = Signal(int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Before you send it")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._slices = Slices(self)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Nothing is known yet."""
        self._show("", self._waiting)

    def show_advice(self, advice: Sequence[Advice], good: Sequence[str]) -> None:
        """Show these, and under them lines of what is well; those below by and by.

        What the checks found stands by itself, counted as in the status bar; what else there is to say follows it,
        unless it keeps the memo here.
        """
        found = [(number, each) for number, each in enumerate(advice) if each.finding is not None]
        told = counted([each.finding for _, each in found if each.finding is not None])
        self._show(told or ("Checks passed" if good else ""), partial(self._rows, advice, good))

    def finish(self) -> None:
        """Show all that there is to show now."""
        self._slices.finish(_FILL)

    def _waiting(self, column: QVBoxLayout) -> Iterator[object]:
        column.addWidget(_line("Looking through the memo…"))
        yield None

    def _rows(self, advice: Sequence[Advice], good: Sequence[str], column: QVBoxLayout) -> Iterator[object]:
        found = [(number, each) for number, each in enumerate(advice) if each.finding is not None]
        rest = [(number, each) for number, each in enumerate(advice) if each.finding is None]
        stops = any(each.level == "error" for _, each in rest)
        if stops:
            yield from self._more(rest, column)
        if found:
            yield from self._card(found[:_MOST], column)
        if len(found) > _MOST:
            column.addWidget(_line(f"And {len(found) - _MOST} more: F8 steps through all checks."))
        if rest and not stops:
            yield from self._more(rest, column)
        if good:
            column.addWidget(_Good(good))

    def _more(self, rest: Sequence[tuple[int, Advice]], column: QVBoxLayout) -> Iterator[object]:
        column.addWidget(_line("Also worth a look"))
        yield from self._card(rest[:_MOST], column)

    def _card(self, advice: Sequence[tuple[int, Advice]], whole: QVBoxLayout) -> Iterator[object]:
        card = QFrame()
        set_role(card, "card")
        whole.addWidget(card)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for made, (number, each) in enumerate(advice, 1):
            if column.count():
                column.addWidget(_rule())
            row = _Row(each)
            row.taken.connect(lambda fix, number=number: self.taken.emit(number, fix))
            column.addWidget(row)
            yield PAUSE if not made % _AT_A_STRETCH else None

    def _show(self, count: str, rows: Callable[[QVBoxLayout], Iterator[object]]) -> None:
        """Show what ``rows`` put under the head. Where something further down was in view, all of it at once."""
        place = self.verticalScrollBar().value()
        whole = QWidget(self.viewport())
        set_role(whole, "advice")
        column = QVBoxLayout(whole)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        head, told = QLabel("Before you send it"), QLabel(count)
        set_role(head, "name")
        set_role(told, "muted")
        line = QHBoxLayout()
        line.addWidget(head)
        line.addStretch()
        line.addWidget(told)
        column.addLayout(line)
        below = QVBoxLayout()
        below.setSpacing(8)
        column.addLayout(below)
        column.addStretch()
        self._slices.begin(_FILL, rows(below), at_once=True)
        if place:
            self.finish()
        self.setWidget(whole)
        self.verticalScrollBar().setValue(place)


def _words(fix: Fix, advice: Advice) -> tuple[str, str]:
    """What a button says, and its tip."""
    repair = advice.finding.repair if advice.finding is not None else None
    if fix == "repair" and repair is not None:
        return repair.label, advice.finding.fix if advice.finding is not None else ""
    return _FIXES[fix]


class _Row(QFrame):
    taken = Signal(str)

    def __init__(self, advice: Advice) -> None:
        super().__init__()
        picture, ink, spoken = _SIGNS[advice.level]
        self.setAccessibleName(f"{spoken}: {advice.title}. {advice.detail}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 12)
        row.setSpacing(8)
        row.addWidget(Picture(picture, ink), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        for words, role in ((advice.title, ""), (advice.detail, "muted")):
            label = QLabel(words)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            set_role(label, role)
            column.addWidget(label)
        if advice.fixes:
            buttons = QWidget()
            flow = FlowLayout(buttons)
            for fix in advice.fixes:
                flow.addWidget(self._button(fix, advice))
            column.addSpacing(2)
            column.addWidget(buttons)
        row.addLayout(column, 1)

    def _button(self, fix: Fix, advice: Advice) -> QPushButton:
        words, tip = _words(fix, advice)
        button = QPushButton(words)
        button.setAutoDefault(True)  # Enter presses it, as it does in every dialog
        button.setToolTip(tip)
        button.setAccessibleName(f"{words}: {advice.title}")
        set_role(button, "small" if fix in _BUTTONS else "text-link")
        button.clicked.connect(lambda: self.taken.emit(fix))
        return button


class _Good(QWidget):
    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, words in enumerate(lines):
            grid.addWidget(Picture("ok", "ok"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_line(words), row, 1)


def _line(words: str) -> QLabel:
    label = QLabel(words)
    label.setWordWrap(True)
    set_role(label, "muted")
    return label


def _rule() -> QFrame:
    line = QFrame()
    set_role(line, "rule")
    return line
