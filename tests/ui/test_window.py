"""The window as an analyst uses it, from the clipboard to the memo."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from ui_user import User, choose_file, press_button

from briefer.edit import changes
from briefer.store.briefs import brief_bytes, read_brief
from briefer.ui.actions import ACTIONS
from briefer.ui.window import Window

ARTICLE = (
    "Ports told to unplug\n\n"
    "The Harbour Technology Board has ordered five container ports to remove modems by 31 March.\n\n"
    "“We are not accusing anyone,” Board chair Lena Morvane told reporters. “We are closing a door.”\n\n"
    "Saltmere Port Group 🚢 warned that delays could cost 46 million crowns.\n"
)


def paste(user: User) -> None:
    user.put_on_clipboard(ARTICLE)
    user.ctrl(Qt.Key.Key_V)


def test_from_the_clipboard_to_word_in_ten_actions(user: User, window: Window, tmp_path: Path, validate_docx) -> None:
    paste(user)
    user.press(Qt.Key.Key_A)
    user.press(Qt.Key.Key_X)
    user.press(Qt.Key.Key_Q)
    user.click_words("46 million")
    user.press(Qt.Key.Key_S)
    user.alt(Qt.Key.Key_3)
    user.type("The Board ordered five ports to remove modems. [@x1]")
    window.documents.choose(replace(window.documents.settings, export_folder=str(tmp_path)))
    user.ctrl(Qt.Key.Key_E)
    user.press(Qt.Key.Key_Return)
    assert user.actions == 10
    (output,) = tmp_path.iterdir()
    brief = window._session.brief
    assert [actor.name for actor in brief.actors] == ["Harbour Technology Board"]
    assert brief.actions[0].summary.startswith("The Harbour Technology Board has ordered five")
    assert "46 million" in brief.stakes[0].summary
    assert brief.quotes[0].text == "We are not accusing anyone, … We are closing a door."
    assert len(brief.quotes[0].evidence) == 2
    document = zipfile.ZipFile(output).read("word/document.xml").decode()
    assert "The Board ordered five ports to remove modems." in document
    assert "w:footnoteReference" in document
    validate_docx(output)


def test_a_selection_is_filed_as_it_stands_and_emoji_shift_nothing(user: User, window: Window) -> None:
    paste(user)
    user.drag_over("cost 46 million crowns")
    user.press(Qt.Key.Key_S)
    (stake,) = window._session.brief.stakes
    assert stake.evidence[0].exact == "cost 46 million crowns"


def test_a_letter_is_only_a_letter_while_a_field_has_the_focus(user: User, window: Window) -> None:
    paste(user)
    user.alt(Qt.Key.Key_3)
    user.type("AXSQ axsq")
    assert not list(window._session.brief.entries())
    assert window._session.brief.sections["summary"] == "AXSQ axsq"


def test_a_known_actor_gets_another_passage(user: User, window: Window) -> None:
    user.put_on_clipboard("Lena Morvane spoke.\n\nThen Lena Morvane left the room again without a word.")
    user.ctrl(Qt.Key.Key_V)
    user.click_words("Lena Morvane")
    user.press(Qt.Key.Key_A)
    user.drag_over("Lena Morvane left")
    window.source.reader.select(26, 38)
    user.press(Qt.Key.Key_A)
    (actor,) = window._session.brief.actors
    assert [anchor.exact for anchor in actor.evidence] == ["Lena Morvane", "Lena Morvane"]


def test_who_saves_in_the_middle_of_writing_goes_on_writing(user: User, window: Window, tmp_path: Path) -> None:
    def type_it(dialog: object) -> None:
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.setText(str(tmp_path / "one.brief"))
        user.bot.keyClick(name, Qt.Key.Key_Return)

    window.open_sample()
    text = window.memo.sections["summary"].text
    text.setFocus()
    user.answer_dialog(type_it)
    window.actions_by_id["save_as"].trigger()
    user.type("Then ")
    assert (tmp_path / "one.brief").exists()
    assert text.hasFocus()
    assert "Then " in window._session.brief.sections["summary"]


def test_save_quit_and_open_give_the_same_brief_byte_for_byte(
    user: User, window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    paste(user)
    user.click_words("Lena Morvane")
    user.press(Qt.Key.Key_A)
    path = tmp_path / "ports.brief"
    user.answer_dialog(choose_file(path))
    user.ctrl(Qt.Key.Key_S)
    written = path.read_bytes()
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("ports.brief")
    assert (tmp_path / ".ports.brief.lock").exists()
    window.close()
    assert not (tmp_path / ".ports.brief.lock").exists()
    window.show()
    assert window.documents.open(path)
    assert brief_bytes(window._session.brief) == written
    user.ctrl(Qt.Key.Key_S)
    assert path.read_bytes() == written


def test_one_history_over_everything(user: User, window: Window) -> None:
    first = window._session.brief
    paste(user)
    user.click_words("Lena Morvane")
    user.press(Qt.Key.Key_A)
    user.alt(Qt.Key.Key_3)
    user.type("two words")
    states = [window._session.brief]
    while window._session.undo_label:
        user.ctrl(Qt.Key.Key_Z)
        states.append(window._session.brief)
    assert window._session.brief == first
    assert [state.sections.get("summary", "") for state in states] == ["two words", "two ", "", "", ""]
    back = [window._session.brief]
    while window._session.redo_label:
        user.ctrl(Qt.Key.Key_Y)
        back.append(window._session.brief)
    assert back == states[::-1]


def test_undo_leads_back_to_where_the_change_was_made(user: User, window: Window) -> None:
    paste(user)
    user.click_words("Lena Morvane")
    user.press(Qt.Key.Key_A)
    user.alt(Qt.Key.Key_3)
    user.ctrl(Qt.Key.Key_Z)
    assert QApplication.focusWidget() is window.source.reader
    assert window._session.brief.actors == ()


def test_the_form_describes_the_open_note(user: User, window: Window, qtbot: QtBot) -> None:
    paste(user)
    user.click_words("Lena Morvane")
    user.press(Qt.Key.Key_A)
    user.click_words("not accusing")
    user.press(Qt.Key.Key_Q)
    window.notes.open("q1")
    form = window.notes._form()
    assert form is not None
    assert window._session.brief.quotes[0].speaker == "a1"  # the words beside the quotation say so
    speaker = form.editors["speaker"]
    speaker.control.setFocus()
    speaker.control.lineEdit().selectAll()
    user.type("Lena Morvane")
    assert window._session.brief.quotes[0].speaker == "a1"
    user.type(" junior")
    quote = window._session.brief.quotes[0]
    assert (quote.speaker, quote.speaker_text) == ("", "Lena Morvane junior")


def test_a_chip_leads_to_its_passage(user: User, window: Window, qtbot: QtBot) -> None:
    paste(user)
    user.drag_over("46 million crowns")
    user.press(Qt.Key.Key_S)
    window.notes.open("k1")
    form = window.notes._form()
    assert form is not None
    shown = []
    form.reveal_requested.connect(shown.append)
    (chip,) = form.passages.chips
    assert chip.accessibleName().startswith("Passage s1")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert [anchor.exact for anchor in shown] == ["46 million crowns"]


def test_changes_are_not_lost_without_a_question(user: User, window: Window) -> None:
    paste(user)
    user.answer_dialog(press_button("Cancel"))
    assert not window.close()
    assert window.isVisible()
    user.answer_dialog(press_button("Discard"))
    user.ctrl(Qt.Key.Key_N)
    assert window._session.brief.sources == ()


def test_a_file_that_another_program_changed_is_not_overwritten_without_a_question(
    user: User, window: Window, tmp_path: Path
) -> None:
    paste(user)
    path = tmp_path / "x.brief"
    user.answer_dialog(choose_file(path))
    user.ctrl(Qt.Key.Key_S)
    other = path.read_bytes().replace(b"container", b"CONTAINER")
    path.write_bytes(other)
    user.alt(Qt.Key.Key_3)
    user.type("mine")
    user.ctrl(Qt.Key.Key_S)
    assert path.read_bytes() == other
    (band,) = window.bands.shown()
    next(button for button in band.findChildren(QPushButton) if button.text() == "Keep mine").click()
    assert read_brief(path).brief.sections["summary"] == "mine"


def test_a_damaged_brief_is_refused_and_the_one_at_hand_stays(user: User, window: Window, tmp_path: Path) -> None:
    paste(user)
    window._session._history.mark_saved()
    before = window._session.brief
    path = tmp_path / "bad.brief"
    path.write_text('{"format": 99}')
    assert not window.documents.open(path)
    assert window._session.brief is before
    (band,) = window.bands.shown()
    assert "format 99" in band.words
    assert "bad.brief" in band.words


def test_another_template_keeps_what_was_written(user: User, window: Window) -> None:
    user.alt(Qt.Key.Key_3)
    user.type("kept")
    window.memo.picker.setCurrentIndex(window.memo.picker.findData("reference-sheet"))
    window.memo.picker.activated.emit(window.memo.picker.currentIndex())
    assert window._session.brief.template == "reference-sheet"
    assert window.memo.sections["summary"].text.text() == "kept"
    user.ctrl(Qt.Key.Key_Z)
    assert window._session.brief.template == "information-note"


def test_files_dropped_or_named_are_opened_or_imported(window: Window, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE, "utf-8")
    window.take_files([article])
    assert window.source.source is not None
    assert window.source.source.file_name == "a.txt"


def test_panes_are_reached_by_keys(user: User, window: Window) -> None:
    paste(user)
    for _ in range(3):
        user.press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.source.reader
    user.alt(Qt.Key.Key_2)
    assert QApplication.focusWidget() is window.notes.list


def test_every_action_has_text_and_tip_and_does_something(window: Window) -> None:
    for row in ACTIONS:
        action = window.actions_by_id[row.id]
        assert action.text()
        assert row.tip
        assert row.tip in action.toolTip()
    keys = [row.keys for row in ACTIONS if row.keys]
    assert len(keys) == len(set(keys))


def test_the_memo_that_was_exported_is_opened_or_its_folder(
    user: User, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or len(opened) < 3)
    said: list[str] = []
    window.documents.said.connect(said.append)
    window.open_sample()
    bands = window.desk.panes.bands["memo"]

    def export(name: str) -> None:
        user.export(tmp_path / name)
        (band,) = bands.shown()
        assert band.accessibleName() == f"Note: Saved {name} {tmp_path}"

    for name, offer in (("1.docx", "Open"), ("2.docx", "Show in folder"), ("3.docx", "Open")):
        export(name)
        (band,) = bands.shown()
        user.bot.mouseClick(
            next(b for b in band.findChildren(QPushButton) if b.text() == offer), Qt.MouseButton.LeftButton
        )
        assert bands.shown() == []
    assert opened == [str(tmp_path / "1.docx"), str(tmp_path), str(tmp_path / "3.docx")]
    assert said == [f"No program here opens 3.docx. Open it in your file manager: {tmp_path / '3.docx'}"]
    export("4.docx")
    window._session.apply(lambda brief: changes.set_section(brief, "issue", "Other words."), "Fill")
    assert bands.shown() == []
    export("5.docx")
    bands.take_focus()
    user.press(Qt.Key.Key_Escape)
    assert bands.shown() == []


def test_every_control_has_a_name_for_screen_readers(user: User, window: Window) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit, QWidget

    paste(user)
    for words, key in (
        ("Lena Morvane", Qt.Key.Key_A),
        ("ordered five", Qt.Key.Key_X),
        ("46 million", Qt.Key.Key_S),
        ("not accusing", Qt.Key.Key_Q),
    ):
        user.click_words(words)
        user.press(key)
    kinds = (QLineEdit, QTextEdit, QComboBox, QAbstractItemView, QAbstractButton)
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisibleTo(window)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_preview_shows_pages_that_lead_back_to_their_notes(user: User, window: Window, qtbot: QtBot) -> None:
    window.open_sample()
    with qtbot.waitSignal(window.memo.preview.pages.laid_out):
        user.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    pages = window.memo.preview.pages
    assert pages.isVisible()
    assert pages.pages.count == 2
    assert QApplication.focusWidget() is pages
    pages.entry_activated.emit("k2")
    assert window.notes.open_id == "k2"
    pages.entry_activated.emit("p1")
    assert window.source.source is not None
    user.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not pages.isVisible()
    assert window.memo.sections["summary"].isVisible()


def test_undo_leads_from_the_preview_back_to_the_section(user: User, window: Window, qtbot: QtBot) -> None:
    user.alt(Qt.Key.Key_3)
    user.type("words")
    window.memo.turn(preview=True)
    user.ctrl(Qt.Key.Key_Z)
    assert not window.memo.previewing
    assert QApplication.focusWidget() is window.memo.sections["summary"].text


def test_the_plain_preview_is_one_text(user: User, window: Window, qtbot: QtBot) -> None:
    window.open_sample()
    window.actions_by_id["plain_preview"].trigger()
    qtbot.waitUntil(lambda: "214 cranes" in window.memo.preview.text.toPlainText())
    assert window.memo.preview.text.isVisible()


def test_an_unknown_template_has_no_preview_and_says_so(user: User, window: Window, qtbot: QtBot) -> None:
    window._session.apply(lambda brief: changes.set_template(brief, "gone"), "Template")
    window.memo.turn(preview=True)
    assert "gone" in window.memo.preview._problem.text()
    assert window.memo.preview._problem.isVisible()


def test_the_status_bar_counts_pages_against_the_limit(user: User, window: Window, qtbot: QtBot) -> None:
    window.open_sample()
    window.memo.turn(preview=True)
    pages = next(
        label for label in window.status_bar.findChildren(QLabel) if label.accessibleName() == "Pages of the memo"
    )
    qtbot.waitUntil(lambda: " of 2 pages" in pages.text())
    assert "Over" not in pages.toolTip()
    window.memo.turn(preview=False)
    window._session.apply(lambda brief: changes.set_section(brief, "considerations", "Words.\n\n" * 45), "Long")
    qtbot.waitUntil(lambda: pages.text().startswith("3."))
    assert "Over" in pages.toolTip()


def test_the_window_comes_back_as_it_was_left(user: User, window: Window, qtbot: QtBot) -> None:
    from briefer.ui.app import make_window

    window.resize(1040, 700)
    window.desk.panes.setSizes([370, 285, 385])
    sizes = window.desk.panes.sizes()
    window.close()
    again = make_window()
    qtbot.addWidget(again)
    again.show()
    again.go_to("source")
    assert (again.width(), again.height()) == (1040, 700)
    assert again.desk.panes.sizes() == sizes


def test_a_command_is_found_by_its_name(user: User, window: Window) -> None:
    user.ctrl(Qt.Key.Key_K)
    user.type("go memo")
    user.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is window.memo.sections["summary"].text


def test_f1_shows_the_keys_and_takes_them_away(user: User, window: Window) -> None:
    from briefer.ui.keys_overlay import KeysOverlay

    user.press(Qt.Key.Key_F1)
    assert window.findChild(KeysOverlay) is not None
    user.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.source._empty


def filed(user: User, *words: str) -> None:
    paste(user)
    for each in words:
        user.drag_over(each)
        user.press(Qt.Key.Key_A)


def test_the_open_note_is_cited_in_the_sentence_at_the_caret(user: User, window: Window) -> None:
    filed(user, "Lena Morvane")
    user.alt(Qt.Key.Key_3)
    user.type("She spoke. So what.")
    window.memo.sections["summary"].text.set_caret(4)
    user.ctrl(Qt.Key.Key_L)
    assert window._session.brief.sections["summary"] == "She spoke. [@a1] So what."
    user.type("!")
    assert window._session.brief.sections["summary"] == "She spoke. [@a1]! So what."
    user.ctrl(Qt.Key.Key_Z)
    user.ctrl(Qt.Key.Key_Z)
    assert window._session.brief.sections["summary"] == "She spoke. So what."


def test_notes_are_moved_copied_and_merged(user: User, window: Window) -> None:
    filed(user, "Lena Morvane", "Saltmere Port Group")
    names = lambda: [actor.name for actor in window._session.brief.actors]  # noqa: E731
    window.actions_by_id["note_up"].trigger()
    assert names() == ["Saltmere Port Group", "Lena Morvane"]
    window.actions_by_id["note_down"].trigger()
    assert names() == ["Lena Morvane", "Saltmere Port Group"]
    user.ctrl(Qt.Key.Key_D)
    assert names() == ["Lena Morvane", "Saltmere Port Group", "Saltmere Port Group"]
    assert window.notes.open_id == "a3"

    window.actions_by_id["merge_actor"].trigger()
    user.type("saltmere")
    user.press(Qt.Key.Key_Return)
    assert names() == ["Lena Morvane", "Saltmere Port Group"]
    assert window.notes.open_id == "a2"


def test_a_template_that_fails_is_explained_in_the_preview_in_its_own_words(qtbot: QtBot) -> None:
    from template_samples import BRIEF, template

    from briefer.ui.memo.preview_page import PreviewPage

    page = PreviewPage()
    qtbot.addWidget(page)
    page.work_requested.connect(lambda operation: operation.run_here())
    page.show_brief(BRIEF, template("{{ header.Subjct }}"))
    qtbot.waitUntil(lambda: bool(page._problem.text()))
    assert "header.Subjct: there is no such field" in page._problem.text()
    assert page.currentWidget() is page._problem


def test_words_dropped_from_another_program_are_an_article(user: User, window: Window, qtbot: QtBot) -> None:
    words = QMimeData()
    words.setText(ARTICLE)
    none, actions = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(200, 300), actions, words, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(200, 300), actions, words, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: len(window._session.brief.sources) == 1)
    assert "five container ports" in window.source.reader.text()


def test_copy_with_citation_copies_the_note_while_the_notes_have_the_keyboard(user: User, window: Window) -> None:
    window.open_sample()
    user.alt(Qt.Key.Key_2)
    window.notes.open("x1")
    user.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Ordered five ports")
    assert "Meridian Courier" in copied
