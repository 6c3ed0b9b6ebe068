"""The editor of templates: what is typed, what is put in, what is told, and that no word is ever lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User, press_button

from briefer.catalogue import Listed
from briefer.templates.shelf import mine
from briefer.ui.messages import ask_unsaved
from briefer.ui.template_editor import checker, work
from briefer.ui.template_editor.parts import State, parts
from briefer.ui.template_editor.view import TemplateEditor
from briefer.ui.templates.mode import Editing, TemplatesMode
from briefer.ui.window import Window

Find = Callable[[str], Listed]
FIELD = "{{ sections.summary }}"


@pytest.fixture(autouse=True)
def _nobody_waits_or_is_asked_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window closes without a question: who asks for one takes the real one. Checks come soon after a key."""
    monkeypatch.setattr(work, "ask_unsaved", lambda *_: "discard")
    monkeypatch.setattr(checker, "PAUSE", 1)


@pytest.fixture
def edited(shown: TemplatesMode, window: Window, qtbot: QtBot) -> Editing:
    """The editor with the user's own template in it, checked and drawn."""
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_edit"].trigger()
    assert shown.edits
    settle(shown.editing, qtbot)
    return shown.editing


def settle(editing: Editing, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: editing.work._showing.is_settled)
    QApplication.processEvents()


def text(editing: Editing) -> str:
    return editing.view.text.text()


def put_caret(editing: Editing, words: str) -> None:
    """The caret goes behind some words, as by a click."""
    at = text(editing).index(words) + len(words)
    editing.view.text.setTextCursor(editing.view.text.cursor_at(at, at))
    editing.view.take_focus()


def problems(editing: Editing) -> list[str]:
    rows = editing.view.problems._rows
    return [row.accessibleName() for row in rows]


def press(view: TemplateEditor, words: str) -> None:
    button = next(each for each in view.findChildren(QPushButton) if each.text() == words and each.isVisible())
    button.click()
    QApplication.processEvents()


def told(window: Window) -> str:
    bands = " ".join(band.words for band in window.modes.templates.editing.view.bands.shown())
    return f"{bands} {window.status_bar.currentMessage()}"


def status(editing: Editing) -> str:
    return " ".join(label.text() for label in editing.status.findChildren(QLabel))


# Open


def test_a_template_of_ones_own_opens_as_it_is(edited: Editing, window: Window, weekly: Path) -> None:
    assert text(edited) == weekly.read_text("utf-8")
    assert edited.bar.isVisible()
    assert edited.view.text.hasFocus()
    assert re.fullmatch(r"Line 1, column 1 Result: 0\.\d pages", status(edited))
    assert edited.view.result.pages.pages.count == 1
    assert window.actions_by_id["template_close"].isEnabled()
    assert not window.actions_by_id["template_delete"].isEnabled()
    assert not window.actions_by_id["cite"].isEnabled()


@pytest.mark.parametrize("ident", ["office:letter", "information-note"])
def test_another_opens_as_a_copy(
    shown: TemplatesMode, window: Window, office: Path, qtbot: QtBot, ident: str
) -> None:
    before = (office / "letter.md").read_text("utf-8")
    shown.view.list.choose(ident)
    name = shown.view.current.name  # type: ignore[union-attr]
    window.actions_by_id["template_edit"].trigger()
    settle(shown.editing, qtbot)
    assert f"name: {name} copy\n" in text(shown.editing)
    assert "This is a copy in My templates" in told(window)
    assert (office / "letter.md").read_text("utf-8") == before
    assert len(list(mine().glob("*copy.md"))) == 1


def test_line_ends_and_spaces_stay(
    shown: TemplatesMode, window: Window, weekly: Path, qtbot: QtBot, user: User
) -> None:
    odd = weekly.read_text("utf-8") + "no\u00a0break 😀 {{ header.subject }}\n"
    weekly.write_text(odd, "utf-8")
    window.modes.keeper.look()
    shown.view.list.choose("mine:weekly")
    window.actions_by_id["template_edit"].trigger()
    put_caret(shown.editing, "😀 ")
    user.type("x")
    user.ctrl(Qt.Key.Key_S)
    assert weekly.read_text("utf-8") == odd.replace("😀 ", "😀 x")
    assert status(shown.editing).startswith("Line 15, column 13 ")


