"""What the status bar says while the templates are shown: where the office's are, and how many there are."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from briefer.ui.fitting import ElidedLabel
from briefer.ui.icons import Picture
from briefer.ui.style_sheet import set_role
from briefer.ui.templates.keeper import PLACES, TemplateKeeper
from briefer.ui.templates.wording import counted


class TemplatesStatus(QWidget):
    """One line on the left of the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._state, self._count = ElidedLabel(), QLabel(), QLabel()
        self._picture = Picture("ok", "ok")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (Picture("open", "muted"), self._folder, self._picture, self._state):
            row.addWidget(widget)
        row.addSpacing(8)
        row.addWidget(self._count)
        for label in (self._state, self._count):
            set_role(label, "status")

    def show_keeper(self, keeper: TemplateKeeper) -> None:
        """Say what a keeper knows."""
        folder, problem = keeper.office_folder, keeper.office.problem
        self._folder.show_words(f"Office folder: {folder}" if folder else "No office folder")
        if problem:
            self._picture.show_icon("warn", "warn")
            self._state.setText(problem.split(":")[0])
        else:
            reading = keeper.is_reading("office")
            self._picture.show_icon(*(("refresh", "muted") if reading else ("ok", "ok")))
            self._state.setText("being read" if reading else f"in step, read {keeper.office_read}")
        for widget in (self._picture, self._state):
            widget.setVisible(folder is not None)
        self._count.setText(counted(sum(len(keeper.listed(place)) for place in PLACES), "template"))
