"""The four kinds as shapes, so that none is told by colour alone: a marker with a letter, and a line style."""

from __future__ import annotations

from math import ceil

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap, QPixmapCache, QPolygonF

from briefer.model.brief import Kind
from briefer.ui.sparing import CENTRED, brush, write_in
from briefer.ui.theme import tokens, ui_font
from briefer.ui.tokens import Tokens

LETTERS: dict[Kind, str] = {"actor": "A", "action": "X", "stake": "S", "quote": "Q"}
"""The letter in a kind's marker, and the key that files a passage as this kind."""

SIZE = 15.0
"""Width and height of a marker."""
_RING = 3.0
"""As far as the ring about an open entry's reaches beyond it."""


def paint_marker(
    painter: QPainter,
    kind: Kind,
    corner: QPointF,
    colours: Tokens,
    *,
    open_: bool = False,
    suggested: bool = False,
    scale: float = 1.0,
) -> None:
    """Paint the marker of a kind with its top left corner there.

    That of an open entry has a ring; that of a suggestion is hollow and dashed.
    """
    ratio = painter.device().devicePixelRatio()
    drawn = _drawn(kind, colours, (open_, suggested), scale, ratio)
    painter.drawPixmap(corner - QPointF(_RING, _RING) * scale, drawn)


def draw_marker(painter: QPainter, kind: Kind, corner: QPointF, colours: Tokens) -> None:
    """The same without a picture that is kept, on the first screen: to make one takes Qt's namespace."""
    painter.save()
    painter.translate(corner)
    _draw(painter, kind, colours)
    painter.restore()


def _drawn(kind: Kind, colours: Tokens, looks: tuple[bool, bool], scale: float, ratio: float) -> QPixmap:
    """A marker with room for the ring about it, drawn once: many are in view, and all are painted at a time."""
    key = f"briefer/marker/{kind}/{colours.ink(kind)}/{colours.pane}/{colours.text}/{looks}/{scale}/{ratio}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    side = ceil((SIZE + 2 * _RING) * scale * ratio)
    drawn = QPixmap(side, side)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    painter.scale(scale, scale)
    painter.translate(_RING, _RING)
    _draw(painter, kind, colours, *looks)
    painter.end()
    QPixmapCache.insert(key, drawn)
    return drawn


def _draw(painter: QPainter, kind: Kind, colours: Tokens, open_: bool = False, suggested: bool = False) -> None:
    box = QRectF(0, 0, SIZE, SIZE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if suggested:
        pen = QPen(QColor(colours.ink(kind)), 1.3)
        pen.setCapStyle(QtCore.Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.7, 1.1])
        painter.setPen(pen)
        painter.setBrush(QColor(colours.pane))
        painter.drawPath(_SHAPES[kind](box.adjusted(0.5, 0.5, -0.5, -0.5)).simplified())
    else:
        painter.fillPath(_SHAPES[kind](box), brush(colours.ink(kind)))
    if open_:
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.text), 1.2))
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4)
    font = ui_font(9)
    font.setBold(True)
    painter.setFont(font)
    write_in(painter, colours.ink(kind) if suggested else colours.pane)
    painter.drawText(box.translated(_LETTER_SHIFT[kind]), CENTRED, LETTERS[kind])


def marker_icon(kind: Kind, *, suggested: bool = False) -> QIcon:
    """The marker of a kind, or of a suggestion, as an icon, in the colours of whenever it is painted."""
    return QIcon(_Engine(kind, suggested))


class _Engine(QIconEngine):
    def __init__(self, kind: Kind, suggested: bool) -> None:
        super().__init__()
        self._kind: Kind = kind
        self._suggested = suggested

    def clone(self) -> QIconEngine:
        return _Engine(self._kind, self._suggested)

    def isNull(self) -> bool:
        return False

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = min(rect.width(), rect.height()) / (SIZE + 1)
        corner = QRectF(rect).center() - QPointF(SIZE, SIZE) * scale / 2
        paint_marker(painter, self._kind, corner, tokens(), suggested=self._suggested, scale=scale)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(QColor(0, 0, 0, 0))
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn


def _circle(box: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(box)
    return path


def _arrow(box: QRectF) -> QPainterPath:
    inner = box.adjusted(0.5, 1, 0, -1)
    x, middle = inner.right() - 4.5, inner.center().y()
    return _polygon(
        inner.topLeft(), QPointF(x, inner.top()), QPointF(inner.right(), middle), QPointF(x, inner.bottom()),
        inner.bottomLeft(),
    )  # fmt: skip


def _diamond(box: QRectF) -> QPainterPath:
    outer = box.adjusted(-0.5, -0.5, 0.5, 0.5)
    x, y = outer.center().x(), outer.center().y()
    return _polygon(
        QPointF(x, outer.top()), QPointF(outer.right(), y), QPointF(x, outer.bottom()), QPointF(outer.left(), y)
    )


def _bubble(box: QRectF) -> QPainterPath:
    body = box.adjusted(0.5, 0.5, -0.5, -3.5)
    tail = body.left() + 3.5
    return _polygon(
        body.topLeft(), body.topRight(), body.bottomRight(),
        QPointF(tail + 4.4375, body.bottom()), QPointF(tail + 0.5, box.bottom()),
        QPointF(tail + 0.0625, body.bottom()), body.bottomLeft(),
    )  # fmt: skip


def _polygon(*points: QPointF) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    return path


_SHAPES = {"actor": _circle, "action": _arrow, "stake": _diamond, "quote": _bubble}
_LETTER_SHIFT = {
    "actor": QPointF(0, 0),
    "action": QPointF(-1.5, 0),
    "stake": QPointF(0, 0),
    "quote": QPointF(0, -1.5),
}
