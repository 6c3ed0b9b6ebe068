"""The plain preview: the memo as one long text that screen readers can read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser, QWidget

from briefer.memo.blocks import Memo
from briefer.render.html import html_body

_STYLE = ".marking, dt { font-weight: bold } th, td { padding: 3px 6px } th { text-align: left }"


class PlainPreview(QTextBrowser):
    """Shows a memo's words and notes without pages. Loads nothing; ``link_activated`` carries a clicked address."""

    link_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Memo as plain text")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDefaultStyleSheet(_STYLE)
        self.anchorClicked.connect(self._follow)

    def show_memo(self, memo: Memo) -> None:
        """Show a memo and stay at the same place."""
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(html_body(memo))
        bar.setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing: an empty picture is the one answer that keeps Qt from opening the file itself."""
        return QImage()

    def _follow(self, url: QUrl) -> None:
        if url.hasFragment() and not url.scheme():
            self.scrollToAnchor(url.fragment())
        else:
            self.link_activated.emit(url.toString())
