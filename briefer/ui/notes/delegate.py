"""How a row of the notes is drawn, and which part of it lies under a point."""

from __future__ import annotations

import functools
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from briefer.model.brief import Kind
from briefer.model.entries import Actor, Entry, Quote
from briefer.ui.icons import SIZE as ICON
from briefer.ui.icons import icon_pixmap
from briefer.ui.notes.model import HINTS, Index, NotesModel
from briefer.ui.notes.pills import HEIGHT, Pill, choice_pill, verdict_pill
from briefer.ui.notes.rows import UNSET, choice_of, detail, lost, title
from briefer.ui.source.markers import SIZE as MARKER
from briefer.ui.source.markers import paint_marker
from briefer.ui.theme import tokens, ui_font
from briefer.ui.tokens import Tokens

Part: TypeAlias = Literal["", "fold", "add", "pill", "badge"]
"""What a click on a row can mean beside opening it."""

ROW, QUOTE_ROW, GROUP_ROW = 29, 44, 32
"""Heights of rows in logical pixels, the line below them included."""
_SIZE, _QUOTE_SIZE, _GROUP_SIZE = QSize(0, ROW), QSize(0, QUOTE_ROW), QSize(0, GROUP_ROW)
LEFT, RIGHT = 36, 12
_LINE, _GAP = 20.0, 8.0
_PLUS = 28.0
_HOT = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
_ELIDED = Qt.TextElideMode.ElideRight