# Check and draw


def test_what_is_wrong_is_told_while_it_is_typed(edited: Editing, user: User, qtbot: QtBot) -> None:
    put_caret(edited, "{{ sections.sum")
    user.press(Qt.Key.Key_Backspace)
    settle(edited, qtbot)
    assert problems(edited) == [
        "Error, line 14: sections.sumary: there is no such field. Did you mean sections.summary?"
    ]
    assert edited.view.result.pages.failed_lines() == [14]
    block = edited.view.text.document().findBlockByNumber(13)
    assert edited.view.text.verdict_of(block) == "error"


def break_it(edited: Editing, qtbot: QtBot) -> None:
    at = text(edited).index(FIELD)
    edited.view.text.put(at, at + len(FIELD), "{{ sections.sumary }}\n\n{% for a in actors %}\n- {{ a.name }}")
    settle(edited, qtbot)


def test_fixes_mend_the_text_and_can_be_undone(edited: Editing, user: User, qtbot: QtBot) -> None:
    break_it(edited, qtbot)
    broken = text(edited)
    assert len(problems(edited)) == 2
    assert edited.view.result.pages.failed_lines() == [14, 16]
    press(edited.view, "Change to sections.summary")
    settle(edited, qtbot)
    press(edited.view, "Close it after line 17")
    settle(edited, qtbot)
    assert problems(edited) == []
    assert "{% endfor %}" in text(edited)
    assert edited.view.result.pages.failed_lines() == []
    edited.view.take_focus()
    user.ctrl(Qt.Key.Key_Z)
    user.ctrl(Qt.Key.Key_Z)
    assert text(edited) == broken


def test_f8_goes_from_one_to_the_next(edited: Editing, user: User, qtbot: QtBot, window: Window) -> None:
    break_it(edited, qtbot)
    lines = []
    for _ in range(3):
        user.press(Qt.Key.Key_F8)
        lines.append(edited.view.text.place[0])
    assert lines == [14, 16, 14]
    assert "Line 14: sections.sumary" in told(window)
    assert edited.view.text.hasFocus()


def test_a_click_on_a_box_leads_to_its_line(edited: Editing, qtbot: QtBot) -> None:
    break_it(edited, qtbot)
    edited.view.result.pages.entry_activated.emit("failed:16:part")
    assert edited.view.text.place[0] == 16


def test_a_warning_can_be_ignored(edited: Editing, qtbot: QtBot) -> None:
    at = text(edited).index(FIELD)
    edited.view.text.put(at, at + len(FIELD), "Nothing.")
    settle(edited, qtbot)
    assert problems(edited)[0].startswith("Warning, line 7: The section summary is nowhere")
    press(edited.view, "Ignore")
    settle(edited, qtbot)
    assert problems(edited) == []


