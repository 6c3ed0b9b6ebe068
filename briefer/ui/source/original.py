"""The original of an article, read-only, with the places marked that cleaning or a person has changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QTextEdit, QToolButton, QVBoxLayout, QWidget

from briefer.model.source import Source
from briefer.text.clean import shown
from briefer.text.edits import Edit, Edits
from briefer.ui.icons import icon
from briefer.ui.offsets import Offsets
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens


class OriginalView(QWidget):
    """What came in. ``place_shown`` carries start and end, in the article's text, of the changed place at hand."""

    place_shown = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of: tuple[str, str] | None = None
        self._edits: Sequence[Edit] = ()
        self._starts: list[int] = []
        self._places: list[tuple[int, int]] = []
        self._offsets, self._at = Offsets(""), -1
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("The original of the article")
        self.text.setAcceptDrops(False)
        self.text.setTabChangesFocus(True)
        self._later = QTimer(self, singleShot=True, interval=0)  # marks set while it scrolls would scroll it again
        self._later.timeout.connect(self._mark)
        self.text.verticalScrollBar().valueChanged.connect(self._later.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._steps())
        column.addWidget(self.text)

    def _steps(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self.count = QLabel()
        self.count.setAccessibleName("Changed places")
        set_role(self.count, "muted")
        row.addWidget(self.count, 1)
        for picture, words, step in (
            ("chevron-up", "Changed place before", -1),
            ("chevron-down", "Next changed place", 1),
        ):
            button = QToolButton()
            button.setIcon(icon(picture))
            button.setAccessibleName(words)
            button.setToolTip(f"{words}, here and in the article below")
            set_role(button, "bare")
            button.clicked.connect(lambda _=False, step=step: self.step(step))
            row.addWidget(button)
        return row

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._later.start()

    def shows(self, source: Source) -> bool:
        """Whether it shows, or is about to show, the changes that made this text of this original."""
        return self._of == (source.original, source.text)

    def wait_for(self, source: Source) -> None:
        """Show a source's original; its changed places follow by ``show_edits``."""
        before, self._of = self._of, (source.original, source.text)
        self._edits, self._starts, self._places, self._at = (), [], [], -1
        self.count.setText("Looking for the changed places…")
        if before is None or before[0] != source.original:
            original = shown(source.original)
            self._offsets = Offsets(original)
            self.text.setPlainText(original)
        self._mark()

    def show_edits(self, source: Source, edits: Sequence[Edit]) -> None:
        """Mark the edits that make the source's text of its original, unless something else is shown by now."""
        if not self.shows(source):
            return
        self._edits, self._starts = edits, [edit.start for edit in edits]
        self._places = Edits(edits).spans()
        self._say()
        self._mark()

    def step(self, by: int) -> None:
        """Go to the next changed place (1), or to the one before (-1); after the last comes the first."""
        if not self._edits:
            return
        self._at = (self._at + by) % len(self._edits) if self._at >= 0 else 0 if by > 0 else len(self._edits) - 1
        self._say()
        cursor = self._cursor(self._edits[self._at])
        if not cursor.hasSelection():
            cursor.clearSelection()
        self.text.setTextCursor(cursor)
        self.text.centerCursor()
        self.place_shown.emit(*self._places[self._at])

    def _say(self) -> None:
        count = len(self._edits)
        if not count:
            self.count.setText("The article is as it came.")
        elif self._at < 0:
            self.count.setText(f"{count:,} changed place{'s' if count != 1 else ''}")
        else:
            self.count.setText(f"Changed place {self._at + 1:,} of {count:,}")

    def _cursor(self, edit: Edit) -> QTextCursor:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._offsets.to_qt(edit.start))
        cursor.setPosition(self._offsets.to_qt(edit.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _mark(self) -> None:
        """Mark what is in view: struck through where words went, underlined where others came."""
        text, colours = self.text, tokens()
        top = self._offsets.to_text(text.firstVisibleBlock().position())
        bottom = self._offsets.to_text(text.cursorForPosition(text.viewport().rect().bottomRight()).position())
        first, last = bisect_left(self._starts, top), bisect_left(self._starts, bottom + 1)
        marks: list[QTextEdit.ExtraSelection] = []
        for edit in self._edits[max(0, first - 1) : last]:
            looks = QTextCharFormat()
            looks.setBackground(QColor(colours.warn_bg))
            looks.setForeground(QColor(colours.text))
            looks.setFontStrikeOut(not edit.words.strip())
            looks.setFontUnderline(bool(edit.words.strip()))
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = self._cursor(edit), looks
            marks.append(mark)
        text.setExtraSelections(marks)
