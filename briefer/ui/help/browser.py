"""The text of the guide. It shows what lies in ``resources/help/`` and loads nothing else."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from briefer.ui.help.pages import CHAPTERS, page_html, picture_file
from briefer.ui.theme import tokens, ui_font
from briefer.ui.tokens import Tokens

SCHEME = "help"
ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of the letters, in per cent."""

_OUTSIDE = ("http", "https", "mailto")
_MEASURE = 680
"""Widest column of text, in logical pixels at 100 %: longer lines are hard to follow."""
_LETTERS = 14
_EDGE = 28


_BASE = QUrl(f"{SCHEME}:/")
"""All pages and pictures lie in one folder."""


def page_url(name: str, heading: str = "") -> QUrl:
    """The address of a chapter inside the guide, or of a heading in it."""
    url = QUrl(f"{SCHEME}:/{name}")
    url.setFragment(heading or None)  # type: ignore[arg-type]
    return url


def page_of(url: QUrl) -> str:
    """The chapter or picture that an address inside the guide names."""
    return url.path().removeprefix("/")


# With a style sheet in force, a new palette comes as a change of style.
_DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


class GuideBrowser(QTextBrowser):
    """Shows a chapter. ``outside_requested`` carries a clicked web or mail address, which nobody has opened yet."""

    outside_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Text of the guide")
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        # One that comes and goes would change the width that lines and pictures fit.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(_EDGE)
        self._zoom = ZOOMS.index(100)
        self.anchorClicked.connect(self._follow)

    @property
    def zoom(self) -> int:
        """The size of the letters, in per cent."""
        return ZOOMS[self._zoom]

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller letters by so many sizes; the place stays."""
        wanted = max(0, min(self._zoom + steps, len(ZOOMS) - 1))
        if wanted != self._zoom:
            self._zoom = wanted
            self._show_again()

    def zoom_back(self) -> None:
        """Letters of the usual size."""
        self.zoom_by(ZOOMS.index(100) - self._zoom)

    def show_page(self, name: str, heading: str = "") -> None:
        """Show a chapter, from its beginning or from a heading."""
        if name in CHAPTERS:
            self._dress()
            self.setSource(page_url(name, heading), QTextDocument.ResourceType.HtmlResource)

    @property
    def page(self) -> str:
        """The chapter that is shown; empty before the first."""
        return page_of(self.source())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A chapter or a picture of the guide; for all else an empty picture, so that Qt does not look itself."""
        url = _BASE.resolved(QUrl(name))
        path = page_of(url)
        if url.scheme() != SCHEME:
            return QImage()
        if kind == QTextDocument.ResourceType.HtmlResource.value and path in CHAPTERS:
            return page_html(path)
        picture = picture_file(path) if kind == QTextDocument.ResourceType.ImageResource.value else None
        return self._fitted(QImage(str(picture))) if picture else QImage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines within the view, and no longer than reads well."""
        super().resizeEvent(event)
        self._set_measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl change the size of the letters."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by((event.angleDelta().y() > 0) - (event.angleDelta().y() < 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours and the font of a new theme."""
        super().changeEvent(event)
        if event.type() in _DRESSED and self.page:
            self._show_again()

    def _fitted(self, picture: QImage) -> QImage:
        """As many of the screen's own pixels as the column is wide."""
        ratio = self.devicePixelRatioF()
        width = round(min(picture.width(), self._column() - 2 * _EDGE - 2) * ratio)
        if width < picture.width():
            picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        picture.setDevicePixelRatio(ratio)
        return picture

    def _column(self) -> int:
        return min(self.viewport().width(), round(_MEASURE * self.zoom / 100) + 2 * _EDGE)

    def _set_measure(self) -> None:
        if self.lineWrapColumnOrWidth() == self._column():
            return
        self.setLineWrapColumnOrWidth(self._column())
        if any(each.isImageFormat() for each in self.document().allFormats()):
            self._show_again()

    def _dress(self) -> None:
        self.document().setDefaultFont(ui_font(round(_LETTERS * self.zoom / 100)))
        self.document().setDefaultStyleSheet(_style(tokens(), self.zoom / 100))

    def _show_again(self) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._dress()
        self.setLineWrapColumnOrWidth(self._column())
        self.reload()
        bar.setValue(round(place * bar.maximum()))

    def _follow(self, url: QUrl) -> None:
        target = _BASE.resolved(url)
        if target.scheme() == SCHEME:
            self.show_page(page_of(target) or self.page, target.fragment())
        elif target.scheme() in _OUTSIDE:
            self.outside_requested.emit(target.toString())


def _style(colours: Tokens, scale: float) -> str:
    def px(pixels: float) -> str:
        return f"{round(pixels * scale)}px"

    # Sizes of headings are relative to the document's font: Qt passes over any other.
    return f"""
p, li {{ line-height: 135%; }}
p {{ margin-top: 0; margin-bottom: {px(10)}; }}
p.picture {{ line-height: 100%; }}
li {{ margin-bottom: {px(4)}; }}
h1 {{ font-size: x-large; font-weight: 600; margin-top: {px(4)}; margin-bottom: {px(12)}; }}
h2 {{ font-size: large; font-weight: 600; margin-top: {px(22)}; margin-bottom: {px(8)}; }}
h3 {{ font-size: medium; font-weight: 600; margin-top: {px(16)}; margin-bottom: {px(6)}; }}
a {{ color: {colours.accent}; }}
code {{ background-color: {colours.well}; font-size: {px(13)}; }}
pre {{ background-color: {colours.well}; font-size: {px(13)}; }}
table {{ border-collapse: collapse; border: 1px solid {colours.line}; margin-top: {px(6)}; margin-bottom: {px(12)}; }}
th {{ background-color: {colours.pane2}; color: {colours.muted}; text-align: left; }}
th, td {{ border: 1px solid {colours.line}; padding: {px(5)} {px(8)}; vertical-align: top; }}
"""
