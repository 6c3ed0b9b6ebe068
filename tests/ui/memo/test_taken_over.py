"""A part that a person writes in place of the notes, and what these have changed since."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from ui_user import User

from briefer.edit import changes
from briefer.ui.memo.news_panel import PAGE
from briefer.ui.memo.written_bar import WrittenBar
from briefer.ui.window import Window

LOW = "| Low | One maker holds 70 per cent of the market [@k5] |  |"


@pytest.fixture
def bar(window: Window) -> WrittenBar:
    """The bar over the stakes of the sample, just taken over, the keyboard at their end."""
    window.open_sample()
    window.desk.memo_work.write_instead("at_stake")
    settle(window)
    return bar_of(window)


def bar_of(window: Window) -> WrittenBar:
    found = window.memo.sections["at_stake"].bar
    assert found is not None
    return found


def settle(window: Window) -> None:
    """Let what waits for a pause happen now."""
    writing = window.memo._writing
    for editor in writing.sections.values():
        editor._begin_reading()
    writing._parts._pause.stop()
    writing._parts._make()
    while writing._parts._left:
        writing._parts._compare_next()
    QApplication.processEvents()


def click(user: User, bar: WrittenBar, words: str) -> None:
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == words and b.isVisible())
    user.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(user.window)


def text_of(window: Window) -> str:
    return window._session.brief.sections["at_stake"]


def change_note(window: Window, ident: str, **values: str) -> None:
    window._session.apply(lambda brief: changes.update_entry(brief, ident, **values), "Change")
    settle(window)


def change_text(window: Window, old: str, new: str) -> None:
    text = text_of(window)
    assert old in text
    window._session.apply(lambda brief: changes.set_section(brief, "at_stake", text.replace(old, new)), "Type")
    settle(window)


def said(bar: WrittenBar) -> list[str]:
    """What the panel of the changes says, in reading order."""
    assert bar.panel is not None
    labels: list[QLabel] = []
    for row in bar.panel._rows:
        labels += [row] if isinstance(row, QLabel) else row.findChildren(QLabel)
    return [QTextDocumentFragment.fromHtml(label.text()).toPlainText() for label in labels]


def radios(bar: WrittenBar) -> list[QRadioButton]:
    assert bar.panel is not None
    return bar.panel.findChildren(QRadioButton)


def test_what_changed_in_the_notes_is_shown_and_comes_into_the_text_when_asked(
    user: User, window: Window, bar: WrittenBar
) -> None:
    assert not bar._news.isVisible()
    user.press(Qt.Key.Key_Return)
    user.type("Mine.")
    change_note(window, "k5", level="medium")
    assert bar._news.isVisible()
    assert bar.changed.words() == "1 row changed since you took this over."
    assert text_of(window).endswith(f"{LOW}\n\nMine.")
    click(user, bar, "Show")
    assert said(bar) == [
        "5 unchanged",
        "Row changed in the notes",
        "Low · One maker holds 70 per cent of the market ‹s1 ¶1›",
        "Medium · One maker holds 70 per cent of the market ‹s1 ¶1›",
        "1 unchanged",
    ]
    click(user, bar, "Take in")
    text = text_of(window)
    assert text.endswith("|\n\nMine.")
    assert "| Medium | One maker" in text
    assert not bar._news.isVisible()
    assert bar.panel is None
    user.ctrl(Qt.Key.Key_Z)
    assert "| Low | One maker" in text_of(window)
    settle(window)
    assert bar.changed.words() == "1 row changed since you took this over."


def test_where_both_changed_a_row_mine_stands_until_the_other_is_chosen(
    user: User, window: Window, bar: WrittenBar
) -> None:
    change_text(window, "One maker", "A monopoly")
    change_note(window, "k5", level="medium")
    change_note(window, "k4", horizon="May 2027")
    assert bar.changed.words() == "2 rows changed since you took this over."
    click(user, bar, "Show")
    mine, now = radios(bar)[-2:]
    assert mine.isChecked()
    assert mine.accessibleName().startswith("Mine: Low · A monopoly")
    assert now.accessibleName().startswith("Now: Medium · One maker")
    assert "Changed by you and in the notes" in said(bar)
    mine.setFocus()
    user.press(Qt.Key.Key_Down)
    assert now.isChecked()
    click(user, bar, "Take in")
    assert LOW.replace("Low", "Medium") in text_of(window)
    assert "[@k4] | May 2027 |" in text_of(window)
    assert "monopoly" not in text_of(window)
    user.ctrl(Qt.Key.Key_Z)
    assert LOW.replace("One maker", "A monopoly") in text_of(window)


def test_without_a_choice_my_row_stays_and_the_others_come_in(user: User, window: Window, bar: WrittenBar) -> None:
    change_text(window, "One maker", "A monopoly")
    change_note(window, "k5", level="medium")
    change_note(window, "k4", horizon="May 2027")
    click(user, bar, "Take in")
    assert LOW.replace("One maker", "A monopoly") in text_of(window)
    assert "[@k4] | May 2027 |" in text_of(window)
    assert not bar._news.isVisible()
    assert "1 change taken in, 1 place stays as you have it." in window.statusBar().currentMessage()


def test_what_is_kept_as_mine_is_told_of_no_more(user: User, window: Window, bar: WrittenBar) -> None:
    before = text_of(window)
    change_note(window, "k5", level="medium")
    click(user, bar, "Keep mine")
    assert text_of(window) == before
    assert not bar._news.isVisible()
    change_note(window, "k4", horizon="May 2027")
    assert bar.changed.words() == "1 row changed since you took this over."
    user.ctrl(Qt.Key.Key_Z)
    user.ctrl(Qt.Key.Key_Z)
    settle(window)
    assert bar.changed.words() == "1 row changed since you took this over."
    assert "| Medium | One maker" in window.memo._writing._parts._now.markdown["at_stake"]


def test_what_was_chosen_stays_chosen_while_notes_and_text_change_on(
    user: User, window: Window, bar: WrittenBar
) -> None:
    change_note(window, "k5", level="medium")
    click(user, bar, "Show")
    radios(bar)[0].click()
    change_note(window, "k4", horizon="May 2027")
    shown = [radio for radio in radios(bar) if radio.isVisible()]
    assert [radio.isChecked() for radio in shown] == [False, True, True, False]
    change_text(window, "Insulin", "All insulin")
    click(user, bar, "Take in")
    assert LOW in text_of(window)
    assert "[@k4] | May 2027 |" in text_of(window)
    assert "All insulin" in text_of(window)


def test_what_i_have_changed_in_the_same_way_is_no_news(window: Window, bar: WrittenBar) -> None:
    change_text(window, "| Low | One maker", "| Medium | One maker")
    change_note(window, "k5", level="medium")
    assert not bar._news.isVisible()


def test_the_keyboard_goes_through_the_changes_in_the_order_in_which_they_stand(
    user: User, window: Window, bar: WrittenBar
) -> None:
    change_note(window, "k5", level="medium")
    change_note(window, "k4", horizon="May 2027")
    click(user, bar, "Show")
    bar._show.setFocus()
    reached = []
    for _ in range(6):
        user.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        reached.append(focus.accessibleName() or focus.property("text"))
    assert reached[:2] == ["Take in", "Keep mine"]
    assert reached[2].startswith("Now: Medium · Premiums")
    assert reached[3].startswith("Now: Medium · One maker")
    assert QApplication.focusWidget() is not None
    assert "What is at stake" in reached[4:]


def test_of_many_changes_some_are_shown_and_all_taken_in(user: User, window: Window, bar: WrittenBar) -> None:
    for number in range(PAGE + 3):
        window._session.apply(lambda brief, n=number: changes.add_empty_entry(brief, "stake")[0], "New")
    ids = [stake.id for stake in window._session.brief.stakes][-PAGE - 3 :]
    for ident in ids:
        window._session.apply(lambda brief, i=ident: changes.update_entry(brief, i, summary=f"Stake {i}"), "Type")
    settle(window)
    assert bar.changed.words() == f"{PAGE + 3} rows new since you took this over."
    click(user, bar, "Show")
    assert said(bar).count("Row new in the notes") == PAGE
    click(user, bar, "Show 3 of 3 more")
    assert said(bar).count("Row new in the notes") == PAGE + 3
    click(user, bar, "Take in")
    assert all(f"Stake {ident}" in text_of(window) for ident in ids)


def test_return_behind_a_table_leaves_it(user: User, window: Window, bar: WrittenBar) -> None:
    user.press(Qt.Key.Key_Return)
    user.type("Mine.")
    assert text_of(window).endswith(f"{LOW}\n\nMine.")
