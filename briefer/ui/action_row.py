"""A row of the table of actions."""

from __future__ import annotations

from typing import NamedTuple


class ActionRow(NamedTuple):
    """An action as people meet it. ``keys`` in Qt's portable form; ``letter`` works in the source pane alone.

    Keys ``of_fields`` are shown only: fields have them already, and each part of the window in its own way.

    ``icon`` is the name of a drawing in ``resources/icons``; empty for none.
    """

    id: str
    menu: str
    text: str
    tip: str
    keys: str = ""
    letter: str = ""
    ends_group: bool = False
    icon: str = ""
    of_fields: bool = False
