"""The list of templates as a model: a group for each place, and what each row says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from briefer.catalogue import Listed
from briefer.templates.shelf import Place
from briefer.templates.word_examples import examples
from briefer.ui.templates.wording import PLACES, in_words

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_LISTED = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1
_NOTE = Qt.ItemDataRole.UserRole + 2
_UPDATED = Qt.ItemDataRole.UserRole + 3


class TemplatesModel(QStandardItemModel):
    """Groups with templates in them. A group without any has one row that says so (a hint).

    ``rename_requested`` carries the id of a template and the name that was typed for it.
    """

    rename_requested = Signal(str, str)

    def show_templates(
        self,
        templates: Mapping[Place, Iterable[Listed]],
        hints: Mapping[Place, str],
        notes: Mapping[Place, str],
        updated: Iterable[str],
    ) -> None:
        """Show these templates. ``hints`` stand in a group that is empty, ``notes`` at the right of its head.

        ``updated`` are the ids of those that were changed since they were used last.
        """
        new = set(updated)
        self.clear()
        for place, listed in templates.items():
            group, rows = QStandardItem(PLACES[place]), list(listed)
            group.setData(place, _PLACE)
            group.setData(notes.get(place, ""), _NOTE)
            group.setData(f"{PLACES[place]}, {len(rows)}", Qt.ItemDataRole.AccessibleTextRole)
            group.setEditable(False)
            group.appendRows([_row(each, each.id in new) for each in rows] or _hint(hints.get(place, "")))
            self.appendRow(group)

    def listed(self, index: Index) -> Listed | None:
        """The template of a row; None for a group and for a hint."""
        found = index.data(_LISTED) if index.isValid() else None
        return found if isinstance(found, Listed) else None

    def place(self, index: Index) -> Place | None:
        """The place that a group stands for; None for other rows."""
        return index.data(_PLACE) if index.isValid() else None

    def note(self, index: Index) -> str:
        """What stands at the right of a group's head."""
        return index.data(_NOTE) or ""

    def is_updated(self, index: Index) -> bool:
        """Whether the template of a row was changed since it was used last."""
        return bool(index.data(_UPDATED))

    def count(self, group: Index) -> int:
        """The templates in a group."""
        rows = range(self.rowCount(group))
        return sum(self.listed(self.index(row, 0, group)) is not None for row in rows)

    def groups(self) -> list[QModelIndex]:
        """The groups, from above."""
        return [self.index(row, 0) for row in range(self.rowCount())]

    def index_of(self, ident: str) -> QModelIndex:
        """The row of a template; an invalid one if it is not shown."""
        for group in self.groups():
            for row in range(self.rowCount(group)):
                index = self.index(row, 0, group)
                if (listed := self.listed(index)) is not None and listed.id == ident:
                    return index
        return QModelIndex()

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another name; it is shown once the file has it."""
        listed = self.listed(index)
        if role != Qt.ItemDataRole.EditRole or listed is None:
            return super().setData(index, value, role)
        if str(value).strip() and str(value).strip() != listed.name:
            self.rename_requested.emit(listed.id, str(value).strip())
        return False


def _row(listed: Listed, updated: bool) -> QStandardItem:
    item = QStandardItem(listed.name)
    item.setData(listed, _LISTED)
    item.setData(updated, _UPDATED)
    item.setData(in_words(listed, updated=updated), Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(listed.path if listed.place != "built in" else listed.template.front.description)  # type: ignore[union-attr]
    item.setEditable(can_be_renamed(listed))
    return item


def has_example(listed: Listed) -> bool:
    """Whether a template ships as a Word document, too."""
    return listed.place == "built in" and listed.id in examples()


def can_be_renamed(listed: Listed) -> bool:
    """Whether another name can be typed over it: its name stands in a file of one's own that can be read."""
    return listed.place == "mine" and not listed.is_word and listed.template is not None


def _hint(words: str) -> list[QStandardItem]:
    if not words:
        return []
    item = QStandardItem(words)
    item.setEditable(False)
    return [item]
