"""Typing in an article: the reader becomes a field for a while, and each edit a step of the brief's history."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextEdit, QWidget

from briefer.ui.fitting import ElidedLabel
from briefer.ui.source.reader import Reader
from briefer.ui.style_sheet import set_role
from briefer.ui.text.difference import difference

_LINE_ENDS = re.compile("\r\n|[\r\u2029]")
_CLAIMED = (
    QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod, QEvent.Type.MouseButtonDblClick,
)  # fmt: skip


class ArticleTyping(QObject):
    """Lets a person type in a reader. ``typed`` carries start and end of the words replaced, and what replaced them.

    Positions are code points of the text before the edit. The reader is told of the edit before ``typed`` is
    emitted (``Reader.take_typed``), so that showing the edited source moves nothing. ``left`` asks to end it (Esc).
    """

    typed = Signal(int, int, str)
    left = Signal()

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._changed: tuple[int, int, int] | None = None
        self._composing = False
        self.on = False

    @property
    def _reader(self) -> Reader:
        reader = self.parent()
        assert isinstance(reader, Reader)
        return reader

    def begin(self) -> None:
        """Make the reader a field: letters are letters from now on."""
        if self.on:
            return
        self.on = True
        reader = self._reader
        reader.installEventFilter(self)
        reader.setReadOnly(False)
        reader.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        reader.setAcceptRichText(False)
        reader.setTabChangesFocus(True)
        reader.setAcceptDrops(False)
        reader.setAccessibleName("Source text, editable")
        reader.document().contentsChange.connect(self._note)
        reader.document().contentsChanged.connect(self._tell)
        reader.to_change.connect(self._give_up)

    def end(self) -> None:
        """Make it a reader again."""
        if not self.on:
            return
        self._give_up()
        self.on = False
        reader = self._reader
        reader.to_change.disconnect(self._give_up)
        reader.document().contentsChange.disconnect(self._note)
        reader.document().contentsChanged.disconnect(self._tell)
        reader.removeEventFilter(self)
        reader.setReadOnly(True)
        reader.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        reader.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        reader.setAccessibleName("Source text")
        self._changed, self._composing = None, False

    def _note(self, at: int, removed: int, added: int) -> None:
        """Remember which stretch of the document is another: start, its end before, its end now (Qt's positions)."""
        if self._changed is None:
            self._changed = (at, at + removed, at + added)
            return
        start, old_end, new_end = self._changed
        reached = max(new_end, at + removed)
        self._changed = (min(start, at), old_end + reached - new_end, reached - removed + added)

    def _tell(self) -> None:
        if self._reader.is_showing:
            self._changed = None
        if self._composing or self._changed is None:
            return
        (start, old_end, new_end), self._changed = self._changed, None
        reader = self._reader
        text, offsets = reader.text(), reader.offsets
        cursor = QTextCursor(reader.document())
        cursor.setPosition(start)
        # What Qt reports can reach one beyond the end of the document.
        cursor.setPosition(min(new_end, reader.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        words = _LINE_ENDS.sub("\n", cursor.selectedText())
        begin, end = offsets.to_text(start), min(offsets.to_text(old_end), len(text))
        change = difference(text[begin:end], words)
        if change.start == change.old_end and change.start == change.new_end:
            return
        begin, end, words = begin + change.start, begin + change.old_end, words[change.start : change.new_end]
        reader.take_typed(begin, end, words)
        self.typed.emit(begin, end, words)

    # Events of the reader

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Give the reader's keys the meaning that they have in a field."""
        if event.type() not in _CLAIMED:
            return False
        reader = self._reader
        if isinstance(event, QInputMethodEvent):
            self._compose(event)
            return True
        if not isinstance(event, QKeyEvent):  # a double click opens no note here
            return False
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):  # they lead on, as everywhere
            return False
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()  # the window's
        elif event.type() == QEvent.Type.ShortcutOverride:
            QTextEdit.event(reader, event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not self._is_paragraph_key(event):
            QTextEdit.keyPressEvent(reader, event)
        return True

    def _compose(self, event: QInputMethodEvent) -> None:
        """Hold what composing does to the text (it may delete a selection) until it is committed or given up."""
        self._composing = True
        QTextEdit.inputMethodEvent(self._reader, event)
        self._composing = bool(event.preeditString())
        self._tell()

    def _give_up(self) -> None:
        """What is being composed goes, and what it was to replace is back: the text becomes another one."""
        if not self._composing:
            return
        QTextEdit.inputMethodEvent(self._reader, QInputMethodEvent())
        self._composing, changed, self._changed = False, self._changed, None
        if changed is not None:
            self._reader.restore(*changed)

    def _is_paragraph_key(self, event: QKeyEvent) -> bool:
        """Whether a key was one that parts or joins paragraphs, which an empty line lies between; it is done then."""
        key, cursor = event.key(), self._reader.textCursor()
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        block, free = cursor.block(), not cursor.hasSelection()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            cursor.insertText("\n" if shift else "\n\n")
        elif key == Qt.Key.Key_Backspace and free and cursor.atBlockStart() and _gap(block.previous()):
            cursor.setPosition(block.previous().position() - 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        elif key == Qt.Key.Key_Delete and free and cursor.atBlockEnd() and _gap(block.next()):
            cursor.setPosition(block.next().position() + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            return False
        self._reader.setTextCursor(cursor)
        self._reader.ensureCursorVisible()
        return True


def _gap(block: QTextBlock) -> bool:
    """Whether a block is the empty line between two paragraphs."""
    return block.isValid() and block.length() == 1 and block.previous().isValid() and block.next().isValid()


class EditBar(QFrame):
    """Says that the article is edited. ``done_requested`` asks to end it, ``replace_requested`` for the newer text on
    the clipboard, ``file_requested`` for one in a file.
    """

    done_requested = Signal()
    replace_requested = Signal()
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "edit-bar")
        self.setAccessibleName("Editing the article")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        words = ElidedLabel("Editing the text. Your notes keep their words.")
        replace, file, done = QPushButton("Replace by clipboard"), QPushButton("by file…"), QPushButton("Done")
        replace.setToolTip("Put the text on the clipboard, a newer version of the article, in place of this one")
        file.setToolTip("Put the text of a file, a newer version of the article, in place of this one")
        file.setAccessibleName("Replace by file")
        done.setToolTip("End editing (Esc)")
        replace.clicked.connect(self.replace_requested)
        file.clicked.connect(self.file_requested)
        done.clicked.connect(self.done_requested)
        row.addWidget(words)
        row.addStretch(1)
        for button in (replace, file, done):
            set_role(button, "small")
            row.addWidget(button)
