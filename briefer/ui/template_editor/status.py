"""What the status bar says while a template is edited: where the caret is, and how long the result is."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from briefer.templates.template import Limit
from briefer.ui.extent import shown_pages
from briefer.ui.style_sheet import set_role


class EditorStatus(QWidget):
    """One line on the left of the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._result = QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for label in (self._place, self._result):
            set_role(label, "status")
            row.addWidget(label)

    def show_place(self, line: int, column: int) -> None:
        """Say where the caret is."""
        self._place.setText(f"Line {line:,}, column {column:,}")

    def show_extent(self, pages: float | None, limit: Limit) -> None:
        """Say how many pages the result fills, of how many; None: there is no result."""
        if pages is None:
            self._result.clear()
            return
        of = f" of {limit.pages:g} page{'' if limit.pages == 1 else 's'}" if limit.pages else " pages"
        over = bool(limit.pages) and pages > limit.pages
        self._result.setText(f"Result: {shown_pages(pages, limit.pages)}{of}" + (", over the limit" if over else ""))
        set_role(self._result, "status-err" if over else "status")
