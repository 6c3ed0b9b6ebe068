"""The templates in the window: what is listed, what it looks like, and what a person does with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui_user import User, choose_file

from briefer.catalogue import Listed
from briefer.templates.shelf import mine
from briefer.ui import slices
from briefer.ui.templates.mode import TemplatesMode
from briefer.ui.window import Window

Find = Callable[[str], Listed]


def rows(mode: TemplatesMode) -> list[str]:
    """What a screen reader tells of the list."""
    model = mode.view.list.rows
    found = []
    for group in model.groups():
        for index in (group, *(model.index(row, 0, group) for row in range(model.rowCount(group)))):
            found.append(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data())
    return found


def choose(mode: TemplatesMode, ident: str) -> Listed:
    mode.view.list.choose(ident)
    assert mode.view.current is not None
    assert mode.view.current.id == ident
    return mode.view.current


def texts(mode: TemplatesMode) -> str:
    shown = [label.text() for label in mode.view.details.findChildren(QLabel) if label.isVisible()]
    return "\n".join(shown)


def band(window: Window) -> str:
    return " ".join(each.words for each in window.modes.templates.view.bands.shown())


# The list


def test_templates_are_listed_by_where_they_are(shown: TemplatesMode) -> None:
    told = rows(shown)
    assert told[0].startswith("Built in, ")
    assert "My templates, 1" in told
    assert "Office folder, 2" in told
    assert any(row.startswith("Weekly digest, Markdown · changed today") for row in told)
    assert any(row.startswith("Ministerial brief") and row.endswith("2 errors") for row in told)


def test_without_any_the_groups_say_what_to_do(window: Window, qtbot: QtBot) -> None:
    window.actions_by_id["to_templates"].trigger()
    qtbot.waitUntil(lambda: "My templates, 0 None yet." in " ".join(rows(window.modes.templates)))
    told = " ".join(rows(window.modes.templates))
    assert "Choose the folder in which your office shares" in told


def test_a_folder_that_is_gone_is_said(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.documents.choose(replace(window.documents.settings, office_folder=str(tmp_path / "gone")))
    window.actions_by_id["to_templates"].trigger()
    mode = window.modes.templates
    qtbot.waitUntil(lambda: "cannot be read: there is no such folder" in " ".join(rows(mode)))
    assert "there is no such folder" in " ".join(label.text() for label in mode.status.findChildren(QLabel))


def test_search_finds_names_and_descriptions(shown: TemplatesMode, user: User) -> None:
    user.ctrl(Qt.Key.Key_F)
    user.type("harbour WEEK")
    assert rows(shown) == ["My templates, 1", rows(shown)[1]]
    assert shown.view.current is not None
    assert shown.view.current.id == "mine:weekly"
    user.press(Qt.Key.Key_Escape)
    assert len(rows(shown)) > 10
    assert shown.view.list.hasFocus()


def test_a_group_stays_folded_when_the_list_changes(shown: TemplatesMode, user: User) -> None:
    group = shown.view.list.rows.groups()[0]
    shown.view.list.setCurrentIndex(group)
    user.press(Qt.Key.Key_Return)
    shown.view.show_templates()
    folded = [shown.view.list.isExpanded(each) for each in shown.view.list.rows.groups()]
    assert folded == [False, True, True]


def test_what_was_changed_since_it_was_used_is_marked(
    shown: TemplatesMode, window: Window, office: Path, qtbot: QtBot
) -> None:
    choose(shown, "office:letter")
    window.actions_by_id["template_use"].trigger()
    window.actions_by_id["to_templates"].trigger()
    assert "updated" not in " ".join(rows(shown))
    path = office / "letter.md"
    path.write_text(path.read_text("utf-8").replace("Summary\n\n", "In short\n\n"), "utf-8")
    window.modes.keeper.look()
    qtbot.waitUntil(lambda: "updated since you last used it" in " ".join(rows(shown)), timeout=10_000)
    choose(shown, "office:letter")
    assert "This brief follows it. Updated since you last used it." in texts(shown)


# Modes


def test_ctrl_3_and_ctrl_1_turn_between_brief_and_templates(window: Window, user: User) -> None:
    window.open_sample()
    window.source.take_focus()
    user.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.modes.shows_templates
    assert window.modes.templates.bar.isVisible()
    assert window.modes.templates.view.list.hasFocus()
    assert not window.actions_by_id["cite"].isEnabled()
    assert not window.actions_by_id["template_delete"].isEnabled()
    user.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not window.modes.shows_templates
    assert not window.modes.templates.bar.isVisible()
    assert window.source.reader.hasFocus()
    assert window.actions_by_id["cite"].isEnabled()


def test_f6_goes_through_the_parts(shown: TemplatesMode, user: User) -> None:
    choose(shown, "office:ministerial")
    shown.take_focus()
    seen = []
    for _ in range(3):
        user.press(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(
            [
                part.isAncestorOf(focus) or part is focus
                for part in (shown.view.list, shown.view.preview, shown.view.details)
            ]
        )
    assert seen == [[False, True, False], [False, False, True], [True, False, False]]


def test_another_brief_brings_the_brief_back(shown: TemplatesMode, window: Window) -> None:
    window.open_sample()
    assert not window.modes.shows_templates


# Pages


def test_the_pages_show_fields_or_the_sample(shown: TemplatesMode, qtbot: QtBot) -> None:
    choose(shown, "mine:weekly")
    preview = shown.view.preview
    qtbot.waitUntil(lambda: preview.fields._chips(0) != [], timeout=10_000)
    preview._buttons["sample"].click()
    qtbot.waitUntil(lambda: preview.filled.pages.accessibleDescription() == "1 page", timeout=10_000)


def test_a_template_without_a_head_says_why_it_has_no_pages(
    shown: TemplatesMode, listed: Find, window: Window
) -> None:
    (mine() / "bare.md").write_text("no head", "utf-8")
    window.modes.keeper.look()
    listed("mine:bare")
    shown._show()
    choose(shown, "mine:bare")
    assert "cannot be read" in shown.view.preview._message.text()
    assert shown.view.preview._message.isVisible()


# The check


def test_errors_are_listed_shown_and_copied(shown: TemplatesMode, qtbot: QtBot) -> None:
    found = choose(shown, "office:ministerial")
    assert "2 errors" in texts(shown)
    assert "Did you mean sections.summary?" in texts(shown)
    assert not shown.view.details.use.isEnabled()
    assert "after the 2 errors are fixed" in texts(shown)
    qtbot.waitUntil(lambda: shown.view.preview.fields._chips(0) != [], timeout=10_000)
    assert all(shown.view.preview.show_problem(number) for number in (1, 2))
    shown.work.copy_problems()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(found.path)
    assert copied.count("line ") == 2


def test_f8_goes_from_problem_to_problem(shown: TemplatesMode, user: User) -> None:
    choose(shown, "office:ministerial")
    shown.take_focus()
    seen = []
    for _ in range(3):
        user.press(Qt.Key.Key_F8)
        button = QApplication.focusWidget()
        assert isinstance(button, QPushButton)
        seen.append(button.accessibleName())
    assert seen == ["Show: problem 1", "Show: problem 2", "Show: problem 1"]


def test_fixes_of_an_office_template_go_into_a_copy(
    shown: TemplatesMode, office: Path, qtbot: QtBot, window: Window
) -> None:
    before = (office / "ministerial.md").read_bytes()
    choose(shown, "office:ministerial")
    window.actions_by_id["template_fix"].trigger()
    qtbot.waitUntil(lambda: shown.view.current.id == "mine:ministerial-brief-fixed", timeout=10_000)  # type: ignore[union-attr]
    assert (office / "ministerial.md").read_bytes() == before
    assert shown.view.current is not None
    assert shown.view.current.errors == 0


def test_one_s_own_is_fixed_in_place_and_back(
    shown: TemplatesMode, office: Path, listed: Find, window: Window, qtbot: QtBot
) -> None:
    broken = (office / "ministerial.md").read_text("utf-8")
    (mine() / "mine.md").write_text(broken, "utf-8")
    window.modes.keeper.look()
    listed("mine:mine")
    shown._show()
    choose(shown, "mine:mine")
    number = next(n for n, problem in enumerate(shown.view.current.problems, 1) if "sumary" in problem.message)  # type: ignore[union-attr]
    shown.view.details.fix_requested.emit(number)
    qtbot.waitUntil(lambda: listed("mine:mine").errors == 1, timeout=10_000)
    assert "sections.summary }}" in (mine() / "mine.md").read_text("utf-8")
    window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: listed("mine:mine").errors == 2, timeout=10_000)
    assert (mine() / "mine.md").read_text("utf-8") == broken


# Files


def test_a_new_template_is_begun_and_named(shown: TemplatesMode, user: User, window: Window, qtbot: QtBot) -> None:
    window.actions_by_id["template_new"].trigger()
    qtbot.waitUntil(lambda: QApplication.focusWidget().accessibleName() == "Name of the template", timeout=10_000)  # type: ignore[union-attr]
    user.type("Two-line flash")
    user.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Two-line flash" in " ".join(rows(shown)), timeout=10_000)
    assert (mine() / "new-template.md").read_text("utf-8").startswith("---\nname: Two-line flash\n")


def test_who_renames_while_a_name_is_typed_goes_on_typing_it(
    shown: TemplatesMode, user: User, window: Window
) -> None:
    choose(shown, "mine:weekly")
    window.actions_by_id["template_rename"].trigger()
    user.type("Monthly")
    field, delegate = QApplication.focusWidget(), shown.view.list.itemDelegate()
    assert field is not None
    field.removeEventFilter(delegate)  # as when a window that comes takes the keyboard away: the name stays open
    shown.view.preview.take_focus()
    field.installEventFilter(delegate)
    window.actions_by_id["template_rename"].trigger()
    assert field.hasFocus()
    user.press(Qt.Key.Key_Return)
    assert "name: Monthly" in (mine() / "weekly.md").read_text("utf-8")


def test_a_copy_of_a_built_in_one_is_one_s_own(shown: TemplatesMode, window: Window, qtbot: QtBot) -> None:
    choose(shown, "information-note")
    window.actions_by_id["template_duplicate"].trigger()
    qtbot.waitUntil(lambda: shown.view.current.id == "mine:information-note-copy", timeout=10_000)  # type: ignore[union-attr]
    assert shown.view.current is not None
    assert shown.view.current.problems == ()


def test_three_built_in_ones_are_there_as_word_documents(shown: TemplatesMode, window: Window, qtbot: QtBot) -> None:
    choose(shown, "media-brief")
    assert not window.actions_by_id["template_word"].isEnabled()
    choose(shown, "decision-note")
    window.actions_by_id["template_word"].trigger()
    qtbot.waitUntil(lambda: shown.view.current.id == "mine:decision-note-copy.docx", timeout=10_000)  # type: ignore[union-attr]
    assert shown.view.current is not None
    assert shown.view.current.problems == ()


def test_what_is_deleted_comes_back_by_undo(shown: TemplatesMode, window: Window, user: User, qtbot: QtBot) -> None:
    choose(shown, "mine:weekly")
    shown.take_focus()
    user.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: shown._keeper.find("mine:weekly") is None, timeout=10_000)
    assert "Deleted “Weekly digest”" in band(window)
    assert window.actions_by_id["undo"].text() == "&Undo Deleted “Weekly digest”"
    user.ctrl(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: shown._keeper.find("mine:weekly") is not None, timeout=10_000)
    assert band(window) == ""


def test_only_one_s_own_can_be_deleted_or_renamed(shown: TemplatesMode, window: Window) -> None:
    actions = window.actions_by_id
    for ident, own in (("information-note", False), ("office:letter", False), ("mine:weekly", True)):
        choose(shown, ident)
        assert (actions["template_delete"].isEnabled(), actions["template_rename"].isEnabled()) == (own, own)
        assert actions["template_duplicate"].isEnabled()


def test_import_and_export_copy_a_file(
    shown: TemplatesMode, user: User, window: Window, tmp_path: Path, office: Path, qtbot: QtBot
) -> None:
    user.answer_dialog(choose_file(office / "letter.md"))
    window.actions_by_id["template_import"].trigger()
    qtbot.waitUntil(lambda: shown.view.current.id == "mine:letter", timeout=10_000)  # type: ignore[union-attr]
    user.answer_dialog(choose_file(tmp_path / "sent.md"))
    window.actions_by_id["template_export"].trigger()
    assert (tmp_path / "sent.md").read_bytes() == (office / "letter.md").read_bytes()


def test_what_fails_is_said_and_loses_nothing(
    shown: TemplatesMode, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.work.take_in(tmp_path / "gone.md")
    qtbot.waitUntil(lambda: "there is no such file" in band(window).lower(), timeout=10_000)
    assert shown._keeper.find("mine:weekly") is not None


# Use


def test_a_template_is_used_for_the_brief(shown: TemplatesMode, window: Window) -> None:
    choose(shown, "mine:weekly")
    assert shown.view.details.use.isEnabled()
    shown.view.details.use.click()
    assert window._session.brief.template == "mine:weekly"
    assert not window.modes.shows_templates
    assert window.memo.picker.currentText() == "Weekly digest"
    assert window.documents.settings.used_templates.keys() == {"mine:weekly"}
    offered = [window.memo.picker.itemData(row) for row in range(window.memo.picker.count())]
    assert [ident for ident in offered if ident and ":" in ident] == [
        "mine:weekly",
        "office:letter",
        "office:ministerial",
    ]


def test_a_template_with_errors_cannot_be_used(shown: TemplatesMode, window: Window, user: User) -> None:
    choose(shown, "office:ministerial")
    shown.take_focus()
    user.press(Qt.Key.Key_Return)
    assert window._session.brief.template != "office:ministerial"
    assert "with errors cannot be used" in window.status_bar.currentMessage()


def test_a_brief_of_the_shelf_gets_its_form_when_the_folder_was_read(
    window: Window, weekly: Path, listed: Find, qtbot: QtBot
) -> None:
    window.open_sample()
    window._session.apply(lambda brief: replace(brief, template="mine:weekly"), "Test")
    assert "not here" in window.memo.picker.currentText()
    window.prepare()
    listed("mine:weekly")
    qtbot.waitUntil(lambda: window.memo.picker.currentText() == "Weekly digest")
    assert window.memo.template_of("mine:weekly") is not None


@pytest.mark.parametrize("size", [(1440, 900), (1040, 640)])
def test_nothing_is_clipped(shown: TemplatesMode, window: Window, size: tuple[int, int]) -> None:
    window.resize(*size)
    choose(shown, "office:ministerial")
    QApplication.processEvents()
    buttons = [each for each in shown.view.findChildren(QPushButton) if each.isVisible()]
    assert len(buttons) > 3
    for button in buttons:
        assert button.width() >= button.sizeHint().width() - 1, button.text()


def test_templates_that_are_asked_for_while_they_are_made_are_there_at_once(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slices, "SLICE", 0)
    modes = window.modes
    modes._make_templates()
    QApplication.processEvents()
    assert modes._mode is None
    window.actions_by_id["to_templates"].trigger()
    assert modes.shows_templates
    assert modes.templates.view.list.hasFocus()
    window.actions_by_id["to_brief"].trigger()
    assert not modes.shows_templates
