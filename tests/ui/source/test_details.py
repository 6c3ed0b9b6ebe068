from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton
from ui_user import User, press_button

from briefer.edit.sources import add_source
from briefer.sources.read import source_from_text
from briefer.ui.fitting import ElidedLabel
from briefer.ui.window import Window


def trigger(window: Window, ident: str) -> None:
    window.actions_by_id[ident].trigger()
    QApplication.processEvents()


def test_details_are_typed_into_the_brief_as_steps_of_its_history(user: User, on_article: Window) -> None:
    user.bot.mouseClick(on_article.source.details.line.pencil, Qt.MouseButton.LeftButton)
    user.press(Qt.Key.Key_Tab)
    user.type("Courier")
    source = on_article._session.brief.sources[0]
    assert (source.publisher, source.guessed) == ("Courier", source.guessed)
    assert on_article.source.tabs.bar.tabText(0) == "s1 Courier"
    assert on_article._session.undo_label == "Type outlet"
    user.press(Qt.Key.Key_Escape)
    assert on_article.source.reader.hasFocus()
    assert not on_article.source.details.editing
    user.ctrl(Qt.Key.Key_Z)
    assert on_article._session.brief.sources[0].publisher == ""
    assert on_article.source.details.form.lines["publisher"].hasFocus()


def test_a_guess_is_called_one_until_it_is_confirmed(user: User, on_article: Window) -> None:
    assert "title" in on_article._session.brief.sources[0].guessed
    trigger(on_article, "source_details")
    form = on_article.source.details.form
    assert form._labels["title"].text() == "Title (guess)"
    button = next(each for each in form.findChildren(QPushButton) if "guesses" in each.text())
    user.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert on_article._session.brief.sources[0].guessed == ()
    assert form._labels["title"].text() == "Title"
    assert not button.isVisible()


def guessing(window: Window) -> None:
    text = "Ports told to unplug modems\n\nBy Hanne Lovell\n\n13 November 2026\n\nThe Board met."
    window._session.apply(lambda brief: add_source(brief, source_from_text(text, "s0"))[0], "Paste article")
    QApplication.processEvents()


def guessed(window: Window) -> tuple[str, ...]:
    return window._session.brief.sources[0].guessed


def test_enter_confirms_one_guess_after_the_other_and_shows_what_each_rests_on(
    user: User, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    guessing(window)
    assert guessed(window) == ("title", "author", "published")
    shown: list[str] = []
    text = window._session.brief.sources[0].text
    monkeypatch.setattr(window.source.reader, "reveal", lambda start, end: shown.append(text[start:end]))
    line = window.source.details.line
    assert line.guesses.text() == "3 guesses"
    user.bot.mouseClick(line.guesses, Qt.MouseButton.LeftButton)
    user.press(Qt.Key.Key_Return)
    assert guessed(window) == ("author", "published")
    assert QApplication.focusWidget().accessibleName() == "Byline"
    assert window._session.undo_label == "Confirm title"
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Return)
    assert guessed(window) == ()
    assert not line.guesses.isVisible()
    assert window.source.reader.hasFocus()
    assert shown == ["Ports told to unplug modems", "Hanne Lovell", "13 November 2026"]
    user.ctrl(Qt.Key.Key_Z)
    assert guessed(window) == ("published",)


def test_a_tick_confirms_one_guess(user: User, window: Window) -> None:
    guessing(window)
    trigger(window, "source_details")
    form = window.source.details.form
    assert [name for name, tick in form.ticks.items() if tick.isVisible()] == ["title", "author", "published"]
    user.bot.mouseClick(form.ticks["author"], Qt.MouseButton.LeftButton)
    assert guessed(window) == ("title", "published")
    assert not form.ticks["author"].isVisible()


def test_tab_goes_through_the_lines_and_enter_closes(user: User, on_article: Window) -> None:
    trigger(on_article, "source_details")
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget().accessibleName())
        user.press(Qt.Key.Key_Tab)
    assert seen == ["Title", "Outlet", "Byline", "Date", "Link", "Read on"]
    trigger(on_article, "source_details")
    user.press(Qt.Key.Key_Return)
    assert on_article.source.reader.hasFocus()


def test_the_line_says_what_is_known_and_the_link_asks_first(
    user: User, on_article: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(on_article, "source_details")
    for text in ("Ports", "Courier", "Hanne Lovell", "2026-11-13", "https://courier.example/a-long-way/to-go"):
        on_article.source.details.form.lines["title"].window()
        user.ctrl(Qt.Key.Key_A)
        user.type(text)
        user.press(Qt.Key.Key_Tab)
    user.press(Qt.Key.Key_Escape)
    line = on_article.source.details.line
    assert line.accessibleDescription() == (
        "Courier, Hanne Lovell, 13 November 2026, https://courier.example/a-long-way/to-go"
    )
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    user.answer_dialog(press_button("Open"))
    user.bot.mouseClick(line.link, Qt.MouseButton.LeftButton)
    assert opened == ["https://courier.example/a-long-way/to-go"]


@pytest.mark.parametrize("width", [1100, 1440])
def test_the_author_gives_way_before_the_date(window: Window, width: int) -> None:
    window.open_sample()
    window.resize(width, 700)
    line = window.source.details.line
    QApplication.processEvents()
    shown = {label.words(): label.text() for label in line.findChildren(ElidedLabel)}
    assert shown["· 14 Nov 2026"] == "· 14 Nov 2026"
    assert shown["The Meridian Courier"] == "The Meridian Courier"
    assert ("…" in shown["· Hanne Lovell"]) == (width == 1100)
