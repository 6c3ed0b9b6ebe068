"""Finding the passage that a sentence of the memo rests on, done as a user does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.ui.checks.panel import ChecksPanel
from briefer.ui.memo.section_menu import section_menu
from briefer.ui.memo.section_text import SectionText
from briefer.ui.passages.panel import NOTHING, PassagesPanel
from briefer.ui.window import Window

ARTICLE = (
    "Ports told to unplug\n\nThe Harbour Technology Board has ordered five ports to act by 31 March.\n\n"
    "Inspectors counted 1,140 remote sessions. The ports noticed 96.\n\n"
    "Northern Mutual suspended its cyber clause on 9 November.\n"
)


@pytest.fixture
def summary(user: User, window: Window) -> SectionText:
    """The first section, with the keyboard in it, beside an article."""
    user.put_on_clipboard(ARTICLE)
    window.actions_by_id["paste"].trigger()
    user.alt(Qt.Key.Key_3)
    text = window.memo.sections["summary"].text
    text.setFocus()
    return text


def written(window: Window) -> str:
    return window._session.brief.sections.get("summary", "")


def panel_of(window: Window) -> PassagesPanel | None:
    return next((each for each in window.findChildren(PassagesPanel) if each.isVisible()), None)


def rows(panel: PassagesPanel) -> list[str]:
    view = panel.findChild(QListWidget)
    assert isinstance(view, QListWidget)
    return [str(view.item(at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(view.count())]


def find(user: User) -> None:
    user.ctrl(Qt.Key.Key_J)


def test_one_key_cites_the_best_passage_and_one_undo_takes_it_back(
    user: User, window: Window, summary: SectionText
) -> None:
    user.type("The inspectors saw 1140 sessions. It matters.")
    window.desk._session.seal()
    summary.set_caret(8)
    find(user)
    panel = panel_of(window)
    assert panel is not None
    assert rows(panel)[0].startswith("1: Inspectors counted 1,140 remote sessions.")
    user.press(Qt.Key.Key_Return)
    brief = window._session.brief
    assert written(window) == "The inspectors saw 1140 sessions. [@p1] It matters."
    assert [anchor.exact for anchor in brief.passages[0].evidence] == ["Inspectors counted 1,140 remote sessions."]
    assert (summary.hasFocus(), summary.caret()) == (True, 8)
    user.ctrl(Qt.Key.Key_Z)
    assert written(window) == "The inspectors saw 1140 sessions. It matters."
    assert window._session.brief.passages == ()


def test_whoever_has_just_typed_the_sentence_goes_on_behind_its_citation(
    user: User, window: Window, summary: SectionText
) -> None:
    user.type("Five ports must act by 31 March.")
    find(user)
    user.press(Qt.Key.Key_1)
    user.type(" So")
    assert written(window) == "Five ports must act by 31 March. [@p1] So"


def test_a_digit_cites_the_passage_of_its_number(user: User, window: Window, summary: SectionText) -> None:
    user.type("Ports and inspectors.")
    find(user)
    panel = panel_of(window)
    assert panel is not None
    assert len(rows(panel)) > 1
    second = rows(panel)[1].removeprefix("2: ")
    user.press(Qt.Key.Key_2)
    assert second.startswith(window._session.brief.passages[0].evidence[0].exact)


def test_an_entry_that_holds_the_passage_is_cited_itself(user: User, window: Window, summary: SectionText) -> None:
    user.alt(Qt.Key.Key_1)
    user.drag_over("Northern Mutual suspended its cyber clause on 9 November")
    user.press(Qt.Key.Key_X)
    summary.setFocus()
    user.type("Northern Mutual suspended its clause.")
    find(user)
    panel = panel_of(window)
    assert panel is not None
    assert "Action x1" in rows(panel)[0]
    user.press(Qt.Key.Key_1)
    assert written(window) == "Northern Mutual suspended its clause. [@x1]"
    assert window._session.brief.passages == ()


def test_esc_closes_and_changes_nothing(user: User, window: Window, summary: SectionText) -> None:
    user.type("Five ports must act.")
    find(user)
    user.press(Qt.Key.Key_Escape)
    assert panel_of(window) is None
    assert summary.hasFocus()
    assert written(window) == "Five ports must act."


def test_where_nothing_supports_it_this_is_said_and_own_judgement_offered(
    user: User, window: Window, summary: SectionText
) -> None:
    user.type("Wheat became dearer in spring.")
    find(user)
    panel = panel_of(window)
    assert panel is not None
    assert panel.accessibleDescription().startswith(NOTHING)
    assert rows(panel) == []
    assert panel.own.hasFocus()
    user.press(Qt.Key.Key_Return)
    assert written(window) == "Wheat became dearer in spring. [@own]"
    assert summary.hasFocus()


def test_own_judgement_is_not_offered_where_a_passage_supports_it(
    user: User, window: Window, summary: SectionText
) -> None:
    user.type("Five ports must act by 31 March.")
    find(user)
    panel = panel_of(window)
    assert panel is not None
    assert panel.own.isHidden()


def test_words_in_common_are_bold_and_their_place_is_named(user: User, window: Window, summary: SectionText) -> None:
    user.type("Five ports must act by 31 March.")
    find(user)
    panel = panel_of(window)
    assert panel is not None
    assert "In common: five, ports, act, 31, March" in rows(panel)[0]
    assert "s1 ¶1" in rows(panel)[0]


def test_outside_of_a_section_it_says_what_to_do(user: User, window: Window, summary: SectionText) -> None:
    said: list[str] = []
    window.desk.passages_work.said.connect(said.append)
    user.alt(Qt.Key.Key_1)
    window.actions_by_id["find_passage"].trigger()
    assert said == [
        "The caret is in no sentence of the memo. Go to one (Alt+3) or write one, and press Ctrl+J there."
    ]


def test_in_an_empty_section_and_without_an_article_it_says_what_to_do(user: User, window: Window) -> None:
    said: list[str] = []
    user.alt(Qt.Key.Key_3)
    window.desk.passages_work.said.connect(said.append)
    window.memo.sections["summary"].text.setFocus()
    find(user)
    user.type("Five ports.")
    find(user)
    assert said == [
        "The caret is in no sentence of the memo. Go to one (Alt+3) or write one, and press Ctrl+J there.",
        "There is no article yet to find a passage in. Import or paste one.",
    ]


def test_the_strip_under_a_section_finds_a_passage_for_the_sentence_at_the_caret(
    user: User, window: Window, summary: SectionText
) -> None:
    user.type("Five ports must act by 31 March. Inspectors counted sessions.")
    window.memo.sections["summary"].look_for_sources()
    summary.set_caret(3)
    strip = window.memo.sections["summary"]._strip
    button = next(each for each in strip.buttons if each.text() == "Find a passage")
    button.setFocus()
    user.press(Qt.Key.Key_Space)
    assert panel_of(window) is not None
    user.press(Qt.Key.Key_Return)
    assert written(window) == "Five ports must act by 31 March. [@p1] Inspectors counted sessions."
    assert summary.hasFocus()


def test_the_menu_of_an_unsupported_sentence_offers_it(user: User, window: Window, summary: SectionText) -> None:
    user.type("Five ports must act by 31 March.")
    window.memo.sections["summary"].look_for_sources()
    summary.set_caret(3)
    window.memo.sections["summary"].look_for_sources()
    menu = section_menu(summary, summary.cursorRect().center())
    next(action for action in menu.actions() if action.text() == "&Find a passage…").trigger()
    menu.close()
    assert panel_of(window) is not None


def test_a_claim_without_evidence_leads_there_from_the_list_of_checks(
    qtbot: QtBot, user: User, window: Window, summary: SectionText
) -> None:
    user.type("Northern Mutual suspended its clause on 9 November, and 96 sessions were noticed.")
    window.actions_by_id["list_checks"].trigger()
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(ChecksPanel)))
    panel = next(each for each in window.findChildren(ChecksPanel) if each.isVisible())
    view = panel.findChild(QListWidget)
    assert isinstance(view, QListWidget)
    claim = next(at for at in range(view.count()) if "No evidence has" in view.item(at).text())
    view.setCurrentRow(claim)
    button = next(each for each in panel.findChildren(QPushButton) if each.text() == "Find a &passage…")
    assert button.isVisible()
    button.click()
    QApplication.processEvents()
    assert panel_of(window) is not None
    user.press(Qt.Key.Key_Return)
    assert "[@p1]" in written(window)
    assert summary.hasFocus()


def test_f8_puts_the_caret_into_the_sentence_itself_and_ctrl_j_works_next(
    user: User, window: Window, summary: SectionText, qtbot: QtBot
) -> None:
    """Its words stand in another sentence before it, as part of another figure."""
    user.type("The Board spoke to 1,196 members [@own]. The ports noticed 196.")
    checks = window.desk.checks
    checks.run()
    qtbot.waitUntil(lambda: checks.are_ready, timeout=20_000)
    at = next(number for number, each in enumerate(checks.findings) if each.code == "unsupported-claim")
    user.alt(Qt.Key.Key_1)
    for _ in range(at + 1):
        user.press(Qt.Key.Key_F8)
    assert summary.hasFocus()
    find(user)
    panel = panel_of(window)
    assert panel is not None
    assert "“The ports noticed 196.”" in [each.text() for each in panel.findChildren(QLabel)]


def test_long_articles_are_searched_beside_the_window(
    qtbot: QtBot, user: User, window: Window, summary: SectionText
) -> None:
    user.put_on_clipboard(ARTICLE + "\n\nNobody else has said a word about it in all the years." * 200)
    window.actions_by_id["paste"].trigger()
    summary.setFocus()
    user.type("Five ports must act by 31 March.")
    find(user)
    qtbot.waitUntil(lambda: panel_of(window) is not None, timeout=10_000)
    panel = panel_of(window)
    assert panel is not None
    assert "five ports" in rows(panel)[0]
