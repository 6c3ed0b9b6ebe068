"""The text of an article as its reader selects in it, and what it can ask for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPointF, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from briefer.ui.source.article_view import ArticleView
from briefer.ui.source.highlights import Highlight, described


class ReadingText(ArticleView):
    """An article in which words are selected. All positions are code points.

    It can ask: ``capture_requested`` with a kind, ``add_requested`` for a note to add the words to,
    ``unlink_requested`` with the Highlight that is to go, ``copy_cited_requested``, and ``entry_activated`` with the
    id of the entry to open. ``selection_changed`` tells that the selection or the caret moved. ``letters`` is whether
    keys without a modifier file.

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
        self._at_caret: list[Highlight] = []
        self._under_pointer: list[Highlight] = []
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._tell_selection)
        self.selectionChanged.connect(self._tell_selection)

    # Selection

    def _tell_selection(self) -> None:
        cursor = self.textCursor()
        selection = (cursor.anchor(), cursor.position())
        if selection != self._last_selection:
            self._last_selection = selection
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
