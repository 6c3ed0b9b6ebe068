"""The recent briefs as a model: what each row shows, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.ui.start.dates import when
from briefer.ui.start.reading import Found

SILENT = "Does not answer: is its drive connected?"
MISSING = "Not found"


class Row(NamedTuple):
    """One recent brief as it is shown. ``problem`` stands in place of the template where the file is no help."""

    path: Path
    marking: str = ""
    template: str = ""
    time: str = ""
    problem: str = ""
    missing: bool = False

    @property
    def name(self) -> str:
        """What people call the brief: its file's name without the suffix."""
        return self.path.stem

    def in_words(self) -> str:
        """All that the row shows, for who cannot see it."""
        told = ", ".join(filter(None, (self.name, self.marking, self.template, self.time, self.problem)))
        return f"{told}. Press Delete to take it off the list." if self.missing else told


class RecentModel(QAbstractListModel):
    """Recent briefs, the latest first. A row begins as a name and is completed by what its file says."""

    def __init__(self, templates: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._templates = templates
        self.rows: list[Row] = []

    def show(self, paths: Iterable[Path]) -> None:
        """Show these files; what is known of one that is shown already stays."""
        known = {row.path: row for row in self.rows}
        self.beginResetModel()
        self.rows = [known.get(path) or Row(path) for path in paths]
        self.endResetModel()

    def complete(self, found: Found) -> None:
        """Take over what a file said."""
        if found.heading is None:
            self._replace(Row(found.path, problem=MISSING if found.missing else found.problem, missing=found.missing))
            return
        heading = found.heading
        template = self._templates.get(heading.template, heading.template)
        self._replace(Row(found.path, heading.marking, template, when(heading.modified, datetime.now().astimezone())))

    def tell_silent(self, path: Path) -> None:
        """Say of a file that it does not answer."""
        self._replace(Row(path, problem=SILENT))

    def _replace(self, row: Row) -> None:
        for number, each in enumerate(self.rows):
            if each.path == row.path:
                self.rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Rows of the list."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, the place of the file, and all of it in words."""
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name
            case Qt.ItemDataRole.ToolTipRole:
                return str(row.path)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.in_words()
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return str(row.path)
        return None
