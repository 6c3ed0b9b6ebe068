"""The checks while one works, through the window."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.edit import changes
from briefer.review.findings import Finding
from briefer.ui.checks.button import ChecksButton
from briefer.ui.checks.panel import ChecksPanel
from briefer.ui.checks.wording import in_full, summary
from briefer.ui.window import Window

SPAWNED = 20_000
"""Milliseconds that the first process of a test may take to come up."""


@pytest.fixture
def sample(window: Window, qtbot: QtBot) -> Window:
    """A window on the sample, whose summary is empty, with a quotation that was changed."""
    window.open_sample()
    session = window._session
    (quote, *_) = session.brief.quotes
    session.apply(lambda brief: changes.update_entry(brief, quote.id, text="Nobody ever said this."), "Change")
    session.apply(lambda brief: changes.set_section(brief, "summary", ""), "Empty")
    window.desk.checks.run()
    qtbot.waitUntil(lambda: window.desk.checks.are_ready, timeout=SPAWNED)
    return window


def words(window: Window) -> str:
    button = window.findChild(ChecksButton)
    assert isinstance(button, ChecksButton)
    return " ".join(each.text() for each in button.findChildren(QToolButton)).strip()


def codes(window: Window) -> list[str]:
    return [finding.code for finding in window.desk.checks.findings]


def test_the_status_bar_counts_them_and_names_the_gravest(sample: Window) -> None:
    assert codes(sample) == ["required-empty", "quote-not-verbatim"]
    assert words(sample) == "2 checks: 1 quote not verbatim"


def test_f8_goes_round_and_says_what_each_is_about(sample: Window, user: User) -> None:
    user.press(Qt.Key.Key_F8)
    assert QApplication.focusWidget() is sample.memo.sections["summary"].text
    assert "Check 1 of 2: The section “Summary” is empty." in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8)
    quote = sample.desk.checks.findings[1].where
    assert sample.notes.open_id == quote
    assert "Check 2 of 2" in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8)
    assert "Check 1 of 2" in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert "Check 2 of 2" in sample.status_bar.currentMessage()


def test_a_check_that_was_settled_gives_its_place_to_the_next(sample: Window, user: User, qtbot: QtBot) -> None:
    user.press(Qt.Key.Key_F8)
    user.type("The Board met.")
    user.press(Qt.Key.Key_F8)  # before the pause is over: what was typed is checked first
    qtbot.waitUntil(lambda: "Check 1 of 1" in sample.status_bar.currentMessage(), timeout=SPAWNED)
    assert codes(sample) == ["quote-not-verbatim"]
    assert sample.notes.open_id == sample.desk.checks.findings[0].where


def test_a_click_on_the_words_lists_all_and_enter_goes_there(sample: Window, user: User) -> None:
    button = sample.findChild(ChecksButton)
    assert isinstance(button, ChecksButton)
    user.bot.mouseClick(button._words, Qt.MouseButton.LeftButton)
    listed = QApplication.focusWidget()
    assert isinstance(listed, QListWidget)
    assert [listed.item(row).text() for row in range(listed.count())] == [
        in_full(f) for f in sample.desk.checks.findings
    ]
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Return)
    assert not any(panel.isVisible() for panel in sample.findChildren(ChecksPanel))
    assert sample.notes.open_id == sample.desk.checks.findings[1].where


def test_a_click_on_the_icon_goes_to_the_next(sample: Window, user: User) -> None:
    button = sample.findChild(ChecksButton)
    assert isinstance(button, ChecksButton)
    user.bot.mouseClick(button._next, Qt.MouseButton.LeftButton)
    assert "Check 1 of 2" in sample.status_bar.currentMessage()


def test_a_pause_is_enough_and_typing_puts_it_off(
    sample: Window, user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.press(Qt.Key.Key_F8)
    user.type("The Board met.")
    assert not sample.desk.checks.are_ready
    with qtbot.waitSignal(sample.desk.checks.ready, timeout=SPAWNED):
        pass
    assert codes(sample) == ["quote-not-verbatim"]


def test_a_result_that_is_stale_is_dropped(sample: Window) -> None:
    before = sample.desk.checks.findings
    sample.desk.checks._running = sample._session.brief
    sample._session.apply(lambda brief: changes.set_header(brief, "to", "A"), "Type")
    sample.desk.checks._done([])
    assert sample.desk.checks.findings == before


def test_an_empty_brief_and_one_without_its_template_show_nothing(sample: Window, qtbot: QtBot) -> None:
    button = sample.findChild(ChecksButton)
    assert isinstance(button, ChecksButton)
    assert button.isVisible()
    sample._session.apply(lambda brief: msgspec.structs.replace(brief, template="gone"), "Change")
    sample.desk.checks.run()
    assert not button.isVisible()
    sample._session.start_new()
    sample.desk.checks.run()
    assert sample.desk.checks.are_ready
    assert not button.isVisible()


def test_when_all_is_well_that_is_said(sample: Window, user: User) -> None:
    sample.desk.checks._show((), sample._session.brief)
    assert words(sample) == "Checks passed"
    user.press(Qt.Key.Key_F8)
    assert "No check found anything" in sample.status_bar.currentMessage()


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], ""),
        (["required-empty"], "1 check: 1 required part empty"),
        (["required-empty", "no-evidence", "no-evidence"], "3 checks: 2 notes without evidence"),
        (["new-kind"], "1 check: 1 new kind"),
    ],
)
def test_the_summary_in_words(found: list[str], told: str) -> None:
    assert summary([Finding(code, "m", "memo", "") for code in found]) == told
