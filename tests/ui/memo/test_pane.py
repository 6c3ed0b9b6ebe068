"""The memo pane as a person writes in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.edit import changes
from briefer.ui import slices
from briefer.ui.background import Operation
from briefer.ui.memo.claims_strip import ClaimsStrip
from briefer.ui.memo.generated_card import GeneratedCard
from briefer.ui.memo.header_line import HeaderLine
from briefer.ui.memo.section_text import SectionText
from briefer.ui.memo.sections import SectionEditor
from briefer.ui.session import Place
from briefer.ui.text.calendar_popup import CalendarPopup
from briefer.ui.window import Window

SHIFT = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(window: Window) -> Window:
    window.open_sample()
    return window


def line(window: Window) -> HeaderLine:
    (found,) = window.memo.findChildren(HeaderLine)
    return found


def cards(window: Window) -> dict[str, GeneratedCard]:
    return window.memo._writing.cards


def link(window: Window, words: str) -> QPushButton:
    """The link of these words that is shown."""
    return next(b for b in window.memo.findChildren(QPushButton) if b.text() == words and b.isVisible())


def strip(window: Window, section: str) -> ClaimsStrip:
    return window.memo.sections[section].findChildren(ClaimsStrip)[0]


def settle(window: Window) -> None:
    """Let what waits for a pause happen now."""
    writing = window.memo._writing
    for editor in writing.sections.values():
        editor._pause.stop()
        editor.look_for_sources()
    writing._parts._pause.stop()
    writing._parts._make()
    while writing._parts._left:
        writing._parts._compare_next()


# The header


def test_the_header_is_one_line_that_says_what_it_holds_and_what_is_missing(sample: Window) -> None:
    said = line(sample).accessibleName()
    assert said.startswith("Header: OFFICIAL. To Director-General, Trade · Through Head of Analysis · From ")
    assert "16 November 2026" in said or "November 2026" in said
    assert "missing" not in said
    sample._session.apply(lambda brief: changes.set_header(brief, "to", ""), "Clear")
    assert "To is missing" in line(sample).accessibleName()
    sample._session.apply(lambda brief: changes.set_header(brief, "from", " "), "Clear")
    assert "To and From are missing" in line(sample).accessibleName()
    role = QAccessible.queryAccessibleInterface(line(sample)).role()
    assert role == QAccessible.Role.Button


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_header_unfolds_to_its_form_and_folds_back_by_keys(user: User, sample: Window, key: Qt.Key) -> None:
    memo = sample.memo
    assert not memo.header.isVisible()
    line(sample).setFocus()
    user.press(Qt.Key.Key_Space)
    assert memo.header.isVisible()
    to = memo.header.lines["to"]
    to.setFocus()
    user.type("!")
    assert sample._session.brief.header["to"] == "!Director-General, Trade"
    user.press(key)
    assert not memo.header.isVisible()
    assert QApplication.focusWidget() is line(sample)


def test_the_first_empty_field_gets_the_keyboard_and_the_form_stays_open(user: User, sample: Window) -> None:
    sample._session.apply(lambda brief: changes.set_header(brief, "through", ""), "Clear")
    user.bot.mouseClick(line(sample), Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is sample.memo.header.lines["through"]
    sample._session.start_new()
    assert sample.memo.header.isVisibleTo(sample.memo)


def test_undo_of_a_header_field_leads_into_the_form(user: User, sample: Window) -> None:
    user.bot.mouseClick(line(sample), Qt.MouseButton.LeftButton)
    sample.memo.header.lines["contact"].setFocus()
    user.type("desk")
    user.press(Qt.Key.Key_Escape)
    user.ctrl(Qt.Key.Key_Z)
    assert QApplication.focusWidget() is sample.memo.header.lines["contact"]
    assert sample.memo.header.isVisible()


def test_today_is_filled_in_by_a_key_or_chosen_from_the_calendar_and_taken_back(user: User, window: Window) -> None:
    today = datetime.now().astimezone().date().isoformat()
    memo = window.memo
    user.alt(Qt.Key.Key_3)
    user.bot.mouseClick(line(window), Qt.MouseButton.LeftButton)
    field = memo.header.lines["date"]
    field.setFocus()
    assert "Date" in line(window).words()
    user.type("soon")
    user.ctrl(Qt.Key.Key_Semicolon)
    assert window._session.brief.header["date"] == today
    assert "Date" not in line(window).words()
    for _ in range(2):
        user.ctrl(Qt.Key.Key_Z)
    assert "date" not in window._session.brief.header
    user.bot.mouseClick(field.findChild(QToolButton), Qt.MouseButton.LeftButton)
    (calendar,) = field.findChildren(CalendarPopup)
    user.bot.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert window._session.brief.header["date"] == today
    assert QApplication.focusWidget() is field


def test_the_subject_is_typed_in_place_and_enter_leads_to_the_first_section(user: User, sample: Window) -> None:
    subject = sample.memo.header.subject
    assert subject is not None
    assert subject.isVisible()
    subject.setFocus()
    subject.selectAll()
    user.type("Cranes")
    user.press(Qt.Key.Key_Return)
    assert sample._session.brief.header["subject"] == "Cranes"
    assert QApplication.focusWidget() is sample.memo.sections["summary"].text


def test_a_subject_that_is_pasted_becomes_one_line(user: User, sample: Window) -> None:
    subject = sample.memo.header.subject
    assert subject is not None
    subject.setFocus()
    subject.selectAll()
    user.put_on_clipboard("Cranes\n and modems\n")
    user.ctrl(Qt.Key.Key_V)
    assert sample._session.brief.header["subject"] == "Cranes and modems"


# Sections


def test_the_counter_says_in_words_when_it_is_over_the_limit(user: User, sample: Window) -> None:
    editor = sample.memo.sections["issue"]
    assert editor._count.text() == "17 / 40 words"
    sample._session.apply(lambda brief: changes.set_section(brief, "issue", "word " * 42), "Fill")
    assert editor._count.text() == "42 / 40 words"
    assert editor._count.accessibleName() == "Issue: 42 / 40 words, 2 over the limit"
    assert editor._count.property("role") == "over"


def test_keys_lead_from_section_to_section(user: User, sample: Window) -> None:
    memo = sample.memo
    summary, issue = memo.sections["summary"].text, memo.sections["issue"].text
    user.alt(Qt.Key.Key_3)
    summary.setFocus()
    user.ctrl(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is issue
    user.press(Qt.Key.Key_Return, SHIFT)
    assert QApplication.focusWidget() is summary
    summary.set_caret(len(summary.text()))
    user.press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is issue
    assert issue.caret() == 0
    user.press(Qt.Key.Key_Up)
    assert QApplication.focusWidget() is summary
    assert summary.caret() == len(summary.text())
    user.press(Qt.Key.Key_PageUp)
    assert QApplication.focusWidget() is summary
    user.press(Qt.Key.Key_PageUp)
    assert QApplication.focusWidget() is memo.header.subject
    last = memo.sections["next_steps"].text
    last.setFocus()
    last.set_caret(len(last.text()))
    user.press(Qt.Key.Key_PageDown)
    user.ctrl(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is last


def test_the_memo_is_left_and_found_again_at_the_same_caret(user: User, sample: Window) -> None:
    background = sample.memo.sections["background"].text
    background.setFocus()
    background.set_caret(7)
    scrolled = sample.memo._writing.verticalScrollBar()
    QApplication.processEvents()
    scrolled.setValue(scrolled.maximum() // 2)
    at = scrolled.value()
    sample.memo.turn(preview=True)
    assert not line(sample).isVisible()
    sample.memo.turn(preview=False)
    assert line(sample).isVisible()
    assert QApplication.focusWidget() is background
    assert (background.caret(), scrolled.value()) == (7, at)
    user.alt(Qt.Key.Key_1)
    user.alt(Qt.Key.Key_3)
    assert QApplication.focusWidget() is background


def test_a_click_on_a_citation_opens_its_note(user: User, sample: Window) -> None:
    sample.memo.sections["summary"].text.citation_activated.emit(["x1"])
    assert sample.notes.open_id == "x1"


# Generated parts


def test_a_generated_part_says_what_stands_in_it_and_follows_the_notes(sample: Window) -> None:
    settle(sample)
    card = cards(sample)["at_stake"]
    assert card._what.accessibleName() == "What is at stake: Table of 5 stakes, from notes, always current"
    sample._session.apply(lambda brief: changes.remove_entry(brief, "k5"), "Delete")
    settle(sample)
    assert card._what.words() == "Table of 4 stakes"
    for ident in ("k1", "k2", "k3", "k4"):
        sample._session.apply(lambda brief, ident=ident: changes.remove_entry(brief, ident), "Delete")
    settle(sample)
    assert card._what.words() == "Empty"


def test_a_part_is_written_instead_and_made_live_again(user: User, sample: Window) -> None:
    settle(sample)
    before = sample._session.brief
    user.bot.mouseClick(cards(sample)["at_stake"].write, Qt.MouseButton.LeftButton)
    assert "at_stake" not in cards(sample)
    text = sample.memo.sections["at_stake"].text
    assert QApplication.focusWidget() is text
    assert text.text().startswith("| Level | Stake | By when |")
    assert text.caret() == len(text.text())
    user.type("Mine. ")
    user.ctrl(Qt.Key.Key_Z)
    user.ctrl(Qt.Key.Key_Z)
    assert sample._session.brief is before
    assert "at_stake" in cards(sample)
    user.ctrl(Qt.Key.Key_Y)
    user.bot.mouseClick(link(sample, "Back to live"), Qt.MouseButton.LeftButton)
    assert sample._session.brief.taken_over == {}
    assert QApplication.focusWidget() is cards(sample)["at_stake"].write


@pytest.fixture
def asked(sample: Window, monkeypatch: pytest.MonkeyPatch) -> list[Operation]:
    """What the memo asks to have done in the background, which is not done."""
    monkeypatch.setattr("briefer.ui.memo.work.is_light", lambda *_: False)
    operations: list[Operation] = []
    sample.memo.work_requested.disconnect()
    sample.memo.work_requested.connect(operations.append)
    return operations


def test_a_part_of_a_long_memo_is_taken_over_when_it_comes_from_the_worker(
    user: User, sample: Window, asked: list[Operation]
) -> None:
    user.bot.mouseClick(cards(sample)["at_stake"].write, Qt.MouseButton.LeftButton)
    sample.desk.memo_work.write_instead("at_stake")
    assert [each.words for each in asked] == ["Writing down What is at stake"] * 2
    assert "at_stake" in cards(sample)
    asked[0].run_here()
    text = sample.memo.sections["at_stake"].text
    assert QApplication.focusWidget() is text
    user.type("Mine.")
    asked[1].run_here()  # asked for twice
    assert text.text().endswith("Mine.")


def test_who_has_gone_on_meanwhile_is_left_in_peace(user: User, sample: Window, asked: list[Operation]) -> None:
    user.bot.mouseClick(cards(sample)["at_stake"].write, Qt.MouseButton.LeftButton)
    summary = sample.memo.sections["summary"].text
    summary.setFocus()
    user.type("Typed. ")
    sample._session.apply(lambda brief: changes.update_entry(brief, "k5", level="medium"), "Level")
    asked.pop().run_here()  # of notes that are no longer these
    assert "at_stake" in cards(sample)
    asked.pop().run_here()
    assert "| Medium | One maker" in sample._session.brief.sections["at_stake"]
    assert "Typed. " in sample._session.brief.sections["summary"]
    assert QApplication.focusWidget() is summary


def test_a_part_that_comes_when_another_brief_is_here_goes(
    user: User, sample: Window, asked: list[Operation]
) -> None:
    sample.desk.memo_work.write_instead("at_stake")
    sample._session._history.mark_saved()
    sample._session.start_new()
    asked.pop().run_here()
    assert sample._session.brief.taken_over == {}


def test_what_was_taken_over_and_emptied_stays_an_editor(user: User, sample: Window) -> None:
    sample.desk.memo_work.write_instead("at_stake")
    text = sample.memo.sections["at_stake"].text
    text.selectAll()
    user.press(Qt.Key.Key_Delete)
    assert sample._session.brief.sections.get("at_stake") is None
    assert sample.memo.sections["at_stake"].text is text
    assert QApplication.focusWidget() is text


def test_what_is_typed_empty_does_not_vanish_under_the_hands(user: User, sample: Window) -> None:
    brief = changes.set_section(changes.set_section(sample._session.brief, "way_ahead", "x"), "at_stake", "x")
    sample._session.start_new(brief)
    for ident in ("way_ahead", "at_stake"):
        text = sample.memo.sections[ident].text
        text.setFocus()
        text.selectAll()
        user.press(Qt.Key.Key_Delete)
        assert sample._session.brief.sections.get(ident) is None
        user.type("y")
        assert sample._session.brief.sections[ident] == "y"


# Sentences without a source


def test_a_sentence_without_a_source_is_told_and_marked_as_own_judgement(user: User, sample: Window) -> None:
    sample._session.apply(lambda brief: changes.set_section(brief, "issue", "One. Two. [@x1]"), "Fill")
    settle(sample)
    assert strip(sample, "issue")._words.text() == "One sentence has no source."
    user.bot.mouseClick(strip(sample, "issue")._mark, Qt.MouseButton.LeftButton)
    assert sample._session.brief.sections["issue"] == "One. [@own] Two. [@x1]"
    assert not strip(sample, "issue").isVisible()
    user.ctrl(Qt.Key.Key_Z)
    settle(sample)
    assert sample._session.brief.sections["issue"] == "One. Two. [@x1]"
    assert strip(sample, "issue").isVisible()


def test_of_several_sentences_the_one_at_the_caret_is_marked_or_each(user: User, sample: Window) -> None:
    sample._session.apply(lambda brief: changes.set_section(brief, "issue", "One. Two. Three."), "Fill")
    settle(sample)
    found, text = strip(sample, "issue"), sample.memo.sections["issue"].text
    assert found._words.text() == "Three sentences have no source."
    text.set_caret(0)
    for words in ("One.", "Two.", "Three.", "One."):
        user.bot.mouseClick(found._next, Qt.MouseButton.LeftButton)
        start, end = text.selected_range() or (0, 0)
        assert text.text()[start:end] == words
    user.bot.mouseClick(found._next, Qt.MouseButton.LeftButton)
    user.bot.mouseClick(found._mark, Qt.MouseButton.LeftButton)
    assert sample._session.brief.sections["issue"] == "One. Two. [@own] Three."
    user.bot.mouseClick(found._all, Qt.MouseButton.LeftButton)
    assert sample._session.brief.sections["issue"] == "One. [@own] Two. [@own] Three. [@own]"


def test_the_sentence_that_is_being_typed_is_not_blamed(user: User, sample: Window) -> None:
    text = sample.memo.sections["issue"].text
    text.setFocus()
    text.selectAll()
    user.type("Not yet")
    settle(sample)
    assert not strip(sample, "issue").isVisible()
    user.type(" done.")
    settle(sample)
    assert strip(sample, "issue").isVisible()


# The whole


def test_another_template_says_what_it_has_no_place_for(user: User, sample: Window, qtbot: QtBot) -> None:
    said: list[str] = []
    sample.desk.memo_work.said.connect(said.append)
    memo = sample.memo
    sample._session.apply(lambda brief: changes.set_header(brief, "budget", "desk"), "Type")
    summary = memo.sections["summary"].text.text()
    memo.picker.activated.emit(memo.picker.findData("reference-sheet"))
    assert "“Reference sheet”" in said[-1]
    assert "summary" in said[-1]
    assert "budget" in said[-1]
    assert memo.sections["summary"].text.text() == summary
    assert memo.sections["summary"].text.accessibleDescription() == "not in this template; kept, and not printed"
    budget = memo.header.lines["budget"]
    assert budget.text() == "desk"
    assert budget.accessibleDescription() == "not in this template; kept, and not printed"
    user.ctrl(Qt.Key.Key_Z)
    assert sample._session.brief.template == "information-note"


def test_a_long_text_is_put_in_by_and_by_and_nothing_is_made_for_the_form_before(
    sample: Window, asked: list[Operation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefer.ui.memo.parts.is_light", lambda *_: False)
    paragraphs = "\n\n".join(f"Paragraph {number} of many words [@k5]." for number in range(450))
    items = "\n".join(f"- Item {number} of many in a list [@k5]." for number in range(450))
    long = f"{paragraphs}\n\n{items}"
    sample._session.apply(lambda brief: changes.set_section(brief, "background", long), "Type")
    writing = sample.memo._writing
    writing._work.finish_all()
    sample.desk.memo_work.choose_template("reference-sheet")
    writing._work.finish_all()
    writing._parts._make()
    made = asked[-1].function(*asked[-1].arguments)
    monkeypatch.setattr(slices, "SLICE", 0)
    sample._session.undo()
    shown = [0]
    while writing._work.is_going("fill"):
        shown.append(
            len(writing.form.editors["background"].text.text()) if "background" in writing.form.editors else 0
        )
        asked[-1].done(made)
        QApplication.processEvents()
    assert sample.memo.sections["background"].text.text() == long
    assert max(after - before for before, after in pairwise([*shown, len(long)])) < len(long) // 4


def test_whoever_comes_early_types_into_a_whole_section_and_the_others_follow(
    sample: Window, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "\n".join(f"- Item {number} of many in a list [@k5]." for number in range(900))
    sample._session.apply(lambda brief: changes.set_section(brief, "background", long), "Type")
    writing, summary = sample.memo._writing, sample._session.brief.sections["summary"]
    sample.desk.memo_work.choose_template("reference-sheet")
    writing._work.finish_all()
    monkeypatch.setattr(slices, "SLICE", 0)
    sample._session.undo()
    sample.memo.take_focus()
    background = writing.form.editors["background"].text
    assert len(background.text()) < len(long)
    assert writing.form.editors["summary"].text.text() == summary
    sample.memo.return_to(Place("memo", "sections.summary", 0, 0))
    user.type("*")
    assert sample._session.brief.sections["summary"] == f"*{summary}"
    assert sample._session.brief.sections["background"] == long
    assert len(background.text()) < len(long)  # nobody waited for it
    background.setFocus()
    assert background.text() == long


def _drop(text: SectionText, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    where = QPointF(text.cursorRect().center())
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    text.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, *held))


def _paste(text: SectionText, words: str) -> None:
    QApplication.clipboard().setText(words)
    text.paste()


def _commit(text: SectionText, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(text, event)


@pytest.mark.parametrize("put", [_drop, _paste, _commit, lambda text, words: QTest.keyClicks(text, words)])
def test_what_comes_without_the_focus_finds_the_whole_section_too(
    sample: Window, put: Callable[[SectionText, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "\n".join(f"- Item {number} of many in a list [@k5]." for number in range(900))
    sample._session.apply(lambda brief: changes.set_section(brief, "background", long), "Type")
    writing = sample.memo._writing
    sample.desk.memo_work.choose_template("reference-sheet")
    writing._work.finish_all()
    sample.go_to("source")
    monkeypatch.setattr(slices, "SLICE", 0)
    sample._session.undo()
    writing.finish_arranging()
    while not (background := writing.form.editors["background"].text).text():
        QApplication.processEvents()
    assert len(background.text()) < len(long)
    background.moveCursor(QTextCursor.MoveOperation.Start)
    put(background, "New")
    assert sample._session.brief.sections["background"] == f"New{long}"
    assert background.text() == f"New{long}"
    assert background.caret() == 3


def test_a_form_that_is_not_wanted_any_more_is_left_unmade(sample: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    writing = sample.memo._writing
    before = dict(sample.memo.sections)
    monkeypatch.setattr(slices, "SLICE", 0)
    sample.desk.memo_work.choose_template("reference-sheet")
    assert writing._work.is_going("fill")
    sample._session.undo()
    assert writing._work.is_going("fill")  # nothing was finished for the other form
    sections = sample.memo.sections
    assert sections.keys() == before.keys()
    stale = [editor for editor in writing.findChildren(SectionEditor) if editor not in sections.values()]
    assert all(editor.isHidden() for editor in stale)
    assert writing.updatesEnabled()


def test_a_section_that_goes_while_the_form_is_finished_gives_the_focus_to_one_that_stays(
    sample: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = sample.memo._writing
    sample.desk.memo_work.choose_template("action-memo")
    writing._work.finish_all()
    QApplication.processEvents()
    writing.form.editors["recommendation"].text.setFocus()
    monkeypatch.setattr(slices, "SLICE", 0)
    sample.desk.memo_work.choose_template("reference-sheet")
    assert writing._work.is_going("fill")
    assert writing.section_at_hand() == "issue"  # the one with the focus asks for the finished form as well
    assert "recommendation" not in writing.form.editors
    assert writing.updatesEnabled()


def test_words_and_pages_are_told_without_the_preview(sample: Window, qtbot: QtBot) -> None:
    words: list[int] = []
    sample.memo.words_changed.connect(words.append)
    settle(sample)
    written = sum(editor.words for editor in sample.memo.sections.values())
    assert words[-1] > written
    sample._session.apply(lambda brief: changes.set_section(brief, "issue", "Two words [@x1]"), "Fill")
    assert words[-1] == words[-2] - 17 + 2
    with qtbot.waitSignal(sample.memo.pages_changed) as counted:
        sample.memo._pause.stop()
        sample.memo._pause.timeout.emit()
    pages, limit = counted.args
    assert pages > 1
    assert limit == 2
    assert not sample.memo.previewing


def test_the_words_of_a_template_are_not_counted(window: Window) -> None:
    words: list[int] = []
    window.memo.words_changed.connect(words.append)
    window._session.apply(lambda brief: changes.set_section(brief, "issue", "Two words"), "Fill")
    settle(window)
    assert window.memo._writing._parts._now is not None
    window._session.apply(lambda brief: changes.set_header(brief, "to", "The Director"), "Fill")
    settle(window)
    assert words == [2]


def test_tab_goes_through_the_memo_as_it_stands(user: User, sample: Window) -> None:
    settle(sample)
    sample.memo.turn(preview=False)
    sample.memo.picker.setFocus()
    names = []
    for _ in range(30):
        focus = QApplication.focusWidget()
        if focus is None or not sample.memo.isAncestorOf(focus):
            break
        names.append(focus.accessibleName() or focus.property("text"))
        user.press(Qt.Key.Key_Tab)
    shown = [name for name in names if name not in ("Next", "Find a passage", "Mark as own judgement", "Mark each")]
    assert shown[:2] == ["Template", "Write"]
    assert shown[2].startswith("Header: ")
    assert shown[3:] == [
        "Subject", "Summary", "Issue", "Background", "Write Current status instead", "Write Key actors instead",
        "Write What is at stake instead", "Considerations", "Next steps",
    ]  # fmt: skip


def test_nothing_of_the_memo_is_cut_off_where_it_is_narrowest(sample: Window) -> None:
    sample.desk.memo_work.write_instead("at_stake")
    sample._session.apply(lambda brief: changes.update_entry(brief, "k5", level="medium"), "Level")
    sample._session.apply(lambda brief: changes.set_section(brief, "issue", "One. Two. Three."), "Fill")
    sample.memo.unfold(unfolded=True)
    settle(sample)
    writing = sample.memo._writing
    assert writing.widget().minimumSizeHint().width() <= 380 - writing.verticalScrollBar().sizeHint().width()


def test_lines_stay_readable_where_the_memo_has_the_window_for_itself(user: User, window: Window) -> None:
    window.resize(1600, 900)
    user.press(Qt.Key.Key_F9)
    QApplication.processEvents()
    field = window.memo.sections["summary"].text
    assert field.hasFocus()
    left = field.mapTo(window, QPoint(0, 0)).x()
    assert field.width() < 840
    assert abs(left - (window.width() - left - field.width())) < 30
