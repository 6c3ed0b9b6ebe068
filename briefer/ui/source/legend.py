"""The strip below an article: what the four markers mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from briefer.model.brief import GROUPS
from briefer.ui.source.markers import LETTERS, SIZE, paint_marker
from briefer.ui.source.painting import paint_dotted
from briefer.ui.theme import tokens, ui_font

HEIGHT = 28
_EDGE, _GAP, _APART = 12, 6, 14
_KEY, _KEY_WORD = "F1", "keys"
_SUGGESTED, _DOTS = "Suggested", 22


class Legend(QFrame):
    """Markers with their words; and the key that shows all keys, where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        kinds = ", ".join(f"{LETTERS[kind]} {kind}" for kind in GROUPS)
        self.setAccessibleName("Legend")
        self.setAccessibleDescription(f"Markers in the article: {kinds}; dotted: suggested. F1 shows all keys.")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(360, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip."""
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.win))
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(colours.line))
        painter.setFont(ui_font(12))
        metrics = QFontMetricsF(painter.font())
        foot = (self.height() + metrics.ascent() - metrics.descent()) / 2
        x = float(_EDGE)
        for kind in GROUPS:
            word = kind.capitalize()
            paint_marker(painter, kind, QPointF(x, round((self.height() - SIZE) / 2)), colours)
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(x + SIZE + _GAP, foot), word)
            x += SIZE + _GAP + metrics.horizontalAdvance(word) + _APART
        x = self._paint_suggested(painter, metrics, x, foot)
        self._paint_key(painter, metrics, x, foot)
        painter.end()

    def _paint_suggested(self, painter: QPainter, metrics: QFontMetricsF, x: float, foot: float) -> float:
        """The dotted line of what is suggested, where there is room; gives the end of what is painted."""
        end = x + _DOTS + _GAP + metrics.horizontalAdvance(_SUGGESTED)
        if end > self.width() - _EDGE:
            return x
        paint_dotted(painter, x, x + _DOTS, foot, tokens().text)
        painter.setPen(QColor(tokens().muted))
        painter.drawText(QPointF(x + _DOTS + _GAP, foot), _SUGGESTED)
        return end + _APART

    def _paint_key(self, painter: QPainter, metrics: QFontMetricsF, after: float, foot: float) -> None:
        cap = metrics.horizontalAdvance(_KEY) + 12
        left = self.width() - _EDGE - metrics.horizontalAdvance(_KEY_WORD) - _GAP - cap
        if left < after:
            return
        colours = tokens()
        painter.setPen(QPen(QColor(colours.ctl), 1))
        painter.setBrush(QColor(colours.pane))
        box = QRectF(left, 5.5, cap, self.height() - 11)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _KEY)
        painter.drawText(QPointF(box.right() + _GAP, foot), _KEY_WORD)
