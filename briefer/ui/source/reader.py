"""Reader: shows an article with its highlights, and asks for words to be filed. All positions are code points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from briefer.model.brief import Kind
from briefer.model.source import Source, SourceHeading, paragraph_starts
from briefer.ui.offsets import Offsets
from briefer.ui.source.article import EDGE, TOP, lay_out, measure, replace
from briefer.ui.source.geometry import blocks_between
from briefer.ui.source.gutters import MARKERS_WIDTH, NUMBERS_WIDTH, MarkerGutter, NumberGutter
from briefer.ui.source.highlights import Highlight, Marks, Spans, described
from briefer.ui.source.overlay import Overlay
from briefer.ui.text.difference import Replacement, difference
from briefer.ui.theme import article_font, tokens

CAPTURE_KEYS: dict[int, Kind] = {
    Qt.Key.Key_A: "actor", Qt.Key.Key_X: "action", Qt.Key.Key_S: "stake", Qt.Key.Key_Q: "quote",
}  # fmt: skip
FLASH = 1200
"""Milliseconds for which a revealed passage is framed."""


_HANDLED = frozenset(
    {QEvent.Type.Resize, QEvent.Type.ShortcutOverride, QEvent.Type.PaletteChange, QEvent.Type.StyleChange}
)


class Reader(QTextEdit):
    """A source's text, read-only, with the highlights of its entries.

    Keys without modifiers, while it has the focus: A X S Q emit ``capture_requested`` with the kind, ``.`` selects
    the sentence and then the paragraph, Enter on a highlight emits ``entry_activated`` with the entry's id, as do a
    double click on it and a click on its marker. ``selection_changed`` tells that the selection or the caret
    moved. It takes no drops, so that a file dropped on it reaches the window.
    """

    capture_requested = Signal(str)
    selection_changed = Signal()
    entry_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._headings: tuple[SourceHeading, ...] = ()
        self._offsets = Offsets("")
        self._highlights: list[Highlight] = []
        self._marks = Marks()
        self._overlay = Overlay(self._marks)
        self._last_selection = (0, 0)
        self._numbers, self._markers = NumberGutter(self, self._marks), MarkerGutter(self, self._marks)
        self._markers.activated.connect(self.entry_activated)
        self._flash_timer = QTimer(self, singleShot=True, interval=FLASH)
        self._flash_timer.timeout.connect(self._end_flash)
        self._set_up()

    def _set_up(self) -> None:
        self.setAccessibleName("Source text")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDefaultFont(article_font())
        for gutter in (self._numbers, self._markers):
            self.document().documentLayout().documentSizeChanged.connect(gutter.update)
        self.cursorPositionChanged.connect(self._tell_selection)
        self.selectionChanged.connect(self._tell_selection)

    # What is shown

    def text(self) -> str:
        """The text as it was given: what Qt would return lacks the no-break spaces."""
        return self._text

    def show_source(self, text: str, headings: Iterable[SourceHeading] = ()) -> None:
        """Show a source's text; nothing happens if all is the same.

        What did not change keeps its place in the view, the caret and the selection; where the words in view were
        replaced (by another source, say), the view goes to the beginning of the new ones. The highlights are kept
        as they are until ``set_highlights`` gives those that fit the text.
        """
        headings = tuple(headings)
        if text == self._text and headings == self._headings:
            return
        change, place, selection = difference(self._text, text), self._top_of_view(), self._anchor_and_caret()
        if text != self._text:
            replace(self, self._text, text, change)
            self._text, self._offsets = text, Offsets(text)
        self._headings = headings
        to_qt = self._offsets.to_qt
        levels = {to_qt(heading.start): heading.level for heading in headings}
        lay_out(self.document(), levels, to_qt(change.start), to_qt(change.new_end))
        starts = paragraph_starts(Source(id="", text=text, headings=headings))
        self._marks.numbers = {to_qt(start): number for number, start in enumerate(starts, 1)}
        self._rebuild_spans()
        kept = [change.start if change.covers(at) else change.moved(at) for at in selection]
        if kept != self._anchor_and_caret():  # asking Qt for the caret's place has a long text laid out to its end
            self.select(*kept)
        self._keep_place(place, change)

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Show these highlights and no others."""
        if list(highlights) != self._highlights:
            self._highlights = list(highlights)
            self._rebuild_spans()

    def set_current(self, entry_id: str) -> None:
        """Emphasise the passages of the open entry; an empty id emphasises none."""
        self._marks.current = entry_id
        self._redraw()

    def highlights_at(self, position: int) -> list[Highlight]:
        """The highlights around the character after a position, else around the one before; the shortest first."""
        at = self._offsets.to_qt(position)
        spans = self._marks.spans
        return [span.of for span in spans.at(at) or spans.at(at - 1)]

    def _rebuild_spans(self) -> None:
        self._marks.spans = Spans(self._highlights, self._offsets)
        self._redraw()

    def _redraw(self) -> None:
        for widget in (self.viewport(), self._numbers, self._markers):
            widget.update()

    def _top_of_view(self) -> tuple[int, float] | None:
        """Start of the first block in view and where it stands; None at the top of the text."""
        if not self.verticalScrollBar().value():
            return None
        first = next(blocks_between(self, 0, 0), None)
        return first and (self._offsets.to_text(first.block.position()), first.corner.y())

    def _keep_place(self, place: tuple[int, float] | None, change: Replacement) -> None:
        if place is None:
            self.verticalScrollBar().setValue(0)
            return
        start, y = (change.start, TOP) if change.covers(place[0]) else (change.moved(place[0]), place[1])
        block = self.document().findBlock(self._offsets.to_qt(start))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top - y))

    # Selection and caret

    def caret(self) -> int:
        """Where the caret is."""
        return self._offsets.to_text(self.textCursor().position())

    def _anchor_and_caret(self) -> list[int]:
        cursor = self.textCursor()
        return [self._offsets.to_text(cursor.anchor()), self._offsets.to_text(cursor.position())]

    def selected_range(self) -> tuple[int, int] | None:
        """Start and end of the selection, if there is one."""
        cursor, to_text = self.textCursor(), self._offsets.to_text
        return (to_text(cursor.selectionStart()), to_text(cursor.selectionEnd())) if cursor.hasSelection() else None

    def select(self, start: int, end: int) -> None:
        """Select ``start`` to ``end``, the caret at the end, in view; out of range is the nearest place."""
        cursor = self._cursor_at(start)
        cursor.setPosition(self._cursor_at(end).position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def reveal(self, start: int, end: int) -> None:
        """Scroll a passage into view and frame it for a moment; focus, caret and selection stay as they are."""
        first, last = self._cursor_at(start), self._cursor_at(end)
        top, bottom = self.cursorRect(first).top(), self.cursorRect(last).bottom()
        height = self.viewport().height()
        if top < 0 or bottom > height:
            bar, above = self.verticalScrollBar(), max(TOP, (height - (bottom - top)) // 3)
            bar.setValue(bar.value() + top - above)
        self._overlay.flashed = (first.position(), last.position())
        self._flash_timer.start()
        self.viewport().update()

    def _end_flash(self) -> None:
        self._overlay.flashed = None
        self.viewport().update()

    def _cursor_at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._offsets.to_qt(max(0, min(position, len(self._text)))))
        return cursor

    def _tell_selection(self) -> None:
        cursor = self.textCursor()
        selection = (cursor.anchor(), cursor.position())
        if selection != self._last_selection:
            self._last_selection = selection
            self.selection_changed.emit()

    def expand_selection(self) -> None:
        """Select the sentence at the caret or around the selection; if that is selected, the paragraph."""
        from briefer.text.segment import paragraph_at, sentence_at

        start, end = self.selected_range() or (self.caret(), self.caret())
        for span in (sentence_at(self._text, start), paragraph_at(self._text, start)):
            if span and span[0] <= start and end <= span[1] and span != (start, end):
                self.select(*span)
                return

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the keys of reading; all others move and select as in any text."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in CAPTURE_KEYS:
            if not event.isAutoRepeat():
                self.capture_requested.emit(CAPTURE_KEYS[event.key()])
        elif event.text() == ".":  # on some keyboards it takes Shift
            self.expand_selection()
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.highlights_at(self.caret()):
            self.entry_activated.emit(self.highlights_at(self.caret())[0].entry_id)
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.textCursor().block().length() == 1:
                super().keyPressEvent(event)  # the empty line is only the space between two paragraphs

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take nothing: a QTextEdit whose text can be selected by keys lets an input method write, even read-only."""
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word; on a highlight, open its entry too."""
        super().mouseDoubleClickEvent(event)
        found = self._overlay.under(self, event.position())
        if found:
            self.entry_activated.emit(found[0].entry_id)

    def viewportEvent(self, event: QEvent) -> bool:
        """Name the entries under the pointer."""
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        found = self._overlay.under(self, event.pos().toPointF())
        QToolTip.showText(event.globalPos(), "\n".join(map(described, found)), self.viewport())
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints under the letters and lines over them, for what is in view alone."""
        drawn, colours = self._overlay.drawn(self, event.rect()), tokens()
        self._overlay.paint_under(self, drawn, colours)
        super().paintEvent(event)
        self._overlay.paint_over(self, drawn, colours)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the gutters along."""
        super().scrollContentsBy(dx, dy)
        self._numbers.scroll(0, dy)
        self._markers.scroll(0, dy)

    def event(self, event: QEvent) -> bool:
        """Make the column as wide as reads well before it is laid out, and repaint in new colours."""
        kind = event.type()  # asked once: each key brings nine events here
        if kind not in _HANDLED:
            return super().event(event)
        if kind == QEvent.Type.Resize:
            self._set_margins()
        elif kind == QEvent.Type.ShortcutOverride:
            if _is_editing(event):
                event.ignore()  # even a read-only QTextEdit claims these keys; here they are the window's
                return True
        else:
            self._redraw()
        done = super().event(event)
        if kind == QEvent.Type.Resize:
            self._place_gutters()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the viewport, which also changes when the scroll bar comes or goes."""
        super().resizeEvent(event)
        self._place_gutters()

    def _set_margins(self) -> None:
        # Room is kept for the scroll bar, so that its coming does not move the column.
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        column = round(measure(self.document().defaultFont())) + 2 * EDGE
        spare = max(0, room - NUMBERS_WIDTH - MARKERS_WIDTH - column)
        self.setViewportMargins(NUMBERS_WIDTH + spare // 2, 0, MARKERS_WIDTH + spare - spare // 2, 0)

    def _place_gutters(self) -> None:
        margins, shown = self.viewportMargins(), self.viewport().geometry()
        self._numbers.setGeometry(shown.left() - margins.left(), shown.top(), margins.left(), shown.height())
        self._markers.setGeometry(shown.right() + 1, shown.top(), margins.right(), shown.height())


def _is_editing(event: QEvent) -> bool:
    keys = QKeySequence.StandardKey
    editing = (keys.Undo, keys.Redo, keys.Cut, keys.Paste, keys.Delete)
    return isinstance(event, QKeyEvent) and any(map(event.matches, editing))
