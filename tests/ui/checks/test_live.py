"""The checks while one works, through the window."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.edit import changes
from briefer.errors import DataError
from briefer.review.findings import Finding
from briefer.ui import slices
from briefer.ui.checks.button import ChecksButton
from briefer.ui.checks.panel import ChecksPanel
from briefer.ui.checks.wording import counted, in_full, summary
from briefer.ui.window import Window

SPAWNED = 20_000
"""Milliseconds that the first process of a test may take to come up."""


@pytest.fixture
def sample(shared_worker: None, window: Window, qtbot: QtBot) -> Window:
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


def texts(listed: QListWidget) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


def codes(window: Window) -> list[str]:
    return [finding.code for finding in window.desk.checks.findings]


def test_the_status_bar_counts_them_by_severity_and_its_tip_by_kind(sample: Window) -> None:
    assert codes(sample) == ["required-empty", "quote-not-verbatim", "action-undated"]
    assert words(sample) == "2 warnings, 1 note"
    button = sample.findChild(ChecksButton)
    assert isinstance(button, ChecksButton)
    assert button._words.toolTip().startswith("1 quote not verbatim, 1 required part empty, 1 action without date")


def test_f8_goes_round_and_says_what_each_is_about(sample: Window, user: User) -> None:
    user.press(Qt.Key.Key_F8)
    assert QApplication.focusWidget() is sample.memo.sections["summary"].text
    assert "Check 1 of 3: The section “Summary” is empty." in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8)
    quote = sample.desk.checks.findings[1].where
    assert sample.notes.open_id == quote
    assert "Check 2 of 3" in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8)
    user.press(Qt.Key.Key_F8)
    assert "Check 1 of 3" in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert "Check 3 of 3" in sample.status_bar.currentMessage()


def test_a_check_that_was_settled_gives_its_place_to_the_next(sample: Window, user: User, qtbot: QtBot) -> None:
    user.press(Qt.Key.Key_F8)
    user.type("The Board met.")
    user.press(Qt.Key.Key_F8)  # before the pause is over: what was typed is checked first
    qtbot.waitUntil(lambda: "Check 1 of 2" in sample.status_bar.currentMessage(), timeout=SPAWNED)
    assert codes(sample) == ["quote-not-verbatim", "action-undated"]
    assert sample.notes.open_id == sample.desk.checks.findings[0].where


def test_a_click_on_the_words_lists_all_and_enter_goes_there(sample: Window, user: User) -> None:
    button = sample.findChild(ChecksButton)
    assert isinstance(button, ChecksButton)
    user.bot.mouseClick(button._words, Qt.MouseButton.LeftButton)
    listed = QApplication.focusWidget()
    assert isinstance(listed, QListWidget)
    first, second, third = map(in_full, sample.desk.checks.findings)
    assert texts(listed) == ["Warnings (2)", first, second, "Notes (1)", third]
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Return)
    assert not any(panel.isVisible() for panel in sample.findChildren(ChecksPanel))
    assert sample.notes.open_id == sample.desk.checks.findings[1].where


def test_a_click_on_the_icon_goes_to_the_next(sample: Window, user: User) -> None:
    button = sample.findChild(ChecksButton)
    assert isinstance(button, ChecksButton)
    user.bot.mouseClick(button._next, Qt.MouseButton.LeftButton)
    assert "Check 1 of 3" in sample.status_bar.currentMessage()


def test_a_pause_is_enough_and_typing_puts_it_off(
    sample: Window, user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.press(Qt.Key.Key_F8)
    user.type("The Board met.")
    assert not sample.desk.checks.are_ready
    with qtbot.waitSignal(sample.desk.checks.ready, timeout=SPAWNED):
        pass
    assert codes(sample) == ["quote-not-verbatim", "action-undated"]


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


def test_a_check_that_fails_has_not_found_nothing(sample: Window, user: User) -> None:
    checks = sample.desk.checks
    sample._session.apply(lambda brief: changes.set_header(brief, "to", "A"), "Type")
    checks.run()
    checks._fail(DataError("it took too long and was stopped", "try with less"))
    assert checks.are_ready
    user.press(Qt.Key.Key_F8)
    said = "The brief could not be checked: it took too long and was stopped; try with less."
    assert sample.status_bar.currentMessage() == said
    sample._session.apply(lambda brief: msgspec.structs.replace(brief, template="gone"), "Change")
    user.press(Qt.Key.Key_F8)
    assert "template is not here" in sample.status_bar.currentMessage()


@pytest.fixture
def listed(sample: Window, user: User) -> ChecksPanel:
    """The list of all checks, open, with the first one at hand."""
    sample.desk.checks_work.show_list()
    panel = sample.findChild(ChecksPanel)
    assert isinstance(panel, ChecksPanel)
    return panel


def test_the_list_that_is_open_gives_way_to_one_that_asks_for_the_reason(
    sample: Window, listed: ChecksPanel, user: User, qtbot: QtBot
) -> None:
    sample.desk.checks_work.step(1)
    sample.desk.checks_work.show_list()
    sample.actions_by_id["leave_check"].trigger()
    (panel,) = [each for each in sample.findChildren(ChecksPanel) if each.isVisible()]
    assert panel.bar.reason.hasFocus()


def checked(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk.checks.are_ready, timeout=SPAWNED)


def test_both_wordings_stand_side_by_side_and_a_button_settles_it_in_one_step(
    sample: Window, listed: ChecksPanel, user: User, qtbot: QtBot
) -> None:
    user.press(Qt.Key.Key_Down)
    assert "Nobody ever said this." in listed.bar._both.accessibleName()
    assert listed.bar._both.isVisible()
    before = sample._session.brief
    qtbot.mouseClick(listed.bar.repair, Qt.MouseButton.LeftButton)
    checked(sample, qtbot)
    assert codes(sample) == ["required-empty", "action-undated"]
    assert listed.current is not None
    assert listed.current.code == "action-undated"
    sample._session.undo()
    assert sample._session.brief is before


def test_a_check_is_left_with_a_reason_and_taken_back(
    sample: Window, listed: ChecksPanel, user: User, qtbot: QtBot
) -> None:
    qtbot.mouseClick(listed.bar.leave, Qt.MouseButton.LeftButton)
    user.press(Qt.Key.Key_Return)  # without a reason nothing is left
    assert sample._session.brief.left == ()
    user.type("The minister adds it")
    user.press(Qt.Key.Key_Return)
    checked(sample, qtbot)
    assert [(left.code, left.where, left.reason) for left in sample._session.brief.left] == [
        ("required-empty", "sections.summary", "The minister adds it")
    ]
    assert words(sample) == "1 warning, 1 note"
    assert texts(listed._list)[-2:] == [
        "Left as they are (1)",
        "The section “Summary” is empty. Left: The minister adds it.",
    ]
    user.press(Qt.Key.Key_End)
    assert listed.bar.take_back.isVisible()
    assert not listed.bar.leave.isVisible()
    qtbot.mouseClick(listed.bar.take_back, Qt.MouseButton.LeftButton)
    checked(sample, qtbot)
    assert sample._session.brief.left == ()
    assert words(sample) == "2 warnings, 1 note"


def test_esc_in_the_reason_closes_the_line_alone(listed: ChecksPanel, user: User) -> None:
    listed.ask_reason()
    assert listed.bar.reason.isVisible()
    user.press(Qt.Key.Key_Escape)
    assert not listed.bar.reason.isVisible()
    assert listed.isVisible()


def test_keys_fix_and_leave_the_check_that_f8_went_to(sample: Window, user: User, qtbot: QtBot) -> None:
    user.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert "Press F8" in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8)
    user.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    assert "by hand" in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8)
    assert "Use the source’s words: Ctrl+F8." in sample.status_bar.currentMessage()
    user.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    checked(sample, qtbot)
    assert codes(sample) == ["required-empty", "action-undated"]
    user.press(Qt.Key.Key_F8)
    user.press(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    user.type("No date is told")
    user.press(Qt.Key.Key_Return)
    assert [left.reason for left in sample._session.brief.left] == ["No date is told"]


def test_a_check_of_the_brief_before_is_not_done_to_the_next(sample: Window, user: User) -> None:
    user.press(Qt.Key.Key_F8)
    user.press(Qt.Key.Key_F8)
    assert "Use the source’s words: Ctrl+F8." in sample.status_bar.currentMessage()
    sample.desk.checks._checked = None
    user.press(Qt.Key.Key_F8)  # waits for the checks, and in vain
    sample._session.start_new(sample._session.brief)
    brief = sample._session.brief
    for keys in ("fix_check", "leave_check"):
        sample.actions_by_id[keys].trigger()
        assert "Press F8" in sample.status_bar.currentMessage()
    sample.desk.checks.ready.emit()
    assert "Press F8" in sample.status_bar.currentMessage()
    assert sample._session.brief is brief


def test_f7_lists_what_was_found_about_the_note_or_section_at_hand(sample: Window, user: User) -> None:
    quote = sample.desk.checks.findings[1].where
    sample.go_to("notes")
    sample.notes.list.make_current(quote)
    user.press(Qt.Key.Key_F7)
    panel = sample.findChild(ChecksPanel)
    assert isinstance(panel, ChecksPanel)
    assert panel.current == sample.desk.checks.findings[1]
    user.press(Qt.Key.Key_Return)  # and back
    assert sample.notes.open_id == quote
    sample.memo.sections["issue"].text.setFocus()
    user.press(Qt.Key.Key_F7)
    assert "No check found anything here." in sample.status_bar.currentMessage()


def test_a_check_of_words_puts_the_caret_there_and_one_of_a_source_shows_it(
    sample: Window, user: User, qtbot: QtBot
) -> None:
    session = sample._session
    session.apply(lambda brief: changes.set_section(brief, "issue", "It is so. It costs 64 crowns. [@k1]"), "Type")
    session.apply(lambda brief: changes.edit_source_text(brief, "s2", 5, 5, "\u200b"), "Type")
    sample.desk.checks.run()
    checked(sample, qtbot)
    by_code = {finding.code: finding for finding in sample.desk.checks.findings}
    sample.desk.checks_work.go_to(by_code["unsupported-claim"])
    assert sample.memo.sections["issue"].text.caret() == len("It is so. It costs ")
    sample.desk.checks_work.go_to(by_code["hidden-character"])
    assert sample.source.source is not None
    assert sample.source.source.id == "s2"


@pytest.mark.parametrize(
    ("found", "severities", "kinds"),
    [
        ([], "", ""),
        (["required-empty"], "1 warning", "1 required part empty"),
        (
            ["action-undated", "no-evidence", "no-evidence", "marked-higher"],
            "1 error, 2 warnings, 1 note",
            "1 part marked too high, 2 notes without evidence, 1 action without date",
        ),
    ],
)
def test_the_summary_in_words(found: list[str], severities: str, kinds: str) -> None:
    findings = [Finding(code, "m", "memo", "") for code in found]
    assert (counted(findings), summary(findings)) == (severities, kinds)


@pytest.fixture
def many(window: Window, monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    """More than the list has room for, of which it lists a row in each turn of the event loop."""
    monkeypatch.setattr(slices, "SLICE", 0)
    window.open_sample()
    found = tuple(Finding("action-undated", f"Action {n} has no date", f"x{n}", "say when") for n in range(200))
    window.desk.checks._show(found, window._session.brief)
    return found


def test_a_long_list_is_there_at_once_and_a_key_leads_to_its_end(
    window: Window, user: User, many: tuple[Finding, ...]
) -> None:
    window.desk.checks_work.show_list()
    panel = window.findChild(ChecksPanel)
    assert isinstance(panel, ChecksPanel)
    assert panel.current == many[0]
    assert panel._list.count() < len(many) / 2
    height = panel.panel.height()
    user.press(Qt.Key.Key_End)
    assert panel.current == many[-1]
    assert texts(panel._list) == ["Notes (200)", *map(in_full, many)]
    assert panel.panel.height() == height


def test_a_check_far_down_in_a_long_list_is_at_hand_at_once(window: Window, many: tuple[Finding, ...]) -> None:
    window.desk.checks_work.show_at("x150")
    panel = window.findChild(ChecksPanel)
    assert isinstance(panel, ChecksPanel)
    assert panel.current == many[150]
    assert panel._list.viewport().rect().contains(panel._list.visualItemRect(panel._list.currentItem()))
