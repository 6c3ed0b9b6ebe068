"""The list of templates, in groups that fold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QTreeView, QWidget

from briefer.catalogue import Listed
from briefer.templates.shelf import Place
from briefer.ui.row_list import as_rows
from briefer.ui.templates.model import Index, TemplatesModel
from briefer.ui.templates.rows import TemplateRows


class TemplatesList(QTreeView):
    """Shows templates; one is chosen. F2 types another name over one of one's own, Delete takes it off the shelf.

    ``chosen`` carries a Listed, or None; ``used`` the id of one that Enter or a double click is to use;
    ``menu_requested`` a place on the screen; ``delete_requested`` tells of the Delete key; ``hint_activated`` a place
    whose hint was clicked; ``edited`` tells that no name is typed any more.
    """

    chosen = Signal(object)
    used = Signal(str)
    delete_requested = Signal()
    menu_requested = Signal(QPoint)
    hint_activated = Signal(str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_rows(self, "Templates")
        self.setEditTriggers(QTreeView.EditTrigger.EditKeyPressed)
        self._folded: set[Place] = set()
        self._quiet = False
        self.rows = TemplatesModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(TemplateRows(self))
        self.collapsed.connect(self._remember_fold)
        self.expanded.connect(self._remember_fold)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._use)

    @property
    def current(self) -> Listed | None:
        """The template that is chosen."""
        return self.rows.listed(self.currentIndex())

    def keep(self, ident: str, group: Place | None = None) -> None:
        """After the rows were made anew: fold the groups as they were, and go to the same template or group again."""
        self._quiet = True
        groups = {self.rows.place(each): each for each in self.rows.groups()}
        for place, index in groups.items():
            self.setExpanded(index, place not in self._folded)
        found = groups.get(group) or self.rows.index_of(ident)
        if found.isValid():
            self.setCurrentIndex(found)
        self._quiet = False
        self.chosen.emit(self.current)

    def choose(self, ident: str) -> None:
        """Choose a template, unfolded and in view."""
        index = self.rows.index_of(ident)
        if index.isValid():
            self.expand(index.parent())
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def rename_current(self) -> None:
        """Let another name be typed over that of the chosen template."""
        if self.is_editing:
            if (field := self.viewport().findChild(QLineEdit)) is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        # Not the call without a trigger: it complains where the row at hand has no name to type.
        self.edit(self.currentIndex(), QTreeView.EditTrigger.AllEditTriggers, QEvent(QEvent.Type.None_))

    @property
    def is_editing(self) -> bool:
        """Whether a name is being typed: what is shown must stay until that ends."""
        return self.state() == QTreeView.State.EditingState

    def commitData(self, editor: QWidget) -> None:
        """Take the name. Enter asks for that a moment later; by then leaving the field may have done so."""
        if self.is_editing:
            super().commitData(editor)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """The name was typed, or not."""
        super().closeEditor(editor, hint)
        self.edited.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which template is chosen now."""
        super().currentChanged(current, previous)
        if not self._quiet:
            self.chosen.emit(self.rows.listed(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter uses a template or folds a group, Delete asks to take a template off the shelf."""
        if self.is_editing:  # the field of a name lets Enter pass
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.rows.place(self.currentIndex()):
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
            else:
                self._use(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over the head of a group: a click folds it."""
        super().mouseMoveEvent(event)
        on_group = bool(self.rows.place(self.indexAt(event.position().toPoint())))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_group else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a template."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if self.rows.listed(index) is not None:
            self.setCurrentIndex(index)
            at = self.visualRect(index).center() if by_key else event.pos()
            self.menu_requested.emit(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hints take as many lines as they need."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row the keys are for."""
        super().focusInEvent(event)
        self.viewport().update()

    def _clicked(self, index: QModelIndex) -> None:
        if self.rows.place(index):
            self.setExpanded(index, not self.isExpanded(index))
        elif self.rows.listed(index) is None:
            self.hint_activated.emit(self.rows.place(index.parent()) or "")

    def _use(self, index: QModelIndex) -> None:
        if (listed := self.rows.listed(index)) is not None:
            self.used.emit(listed.id)
        elif index.isValid() and not self.rows.place(index):
            self.hint_activated.emit(self.rows.place(index.parent()) or "")

    def _remember_fold(self, group: QModelIndex) -> None:
        place = self.rows.place(group)
        if place is None or self._quiet:
            return
        if self.isExpanded(group):
            self._folded.discard(place)
        else:
            self._folded.add(place)
