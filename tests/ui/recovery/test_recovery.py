"""Nothing typed is lost in a crash: it is kept within seconds, offered at the next start, and never put over a file."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from rich_brief import rich_brief
from ui_user import User, press_button

from briefer.edit import changes
from briefer.files import fingerprint
from briefer.store.briefs import parse_brief, read_brief, save_brief
from briefer.store.recovery import Copy, Kept, kept_bytes, recovery_dir
from briefer.ui.app import make_window
from briefer.ui.recovery import autosave
from briefer.ui.recovery.compare_view import CompareView
from briefer.ui.window import Window

Copies = Callable[[], list[Path]]
Leave = Callable[..., Path]
RICH = rich_brief()


def press(words: str, place: QWidget) -> None:
    """Press the button of these words that is seen in a place."""
    next(each for each in place.findChildren(QPushButton) if each.text() == words and each.isVisible()).click()


def subject_in(file: Path) -> str:
    return parse_brief(kept_bytes(Copy(file, Kept("brief", "", "")))).header.get("subject", "")


def settled(window: Window, qtbot: QtBot) -> None:
    """All that is done later is done, and told."""
    assert window.recovery.beside.later.finish(5)
    qtbot.wait(1)


def type_subject(user: User, words: str) -> None:
    user.alt(Qt.Key.Key_3)
    line = user.window.memo.header.lines["subject"]
    line.setFocus()
    user.type(words)


def looked(window: Window, qtbot: QtBot) -> None:
    window.recovery.look()
    settled(window, qtbot)


# Kept


def test_what_was_never_saved_is_kept_until_it_is(
    user: User, window: Window, qtbot: QtBot, copies: Copies, tmp_path: Path
) -> None:
    type_subject(user, "Gates")
    qtbot.waitUntil(lambda: len(copies()) == 1 and subject_in(copies()[0]) == "Gates")
    user.type(" of Orsel")
    qtbot.waitUntil(lambda: subject_in(copies()[0]) == "Gates of Orsel")
    assert list(tmp_path.iterdir()) == []
    assert window.documents._save(tmp_path / "x.brief")
    settled(window, qtbot)
    assert list(recovery_dir().iterdir()) == []
    user.type("!")
    qtbot.waitUntil(lambda: len(copies()) == 1)
    while window._session.undo_label and not window._session.is_saved:
        user.ctrl(Qt.Key.Key_Z)
    settled(window, qtbot)
    assert copies() == []


def test_typing_without_a_pause_is_kept_all_the_same(
    qtbot: QtBot, copies: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (autosave.LONGEST, autosave.PAUSE) == (30_000, 1)
    monkeypatch.setattr(autosave, "PAUSE", 1_000_000)
    monkeypatch.setattr(autosave, "LONGEST", 1)
    window = make_window()
    qtbot.addWidget(window, before_close_func=lambda w: w._session._history.mark_saved())
    window._session.apply(lambda brief: changes.set_header(brief, "subject", "Gates"), "Type")
    qtbot.waitUntil(lambda: len(copies()) == 1)


def test_who_closes_without_saving_leaves_no_copy(user: User, window: Window, qtbot: QtBot, copies: Copies) -> None:
    type_subject(user, "Gates")
    qtbot.waitUntil(lambda: len(copies()) == 1)
    user.answer_dialog(press_button("Cancel"))
    window.close()
    assert len(copies()) == 1
    user.answer_dialog(press_button("Discard"))
    window.close()
    assert list(recovery_dir().iterdir()) == []


def test_a_copy_that_cannot_be_written_is_told_until_one_can(
    user: User, window: Window, qtbot: QtBot, copies: Copies, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        type_subject(user, "Gates")
        qtbot.waitUntil(lambda: bool(window.bands.shown()))
    (band,) = window.bands.shown()
    assert band.words.startswith("What you type cannot be kept against a crash.")
    assert "no space left on the disk" in band.words
    user.type("!")
    qtbot.waitUntil(lambda: window.bands.shown() == [])
    assert subject_in(copies()[0]) == "Gates!"


# Offered


def test_what_a_crash_left_is_opened_beside_its_file(
    user: User, window: Window, qtbot: QtBot, copies: Copies, leave: Leave, tmp_path: Path
) -> None:
    path = tmp_path / "dam.brief"
    old = save_brief(RICH, path)
    file = leave(changes.set_header(RICH, "subject", "Gates of Orsel"), path=path, sha256=old.sha256)
    looked(window, qtbot)
    (band,) = window.bands.shown()
    assert band.words.startswith("Unsaved work was kept: “Dam”.")
    assert str(path) in band.words
    assert "1 part differs from the file" in band.words
    press("Open it", band)
    assert window.bands.shown() == []
    assert window._session.path == path
    assert not window._session.is_saved
    assert window._session.brief.header["subject"] == "Gates of Orsel"
    assert read_brief(path).brief == RICH
    settled(window, qtbot)
    assert not file.exists()
    (kept,) = copies()
    assert subject_in(kept) == "Gates of Orsel"
    user.ctrl(Qt.Key.Key_S)
    assert read_brief(path).brief.header["subject"] == "Gates of Orsel"
    settled(window, qtbot)
    assert list(recovery_dir().iterdir()) == []


def test_a_copy_stays_until_what_it_held_is_kept_again(
    window: Window, qtbot: QtBot, leave: Leave, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = leave(RICH)
    looked(window, qtbot)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        press("Open it", window.bands)
        settled(window, qtbot)
    assert window._session.brief.id == RICH.id
    assert window._session.path is None
    assert file.exists()


def test_the_file_that_was_changed_since_is_not_overwritten(
    user: User, window: Window, qtbot: QtBot, leave: Leave, tmp_path: Path
) -> None:
    path = tmp_path / "dam.brief"
    theirs = changes.set_title(RICH, "Theirs")
    save_brief(theirs, path)
    leave(changes.set_title(RICH, "Mine"), path=path, sha256=fingerprint(b"what it was").sha256)
    looked(window, qtbot)
    (band,) = window.bands.shown()
    assert "The file was changed after that as well." in band.words
    press("Open it", band)
    user.ctrl(Qt.Key.Key_S)
    assert read_brief(path).brief == theirs
    assert any("Another program has changed this brief." in band.words for band in window.bands.shown())


def test_discarding_asks_first(user: User, window: Window, qtbot: QtBot, leave: Leave) -> None:
    file = leave(RICH)
    looked(window, qtbot)
    user.answer_dialog(press_button("Cancel"))
    press("Discard…", window.bands)
    assert file.exists()
    assert len(window.bands.shown()) == 1
    user.answer_dialog(press_button("Discard"))
    press("Discard…", window.bands)
    assert not file.exists()
    assert window.bands.shown() == []


def test_another_brief_does_not_take_the_offer_away(window: Window, qtbot: QtBot, leave: Leave) -> None:
    leave(RICH)
    looked(window, qtbot)
    window.open_sample()
    assert len(window.bands.shown()) == 1


def test_three_are_offered_at_once_and_the_others_after_them(
    user: User, window: Window, qtbot: QtBot, leave: Leave
) -> None:
    for number in range(5):
        leave(changes.set_title(RICH, f"Brief {number}"), name=f"Brief {number}")
    looked(window, qtbot)
    assert len(window.bands.shown()) == 3
    assert "2 more like this follow." in window.bands.shown()[0].words
    user.answer_dialog(press_button("Discard"))
    press("Discard…", window.bands.shown()[0])
    assert len(window.bands.shown()) == 3


def test_what_is_in_its_file_already_is_not_offered(
    window: Window, qtbot: QtBot, leave: Leave, tmp_path: Path
) -> None:
    path = tmp_path / "dam.brief"
    save_brief(RICH, path)
    file = leave(RICH, path=path)
    looked(window, qtbot)
    assert window.bands.shown() == []
    assert not file.exists()


def test_a_copy_that_cannot_be_read_is_told_and_stays(window: Window, qtbot: QtBot, leave: Leave) -> None:
    file = leave(RICH)
    file.write_bytes(file.read_bytes()[:-400])
    looked(window, qtbot)
    press("Open it", window.bands)
    (band,) = window.bands.shown()
    assert band.words.startswith("The work that was kept cannot be opened. It stays where it is.")
    assert file.exists()


def test_the_comparison_shows_the_words_that_went_and_came(
    window: Window, qtbot: QtBot, leave: Leave, tmp_path: Path
) -> None:
    path = tmp_path / "dam.brief"
    save_brief(changes.set_header(RICH, "subject", "The dam is dry"), path)
    leave(changes.set_header(RICH, "subject", "The dam is full"), path=path)
    looked(window, qtbot)
    press("Compare…", window.bands)
    qtbot.waitUntil(lambda: window.findChild(CompareView) is not None)
    view = window.findChild(CompareView)
    assert isinstance(view, CompareView)
    qtbot.waitUntil(lambda: bool(view.text.toPlainText()))
    assert view.parts.count() == 1
    assert view.text.toPlainText() == "The dam is dry full"
    text = view.text.document()
    assert [name for name in ("dry", "full") if text.find(name).charFormat().fontStrikeOut()] == ["dry"]
    assert [name for name in ("dry", "full") if text.find(name).charFormat().fontUnderline()] == ["full"]
    press("Close", view)
    assert len(window.bands.shown()) == 1
    press("Compare…", window.bands)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(CompareView)))
    press("Open it", window)
    assert window._session.brief.header["subject"] == "The dam is full"
    assert read_brief(path).brief.header["subject"] == "The dam is dry"
    assert window.bands.shown() == []


# A window that is killed

DYING = Path(__file__).parents[2] / "dying_window.py"


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
@pytest.mark.parametrize("has_file", [True, False])
def test_a_window_that_is_killed_loses_nothing_that_was_kept(
    window: Window, qtbot: QtBot, copies: Copies, tmp_path: Path, has_file: bool
) -> None:
    path = tmp_path / "dam.brief"
    save_brief(RICH, path)
    for _ in range(2):  # the second is killed while the copy of the first waits for an answer
        done = subprocess.run([sys.executable, DYING, *([path] if has_file else [])], timeout=60, check=False)
        assert done.returncode == -signal.SIGKILL
    assert read_brief(path).brief == RICH
    looked(window, qtbot)
    first, second = window.bands.shown()
    assert ("dam.brief" in first.words) == has_file
    press("Open it", first)
    assert window._session.brief.header["subject"] == "Typed 1"
    assert window._session.path == (path if has_file else None)
    settled(window, qtbot)
    assert len(copies()) == 2
    assert window.bands.shown() == [second]
    assert window.documents._save(path if has_file else tmp_path / "new.brief")
    settled(window, qtbot)
    assert len(copies()) == 1


# Templates

TEMPLATE = "---\nname: Weekly\nfields: []\n---\n\n# {{ subject }}\n"


def test_the_text_of_a_template_is_kept_and_offered(
    user: User, window: Window, qtbot: QtBot, copies: Copies, leave: Leave, tmp_path: Path
) -> None:
    path = tmp_path / "weekly.md"
    path.write_text(TEMPLATE, "utf-8")
    file = leave((TEMPLATE + "typed\n").encode(), name="Weekly", path=path)
    looked(window, qtbot)
    (band,) = window.bands.shown()
    assert "the template “Weekly”" in band.words
    press("Open it", band)
    work = window.modes.templates.editing.work
    qtbot.waitUntil(lambda: work.is_open)
    assert work._view.text.text() == TEMPLATE + "typed\n"
    assert path.read_text("utf-8") == TEMPLATE
    assert not work.is_saved
    qtbot.waitUntil(lambda: not file.exists() and len(copies()) == 1)
    assert work.save()
    assert path.read_text("utf-8") == TEMPLATE + "typed\n"
    qtbot.waitUntil(lambda: copies() == [])
