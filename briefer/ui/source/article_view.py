"""The article as it is shown: its text for reading, the highlights on it, the gutters beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from briefer.model.source import SourceHeading
from briefer.ui.offsets import Offsets
from briefer.ui.source.article import fill, filling, holds, lay_out, levels_of, numbers_of, put, replace
from briefer.ui.source.article_dress import DressedArticle
from briefer.ui.source.article_places import DRESS, NUMBER, REVEAL, is_long
from briefer.ui.source.hidden_marks import HiddenMarks
from briefer.ui.source.highlights import Highlight, Spans, described
from briefer.ui.source.sheets import Sheet, Sheets
from briefer.ui.source.typed import Typed, moved, typed_between
from briefer.ui.text.difference import Replacement, difference
from briefer.ui.text.laying import made_or_gone
from briefer.ui.text.on_letters import click_on_letters

ZOOM_STEP = 10
"""Per cent for one notch of the wheel with Ctrl."""


class ArticleView(DressedArticle):
    """A source's text, read-only, with the highlights of its entries. All positions are code points.

    ``entry_activated`` carries the id of the entry whose marker was clicked, ``zoom_changed`` the zoom in per cent;
    ``dressed_anew`` tells that the colours are others, ``to_change`` that another text is shown in the next moment.
    ``is_showing`` while it changes its document itself. It takes no drops, so that a file dropped on it reaches the
    window.
    """

    entry_activated = Signal(str)
    dressed_anew = Signal()
    to_change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source_id, self._sheets = "", Sheets()
        self._hidden = HiddenMarks()
        self._highlights: list[Highlight] = []
        self._typed: Typed | None = None
        self.is_showing = False
        self._markers.activated.connect(self.entry_activated)
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

    def show_source(self, text: str, headings: Iterable[SourceHeading] = (), source_id: str = "") -> None:
        """Show a source's text; nothing happens if all is the same.

        What did not change keeps its place in the view, the caret and the selection; where the words in view were
        replaced, the view goes to the beginning of the new ones. Another source is shown from its beginning. The
        highlights of the same source are kept as they are until ``set_highlights`` gives those that fit the text.
        """
        if turned := source_id != self._source_id:
            self._turn_to(source_id)
        headings, typed, self._typed = tuple(headings), self._typed, None
        if text == self._text and headings == self._headings and typed is None:
            return
        self._stay()
        if turned and not self._text and is_long(text) and self.isReadOnly():
            self._show_by_and_by(text, headings)
            return
        self.to_change.emit()
        self.is_showing = True
        if typed is not None and text == self._text:
            self._text = text  # the very same object, so that the next comparison costs nothing
            self._set_out_typed(headings, typed)
        else:
            self._show_difference(text, headings)
        self.is_showing = False

    def preparing(self, text: str, headings: Iterable[SourceHeading], source_id: str) -> Iterator[None]:
        """Make ready to show another source, step by step: a long text is put into a document nobody sees yet."""
        if not is_long(text):
            return
        document, offsets, headings = self._new_document(), Offsets(text), tuple(headings)
        with made_or_gone(document):
            yield from filling(document, text, levels_of(headings, offsets), offsets)
        sheet = Sheet(document, text, headings, offsets, numbers_of(text, headings, offsets))
        yield
        self._settle()
        self._turn_to("")
        self._sheets.keep(source_id, sheet)

    def _turn_to(self, source_id: str) -> None:
        """Show another source as it was shown last, or nothing yet."""
        self._work.finish(NUMBER)
        for work in (DRESS, REVEAL):
            self._work.drop(work)
        self._before_dressing = self._begins_at = None
        self.setUpdatesEnabled(True)
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
        self._typed = typed_between(before, units, self._text, self._offsets, change)

    def restore(self, start: int, old_end: int, new_end: int) -> None:
        """Have the document hold the text again where it was changed and nobody was told (Qt's positions)."""
        begin, end = self._offsets.to_text(start), min(self._offsets.to_text(old_end), len(self._text))
        document, self.is_showing = self.document(), True
        # What Qt reports can reach one beyond the end of the document.
        put(document, start, min(new_end, document.characterCount() - 1), self._text[begin:end])
        self._lay_out(self._headings, Replacement(begin, end, end))
        self.is_showing = False

    def _show_difference(self, text: str, headings: tuple[SourceHeading, ...]) -> None:
        change, place, selection = difference(self._text, text), self._top_of_view(), self._anchor_and_caret()
        before, units, self._headings = self._headings, self._offsets, headings
        if changed := text != self._text:
            self._text, self._offsets = text, Offsets(text)
        if self.isReadOnly() and 2 * (change.new_end - change.start) > len(text):
            self._fill_anew()
        else:
            if changed:
                replace(self.document(), units, text, change)
            self._lay_out(before, change)
        self._number()
        self._rebuild_spans()
        kept = [change.start if change.covers(at) else change.moved(at) for at in selection]
        if kept != self._anchor_and_caret():  # asking Qt for the caret's place has a long text laid out to its end
            self.select(*kept)
        self._keep_place(place, change)

    def _show_by_and_by(self, text: str, headings: tuple[SourceHeading, ...]) -> None:
        """Show a long text from its beginning where nothing is shown, as soon as it is put into a document."""
        self._text, self._headings, self._offsets = text, headings, Offsets(text)
        self._marks.numbers = {}
        self._rebuild_spans()
        self._work.begin(NUMBER, self._numbering())
        self._work.begin(DRESS, self._dressing())

    def _numbering(self) -> Iterator[None]:
        self._number()
        self._redraw()
        yield

    def _lay_out(self, before: tuple[SourceHeading, ...], change: Replacement) -> None:
        """Lay out what the document holds another text of, and what was a heading before or is one now."""
        to_qt, levels = self._offsets.to_qt, self._levels()
        others = {*levels, *(to_qt(change.moved(heading.start)) for heading in before)}
        lay_out(self.document(), levels, to_qt(change.start), to_qt(change.new_end), others)

    def _set_out_typed(self, headings: tuple[SourceHeading, ...], typed: Typed) -> None:
        """The same after typing: at each key of a long article there is no time to look at all of it."""
        before, self._headings = self._headings, headings
        same = moved(before, typed.change) == headings
        if typed.within_line and same:  # letters look like those beside them
            numbers = self._marks.numbers
            self._marks.numbers = {at + typed.by if at > typed.at else at: n for at, n in numbers.items()}
        else:
            self._lay_out(before, typed.change)
            self._number()
        self._redraw()

    def _number(self) -> None:
        self._marks.numbers = numbers_of(self._text, self._headings, self._offsets)

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

    # Selection and caret

    # Zoom

    # Events

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._stay()
            super().wheelEvent(event)
        else:
            turn = event.angleDelta().y()
            self.set_zoom(self._zoom + (ZOOM_STEP if turn > 0 else -ZOOM_STEP if turn else 0))
            event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Name the entries under the pointer; let a click between two lines be one on the letters."""
        if type(event) is QMouseEvent:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._stay()
            return super().viewportEvent(click_on_letters(self, event))
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        point = event.pos().toPointF()
        found = self._overlay.under(self, point)
        hidden = self._hidden.under(self, self._text, self._offsets, point)
        QToolTip.showText(event.globalPos(), "\n".join([*hidden, *map(described, found)]), self.viewport())
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints under the letters and lines over them, for what is in view alone."""
        drawn = self._overlay.drawn(self, event.rect())
        self._overlay.paint_under(self, drawn)
        super().paintEvent(event)
        self._overlay.paint_over(self, drawn)
        self._hidden.paint(self, self._text, self._offsets)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the gutters along."""
        super().scrollContentsBy(dx, dy)
        self._numbers.scroll(0, dy)
        self._markers.scroll(0, dy)

    def _before_key(self) -> None:
        """Let a key find the text as it is seen, and go on from there."""
        if self._work.going:
            if self._before_dressing is not None:
                self._settle()
            self._work.drop(REVEAL)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in new colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._redraw()
            self.dressed_anew.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the viewport, which also changes when the scroll bar comes or goes.

        The column is made as wide as reads well before the text is laid out in it.
        """
        self._set_margins()  # where they change the viewport, that has brought another event here
        if event.size() == self.viewport().size() or not self.viewport().isVisible():
            super().resizeEvent(event)
        self._place_gutters()


_NOTHING: tuple[None, str, tuple[SourceHeading, ...], Offsets, dict[int, int]] = (None, "", (), Offsets(""), {})
