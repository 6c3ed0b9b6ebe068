"""A newer version of an article in place of the old one, and what changed between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from article_samples import ARTICLE
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui_user import User, choose_file

from briefer.ui.messages import bands_of
from briefer.ui.source.version_panel import VersionPanel, compared
from briefer.ui.window import Window

NEWER = ARTICLE.replace("Ports told", "All ports told").replace("until the end of the\nmonth to", "a week to")


@pytest.fixture
def replaced(user: User, on_article: Window) -> Window:
    """The article with a newer version in its place."""
    user.put_on_clipboard(NEWER)
    on_article.actions_by_id["newer_text"].trigger()
    return on_article


def open_panel(window: Window) -> VersionPanel:
    window.actions_by_id["newer_changes"].trigger()
    assert window.desk.source_work.versions.panel.isVisible()
    return window.desk.source_work.versions.panel


def changed_words(panel: VersionPanel) -> list[str]:
    words = []
    for start, end in panel._marks:
        cursor = QTextCursor(panel.text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        words.append(cursor.selectedText())
    return words


def test_the_band_leads_to_what_changed(user: User, replaced: Window) -> None:
    (band,) = bands_of(replaced, "source").shown()
    (button,) = [each for each in band.findChildren(QPushButton) if each.text() == "See what changed"]
    user.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = replaced.desk.source_work.versions.panel
    assert changed_words(panel) == ["Ports All ports", "until the end of the month a week"]
    assert panel.count.words() == "2 changes. Struck through: gone. Underlined: new."


def test_going_from_change_to_change_goes_there_in_the_article(user: User, replaced: Window) -> None:
    panel = open_panel(replaced)
    shown: list[str] = []
    text = replaced._session.brief.sources[0].text
    panel.place_shown.connect(lambda start, end: shown.append(text[start:end]))
    for _ in range(3):
        user.bot.mouseClick(panel.steps[1], Qt.MouseButton.LeftButton)
    assert shown == ["All ports", "a week", "All ports"]
    assert panel.count.words() == "Change 1 of 2"


def test_it_follows_undo_and_is_closed_by_esc(user: User, replaced: Window) -> None:
    panel = open_panel(replaced)
    user.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert replaced.source.reader.hasFocus()
    replaced._session.undo()
    open_panel(replaced)
    assert panel.count.words() == "Nothing differs from the version before."
    assert changed_words(panel) == []


def test_without_a_newer_version_there_is_nothing_to_show(on_article: Window) -> None:
    on_article.actions_by_id["newer_changes"].trigger()
    assert "No newer version" in on_article.statusBar().currentMessage()


def test_another_brief_knows_nothing_of_it(replaced: Window) -> None:
    replaced._session.start_new()
    replaced.open_sample()
    replaced.go_to("source")
    replaced.actions_by_id["newer_changes"].trigger()
    assert "No newer version" in replaced.statusBar().currentMessage()


def test_a_file_takes_the_place(user: User, on_article: Window, qtbot: QtBot, tmp_path: Path) -> None:
    user.drag_over("Lena Morvane")
    user.press(Qt.Key.Key_S)
    (tmp_path / "newer.txt").write_text(NEWER, "utf-8")
    user.answer_dialog(choose_file(tmp_path / "newer.txt"))
    on_article.actions_by_id["newer_file"].trigger()
    qtbot.waitUntil(lambda: on_article._session.undo_label == "Replace the article", timeout=20_000)
    (source,) = on_article._session.brief.sources
    assert source.text.startswith("All ports told")
    assert source.file_name == "newer.txt"
    assert on_article._session.brief.stakes[0].evidence[0].exact == "Lena Morvane"
    assert not on_article._session.brief.stakes[0].evidence[0].lost


def test_a_file_that_cannot_be_read_leaves_the_article(
    user: User, on_article: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    before = on_article._session.brief
    (tmp_path / "newer.txt").write_bytes(b"")
    said: list[str] = []
    on_article.desk.source_work.said.connect(said.append)
    user.answer_dialog(choose_file(tmp_path / "newer.txt"))
    on_article.actions_by_id["newer_file"].trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "newer.txt" in said[0]
    assert on_article._session.brief is before


def test_formatted_words_take_the_place(on_article: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<h1>All ports told</h1><p>The Board met again on Wednesday.</p>")
    data.setText("All ports told\nThe Board met again on Wednesday.")
    QGuiApplication.clipboard().setMimeData(data)
    on_article.actions_by_id["newer_text"].trigger()
    qtbot.waitUntil(lambda: on_article._session.undo_label == "Replace the article", timeout=20_000)
    (source,) = on_article._session.brief.sources
    assert [source.text[line.start : line.end] for line in source.headings] == ["All ports told"]


def test_each_change_has_its_place_in_the_newer_version() -> None:
    old, new = "One two three. " * 40 + "Four five.", "One two three. " * 40 + "Four six. Seven."
    found = compared(old, new)
    assert [new[start:end] for start, end in found.places] == ["six", " Seven."] or [
        new[start:end] for start, end in found.places
    ] == ["six. Seven"]
    assert sum(piece.fate == "gap" for piece in found.pieces) == 1
