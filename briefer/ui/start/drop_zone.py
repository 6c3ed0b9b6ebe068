"""Where an article may be dropped: a dashed card that lights up while files hover over the window."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from briefer.ui.source.markers import draw_marker
from briefer.ui.sparing import brush, pen
from briefer.ui.theme import tokens
from briefer.ui.tokens import Tokens

_RADIUS = 6
_DASHES = [4, 3]
_THIN = 0.7
"""Half of what a line of the picture is wide."""


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
        edge = pen(colours.accent if self._lit else colours.ctl, 2 if self._lit else 1)
        if not self._lit:
            edge.setDashPattern([float(length) for length in _DASHES])
        inside = edge.widthF() / 2
        card = _rounded(QRectF(self.rect()).adjusted(inside, inside, -inside, -inside), _RADIUS)
        painter.fillPath(card, brush(colours.accent_tint if self._lit else colours.pane))
        painter.strokePath(card, edge)
        painter.end()


class Sheets(QWidget):
    """A picture: two sheets, the front one with what Briefer marks. It says nothing that the words do not say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setForegroundRole(QPalette.ColorRole.Base)  # what the letters of its marks are written in
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Its size."""
        return QSize(92, 86)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of now."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - 92) / 2, (self.height() - 86) / 2)
        for sheet, ground in ((QRectF(0.5, 8.5, 91, 77), colours.pane2), (QRectF(16.5, 0.5, 59, 77), colours.pane)):
            painter.fillPath(_rounded(sheet, 3), brush(ground))
            painter.strokePath(_rounded(sheet, 3), pen(colours.ctl))
        _paint_marks(painter, colours)
        painter.end()


def _paint_marks(painter: QPainter, colours: Tokens) -> None:
    draw_marker(painter, "actor", QPointF(26, 17), colours)
    draw_marker(painter, "quote", QPointF(26, 47), colours)
    lines = QPainterPath()
    for y, width in ((17.5, 21), (31.5, 21), (47.5, 21), (61.5, 18)):
        lines.addRoundedRect(QRectF(47, y, width, 0).adjusted(-_THIN, -_THIN, _THIN, _THIN), _THIN, _THIN)
    painter.fillPath(lines, brush(colours.muted))


def _rounded(box: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path
