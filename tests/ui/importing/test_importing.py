"""Articles brought in as a person does it: files, folders, passwords, failures, stops."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bench.samples import article
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from ui_user import User, press_button

from briefer.errors import DataError, LockedError
from briefer.sources import read as reading
from briefer.sources.read import Imported, source_from_text
from briefer.ui.importing import work
from briefer.ui.importing.list import ImportList
from briefer.ui.messages import bands_of
from briefer.ui.window import Window

LONG = 30_000


def write(folder: Path, name: str, code_points: int = 400) -> Path:
    path = folder / name
    path.write_text(article(code_points), "utf-8")
    return path


def names(window: Window) -> list[str]:
    return [source.file_name for source in window._session.brief.sources]


def shown(window: Window) -> ImportList:
    (found,) = [each for each in window.findChildren(ImportList) if each.isVisible()]
    return found


def states(window: Window) -> list[str]:
    return [row.words.text() for row in shown(window).rows]


@pytest.fixture
def in_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """All files are small enough to be read at once."""
    monkeypatch.setattr(work, "_is_small", lambda path: True)


def test_files_that_come_together_are_sources_in_one_step_and_the_first_is_in_view(
    window: Window, tmp_path: Path
) -> None:
    window.take_files([write(tmp_path, f"{name}.txt") for name in "abc"])
    assert names(window) == ["a.txt", "b.txt", "c.txt"]
    assert window.source.source is not None
    assert window.source.source.file_name == "a.txt"
    assert not [each for each in window.findChildren(ImportList) if each.isVisible()]
    assert window._session.undo_label == "Import 3 articles"
    window._session.undo()
    assert names(window) == []


def test_one_that_fails_stops_no_other_and_can_be_tried_again(user: User, window: Window, tmp_path: Path) -> None:
    paths = [write(tmp_path, "a.txt"), tmp_path / "late.txt", write(tmp_path, "c.txt")]
    window.take_files(paths)
    assert names(window) == ["a.txt", "c.txt"]
    assert states(window)[::2] == ["Added", "Added"]
    assert "late.txt" in shown(window).rows[1].accessibleName()
    assert shown(window).title.text() == "2 of 3 articles added, 1 could not be read"
    before = window._session.brief
    user.bot.mouseClick(shown(window).rows[1].retry, Qt.MouseButton.LeftButton)
    assert window._session.brief is before  # it is still not there
    write(tmp_path, "late.txt")
    user.bot.mouseClick(shown(window).rows[1].retry, Qt.MouseButton.LeftButton)
    assert names(window) == ["a.txt", "c.txt", "late.txt"]
    window._session.undo()
    assert names(window) == []


def test_a_single_file_that_fails_is_told_by_a_band_that_tries_again(window: Window, tmp_path: Path) -> None:
    window.take_files([tmp_path / "late.txt"])
    (band,) = bands_of(window, "source").shown()
    assert band.words.startswith("late.txt cannot be imported.")
    write(tmp_path, "late.txt")
    window.documents.importing._again(window.documents.importing._batch.files[0], "")  # type: ignore[union-attr]
    assert names(window) == ["late.txt"]
    assert bands_of(window, "source").shown() == []


def test_a_folder_gives_its_readable_files(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("b.txt", "A.md", "z.exe", ".hidden.txt"):
        write(tmp_path, name)
    (tmp_path / "further").mkdir()
    write(tmp_path / "further", "c.txt")
    window.take_files([tmp_path])
    qtbot.waitUntil(lambda: len(names(window)) == 2, timeout=20_000)
    assert names(window) == ["A.md", "b.txt"]


def test_a_folder_without_articles_says_so(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.take_files([tmp_path])
    qtbot.waitUntil(lambda: bool(bands_of(window, "source").shown()), timeout=20_000)
    assert "holds no files that can be read" in bands_of(window, "source").shown()[0].words


def locked(path: Path, ident: str, password: str = "") -> Imported:
    if password != "sesame":
        message = "the password is not the right one" if password else "it is protected by a password"
        raise LockedError(message, "type its password", path=path)
    return Imported(source_from_text("The Board met behind closed doors.", ident), ("page 2 holds no text: a scan",))


def test_a_locked_file_asks_for_its_password_in_the_list(
    user: User, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_the_window: None
) -> None:
    monkeypatch.setattr("briefer.sources.read.import_file", locked)
    window.take_files([write(tmp_path, "secret.pdf")])
    row = shown(window).rows[0]
    assert row.password.hasFocus()
    user.type("open")
    user.press(Qt.Key.Key_Return)
    assert states(window) == ["The password is not the right one. Type its password."]
    assert row.password.text() == ""
    assert row.password.hasFocus()
    user.type("sesame")
    user.press(Qt.Key.Key_Return)
    assert len(names(window)) == 1
    assert states(window) == ["Added. Page 2 holds no text: a scan."]
    assert "sesame" not in repr(window.documents.importing._batch)
    user.press(Qt.Key.Key_Escape)
    assert not row.isVisible()


def test_what_was_told_of_a_file_is_shown(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_the_window: None
) -> None:
    found = Imported(source_from_text("The Board met.", "s0"), ("2 tracked deletions left out.",))
    monkeypatch.setattr("briefer.sources.read.import_file", lambda *_: found)
    window.take_files([write(tmp_path, "minutes.docx")])
    assert states(window) == ["Added. 2 tracked deletions left out."]


def test_one_of_several_can_be_left_out_and_the_others_go_on(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.take_files([write(tmp_path, f"{name}.txt", LONG) for name in "abc"])
    assert states(window) == ["Reading…", "Waiting", "Waiting"]
    qtbot.mouseClick(shown(window).rows[0].stop, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shown(window).rows[2].stop, Qt.MouseButton.LeftButton)
    assert states(window) == ["Stopped, not added", "Reading…", "Stopped, not added"]
    qtbot.waitUntil(lambda: names(window) == ["b.txt"], timeout=20_000)
    assert not window.documents.importing._batch.going  # type: ignore[union-attr]


def test_all_that_is_not_read_yet_can_be_stopped(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.take_files([write(tmp_path, f"{name}.txt", LONG) for name in "abc"])
    qtbot.mouseClick(shown(window).stop_all, Qt.MouseButton.LeftButton)
    assert not window.documents.importing._batch.going  # type: ignore[union-attr]
    assert names(window) == []


def test_cancel_in_the_status_bar_stops_all_of_an_import(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.take_files([write(tmp_path, f"{name}.txt", LONG) for name in "ab"])
    window.busy.cancel()
    assert names(window) == []
    said = "0 of 2 articles added, 2 stopped"
    assert window.documents.importing._batch.summary() == said  # type: ignore[union-attr]


def test_files_that_come_while_others_are_read_wait_in_the_same_list(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window.take_files([write(tmp_path, f"{name}.txt", LONG) for name in "ab"])
    window.take_files([write(tmp_path, "c.txt")])
    assert len(states(window)) == 3
    qtbot.waitUntil(lambda: names(window) == ["a.txt", "b.txt", "c.txt"], timeout=20_000)


def test_a_failed_import_leaves_the_brief_as_it_was(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_the_window: None
) -> None:
    def fail(*_: object) -> Imported:
        raise DataError("it is damaged", "save it again")

    before = window._session.brief
    monkeypatch.setattr("briefer.sources.read.import_file", fail)
    window.take_files([write(tmp_path, "a.pdf")])
    assert window._session.brief is before
    assert not window._session.undo_label


def test_the_dialogs_offer_what_can_be_read() -> None:
    from briefer.ui.documents import article_filter

    offered = re.findall(r"\*(\.\w+)", article_filter(".brief"))
    assert offered == [*filter(None, reading.READERS), ".brief"]


# Pastes and links


def put(*, text: str = "", html: str = "", urls: tuple[str, ...] = ()) -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    QGuiApplication.clipboard().setMimeData(data)


def test_formatted_words_keep_their_headings(window: Window, qtbot: QtBot) -> None:
    html = "<h1>Ports told</h1><p>The Board met on Tuesday.</p><ul><li>One port</li><li>Two ports</li></ul>"
    put(html=html, text="Ports told\nThe Board met on Tuesday.\nOne port\nTwo ports")
    window.documents.paste_article()
    qtbot.waitUntil(lambda: bool(names(window)), timeout=20_000)
    (source,) = window._session.brief.sources
    assert [source.text[line.start : line.end] for line in source.headings] == ["Ports told"]
    assert "One port" in source.text


def test_formatted_words_that_lack_some_of_the_plain_ones_are_pasted_plain(window: Window, qtbot: QtBot) -> None:
    put(html="<p>The Board</p>", text="The Board met on Tuesday, and nobody said why it had to be so late.")
    window.documents.paste_article()
    qtbot.waitUntil(lambda: bool(names(window)), timeout=20_000)
    assert "nobody said why" in window._session.brief.sources[0].text


LINK = "https://news.example/ports?id=4"


def paste_words(window: Window) -> None:
    put(text="The Board met on Tuesday.")
    window.documents.paste_article()


def test_a_link_becomes_that_of_the_article_at_hand(window: Window) -> None:
    paste_words(window)
    put(text=f" {LINK}\n")
    window.documents.paste_article()
    (source,) = window._session.brief.sources
    assert source.url == LINK
    assert window._session.undo_label == "Take link"


def test_a_link_without_an_article_asks_for_its_words_and_waits_for_them(window: Window) -> None:
    put(text=LINK)
    window.documents.paste_article()
    assert not window._session.brief.sources
    (band,) = bands_of(window).shown()
    assert "never goes to the network" in band.words
    paste_words(window)
    (source,) = window._session.brief.sources
    assert (source.url, "url" in source.guessed) == (LINK, True)
    assert bands_of(window).shown() == []


def test_a_link_is_forgotten_with_its_message(window: Window) -> None:
    put(text=LINK)
    window.documents.paste_article()
    bands_of(window).shown()[0].go()
    paste_words(window)
    assert window._session.brief.sources[0].url == ""


def test_a_link_that_another_article_has_is_a_link_for_the_next(window: Window) -> None:
    paste_words(window)
    put(text=LINK)
    window.documents.paste_article()
    put(text="https://other.example/")
    window.documents.paste_article()
    assert window._session.brief.sources[0].url == LINK
    assert len(bands_of(window).shown()) == 1


def test_a_link_opens_only_after_a_question(user: User, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(work.QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    user.answer_dialog(press_button("Cancel"))
    window.documents.importing._open(LINK)
    assert opened == []
    user.answer_dialog(press_button("Open"))
    window.documents.importing._open(LINK)
    assert opened == [LINK]
    paste_words(window)
    assert window._session.brief.sources[0].url == LINK


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.url", f"[InternetShortcut]\r\nURL={LINK}\r\n"),
        ("page.desktop", f"[Desktop Entry]\nType=Link\nURL={LINK}\n"),
        (
            "page.webloc",
            f'<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>{LINK}</string></dict></plist>',
        ),
    ],
)
def test_a_file_that_holds_a_link_is_one(window: Window, tmp_path: Path, name: str, content: str) -> None:
    paste_words(window)
    (tmp_path / name).write_text(content, "utf-8")
    window.take_files([tmp_path / name])
    assert window._session.brief.sources[0].url == LINK


def test_a_link_that_is_let_fall_is_one(window: Window) -> None:
    paste_words(window)
    put(urls=(LINK,))
    window._paste()
    assert window._session.brief.sources[0].url == LINK
