"""What stays: widths of the panes, edits after an undo, and texts of the office that are no templates stay out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.catalogue import Listed
from briefer.templates.shelf import mine
from briefer.ui import window_state
from briefer.ui.templates.mode import TemplatesMode
from briefer.ui.window import Window

Find = Callable[[str], Listed]


def test_widths_that_were_moved_are_those_of_the_next_window(shown: TemplatesMode, window: Window) -> None:
    view = shown.view
    shown.end()
    assert "templates" not in window_state.load_state().widths
    sizes = view.sizes()
    view.setSizes([sizes[0] + 40, sizes[1] - 40, sizes[2]])
    view.splitterMoved.emit(0, 0)
    moved = view.sizes()
    shown.end()
    assert list(window_state.load_state().widths["templates"]) == moved


def test_undo_of_a_template_that_was_edited_since_leaves_it(
    shown: TemplatesMode, window: Window, listed: Find, qtbot: QtBot
) -> None:
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_duplicate"].trigger()
    listed("mine:weekly-digest-copy")
    path = mine() / "weekly-digest-copy.md"
    path.write_text(path.read_text("utf-8") + "Another line\n", "utf-8")
    shown.work.undo()
    assert path.read_text("utf-8").endswith("Another line\n")
    words = " ".join(band.words for band in shown.view.bands.shown())
    assert "it was changed since then" in words.lower()


def test_a_text_of_the_office_without_a_head_is_no_template(
    shown: TemplatesMode, window: Window, office: Path, qtbot: QtBot
) -> None:
    (office / "readme.md").write_text("# What is in this folder\n", "utf-8")
    (office / "more.md").write_text((office / "letter.md").read_text("utf-8"), "utf-8")
    window.modes.keeper.look()
    qtbot.waitUntil(lambda: window.modes.keeper.find("office:more") is not None)
    QApplication.processEvents()
    assert window.modes.keeper.find("office:readme") is None
