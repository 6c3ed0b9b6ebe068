"""Where an article may be dropped: a dashed card that lights up while files hover over the window."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from briefer.ui.source.markers import paint_marker
from briefer.ui.theme import tokens
from briefer.ui.tokens import Tokens

_RADIUS = 6
_DASHES = [4, 3]


class DropZone(QFrame):
    """The card. The window takes the files; here it is only shown that it would."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False

    @property
    def lit(self) -> bool:
        """Whether files hover over the window."""
        return self._lit

    def light(self, *, on: bool) -> None:
        """Show that files hover, or that they no longer do."""
        self._lit = on
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the edge."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colours.accent if self._lit else colours.ctl), 2 if self._lit else 1)
        if not self._lit:
            pen.setDashPattern([float(length) for length in _DASHES])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.accent_tint if self._lit else colours.pane))
        inside = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inside, inside, -inside, -inside), _RADIUS, _RADIUS)
        painter.end()


class Sheets(QWidget):
    """A picture: two sheets, the front one with what Briefer marks. It says nothing that the words do not say."""

    def sizeHint(self) -> QSize:
        """Its size."""
        return QSize(92, 86)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of now."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - 92) / 2, (self.height() - 86) / 2)
        painter.setPen(QPen(QColor(colours.ctl), 1))
        for sheet, ground in ((QRectF(0.5, 8.5, 91, 77), colours.pane2), (QRectF(16.5, 0.5, 59, 77), colours.pane)):
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(sheet, 3, 3)
        _paint_marks(painter, colours)
        painter.end()


def _paint_marks(painter: QPainter, colours: Tokens) -> None:
    paint_marker(painter, "actor", QPointF(26, 17), colours)
    paint_marker(painter, "quote", QPointF(26, 47), colours)
    painter.setPen(QPen(QColor(colours.muted), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for y, width in ((17.5, 21), (31.5, 21), (47.5, 21), (61.5, 18)):
        painter.drawLine(QPointF(47, y), QPointF(47 + width, y))
