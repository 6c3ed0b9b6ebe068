"""How a row of the list of templates is drawn, and the field in which it is renamed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from briefer.catalogue import Listed
from briefer.ui.icons import SIZE as ICON
from briefer.ui.icons import icon_pixmap
from briefer.ui.templates.model import Index, TemplatesModel
from briefer.ui.templates.wording import subtitle, verdict
from briefer.ui.theme import tokens, ui_font
from briefer.ui.tokens import Tokens

ROW, GROUP_ROW = 44, 32
"""Heights of rows in logical pixels, the line below them included."""

_EDGE, _ICON_AT, _TEXT_AT, _GAP = 12, 36, 62, 8
_LINE = 18
_PILL_PADDING, _PILL_HEIGHT = 8, 18
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class TemplateRows(QStyledItemDelegate):
    """Draws groups, templates and hints."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; its width is the view's."""
        model = _model(index)
        if model.place(index):
            return QSize(0, GROUP_ROW)
        return QSize(0, ROW if model.listed(index) else _hint_height(option, index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        model, colours, box = _model(index), tokens(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, box, bool(model.place(index)), colours)
        listed = model.listed(index)
        if model.place(index):
            _paint_group(painter, model, index, box, bool(option.state & QStyle.StateFlag.State_Open), colours)
        elif listed is None:
            painter.setFont(ui_font(12))
            painter.setPen(QColor(colours.faint))
            painter.drawText(box.adjusted(_ICON_AT, 8, -_EDGE, -8), Qt.TextFlag.TextWordWrap, str(index.data()))
        else:
            _paint_template(painter, listed, box, model.is_updated(index), colours)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, group: bool, colours: Tokens
    ) -> None:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = colours.accent_tint if current and not group else colours.pane2 if group or over else colours.pane
        painter.fillRect(box, QColor(ground))
        if group:
            painter.fillRect(QRectF(box.left(), box.top(), box.width(), 1), QColor(colours.line))
            painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(colours.line))
        if current:
            ink = colours.accent if view.hasFocus() else colours.ctl
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(ink))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The field lies over the name."""
        editor.setGeometry(option.rect.adjusted(_TEXT_AT - 8, 6, -_EDGE, -6))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line for the name."""
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName("Name of the template")
        return editor


def _paint_group(
    painter: QPainter, model: TemplatesModel, index: Index, box: QRectF, unfolded: bool, colours: Tokens
) -> None:
    middle = box.center().y()
    _icon(painter, "chevron-down" if unfolded else "chevron-right", box.left() + _EDGE, middle, "muted")
    bold = ui_font(13)
    bold.setBold(True)
    left = box.left() + _ICON_AT
    used = _words(
        painter, QRectF(left, box.top(), box.width() - left, box.height()), index.data(), colours.text, bold
    )
    _words(
        painter, QRectF(left + used + _GAP, box.top(), 60, box.height()), str(model.count(index)), colours.muted,
        ui_font(13),
    )  # fmt: skip
    if note := model.note(index):
        width = QFontMetricsF(ui_font(12)).horizontalAdvance(note)
        at = box.right() - _EDGE - width
        _icon(painter, "lock", at - _GAP / 2 - ICON, middle, "muted")
        _words(painter, QRectF(at, box.top(), width + 1, box.height()), note, colours.muted, ui_font(12))


def _paint_template(painter: QPainter, listed: Listed, box: QRectF, updated: bool, colours: Tokens) -> None:
    picture = "template" if listed.place == "built in" else "word" if listed.is_word else "markdown"
    _icon(painter, picture, box.left() + _ICON_AT, box.center().y(), "muted")
    right = box.right() - _EDGE
    for words, ink, ground in (
        (verdict(listed), colours.err, colours.err_bg),
        ("updated" if updated else "", colours.accent, colours.accent_tint),
    ):
        if words:
            right = _pill(painter, words, right, box.center().y(), ink, ground) - _GAP
    room = QRectF(box.left() + _TEXT_AT, box.top() + 4, right - box.left() - _TEXT_AT, _LINE)
    _words(painter, room, listed.name, colours.text, ui_font(13))
    _words(painter, room.translated(0, _LINE), subtitle(listed), colours.muted, ui_font(12))


def _pill(painter: QPainter, words: str, right: float, middle: float, ink: str, ground: str) -> float:
    """A pill with words, its right side here; where its left side is."""
    font = ui_font(12)
    width = QFontMetricsF(font).horizontalAdvance(words) + 2 * _PILL_PADDING
    box = QRectF(right - width, middle - _PILL_HEIGHT / 2, width, _PILL_HEIGHT)
    painter.setPen(QPen(QColor(ink), 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    return box.left()


def _hint_height(option: QStyleOptionViewItem, index: Index) -> int:
    view = option.widget
    width = (view.viewport().width() if isinstance(view, QAbstractItemView) else 300) - _ICON_AT - _EDGE
    words = QFontMetricsF(ui_font(12)).boundingRect(
        QRectF(0, 0, max(width, 80), 1000), Qt.TextFlag.TextWordWrap, str(index.data())
    )
    return max(GROUP_ROW, round(words.height()) + 18)


def _words(painter: QPainter, box: QRectF, words: str, ink: str, font: QFont) -> float:
    """Draw words on one line, as many as there is room for; the width that they take."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, box.width()))
    painter.setFont(font)
    painter.setPen(QPen(QColor(ink)))
    painter.drawText(box, _LEFT, shown)
    return metrics.horizontalAdvance(shown)


def _icon(painter: QPainter, name: str, left: float, middle: float, ink: str) -> None:
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QPointF(left, middle - ICON / 2), icon_pixmap(name, ink, ICON, ratio))


def _model(index: Index) -> TemplatesModel:
    model = index.model()
    assert isinstance(model, TemplatesModel)
    return model
