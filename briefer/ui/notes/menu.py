"""The menus of a note: all that can be done to it, and the values of its status or level."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from briefer.model.entries import ActionStatus, Actor, Entry, StakeLevel
from briefer.ui.notes.rows import UNSET, choice_of

_CHOICES: dict[str, tuple[str, ...]] = {"status": get_args(ActionStatus), "level": get_args(StakeLevel)}
_GROUPS: tuple[tuple[str, ...], ...] = (
    ("edit_note", "copy_note"),
    ("duplicate_note", "merge_actor", "note_up", "note_down"),
    ("checks_here",),
    ("delete_note",),
)

Choose = Callable[[str, str, str], object]
"""Takes the id of a note, ``status`` or ``level``, and the value."""


def show_note_menu(
    parent: QWidget, place: QPoint, entry: Entry, actions: Mapping[str, QAction], choose: Choose
) -> QMenu:
    """Show what can be done to a note; the actions are the window's, by their ids."""
    menu = _menu(parent)
    for group in _GROUPS:
        for ident in group:
            if ident != "merge_actor" or isinstance(entry, Actor):
                menu.addAction(actions[ident])
        if group is _GROUPS[0] and choice_of(entry)[0]:
            _add_choices(menu.addMenu(choice_of(entry)[0].capitalize()), entry, choose)
        menu.addSeparator()
    menu.popup(place)
    return menu


def show_choices(parent: QWidget, place: QPoint, entry: Entry, choose: Choose) -> QMenu:
    """Show the values of a note's status or level, that which it has ticked."""
    menu = _menu(parent)
    _add_choices(menu, entry, choose)
    menu.popup(place)
    return menu


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add_choices(menu: QMenu, entry: Entry, choose: Choose) -> None:
    field, current = choice_of(entry)
    group = QActionGroup(menu)
    for value in _CHOICES[field]:
        action = menu.addAction("Not set" if value in UNSET else value.capitalize())
        action.setCheckable(True)
        action.setChecked(value == current)
        group.addAction(action)
        action.triggered.connect(lambda _=False, value=value: choose(entry.id, field, value))
