"""What goes wrong around a window: full disks, other programs, odd clipboards, missing templates, impatient people."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFileDialog, QLabel, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from ui_user import User, choose_file, press_button

from briefer.edit import changes
from briefer.model.entries import Quote
from briefer.settings import settings_path
from briefer.store.briefs import read_brief, save_brief
from briefer.ui.app import make_window
from briefer.ui.band import Band, Bands, Offer, Role
from briefer.ui.dropped import local_files
from briefer.ui.export.dialog import ExportDialog
from briefer.ui.window import Window

ARTICLE = "Ports told to unplug\n\n“We are closing a door,” Lena Morvane told reporters on Thursday in the harbour.\n"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What bands and message boxes say; each box is answered by its default button."""
    said: list[str] = []
    show_band = Bands.show_band

    def show(
        bands: Bands, role: Role, what: str, more: str = "", offers: Sequence[Offer] = (), **more_of: bool
    ) -> Band:
        said.append(f"{what} {more}")
        return show_band(bands, role, what, more, offers, **more_of)

    def exec_(box: QMessageBox) -> int:
        said.append(f"{box.text()} {box.informativeText()}")
        return QMessageBox.StandardButton.Ok.value

    monkeypatch.setattr(QMessageBox, "exec", exec_)
    monkeypatch.setattr(Bands, "show_band", show)
    return said


def paste(user: User, text: str = ARTICLE) -> None:
    user.put_on_clipboard(text)
    user.window.source.take_focus()
    user.ctrl(Qt.Key.Key_V)


def with_quote_by_an_actor(user: User) -> None:
    paste(user)
    user.click_words("Lena Morvane")
    user.press(Qt.Key.Key_A)
    user.click_words("closing a door")
    user.press(Qt.Key.Key_Q)
    user.window._session.apply(lambda brief: changes.update_entry(brief, "q1", speaker="a1"), "Speaker")


# The clipboard, and files that are dropped


def test_a_picture_on_the_clipboard_is_no_article(user: User, window: Window, said: list[str]) -> None:
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    user.ctrl(Qt.Key.Key_V)
    assert window._session.brief.sources == ()
    assert said == ["The clipboard holds no article. There is no text on it. Copy the words of an article first."]
    paste(user)
    bands = (window.bands, *window.desk.panes.bands.values())
    assert not any(band.words.startswith("The clipboard") for each in bands for band in each.shown())


