"""Pages → a PDF file."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from briefer.memo.blocks import Memo
from briefer.pdf.faces import UNIT
from briefer.pdf.pages import Pages

_POINTS_AN_INCH = 72


def write_pdf(memo: Memo) -> bytes:
    """``memo`` as a PDF file, page for page as on screen. Needs a QGuiApplication, for its fonts."""
    pages = Pages(memo)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(memo.facts.title)
    writer.setAuthor(memo.facts.author)
    writer.setCreator("Briefer")
    writer.setResolution(UNIT * _POINTS_AN_INCH)
    writer.setPageLayout(_layout(pages))
    painter = QPainter(writer)
    for page in range(pages.count):
        if page:
            writer.newPage()
        pages.paint(painter, page)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _layout(pages: Pages) -> QPageLayout:
    width, height = (length / UNIT for length in pages.size)
    paper = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    lies = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    return QPageLayout(paper, lies, QMarginsF(0, 0, 0, 0))
