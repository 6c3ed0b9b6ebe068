"""What goes from a section to the clipboard, and what comes from there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QMimeData

from briefer.errors import BrieferError
from briefer.ui.memo.chip_text import ChipText
from briefer.ui.notes.model import ENTRY_MIME

MARKDOWN = "application/x-briefer-markdown"
"""Words of a section with their marks; only Briefer reads it."""

MOST = 200_000
"""Characters that a section takes at once: to lay more of them out would hold the window up for seconds."""

_TOO_MUCH = "Pasted as plain text: it has too much formatting to be read. Paste it in parts to keep lists and links."
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


class Pasted(NamedTuple):
    """What a paste or a drop puts in, and what the person should know of it, if anything."""

    markdown: str
    said: str = ""


def pasted(data: QMimeData, *, plain: bool = False) -> Pasted:
    """The Markdown of what is pasted: Briefer's own, else formatted text, else text as it is.

    Raises BrieferError if it is longer than ``MOST``.
    """
    _check_length(data.text())  # before formats are read, which takes time too
    made = _pasted(data, plain=plain)
    _check_length(made.markdown)
    return made


def _check_length(text: str) -> None:
    if len(text) > MOST:
        raise BrieferError(
            f"Nothing was pasted: a section takes {MOST:,} characters at once, and these are {len(text):,}",
            "a text of this length can be added as an article, with File ▸ Paste article",
        )


def _pasted(data: QMimeData, *, plain: bool) -> Pasted:
    if data.hasFormat(MARKDOWN):
        return Pasted(cleaned(data.data(MARKDOWN).toStdString()))
    markdown: str | None = ""
    if data.hasHtml() and not plain:
        from briefer.memo.pasted import markdown_from_html

        markdown = markdown_from_html(data.html())
    if markdown is None:
        return Pasted(cleaned(data.text()), _TOO_MUCH)
    return Pasted(markdown or cleaned(data.text()))


def cleaned(text: str) -> str:
    """Text with ``\\n`` line ends and without what no one sees: control characters and byte order marks."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def dragged_entries(data: QMimeData) -> list[str]:
    """The ids of the notes that are dragged."""
    if not data.hasFormat(ENTRY_MIME):
        return []
    return data.data(ENTRY_MIME).toStdString().split()
