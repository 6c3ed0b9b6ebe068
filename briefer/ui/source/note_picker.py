"""The picker: an existing note, found by typing or by a digit, to which words of the article are added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QTreeWidgetItem, QWidget

from briefer.model.brief import Brief, kind_of
from briefer.model.entries import Actor, Entry, title_of
from briefer.ui.finder import CAN_RUN, ID, Finder, rank
from briefer.ui.source.markers import marker_icon

_WIDTH, _HIGH, _APART, _EDGE = 400, 340, 6, 8
_DIGITS = 9
_LONG = 200
"""Characters of a title that are shown and searched."""


class NotePicker(Finder):
    """Lists the notes of a brief beside the selection; ``open()`` shows it, ``chosen`` carries the note's id.

    The notes in ``recent`` (ids, the latest first) stand on top. While nothing is typed, 1 to 9 choose a row.
    """

    def __init__(self, window: QMainWindow, brief: Brief, recent: Sequence[str], beside: QRect) -> None:
        """``beside`` is the box of the selection in the window."""
        super().__init__(
            window, "Add to note", "Type a few letters of a note", "Notes found", _Notes(brief, recent), _WIDTH
        )
        self._beside = beside

    def place_panel(self) -> None:
        """Below the selection, above it if there is more room."""
        room_below = self.height() - self._beside.bottom() - _APART - _EDGE
        room_above = self._beside.top() - _APART - _EDGE
        below = room_below >= min(room_above, _HIGH)
        most = max(120, room_below if below else room_above)
        size = self.fit_panel(min(_WIDTH, self.width() - 2 * _EDGE), most, _DIGITS)
        top = self._beside.bottom() + _APART if below else self._beside.top() - _APART - size.height()
        left = max(_EDGE, min(self._beside.left(), self.width() - size.width() - _EDGE))
        self.panel.move(left, max(_EDGE, min(top, self.height() - size.height() - _EDGE)))

    def take_key(self, event: QKeyEvent) -> bool:
        """Choose by a digit while nothing is typed."""
        digit = int(event.text()) if event.text() in tuple("123456789") else 0
        item = self._list.topLevelItem(digit - 1) if digit and not self._field.text() else None
        if item is None:
            return super().take_key(event)
        self.choose(item)
        return True


class _Notes:
    """The notes of a brief, those in ``recent`` first."""

    def __init__(self, brief: Brief, recent: Sequence[str]) -> None:
        place = {ident: number for number, ident in enumerate(recent)}
        entries = sorted(brief.entries(), key=lambda entry: place.get(entry.id, len(place)))
        self._notes = [_Searched(entry) for entry in entries]

    def found(self, query: str) -> list[QTreeWidgetItem]:
        """The notes that a query finds; with an empty one all, the recent first."""
        if not query.strip():
            return [note.item(str(number) if number <= _DIGITS else "") for number, note in enumerate(self._notes, 1)]
        ranked = [(note.rank(query), note) for note in self._notes]
        found = sorted(((best, note) for best, note in ranked if best is not None), key=lambda pair: pair[0])
        return [note.item("") for _, note in found]

    def nothing(self, query: str) -> str:
        """That no note is called so, or that there is none."""
        if not self._notes:
            return "There are no notes yet. File the words as one of their own: A, X, S or Q."
        return f"No note is called “{query}”. Try one word of it, or its id."


class _Searched:
    """A note with the words that it is found by."""

    def __init__(self, entry: Entry) -> None:
        self._id, self._kind = entry.id, kind_of(entry)
        self._title = " ".join(title_of(entry).split())[:_LONG] or "(without a name)"
        aliases = entry.aliases if isinstance(entry, Actor) else ()
        self._more = " ".join((entry.id, *aliases))

    def rank(self, query: str) -> int | None:
        return rank(query, self._title, self._kind, self._more, scattered=False)

    def item(self, digit: str) -> QTreeWidgetItem:
        group = f"{self._kind.capitalize()} {self._id}"
        item = QTreeWidgetItem([self._title, group, digit])
        item.setIcon(0, marker_icon(self._kind))
        item.setData(0, ID, self._id)
        item.setData(0, CAN_RUN, 1)
        told = ", ".join(filter(None, [self._title, group, digit]))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
        item.setToolTip(0, self._title)
        return item


def box_in_window(widget: QWidget, box: QRect) -> QRect:
    """A box of a widget in the pixels of its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(box.left(), box.top())), box.size())
