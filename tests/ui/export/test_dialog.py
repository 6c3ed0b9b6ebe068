"""The export dialog as a person meets it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit
from ui_user import User, press_button

from briefer.edit import changes
from briefer.outlook import Advice
from briefer.ui import slices
from briefer.ui.export.dialog import ExportDialog
from briefer.ui.window import Window

Open = Callable[[], ExportDialog]


@pytest.fixture
def export(user: User, window: Window, tmp_path: Path) -> Open:
    """Opens the dialog on the sample; files go to a folder of their own."""
    window.documents.choose(replace(window.documents.settings, export_folder=str(tmp_path)))
    window.open_sample()

    def open_() -> ExportDialog:
        user.ctrl(Qt.Key.Key_E)
        dialog = next(each for each in window.findChildren(ExportDialog) if each.isVisible())
        assert dialog.options.isVisible()  # made now, if the event loop had no turns yet
        return dialog

    return open_


def control(dialog: ExportDialog, words: str) -> QAbstractButton:
    return next(each for each in dialog.findChildren(QAbstractButton) if each.isVisible() and each.text() == words)


def shown(dialog: ExportDialog) -> set[str]:
    return {each.text() for each in dialog.findChildren(QAbstractButton) if each.isVisible()}


def said(dialog: ExportDialog) -> list[str]:
    return [label.text() for label in dialog.advice.findChildren(QLabel)]


def await_advice(user: User, dialog: ExportDialog) -> None:
    user.bot.waitUntil(lambda: any("pages" in words for words in said(dialog)), timeout=10_000)


def field(dialog: ExportDialog) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Save to")


def test_enter_exports_what_was_chosen_last_under_a_name_that_says_what_it_is(
    user: User, export: Open, tmp_path: Path, validate_docx
) -> None:
    dialog = export()
    control(dialog, "Draft for comment").click()
    user.press(Qt.Key.Key_Return)
    (path,) = tmp_path.iterdir()
    assert path.name == "2026-11-16 Remote modems in port cranes – the Board’s order (draft).docx"
    validate_docx(path)
    assert "word/comments.xml" in zipfile.ZipFile(path).namelist()
    again = export()
    assert control(again, "Draft for comment").isChecked()
    control(again, "Final").click()
    user.press(Qt.Key.Key_Return)
    final = next(each for each in tmp_path.iterdir() if "draft" not in each.name)
    assert "word/comments.xml" not in zipfile.ZipFile(final).namelist()


def test_escape_leaves_everything_as_it_was(user: User, window: Window, export: Open, tmp_path: Path) -> None:
    window.go_to("notes")
    before, focus = window._session.brief, QApplication.focusWidget()
    dialog = export()
    control(dialog, "List at end").click()
    control(dialog, "Annex: sources").click()
    user.press(Qt.Key.Key_Escape)
    assert window._session.brief is before
    assert QApplication.focusWidget() is focus
    assert list(tmp_path.iterdir()) == []


def test_what_the_brief_keeps_is_one_step_that_can_be_taken_back(
    user: User, window: Window, export: Open, tmp_path: Path
) -> None:
    before = window._session.brief
    dialog = export()
    control(dialog, "Markdown").click()
    control(dialog, "List at end").click()
    control(dialog, "Annex: sources").click()
    box = next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == "Template")
    box.activated.emit(box.findData("media-brief"))
    assert field(dialog).text().endswith(".md")
    user.press(Qt.Key.Key_Return)
    brief = window._session.brief
    assert (brief.template, brief.export.citations, brief.export.annexes) == ("media-brief", "endlist", ("sources",))
    (path,) = tmp_path.iterdir()
    assert "Sources" in path.read_text("utf-8")
    window._session.undo()
    assert window._session.brief is before


def test_the_way_of_the_template_is_not_pinned_to_the_brief(window: Window, user: User, export: Open) -> None:
    dialog = export()
    control(dialog, "None").click()
    control(dialog, "Footnotes").click()
    user.press(Qt.Key.Key_Return)
    assert window._session.brief.export.citations == ""


def test_only_what_has_a_say_in_a_format_is_shown(export: Open) -> None:
    dialog = export()
    annexes = {"Annex: quotations", "Annex: sources", "Annex: passages relied on"}
    comments = "Comment on each sentence without a source, and on what the checks find"
    control(dialog, "Final").click()
    assert annexes <= shown(dialog)
    assert comments not in shown(dialog)
    assert "Include my notes" not in shown(dialog)
    control(dialog, "Draft for comment").click()
    assert comments in shown(dialog)
    control(dialog, "Notes").click()
    assert not annexes & shown(dialog)
    assert "Footnotes" not in shown(dialog)
    assert "Include my notes" in shown(dialog)
    assert "Export notes" in shown(dialog)
    control(dialog, "E-mail").click()
    assert not field(dialog).isVisible()
    assert not {"Browse…", "Open it"} & shown(dialog)
    assert "Copy for e-mail" in shown(dialog)


def test_a_message_goes_to_the_clipboard(user: User, export: Open) -> None:
    control(export(), "E-mail").click()
    user.press(Qt.Key.Key_Return)
    user.bot.waitUntil(lambda: "Notes\n-----" in QGuiApplication.clipboard().text(), timeout=10_000)


def test_a_file_that_is_there_is_replaced_only_after_a_question(user: User, export: Open, tmp_path: Path) -> None:
    path = tmp_path / "memo.md"
    path.write_text("before", "utf-8")
    export()
    user.answer_dialog(press_button("Cancel"))
    user.name_export(path)
    assert path.read_text("utf-8") == "before"
    user.answer_dialog(press_button("Replace"))
    user.press(Qt.Key.Key_Return)
    assert path.read_text("utf-8").startswith("---\ntitle:")


def test_the_ending_that_is_typed_chooses_the_format(user: User, export: Open, tmp_path: Path) -> None:
    dialog = export()
    user.name_export(tmp_path / "memo.html")
    assert (tmp_path / "memo.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    dialog = export()
    assert control(dialog, "Web page").isChecked()
    field(dialog).setFocus()
    field(dialog).selectAll()
    user.type("other")
    user.press(Qt.Key.Key_Return)
    assert (tmp_path / "other.html").exists()


def test_it_is_opened_if_that_is_wanted(
    user: User, export: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toLocalFile())) or True)
    control(export(), "Open it").click()
    user.press(Qt.Key.Key_Return)
    (path,) = tmp_path.iterdir()
    assert opened == [str(path)]


def test_what_is_to_be_looked_at_is_settled_here(user: User, window: Window, export: Open) -> None:
    quote = window._session.brief.quotes[0]
    words = quote.text
    window._session.apply(lambda brief: changes.update_entry(brief, quote.id, text=f"{words} Truly."), "Change")
    dialog = export()
    await_advice(user, dialog)
    assert "A quotation is not verbatim" in said(dialog)
    assert "2 sentences have no source" in said(dialog)
    assert "Every quotation has a speaker" in said(dialog)
    assert "1 warning, 1 note" in said(dialog), "as the status bar counts what the checks found"
    control(dialog, "Use the source’s words").click()
    assert window._session.brief.quotes[0].text == words
    control(dialog, "Own judgement").click()
    assert window._session.brief.sections["next_steps"].count("[@own]") == 2
    user.bot.waitUntil(lambda: "2 sentences have no source" not in said(dialog), timeout=10_000)
    assert "Every quotation is in the words of its source" in said(dialog)
    assert "Every sentence has a source, or is marked as your own judgement" in said(dialog)
    assert "Headings, table headers and language set for screen readers" in said(dialog)


def test_show_leads_to_the_place(user: User, window: Window, export: Open) -> None:
    dialog = export()
    await_advice(user, dialog)
    shows = {each.accessibleName(): each for each in dialog.findChildren(QAbstractButton) if each.text() == "Show"}
    shows["Show: 2 sentences have no source"].click()
    text = window.memo.sections["next_steps"].text
    assert text.hasFocus()
    assert text.caret() == 3


def test_a_part_marked_higher_than_the_memo_keeps_it_here(user: User, window: Window, export: Open) -> None:
    window._session.apply(lambda brief: changes.set_portion_mark(brief, "summary", "SECRET"), "Mark")
    dialog = export()
    await_advice(user, dialog)
    button = control(dialog, "Export to Word")
    assert not button.isEnabled()
    assert "marked SECRET" in button.toolTip()
    user.press(Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_enter_on_a_button_presses_that_button(user: User, export: Open, tmp_path: Path) -> None:
    dialog = export()
    control(dialog, "Cancel").setFocus()
    user.press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_tab_goes_through_advice_that_is_about_to_be_shown(
    user: User, window: Window, export: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.background, "ask", lambda _operation: None)
    dialog = export()
    monkeypatch.setattr(slices, "SLICE", 0)
    dialog.show_advice(
        [Advice("warning", f"Gap {n}", "Nothing is said", "sections.x", ("show",)) for n in range(30)], ()
    )
    assert "Gap 0" in said(dialog)
    assert "Gap 29" not in said(dialog)
    user.press(Qt.Key.Key_Tab)
    assert "Gap 29" in said(dialog)
