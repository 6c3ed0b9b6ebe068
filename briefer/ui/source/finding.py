"""The article looked through for words, and the places that hold them marked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from briefer.text.find import find_first
from briefer.text.spans import Span
from briefer.ui.offsets import Offsets
from briefer.ui.source.reader import Reader
from briefer.ui.theme import tokens

LONGEST_TAKEN = 200
"""Characters of a selection that is taken as what to find."""


class ArticleSearch(QObject):
    """A find bar looks through a reader by it.

    ``replace_requested`` carries the spans (code points) to put other words in, and the words.
    """

    replace_requested = Signal(object, str)

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._text = ""
        self._hits: list[Span] = []
        self._starts: list[int] = []
        self._offsets = Offsets("")
        self._marked: list[Span] = []
        # Marks set while the view scrolls would scroll it again.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._mark)
        reader.verticalScrollBar().valueChanged.connect(self._mark_later)
        reader.dressed_anew.connect(self._mark_anew)

    @property
    def _reader(self) -> Reader:
        reader = self.parent()
        assert isinstance(reader, Reader)
        return reader

    def length(self) -> int:
        """How many characters the article has."""
        return len(self._reader.text())

    def selected_words(self) -> str:
        """The words that are selected in the article, if they are of one line and few."""
        start, end = self._reader.selected_range() or (0, 0)
        words = self._reader.text()[start : min(end, start + LONGEST_TAKEN + 1)]
        return words if len(words) <= LONGEST_TAKEN and "\n" not in words else ""

    def look_for(self, words: str) -> int:
        """Find the places that hold the words, quotation marks of any hand alike, and mark those in view."""
        text = self._reader.text()
        self._text, self._hits, self._offsets = text, find_first(text, words), self._reader.offsets
        self._starts = [start for start, _ in self._hits]
        self._mark()
        return len(self._hits)

    def nearest(self) -> int:
        """The first place at or after the beginning of the selection; after the last comes the first."""
        start = (self._reader.selected_range() or (self._reader.caret(),))[0]
        return bisect_left(self._starts, start) % len(self._starts) if self._starts else -1

    def show(self, place: int) -> None:
        """Select a place."""
        self._reader.select(*self._hits[place])
        self._mark_later()

    def is_stale(self) -> bool:
        """Whether the article has changed since it was looked through."""
        return self._text is not self._reader.text()

    def leave(self) -> None:
        """Take the marks away."""
        self._hits, self._starts = [], []
        self._mark()

    def take_focus(self) -> None:
        """Give the keyboard to the article."""
        self._reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace(self, place: int, words: str) -> None:
        """Ask for other words in a place."""
        self.replace_requested.emit([self._hits[place]], words)

    def replace_all(self, words: str) -> None:
        """Ask for other words in all places."""
        self.replace_requested.emit(list(self._hits), words)

    def _mark_later(self) -> None:
        if self._hits or self._marked:
            self._later.start()

    def _mark_anew(self) -> None:
        """In the colours of now."""
        self._mark_later()
        self._marked = []

    def _mark(self) -> None:
        """Mark the places in view; all would be too many to draw. In a text that has changed since, none is."""
        reader, corner = self._reader, self._reader.viewport().rect().bottomRight()
        to_text, hits = self._offsets.to_text, [] if self.is_stale() else self._hits
        top = to_text(reader.cursorForPosition(QPoint(0, 0)).position()) if hits else 0
        bottom = to_text(reader.cursorForPosition(corner).position()) if hits else 0
        first, last = bisect_left(self._starts, top), bisect_left(self._starts, bottom + 1)
        shown = hits[max(0, first - 1) : last]
        if shown != self._marked or len(shown) != len(reader.extraSelections()):  # none are left in a new document
            self._marked = shown
            reader.setExtraSelections(self._selections(shown))

    def _selections(self, spans: Sequence[Span]) -> list[QTextEdit.ExtraSelection]:
        colours, looks = tokens(), QTextCharFormat()
        looks.setBackground(QColor(colours.accent_tint))
        looks.setForeground(QColor(colours.text))
        looks.setFontUnderline(True)
        looks.setUnderlineColor(QColor(colours.accent))
        made: list[QTextEdit.ExtraSelection] = []
        for start, end in spans:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._reader.document())
            cursor.setPosition(self._offsets.to_qt(start))
            cursor.setPosition(self._offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, looks
            made.append(selection)
        return made
