"""What the check found in a template, a row for each: number, words, place, and what can be done about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefer.templates.problems import Problem
from briefer.ui.messages import sentence
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens, ui_font

_BADGE = 16
_NAME = re.compile(r"[\w.…\[\]]+: ")


class ProblemRows(QScrollArea):
    """Lists problems, numbered from 1. ``fix_requested`` and ``show_requested`` carry a number."""

    fix_requested = Signal(int)
    show_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Problems of the template")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: list[_Row] = []
        self._at = 0

    def show_problems(self, problems: Sequence[Problem], *, fixes: bool) -> None:
        """Show these; their own fixes are offered where the template is one's own (``fixes``)."""
        whole = QFrame()
        set_role(whole, "details")
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._at = 0
        self._rows = [_Row(number, problem, fixes) for number, problem in enumerate(problems, 1)]
        for row in self._rows:
            row.fix_requested.connect(self.fix_requested)
            row.show_requested.connect(self.show_requested)
            column.addWidget(row)
        column.addStretch()
        self.setWidget(whole)
        # The keyboard stops here to scroll, and Qt has no role for what is scrolled.
        self.setAccessibleDescription(". ".join(row.accessibleName() for row in self._rows))

    def go_to(self, number: int) -> None:
        """Bring a problem into view, the keyboard at the first thing that can be done about it."""
        row, self._at = self._rows[number - 1], number
        self.ensureWidgetVisible(row)
        row.take_focus()

    def step(self, by: int) -> int:
        """Go to the next problem (1) or the one before (-1), around the end; its number, 0 if there is none."""
        if not self._rows:
            return 0
        at = self._at or (0 if by > 0 else 1)
        self.go_to((at - 1 + by) % len(self._rows) + 1)
        return self._at


class _Row(QFrame):
    fix_requested = Signal(int)
    show_requested = Signal(int)

    def __init__(self, number: int, problem: Problem, fixes: bool) -> None:
        super().__init__()
        self._number = number
        self.setAccessibleName(
            f"{'Warning' if problem.severity == 'warning' else 'Error'} {number}: {problem.message}"
        )
        set_role(self, "filter")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(_Badge(number, problem.severity == "warning"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        row.addLayout(column, 1)
        column.addWidget(_words(" ".join(filter(None, (told(problem.message), asked(problem.suggestion)))), ""))
        if place := _place(problem):
            column.addWidget(_words(place, "muted"))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 4, 0, 0)
        buttons.setSpacing(8)
        if fixes and problem.fix is not None:
            buttons.addWidget(self._button(problem.fix.label, "small", self.fix_requested))
        if problem.line or problem.part:
            buttons.addWidget(self._button("Show", "text-link", self.show_requested))
        buttons.addStretch()
        column.addLayout(buttons)

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        if (button := self.findChild(QPushButton)) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, words: str, role: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setAccessibleName(f"{words}: problem {self._number}")
        set_role(button, role)
        button.clicked.connect(lambda _=False, number=self._number: signal.emit(number))
        return button


class _Badge(QWidget):
    """The number of a problem: round for an error, square for a warning."""

    def __init__(self, number: int, warning: bool) -> None:
        super().__init__()
        self._number, self._warning = number, warning
        self.setFixedSize(_BADGE, _BADGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colours of the moment."""
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = (colours.warn, colours.warn_bg) if self._warning else (colours.err, colours.err)
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, *((3, 3) if self._warning else (_BADGE / 2, _BADGE / 2)))
        font = ui_font(11)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours.warn if self._warning else colours.pane))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


def in_lines(problems: Sequence[Problem]) -> str:
    """All problems as text, a line for each, to be sent to whoever looks after the template."""
    return "\n".join(f"{number}. {problem}" for number, problem in enumerate(problems, 1))


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    set_role(label, role)
    return label


def told(message: str) -> str:
    """A message as a sentence; a name at its beginning stays as it is written in the template."""
    return f"{message}." if _NAME.match(message) else sentence(message)


def asked(suggestion: str) -> str:
    """A suggestion as a sentence of its own."""
    return f"{suggestion[:1].upper()}{suggestion[1:]}" if suggestion.endswith("?") else sentence(suggestion)


def _place(problem: Problem) -> str:
    place = f"{problem.place[:1].upper()}{problem.place[1:]}"
    return f"{place}: “{problem.around}”" if place and problem.around else place
