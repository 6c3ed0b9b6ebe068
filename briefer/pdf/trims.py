"""What is drawn beside and around the words of a piece."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from briefer.pdf.faces import Inks

Trim: TypeAlias = Literal["", "bar", "box", "ground", "frame", "line", "rule", "row", "head"]
"""A quotation's bar, the ground of code, that of a bottom line, a frame around neighbours, a line to sign on, a rule,
the lines of a table's row and of its head."""

HAIR = 10
"""Width of a line: half a point."""
_BAR = 45


def draw_trim(
    painter: QPainter, trim: Trim, area: QRectF, edges: Sequence[float], closed: tuple[bool, bool], inks: Inks
) -> None:
    """Draw ``trim`` from the top of ``area`` to its bottom; ``edges`` are where its upright lines stand.

    ``closed`` tells whether a frame has a line at its top and at its bottom.
    """
    area = QRectF(edges[0], area.top(), edges[-1] - edges[0], area.height())
    smooth = painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # a hair line is sharp, or it is grey fog
    painter.setPen(QPen(QColor(inks.line), HAIR))
    match trim:
        case "bar":
            painter.fillRect(QRectF(area.left(), area.top(), _BAR, area.height()), QColor(inks.line))
        case "box":
            painter.fillRect(area, QColor(inks.tint))
        case "ground":
            painter.fillRect(area, QColor(inks.shade))
        case "frame":
            _draw_frame(painter, area, closed, inks)
        case "line":
            painter.setPen(QPen(QColor(inks.text), HAIR))
            painter.drawLine(area.topLeft(), area.topRight())
        case "rule":
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        case "head":
            painter.fillRect(area, QColor(inks.shade))
            _draw_cells(painter, area, edges)
        case "row":
            _draw_cells(painter, area, edges)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=smooth)


def _draw_frame(painter: QPainter, area: QRectF, closed: tuple[bool, bool], inks: Inks) -> None:
    painter.setPen(QPen(QColor(inks.grey), HAIR))
    painter.drawLine(area.topLeft(), area.bottomLeft())
    painter.drawLine(area.topRight(), area.bottomRight())
    if closed[0]:
        painter.drawLine(area.topLeft(), area.topRight())
    if closed[1]:
        painter.drawLine(area.bottomLeft(), area.bottomRight())


def _draw_cells(painter: QPainter, area: QRectF, edges: Sequence[float]) -> None:
    painter.drawLine(area.topLeft(), area.topRight())
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    for edge in edges:
        painter.drawLine(QPointF(edge, area.top()), QPointF(edge, area.bottom()))
