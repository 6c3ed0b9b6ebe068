"""What other programs let fall on the window, or have copied: files, words, links."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDropEvent


def dropped_words(event: QDropEvent) -> QMimeData | None:
    """The words or the link that another program lets fall; what is dragged within this one belongs to its panes."""
    data = event.mimeData()
    if event.source() is not None or not (data.text().strip() or data.hasUrls()):
        return None
    kept = QMimeData()  # the other program's own is gone when it has let go
    kept.setText(data.text())
    kept.setUrls(data.urls())
    if data.hasHtml():
        kept.setHtml(data.html())
    return kept


def local_files(data: QMimeData | None) -> list[Path]:
    """The files that were copied or are dragged."""
    urls = data.urls() if data is not None else []  # an empty clipboard may have no data at all
    names = (url.toLocalFile() for url in urls if url.isLocalFile())
    return [Path(name) for name in names if "\0" not in name]  # which an address can have, and no file
