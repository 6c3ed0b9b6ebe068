"""What must be true of the templates in a window: list, editor, and which actions make sense."""

from __future__ import annotations

from briefer.errors import BrieferError
from briefer.templates import own
from briefer.ui.template_editor.work import EditorWork
from briefer.ui.templates.keeper import PLACES
from briefer.ui.templates.mode import Editing, TemplatesMode
from briefer.ui.window import Window


def check_templates(window: Window) -> None:
    """What is shown is what there is, and what was typed is there."""
    modes = window.modes
    if modes._mode is None:
        return
    mode = modes.templates
    if modes.shows_templates:
        _check_actions(window, mode)
        assert window.modes.currentWidget() is mode.pages
    assert mode.pages.currentWidget() is (mode.editing.view if mode.edits else mode.view)
    bars = [mode._bar, modes._bar, *([mode.editing.bar] if "editing" in mode.__dict__ else [])]
    assert [bar for bar in bars if not bar.isHidden()] == [mode.bar if modes.shows_templates else modes._bar]
    _check_list(window, mode)
    if mode.edits:
        _check_editor(mode.editing)


def _check_actions(window: Window, mode: TemplatesMode) -> None:
    possible = mode.possible()
    for ident, action in window.actions_by_id.items():
        if ident in mode.commands():
            assert action.isEnabled() == (ident in possible), ident
    assert window.actions_by_id["undo"].text() == f"&Undo {mode.undo_label}".rstrip()


def _check_list(window: Window, mode: TemplatesMode) -> None:
    view, keeper = mode.view, window.modes.keeper
    if view.list.is_editing or keeper._soon.isActive() or view._is_stale:
        return
    rows = view.list.rows
    shown = {rows.place(group): group for group in rows.groups()}
    for place in PLACES:
        wanted = [each for each in keeper.listed(place) if view._matches(each)]
        if view._query and not wanted:
            assert place not in shown
            continue
        below = [rows.index(row, 0, shown[place]) for row in range(rows.rowCount(shown[place]))]
        assert [rows.listed(index) for index in below if rows.listed(index) is not None] == wanted, place
        assert below, place


def _check_editor(editing: Editing) -> None:
    view, work = editing.view, editing.work
    opened, text = work._opened, view.text.text()
    assert opened is not None
    assert view._state.text().endswith("edited") == (not work.is_saved)
    line, column = view.text.place
    assert text.split("\n")[line - 1][: column - 1] == text[: view.text.caret].rpartition("\n")[2]
    if work.is_saved:
        assert _in_file(work) in (text, None)


def _in_file(work: EditorWork) -> str | None:
    """The text in the file, unless another program has changed or deleted it."""
    opened = work._opened
    assert opened is not None
    try:
        text, now = own.open_text(opened.path)
    except BrieferError:
        return None
    return text if now == opened.fingerprint else None
