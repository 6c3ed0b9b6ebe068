"""The notes of a brief as a tree for views: four groups, the entries of each, or a hint where a group is empty."""

from __future__ import annotations

from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefer.model.brief import GROUPS, Brief, Kind, kind_of
from briefer.model.entries import Entry, Quote
from briefer.ui.notes.rows import Facts, Verdict, detail, lost, title

Index: TypeAlias = QModelIndex | QPersistentModelIndex

ENTRY_MIME = "application/x-briefer-entry"
"""What a dragged note is: its id in ASCII; plain text beside it says its title."""

KINDS: tuple[Kind, ...] = tuple(GROUPS)
HINTS: dict[Kind, tuple[str, str]] = {
    "actor": ("No actors yet. Put the caret on a name and press A.", "None yet. On a name, press A."),
    "action": ("No actions yet. Put the caret in a sentence and press X.", "None yet. In a sentence, press X."),
    "stake": ("No stakes yet. Put the caret in a sentence and press S.", "None yet. In a sentence, press S."),
    "quote": ("No quotes yet. Put the caret in a quotation and press Q.", "None yet. In a quotation, press Q."),
}
"""What an empty group says, and what it says where there is less room."""
_GROUP_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ENTRY_FLAGS = _GROUP_FLAGS | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_HINT_FLAGS = Qt.ItemFlag.ItemNeverHasChildren
_GROUP = 0
"""The internal id of a group's index; that of a row is the number of its group, from 1."""


