from __future__ import annotations

import pytest
from article_samples import ARTICLE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from ui_user import User

from briefer.edit import changes
from briefer.text.clean import RULES
from briefer.text.clean.told import told
from briefer.ui.source import work
from briefer.ui.source.cleaning import summary
from briefer.ui.window import Window


def open_panel(user: User, window: Window) -> None:
    user.bot.mouseClick(window.source.cleaning.link, Qt.MouseButton.LeftButton)


def text_of(window: Window) -> str:
    return window._session.brief.sources[0].text


def test_the_line_says_in_words_what_was_done(on_article: Window) -> None:
    source = on_article._session.brief.sources[0]
    assert summary(source) == (
        "Cleaned: 1 line of the web page removed, 1 hyphenated word made whole, 5 broken lines joined, 1 other place mended."
    )
    assert on_article.source.cleaning._words.words() == summary(source)


def test_each_rule_has_words_for_one_and_for_many() -> None:
    for rule in RULES:
        one, many = told(rule, 1), told(rule, 2000)
        assert one.startswith("1 ")
        assert many.startswith("2,000 ")
        assert rule not in (one, many)
        assert one[1:] != many[5:]


def test_a_rule_is_switched_with_highlights_and_undone(user: User, on_article: Window) -> None:
    user.drag_over("unplug the remote")
    user.press(Qt.Key.Key_S)
    before = on_article._session.brief
    open_panel(user, on_article)
    panel = on_article.source.cleaning_panel
    box = panel.rules["unwrap"]
    assert box.text() == "5 broken lines joined"
    user.bot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert "to unplug\nthe remote modems" in text_of(on_article)
    assert on_article.source.reader.text() == text_of(on_article)
    (highlight,) = on_article.source.reader._highlights
    assert text_of(on_article)[highlight.start : highlight.end] == "unplug\nthe remote"
    assert not panel.rules["unwrap"].isChecked()
    assert "1 rule off" in on_article.source.cleaning._words.words()
    user.ctrl(Qt.Key.Key_Z)
    assert on_article._session.brief == before
    assert panel.rules["unwrap"].isChecked()


def test_the_panel_shows_examples_and_hides_by_esc(user: User, on_article: Window) -> None:
    open_panel(user, on_article)
    panel = on_article.source.cleaning_panel
    shown = [label.text() for label in panel.findChildren(QLabel)]
    assert any("opin- ↵ ion" in text and "opinion" in text for text in shown), shown
    joined = [text for text in shown if "to unplug ↵ the" in text]
    assert joined
    assert not any("riday" in text.replace("Friday", "") for text in joined)
    assert any(text == "Advertisement  →  (removed)" for text in shown)
    user.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert on_article.source.reader.hasFocus()
    assert on_article.source.cleaning.link.text() == "Show changes"


def test_an_article_on_one_line_is_shown_in_paragraphs_and_so_is_its_original(user: User, window: Window) -> None:
    QApplication.clipboard().setText("x" * 12_000)
    window.actions_by_id["paste"].trigger()
    assert window._session.brief.sources[0].original == "x" * 12_000
    open_panel(user, window)
    panel = window.source.cleaning_panel
    user.bot.mouseClick(panel._turns["original"], Qt.MouseButton.LeftButton)
    for text in (panel.original.text.toPlainText(), window.source.reader.document().toPlainText()):
        assert max(map(len, text.splitlines())) <= 10_000
        assert text.replace("\n", "") == "x" * 12_000


def test_the_original_is_one_click_away_with_its_changed_places(user: User, on_article: Window) -> None:
    open_panel(user, on_article)
    panel = on_article.source.cleaning_panel
    user.bot.mouseClick(panel._turns["original"], Qt.MouseButton.LeftButton)
    original = panel.original
    assert original.text.toPlainText() == ARTICLE
    assert original.text.isReadOnly()
    count = len(original._edits)
    assert original.count.text() == f"{count} changed places"
    seen = []
    for _ in range(count):
        original.step(1)
        seen.append(original.text.textCursor().selectedText().replace("\u2029", "\n"))
    assert any("Advertisement" in words for words in seen)
    assert original.count.text() == f"Changed place {count} of {count}"
    assert original.text.extraSelections()
    original.step(1)
    assert original.count.text() == f"Changed place 1 of {count}"


def test_a_long_article_is_cleaned_again_beside_the_window(
    user: User, on_article: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "LONG", 10)
    open_panel(user, on_article)
    panel = on_article.source.cleaning_panel
    panel.switched.emit("furniture", False)
    assert "Advertisement" not in text_of(on_article)
    user.bot.waitUntil(lambda: "Advertisement" in text_of(on_article), timeout=15000)
    panel.switched.emit("furniture", True)
    before = on_article._session.brief
    on_article._session.apply(lambda brief: changes.set_title(brief, "Another"), "Title")
    user.bot.waitUntil(lambda: "changed meanwhile" in on_article.statusBar().currentMessage(), timeout=15000)
    assert on_article._session.brief.sources == before.sources
    assert not panel.rules["furniture"].isChecked()


def test_tab_goes_round_the_window_past_the_open_panel_and_the_tabs(user: User, on_article: Window) -> None:
    open_panel(user, on_article)
    first = on_article.focusWidget()
    met = []
    while len(met) < 100 and (not met or on_article.focusWidget() is not first):
        met.append(on_article.focusWidget())
        user.press(Qt.Key.Key_Tab)
    places = [
        met.index(each) for each in (on_article.source.reader, on_article.notes.list, on_article.source.tabs.bar)
    ]
    assert places == sorted(places)
    assert on_article.source.cleaning_panel.isAncestorOf(first)
    assert met[-1] is on_article.source.cleaning.link


def test_the_open_panel_follows_when_the_only_article_makes_way_for_another(user: User, on_article: Window) -> None:
    open_panel(user, on_article)
    assert on_article.source.cleaning_panel.rules
    on_article._session.undo()
    assert on_article.source.source is None
    user.put_on_clipboard("The Board met on Tuesday. Nothing in this text had to be cleaned.")
    on_article.actions_by_id["paste"].trigger()
    assert text_of(on_article).startswith("The Board met")
    assert on_article.source.cleaning_panel.rules == {}
