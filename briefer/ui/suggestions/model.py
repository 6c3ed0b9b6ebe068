"""What is left to suggest as rows for a view: a heading for each kind, and its suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.edit.suggestions import Proposal
from briefer.model.brief import GROUPS, Brief, Kind
from briefer.model.source import paragraph_number
from briefer.ui.fitting import shortened

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_SPOKEN = 300
_NO_PARENT = QModelIndex()


class Row(NamedTuple):
    """A heading (``proposal`` is None) and the ``total`` of its suggestions, or a suggestion and where it stands."""

    kind: Kind
    proposal: Proposal | None
    total: int = 0
    place: str = ""
    dismissed: bool = False

    @property
    def key(self) -> str:
        """What tells the row from others."""
        return self.proposal.key if self.proposal is not None else self.kind


class SuggestionsModel(QAbstractListModel):
    """Tells a view which rows come and go and which say something else, so that what is current stays so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show(self, brief: Brief, proposals: Sequence[Proposal], dismissed: Sequence[Proposal] = ()) -> None:
        """Show these suggestions by their kinds, those that were turned down last."""
        rows = _rows_of(brief, proposals, dismissed)
        old, new = [row.key for row in self._rows], [row.key for row in rows]
        for tag, i1, i2, j1, j2 in reversed(SequenceMatcher(None, old, new, autojunk=False).get_opcodes()):
            if tag in ("delete", "replace"):
                self.beginRemoveRows(_NO_PARENT, i1, i2 - 1)
                del self._rows[i1:i2]
                self.endRemoveRows()
            if tag in ("insert", "replace"):
                self.beginInsertRows(_NO_PARENT, i1, i1 + j2 - j1 - 1)
                self._rows[i1:i1] = rows[j1:j2]
                self.endInsertRows()
        for number, (row, now) in enumerate(zip(self._rows, rows, strict=True)):
            if row != now:
                self._rows[number] = now
                self.dataChanged.emit(self.index(number), self.index(number))

    def row(self, index: Index) -> Row | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def proposals(self) -> list[Proposal]:
        """The suggestions that are shown, from the first to the last."""
        return [row.proposal for row in self._rows if row.proposal is not None]

    def is_dismissed(self, key: str) -> bool:
        """Whether the suggestion of this key was turned down."""
        return any(row.dismissed and row.key == key for row in self._rows)

    def index_of(self, key: str) -> QModelIndex:
        """The index of a suggestion; an invalid one if it is not shown."""
        return next((self.index(n) for n, row in enumerate(self._rows) if row.key == key), QModelIndex())

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.proposal is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, and all that it shows for a screen reader."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(row.proposal) if row.proposal is not None else GROUPS[row.kind].capitalize()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.proposal is not None:
            return f"{shown(row.proposal)}\n{row.proposal.why}"
        return None


def shown(proposal: Proposal) -> str:
    """The words of a suggestion on one line, in quotation marks if it is a quote."""
    words = " ".join(proposal.title.split())
    return f"“{words}”" if proposal.kind == "quote" else words


def spoken(row: Row) -> str:
    """All that a row shows, in one line."""
    if row.proposal is None:
        return f"{GROUPS[row.kind].capitalize()}: {row.total} suggested"
    what = "Dismissed" if row.dismissed else "Suggested"
    return f"{what} {row.kind}: {shortened(shown(row.proposal), _SPOKEN)}, {row.place}, because: {row.proposal.why}"


def _rows_of(brief: Brief, proposals: Sequence[Proposal], dismissed: Sequence[Proposal]) -> list[Row]:
    rows: list[Row] = []
    for kind in ("actor", "quote", "action", "stake"):
        left = [(each, False) for each in proposals if each.kind == kind]
        both = left + [(each, True) for each in dismissed if each.kind == kind]
        if both:
            rows.append(Row(kind, None, len(left)))
            rows += [Row(kind, each, 0, place_of(brief, each), away) for each, away in both]
    return rows


def place_of(brief: Brief, proposal: Proposal) -> str:
    """Where a suggestion is shown: ``s1 ¶4``, ``s1 headline``."""
    source = brief.source(proposal.source)
    number = paragraph_number(source, proposal.spans[0][0]) if source is not None else 0
    return f"{proposal.source} ¶{number}" if number else f"{proposal.source} headline"
