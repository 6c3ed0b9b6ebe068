"""Dates of notes: what is said below the field, and the calendar."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from ui_user import User

from briefer.edit import changes
from briefer.ui.notes.date_field import DateNote
from briefer.ui.text.calendar_popup import CalendarPopup
from briefer.ui.text.date_line import DateLine
from briefer.ui.window import Window

ARTICLE = "The Board has ordered five ports to act.\n\nThe minister will leave next week.\n"


@pytest.fixture
def line(user: User, window: Window) -> DateLine:
    """The date field of an action of an article of Monday 24 November 2025."""
    user.put_on_clipboard(ARTICLE)
    window.actions_by_id["paste"].trigger()
    user.click_words("ordered")
    user.press(Qt.Key.Key_X)
    session = window._session
    session.apply(lambda brief: changes.set_source_details(brief, "s1", published="2025-11-24"), "Date")
    window.desk.work.open("x1")
    QApplication.processEvents()
    return next(each for each in window.notes.findChildren(DateLine) if each.accessibleName() == "Date")


def note(window: Window) -> DateNote:
    return window.notes.findChildren(DateNote)[0]


def calendar(line: DateLine) -> CalendarPopup:
    return next(each for each in line.findChildren(CalendarPopup) if each.isVisible())


def test_what_was_understood_is_said_below_and_the_words_are_kept(user: User, window: Window, line: DateLine) -> None:
    line.setFocus()
    user.type("last Thursday")
    assert window._session.brief.actions[0].date == "last Thursday"
    assert note(window).text() == "Thu 20 Nov 2025 – from “last Thursday”, article of 24 Nov 2025"
    assert note(window).isVisible()
    assert line.accessibleDescription() == note(window).text()


def test_two_readings_are_both_told(user: User, window: Window, line: DateLine) -> None:
    line.setFocus()
    user.type("03/04/2025")
    assert note(window).text() == "Thu 3 Apr 2025; it may also be Tue 4 Mar 2025"
    window._session.apply(lambda brief: changes.set_language(brief, "en-US"), "Language")
    window._session.apply(lambda brief: changes.update_entry(brief, "x1", date="03/04/25"), "Date")
    assert note(window).text() == "Tue 4 Mar 2025; it may also be Thu 3 Apr 2025"


@pytest.mark.parametrize("words", ["", "2025-11-20", "to be decided", "soon"])
def test_nothing_is_said_of_a_full_date_or_of_what_is_none(
    user: User, window: Window, line: DateLine, words: str
) -> None:
    window._session.apply(lambda brief: changes.update_entry(brief, "x1", date=words), "Date")
    assert note(window).isHidden()
    assert line.text() == words


def test_a_planned_action_is_still_to_come(window: Window, line: DateLine) -> None:
    session = window._session
    session.apply(lambda brief: changes.update_entry(brief, "x1", date="on Thursday", status="planned"), "Date")
    assert note(window).text().startswith("Thu 27 Nov 2025 – from")


def test_the_calendar_begins_at_what_was_understood_and_enter_takes_a_day(
    user: User, window: Window, line: DateLine
) -> None:
    line.setFocus()
    user.type("last Thursday")
    user.alt(Qt.Key.Key_Down)
    popup = calendar(line)
    assert popup.calendar.selectedDate() == QDate(2025, 11, 20)
    view = popup.focusWidget() or popup
    user.bot.keyClick(view, Qt.Key.Key_Right)
    user.bot.keyClick(view, Qt.Key.Key_Return)
    assert window._session.brief.actions[0].date == "2025-11-21"


def test_esc_closes_the_calendar_and_changes_nothing(user: User, window: Window, line: DateLine) -> None:
    line.setFocus()
    user.type("in April")
    user.alt(Qt.Key.Key_Down)
    popup = calendar(line)
    user.bot.keyClick(popup.focusWidget() or popup, Qt.Key.Key_Escape)
    assert line.findChildren(CalendarPopup) == [] or not line.findChildren(CalendarPopup)[0].isVisible()
    assert window._session.brief.actions[0].date == "in April"


def test_today_by_its_key(user: User, window: Window, line: DateLine) -> None:
    line.setFocus()
    user.ctrl(Qt.Key.Key_Semicolon)
    assert window._session.brief.actions[0].date == datetime.datetime.now().astimezone().date().isoformat()
