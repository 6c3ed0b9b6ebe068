"""SectionText: where a section of the memo is written, with its citations as chips and its marks faint."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip, QWidget

from briefer.errors import BrieferError
from briefer.memo import formatting
from briefer.memo.formatting import Edited
from briefer.text.spans import Span
from briefer.ui.memo.chip_field import ChipField
from briefer.ui.memo.chip_text import ChipText
from briefer.ui.memo.cited_notes import CitedNotes
from briefer.ui.memo.section_clipboard import copied, dragged_entries, pasted
from briefer.ui.memo.section_looks import SectionLooks
from briefer.ui.text.on_letters import click_on_letters
from briefer.ui.theme import tokens, ui_font

_PIXELS, _LINE = 14, 21
"""The size of the letters, and the least distance from line to line."""
_MARGIN = 6
_STRETCH = 24
"""Sentences that get their lines in a few milliseconds."""
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SectionText(ChipField):
    """A section under the hands of whoever writes it: formats, keys, clipboard, drops, and what rests on nothing.

    ``edit_begins`` comes before whatever a person changes, ``step_ended`` before and after an edit that is a step of
    its own (formatting, a paste, a drop).
    ``citation_activated`` carries the ids that a click on a chip asks for, ``entry_dropped`` the ids of notes that
    were dropped and where, ``own_judgement_asked`` the span of a sentence that nothing supports,
    ``passage_asked`` a place in a sentence for which a passage is to be found, ``cite_asked`` that the open note be
    cited, ``link_asked`` that an address be asked for. ``refused`` carries why nothing was pasted or dropped, or not
    all of it. Dropped files go to the window.
    """

    edit_begins = Signal()
    step_ended = Signal()
    citation_activated = Signal(list)
    entry_dropped = Signal(list, int)
    own_judgement_asked = Signal(int, int)
    passage_asked = Signal(int)
    cite_asked = Signal()
    link_asked = Signal()
    refused = Signal(str)

    def __init__(
        self, name: str, placeholder: str = "", notes: CitedNotes | None = None, parent: QWidget | None = None
    ) -> None:
        """``notes`` may be shared with other sections, so that each note is looked up once for all."""
        super().__init__(name, placeholder, notes, parent)
        self._pressed = QPoint()
        self._colours = tokens()
        self.setFont(ui_font(_PIXELS))
        self.document().setDocumentMargin(_MARGIN)
        self._looks = SectionLooks(self.document())
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        self.textCursor().setBlockFormat(lines)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)

    # What is shown

    def set_unsupported(self, ranges: list[Span]) -> None:
        """Draw a line under these sentences (code points of the Markdown), which rest on nothing."""
        for _ in self.marking_unsupported(ranges):
            pass

    def marking_unsupported(self, ranges: list[Span]) -> Iterator[None]:
        """The same step by step, given up where the text becomes another one: all is drawn with the last step."""
        text, shown = self._text, self._shown
        before = {
            (selection.cursor.selectionStart(), selection.cursor.selectionEnd()): selection
            for selection in self.extraSelections()
        }
        drawn = {}
        for number, (start, end) in enumerate(ranges, start=1):
            place = shown.to_qt(start), shown.to_qt(end)
            drawn[place] = before[place] if place in before else self._underlined(*place)
            if number % _STRETCH == 0:
                yield
                if self._text != text:
                    return
        if drawn.keys() != before.keys():
            self.setExtraSelections(list(drawn.values()))

    def _underlined(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        """A line under what stands there, in Qt's positions."""
        selection = QTextEdit.ExtraSelection()
        selection.cursor = QTextCursor(self.document())
        selection.cursor.setPosition(start)
        selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        selection.format.setUnderlineColor(QColor(tokens().warn))
        return selection

    def unsupported_at(self, position: int) -> Span | None:
        """The sentence with a line under it that a position of the Markdown stands in or at."""
        for selection in self.extraSelections():
            start, end = self._span(selection)
            if start <= position <= end and start < end:
                return start, end
        return None

    def _span(self, selection: QTextEdit.ExtraSelection) -> Span:
        cursor = selection.cursor
        return self._shown.to_text(cursor.selectionStart()), self._shown.to_text(cursor.selectionEnd())

    # Edits

    def toggle_bold(self) -> None:
        """Make the selection, or the word at the caret, bold; or no longer."""
        self._edit(lambda text, start, end: formatting.toggle_emphasis(text, start, end, formatting.BOLD))

    def toggle_italic(self) -> None:
        """Make the selection, or the word at the caret, italic; or no longer."""
        self._edit(lambda text, start, end: formatting.toggle_emphasis(text, start, end, formatting.ITALIC))

    def toggle_list(self) -> None:
        """Make the selected lines items of a list; or no longer."""
        self._edit(formatting.toggle_list)

    def emphasis_at_caret(self) -> tuple[bool, bool]:
        """Whether the letters at the caret look bold and italic."""
        cursor = self.textCursor()
        at = cursor.positionInBlock() - (0 if cursor.atBlockStart() else 1)
        ranges = cursor.block().layout().formats()  # which own their formats
        here = [each for each in ranges if each.start <= at < each.start + each.length]
        bold = any(each.format.fontWeight() == QFont.Weight.Bold for each in here)
        return bold, any(each.format.fontItalic() for each in here)

    def link_address(self) -> str:
        """The address of the link at the caret; empty if there is none."""
        found = formatting.link_at(self._text, *self._selection())
        return found.address if found else ""

    def set_link(self, address: str) -> None:
        """Let the selection, or the word at the caret, lead to an address; an empty one takes the link off."""
        self._edit(lambda text, start, end: formatting.set_link(text, start, end, address))

    def paste_plain(self) -> None:
        """Paste without formats."""
        if (data := QGuiApplication.clipboard().mimeData()) is not None:
            self._paste(data, plain=True)

    def _selection(self) -> Span:
        return self.selected_range() or (self.caret(), self.caret())

    def _edit(self, change: formatting.Change) -> None:
        """Make a change that is a step of its own."""
        self.edit_begins.emit()
        edited = change(self._text, *self._selection())
        if edited.markdown != self._text:
            self.step_ended.emit()
            self._take(edited)
            self.step_ended.emit()
        else:
            self.select(edited.start, edited.end)

    def _take(self, edited: Edited) -> None:
        self._put(ChipText.of(edited.markdown))
        self._text = edited.markdown
        self.select(edited.start, edited.end)
        self.typed.emit(self._text)

    def _paste(self, data: QMimeData, *, plain: bool) -> None:
        try:
            markdown, said = pasted(data, plain=plain)
        except BrieferError as error:
            self.refused.emit(str(error))
            return
        self.edit_begins.emit()
        self.step_ended.emit()
        self.textCursor().insertText(markdown, QTextCharFormat())
        self.ensureCursorVisible()
        self.step_ended.emit()
        if said:
            self.refused.emit(said)

    # Chips

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a drag."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a chip asks for its note."""
        super().mouseReleaseEvent(event)
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.button() != Qt.MouseButton.LeftButton or moved >= QApplication.startDragDistance():
            return
        if self.textCursor().hasSelection():
            return
        note = self.note_under(event.position())
        if note is not None and not note.trouble:
            self.citation_activated.emit([note.ident])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a chip can be clicked."""
        super().mouseMoveEvent(event)
        chip = not event.buttons() and self._chip_under(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if chip else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the chip under the pointer cites; let a click between two lines be one on the letters."""
        if type(event) is QMouseEvent:
            return super().viewportEvent(click_on_letters(self, event))
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            note = self.note_under(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), note.description if note else "", self.viewport())
            return True
        return super().viewportEvent(event)

    # Keys and input

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on with a list; with Ctrl it is not for the text."""
        self.edit_begins.emit()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _RETURN:
            super().keyPressEvent(event)
        elif held == Qt.KeyboardModifier.NoModifier:
            self._break_line(formatting.break_line)
        elif held == Qt.KeyboardModifier.ShiftModifier:
            self._break_line(formatting.break_plainly)
        else:
            event.ignore()

    def _break_line(self, change: formatting.Change) -> None:
        self._take(change(self._text, *self._selection()))
        self.ensureCursorVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Leave the looks alone while an input method composes."""
        if not self._composing:
            self.edit_begins.emit()
        self._looks.composing = True
        super().inputMethodEvent(event)
        self._looks.composing = self._composing
        if not self._composing:
            block = self.textCursor().block()
            self._looks.lay_around(block.position(), block.position())

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of another theme."""
        super().changeEvent(event)
        # Also told of what leaves the colours as they are, as when the widget is first shown.
        if event.type() == QEvent.Type.PaletteChange and self._colours != tokens():
            self._colours = tokens()
            self._looks.refresh()
            spans = [span for span in map(self._span, self.extraSelections()) if span[0] < span[1]]
            self.setExtraSelections([])  # which have the colour from before
            self.set_unsupported(spans)

    # Clipboard and drops

    def createMimeDataFromSelection(self) -> QMimeData:
        """The selection as Markdown for Briefer, and in words for other programs."""
        start, end = self._selection()
        return copied(self._shown, start, end, self.labels)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text is taken, and notes that are dragged; files are the window's."""
        return bool(dragged_entries(source)) or (source.hasText() and not source.hasUrls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop text; its formats become Markdown."""
        self._paste(source, plain=False)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where what is dragged would go; a note stays where it was."""
        super().dragMoveEvent(event)
        if dragged_entries(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what is dropped where it is dropped."""
        self.edit_begins.emit()
        if idents := dragged_entries(event.mimeData()):
            where = self.cursorForPosition(event.position().toPoint()).position()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.entry_dropped.emit(idents, self._shown.to_text(where))
        else:
            super().dropEvent(event)
