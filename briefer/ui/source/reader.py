"""Reader: an article under the hands of whoever reads it, asking for words to be filed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from briefer.ui.source.article import EDGE
from briefer.ui.source.capture_bar import CaptureBar
from briefer.ui.source.reading_keys import act, is_editing
from briefer.ui.source.reading_text import ReadingText
from briefer.ui.text.field_keys import taken_by_shortcut
from briefer.ui.text.history_keys import without_undo

_UP_DOWN = (Qt.Key.Key_Up.value, Qt.Key.Key_Down.value)
PAUSE = 400
"""Milliseconds without a key after which the capture bar comes to a selection."""


class Reader(ReadingText):
    """Asks what a ReadingText can ask: by keys (see ``reading_keys``), by the bar beside a selection, by its menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar: CaptureBar | None = None
        self._is_dragging = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._place_bar)
        self.capture_requested.connect(self._hide_bar)
        self.selection_changed.connect(self._rest_bar)

    # The capture bar

    def _hide_bar(self) -> None:
        """Take the bar away until something changes: what was selected is filed, or nothing is."""
        self._pause.stop()
        if self._bar is not None:
            self._bar.hide()

    def _rest_bar(self) -> None:
        """Take the bar away while the selection changes; it comes back after a pause, or when the mouse lets go."""
        if self._bar is not None:
            self._bar.hide()
        if self._last_selection[0] != self._last_selection[1]:
            self._pause.start()

    def _place_bar(self) -> None:
        self._pause.stop()
        anchor, caret = self._last_selection
        if anchor == caret or self._is_dragging or not self.hasFocus() or not self.isReadOnly():
            return
        if self._bar is None:
            self._bar = CaptureBar(self)
            self._bar.set_keys(on=self.letters)
            self._bar.capture_requested.connect(self.capture_requested)
            self._bar.add_requested.connect(self.add_requested)
        # Over the markers too, so that there is room for its words.
        view, right = self.viewport().geometry(), self._markers.geometry().right()
        room = QRect(view.left(), view.top(), right - view.left() - EDGE, view.height())
        self._bar.place(self.box_at_hand().translated(view.topLeft()), room)

    def box_at_hand(self) -> QRect:
        """From the first to the last line of the selection, or the line of the caret, in the viewport's pixels."""
        first, last = self.textCursor(), self.textCursor()
        first.setPosition(last.selectionStart())
        last.setPosition(last.selectionEnd())
        return self.cursorRect(first).united(self.cursorRect(last))

    def set_letters(self, *, on: bool) -> None:
        """Whether letters and the full stop are keys of reading, or do nothing."""
        self.letters = on
        if self._bar is not None:
            self._bar.set_keys(on=on)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of reading; those of editing are the window's; all others move and select as in any text.

        Qt has claimed those of editing for the text. Nothing here overrides ``event`` to refuse the claim: each key
        brings nine events, and to see them all in Python costs more than what the key does.
        """
        self._before_key()
        if act(self, event):
            event.accept()
            return
        super().keyPressEvent(event)
        if event.key() in _UP_DOWN and self.textCursor().block().length() == 1:
            super().keyPressEvent(event)  # the empty line is only the space between two paragraphs
        elif not event.isAccepted() and is_editing(event):
            event.setAccepted(taken_by_shortcut(self, QKeySequence(event.keyCombination())))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take nothing: a QTextEdit whose text can be selected by keys lets an input method write, even read-only."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select; the bar waits until the button is up."""
        self._is_dragging = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The selection is done."""
        super().mouseReleaseEvent(event)
        self._is_dragging = False
        self._place_bar()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or emphasise what the pointer is on."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._touch_pointer(event.position())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what the caret stands in, and the bar."""
        super().focusInEvent(event)
        self._touch_caret()
        self._rest_bar()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the bar away: it would only cover words."""
        super().focusOutEvent(event)
        self._touch_caret()
        self._rest_bar()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here; a click beside the selection moves the caret first."""
        from briefer.ui.source.reader_menu import reader_menu

        if not self.isReadOnly():
            menu = without_undo(self.createStandardContextMenu(event.pos()))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(event.globalPos())
            return
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            there, selected = (
                self._offsets.to_text(self.cursorForPosition(event.pos()).position()),
                self.selected_range(),
            )
            if not selected or not selected[0] <= there <= selected[1]:
                self.select(there, there)
        else:
            where = self.viewport().mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 2))
        reader_menu(self).popup(where)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word; on a highlight, open its entry too."""
        super().mouseDoubleClickEvent(event)
        found = self._overlay.under(self, event.position())
        if found and self.isReadOnly():
            self.entry_activated.emit(found[0].entry_id)

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer is gone."""
        if type(event) is QEvent and event.type() == QEvent.Type.Leave:  # by class first: it is asked at each key
            self._touch_pointer(None)
        return super().viewportEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the bar away while the words move."""
        super().scrollContentsBy(dx, dy)
        if self._last_selection[0] != self._last_selection[1]:
            self._rest_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the bar a new place."""
        super().resizeEvent(event)
        self._rest_bar()
