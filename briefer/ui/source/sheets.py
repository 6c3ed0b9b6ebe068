"""The sources that were shown last, kept as they were laid out, so that turning back to one costs nothing."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QFont, QTextDocument

from briefer.model.source import SourceHeading
from briefer.ui.offsets import Offsets

MOST = 2
"""Sources that are kept beside the one at hand: one of a million letters takes 50 MB."""


class Sheet(NamedTuple):
    """A source's text in a document, with what is known of it; ``numbers`` as in ``Marks``."""

    document: QTextDocument
    text: str
    headings: tuple[SourceHeading, ...]
    offsets: Offsets
    numbers: dict[int, int]


class Sheets:
    """Sheets by the ids of their sources."""

    def __init__(self) -> None:
        self._kept: dict[str, Sheet] = {}

    def keep(self, source_id: str, sheet: Sheet) -> None:
        """Keep a sheet; the one that was kept first goes if there are too many."""
        self._kept[source_id] = sheet
        if len(self._kept) > MOST:
            self._kept.pop(next(iter(self._kept))).document.deleteLater()

    def take(self, source_id: str, font: QFont) -> Sheet | None:
        """Give a sheet away if it is kept, and in this font."""
        sheet = self._kept.pop(source_id, None)
        if sheet is not None and sheet.document.defaultFont() != font:
            sheet.document.deleteLater()
            return None
        return sheet
