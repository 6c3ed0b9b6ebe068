"""Pages → a PDF file."""

from __future__ import annotations

import functools
import uuid
from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPainter, QPdfWriter

from briefer.memo.blocks import Heading, Memo
from briefer.pdf.details import Bookmark, metadata, with_details
from briefer.pdf.faces import UNIT
from briefer.pdf.pages import Pages
from briefer.render.word.outline import Outline

_POINTS_AN_INCH = 72
_NAMESPACE = uuid.UUID("b8a64ab9-5d5a-4f4e-9b9c-8f0ad3a1f0c2")


def write_pdf(memo: Memo) -> bytes:
    """``memo`` as a PDF file, page for page as on screen; equal memos give equal bytes, with the same fonts."""
    return pdf_of(memo, laid_out(memo))


def laid_out(memo: Memo) -> Pages:
    """The pages of ``memo``. Starts Qt for its fonts, without a screen, unless it is up already."""
    if QGuiApplication.instance() is None:
        _without_screen()
    return Pages(memo)


def pdf_of(memo: Memo, pages: Pages) -> bytes:
    """The pages of ``memo``, laid out already, as a PDF file."""
    *_, data = pdf_steps(memo, pages)
    return data


def pdf_steps(memo: Memo, pages: Pages) -> Iterator[bytes]:
    """``pdf_of`` a page a step, for who has other things to do in between: nothing until the last has the file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPdfWriter.PdfVersion.PdfVersion_1_4)
    writer.setDocumentId(QUuid(str(uuid.uuid5(_NAMESPACE, msgspec.json.encode(memo).decode()))))
    writer.setDocumentXmpMetadata(metadata(memo.facts).encode())
    writer.setResolution(UNIT * _POINTS_AN_INCH)
    writer.setPageLayout(_layout(pages))
    painter = QPainter(writer)
    try:
        for page in range(pages.count):
            if page:
                writer.newPage()
            pages.paint(painter, page)
            yield b""
    finally:
        painter.end()
        buffer.close()
    yield with_details(bytes(data.data()), memo.facts, _bookmarks(memo, pages))


@functools.cache
def _without_screen() -> QGuiApplication:
    """Kept as long as the program lives: Qt wants to be started once."""
    return QGuiApplication(["briefer", "-platform", "offscreen"])


def _bookmarks(memo: Memo, pages: Pages) -> list[Bookmark]:
    """The headings that have words. The title stands beside the headings of the first level."""
    outline, found = Outline(), []
    for at, block in enumerate(memo.blocks):
        title = "".join(run.text for run in block.runs).strip() if isinstance(block, Heading) else ""
        if isinstance(block, Heading) and title:
            style = outline.style(block.level)
            page, y = pages.place_of(at)
            height = (pages.size[1] - y) / UNIT
            found.append(
                Bookmark(int(style[-1]) if style[-1].isdigit() else 1, " ".join(title.split()), page, height)
            )
    return found


def _layout(pages: Pages) -> QPageLayout:
    width, height = (length / UNIT for length in pages.size)
    paper = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    lies = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    return QPageLayout(paper, lies, QMarginsF(0, 0, 0, 0))