def test_files_on_the_clipboard_are_imported(user: User, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    QGuiApplication.clipboard().setMimeData(data)
    user.ctrl(Qt.Key.Key_V)
    assert [source.file_name for source in window._session.brief.sources] == ["a.txt"]


def test_a_paste_without_a_headline_is_called_by_its_first_words(user: User, window: Window) -> None:
    paste(user, "one line of words without any headline, which goes on for a while and then it ends here")
    said = window.statusBar().currentMessage()
    assert said.startswith("Added “one line of words without any headline, which…”")


def takes(widget: QWidget, data: QMimeData) -> bool:
    """Whether a widget itself takes what is dragged over it; sent as an event, it would go on to the window."""
    area = widget.parent()
    receiver = area if isinstance(area, QAbstractScrollArea) and area.viewport() is widget else widget
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(5, 5), copy, data, left, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    receiver.dragEnterEvent(event)
    return event.isAccepted()


def test_only_the_window_takes_files(user: User, window: Window) -> None:
    with_quote_by_an_actor(user)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a.txt")])
    greedy = [widget for widget in window.findChildren(QWidget) if widget.acceptDrops() and takes(widget, files)]
    assert greedy == []
    assert window.acceptDrops()


def test_an_empty_clipboard_pastes_nothing_and_says_so(window: Window, said: list[str]) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_by_id["paste"].trigger()
    assert window._session.brief.sources == ()


def test_dropped_files_are_taken_after_the_drop_has_ended(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    nothing = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, nothing)
    window.dropEvent(event)
    assert window._session.brief.sources == ()
    qtbot.waitUntil(lambda: len(window._session.brief.sources) == 1)


def test_an_address_that_no_file_can_have_is_no_file() -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/no\0name.txt"), QUrl.fromLocalFile("/tmp/a.txt")])
    assert local_files(data) == [Path("/tmp/a.txt")]


# Saving


def test_a_full_disk_keeps_the_text_in_the_window_and_says_so(
    user: User, window: Window, tmp_path: Path, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paste(user)
    path = tmp_path / "x.brief"
    assert window.documents._save(path)
    written = path.read_bytes()
    user.alt(Qt.Key.Key_3)
    user.type("mine")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    user.ctrl(Qt.Key.Key_S)
    assert "The brief was not saved. Your work is still in this window." in said[0]
    assert str(path) in said[0]
    assert window._session.brief.sections["summary"] == "mine"
    assert window.isWindowModified()
    assert path.read_bytes() == written
    monkeypatch.undo()
    user.ctrl(Qt.Key.Key_S)
    assert read_brief(path).brief.sections["summary"] == "mine"


def test_save_and_then_no_file_keeps_the_window_open(
    user: User, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    paste(user)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    user.answer_dialog(press_button("Save"))
    assert not window.close()
    assert window.isVisible()
    assert window.isWindowModified()


def test_a_name_without_a_suffix_does_not_overwrite_another_brief(user: User, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "x.brief"
    save_brief(window._session.brief, path)
    before = path.read_bytes()
    paste(user)

    def name_it(dialog: object) -> None:
        user.answer_dialog(press_button("Cancel"))
        choose_file(tmp_path / "x")(dialog)

    user.answer_dialog(name_it)
    assert not window.documents.save_as()
    assert path.read_bytes() == before


def test_a_damaged_brief_named_at_the_start_is_told_and_the_window_stays(
    window: Window, tmp_path: Path, said: list[str]
) -> None:
    path = tmp_path / "bad.brief"
    path.write_bytes(b'{"format": 1, "id"')
    window.take_files([path])
    assert len(said) == 1
    assert "bad.brief" in said[0]
    assert window._session.path is None


def test_a_recent_brief_that_is_gone_is_told(window: Window, tmp_path: Path, said: list[str]) -> None:
    path = tmp_path / "gone.brief"
    window.documents.choose(window.documents.settings.remembering(path))
    menu = window.findChild(QMenu, "recent")
    assert isinstance(menu, QMenu)
    before = window._session.brief
    menu.actions()[0].trigger()
    assert "gone.brief" in said[0]
    assert window._session.brief is before


# Settings


def test_damaged_settings_are_told(qtbot: QtBot) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text("{damaged")
    window = make_window()
    qtbot.addWidget(window)
    assert "settings" in window.statusBar().currentMessage()


def test_settings_that_cannot_be_kept_stop_nothing(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocked))
    window.documents.choose(msgspec.structs.replace(window.documents.settings, theme="dark"))
    assert str(blocked) in window.statusBar().currentMessage()
    assert window.documents.settings.theme == "dark"


# A template that is not here


@pytest.mark.parametrize("template", ["ministry-note", "/home/ann/office note.md"])
def test_a_brief_whose_template_is_not_here_is_shown_whole(
    user: User, window: Window, tmp_path: Path, template: str
) -> None:
    user.alt(Qt.Key.Key_3)
    user.type("kept")
    brief = changes.set_header(window._session.brief, "reply_by", "Friday")
    brief = changes.set_section(brief, "way_ahead", "Wait.")
    window._session.start_new(changes.set_template(brief, template))
    memo = window.memo
    assert memo.picker.currentText() == f"{template} (not here)"
    assert {ident: editor.text.text() for ident, editor in memo.sections.items()} == {
        "summary": "kept",
        "way_ahead": "Wait.",
    }
    assert memo.header.lines["reply_by"].text() == "Friday"
    memo.sections["way_ahead"].text.setFocus()
    user.type("!")
    assert "!" in window._session.brief.sections["way_ahead"]
    user.export(tmp_path / "memo.docx")
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    assert any(f"“{template}” was moved or deleted." in label.text() for label in dialog.findChildren(QLabel))
    user.press(Qt.Key.Key_Escape)
    assert list(tmp_path.glob("*.docx")) == []
    memo.picker.activated.emit(memo.picker.findData("information-note"))
    assert memo.picker.findData(template) == -1
    assert memo.sections["summary"].text.text() == "kept"
    assert "!" in memo.sections["way_ahead"].text.text()


def test_a_blank_section_that_no_template_has_does_not_rebuild_the_form(user: User, window: Window) -> None:
    brief = changes.set_section(window._session.brief, "left_over", " ")
    window._session.start_new(brief)
    editor = window.memo.sections["summary"]
    editor.text.setFocus()
    user.type("two words")
    assert window.memo.sections["summary"] is editor
    assert window._session.brief.sections["summary"] == "two words"


def test_another_brief_shows_its_own_sections_and_no_note(user: User, window: Window) -> None:
    brief = window._session.brief
    with_quote_by_an_actor(user)
    window.notes.open("a1")
    other = msgspec.structs.replace(window._session.brief, id="0" * 32, sections={"key_actors": "Written."})
    window._session.start_new(other)
    assert window.memo.sections["key_actors"].text.text() == "Written."
    assert window.notes.open_id == ""
    window._session.start_new(msgspec.structs.replace(brief, id="1" * 32))
    assert "key_actors" not in window.memo.sections


# Typing


def test_undo_while_an_input_method_composes(user: User, window: Window) -> None:
    user.alt(Qt.Key.Key_3)
    user.type("one two")
    field = window.memo.sections["summary"].text
    QApplication.sendEvent(field, QInputMethodEvent("かん", []))
    user.ctrl(Qt.Key.Key_Z)
    end = QInputMethodEvent()
    end.setCommitString("漢")
    QApplication.sendEvent(field, end)
    brief = window._session.brief
    assert brief.sections["summary"] == field.text() == "one 漢"
    assert field.document().toPlainText() == field.text()


def test_undo_after_typing_in_a_box_of_choices(user: User, window: Window) -> None:
    marking = window.memo.header.lines["marking"]
    marking.setFocus()
    user.type("EYES ONLY")
    assert window._session.brief.header["marking"] == "EYES ONLY"
    while window._session.undo_label:
        user.ctrl(Qt.Key.Key_Z)
    assert marking.text() == ""
    assert window._session.brief.header == {}
    user.ctrl(Qt.Key.Key_Y)
    assert marking.text() == window._session.brief.header["marking"] == "EYES "


def test_an_actor_who_spoke_is_deleted_and_stays_as_words(user: User, window: Window) -> None:
    with_quote_by_an_actor(user)
    window.notes.open("a1")
    window.desk.work.delete("a1")
    (quote,) = window._session.brief.quotes
    assert quote == msgspec.structs.replace(quote, speaker="", speaker_text="Lena Morvane")
    window.notes.open("q1")
    form = window.notes._form()
    assert form is not None
    assert form.editors["speaker"]._line.text() == "Lena Morvane"
    user.ctrl(Qt.Key.Key_Z)
    assert isinstance(window._session.brief.quotes[0], Quote)
    assert window._session.brief.quotes[0].speaker == "a1"


def test_a_menu_of_two_hundred_actors_fits_the_screen(user: User, window: Window, qtbot: QtBot) -> None:
    paste(user)

    def many(brief):
        for number in range(200):
            brief, _ = changes.add_entry(brief, "actor", [(0, 5)], "s1", name=f"Actor {number}")
        return changes.add_entry(brief, "action", [(0, 5)], "s1")[0]

    window._session.apply(many, "Many")
    window.notes.open("x1")
    form = window.notes._form()
    assert form is not None
    menu = form.editors["actors"]._menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert len(menu.actions()) == 200
    assert window.screen().availableGeometry().contains(menu.geometry())
    assert menu.width() < 300
    menu.actions()[199].trigger()
    menu.close()
    assert window._session.brief.actions[0].actors == ("a200",)
    assert form.editors["actors"].control.words() == "Actor 199"


def test_an_input_method_writes_nothing_into_the_source(user: User, window: Window) -> None:
    paste(user)
    reader = window.source.reader
    shown = reader.document().toRawText()
    end = QInputMethodEvent()
    end.setCommitString("漢")
    QApplication.sendEvent(reader, end)
    assert reader.document().toRawText() == shown