def test_what_comes_late_is_dropped(edited: Editing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    waiting = edited.work._showing._checker
    waiting.work_requested.disconnect()
    waiting.work_requested.connect(asked.append)
    edited.view.text.put(0, 0, "x")
    qtbot.waitUntil(lambda: len(asked) == 1)
    edited.view.text.put(0, 1, "")
    asked[0].run_here()  # type: ignore[attr-defined]
    assert problems(edited) == []
    assert not waiting.is_settled
    qtbot.waitUntil(lambda: len(asked) == 2)
    asked[1].run_here()  # type: ignore[attr-defined]
    assert waiting.is_settled


def test_a_text_past_all_reading_keeps_what_is_typed(edited: Editing, user: User, qtbot: QtBot) -> None:
    edited.view.text.take_text("{{ " * 40)
    settle(edited, qtbot)
    assert problems(edited)
    assert text(edited) == "{{ " * 40
    user.ctrl(Qt.Key.Key_Z)
    assert text(edited).startswith("---")


def test_the_open_brief_can_fill_the_pages(edited: Editing, qtbot: QtBot, window: Window) -> None:
    box = edited.view.result.brief
    assert [box.itemText(n) for n in range(box.count())] == ["The sample", "The open brief"]
    from briefer.edit.memo import set_header

    window._session.apply(lambda brief: set_header(brief, "subject", "Another subject"), "Subject")
    box.setCurrentIndex(1)
    box.activated.emit(1)
    settle(edited, qtbot)
    shown = edited.view.result.pages._memo
    assert shown is not None
    assert shown.facts.title == "Another subject"


# Put in


def test_ctrl_space_puts_a_field_in(edited: Editing, user: User) -> None:
    put_caret(edited, FIELD)
    user.type(" ")
    user.ctrl(Qt.Key.Key_Space)
    user.type("subj")
    user.press(Qt.Key.Key_Return)
    assert f"{FIELD} {{{{ header.subject }}}}\n" in text(edited)
    assert edited.view.text.hasFocus()
    user.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "header.subject }}\n\n## Summary" in text(edited)
    assert f"{FIELD} {{{{" not in text(edited)


def test_escape_leads_back_to_the_text(edited: Editing, user: User) -> None:
    user.ctrl(Qt.Key.Key_Space)
    user.type("zzz")
    assert edited.view.picker.names() == []
    user.press(Qt.Key.Key_Escape)
    assert edited.view.text.hasFocus()
    assert "header.subject" in edited.view.picker.names()


def test_filters_are_offered_where_they_can_stand(edited: Editing) -> None:
    assert "| cite" not in edited.view.picker.names()
    put_caret(edited, "{{ header.subject")
    assert "| upper" in edited.view.picker.names()


# Find


def test_find_and_replace(edited: Editing, user: User) -> None:
    user.ctrl(Qt.Key.Key_F)
    user.type("summary")
    bar = edited.view.find_bar
    assert bar.isVisible()
    assert bar.answer == "1 of 4"
    bar.other.setText("gist")
    bar.replace_all()
    assert "sections.gist" in text(edited)
    user.press(Qt.Key.Key_Escape)
    assert edited.view.text.hasFocus()
    user.ctrl(Qt.Key.Key_Z)
    assert "sections.summary" in text(edited)
    assert "gist" not in text(edited)


# Save and close


def test_ctrl_s_saves_the_template_and_not_the_brief(
    edited: Editing, user: User, weekly: Path, window: Window
) -> None:
    put_caret(edited, "## Summary")
    user.type(" of it")
    assert "edited" in edited.view._state.text()
    user.ctrl(Qt.Key.Key_S)
    assert "## Summary of it\n" in weekly.read_text("utf-8")
    assert "edited" not in edited.view._state.text()
    assert "Saved " in told(window)
    assert window._session.path is None


def test_a_broken_template_is_saved_too(
    edited: Editing, user: User, weekly: Path, window: Window, qtbot: QtBot
) -> None:
    break_it(edited, qtbot)
    user.ctrl(Qt.Key.Key_S)
    assert weekly.read_text("utf-8") == text(edited)
    assert "it cannot be used before its 2 errors are mended" in told(window)


def test_save_as_makes_another_template(
    edited: Editing, user: User, weekly: Path, qtbot: QtBot, window: Window
) -> None:
    put_caret(edited, "## Summary")
    user.type(" X")

    def name_it(dialog: object) -> None:
        assert isinstance(dialog, QInputDialog)
        assert dialog.textValue() == "Weekly digest copy"
        dialog.setTextValue("Monthly: digest")
        dialog.accept()

    user.answer_dialog(name_it)
    user.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    saved = (mine() / "monthly-digest.md").read_text("utf-8")
    assert 'name: "Monthly: digest"\n' in saved
    assert "## Summary X\n" in saved
    assert text(edited) == saved
    assert "Summary X" not in weekly.read_text("utf-8")
    assert edited.work.is_saved


def test_closing_asks_before_anything_is_lost(edited: Editing, user: User, weekly: Path, window: Window) -> None:
    edited.bar.leave.click()
    assert not window.modes.templates.edits
    window.actions_by_id["template_edit"].trigger()
    user.type("x")
    edited.bar.leave.click()
    assert window.modes.templates.edits
    assert "The changes are not saved." in told(window)
    press(edited.view, "Save and close")
    assert not window.modes.templates.edits
    assert weekly.read_text("utf-8").startswith("x---")
    assert window.modes.templates.view.list.hasFocus()


def test_closing_without_saving_is_a_choice(edited: Editing, user: User, weekly: Path, window: Window) -> None:
    before = weekly.read_text("utf-8")
    user.type("x")
    window.actions_by_id["template_close"].trigger()
    press(edited.view, "Close without saving")
    assert not window.modes.templates.edits
    assert weekly.read_text("utf-8") == before


def test_the_window_asks_too(
    edited: Editing, user: User, weekly: Path, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "ask_unsaved", ask_unsaved)
    window._session._history.mark_saved()
    user.type("x")
    user.answer_dialog(press_button("Cancel"))
    assert not window.close()
    user.answer_dialog(press_button("Save"))
    assert window.close()
    assert weekly.read_text("utf-8").startswith("x---")


def test_the_brief_and_back_keeps_what_is_typed(edited: Editing, user: User, window: Window) -> None:
    user.type("x")
    user.ctrl(Qt.Key.Key_1)
    assert not window.modes.shows_templates
    assert not edited.bar.isVisible()
    assert not window.actions_by_id["template_insert"].isEnabled()
    user.ctrl(Qt.Key.Key_3)
    assert text(edited).startswith("x---")
    assert edited.bar.isVisible()
    assert edited.view.text.hasFocus()
    window.actions_by_id["to_brief"].trigger()
    window.actions_by_id["template_new"].trigger()
    assert "The changes are not saved." in told(window)
    assert text(edited).startswith("x---")


# Changed outside


def change_outside(window: Window, weekly: Path, qtbot: QtBot) -> str:
    theirs = weekly.read_text("utf-8").replace("## Summary", "## In short")
    weekly.write_text(theirs, "utf-8")
    window.modes.keeper.look()
    qtbot.waitUntil(lambda: "Another program has changed" in told(window))
    return theirs


def test_what_another_program_wrote_is_told_and_not_overwritten(
    edited: Editing, user: User, weekly: Path, window: Window, qtbot: QtBot
) -> None:
    user.type("x")
    theirs = change_outside(window, weekly, qtbot)
    user.ctrl(Qt.Key.Key_S)
    assert weekly.read_text("utf-8") == theirs
    assert text(edited).startswith("x---")
    press(edited.view, "Reload")
    assert text(edited) == theirs
    assert edited.work.is_saved
    edited.view.take_focus()
    user.ctrl(Qt.Key.Key_Z)
    assert text(edited).startswith("x---")


def test_ones_own_can_be_kept(edited: Editing, user: User, weekly: Path, window: Window, qtbot: QtBot) -> None:
    user.type("x")
    change_outside(window, weekly, qtbot)
    press(edited.view, "Keep mine")
    assert weekly.read_text("utf-8") == text(edited)
    assert text(edited).startswith("x---")


def test_ones_own_saving_is_no_change_outside(
    edited: Editing, user: User, window: Window, qtbot: QtBot, weekly: Path
) -> None:
    for letter in "xy":
        user.type(letter)
        user.ctrl(Qt.Key.Key_S)
    keeper = window.modes.keeper
    qtbot.waitUntil(lambda: keeper.find("mine:weekly").text.startswith("xy---"))  # type: ignore[union-attr]
    assert "Another program" not in told(window)


def test_a_folder_that_cannot_be_written_is_told(
    edited: Editing, user: User, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefer.errors import CannotCreateError
    from briefer.templates import own

    def refuse(*_: object) -> None:
        raise CannotCreateError("the disk is full", "make room and try again")

    monkeypatch.setattr(own, "write_template", refuse)
    user.type("x")
    user.ctrl(Qt.Key.Key_S)
    assert "The template was not saved. Your work is still in this window." in told(window)
    assert text(edited).startswith("x---")


# Looks and keys


def test_tab_leaves_the_text_and_f6_goes_round(edited: Editing, user: User) -> None:
    user.press(Qt.Key.Key_Tab)
    assert not edited.view.text.hasFocus()
    edited.view.take_focus()
    seen = []
    for _ in range(4):
        user.press(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        stops = {
            "text": edited.view.text,
            "picker": edited.view.picker,
            "problems": edited.view.problems,
            "result": edited.view.result,
        }
        seen.append(next(name for name, part in stops.items() if part is focus or part.isAncestorOf(focus)))
    assert seen == ["picker", "problems", "result", "text"]


def test_the_buttons_of_the_bar_follow_their_actions(edited: Editing, user: User, weekly: Path) -> None:
    user.type("x")
    next(each for each in edited.bar.findChildren(QToolButton) if each.text() == "Save template").click()
    assert weekly.read_text("utf-8").startswith("x---")


@pytest.mark.parametrize(
    ("line", "before", "found", "after"),
    [
        ("---", State.NOTHING, ["fence"], State.HEAD),
        ("# no head", State.NOTHING, ["heading"], State.BODY),
        ("  - {id: to}", State.HEAD, [], State.HEAD),
        ("name: x", State.HEAD, ["key"], State.HEAD),
        ("---", State.HEAD, ["fence"], State.BODY),
        ("## A {{ b }} {% if c %}", State.BODY, ["heading", "value", "control"], State.BODY),
        ("{{ a", State.BODY, ["value"], State.VALUE),
        ("b }} c {# d", State.VALUE, ["value", "comment"], State.COMMENT),
        ("", State.VALUE, [], State.BODY),
        ("", State.COMMENT, [], State.COMMENT),
        ("# in a comment", State.COMMENT, ["comment"], State.COMMENT),
    ],
)
def test_the_parts_of_a_line(line: str, before: State, found: list[str], after: State) -> None:
    told, state = parts(line, before)
    assert [part.kind for part in told] == found
    assert state == after


# The form


def as_form(edited: Editing) -> None:
    next(each for each in edited.view.findChildren(QToolButton) if each.text() == "Form").click()
    assert edited.view.shows_form


def test_the_form_changes_the_head_and_its_steps_are_those_of_the_text(
    edited: Editing, window: Window, qtbot: QtBot, user: User
) -> None:
    before = text(edited)
    as_form(edited)
    edited.view.take_focus()
    form = edited.view.form
    assert [row.ident for row in form._sections.rows] == ["summary"]
    line = form._sections.rows[0].label
    line.setFocus()
    line.end(False)
    user.type(" up")
    assert "{id: summary, label: Summary up}" in text(edited)
    form._sections.rows[0]._required.click()
    assert "label: Summary up, required: true}" in text(edited)
    window.actions_by_id["undo"].trigger()
    window.actions_by_id["undo"].trigger()
    assert text(edited) == before
    settle(edited, qtbot)
    assert line.text() == "Summary"


def test_fields_are_added_moved_and_taken_out(edited: Editing, qtbot: QtBot) -> None:
    as_form(edited)
    press(edited.view, "Add field")
    settle(edited, qtbot)
    rows = edited.view.form._fields.rows
    assert [row.ident for row in rows] == ["subject", "new_field"]
    next(each for each in rows[1].findChildren(QToolButton) if "up" in each.toolTip()).click()
    settle(edited, qtbot)
    assert text(edited).index("new_field") < text(edited).index("id: subject")
    rows = edited.view.form._fields.rows
    next(each for each in rows[0].findChildren(QToolButton) if "out" in each.toolTip()).click()
    settle(edited, qtbot)
    assert [row.ident for row in edited.view.form._fields.rows] == ["subject"]


def test_tab_goes_through_the_form_as_it_is_seen(edited: Editing, qtbot: QtBot, user: User) -> None:
    as_form(edited)
    press(edited.view, "Add field")
    settle(edited, qtbot)
    edited.view.take_focus()
    form = edited.view.form
    here, met = QApplication.focusWidget(), []
    while here is not None and form.isAncestorOf(here):
        met.append(here)
        user.press(Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    places = [each.mapTo(form._area.widget(), each.rect().center()) for each in met]
    assert met[0] is form._lines["name"]
    assert len(met) == len(set(met)) > 20
    assert [place.y() // 12 for place in places] == sorted(place.y() // 12 for place in places)
    assert here is edited.view.picker.words


def test_a_key_that_comes_early_meets_the_whole_form(edited: Editing, user: User) -> None:
    as_form(edited)
    edited.view.take_focus()
    user.press(Qt.Key.Key_Tab)
    assert not edited.view.form._slices.going


def test_a_head_past_reading_is_mended_in_the_text(edited: Editing, qtbot: QtBot, user: User) -> None:
    put_caret(edited, "header:")
    user.type(" [")
    settle(edited, qtbot)
    as_form(edited)
    assert "cannot be read" in edited.view.form.currentWidget().text()
