"""The menus, built from the one table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import get_args

import msgspec
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from briefer.settings import Settings, Theme
from briefer.ui.actions import ACTIONS, shown_keys
from briefer.ui.documents import Documents
from briefer.ui.icons import icon

MODES = {"to_brief": "Brief", "to_templates": "Templates"}
"""The actions that lead to the modes of the window, of which one is on, and their words in the tool bars."""

_THEMES: dict[str, str] = {"system": "As the &system", "light": "&Light", "dark": "&Dark"}


def build_menus(
    window: QMainWindow, commands: Mapping[str, Callable[[], object]], documents: Documents
) -> dict[str, QAction]:
    """Make the menus of a window; returns the actions by id. Each row of the table has a command."""
    menus: dict[str, QMenu] = {}
    made: dict[str, QAction] = {}
    for row in ACTIONS:
        menu = menus.get(row.menu) or menus.setdefault(row.menu, window.menuBar().addMenu(row.menu))
        action = QAction(row.text, window)
        command = commands[row.id]
        action.triggered.connect(lambda _=False, command=command: command())
        if row.icon:
            action.setIcon(icon(row.icon))
        action.setIconText(row.text.replace("&", "").split()[0].rstrip("…"))  # for the bar: one word, and it stays
        keys = shown_keys(row)
        if not row.of_fields:
            action.setShortcuts([QKeySequence(row.keys)] if row.keys else [])
        action.setToolTip(f"{row.tip} ({keys})" if keys else row.tip)
        action.setStatusTip(row.tip)
        if row.letter or row.of_fields:  # shown only: as a shortcut it would be taken from every field
            action.setText(f"{row.text}\t{keys}")
        menu.addAction(action)
        if row.ends_group:
            menu.addSeparator()
        made[row.id] = action
    modes = QActionGroup(window)
    for ident, word in MODES.items():
        made[ident].setIconText(word)
        made[ident].setCheckable(True)
        modes.addAction(made[ident])
    for ident, on in _choices(documents.settings).items():
        made[ident].setCheckable(True)
        made[ident].setChecked(on)
    _add_recent(window, menus["&File"], made["save"], documents)
    _add_themes(menus["&View"], documents)
    return made


def fill_recent(window: QMainWindow, documents: Documents) -> None:
    """Show the briefs that were used last in the File menu."""
    menu = window.findChild(QMenu, "recent")
    assert isinstance(menu, QMenu)
    menu.clear()
    for name in documents.settings.recent:
        path = Path(name)
        action = menu.addAction(f"{path.name} – {path.parent}".replace("&", "&&"))
        action.triggered.connect(lambda _=False, path=path: documents.open(path))
    menu.setEnabled(bool(documents.settings.recent))


def _choices(settings: Settings) -> dict[str, bool]:
    """The actions that are on or off, by id."""
    return {"reading_keys": settings.reading_keys, "serif": settings.article_letters == "serif"}


def _add_recent(window: QMainWindow, menu: QMenu, before: QAction, documents: Documents) -> None:
    recent = QMenu("Open re&cent", window)
    recent.setObjectName("recent")
    menu.insertMenu(before, recent)
    fill_recent(window, documents)


def _add_themes(menu: QMenu, documents: Documents) -> None:
    themes = menu.addMenu("&Theme")
    group = QActionGroup(themes)
    for theme in get_args(Theme):
        action = themes.addAction(_THEMES[theme])
        action.setCheckable(True)
        action.setChecked(documents.settings.theme == theme)
        group.addAction(action)
        action.triggered.connect(
            lambda _=False, theme=theme: documents.choose(msgspec.structs.replace(documents.settings, theme=theme))
        )