class RowDelegate(QStyledItemDelegate):
    """Draws groups, entries and hints. The row named ``open_id`` is as high as ``open_height``: the form lies on it.

    ``shown_id`` is the row that was just made or found, and is drawn on a ground that stands out for a moment.
    """

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.open_id, self.open_height, self.shown_id = "", 0, ""

    # Sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; its width is the view's."""
        model = _model(index)
        ident = model.ident(index)
        if not ident:
            return _GROUP_SIZE if model.is_group(index) else _SIZE
        if ident == self.open_id:
            return QSize(0, max(ROW, self.open_height))
        return _QUOTE_SIZE if model.kind(index) == "quote" else _SIZE

    def part_at(self, index: Index, box: QRectF, point: QPointF) -> Part:
        """What a click there means; empty for the row itself."""
        model = _model(index)
        if model.is_group(index):
            return "add" if point.x() >= box.right() - RIGHT / 2 - _PLUS else "fold"
        entry = model.entry(index)
        pill, _ = self._pill(index, entry, asks=True) if entry else (None, "")
        if (
            entry is None
            or pill is None
            or not self._pill_box(box, entry, pill).adjusted(-4, -4, 4, 4).contains(point)
        ):
            return ""
        return "badge" if isinstance(entry, Quote) else "pill"

    def pill_corner(self, index: Index, box: QRectF) -> QPointF:
        """Where a menu that belongs to the row's pill drops down from."""
        entry = _model(index).entry(index)
        pill, _ = self._pill(index, entry, asks=True) if entry else (None, "")
        return self._pill_box(box, entry, pill).bottomLeft() if entry and pill else box.bottomLeft()

    def _pill_box(self, box: QRectF, entry: Entry, pill: Pill) -> QRectF:
        middle = box.bottom() - 14 if isinstance(entry, Quote) else box.top() + (ROW - 1) / 2
        return QRectF(box.right() - RIGHT - pill.width, middle - HEIGHT / 2, pill.width, HEIGHT)

    def _pill(self, index: Index, entry: Entry, *, asks: bool) -> tuple[Pill | None, str]:
        """The pill of a row; ``asks`` whether it may ask for a value that is not chosen."""
        verdict = _model(index).verdict(index)
        if verdict is not None:
            return verdict_pill(verdict), "badge"
        field, value = choice_of(entry)
        if not field or (value in UNSET and not asks):
            return None, ""
        return choice_pill(field, value), "pill"

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; nothing under the form."""
        model, colours, box = _model(index), tokens(), QRectF(option.rect)
        ident = model.ident(index)
        if ident and ident == self.open_id:
            return
        painter.save()
        self._paint_ground(painter, option, box, model.is_group(index), ident, colours)
        entry = model.entry(index)
        if model.is_group(index):
            self._paint_group(painter, index, box, option, colours)
        elif entry is None:
            room = box.adjusted(LEFT, 0, -RIGHT, -1)
            _words(painter, room, hint(model.kind(index), room.width()), colours.faint, 12)
        else:
            hot = bool(option.state & _HOT)
            self._paint_entry(painter, index, entry, box, hot, colours)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, group: bool, ident: str, colours: Tokens
    ) -> None:
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = current and self._view().hasFocus()
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = colours.pane2 if group or over else colours.pane
        if focus or (ident and ident == self.shown_id):
            ground = colours.accent_tint
        painter.fillRect(box, QColor(ground))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(colours.line))
        if focus or (ident and ident == self.shown_id):
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1), QColor(colours.accent))
        elif current:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1), QColor(colours.ctl))

    def _paint_group(
        self, painter: QPainter, index: Index, box: QRectF, option: QStyleOptionViewItem, colours: Tokens
    ) -> None:
        model = _model(index)
        kind, middle = model.kind(index), box.top() + (GROUP_ROW - 1) / 2
        unfolded = bool(option.state & QStyle.StateFlag.State_Open)
        _icon(painter, "chevron-down" if unfolded else "chevron-right", box.left() + 12, middle, "muted")
        paint_marker(painter, kind, QPointF(box.left() + LEFT, middle - MARKER / 2), colours)
        left = box.left() + LEFT + MARKER + _GAP
        used = _words(
            painter, QRectF(left, box.top(), box.width(), GROUP_ROW - 1), model.data(index), colours.text, bold=True
        )
        count = QRectF(left + used + _GAP, box.top(), 60, GROUP_ROW - 1)
        _words(painter, count, model.counted(kind), colours.muted)
        _icon(painter, "add", box.right() - RIGHT - ICON, middle, "muted")

    def _paint_entry(
        self, painter: QPainter, index: Index, entry: Entry, box: QRectF, hot: bool, colours: Tokens
    ) -> None:
        brief = _model(index).brief
        assert brief is not None
        first = box.adjusted(LEFT, 0, -RIGHT, -1)
        pill, _ = self._pill(index, entry, asks=hot)
        right = first.right()
        if pill is not None:
            place = self._pill_box(box, entry, pill)
            pill.paint(painter, place, colours)
            right = place.left() - _GAP
        if isinstance(entry, Quote):
            self._paint_quote(painter, entry, first, right, detail(entry, brief), colours)
            return
        if isinstance(entry, Actor):
            right = self._paint_links(painter, entry, first, colours)
        right = self._paint_lost(painter, entry, right, first.center().y())
        first.setRight(right)
        used = _words(painter, first, title(entry), colours.text)
        if aside := detail(entry, brief):
            rest = first.adjusted(used, 0, 0, 0)
            _words(painter, rest, f" – {aside}", colours.muted)

    def _paint_quote(
        self, painter: QPainter, quote: Quote, box: QRectF, right: float, speaker: str, colours: Tokens
    ) -> None:
        top = QRectF(box.left(), box.top() + 3, box.width(), _LINE)
        below = QRectF(box.left(), box.bottom() - 23, right - box.left(), _LINE)
        top.setRight(self._paint_lost(painter, quote, top.right(), top.center().y()))
        _words(painter, top, title(quote), colours.text)
        _words(painter, below, f"– {speaker or 'speaker not named'}", colours.muted, 12)

    def _paint_links(self, painter: QPainter, entry: Entry, box: QRectF, colours: Tokens) -> float:
        number = str(len(entry.evidence))
        width = max(_fitted(number, box.width(), 12, bold=False)[1], 8)
        _words(painter, QRectF(box.right() - width, box.top(), width, box.height()), number, colours.muted, 12)
        left = box.right() - width - 4 - 14
        _icon(painter, "link", left, box.center().y(), "muted", 14)
        return left - _GAP

    def _paint_lost(self, painter: QPainter, entry: Entry, right: float, middle: float) -> float:
        if not lost(entry):
            return right
        _icon(painter, "warn", right - 14, middle, "warn", 14)
        return right - 14 - _GAP

    def _view(self) -> QAbstractItemView:
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        return view

    # Help

    def helpEvent(
        self,
        event: QEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The tip of the part under the mouse, else that of the row."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)  # type: ignore[arg-type]
        part = self.part_at(index, QRectF(option.rect), QPointF(event.pos()))  # type: ignore[attr-defined]
        kind = _model(index).kind(index)
        tips: dict[str, str] = {
            "fold": "",
            "add": f"New {kind} without a passage (Ctrl+Shift+N)",
            "pill": "Choose another",
            "badge": "Show both wordings",
        }
        text = tips.get(part) if part else _model(index).data(index, Qt.ItemDataRole.ToolTipRole)
        QToolTip.showText(event.globalPos(), text or "", view)  # type: ignore[attr-defined]
        return True


def hint(kind: Kind, room: float) -> str:
    """What an empty group says in so many logical pixels."""
    long, short = HINTS[kind]
    return long if QFontMetricsF(_font(12, bold=False)).horizontalAdvance(long) <= room else short


def _model(index: Index) -> NotesModel:
    model = index.model()
    assert isinstance(model, NotesModel)
    return model


def _words(painter: QPainter, box: QRectF, words: str, ink: str, pixels: int = 13, *, bold: bool = False) -> float:
    """Draw words on one line, as many as there is room for; the width that they take."""
    shown, width, height = _fitted(words, max(0.0, box.width()), pixels, bold=bold)
    painter.setFont(_font(pixels, bold=bold))
    painter.setPen(QPen(QColor(ink)))
    painter.drawStaticText(QPointF(box.left(), box.center().y() - height / 2), shown)
    return width


@functools.cache
def _font(pixels: int, *, bold: bool) -> QFont:
    font = ui_font(pixels)
    font.setBold(bold)
    return font


@functools.lru_cache(maxsize=1024)
def _fitted(words: str, room: float, pixels: int, *, bold: bool) -> tuple[QStaticText, float, float]:
    """As many of the words as there is room for, their letters in place, and the width and height that they take."""
    metrics = QFontMetricsF(_font(pixels, bold=bold))
    said = metrics.elidedText(words.replace("\n", " "), _ELIDED, room)
    shown = QStaticText(said)
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.prepare(font=_font(pixels, bold=bold))
    return shown, metrics.horizontalAdvance(said), metrics.height()


def _icon(painter: QPainter, name: str, left: float, middle: float, ink: str, size: int = ICON) -> None:
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(QPointF(left, middle - size / 2), icon_pixmap(name, ink, size, ratio))
