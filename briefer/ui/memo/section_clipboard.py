"""What goes from a section to the clipboard, and what comes from there."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData

from briefer.errors import BrieferError
from briefer.ui.memo.chip_text import ChipText
from briefer.ui.notes.model import ENTRY_MIME

MARKDOWN = "application/x-briefer-markdown"
"""Words of a section with their marks; only Briefer reads it."""

MOST = 200_000
"""Characters that a section takes at once: to lay more of them out would hold the window up for seconds."""

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff\ufdd0\ufdd1]")


def copied(text: ChipText, start: int, end: int, label: Callable[[str], str]) -> QMimeData:
    """A stretch of a section for the clipboard: its Markdown for Briefer, for others with chips in words.

    ``label`` says what the chip of a mark shows.
    """
    data = QMimeData()
    data.setData(MARKDOWN, QByteArray(text.markdown[start:end].encode()))
    words = (piece if mark is None else f"[{label(mark)}]" for piece, mark in text.pieces(start, end))
    data.setText("".join(words))
    return data


def pasted(data: QMimeData, *, plain: bool = False) -> str:
    """The Markdown that a paste or a drop puts in: Briefer's own, else formatted text, else text as it is.

    Raises BrieferError if it is longer than ``MOST``.
    """
    _check_length(data.text())  # before formats are read, which takes time too
    markdown = _pasted(data, plain=plain)
    _check_length(markdown)
    return markdown


def _check_length(text: str) -> None:
    if len(text) > MOST:
        raise BrieferError(
            f"Nothing was pasted: a section takes {MOST:,} characters at once, and these are {len(text):,}",
            "a text of this length can be added as an article, with File ▸ Paste Article",
        )


def _pasted(data: QMimeData, *, plain: bool) -> str:
    if data.hasFormat(MARKDOWN):
        return cleaned(data.data(MARKDOWN).toStdString())
    if data.hasHtml() and not plain:
        from briefer.memo.pasted import markdown_from_html

        if markdown := markdown_from_html(data.html()):
            return markdown
    return cleaned(data.text())


def cleaned(text: str) -> str:
    """Text with ``\\n`` line ends and without what no one sees: control characters and byte order marks."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def dragged_entries(data: QMimeData) -> list[str]:
    """The ids of the notes that are dragged."""
    if not data.hasFormat(ENTRY_MIME):
        return []
    return data.data(ENTRY_MIME).toStdString().split()
