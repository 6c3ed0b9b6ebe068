"""How spans are drawn: tints under the letters, and above them a line style for each kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from briefer.model.brief import Kind
from briefer.ui.source.geometry import Piece
from briefer.ui.tokens import Tokens

BELOW = 4.5
"""Pixels of a tint below the letters' foot; the lines lie on its lower edge."""
STEP = 3.0
"""Pixels that the line of a span lies lower than that of the longer span under it."""
DEEPEST = 2
"""Levels that are told apart; the space between two lines of text holds no more."""
BAR = 2
"""Pixels that the bars at the ends of a quote are wide; they stand outside of its words."""
REACH = BELOW + DEEPEST * STEP + 3
"""Pixels around a line of text that a span's drawing can touch."""


def paint_tint(painter: QPainter, kind: Kind, piece: Piece, ascent: float, colours: Tokens) -> None:
    """Paint the ground of a span on one line of text; no tint where the palette asks for high contrast."""
    if colours.tinted:
        painter.fillRect(_box(piece, ascent), QColor(colours.ground(kind)))


def paint_line(painter: QPainter, kind: Kind, piece: Piece, ascent: float, level: int, colours: Tokens) -> None:
    """Paint the line of a span on one line of text: solid, double, dashed, or bars at the ends for a quote."""
    painter.setPen(QPen(QColor(colours.ink(kind)), 1.0))
    _LINES[kind](painter, piece, ascent, piece.baseline + BELOW - 0.5 + STEP * min(level, DEEPEST))


def paint_frame(painter: QPainter, piece: Piece, ascent: float, colour: str, width: float) -> None:
    """Paint a frame around a span's part of one line, open where the span goes on."""
    box = _box(piece, ascent).adjusted(-1.5, -0.5, 1.5, 1)
    painter.setPen(QPen(QColor(colour), width))
    painter.drawLines([QLineF(box.topLeft(), box.topRight()), QLineF(box.bottomLeft(), box.bottomRight())])
    if piece.first:
        painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))
    if piece.last:
        painter.drawLine(QLineF(box.topRight(), box.bottomRight()))


def _box(piece: Piece, ascent: float) -> QRectF:
    top = piece.baseline - ascent - 1
    return QRectF(piece.left, top, piece.right - piece.left, piece.baseline + BELOW - top)


def _solid(painter: QPainter, piece: Piece, _ascent: float, y: float) -> None:
    _rule(painter, piece, y, 2.0)


def _double(painter: QPainter, piece: Piece, _ascent: float, y: float) -> None:
    _rule(painter, piece, y - 1.5, 1.2)
    _rule(painter, piece, y + 1.2, 1.2)


def _dashed(painter: QPainter, piece: Piece, _ascent: float, y: float) -> None:
    pen = QPen(painter.pen().color(), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.0, 1.7])
    painter.setPen(pen)
    painter.drawLine(QLineF(piece.left, y, piece.right, y))


def _bars(painter: QPainter, piece: Piece, ascent: float, y: float) -> None:
    top, low = piece.baseline - ascent - 1, y + 0.5
    for there, x in ((piece.first, round(piece.left) - BAR), (piece.last, round(piece.right))):
        if there:
            painter.fillRect(QRectF(QPointF(x, top), QPointF(x + BAR, low)), painter.pen().color())


def _rule(painter: QPainter, piece: Piece, y: float, thickness: float) -> None:
    painter.fillRect(
        QRectF(piece.left, y - thickness / 2, piece.right - piece.left, thickness), painter.pen().color()
    )


_LINES: dict[Kind, Callable[[QPainter, Piece, float, float], None]] = {
    "actor": _solid,
    "action": _double,
    "stake": _dashed,
    "quote": _bars,
}