class NotesModel(QAbstractItemModel):
    """Tells a view what changed between two briefs row by row, so that what is open, current and folded stays so.

    ``Qt.ItemDataRole.UserRole`` is the id of an entry, empty for groups and hints.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.facts = Facts()
        self._brief: Brief | None = None
        self._entries: dict[str, Entry] = {}
        self._rows: dict[Kind, list[str]] = {kind: [""] for kind in KINDS}
        self._found: dict[Kind, int] = {}

    # What it shows

    @property
    def brief(self) -> Brief | None:
        """The brief that is shown."""
        return self._brief

    def show_brief(self, brief: Brief) -> None:
        """Show the entries of a brief; what is the same as before is not touched."""
        before, self._brief = self._brief, brief
        names = {actor.id: actor.name for actor in before.actors} if before else {}
        for kind, group in GROUPS.items():
            entries: tuple[Entry, ...] = getattr(brief, group)
            if before is None or getattr(before, group) is not entries:
                self._show_group(kind, entries)
        renamed = {actor.id for actor in brief.actors if names.pop(actor.id, "") != actor.name} | names.keys()
        if renamed:
            self._tell("quote", [row for row, quote in enumerate(brief.quotes) if quote.speaker in renamed])

    def show_found(self, found: dict[Kind, int]) -> None:
        """Show beside each group how many of its entries a filter leaves; an empty dict is no filter."""
        before, self._found = self._found, found
        for kind in KINDS:
            if before.get(kind) != found.get(kind):
                self.dataChanged.emit(self.group_index(kind), self.group_index(kind))

    def _show_group(self, kind: Kind, entries: tuple[Entry, ...]) -> None:
        rows, parent, count = self._rows[kind], self.group_index(kind), self.count(kind)
        wanted = [entry.id for entry in entries] or [""]
        old = dict(self._entries)
        self._remove(rows, parent, set(wanted))
        self._entries.update((entry.id, entry) for entry in entries)
        if rows != wanted:
            here = set(rows)
            self._order(rows, parent, [ident for ident in wanted if ident in here])
            self._insert(rows, parent, wanted)
        self._tell(kind, [row for row, entry in enumerate(entries) if old.get(entry.id) is not entry])
        if count != len(entries):
            self.dataChanged.emit(parent, parent)

    def _remove(self, rows: list[str], parent: QModelIndex, wanted: set[str]) -> None:
        last = len(rows) - 1
        while last >= 0:
            if rows[last] in wanted:
                last -= 1
                continue
            first = last
            while first and rows[first - 1] not in wanted:
                first -= 1
            self.beginRemoveRows(parent, first, last)
            for ident in rows[first : last + 1]:
                self._entries.pop(ident, None)
            del rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _order(self, rows: list[str], parent: QModelIndex, wanted: list[str]) -> None:
        """Move rows until they stand as wanted: one move where one is enough."""
        for row, ident in enumerate(wanted):
            if rows[row] == ident:
                continue
            goes_down = rows[row + 1 : row + 2] == [ident] and rows[row] in wanted
            if goes_down:
                self._move(rows, parent, row, wanted.index(rows[row]))
            if rows[row] != ident:
                self._move(rows, parent, rows.index(ident), row)

    def _move(self, rows: list[str], parent: QModelIndex, row: int, to: int) -> None:
        if self.beginMoveRows(parent, row, row, parent, to + 1 if to > row else to):
            rows.insert(to, rows.pop(row))
            self.endMoveRows()

    def _insert(self, rows: list[str], parent: QModelIndex, wanted: list[str]) -> None:
        first, known = 0, set(rows)
        while first < len(wanted):
            last = first
            while last < len(wanted) and wanted[last] not in known:
                last += 1
            if last > first:
                self.beginInsertRows(parent, first, last - 1)
                rows[first:first] = wanted[first:last]
                self.endInsertRows()
            first = last + 1

    def _tell(self, kind: Kind, rows: list[int]) -> None:
        """Tell that some rows, in their order, say something else now: those that follow each other at once."""
        parent, first = self.group_index(kind), 0
        for at, row in enumerate(rows):
            if at + 1 == len(rows) or rows[at + 1] != row + 1:
                self.dataChanged.emit(self.index(rows[first], 0, parent), self.index(row, 0, parent))
                first = at + 1

    # Where things are

    def group_index(self, kind: Kind) -> QModelIndex:
        """The head of a group."""
        return self.createIndex(KINDS.index(kind), 0, _GROUP)

    def index_of(self, ident: str) -> QModelIndex:
        """The row of an entry; an invalid index if it has none."""
        entry = self._entries.get(ident)
        if entry is None:
            return QModelIndex()
        kind = kind_of(entry)
        return self.index(self._rows[kind].index(ident), 0, self.group_index(kind))

    def entry(self, index: Index) -> Entry | None:
        """The entry of a row; None for a group and a hint."""
        return self._entries.get(self.ident(index))

    def ident(self, index: Index) -> str:
        """The id of a row's entry; empty for a group and a hint."""
        group = index.internalId()  # 0, as that of a group, where there is no index
        return self._rows[KINDS[group - 1]][index.row()] if group != _GROUP else ""

    def kind(self, index: Index) -> Kind:
        """The kind of a group, or of the group in which a row stands."""
        return KINDS[index.row() if index.internalId() == _GROUP else index.internalId() - 1]

    def is_group(self, index: Index) -> bool:
        """Whether an index is the head of a group."""
        return index.isValid() and index.internalId() == _GROUP

    def count(self, kind: Kind) -> int:
        """How many entries of a kind there are."""
        return sum(map(bool, self._rows[kind]))

    def counted(self, kind: Kind) -> str:
        """The same in words: "8", or "1 of 8" where a filter leaves one."""
        return f"{self._found[kind]} of {self.count(kind)}" if kind in self._found else str(self.count(kind))

    def entries(self, kind: Kind) -> list[Entry | None]:
        """What stands in the rows of a group; None in that of the hint."""
        return [self._entries.get(ident) for ident in self._rows[kind]]

    def verdict(self, index: Index) -> Verdict | None:
        """Whether a quote is verbatim; None for what is none, or has nothing to compare."""
        entry = self.entry(index)
        return self.facts.verdict(entry) if isinstance(entry, Quote) else None

    # What Qt asks

    def index(self, row: int, column: int = 0, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """The index of a group (no parent) or of a row in a group."""
        # As hasIndex would ask, but views ask for thousands of them.
        if not parent.isValid():
            return self.createIndex(row, 0, _GROUP) if not column and 0 <= row < len(KINDS) else QModelIndex()
        group = parent.row()
        if column or parent.internalId() != _GROUP or not 0 <= row < len(self._rows[KINDS[group]]):
            return QModelIndex()
        return self.createIndex(row, 0, group + 1)

    def parent(self, child: Index | None = None) -> Any:
        """The group of a row; without an index, the object that owns this one."""
        if child is None:
            return super().parent()
        if not child.isValid() or child.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _GROUP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Four groups; in each its entries, or one hint."""
        if not parent.isValid():
            return len(KINDS)
        return len(self._rows[KINDS[parent.row()]]) if parent.internalId() == _GROUP else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries can be dragged; groups and entries can be current, hints cannot."""
        if not index.isValid():
            return _NO_FLAGS
        group = index.internalId()
        if group == _GROUP:
            return _GROUP_FLAGS
        return _ENTRY_FLAGS if self._rows[KINDS[group - 1]][index.row()] else _HINT_FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, tool tip, what a screen reader says, and the id."""
        if not index.isValid() or self._brief is None:
            return None
        entry = self.entry(index)
        match role:
            case Qt.ItemDataRole.UserRole:
                return self.ident(index)
            case Qt.ItemDataRole.DisplayRole:
                return title(entry) if entry else self._words(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(entry, self._brief) if entry else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.facts.spoken(entry, self._brief) if entry else self._spoken_words(index)
        return None

    def _words(self, index: Index) -> str:
        kind = self.kind(index)
        return GROUPS[kind].capitalize() if self.is_group(index) else HINTS[kind][0]

    def _spoken_words(self, index: Index) -> str:
        kind, words = self.kind(index), self._words(index)
        notes = "note" if self.count(kind) == 1 else "notes"
        return f"{words}, {self.counted(kind)} {notes}" if self.is_group(index) else words

    def _tip(self, entry: Entry, brief: Brief) -> str:
        places = ", ".join(self.facts.place(anchor, brief) for anchor in entry.evidence) or "no passages"
        gone = lost(entry)
        lines = [
            " – ".join(filter(None, (title(entry), detail(entry, brief)))),
            f"{entry.id} · {places}",
            f"{gone} of its passages {'is' if gone == 1 else 'are'} no longer in the source." if gone else "",
        ]
        return "\n".join(filter(None, lines))

    # Dragging

    def mimeTypes(self) -> list[str]:
        """What a dragged note is."""
        return [ENTRY_MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        """The ids of the notes, parted by blanks, and their titles as plain text."""
        entries = [entry for index in indexes if (entry := self.entry(index)) is not None]
        data = QMimeData()
        data.setData(ENTRY_MIME, " ".join(entry.id for entry in entries).encode())
        data.setText("\n".join(map(title, entries)))
        return data
