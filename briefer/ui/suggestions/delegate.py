"""How a row of the suggestions is drawn: its words, and below them the reason."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefer.model.brief import GROUPS
from briefer.ui.source.markers import paint_marker
from briefer.ui.suggestions.model import Index, Row, SuggestionsModel, shown
from briefer.ui.theme import tokens, ui_font
from briefer.ui.tokens import Tokens

HEADING, ROW = 32, 44
_LEFT, _RIGHT, _TEXT = 16, 12, 44


class SuggestionDelegate(QStyledItemDelegate):
    """Draws headings with their counts, and suggestions on two lines; what was turned down is struck through."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; its width is the view's."""
        row = _row(index)
        return QSize(0, HEADING if row is None or row.proposal is None else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row, colours, box = _row(index), tokens(), QRectF(option.rect)
        if row is None:
            return
        painter.save()
        if row.proposal is None:
            painter.fillRect(box, QColor(colours.pane2))
            self._paint_heading(painter, row, box, colours)
        else:
            self._paint_ground(painter, option, box, colours)
            self._paint_suggestion(painter, row, box, colours)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(colours.line))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, colours: Tokens) -> None:
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = colours.accent_tint if current else colours.pane2 if over else colours.pane
        painter.fillRect(box, QColor(ground))
        if current:
            view = self.parent()
            focus = isinstance(view, QAbstractItemView) and view.hasFocus()
            bar = QRectF(box.left(), box.top(), 3, box.height() - 1)
            painter.fillRect(bar, QColor(colours.accent if focus else colours.ctl))

    def _paint_heading(self, painter: QPainter, row: Row, box: QRectF, colours: Tokens) -> None:
        font = ui_font(13)
        font.setBold(True)
        line = box.adjusted(_LEFT, 0, -_RIGHT, -1)
        used = _words(painter, line, GROUPS[row.kind].capitalize(), colours.text, font)
        _words(painter, line.adjusted(used + 8, 0, 0, 0), str(row.total), colours.muted, ui_font(13))

    def _paint_suggestion(self, painter: QPainter, row: Row, box: QRectF, colours: Tokens) -> None:
        assert row.proposal is not None
        corner = QPointF(box.left() + _LEFT, box.top() + 6)
        paint_marker(painter, row.kind, corner, colours, suggested=True)
        font, small = ui_font(13), ui_font(12)
        font.setStrikeOut(row.dismissed)
        width = QFontMetricsF(small).horizontalAdvance(row.place)
        place = QRectF(box.right() - _RIGHT - width, box.top() + 3, width + 2, 20)
        _words(painter, place, row.place, colours.muted, small)
        first = QRectF(box.left() + _TEXT, box.top() + 3, place.left() - 8 - box.left() - _TEXT, 20)
        _words(painter, first, shown(row.proposal), colours.muted if row.dismissed else colours.text, font)
        below = QRectF(first.left(), box.bottom() - 22, box.right() - _RIGHT - first.left(), 19)
        why = f"dismissed; {row.proposal.why}" if row.dismissed else row.proposal.why
        _words(painter, below, why, colours.muted, small)


def _row(index: Index) -> Row | None:
    model = index.model()
    assert isinstance(model, SuggestionsModel)
    return model.row(index)


def _words(painter: QPainter, box: QRectF, words: str, ink: str, font: QFont) -> float:
    """Draw words on one line, as many as there is room for; the width that they take."""
    metrics = QFontMetricsF(font)
    fitting = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
    painter.setFont(font)
    painter.setPen(QPen(QColor(ink)))
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(box, flags, fitting)
    return metrics.horizontalAdvance(fitting)
