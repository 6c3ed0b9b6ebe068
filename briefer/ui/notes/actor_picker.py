"""The panel that asks into which actor another one is merged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QTreeWidgetItem

from briefer.model.entries import Actor
from briefer.ui.finder import CAN_RUN, ID, Finder, rank
from briefer.ui.fitting import shortened
from briefer.ui.notes.rows import title

_WIDTH = 480
_LONGEST = 32
"""Letters of a name that are asked about; more are left out."""


class ActorPicker(Finder):
    """Lists actors over a window, found by name, other names, role and id.

    ``chosen`` carries the id of the one that stays, after the panel has closed.
    """

    def __init__(self, window: QMainWindow, gone: Actor, others: Sequence[Actor]) -> None:
        name = shortened(title(gone), _LONGEST)
        prompt = f"Merge “{name}” into which actor?"
        super().__init__(window, "Merge actors", prompt, "Actors found", _Actors(others), _WIDTH)


class _Actors:
    """The actors that another one can be merged into."""

    def __init__(self, others: Sequence[Actor]) -> None:
        self._others = others

    def found(self, query: str) -> list[QTreeWidgetItem]:
        """The actors that a query finds, the best first; in the order of the notes where it says nothing."""
        ranked = [(rank(query, title(actor), actor.id, _more(actor)), actor) for actor in self._others]
        found = sorted(((best, actor) for best, actor in ranked if best is not None), key=lambda pair: pair[0])
        return [_item(actor) for _, actor in found]

    def nothing(self, query: str) -> str:
        """That no actor is called so."""
        return f"No other actor is called “{query}”. Try a part of the name."


def _more(actor: Actor) -> str:
    return " ".join((*actor.aliases, actor.role))


def _item(actor: Actor) -> QTreeWidgetItem:
    item = QTreeWidgetItem([title(actor), actor.role[:_LONGEST], actor.id])
    item.setData(0, ID, actor.id)
    item.setData(0, CAN_RUN, True)  # noqa: FBT003
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (title(actor), actor.role, actor.id))))
    return item
