"""How spans are drawn: tints under the letters, and above them a line style for each kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from briefer.model.brief import Kind
from briefer.ui.source.geometry import Piece
from briefer.ui.tokens import Tokens

BELOW = 4.5 / 16
"""Height of a tint below the letters' foot for each pixel of the letters; the lines lie on its lower edge."""
STEP = 3.0 / 16
"""How much lower the line of a span lies than that of the longer span under it, for each pixel of the letters."""
DEEPEST = 2
"""Levels that are told apart; the space between two lines of text holds no more."""
BAR = 2
"""Pixels that the bars at the ends of a quote are wide; they stand outside of its words."""
_PITCH = 4
"""Pixels from one dot of a suggestion's line to the next; each is two wide."""
_WASH = 0.12
"""How much of a kind's ink lies over its tint where the pointer or the caret is."""


class Letters(NamedTuple):
    """Of the letters that are drawn on, in pixels: their height above the foot, where a tint ends below it, how far
    apart the lines of overlapping spans are, and how far around a line of text any drawing can reach."""

    ascent: float = 0.0
    below: float = 0.0
    step: float = 0.0
    reach: float = 0.0


def letters_of(font: QFont) -> Letters:
    """The measures of an article in this font."""
    below, step = font.pixelSize() * BELOW, font.pixelSize() * STEP
    return Letters(QFontMetricsF(font).ascent(), below, step, below + DEEPEST * step + 3)


def depth(letters: Letters, level: int) -> float:
    """How far below the letters' foot the line of a span lies that has so many longer ones under it."""
    return letters.below - 0.5 + letters.step * min(level, DEEPEST)


def paint_tint(
    painter: QPainter, kind: Kind, piece: Piece, letters: Letters, colours: Tokens, *, touched: bool = False
) -> None:
    """Paint the ground of a span on one line of text, a little stronger where the pointer or the caret is.

    There is no ground where the palette asks for high contrast.
    """
    if not colours.tinted:
        return
    ground = colours.ground(kind)
    painter.fillRect(_box(piece, letters), _washed(ground, colours.ink(kind)) if touched else _colour(ground))


def paint_line(painter: QPainter, kind: Kind, piece: Piece, letters: Letters, level: int, colours: Tokens) -> None:
    """Paint the line of a span on one line of text: solid, double, dashed, or bars at the ends for a quote."""
    _LINES[kind](painter, piece, letters.ascent, piece.baseline + depth(letters, level), colours.ink(kind))


def paint_dots(painter: QPainter, kind: Kind, piece: Piece, letters: Letters, level: int, colours: Tokens) -> None:
    """Paint the dotted line of a suggestion on one line of text."""
    paint_dotted(painter, piece.left, piece.right, piece.baseline + depth(letters, level), colours.ink(kind))


def paint_dotted(painter: QPainter, left: float, right: float, y: float, ink: str) -> None:
    """Paint a dotted line: of a tile, because a pen that draws dots takes five times as long."""
    begin = round(left)
    dots = _dots(ink, painter.device().devicePixelRatio())
    painter.drawTiledPixmap(QRect(begin, round(y) - 1, round(right) - begin, 2), dots, QPoint(begin % _PITCH, 0))


def paint_frame(painter: QPainter, piece: Piece, letters: Letters, colour: str, width: float) -> None:
    """Paint a frame around a span's part of one line, open where the span goes on."""
    box = _box(piece, letters).adjusted(-1.5, -0.5, 1.5, 1)
    painter.setPen(QPen(QColor(colour), width))
    painter.drawLines([QLineF(box.topLeft(), box.topRight()), QLineF(box.bottomLeft(), box.bottomRight())])
    if piece.first:
        painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))
    if piece.last:
        painter.drawLine(QLineF(box.topRight(), box.bottomRight()))


def _box(piece: Piece, letters: Letters) -> QRectF:
    top = piece.baseline - letters.ascent - 1
    return QRectF(piece.left, top, piece.right - piece.left, piece.baseline + letters.below - top)


# What is painted is painted at each key: colours and pens are made once.


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=64)
def _washed(ground: str, ink: str) -> QColor:
    below, above = QColor(ground), QColor(ink)
    parts = zip(below.getRgb()[:3], above.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(one + (other - one) * _WASH) for one, other in parts))


@lru_cache(maxsize=16)
def _dashes(ink: str) -> QPen:
    pen = QPen(QColor(ink), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([3.0, 1.7])
    return pen


@lru_cache(maxsize=16)
def _dots(ink: str, ratio: float) -> QPixmap:
    tile = QPixmap(round(16 * _PITCH * ratio), round(2 * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    for number in range(16):
        painter.fillRect(QRect(number * _PITCH, 0, 2, 2), QColor(ink))
    painter.end()
    return tile


def _solid(painter: QPainter, piece: Piece, _ascent: float, y: float, ink: str) -> None:
    _rule(painter, piece, y, 2.0, ink)


def _double(painter: QPainter, piece: Piece, _ascent: float, y: float, ink: str) -> None:
    _rule(painter, piece, y - 1.5, 1.2, ink)
    _rule(painter, piece, y + 1.2, 1.2, ink)


def _dashed(painter: QPainter, piece: Piece, _ascent: float, y: float, ink: str) -> None:
    painter.setPen(_dashes(ink))
    painter.drawLine(QLineF(piece.left, y, piece.right, y))


def _bars(painter: QPainter, piece: Piece, ascent: float, y: float, ink: str) -> None:
    top, low = piece.baseline - ascent - 1, y + 0.5
    if piece.first:
        painter.fillRect(QRectF(round(piece.left) - BAR, top, BAR, low - top), _colour(ink))
    if piece.last:
        painter.fillRect(QRectF(round(piece.right), top, BAR, low - top), _colour(ink))


def _rule(painter: QPainter, piece: Piece, y: float, thickness: float, ink: str) -> None:
    painter.fillRect(QRectF(piece.left, y - thickness / 2, piece.right - piece.left, thickness), _colour(ink))


_LINES: dict[Kind, Callable[[QPainter, Piece, float, float, str], None]] = {
    "actor": _solid,
    "action": _double,
    "stake": _dashed,
    "quote": _bars,
}
