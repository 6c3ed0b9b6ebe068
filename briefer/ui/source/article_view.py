"""The article as it is shown: its text for reading, the highlights on it, the gutters beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from briefer.model.source import Source, SourceHeading, paragraph_starts
from briefer.ui.offsets import Offsets
from briefer.ui.source.article import EDGE, TOP, fill, holds, lay_out, measure, replace, set_page
from briefer.ui.source.geometry import blocks_between
from briefer.ui.source.gutters import MARKERS_WIDTH, NUMBERS_WIDTH, MarkerGutter, NumberGutter, gutter_scale
from briefer.ui.source.highlights import Highlight, Marks, Spans, described
from briefer.ui.source.overlay import Overlay
from briefer.ui.source.reading_keys import is_editing
from briefer.ui.source.sheets import Sheet, Sheets
from briefer.ui.text.difference import Replacement, difference
from briefer.ui.text.on_letters import click_on_letters, on_letters
from briefer.ui.theme import article_font, ui_font

FLASH = 1200
"""Milliseconds for which a revealed passage is framed."""
SMALLEST, USUAL, LARGEST = 12, 16, 28
"""Height of the letters in pixels: 100 % is the usual one."""
ZOOM_STEP = 10
"""Per cent for one notch of the wheel with Ctrl."""


class _Typed(NamedTuple):
    """An edit that was made in the document: where in Qt's positions, how far it moved what follows, whether it left
    the same lines, all with words.
    """

    change: Replacement
    at: int
    by: int
    within_line: bool


class ArticleView(QTextEdit):
    """A source's text, read-only, with the highlights of its entries. All positions are code points.

    ``entry_activated`` carries the id of the entry whose marker was clicked, ``zoom_changed`` the zoom in per cent.
    ``is_showing`` while it changes its document itself. It takes no drops, so that a file dropped on it reaches the
    window.
    """

    entry_activated = Signal(str)
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source_id, self._sheets = "", Sheets()
        self._text = ""
        self._headings: tuple[SourceHeading, ...] = ()
        self._offsets = Offsets("")
        self._highlights: list[Highlight] = []
        self._typed: _Typed | None = None
        self.is_showing = False
        self._marks = Marks()
        self._overlay = Overlay(self._marks)
        self._zoom, self._serif = 100, True
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
        # Letters are keys here, so that no input method may hold them back; it would also ask much at each key.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._show_document(self._new_document())

    # What is shown

    def text(self) -> str:
        """The text as it was given: what Qt would return lacks the no-break spaces."""
        return self._text

    @property
    def offsets(self) -> Offsets:
        """Where the positions of this text are in Qt's document."""
        return self._offsets

    def show_source(self, text: str, headings: Iterable[SourceHeading] = (), source_id: str = "") -> None:
        """Show a source's text; nothing happens if all is the same.

        What did not change keeps its place in the view, the caret and the selection; where the words in view were
        replaced, the view goes to the beginning of the new ones. Another source is shown from its beginning. The
        highlights of the same source are kept as they are until ``set_highlights`` gives those that fit the text.
        """
        if source_id != self._source_id:
            self._turn_to(source_id)
        headings, typed, self._typed = tuple(headings), self._typed, None
        if text == self._text and headings == self._headings and typed is None:
            return
        self.is_showing = True
        if typed is not None and text == self._text:
            self._text = text  # the very same object, so that the next comparison costs nothing
            self._set_out_typed(headings, typed)
        else:
            self._show_difference(text, headings)
        self.is_showing = False

    def _turn_to(self, source_id: str) -> None:
        """Show another source as it was shown last, or nothing yet."""
        before = Sheet(self.document(), self._text, self._headings, self._offsets, self._marks.numbers)
        if self._text and self._typed is None and holds(before.document, self._text):
            self._sheets.keep(self._source_id, before)
        else:  # empty, laid out by halves, or left in the middle of composing
            before.document.deleteLater()
        sheet = self._sheets.take(source_id, self._font())
        self._source_id, self._typed, self._highlights = source_id, None, []
        _, self._text, self._headings, self._offsets, self._marks.numbers = sheet or _NOTHING
        self._show_document(sheet.document if sheet else self._new_document())
        self._rebuild_spans()
        self.verticalScrollBar().setValue(0)

    def _new_document(self) -> QTextDocument:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._font())
        set_page(document)
        return document

    def _show_document(self, document: QTextDocument) -> None:
        self._end_flash()
        self.setExtraSelections([])  # they are places of the document before
        self.setDocument(document)
        for gutter in (self._numbers, self._markers):
            changed = document.documentLayout().documentSizeChanged
            changed.connect(gutter.update, Qt.ConnectionType.UniqueConnection)

    def _fill_anew(self) -> None:
        """Put the text into a new document, which takes a tenth of the time that changing all of the shown one does.

        Only of a text that is not typed in: what listens to the document would be left behind.
        """
        before, document = self.document(), self._new_document()
        fill(document, self._text, self._levels(), self._offsets)
        self._show_document(document)
        before.deleteLater()

    def take_typed(self, start: int, end: int, words: str) -> None:
        """Know of words that were typed into the document: they stand there now in place of ``start`` to ``end``.

        The source that has them, when it is shown, moves nothing.
        """
        before, units = self._text, self._offsets
        self._text = before[:start] + words + before[end:]
        self._offsets = units.after(start, end, words)
        change = Replacement(start, end, start + len(words))
        lines = _line(before, start, end), _line(self._text, start, change.new_end)
        within_line = all(line.strip() and "\n" not in line for line in lines)
        by = self._offsets.to_qt(change.new_end) - units.to_qt(end)
        self._typed = _Typed(change, self._offsets.to_qt(start), by, within_line)

    def _show_difference(self, text: str, headings: tuple[SourceHeading, ...]) -> None:
        change, place, selection = difference(self._text, text), self._top_of_view(), self._anchor_and_caret()
        old, self._headings = self._text, headings
        if text != old:
            self._text, self._offsets = text, Offsets(text)
        if self.isReadOnly() and 2 * (change.new_end - change.start) > len(text):
            self._fill_anew()
        else:
            self._set_out(old, change)
        self._number()
        self._rebuild_spans()
        kept = [change.start if change.covers(at) else change.moved(at) for at in selection]
        if kept != self._anchor_and_caret():  # asking Qt for the caret's place has a long text laid out to its end
            self.select(*kept)
        self._keep_place(place, change)

    def _set_out(self, old: str, change: Replacement) -> None:
        """Change what the document holds, and lay out what changed."""
        to_qt = self._offsets.to_qt
        if self._text != old:
            replace(self.document(), old, self._text, change)
        lay_out(self.document(), self._levels(), to_qt(change.start), to_qt(change.new_end))

    def _set_out_typed(self, headings: tuple[SourceHeading, ...], typed: _Typed) -> None:
        """The same after typing: at each key of a long article there is no time to look at all of it."""
        before, self._headings, to_qt = self._headings, headings, self._offsets.to_qt
        same = _moved(before, typed.change) == headings
        if typed.within_line and same:  # letters look like those beside them
            numbers = self._marks.numbers
            self._marks.numbers = {at + typed.by if at > typed.at else at: n for at, n in numbers.items()}
        else:
            lay_out(self.document(), self._levels(), typed.at, to_qt(typed.change.new_end), elsewhere=not same)
            self._number()
        self._redraw()

    def _number(self) -> None:
        to_qt = self._offsets.to_qt
        starts = paragraph_starts(Source(id="", text=self._text, headings=self._headings))
        self._marks.numbers = {to_qt(start): number for number, start in enumerate(starts, 1)}

    def _levels(self) -> dict[int, int]:
        return {self._offsets.to_qt(heading.start): heading.level for heading in self._headings}

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
        return self._marks.spans.beside(self._offsets.to_qt(position))

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

    def cursorForPosition(self, pos: QPoint) -> QTextCursor:
        """The place nearest to a point of the viewport."""
        return super().cursorForPosition(on_letters(self, pos.toPointF()).toPoint())

    # Zoom

    def zoom(self) -> int:
        """The size of the letters in per cent of the usual one."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the article in another size, within what is readable; what is in view stays."""
        percent = max(SMALLEST * 100 // USUAL, min(percent, LARGEST * 100 // USUAL))
        if percent != self._zoom:
            self._zoom = percent
            self._dress()
            self.zoom_changed.emit(percent)

    def set_serif(self, *, on: bool) -> None:
        """Show the article in a serif, or in the font of the window."""
        if on != self._serif:
            self._serif = on
            self._dress()

    def _font(self) -> QFont:
        pixels = round(USUAL * self._zoom / 100)
        return article_font(pixels) if self._serif else ui_font(pixels)

    def _dress(self) -> None:
        place = self._top_of_view()
        if self.isReadOnly():
            self._dress_anew()
        else:
            self.document().setDefaultFont(self._font())
            lay_out(self.document(), self._levels(), 0, self.document().characterCount())
            self._set_margins()
        self._place_gutters()
        self._keep_place(place, Replacement(0, 0, 0))
        self._redraw()

    def _dress_anew(self) -> None:
        selection, before = self._anchor_and_caret(), self.document()
        with QSignalBlocker(self):  # the selection stays
            self._show_document(self._new_document())
            before.deleteLater()
            self._set_margins()  # with nothing shown, or all would be laid out twice
            self._fill_anew()
            if any(selection):
                self.select(*selection)

    # Events

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            self.set_zoom(self._zoom + (ZOOM_STEP if turn > 0 else -ZOOM_STEP if turn else 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Name the entries under the pointer; let a click between two lines be one on the letters."""
        if type(event) is QMouseEvent:
            return super().viewportEvent(click_on_letters(self, event))
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        found = self._overlay.under(self, event.pos().toPointF())
        QToolTip.showText(event.globalPos(), "\n".join(map(described, found)), self.viewport())
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints under the letters and lines over them, for what is in view alone."""
        drawn = self._overlay.drawn(self, event.rect())
        self._overlay.paint_under(self, drawn)
        super().paintEvent(event)
        self._overlay.paint_over(self, drawn)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the gutters along."""
        super().scrollContentsBy(dx, dy)
        self._numbers.scroll(0, dy)
        self._markers.scroll(0, dy)

    def event(self, event: QEvent) -> bool:
        """Make the column as wide as reads well before it is laid out, and leave the window its keys."""
        # By class, and without super(), because each key brings nine events here.
        kind = type(event)
        if kind is QKeyEvent:
            if event.type() == QEvent.Type.ShortcutOverride and is_editing(cast("QKeyEvent", event)):
                event.ignore()
                return True
        elif kind is QResizeEvent:
            self._set_margins()
            done = QTextEdit.event(self, event)
            self._place_gutters()
            return done
        return QTextEdit.event(self, event)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in new colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the viewport, which also changes when the scroll bar comes or goes."""
        super().resizeEvent(event)
        self._place_gutters()

    def _set_margins(self) -> None:
        # Room is kept for the scroll bar, so that its coming does not move the column.
        room = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        font = self._font()
        column, scale = round(measure(font)) + 2 * EDGE, gutter_scale(font)
        numbers, markers = round(NUMBERS_WIDTH * scale), round(MARKERS_WIDTH * scale)
        spare = max(0, room - numbers - markers - column)
        self.setViewportMargins(numbers + spare // 2, 0, markers + spare - spare // 2, 0)

    def _place_gutters(self) -> None:
        margins, shown = self.viewportMargins(), self.viewport().geometry()
        self._numbers.setGeometry(shown.left() - margins.left(), shown.top(), margins.left(), shown.height())
        self._markers.setGeometry(shown.right() + 1, shown.top(), margins.right(), shown.height())


_NOTHING: tuple[None, str, tuple[SourceHeading, ...], Offsets, dict[int, int]] = (None, "", (), Offsets(""), {})


def _line(text: str, start: int, end: int) -> str:
    """The line around a stretch; more than one if the stretch holds line ends."""
    stop = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if stop < 0 else stop]


def _moved(headings: tuple[SourceHeading, ...], change: Replacement) -> tuple[SourceHeading, ...]:
    """Headings after a change that is in none of them, or within one."""
    by = change.new_end - change.old_end
    return tuple(
        heading
        if heading.end < change.start
        else SourceHeading(
            heading.start + (by if heading.start > change.start else 0), heading.end + by, heading.level
        )
        for heading in headings
    )
