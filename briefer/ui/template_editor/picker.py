"""The panel of what can be put into a template: a field to filter it, and a list with values of the brief."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QStandardItem
from PySide6.QtGui import QStandardItemModel as Model
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from briefer.templates.picks import Pick, PickGroup
from briefer.ui.clearable import make_clearable
from briefer.ui.icons import icon_pixmap
from briefer.ui.source.markers import LETTERS, paint_marker
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import code_font, tokens, ui_font

_PICK = int(Qt.ItemDataRole.UserRole)
_COUNT = _PICK + 1
_SHAPE = _PICK + 2
_ROW, _GROUP_ROW = 24, 28
_EDGE, _NAME_AT, _NAMES = 12, 32, 0.38
_VALUE = 24
"""Pixels that a value keeps beside a name that needs more than its share: names are told apart by their ends."""
_ICONS = {"source": "article", "": "article"}


class FieldPicker(QFrame):
    """Lists picks in groups; what is typed narrows the list.

    ``picked`` carries the Pick that Enter or a click chose, ``left`` tells that the text should have the keyboard.
    """

    picked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Fields to insert")
        self.setMinimumWidth(200)
        set_role(self, "details")
        self._groups: tuple[PickGroup, ...] = ()
        self._filters = False
        self.words = QLineEdit(placeholderText="Type to filter…")
        self.words.setAccessibleName("Filter the fields")
        make_clearable(self.words)
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._fill)
        self._model = Model(self)
        self.list = _List()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.chosen.connect(self._choose)
        self.list.left.connect(self.left)
        self._none = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._none.setContentsMargins(12, 8, 12, 8)
        set_role(self._none, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        box = QVBoxLayout()
        box.setContentsMargins(12, 9, 12, 9)
        box.addWidget(self.words)
        column.addLayout(box)
        column.addWidget(self.list, 1)
        column.addWidget(self._none)
        column.addStretch()
        self._none.hide()

    def show_groups(self, groups: Sequence[PickGroup]) -> None:
        """Offer these."""
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            self._fill()

    def offer_filters(self, *, on: bool) -> None:
        """Offer filters too, because they can be put in where the caret is; or no longer."""
        if on != self._filters:
            self._filters = on
            self._fill()

    def take_focus(self) -> None:
        """Give the keyboard to the field that filters."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def names(self) -> list[str]:
        """What is offered, in its order, as it is written in a tag."""
        return [pick.written for row in self._rows() if (pick := _pick_of(row)) is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that go through the list do so from the field."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if key == Qt.Key.Key_Escape:
                self.words.clear()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _rows(self) -> list[QModelIndex]:
        """The groups and picks that are offered, in their order."""
        found = []
        for number in range(self._model.rowCount()):
            group = self._model.index(number, 0)
            found += [group, *(self._model.index(row, 0, group) for row in range(self._model.rowCount(group)))]
        return found

    def _fill(self) -> None:
        query = self.words.text().casefold().split()
        before = _pick_of(self.list.currentIndex())
        self._model.clear()
        for group in self._groups:
            if group.title == "Filters" and not self._filters:
                continue
            picks = [pick for pick in group.picks if _fits(pick, group, query)]
            if picks:
                self._model.appendRow(_group_item(group, picks))
        self.list.expandAll()
        rows = [row for row in self._rows() if _pick_of(row) is not None]
        found = next((row for row in rows if _pick_of(row) == before), rows[0] if rows else QModelIndex())
        if query and rows:
            found = rows[0]
        self.list.setCurrentIndex(found)
        self.list.setVisible(bool(rows))
        self._none.setVisible(not rows)
        typed = self.words.text().strip()
        self._none.setText(f"Nothing has “{typed}” in its name or value." if typed else "")

    def _step(self, by: int) -> None:
        rows = [row for row in self._rows() if _pick_of(row) is not None]
        if rows:
            here = self.list.currentIndex()
            at = rows.index(here) if here in rows else -by
            self.list.setCurrentIndex(rows[(at + by) % len(rows)])

    def _choose(self, index: QModelIndex) -> None:
        if (pick := _pick_of(index)) is not None:
            self.picked.emit(pick)

    def _bar(self) -> QFrame:
        bar = QFrame()
        set_role(bar, "pane-header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        head = QLabel("Insert field")
        set_role(head, "name")
        keys = QLabel(QKeySequence("Ctrl+Space").toString(QKeySequence.SequenceFormat.NativeText))
        set_role(keys, "key")
        row.addWidget(head)
        row.addStretch()
        row.addWidget(keys, alignment=Qt.AlignmentFlag.AlignVCenter)
        return bar


class _List(QTreeView):
    chosen = Signal(QModelIndex)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Fields to insert")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter puts in or folds, Escape leads back to the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._clicked(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if _pick_of(index) is None:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(index)


class _Rows(QStyledItemDelegate):
    """Draws a group with its marker, and a pick with its value."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # type: ignore[override]
        """Groups are a little higher."""
        return QSize(0, _ROW if _pick_of(index) else _GROUP_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # type: ignore[override]
        """Draw a row."""
        colours, box, pick = tokens(), QRectF(option.rect), _pick_of(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = colours.accent_tint if chosen else colours.pane2 if pick is None or hovered else colours.pane
        painter.fillRect(box, QColor(ground))
        if chosen and not colours.tinted:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(colours.accent))
        if pick is None:
            self._paint_group(painter, index, box, bool(option.state & QStyle.StateFlag.State_Open))
        else:
            self._paint_pick(painter, pick, box)
        painter.restore()

    def _paint_group(self, painter: QPainter, index: QModelIndex, box: QRectF, is_open: bool) -> None:
        colours, shape, middle = tokens(), str(index.data(_SHAPE)), box.center().y()
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(colours.line))
        fold = icon_pixmap(
            "chevron-down" if is_open else "chevron-right", "muted", ratio=painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(QPointF(box.left() + 6, middle - 8), fold)
        at = box.left() + 28
        if shape in LETTERS:
            paint_marker(painter, shape, QPointF(at, middle - 7.5), colours)
        else:
            name = "filter" if index.data() == "Filters" else _ICONS.get(shape, "article")
            picture = icon_pixmap(name, "muted", ratio=painter.device().devicePixelRatioF())
            painter.drawPixmap(QPointF(at, middle - 8), picture)
        bold = ui_font()
        bold.setBold(True)
        words = QRectF(at + 24, box.top(), box.right() - at - 24 - _EDGE, box.height())
        used = _words(painter, words, str(index.data()), colours.text, bold)
        if index.data(_COUNT):
            _words(painter, words.adjusted(used + 8, 0, 0, 0), str(index.data(_COUNT)), colours.muted, ui_font(12))

    def _paint_pick(self, painter: QPainter, pick: Pick, box: QRectF) -> None:
        colours = tokens()
        name = box.adjusted(_NAME_AT, 0, 0, 0)
        font = code_font(12)
        needed = QFontMetricsF(font).horizontalAdvance(pick.name)
        name.setWidth(max(box.width() * _NAMES, min(needed + 1, name.width() - 8 - _VALUE - _EDGE)))
        _words(painter, name, pick.name, colours.text, font)
        value = QRectF(name.right() + 8, box.top(), box.right() - name.right() - 8 - _EDGE, box.height())
        _words(painter, value, pick.value, colours.muted, ui_font(12))


def _group_item(group: PickGroup, picks: Sequence[Pick]) -> QStandardItem:
    item = QStandardItem(group.title)
    item.setData(f"list, {group.count}" if group.shape else "", _COUNT)
    item.setData(group.shape, _SHAPE)
    item.setData(f"{group.title}, {len(picks)}", int(Qt.ItemDataRole.AccessibleTextRole))
    for pick in picks:
        row = QStandardItem(pick.name)
        row.setData(pick, _PICK)
        row.setData(
            f"{pick.name}: {pick.value}" if pick.value else pick.name, int(Qt.ItemDataRole.AccessibleTextRole)
        )
        row.setToolTip(f"{pick.written}\n{pick.value}".strip())
        item.appendRow(row)
    return item


def _fits(pick: Pick, group: PickGroup, query: Sequence[str]) -> bool:
    text = f"{group.title} {pick.written} {pick.value}".casefold()
    return all(word in text for word in query)


def _pick_of(index: QModelIndex) -> Pick | None:
    pick = index.data(_PICK) if index.isValid() else None
    return pick if isinstance(pick, Pick) else None


def _words(painter: QPainter, box: QRectF, words: str, ink: str, font: QFont) -> float:
    """Words on one line, as much as there is room for; how wide they are."""
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return metrics.horizontalAdvance(shown)
