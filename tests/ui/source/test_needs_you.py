from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from ui_user import User

from briefer.edit import changes
from briefer.reviewing import findings
from briefer.templates.files import find_template
from briefer.ui.source.needs_you_panel import NeedsYouPanel
from briefer.ui.window import Window


@pytest.fixture
def panel(user: User, on_article: Window) -> NeedsYouPanel:
    """Two passages whose words are gone, shown."""
    for words in ("five ports on Friday", "end of the month"):
        user.drag_over(words)
        user.press(Qt.Key.Key_S)
    _change(on_article, "five ports on Friday", "")
    _change(on_article, "to unplug the", "five ports on Monday to unplug the")
    _change(on_article, "end of the month", "")
    user.bot.mouseClick(on_article.source.needs.button, Qt.MouseButton.LeftButton)
    return on_article.source.needs_panel


def _change(window: Window, old: str, new: str) -> None:
    at = window._session.brief.sources[0].text.index(old)
    window._session.apply(lambda brief: changes.edit_source_text(brief, "s1", at, at + len(old), new), "Edit")


def test_lost_words_are_shown_with_their_likely_places(panel: NeedsYouPanel, on_article: Window) -> None:
    assert on_article.source.needs.words.text() == "2 passages need you"
    assert panel._title.words().startswith("Stake: five ports on Friday")
    assert panel._count.text() == "1 of 2"
    assert panel.choices[0].accessibleName().startswith("Choose: five ports on Monday")
    assert panel.choices[0].hasFocus()


def test_nothing_moves_until_it_is_chosen_and_undo_takes_it_back(
    user: User, panel: NeedsYouPanel, on_article: Window
) -> None:
    before = on_article._session.brief
    assert before.stakes[0].evidence[0].lost
    user.press(Qt.Key.Key_Space)
    anchor = on_article._session.brief.stakes[0].evidence[0]
    assert anchor.exact.startswith("five ports on Monday")
    assert panel._count.text() == "1 of 1"
    on_article._session.undo()
    assert on_article._session.brief == before


def test_the_selection_can_be_chosen_and_a_passage_dropped(
    user: User, panel: NeedsYouPanel, on_article: Window
) -> None:
    user.bot.mouseClick(panel.take_selection, Qt.MouseButton.LeftButton)
    assert "Select the words" in on_article.statusBar().currentMessage()
    user.drag_over("remote modems")
    user.bot.mouseClick(panel.take_selection, Qt.MouseButton.LeftButton)
    assert on_article._session.brief.stakes[0].evidence[0].exact == "remote modems"
    user.bot.mouseClick(panel.drop, Qt.MouseButton.LeftButton)
    assert on_article._session.brief.stakes[1].evidence == ()
    assert not panel.isVisible()
    assert not on_article.source.needs.isVisible()
    assert on_article.source.reader.hasFocus()


def test_a_kept_passage_stays_lost_and_is_not_asked_about_again(
    user: User, panel: NeedsYouPanel, on_article: Window
) -> None:
    before = on_article._session.brief
    for _ in range(2):
        user.bot.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    brief = on_article._session.brief
    assert list(brief.entries()) == list(before.entries())
    assert [left.code for left in brief.left] == ["evidence-lost"] * 2
    assert not on_article.source.needs.isVisible()
    assert not panel.isVisible()
    assert "evidence-lost" not in {found.code for found in findings(brief, find_template("information-note"))}
    user.ctrl(Qt.Key.Key_Z)
    assert on_article.source.needs.isVisible()
    assert on_article.source.needs.words.text() == "1 passage needs you"


def test_esc_leaves_them_for_later(user: User, panel: NeedsYouPanel, on_article: Window) -> None:
    user.press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert on_article.source.needs.isVisible()
    assert on_article.source.needs.button.text() == "Look at them"
    on_article.actions_by_id["needs_you"].trigger()
    QApplication.processEvents()
    assert panel.isVisible()
