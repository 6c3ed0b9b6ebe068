"""The preview: the memo's pages as they will be printed, on a desk in the window's colours."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QWidget

from briefer.memo.blocks import Facts, Memo, Run
from briefer.pdf.faces import PRINTED, UNIT, Inks
from briefer.pdf.pages import Pages
from briefer.render.groups import safe_link
from briefer.ui import turns
from briefer.ui.theme import tokens
from briefer.ui.tokens import Tokens

MARGIN = 16
"""Around and between the pages, in logical pixels."""

SMALLEST, LARGEST = 0.25, 5.0
_ZOOM_STEP = 1.1
_LINE = 40
_FOCUS_LINE = 2
_NOTCH = 120
_PIXELS_A_POINT = 96 / 72

SLICE = 0.012
"""Seconds of layout at a stretch: the window answers keys in between."""

_NOTHING = Memo(Facts(title=""), ())
_ENDS = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class PageView(QAbstractScrollArea):
    """Shows the pages of a memo, as wide as the view unless another zoom is set.

    ``entry_activated`` carries the id of the entry that clicked words came from, or the words that cite a clicked
    note; ``link_activated`` an address, which nobody has opened yet; ``laid_out`` tells that ``pages`` are now those
    of the memo shown last; ``zoom_changed`` carries the zoom that was set in per cent, 0 for the width of the view.
    """

    entry_activated = Signal(str)
    link_activated = Signal(str)
    laid_out = Signal()
    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Memo pages")
        self.setAccessibleDescription("No pages yet")
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # One that comes and goes would change the width that the pages fit, and with it whether it is needed.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_LINE)
        self.horizontalScrollBar().setSingleStep(_LINE)
        self.viewport().setMouseTracking(True)
        self._memo: Memo | None = None
        self._inks = _inks(tokens())
        self._pages = self._coming = Pages(_NOTHING, self._inks)
        self._blank = True
        self._work: Iterator[None] | None = None
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take_turn)
        self._zoom: float | None = None
        self._pitch = 0.0
        self._pressed: Run | None = None
        self._measure()

    @property
    def pages(self) -> Pages:
        """The pages that are shown; while a long memo is being laid out, those from before."""
        return self._pages

    def show_memo(self, memo: Memo) -> None:
        """Show a memo, or the same one after an edit, and stay at the same place.

        What takes longer than a moment goes on when the window has nothing else to do; a newer memo replaces it.
        """
        self._memo = memo
        self._work = self._coming.steps(memo)
        self._take_turn()

    def zoom(self) -> float:
        """Size of the pages on the screen; 1 is their size on paper."""
        return self._scale() * UNIT / _PIXELS_A_POINT

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages in this size, within bounds; None fits them to the width of the view."""
        self._zoom = None if zoom is None else min(max(zoom, SMALLEST), LARGEST)
        self._measure()
        self.zoom_changed.emit(0 if self._zoom is None else round(self._zoom * 100))

    def go_to_block(self, block: int) -> None:
        """Scroll to the page where a block of the memo begins."""
        self.verticalScrollBar().setValue(round(self._pages.page_of(block) * self._pitch))

    def go_to_place(self, page: int, top: float) -> None:
        """Scroll until a place so far from the top of a page stands in the upper third of the view."""
        place = page * self._pitch + MARGIN + top * self._scale()
        self.verticalScrollBar().setValue(round(place - self.viewport().height() / 3))

    def run_at(self, point: QPointF) -> Run | None:
        """The run under a point of the viewport."""
        y = point.y() + self.verticalScrollBar().value() - MARGIN
        page, scale = int(y // self._pitch), self._scale()
        if not 0 <= page < self._pages.count:
            return None
        return self._pages.hit(page, (point.x() - self._left()) / scale, (y - page * self._pitch) / scale)

    def _take_turn(self) -> None:
        if turns.is_free(self):
            self._go_on()
        else:
            self._turn.start()

    def _go_on(self) -> None:
        """Lay out for one slice of time; the rest later."""
        assert self._work is not None
        until = perf_counter() + SLICE
        for _ in self._work:
            if perf_counter() > until:
                turns.worked(self)
                self._turn.start()
                return
        self._turn.stop()
        self._work, self._pages, self._blank = None, self._coming, False
        count = self._pages.count
        self.setAccessibleDescription("1 page" if count == 1 else f"{count} pages")
        self._measure()
        self.laid_out.emit()

    def _scale(self) -> float:
        """Logical pixels in a twentieth of a point."""
        if self._zoom is not None:
            return self._zoom * _PIXELS_A_POINT / UNIT
        return max(self.viewport().width() - 2 * MARGIN, MARGIN) / self._pages.size[0]

    def _sheet(self) -> QSizeF:
        """Size of a page on the screen."""
        width, height = self._pages.size
        return QSizeF(width * self._scale(), height * self._scale())

    def _left(self) -> float:
        """Where the pages begin in the viewport."""
        room = (self.viewport().width() - self._sheet().width()) / 2
        return max(room, MARGIN) - self.horizontalScrollBar().value()

    def _measure(self) -> None:
        """Fit the scroll bars to the pages, and keep the words in view where they are."""
        sheet, before = self._sheet(), self._pitch
        self._pitch = sheet.height() + MARGIN
        down, across, view = self.verticalScrollBar(), self.horizontalScrollBar(), self.viewport().size()
        place = down.value() * (self._pitch / before if before else 1)
        down.setPageStep(view.height())
        down.setRange(0, max(round(self._pages.count * self._pitch) + MARGIN - view.height(), 0))
        down.setValue(round(place))
        across.setPageStep(view.width())
        across.setRange(0, max(round(sheet.width()) + 2 * MARGIN - view.width(), 0))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in view."""
        colours, exposed = tokens(), QRectF(event.rect())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(exposed, QColor(colours.well))
        top = self.verticalScrollBar().value() - MARGIN
        first = max(int((top + exposed.top()) // self._pitch), 0)
        last = min(int((top + exposed.bottom()) // self._pitch), self._pages.count - 1)
        for page in range(first, last + 1) if not self._blank else ():
            self._paint_page(painter, page, QPointF(self._left(), page * self._pitch - top), colours)
        if self.hasFocus():
            painter.fillRect(0, 0, self.viewport().width(), _FOCUS_LINE, QColor(colours.accent))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int, corner: QPointF, colours: Tokens) -> None:
        sheet, scale = QRectF(corner, self._sheet()), self._scale()
        painter.fillRect(sheet.adjusted(-1, -1, 1, 1), QColor(colours.line))
        painter.fillRect(sheet, QColor(colours.paper))
        painter.save()
        painter.translate(corner)
        painter.scale(scale, scale)
        self.paint_under(painter, page)
        self._pages.paint(painter, page)
        self.paint_over(painter, page)
        painter.restore()

    def paint_under(self, painter: QPainter, page: int) -> None:
        """What lies on a page under its words, in the page's own units; nothing here."""

    def paint_over(self, painter: QPainter, page: int) -> None:
        """What lies over its words; nothing here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the line that tells where the keyboard is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """In a theme with other inks the words are set anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and (inks := _inks(tokens())) != self._inks:
            self._inks = inks
            self._coming = Pages(_NOTHING, inks)
            if self._memo is not None:
                self.show_memo(self._memo)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End; pages and arrows are the scroll area's own."""
        if (action := _ENDS.get(Qt.Key(event.key()))) is not None:
            self.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom() * _ZOOM_STEP ** (event.angleDelta().y() / _NOTCH))
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over words that lead somewhere."""
        leads = _leads(self.run_at(event.position()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember what a click begins on."""
        self._pressed = self.run_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the words that were clicked."""
        run, self._pressed = self._pressed, None
        if run is None or run != self.run_at(event.position()):
            return
        if run.entry:
            self.entry_activated.emit(run.entry)
        elif link := safe_link(run.link):
            self.link_activated.emit(link)


def _leads(run: Run | None) -> bool:
    return run is not None and bool(run.entry or safe_link(run.link))


def _inks(colours: Tokens) -> Inks:
    """What is written with on the paper of a theme. The grounds let the paper shine through; contrast needs none."""
    if not colours.tinted:
        text, none = colours.paper_text, "#00000000"
        return Inks(text=text, grey=text, line=text, shade=none, tint=none, link=text, alone=True)
    return Inks(
        text=colours.paper_text, grey=PRINTED.grey, line=PRINTED.line, shade="#15000000", tint="#0b000000",
        link=PRINTED.link,
    )  # fmt: skip
