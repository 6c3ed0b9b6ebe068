"""Find in the pane that has the keyboard: what the actions do, and where each pane looks."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from briefer.text.find import MOST, find_first
from briefer.ui.find_bar import FindBar
from briefer.ui.memo.pane import MemoPane
from briefer.ui.notes.pane import NotesPane
from briefer.ui.offsets import Offsets
from briefer.ui.source.pane import SourcePane


class FindWork(QObject):
    """Opens the find bar of the pane that has the keyboard, the source's if none has. ``said`` carries a line."""

    said = Signal(str)

    def __init__(self, source: SourcePane, notes: NotesPane, memo: MemoPane, window: QWidget) -> None:
        super().__init__(window)
        self._source, self._notes, self._memo = source, notes, memo
        self._memo_bar: FindBar | None = None
        self._memo_search = MemoSearch(memo)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by the ids of the table of actions."""
        return {"find": self.find, "find_next": lambda: self.step(1), "find_previous": lambda: self.step(-1)}

    def find(self) -> None:
        """Find in what has the keyboard; while suggestions lie over the notes, in the article that they are of."""
        if _is_in(self._notes) and self._notes.page is None:
            self._notes.focus_filter()
        elif _is_in(self._memo):
            self._find_in_memo()
        elif self._source.source is None:
            self.said.emit("There is no article yet: paste one, or import a file.")
        else:
            self._source.find_words()

    def step(self, by: int) -> None:
        """Go to the next place (1), or to the one before (-1)."""
        if not _is_in(self._memo):
            if self._source.source is not None:
                self._source.find_step(by)
        elif self._memo_bar is None or not self._memo_bar.words.text() or not self._can_search_memo():
            self._find_in_memo()
        else:
            self._memo_bar.step_on(self._memo_search, by)

    def _find_in_memo(self) -> None:
        if not self._can_search_memo():
            self.said.emit("The pages cannot be searched: turn to Write or to the plain preview first.")
            return
        if self._memo_bar is None:
            self._memo_bar = FindBar()
            column = self._memo.layout()
            assert isinstance(column, QVBoxLayout)
            column.insertWidget(column.count() - 1, self._memo_bar)
        self._memo_bar.open_for(self._memo_search)

    def _can_search_memo(self) -> bool:
        return not self._memo.previewing or self._memo.preview.plain


class _Hit(NamedTuple):
    field: int
    start: int
    end: int


class MemoSearch:
    """The sections of a memo, or its plain preview, looked through as one; what there is is asked at each search."""

    def __init__(self, memo: MemoPane) -> None:
        self._memo = memo
        self._fields: list[QTextEdit] = []
        self._revisions: list[int] = []
        self._hits: list[_Hit] = []
        self._last = (0, 0)

    def _ask(self) -> list[QTextEdit]:
        if self._memo.previewing:
            return [self._memo.preview.text]
        return [editor.text for editor in self._memo.sections.values()]

    def length(self) -> int:
        """How many characters all fields have."""
        return sum(field.document().characterCount() for field in self._ask())

    def selected_words(self) -> str:
        """The words that are selected in the field that has the keyboard, if they are of one line."""
        focus = QApplication.focusWidget()
        for number, field in enumerate(self._ask()):
            if field is focus:
                self._last = (number, field.textCursor().selectionStart())
                words = field.textCursor().selectedText()
                return "" if "\u2029" in words or "\ufffc" in words else words
        return ""

    def look_for(self, words: str) -> int:
        """Find the places that hold the words."""
        self._fields, self._hits = self._ask(), []
        self._revisions = [field.document().revision() for field in self._fields]
        for number, field in enumerate(self._fields):
            text = field.document().toRawText()
            offsets = Offsets(text)
            found = find_first(text, words)
            self._hits += [_Hit(number, offsets.to_qt(start), offsets.to_qt(end)) for start, end in found]
        del self._hits[MOST:]
        return len(self._hits)

    def is_stale(self) -> bool:
        """Whether there are other fields, or other words in them."""
        fields = self._ask()
        return fields != self._fields or [field.document().revision() for field in fields] != self._revisions

    def nearest(self) -> int:
        """The first place at or after where the caret was when the search began, or after what was shown last."""
        return next((n for n, hit in enumerate(self._hits) if (hit.field, hit.start) >= self._last), 0)

    def show(self, place: int) -> None:
        """Select a place, and leave nothing selected in the field shown before."""
        hit, before = self._hits[place], self._last[0]
        if before != hit.field and before < len(self._fields):
            cursor = self._fields[before].textCursor()
            cursor.clearSelection()
            self._fields[before].setTextCursor(cursor)
        field = self._fields[hit.field]
        cursor = field.textCursor()
        cursor.setPosition(hit.start)
        cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)
        _scroll_to(field)
        self._last = (hit.field, hit.start)

    def leave(self) -> None:
        """Nothing is marked."""

    def take_focus(self) -> None:
        """Give the keyboard to the field of the place shown last."""
        fields = self._ask()
        if self._last[0] < len(fields):
            fields[self._last[0]].setFocus(Qt.FocusReason.OtherFocusReason)


def _scroll_to(field: QTextEdit) -> None:
    """Bring the caret of a field into view in the page that the field stands on."""
    parent = field.parentWidget()
    while parent is not None:
        page = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and page is not None:
            caret = field.viewport().mapTo(page, field.cursorRect().center())
            parent.ensureVisible(caret.x(), caret.y(), 0, 60)
            return
        parent = parent.parentWidget()


def _is_in(pane: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and pane.isAncestorOf(focus)
