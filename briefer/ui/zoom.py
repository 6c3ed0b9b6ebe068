"""The zoom: larger and smaller, in the source or the preview, whichever was used last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefer.ui.memo.pane import MemoPane
from briefer.ui.source.pane import SourcePane

if TYPE_CHECKING:
    from briefer.ui.source.reader import Reader

_STEP = 10
"""Per cent of the article's own size from one size to the next."""

_GROWTH = 1.1
"""From one size of the pages to the next."""


class Zoom(QObject):
    """Makes article and pages larger and smaller, and remembers how large they were.

    ``shown`` carries what the zoom works on now ("source") and its size in words ("110 %"). ``sizes`` are those that
    were remembered.
    """

    shown = Signal(str, str)

    def __init__(self, source: SourcePane, memo: MemoPane, sizes: Mapping[str, int], parent: QObject) -> None:
        super().__init__(parent)
        self._source, self._memo = source, memo
        self._wanted = dict(sizes)
        self._in_preview = self._met_pages = False
        source.reader_made.connect(self._meet_reader)
        memo.turned.connect(self._meet_pages)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by the ids of the table of actions."""
        return {
            "zoom_in": partial(self.step, 1),
            "zoom_out": partial(self.step, -1),
            "zoom_back": partial(self.step, 0),
        }

    def step(self, by: int) -> None:
        """A size up (1) or down (-1), or back (0) to the article's own size, the pages to the width they have."""
        if self._in_preview:
            pages = self._memo.preview.pages
            pages.set_zoom(pages.zoom() * _GROWTH**by if by else None)
        elif self._source.source is not None:
            reader = self._source.reader
            reader.set_zoom(reader.zoom() + by * _STEP if by else 100)

    def sizes(self) -> Mapping[str, int]:
        """The sizes of "source" and "preview" in per cent, to be remembered; 0 or none: its own size."""
        return self._wanted

    def _meet_reader(self, reader: Reader) -> None:
        if size := self._wanted.get("source"):
            reader.set_zoom(size)
        reader.zoom_changed.connect(self._reader_zoomed)
        self.tell()

    def _meet_pages(self, preview: bool) -> None:
        if preview and not self._met_pages:
            self._met_pages, pages = True, self._memo.preview.pages
            if size := self._wanted.get("preview"):
                pages.set_zoom(size / 100)
            pages.zoom_changed.connect(self._pages_zoomed)
        self._in_preview = preview
        self.tell()

    def _follow(self, before: QWidget | None, focus: QWidget | None) -> None:
        """What the keyboard goes to is what is used."""
        in_preview = self._in_preview
        if focus is not None and self._source.isAncestorOf(focus):
            in_preview = False
        elif focus is not None and self._memo.isAncestorOf(focus):
            in_preview = self._memo.previewing
        if in_preview != self._in_preview:
            self._in_preview = in_preview
            self.tell()

    def _reader_zoomed(self, percent: int) -> None:
        self._wanted["source"] = percent
        self._in_preview = False
        self.tell()

    def _pages_zoomed(self, percent: int) -> None:
        self._wanted["preview"] = percent
        self._in_preview = True
        self.tell()

    def tell(self) -> None:
        """Say what is shown how large."""
        percent = self._wanted.get("preview" if self._in_preview else "source", 0)
        size = f"{percent} %" if percent else "Fit width" if self._in_preview else "100 %"
        self.shown.emit("preview" if self._in_preview else "source", size.replace(" %", "\u202f%"))
