"""Reader: an article under the hands of whoever reads it, asking for words to be filed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from briefer.ui.source.article import EDGE
from briefer.ui.source.article_view import ArticleView
from briefer.ui.source.capture_bar import CaptureBar
from briefer.ui.source.highlights import Highlight, described
from briefer.ui.source.reading_keys import act, is_editing
from briefer.ui.text.field_keys import taken_by_shortcut
from briefer.ui.text.history_keys import without_undo

_UP_DOWN = (Qt.Key.Key_Up.value, Qt.Key.Key_Down.value)
PAUSE = 400
"""Milliseconds without a key after which the capture bar comes to a selection."""


class Reader(ArticleView):
    """Shows a source and says what its reader wants. All positions are code points.

    It asks, by keys (see ``reading_keys``), by the bar beside a selection and by its menu: ``capture_requested`` with
    a kind, ``add_requested`` for a note to add the words to, ``unlink_requested`` with the Highlight that is to go,
    ``copy_cited_requested``, and ``entry_activated`` with the id of the entry to open. ``selection_changed`` tells
    that the selection or the caret moved. ``letters`` is whether keys without a modifier file.

    ``suggestion_taken`` carries the key of a suggestion and the kind as which it is taken (empty: its own),
    ``suggestion_dismissed`` a key, ``suggestion_requested`` how many suggestions to go on from the caret. While the
    words of one are chosen anew, ``words_of`` is its key; ``words_left`` tells that they stay as they were.
    """

    capture_requested = Signal(str)
    add_requested = Signal()
    unlink_requested = Signal(object)
    copy_cited_requested = Signal()
    selection_changed = Signal()
    suggestion_taken = Signal(str, str)
    suggestion_dismissed = Signal(str)
    suggestion_requested = Signal(int)
    words_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = True
        self.words_of = ""
        self._last_selection = (0, 0)
        self._bar: CaptureBar | None = None
        self._is_dragging = False
        self._at_caret: list[Highlight] = []
        self._under_pointer: list[Highlight] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._place_bar)
        self.capture_requested.connect(self._hide_bar)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._tell_selection)
        self.selectionChanged.connect(self._tell_selection)

    # Selection

    def _tell_selection(self) -> None:
        cursor = self.textCursor()
        selection = (cursor.anchor(), cursor.position())
        if selection != self._last_selection:
            self._last_selection = selection
            self._rest_bar()
            self._touch_caret()
            self.selection_changed.emit()

    def expand_selection(self) -> None:
        """Select the sentence at the caret or around the selection; if that is selected, the paragraph."""
        from briefer.text.segment import paragraph_at, sentence_at

        self._select_around(sentence_at, paragraph_at)

    def select_sentence(self) -> None:
        """Select the sentence at the caret or around the selection."""
        from briefer.text.segment import sentence_at

        self._select_around(sentence_at)

    def select_paragraph(self) -> None:
        """Select the paragraph at the caret or around the selection."""
        from briefer.text.segment import paragraph_at

        self._select_around(paragraph_at)

    def _select_around(self, *finders: Callable[[str, int], tuple[int, int] | None]) -> None:
        start, end = self.selected_range() or (self.caret(), self.caret())
        for find in finders:
            span = find(self._text, start)
            if span and span[0] <= start and end <= span[1] and span != (start, end):
                self.select(*span)
                return

    def drop_selection(self) -> bool:
        """Leave nothing selected, the caret where it is; whether anything was."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return False
        cursor.clearSelection()
        self.setTextCursor(cursor)
        return True

    def turn_to_end(self, *, last: bool) -> None:
        """Let the last or the first end of the selection be the one that moves."""
        if selection := self.selected_range():
            self.select(*(selection if last else reversed(selection)))

    def move_end(self, step: int, *, by_word: bool) -> None:
        """Move the end of the selection where the caret is, forwards (1) or backwards (-1), short of the other end.

        Without a selection the word at the caret is selected.
        """
        from briefer.text.segment import word_at
        from briefer.ui.source.span_ends import moved_by_word

        fixed, end = self._anchor_and_caret()
        if fixed == end:
            if word := word_at(self._text, end):
                self.select(*word)
        elif by_word:
            self.select(fixed, moved_by_word(self._text, fixed, end, step))
        else:
            cursor, move = self.textCursor(), QTextCursor.MoveOperation
            one = move.NextCharacter if step > 0 else move.PreviousCharacter
            cursor.movePosition(one, QTextCursor.MoveMode.KeepAnchor)
            if cursor.hasSelection():
                self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words alone: their looks here are nobody else's."""
        data = QMimeData()
        start, end = self.selected_range() or (0, 0)
        data.setText(self._text[start:end])
        return data

    # What the caret and the pointer are on

    def highlights_here(self) -> list[Highlight]:
        """The highlights that hold the whole selection, or without one those at the caret; the shortest first."""
        selection = self.selected_range()
        if selection is None:
            return self.highlights_at(self.caret())
        start, end = selection
        return [each for each in self.highlights_at(start) if each.start <= start and end <= each.end]

    def _rebuild_spans(self) -> None:
        super()._rebuild_spans()
        self._under_pointer = []
        self._touch_caret()
        self._emphasise()

    def _touch_caret(self) -> None:
        """Emphasise and say what the caret stands in, while the keyboard is here."""
        found = self._marks.spans.beside(self._last_selection[1]) if self.hasFocus() else []
        if found == self._at_caret:
            return
        self._at_caret = found
        said = "; ".join(map(described, found))
        self.setAccessibleDescription(said)
        if said and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self._emphasise()

    def _touch_pointer(self, point: QPointF | None) -> None:
        found = self._overlay.under(self, point) if point is not None else []
        if found != self._under_pointer:
            self._under_pointer = found
            self._emphasise()

    def _emphasise(self) -> None:
        touched = frozenset(each.entry_id for each in (*self._at_caret, *self._under_pointer))
        if touched != self._marks.touched:
            self._marks.touched = touched
            self.viewport().update()

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
