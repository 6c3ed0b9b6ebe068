"""The three steps from an article to a memo, at the foot of the start page."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefer.model.brief import Kind
from briefer.ui.source.markers import SIZE, paint_marker
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens, ui_font

_KINDS: tuple[Kind, ...] = ("actor", "action", "stake", "quote")
_CIRCLE = 24


class Steps(QWidget):
    """The steps side by side."""

    def __init__(self, templates: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("From an article to a memo in three steps")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for number, title, below in (
            (1, "Mark what matters", _kinds()),
            (2, "Pick a template", _line(", ".join(templates))),
            (3, "Export to Word", _line("Every statement keeps its source")),
        ):
            row.addWidget(_step(number, title, below), 3 if number == 1 else 2)


def _step(number: int, title: str, below: QWidget) -> QWidget:
    step = QWidget()
    step.setAccessibleName(f"Step {number}: {title}")
    beside = QHBoxLayout(step)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(12)
    beside.addWidget(_Number(number), alignment=Qt.AlignmentFlag.AlignTop)
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
    label.setTextFormat(Qt.TextFormat.PlainText)
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
        self.setFixedSize(_CIRCLE, _CIRCLE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.ctl), 1))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(QColor(colours.muted))
        painter.setFont(ui_font(12))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class _Marker(QWidget):
    """The marker of a kind; its name stands beside it in words."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind: Kind = kind

    def sizeHint(self) -> QSize:
        """Room for its ring."""
        return QSize(int(SIZE) + 2, int(SIZE) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        painter = QPainter(self)
        paint_marker(painter, self._kind, QPointF(1, (self.height() - SIZE) / 2), tokens())
        painter.end()
