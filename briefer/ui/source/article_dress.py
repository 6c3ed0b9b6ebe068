"""The dress of an article: its font and size, the column that reads well in it, the gutters beside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QWidget

from briefer.model.source import SourceHeading
from briefer.ui.source.article import EDGE, filling, lay_out, levels_of, measure, set_page
from briefer.ui.source.article_places import DRESS, REVEAL, ArticlePlaces, is_long
from briefer.ui.source.gutters import MARKERS_WIDTH, NUMBERS_WIDTH, MarkerGutter, NumberGutter, gutter_scale
from briefer.ui.text.difference import Replacement
from briefer.ui.text.laying import ShortTurns, laying, made_or_gone
from briefer.ui.theme import article_font, ui_font

SMALLEST, USUAL, LARGEST = 12, 16, 28
"""Height of the letters in pixels: 100 % is the usual one."""


class Undressed(NamedTuple):
    """What was in view and selected before a text was put into another document: as ``_top_of_view`` gives it."""

    place: tuple[int, float] | None
    selection: list[int]


class DressedArticle(ArticlePlaces):
    """An article in a font and a size, with gutters. ``zoom_changed`` carries the zoom in per cent."""

    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: tuple[SourceHeading, ...] = ()
        self._zoom, self._serif = 100, True
        self._before_dressing: Undressed | None = None
        self._begins_at: int | None = None
        self._numbers, self._markers = NumberGutter(self, self._marks), MarkerGutter(self, self._marks)

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
        if document.findChild(ShortTurns) is None:
            ShortTurns(document)
        for gutter in (self._numbers, self._markers):
            changed = document.documentLayout().documentSizeChanged
            changed.connect(gutter.update, Qt.ConnectionType.UniqueConnection)

    def _levels(self) -> dict[int, int]:
        return levels_of(self._headings, self._offsets)

    def _dress(self) -> None:
        if self.isReadOnly():
            self._work.drop(REVEAL)
            self._work.begin(DRESS, self._dressing(), at_once=True)
            if not is_long(self._text):
                self._settle()
        else:
            place = self._top_of_view()
            self.document().setDefaultFont(self._font())
            lay_out(self.document(), self._levels(), 0, self.document().characterCount())
            self._set_margins()
            self._show_dressed(place)

    def _dressing(self) -> Iterator[None]:
        """Put the text into a new document in the font of now; the one before is seen until the new one is ready."""
        document = self._new_document()
        with made_or_gone(document):
            yield from filling(document, self._text, self._levels(), self._offsets)
            document.documentLayout()
            yield
            document.setPageSize(QSizeF(self.viewport().width(), -1))
            yield
        place, selection = self._before_dressing = self._before_dressing or Undressed(
            self._top_of_view(), self._anchor_and_caret()
        )
        self.setUpdatesEnabled(False)
        before = self.document()
        with QSignalBlocker(self):  # the selection stays
            self._show_document(document)
            self._set_margins()
        before.deleteLater()
        yield from laying(document, self._offsets.to_qt(max(*selection, place[0] if place else 0)))
        with QSignalBlocker(self):
            if any(selection):
                self.select(*selection)
        self._show_dressed(place)
        self._before_dressing = None
        self.setUpdatesEnabled(True)
        if self._begins_at is not None:
            self.setTextCursor(self._cursor_at(self._begins_at))
            self._begins_at = None

    def begin_at(self, position: int) -> None:
        """Put the caret where reading begins; where the text is still to come, with the text."""
        if self._work.is_going(DRESS):
            self._begins_at = position
        else:
            self.select(position, position)

    def _show_dressed(self, place: tuple[int, float] | None) -> None:
        self._place_gutters()
        self._keep_place(place, Replacement(0, 0, 0))
        self._redraw()

    def setReadOnly(self, ro: bool) -> None:
        """Let the text be typed in, or only read."""
        self._stay()
        super().setReadOnly(ro)

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

    def _redraw(self) -> None:
        for widget in (self.viewport(), self._numbers, self._markers):
            widget.update()
