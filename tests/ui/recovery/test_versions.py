"""Earlier versions: each save makes one, and all of it or a part of it comes back as one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from rich_brief import rich_brief
from ui_user import User

from briefer.edit import changes
from briefer.edit.differences import differences
from briefer.store.versions import versions_dir, versions_of
from briefer.ui.recovery.versions_view import VersionsView
from briefer.ui.window import Window

RICH = rich_brief()


@pytest.fixture
def saved(window: Window, qtbot: QtBot, tmp_path: Path) -> Path:
    """The rich brief saved as it is, with another subject, and with another outlook."""
    path = tmp_path / "dam.brief"
    window._session.start_new(RICH)
    for change in (
        lambda brief: brief,
        lambda brief: changes.set_header(brief, "subject", "Another subject"),
        lambda brief: changes.set_section(brief, "way_ahead", "Wait for the vote."),
    ):
        window._session.apply(change, "Change")
        assert window.documents._save(path)
    assert window.recovery.beside.later.finish(5)
    return path


@pytest.fixture
def view(saved: Path, window: Window, qtbot: QtBot) -> VersionsView:
    window.actions_by_id["versions"].trigger()
    qtbot.waitUntil(lambda: window.findChild(VersionsView) is not None)
    view = window.findChild(VersionsView)
    assert isinstance(view, VersionsView)
    return view


def press(view: VersionsView, words: str) -> None:
    next(each for each in view.findChildren(QPushButton) if each.text() == words).click()


def parts(view: VersionsView) -> list[str]:
    return [view.parts.item(row).text() for row in range(view.parts.count())]


def choose(view: VersionsView, row: int, wanted: Callable[[], bool], qtbot: QtBot) -> None:
    view.versions.setCurrentRow(row)
    qtbot.waitUntil(wanted)


def test_each_save_is_listed_with_the_size_of_its_change(view: VersionsView, qtbot: QtBot) -> None:
    rows = lambda: [view.versions.item(row).text() for row in range(view.versions.count())]  # noqa: E731
    qtbot.waitUntil(lambda: "first that is kept" in rows()[-1])
    assert len(rows()) == 3
    assert "1 part, " in rows()[0]
    assert all(":" in row for row in rows())


def test_the_whole_brief_comes_back_as_one_step(view: VersionsView, window: Window, user: User, qtbot: QtBot) -> None:
    choose(view, 2, lambda: parts(view) == ["Subject", "Way ahead (new)"], qtbot)
    before = window._session.brief
    press(view, "Take this back")
    assert differences(RICH, window._session.brief) == []
    assert window._session.undo_label == "Take back version"
    window._session.undo()
    assert window._session.brief == before


def test_one_part_comes_back_by_itself(view: VersionsView, window: Window, qtbot: QtBot) -> None:
    choose(view, 2, lambda: parts(view) == ["Subject", "Way ahead (new)"], qtbot)
    press(view, "Take this part back")
    assert window._session.brief.header["subject"] == RICH.header["subject"]
    assert window._session.brief.sections["way_ahead"] == "Wait for the vote."
    qtbot.waitUntil(lambda: parts(view) == ["Way ahead (new)"])
    press(view, "Take this part back")
    qtbot.waitUntil(lambda: view.text.toPlainText() == "Nothing differs.")
    assert not any(each.isEnabled() for each in view.buttons.values())


def test_a_part_that_does_not_fit_any_more_says_so(saved: Path, window: Window, qtbot: QtBot) -> None:
    window._session.apply(lambda brief: changes.remove_source(brief, "s1", with_evidence=True), "Remove")
    before = window._session.brief
    window.recovery.show_versions()
    qtbot.waitUntil(lambda: window.findChild(VersionsView) is not None)
    view = window.findChild(VersionsView)
    assert isinstance(view, VersionsView)
    qtbot.waitUntil(lambda: any(row.startswith("Quote q") for row in parts(view)))
    view.parts.setCurrentRow(next(row for row, each in enumerate(parts(view)) if each.startswith("Quote q")))
    press(view, "Take this part back")
    assert window._session.brief is before
    assert "leans on others" in view._told.text()


def test_without_any_the_status_bar_says_so(user: User, window: Window, qtbot: QtBot) -> None:
    window.actions_by_id["versions"].trigger()
    qtbot.waitUntil(lambda: "no earlier versions" in window.statusBar().currentMessage())


def test_the_settings_say_how_many_are_kept(window: Window, saved: Path) -> None:
    assert len(versions_of(versions_dir(), RICH.id)) == 3
    window.documents.choose(msgspec.structs.replace(window.documents.settings, versions=1))
    window._session.apply(lambda brief: changes.set_title(brief, "Another"), "Title")
    assert window.documents._save(saved)
    assert window.recovery.beside.later.finish(5)
    assert len(versions_of(versions_dir(), RICH.id)) == 1
