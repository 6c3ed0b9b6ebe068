"""Find and replace in the text of a template."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from briefer.text.find import find_first
from briefer.text.spans import Span
from briefer.ui.offsets import Offsets
from briefer.ui.template_editor.text import TemplateText


class TextSearch:
    """What a find bar looks through and replaces in: the text of the template."""

    def __init__(self, text: TemplateText) -> None:
        self._text = text
        self._hits: list[Span] = []
        self._revision = -1

    def length(self) -> int:
        """How many characters there are."""
        return self._text.document().characterCount()

    def selected_words(self) -> str:
        """Words that are selected, if they are of one line."""
        words = self._text.textCursor().selectedText()
        return "" if "\u2029" in words else words

    def look_for(self, words: str) -> int:
        """Find the places that hold the words."""
        self._revision = self._text.document().revision()
        self._hits = find_first(self._text.text(), words)
        return len(self._hits)

    def nearest(self) -> int:
        """The first place at or after the beginning of the selection; after the last comes the first."""
        start = Offsets(self._text.text()).to_text(self._text.textCursor().selectionStart())
        return next((number for number, hit in enumerate(self._hits) if hit[0] >= start), 0)

    def show(self, place: int) -> None:
        """Select a place and bring it into view."""
        self._text.setTextCursor(self._text.cursor_at(*self._hits[place]))

    def is_stale(self) -> bool:
        """Whether the text is another than that which was looked through."""
        return self._text.document().revision() != self._revision

    def leave(self) -> None:
        """Nothing but the selection is marked, and that stays."""

    def take_focus(self) -> None:
        """Give the keyboard to the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace(self, place: int, words: str) -> None:
        """Put other words in a place."""
        self._text.put(*self._hits[place], words)

    def replace_all(self, words: str) -> None:
        """Put other words in all places, as one step."""
        cursor = QTextCursor(self._text.document())
        offsets = Offsets(self._text.text())
        cursor.beginEditBlock()
        for start, end in reversed(self._hits):
            cursor.setPosition(offsets.to_qt(start))
            cursor.setPosition(offsets.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
        cursor.endEditBlock()
