"""What is wrong with the template that is edited: a row for each problem, with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefer.templates.problems import Problem
from briefer.ui.icons import Picture
from briefer.ui.style_sheet import set_role
from briefer.ui.templates.problem_rows import asked, told
from briefer.ui.templates.wording import counted

_MOST = 30
"""Rows that are shown: what comes after is told when these are mended."""


class ProblemList(QFrame):
    """Lists problems, numbered from 0. The signals carry such a number: its fix is wanted, it is to be shown, or to
    be told no more.
    """

    fix_requested = Signal(int)
    show_requested = Signal(int)
    ignore_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Problems")
        set_role(self, "details")
        self._problems: tuple[Problem, ...] | None = None
        self._rows: list[_Row] = []
        self._pills = {"error": QLabel(), "warning": QLabel()}
        set_role(self._pills["error"], "err")
        set_role(self._pills["warning"], "warn")
        self._said = QLabel()
        set_role(self._said, "muted")
        self._keys = QLabel("F8 next")
        self._area = QScrollArea(widgetResizable=True)
        self._area.setAccessibleName("Problems of the template")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._area, 1)
        self.setMinimumHeight(40)
        self.tell("Being checked…")

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these; rows that are there already stay as they are."""
        if self._problems == tuple(problems):
            return
        self._problems = tuple(problems)
        errors = sum(problem.severity == "error" for problem in problems)
        for severity, number in (("error", errors), ("warning", len(problems) - errors)):
            self._pills[severity].setText(counted(number, severity))
            self._pills[severity].setVisible(bool(number))
        more = len(problems) - _MOST
        self._said.setText(
            f"{more} more, shown when these are mended" if more > 0 else "" if problems else "None found"
        )
        self._fill(problems[:_MOST])

    def tell(self, words: str) -> None:
        """Say why nothing is known of problems."""
        self._problems = None
        self._said.setText(words)
        for pill in self._pills.values():
            pill.hide()
        self._fill(())

    def go_to(self, number: int) -> None:
        """Bring a problem into view."""
        if 0 <= number < len(self._rows):
            self._area.ensureWidgetVisible(self._rows[number])

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be done."""
        first = next(iter(self.findChildren(QPushButton)), None)
        (first or self._area).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fill(self, problems: Sequence[Problem]) -> None:
        self._keys.setVisible(bool(problems))
        whole = QFrame()
        set_role(whole, "details")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows = [_Row(number, problem) for number, problem in enumerate(problems)]
        for row in self._rows:
            row.fix_requested.connect(self.fix_requested)
            row.show_requested.connect(self.show_requested)
            row.ignore_requested.connect(self.ignore_requested)
            column.addWidget(row)
        column.addStretch()
        self._area.setWidget(whole)

    def _bar(self) -> QFrame:
        bar = QFrame()
        set_role(bar, "side-panel")
        bar.setMinimumHeight(36)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        head, keys = QLabel("Problems"), self._keys
        set_role(head, "name")
        set_role(keys, "muted")
        row.addWidget(head)
        for pill in self._pills.values():
            row.addWidget(pill, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._said)
        row.addStretch()
        row.addWidget(keys)
        return bar


class _Row(QFrame):
    fix_requested = Signal(int)
    show_requested = Signal(int)
    ignore_requested = Signal(int)

    def __init__(self, number: int, problem: Problem) -> None:
        super().__init__()
        self._number = number
        warning = problem.severity == "warning"
        words = " ".join(filter(None, (told(problem.message), asked(problem.suggestion))))
        self.setAccessibleName(f"{'Warning' if warning else 'Error'}, {problem.place}: {words}")
        set_role(self, "filter")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(Picture("warn" if warning else "error", "warn" if warning else "err"))
        if problem.line:
            row.addWidget(self._button(f"Line {problem.line}", "text-link", self.show_requested))
        label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(label, 1)
        if problem.fix is not None:
            row.addWidget(self._button(problem.fix.label, "small", self.fix_requested))
        if warning:
            row.addWidget(self._button("Ignore", "small", self.ignore_requested))

    def _button(self, words: str, role: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(f"{words}: {self.accessibleName()}")
        set_role(button, role)
        button.clicked.connect(lambda _=False, number=self._number: signal.emit(number))
        return button
