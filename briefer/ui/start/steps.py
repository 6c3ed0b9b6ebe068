"""The three steps from an article to a memo, at the foot of the start page."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefer.model.brief import Kind
from briefer.ui.source.markers import SIZE, draw_marker
from briefer.ui.sparing import CENTRED, let, pen, write_in
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens, ui_font

_KINDS: tuple[Kind, ...] = ("actor", "action", "stake", "quote")
_CIRCLE = 24


class Steps(QWidget):
    """The steps side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("From an article to a memo in three steps")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for number, title, below in (
            (1, "Mark what matters", _kinds()),
            (2, "Pick a template", _line("Built in, your own, or the office’s Word file")),
            (3, "Export to Word", _line("Every statement keeps its source")),
        ):
            row.addWidget(_step(number, title, below), 3 if number == 1 else 2)


def _step(number: int, title: str, below: QWidget) -> QWidget:
    step = QWidget()
    step.setAccessibleName(f"Step {number}: {title}")
    beside, at_top = QHBoxLayout(step), QVBoxLayout()
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(12)
    beside.addLayout(at_top)
    at_top.addWidget(_Number(number))
    at_top.addStretch()
    words = QVBoxLayout()
    words.setSpacing(2)
    head = QLabel(title)
    set_role(head, "name")
    words.addWidget(head)
    words.addWidget(below)
    words.addStretch()
    beside.addLayout(words, 1)
    return step


def _line(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    let(label, textFormat="PlainText")
    set_role(label, "muted")
    return label


def _kinds() -> QWidget:
    kinds = QWidget()
    row = QHBoxLayout(kinds)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    for kind in _KINDS:
        row.addWidget(_Marker(kind))
        row.addWidget(_line(kind.capitalize()))
        row.addSpacing(9)
    row.addStretch()
    return kinds


class _Number(QWidget):
    """A number in a circle."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        set_role(self, "number")
        self.setFixedSize(_CIRCLE, _CIRCLE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QPainterPath()
        circle.addEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.strokePath(circle, pen(colours.ctl))
        write_in(painter, colours.muted)
        painter.setFont(ui_font(12))
        painter.drawText(self.rect(), CENTRED, str(self._number))
        painter.end()


class _Marker(QWidget):
    """The marker of a kind; its name stands beside it in words."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind: Kind = kind
        self.setForegroundRole(QPalette.ColorRole.Base)  # what its letter is written in

    def sizeHint(self) -> QSize:
        """Room for its ring."""
        return QSize(int(SIZE) + 2, int(SIZE) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        draw_marker(painter, self._kind, QPointF(1, (self.height() - SIZE) / 2), tokens())
        painter.end()
