"""How a recent brief is drawn: its name, its marking in a box, below it the template, and when it was saved."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.ui.icons import SIZE as ICON
from briefer.ui.icons import icon_pixmap
from briefer.ui.start.recent_model import RecentModel, Row
from briefer.ui.theme import tokens, ui_font
from briefer.ui.tokens import Tokens

HEIGHT = 61
REMOVE = "Remove"

_EDGE, _TEXT_AT, _GAP = 16, 40, 8
_BOX_PADDING, _BOX_HEIGHT = 7, 18


class RecentRows(QStyledItemDelegate):
    """Draws the rows of a RecentModel."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are as wide as the list."""
        return QSize(200, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a row."""
        model = index.model()
        assert isinstance(model, RecentModel)
        row, colours, rect = model.rows[index.row()], tokens(), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or hovered:
            painter.fillRect(rect, QColor(colours.accent_tint if current else colours.pane2))
        if current:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4)
        if index.row() + 1 < model.rowCount():
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        symbol = icon_pixmap("warn" if row.problem else "article", "warn" if row.problem else "accent")
        painter.drawPixmap(QPointF(rect.x() + _EDGE - 1, rect.center().y() - ICON / 2), symbol)
        right = _paint_right(painter, row, rect, colours)
        _paint_words(painter, row, rect, right, colours)
        painter.restore()


def remove_area(rect: QRect) -> QRect:
    """Where in a row its Remove is, which only a missing file has."""
    width = QFontMetrics(_font(12)).horizontalAdvance(REMOVE) + 2 * _GAP
    return QRect(rect.right() - width, rect.y(), width, rect.height())


def _paint_right(painter: QPainter, row: Row, rect: QRect, colours: Tokens) -> int:
    """The time, or what can be done about a missing file; where the room for the name ends."""
    text = REMOVE if row.missing else row.time
    font = _font(12)
    painter.setFont(font)
    painter.setPen(QColor(colours.accent if row.missing else colours.muted))
    area = rect.adjusted(0, 0, -_EDGE + 4, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return area.right() - QFontMetrics(font).horizontalAdvance(text) - _GAP


def _paint_words(painter: QPainter, row: Row, rect: QRect, right: int, colours: Tokens) -> None:
    x, name_font = rect.x() + _TEXT_AT, _font(13, bold=True)
    box_font = _font(11, bold=True)
    box = QFontMetrics(box_font).horizontalAdvance(row.marking) + 2 * _BOX_PADDING if row.marking else 0
    metrics = QFontMetrics(name_font)
    # A long name gives way to the marking, not the other way round.
    name = metrics.elidedText(row.name, Qt.TextElideMode.ElideMiddle, max(right - x - (box + _GAP if box else 0), 40))
    painter.setFont(name_font)
    painter.setPen(QColor(colours.muted if row.problem else colours.text))
    line = QRect(x, rect.y() + 12, max(right - x, 0), 20)
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
    if box:
        x_box = x + metrics.horizontalAdvance(name) + _GAP
        _paint_box(painter, row.marking, QRectF(x_box, line.y() + 1, box, _BOX_HEIGHT), box_font, colours)
    below = row.problem or row.template
    font = _font(12)
    painter.setFont(font)
    painter.setPen(QColor(colours.warn if row.problem else colours.muted))
    shown = QFontMetrics(font).elidedText(below, Qt.TextElideMode.ElideRight, max(right - x, 40))
    painter.drawText(QRect(x, line.bottom() + 1, max(right - x, 40), 18), Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_box(painter: QPainter, words: str, box: QRectF, font: QFont, colours: Tokens) -> None:
    painter.setFont(font)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.text), 1))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = ui_font(pixels)
    font.setBold(bold)
    return font
