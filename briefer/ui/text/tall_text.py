"""TallText: a field that is as high as its text, however long that is."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from briefer.ui.slices import Slices
from briefer.ui.text.laying import laying
from briefer.ui.text.typed_text import TypedText

_LAY = "lay"
_MUCH = 6_000
"""Qt's positions of a text that take some milliseconds to be laid out."""


class TallText(TypedText):
    """A TypedText without limits to its height. Of a long one the lines are wrapped in another width by and by."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, most_lines=0, parent=parent)
        self._height_before: QSize | None = None
        self._laid = Slices(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines in the width that they have now. Qt would do so for another height too."""
        width, document = self.viewport().width(), self.document()
        if width == document.pageSize().width():
            self._fit_bar()
        elif document.characterCount() < _MUCH or not self.isVisible():
            super().resizeEvent(event)
        else:
            self._laid.begin(_LAY, self._laying(width))

    def _laying(self, width: int) -> Iterator[None]:
        document = self.document()
        if self._height_before is None:
            self._height_before = super().sizeHint()
        document.setPageSize(QSizeF(width, -1))
        yield
        yield from laying(document, document.characterCount() - 1)
        self._height_before = None
        self._fit_bar()
        self.updateGeometry()
        self.viewport().update()

    def _fit_bar(self) -> None:
        """Know how far the text can be scrolled: no further than it is seen, once its height has followed."""
        if self._height_before is None:
            seen, bar = self.viewport().height(), self.verticalScrollBar()
            bar.setPageStep(seen)
            bar.setRange(0, max(0, int(self.document().size().height()) - seen))

    def sizeHint(self) -> QSize:
        """As high as the text; while its lines are being wrapped anew, as high as it was."""
        return self._height_before or super().sizeHint()
