"""TypedLine: a field of one line whose every edit becomes a step of the brief's history."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from briefer.ui.offsets import Offsets
from briefer.ui.text.difference import difference
from briefer.ui.text.history_keys import HistoryKeys, without_undo
from briefer.ui.text.too_long import MOST_OF_A_LINE, tell_refused

_LINE_ENDS = dict.fromkeys(map(ord, "\n\r\v\f\x85\u2028\u2029"), " ")


class TypedLine(QLineEdit):
    """Plain text of one line; a pasted line end becomes a space. What makes it too long is refused whole.

    ``typed`` carries the whole text after each edit by the user, and nothing while an input method composes.
    ``show_text`` never emits it. Positions are code points. It takes no drops, so that a file dropped on it
    reaches the window.
    """

    typed = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._composing = self._is_cut = False
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(MOST_OF_A_LINE)
        self.setAcceptDrops(False)
        HistoryKeys(self)
        self.textEdited.connect(self._tell)
        self.inputRejected.connect(self._refuse)

    def show_text(self, text: str) -> None:
        """Show another text; the caret stays with the words that it stood at."""
        new, old = text.translate(_LINE_ENDS), self._text
        if new == old:
            return
        caret = difference(old, new).moved(self.caret())
        self._text = new
        # Qt would cut off what is beyond, and the next key would make that the value.
        if (most := Offsets(new).to_qt(len(new)) + MOST_OF_A_LINE) > self.maxLength():
            self.setMaxLength(most)
        self.setText(new)
        self.set_caret(caret)

    def caret(self) -> int:
        """Where the caret is."""
        return Offsets(self._text).to_text(self.cursorPosition())

    def set_caret(self, position: int) -> None:
        """Put the caret there, without a selection; out of range is the nearest place."""
        self.setCursorPosition(Offsets(self._text).to_qt(max(0, min(position, len(self._text)))))

    def selected_range(self) -> tuple[int, int] | None:
        """Start and end of the selection, if there is one."""
        if not self.hasSelectedText():
            return None
        offsets = Offsets(self._text)
        return offsets.to_text(self.selectionStart()), offsets.to_text(self.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select ``start`` to ``end``, the caret at the end; out of range is the nearest place."""
        offsets, last = Offsets(self._text), len(self._text)
        begin = offsets.to_qt(max(0, min(start, last)))
        self.setSelection(begin, offsets.to_qt(max(0, min(end, last))) - begin)

    def _refuse(self) -> None:
        """Qt took as much as there was room for, or a line takes no such letters."""
        text = self.text()
        if Offsets(text).to_qt(len(text)) >= self.maxLength():
            self._is_cut = text != self._text
            tell_refused(self, MOST_OF_A_LINE)

    def _take_back(self) -> None:
        """Have the line as it was before something too long was put in."""
        change = difference(self._text, self.text())
        self.setText(self._text)
        self.select(change.start, change.old_end)

    def _tell(self) -> None:
        if self._composing:
            return
        if self._is_cut:
            self._is_cut = False
            self._take_back()
        text = self.text().translate(_LINE_ENDS)
        if text != self.text():
            caret = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(caret)
        if text != self._text:
            self._text = text
            self.typed.emit(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hold what composing does to the text (it may delete a selection) until it is committed or given up."""
        self._composing = True
        super().inputMethodEvent(event)
        self._composing = bool(event.preeditString())
        self._tell()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's menu without undo and redo."""
        menu = without_undo(self.createStandardContextMenu())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
