"""TypedText: a field of several lines whose every edit becomes a step of the brief's history."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from briefer.ui.offsets import Offsets
from briefer.ui.text.difference import difference
from briefer.ui.text.history_keys import HistoryKeys, without_undo
from briefer.ui.text.too_long import MOST_OF_A_TEXT, tell_refused

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
LEAST_LINES = 2


class TypedText(QTextEdit):
    """Plain text of several lines, as high as its content between ``least_lines`` and ``most_lines`` (0: no limit).

    ``typed`` carries the whole text after each edit by the user, and nothing while an input method composes.
    ``show_text`` never emits it. Text is ``str`` with ``\\n`` line ends; positions are code points. It takes no
    drops, so that a file dropped on it reaches the window.
    """

    typed = Signal(str)

    def __init__(
        self,
        name: str,
        placeholder: str = "",
        most_lines: int = 12,
        least_lines: int = LEAST_LINES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._composing = False
        self._most_lines, self._least_lines = most_lines, least_lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not most_lines:  # it would come and go, and the lines be wrapped anew, until the height has followed
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        HistoryKeys(self)
        self.document().contentsChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def text(self) -> str:
        """What is shown, without what an input method is composing."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text by the smallest difference: caret and scroll position stay where they can."""
        new, old = _LINE_ENDS.sub("\n", text), self._text
        if new == old:
            return
        if self._composing:  # which may have taken a selection away
            old = self._held()
        change, offsets = difference(old, new), Offsets(old)
        self._text = new  # first, so that _tell sees nothing that the user did
        cursor = QTextCursor(self.document())
        cursor.setPosition(offsets.to_qt(change.start))
        cursor.setPosition(offsets.to_qt(change.old_end), QTextCursor.MoveMode.KeepAnchor)
        top = self.verticalScrollBar().value()
        cursor.insertText(new[change.start : change.new_end])
        self.verticalScrollBar().setValue(top)

    def caret(self) -> int:
        """Where the caret is."""
        return Offsets(self._text).to_text(self.textCursor().position())

    def set_caret(self, position: int) -> None:
        """Put the caret there, without a selection, and bring it into view."""
        self.select(position, position)

    def selected_range(self) -> tuple[int, int] | None:
        """Start and end of the selection, if there is one."""
        cursor, offsets = self.textCursor(), Offsets(self._text)
        if not cursor.hasSelection():
            return None
        return offsets.to_text(cursor.selectionStart()), offsets.to_text(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select ``start`` to ``end``, the caret at the end, in view; out of range is the nearest place."""
        offsets, cursor, last = Offsets(self._text), self.textCursor(), len(self._text)
        cursor.setPosition(offsets.to_qt(max(0, min(start, last))))
        cursor.setPosition(offsets.to_qt(max(0, min(end, last))), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _tell(self) -> None:
        if self._composing:
            return
        text = self._held()
        if text != self._text:
            self._text = text
            self.typed.emit(text)

    def _held(self) -> str:
        """What the document holds: with an input method at work, perhaps not the text."""
        # toPlainText would turn each no-break space into a space.
        return _LINE_ENDS.sub("\n", self.document().toRawText())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hold what composing does to the text (it may delete a selection) until it is committed or given up."""
        self._composing = True
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())
        self._tell()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Only text is taken."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text; too much of it is refused whole."""
        words = source.text()
        if len(words) > MOST_OF_A_TEXT:
            tell_refused(self, MOST_OF_A_TEXT)
            return
        self.textCursor().insertText(self.fitting(words))
        self.ensureCursorVisible()

    def fitting(self, words: str) -> str:
        """Pasted words as this field takes them."""
        return _LINE_ENDS.sub("\n", words)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's menu without undo and redo."""
        menu = without_undo(self.createStandardContextMenu(event.pos()))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def sizeHint(self) -> QSize:
        """As high as the text, within the limits."""
        line = self.fontMetrics().lineSpacing()
        margins = self.contentsMargins()
        around = int(2 * self.document().documentMargin()) + margins.top() + margins.bottom()
        height = max(
            int(self.document().size().height()) + margins.top() + margins.bottom(), self._least_lines * line + around
        )
        if self._most_lines:
            height = min(height, self._most_lines * line + around)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """As high as ``sizeHint``, because the height is fixed by the text."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
