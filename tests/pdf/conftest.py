"""What stands on a page, in words and in pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from briefer.pdf.flow import Part
from briefer.pdf.pages import Pages
from briefer.pdf.pieces import Piece

SCALE = 0.04


@pytest.fixture(autouse=True)
def _fonts(qtbot: QtBot) -> None:
    """Qt is up, for its fonts; its warnings are failures."""


@pytest.fixture(scope="session")
def words() -> Callable[[Pages, int], list[str]]:
    """The lines of a page's text and notes, from the top; columns side by side are parted by a bar."""
    return lambda pages, page: [line for part in _parts(pages, page) for line in _lines(part)]


@pytest.fixture(scope="session")
def picture() -> Callable[[Pages, int], QImage]:
    """A page as it is painted, small."""
    return _picture


def _parts(pages: Pages, page: int) -> list[Part]:
    return [*pages._pages[page].body, *pages._pages[page].foot]


def _lines(part: Part) -> list[str]:
    assert isinstance(part.piece, Piece)
    columns = []
    for column in part.piece._columns:
        units = column.layout.text().encode("utf-16-le")
        lines = column.lines[part.first : part.last] if len(part.piece.cuts) > 2 else column.lines
        ends = [(2 * line.textStart(), 2 * (line.textStart() + line.textLength())) for line in lines]
        columns.append([units[start:end].decode("utf-16-le").strip() for start, end in ends])
    longest = max(map(len, columns))
    return [" | ".join(column[at] if at < len(column) else "" for column in columns) for at in range(longest)]


def _picture(pages: Pages, page: int) -> QImage:
    width, height = pages.size
    image = QImage(round(width * SCALE), round(height * SCALE), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    pages.paint(painter, page)
    painter.end()
    return image
