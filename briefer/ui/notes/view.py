"""The list of notes: a tree in which one row can be open and holds a form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    SIGNAL,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QWidget

from briefer.model.brief import Kind
from briefer.ui.notes.delegate import Part, RowDelegate
from briefer.ui.notes.model import ENTRY_MIME, Index, NotesModel
from briefer.ui.notes.rows_first import RowsFirst
from briefer.ui.row_list import as_rows
from briefer.ui.theme import tokens

SHOWN_FOR = 1600
"""Milliseconds for which a row that was just made stands out."""


class NotesView(QTreeView):
    """Groups that fold, rows that open, can be dragged within their group, and onto the memo.

    ``open_requested`` carries the id of a row that is to be opened or folded, ``edit_requested`` of one that the
    keyboard goes into; ``came_to`` the id of the row that
    a key made current (empty on a group); ``move_requested`` an id and its new index in the group; ``new_requested``
    a kind; ``menu_requested`` an id and a place on the screen; ``choice_requested`` an id and the place below its
    pill; ``wordings_requested``, ``delete_requested`` and ``copy_requested`` an id. ``left`` tells of Esc.
    """

    open_requested = Signal(str)
    edit_requested = Signal(str)
    came_to = Signal(str)
    move_requested = Signal(str, int)
    new_requested = Signal(str)
    menu_requested = Signal(str, QPoint)
    choice_requested = Signal(str, QPoint)
    wordings_requested = Signal(str)
    delete_requested = Signal(str)
    copy_requested = Signal(str)
    left = Signal()

    def __init__(self, model: NotesModel) -> None:
        super().__init__()
        self._form: QWidget | None = None
        self.setModel(model)
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        as_rows(self, "Notes")
        # Qt would paint all rows once more whenever the width has changed, which has them painted anyway.
        QObject.disconnect(self.header(), SIGNAL("sectionResized(int,int,int)"), self, None)  # type: ignore[call-overload]
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.expandAll()
        self._pressed: tuple[str, Kind, Part] | None = None
        self._drop: tuple[str, int, int] | None = None
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._show_form_in_view)
        self._fading = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._fading.timeout.connect(self._fade)
        self._rows_first = RowsFirst(self)
        self.clicked.connect(self._clicked)

    def notes(self) -> NotesModel:
        """The model."""
        model = self.model()
        assert isinstance(model, NotesModel)
        return model

    @property
    def current_id(self) -> str:
        """The id of the current row; empty on a group."""
        return self.notes().ident(self.currentIndex())

    @property
    def current_kind(self) -> Kind:
        """The kind of the group in which the current row is; that of the first if none is."""
        index = self.currentIndex()
        return self.notes().kind(index) if index.isValid() else "actor"

    # Rows

    def make_current(self, ident: str) -> None:
        """Make a row the current one, unfolded and in view. The focus stays where it is."""
        index = self.notes().index_of(ident)
        if index.isValid():
            self.expand(index.parent())
            self.setCurrentIndex(index)
            self.executeDelayedItemsLayout()
            self.scrollTo(index)
            # The line below the row belongs to it too.
            hidden = self.visualRect(index).bottom() + 1 - self.viewport().height()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + max(0, hidden))

    def show_row(self, ident: str) -> None:
        """Make a row current, and let it stand out for a moment."""
        self.make_current(ident)
        self._delegate.shown_id = ident
        self._fading.start()
        self.viewport().update()

    def _fade(self) -> None:
        self._delegate.shown_id = ""
        self.viewport().update()

    def put_form(self, ident: str, form: QWidget) -> None:
        """Open a row: the form lies on it from now on, and goes when another is put or it is taken away."""
        self.take_form()
        self._form, self._delegate.open_id = form, ident
        self.expand(self.notes().index_of(ident).parent())
        # Not by setIndexWidget, which lays all rows out anew: of five hundred that takes a while.
        if form.parent() is not self.viewport():
            form.setParent(self.viewport())
        form.installEventFilter(self)
        self._fit_form()
        self._place_form()
        self._settling.start()

    def take_form(self) -> None:
        """Close the row that is open."""
        if self._form is None:
            return
        form, ident = self._form, self._delegate.open_id
        had_focus = form.isAncestorOf(QApplication.focusWidget() or self)
        self._form, self._delegate.open_id = None, ""
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        # It lives until the next turn of the event loop, and must not be heard of any more.
        form.blockSignals(True)  # noqa: FBT003
        form.removeEventFilter(self)
        form.hide()
        form.deleteLater()
        self._measure_row(ident)

    def _fit_form(self) -> None:
        """Make the open row as high as its form."""
        form = self._form
        if form is None:
            return
        width = self.viewport().width()
        height = form.heightForWidth(width) if form.hasHeightForWidth() else form.sizeHint().height()
        if height != self._delegate.open_height or form.height() != height:
            self._delegate.open_height = height
            self._measure_row(self._delegate.open_id)
            self._settling.start()

    def _measure_row(self, ident: str) -> None:
        """Let a row have the height that it needs now; the others keep theirs."""
        index = self.notes().index_of(ident)
        if index.isValid():
            self.dataChanged(index, index)
            self.updateGeometries()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Show what rows say now. Of several at a time none has another height, so none is measured."""
        if first.row() == last.row():
            super().dataChanged(first, last, roles)
        elif QAccessible.isActive():
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:  # Qt would ask for the place of each row
            self.viewport().update()

    def updateGeometries(self) -> None:
        """Keep the form on its row."""
        super().updateGeometries()
        if self.header().width() != self.viewport().width():  # the scroll bar came or went meanwhile
            super().updateGeometries()
        self._place_form()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The same while the rows scroll."""
        super().scrollContentsBy(dx, dy)
        self._place_form()

    def _place_form(self) -> None:
        form = self._form
        if form is None:
            return
        row = self.visualRect(self.notes().index_of(self._delegate.open_id))
        if row.isValid():
            form.setGeometry(row)
        form.setVisible(row.isValid())

    def form(self) -> QWidget | None:
        """What lies on the open row, if one is open."""
        return self._form

    def _show_form_in_view(self) -> None:
        """Once its height is known, show all of the open row, or its field at hand if that has the keyboard."""
        focus = QApplication.focusWidget()
        if self._form is not None:
            at_hand = focus if focus is not None and self._form.isAncestorOf(focus) else self._form
            self.show_in_view(at_hand)

    def show_in_view(self, widget: QWidget) -> None:
        """Scroll until a field of the form is seen."""
        self.executeDelayedItemsLayout()
        box = QRect(widget.mapTo(self.viewport(), QPoint()), widget.size())
        bar, room = self.verticalScrollBar(), self.viewport().height() - 8
        if box.bottom() > room:
            bar.setValue(bar.value() + min(box.bottom() - room, box.top() - 8))
        elif box.top() < 8:
            bar.setValue(bar.value() + box.top() - 8)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the height of the form."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._form:
            self._fit_form()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the form into the new width."""
        super().resizeEvent(event)
        self._fit_form()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go on, and bring the field that it comes to into view."""
        moved = super().focusNextPrevChild(forward)
        focus = QApplication.focusWidget()
        if moved and focus is not None and self._form is not None and self._form.isAncestorOf(focus):
            self.show_in_view(focus)
        return moved

    # Keys

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose a row, so that it is seen where the keyboard is: Qt makes one current, but does not choose it."""
        super().focusInEvent(event)
        if not self.selectedIndexes():
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del deletes, Ctrl+C copies; on a group, Enter and Space fold; others move the current row."""
        index, ident = self.currentIndex(), self.current_id
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not event.modifiers():
            if ident:
                (self.open_requested if key == Qt.Key.Key_Space else self.edit_requested).emit(ident)
            elif index.isValid():
                self.setExpanded(index, not self.isExpanded(index))
        elif key == Qt.Key.Key_Delete and not event.modifiers():
            if ident:
                self.delete_requested.emit(ident)
        elif event.matches(QKeySequence.StandardKey.Copy):
            if ident:
                self.copy_requested.emit(ident)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            before = self.currentIndex()
            super().keyPressEvent(event)
            if self.currentIndex() != before:
                self.came_to.emit(self.current_id)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what was pressed; on a row itself a drag may begin."""
        index = self.indexAt(event.position().toPoint())
        part = self._part(index, event.position())
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton and part:
            self._pressed = (self.notes().ident(index), self.notes().kind(index), part)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what a click would do; drag."""
        if self._pressed is None:
            part = self._part(self.indexAt(event.position().toPoint()), event.position())
            hand = part in ("add", "pill", "badge")
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the part under the mouse is for, if it was pressed there too."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            super().mouseReleaseEvent(event)
            return
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return
        ident, kind, part = pressed
        if (self.notes().ident(index), self.notes().kind(index), self._part(index, event.position())) == pressed:
            self._do(index, ident, kind, part)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a part are two clicks."""
        if self._part(self.indexAt(event.position().toPoint()), event.position()):
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def _do(self, index: QModelIndex, ident: str, kind: Kind, part: Part) -> None:
        if part == "fold":
            self.setExpanded(index, not self.isExpanded(index))
        elif part == "add":
            self.new_requested.emit(kind)
        elif part == "badge":
            self.wordings_requested.emit(ident)
        else:
            corner = self._delegate.pill_corner(index, QRectF(self.visualRect(index)))
            self.choice_requested.emit(ident, self.viewport().mapToGlobal(corner.toPoint()))

    def _part(self, index: QModelIndex, point: QPointF) -> Part:
        if not index.isValid() or (self._form is not None and self.notes().ident(index) == self._delegate.open_id):
            return ""
        return self._delegate.part_at(index, QRectF(self.visualRect(index)), point)

    def _clicked(self, index: QModelIndex) -> None:
        if ident := self.notes().ident(index):
            self.open_requested.emit(ident)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the row under the mouse, or of the current one for the key."""
        index = self.currentIndex()
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        else:
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if ident := self.notes().ident(index):
            self.setCurrentIndex(index)
            self.menu_requested.emit(ident, place)

    # Dragging

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the current note: within its group to another place, onto the memo to be cited there."""
        index = self.currentIndex()
        if not self.current_id:
            return
        drag = QDrag(self)
        drag.setMimeData(self.notes().mimeData([index]))
        row = self.visualRect(index)
        drag.setPixmap(self.viewport().grab(row))
        drag.setHotSpot(self.viewport().mapFromGlobal(self.cursor().pos()) - row.topLeft())
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)
        self._show_drop(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a note of this list; files are the window's."""
        if event.mimeData().hasFormat(ENTRY_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the note would go, which is in its own group."""
        if not event.mimeData().hasFormat(ENTRY_MIME):
            event.ignore()
            return
        self._scroll_at_edge(event.position().toPoint().y())
        place = self._drop_place(_dragged(event), event.position().toPoint())
        self._show_drop(place)
        event.accept() if place else event.ignore()

    def dragLeaveEvent(self, event: QEvent) -> None:
        """Show no place any more."""
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the rows move when the brief has changed."""
        place = self._drop_place(_dragged(event), event.position().toPoint())
        self._show_drop(None)
        if place is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.move_requested.emit(place[0], place[1])

    def _drop_place(self, ident: str, point: QPoint) -> tuple[str, int, int] | None:
        """The note, its new index in its group, and the height at which the line is drawn; None in other groups."""
        model, target = self.notes(), self.indexAt(point)
        own = model.index_of(ident)
        if not own.isValid() or not target.isValid() or model.kind(target) != model.kind(own):
            return None
        box = self.visualRect(target)
        if model.is_group(target):
            row, line = 0, box.bottom()
        else:
            below = point.y() > box.center().y()
            row, line = target.row() + below, box.bottom() if below else box.top() - 1
        return ident, row - (row > own.row()), line

    def _scroll_at_edge(self, y: int) -> None:
        step = -12 if y < 24 else 12 if y > self.viewport().height() - 24 else 0
        if step:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)

    def _show_drop(self, place: tuple[str, int, int] | None) -> None:
        if place != self._drop:
            self._drop = place
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the line at which a dragged note would go in."""
        super().paintEvent(event)
        if self._drop is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(QRect(8, self._drop[2] - 1, self.viewport().width() - 16, 3), QColor(tokens().accent))
            painter.end()


def _dragged(event: QDropEvent) -> str:
    """The id of the first note that is dragged."""
    ids = bytes(event.mimeData().data(ENTRY_MIME).data()).decode("ascii", "replace").split()
    return ids[0] if ids else ""
