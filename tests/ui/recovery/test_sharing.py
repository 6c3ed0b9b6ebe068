"""One brief and two who have it open, or two programs that write it: whole files, and nobody's words are lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rich_brief import rich_brief
from ui_user import User, press_button

from briefer.edit import changes
from briefer.model.brief import Brief
from briefer.store.briefs import read_brief, save_brief
from briefer.store.versions import read_version, versions_dir, versions_of
from briefer.ui.app import make_window
from briefer.ui.recovery.compare_view import CompareView
from briefer.ui.session import Session
from briefer.ui.window import Window

RICH = rich_brief()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "dam.brief"
    save_brief(RICH, path)
    return path


@pytest.fixture
def other(window: Window, path: Path, qtbot: QtBot) -> Window:
    """A second window on the brief that the first has open."""
    assert window.documents.open(path)
    other = make_window()
    qtbot.addWidget(other, before_close_func=lambda w: w._session._history.mark_saved())
    other.show()
    assert other.documents.open(path)
    return other


def press(words: str, place: QWidget) -> None:
    next(each for each in place.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()


def set_title(window: Window, title: str) -> None:
    window._session.apply(lambda brief: changes.set_title(brief, title), "Title")


def said(window: Window) -> list[str]:
    return [band.words for band in window.bands.shown()]


def test_the_second_is_told_who_has_it_and_does_not_save(window: Window, other: Window, path: Path) -> None:
    (words,) = said(other)
    assert words.startswith("This brief is open elsewhere.")
    assert f"process {os.getpid()}" in words
    assert said(window) == []
    set_title(other, "Second")
    assert not other.documents.save()
    assert read_brief(path).brief == RICH
    assert len(said(other)) == 1
    set_title(window, "First")
    assert window.documents.save()
    assert read_brief(path).brief.title == "First"


def test_whoever_takes_over_saves_and_the_first_is_told(window: Window, other: Window, path: Path) -> None:
    press("Take over", other.bands)
    set_title(other, "Second")
    assert other.documents.save()
    assert read_brief(path).brief.title == "Second"
    set_title(window, "First")
    assert not window.documents.save()
    assert read_brief(path).brief.title == "Second"
    assert said(window)[0].startswith("This brief is open elsewhere.")
    assert window._session.brief.title == "First"
    press("Take over", window.bands)
    assert not window.documents.save()
    assert any(words.startswith("Another program has changed this brief.") for words in said(window))
    assert read_brief(path).brief.title == "Second"


def test_who_comes_back_to_the_window_is_told_of_a_take_over(window: Window, other: Window) -> None:
    press("Take over", other.bands)
    window.documents.look_for_changes()
    assert said(window)[0].startswith("This brief is open elsewhere.")
    window.bands.clear()
    window.documents.look_for_changes()
    assert said(window) == []


def test_the_second_saves_when_the_first_has_closed_it(window: Window, other: Window, path: Path) -> None:
    set_title(other, "Second")
    window._session.start_new()
    other.documents.look_for_changes()
    assert said(other) == []
    assert other.documents.save()
    assert read_brief(path).brief.title == "Second"
    assert (path.parent / ".dam.brief.lock").exists()


def test_the_locks_are_gone_when_both_are(window: Window, other: Window, path: Path) -> None:
    press("Take over", other.bands)
    window._session.close()
    assert (path.parent / ".dam.brief.lock").exists()
    other._session.close()
    assert sorted(each.name for each in path.parent.iterdir()) == ["dam.brief"]


def test_nobody_saves_over_a_brief_that_is_open_elsewhere(window: Window, path: Path, qtbot: QtBot) -> None:
    holder = Session()
    holder.open(path)
    set_title(window, "Mine")
    assert not window.documents._save(path)
    (words,) = said(window)
    assert words.startswith("The brief was not saved. Your work is still in this window.")
    assert str(path) in words
    assert "It is open elsewhere: " in words
    assert read_brief(path).brief == RICH
    assert window._session.path is None
    holder.close()
    assert window.documents._save(path)
    assert read_brief(path).brief.title == "Mine"
    assert said(window) == []


def test_a_name_that_leads_to_ones_own_file_is_ones_own(window: Window, path: Path, tmp_path: Path) -> None:
    (tmp_path / "link.brief").symlink_to(path)
    assert window.documents.open(path)
    set_title(window, "Mine")
    assert window.documents._save(tmp_path / "link.brief")
    assert read_brief(path).brief.title == "Mine"


def change_outside(path: Path) -> Brief:
    """Another program writes as many bytes at the same time of day."""
    before = path.stat()
    theirs = changes.set_header(RICH, "subject", RICH.header["subject"][::-1])
    save_brief(theirs, path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    return theirs


def kept(window: Window) -> list[Brief]:
    assert window.recovery.beside.later.finish(5)
    return [read_version(each) for each in versions_of(versions_dir(), RICH.id)]


def test_what_another_program_wrote_is_compared_and_kept(
    window: Window, path: Path, qtbot: QtBot, user: User
) -> None:
    assert window.documents.open(path)
    set_title(window, "Mine")
    theirs = change_outside(path)
    assert not window.documents.save()
    press("Compare…", window.bands)
    qtbot.waitUntil(lambda: window.findChild(CompareView) is not None)
    view = window.findChild(CompareView)
    assert isinstance(view, CompareView)
    assert [view.parts.item(row).text() for row in range(view.parts.count())] == ["Title", "Subject"]
    press("Keep mine", view)
    assert read_brief(path).brief.title == "Mine"
    assert theirs.header in [brief.header for brief in kept(window)]
    assert said(window) == []


def test_the_comparison_that_is_closed_leaves_the_question(window: Window, path: Path, qtbot: QtBot) -> None:
    assert window.documents.open(path)
    set_title(window, "Mine")
    change_outside(path)
    window.documents.look_for_changes()
    press("Compare…", window.bands)
    qtbot.waitUntil(lambda: window.findChild(CompareView) is not None)
    press("Close", window)
    assert len(said(window)) == 1


def test_what_was_typed_is_kept_when_theirs_is_read(window: Window, path: Path, user: User) -> None:
    assert window.documents.open(path)
    set_title(window, "Mine")
    theirs = change_outside(path)
    window.documents.look_for_changes()
    user.answer_dialog(press_button("Cancel"))
    press("Reload", window.bands)
    assert window._session.brief.title == "Mine"
    assert len(said(window)) == 1
    user.answer_dialog(press_button("Reload"))
    press("Reload", window.bands)
    assert window._session.brief == theirs
    assert "Mine" in [brief.title for brief in kept(window)]


def test_what_another_program_damaged_is_told_until_ones_own_takes_its_place(window: Window, path: Path) -> None:
    assert window.documents.open(path)
    set_title(window, "Mine")
    path.write_bytes(b"{")
    window.documents.look_for_changes()
    window.documents.keep_theirs()
    assert any(words.startswith("dam.brief cannot be opened.") for words in said(window))
    assert window._session.brief.title == "Mine"
    window.documents.keep_mine(path)
    assert read_brief(path).brief.title == "Mine"
    assert said(window) == []


def test_a_folder_that_is_gone_is_named_and_the_text_stays(window: Window, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert window.documents.open(path)
    assert window.documents._save(folder / "dam.brief")
    set_title(window, "Mine")
    for each in folder.iterdir():
        each.unlink()
    folder.rmdir()
    assert not window.documents.save()
    assert "Its folder does not exist." in said(window)[0]
    assert window._session.brief.title == "Mine"
    folder.mkdir()
    assert window.documents.save()
    assert read_brief(folder / "dam.brief").brief.title == "Mine"
