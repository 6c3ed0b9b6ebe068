"""Pills: a word on a ground of its own, with a shape beside it, so that none is told by colour alone."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from briefer.ui.icons import icon_pixmap
from briefer.ui.notes.rows import UNSET, Verdict, choice_label
from briefer.ui.theme import ui_font
from briefer.ui.tokens import Tokens

HEIGHT = 20.0
_SIDE, _GAP, _ICON = 8.0, 4.0, 12
_BAR = 3.0


class Pill(NamedTuple):
    """A word and its looks; colours are names of tokens. ``bars`` of 3 are filled; 0: there are none."""

    label: str
    ink: str = "muted"
    ground: str = "well"
    edge: str = ""
    icon: str = ""
    bars: int = 0
    bold: bool = False

    @property
    def width(self) -> float:
        """Logical pixels that it takes."""
        words = QFontMetricsF(_font(self.bold)).horizontalAdvance(self.label)
        return 2 * _SIDE + words + self._shape()

    def _shape(self) -> float:
        return _ICON + _GAP if self.icon or self.bars else 0

    def paint(self, painter: QPainter, box: QRectF, colours: Tokens) -> None:
        """Paint it into a box of its width and ``HEIGHT``."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = self.edge or ("" if colours.tinted else "line")
        painter.setPen(QPen(QColor(getattr(colours, edge)), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(colours, self.ground)))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
        left = box.left() + _SIDE
        if self.bars:
            self._paint_bars(painter, QPointF(left, box.center().y()), QColor(getattr(colours, self.ink)))
        elif self.icon:
            ratio = painter.device().devicePixelRatio()
            drawn = icon_pixmap(self.icon, self.ink, _ICON, ratio)
            painter.drawPixmap(QPointF(left, box.center().y() - _ICON / 2), drawn)
        painter.setFont(_font(self.bold))
        painter.setPen(QColor(getattr(colours, self.ink)))
        words = box.adjusted(_SIDE + self._shape(), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.label)
        painter.restore()

    def _paint_bars(self, painter: QPainter, middle_left: QPointF, ink: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        bottom = middle_left.y() + 5
        for number in range(3):
            painter.setOpacity(1 if number < self.bars else 0.3)
            height = 4.0 + 3 * number
            painter.fillRect(QRectF(middle_left.x() + number * (_BAR + 1), bottom - height, _BAR, height), ink)
        painter.setOpacity(1)


def choice_pill(field: str, value: str) -> Pill:
    """The pill of a status or a level; of one that is not chosen yet, an empty frame that asks."""
    label = choice_label(field, value)
    if value in UNSET:
        return Pill(label, "faint", "pane", "ctl")
    match value if field == "level" else "":
        case "high":
            return Pill(label, "stake", "stake_bg", bars=3, bold=True)
        case "medium":
            return Pill(label, "stake", "pane", "stake", bars=2)
        case "low":
            return Pill(label, bars=1)
    return Pill(label)


def verdict_pill(verdict: Verdict) -> Pill:
    """The badge of a quote."""
    if verdict.wordings is None:
        return Pill(verdict.label, "ok", "ok_bg", icon="check")
    return Pill(verdict.label, "warn", "warn_bg", icon="warn")


def _font(bold: bool) -> QFont:
    font = ui_font(12)
    font.setBold(bold)
    return font
