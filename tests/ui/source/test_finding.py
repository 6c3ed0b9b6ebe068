from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from ui_user import User

from briefer.edit import changes
from briefer.text.find import MOST
from briefer.ui import find_bar
from briefer.ui.window import Window

_SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find_bar, "PAUSE", 0)


def selected(window: Window) -> str:
    start, end = window.source.reader.selected_range() or (0, 0)
    return window.source.reader.text()[start:end]


def test_words_are_found_while_they_are_typed_and_keys_go_on(user: User, on_article: Window) -> None:
    user.ctrl(Qt.Key.Key_Home)
    user.ctrl(Qt.Key.Key_F)
    bar = on_article.source.find_bar
    assert bar.words.hasFocus()
    user.type("ports")
    user.bot.waitUntil(lambda: bar.answer == "1 of 3")
    assert selected(on_article) == "Ports"
    user.press(Qt.Key.Key_Return)
    assert (bar.answer, selected(on_article)) == ("2 of 3", "ports")
    user.press(Qt.Key.Key_Return, _SHIFT)
    user.press(Qt.Key.Key_F3, _SHIFT)
    assert bar.answer == "3 of 3"
    user.press(Qt.Key.Key_F3)
    assert bar.answer == "1 of 3"
    assert len(on_article.source.reader.extraSelections()) == 3
    user.press(Qt.Key.Key_Escape)
    assert not bar.is_open
    assert on_article.source.reader.hasFocus()
    assert selected(on_article) == "Ports"
    assert on_article.source.reader.extraSelections() == []


def test_a_straight_quote_finds_a_curly_one_and_what_is_selected_is_looked_for(
    user: User, on_article: Window
) -> None:
    user.ctrl(Qt.Key.Key_F)
    user.type('"we act')
    bar = on_article.source.find_bar
    user.bot.waitUntil(lambda: bar.answer == "1 of 1")
    assert selected(on_article) == "“We act"
    user.press(Qt.Key.Key_Escape)
    user.drag_over("Board")
    user.ctrl(Qt.Key.Key_F)
    assert bar.words.text() == "Board"
    assert bar.answer == "1 of 3"


def test_what_is_not_there_is_said_and_typing_never_moves_the_keyboard(user: User, on_article: Window) -> None:
    user.ctrl(Qt.Key.Key_F)
    user.type("zeppelin")
    bar = on_article.source.find_bar
    user.bot.waitUntil(lambda: bar.answer == "Not found")
    assert bar.words.hasFocus()
    assert not bar._replace_row.isVisible()


def test_replace_all_is_one_step_and_passages_follow(user: User, on_article: Window) -> None:
    user.drag_over("five ports")
    user.press(Qt.Key.Key_S)
    before = on_article._session.brief
    user.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | _SHIFT)
    on_article.source.reader.select(0, 0)
    user.ctrl(Qt.Key.Key_F)
    user.type("ports")
    bar = on_article.source.find_bar
    user.bot.waitUntil(lambda: bar.answer == "1 of 3")
    user.bot.keyClicks(bar.other, "havens")
    buttons = {button.text(): button for button in bar.findChildren(QPushButton)}
    user.bot.mouseClick(buttons["Replace"], Qt.MouseButton.LeftButton)
    text = on_article._session.brief.sources[0].text
    assert text.startswith("havens told")
    assert text.count("havens") == 1
    assert selected(on_article) == "ports"
    user.bot.mouseClick(buttons["Replace all"], Qt.MouseButton.LeftButton)
    text = on_article._session.brief.sources[0].text
    assert (text.count("havens"), text.lower().count("ports")) == (3, 0)
    assert bar.answer == "Not found"
    (anchor,) = on_article._session.brief.stakes[0].evidence
    assert anchor.exact == "five havens"
    assert on_article.source.reader.text() == text
    on_article._session.undo()
    on_article._session.undo()
    assert on_article._session.brief == before


def test_the_count_ends_where_nobody_would_go_on(user: User, on_article: Window) -> None:
    on_article.source.edit_text(on=True)
    user.put_on_clipboard("a " * (MOST + 5))
    user.ctrl(Qt.Key.Key_V)
    user.ctrl(Qt.Key.Key_F)
    user.type("a")
    user.bot.waitUntil(lambda: on_article.source.find_bar.answer.endswith("+"))
    assert len(on_article.source.reader.extraSelections()) < 2000


def test_find_in_the_memo_goes_through_its_sections(user: User, on_article: Window) -> None:
    user.alt(Qt.Key.Key_3)
    user.type("The board met. The board ordered.")
    sections = list(on_article.memo.sections.values())
    sections[1].text.setFocus()
    user.type("Board again")
    sections[0].text.setFocus()
    user.ctrl(Qt.Key.Key_F)
    user.type("board")
    bar = on_article.desk.find_work._memo_bar
    user.bot.waitUntil(lambda: bar.answer.endswith(" of 3"))
    user.press(Qt.Key.Key_F3)
    while not bar.answer.startswith("3"):
        user.press(Qt.Key.Key_Return)
    assert sections[1].text.textCursor().selectedText() == "Board"
    assert not sections[0].text.textCursor().hasSelection()
    user.press(Qt.Key.Key_Escape)
    assert sections[1].text.hasFocus()


def test_find_in_the_notes_is_their_filter(user: User, on_article: Window) -> None:
    user.alt(Qt.Key.Key_2)
    user.ctrl(Qt.Key.Key_F)
    assert QApplication.focusWidget() is on_article.notes.filter.field


def test_places_found_in_a_longer_text_are_not_marked_in_a_shorter_one(user: User, on_article: Window) -> None:
    user.ctrl(Qt.Key.Key_F)
    user.type("the")
    user.bot.waitUntil(lambda: " of " in on_article.source.find_bar.answer)
    source = on_article.source.source
    on_article._session.apply(
        lambda brief: changes.edit_source_text(brief, source.id, 40, len(source.text), ""), "Cut"
    )
    on_article.source.search._mark()  # as scrolling does before the bar has looked again
    assert on_article.source.reader.extraSelections() == []
