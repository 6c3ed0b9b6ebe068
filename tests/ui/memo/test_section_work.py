"""Formats, citations and dropped notes in the sections of a memo, done as a user does them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from ui_user import User

from briefer.memo.pasted import MOST_TOKENS
from briefer.ui.fitting import ElidedLabel
from briefer.ui.memo.format_bar import FormatBar
from briefer.ui.memo.section_text import SectionText
from briefer.ui.notes.model import ENTRY_MIME
from briefer.ui.window import Window

ARTICLE = (
    "Ports told to unplug\n\nThe Harbour Technology Board has ordered five ports to act.\n\n"
    "“We are closing a door,” Board chair Lena Morvane told reporters.\n"
)


@pytest.fixture
def summary(user: User, window: Window) -> SectionText:
    """The first section, with the keyboard in it, beside an article."""
    user.put_on_clipboard(ARTICLE)
    window.actions_by_id["paste"].trigger()
    user.alt(Qt.Key.Key_3)
    text = window.memo.sections["summary"].text
    text.setFocus()
    return text


def written(window: Window) -> str:
    return window._session.brief.sections.get("summary", "")


def test_bold_and_italic_by_keys_are_steps_of_their_own(user: User, window: Window, summary: SectionText) -> None:
    user.type("Five ports")
    user.ctrl(Qt.Key.Key_B)
    assert written(window) == "Five **ports**"
    user.ctrl(Qt.Key.Key_I)
    assert written(window) == "Five ***ports***"
    user.ctrl(Qt.Key.Key_Z)
    assert written(window) == "Five **ports**"
    user.ctrl(Qt.Key.Key_Z)
    assert written(window) == "Five ports"


def test_formats_outside_of_a_section_say_what_to_do(user: User, window: Window, summary: SectionText) -> None:
    said: list[str] = []
    window.desk.section_work.said.connect(said.append)
    user.alt(Qt.Key.Key_1)
    user.ctrl(Qt.Key.Key_B)
    assert written(window) == ""
    assert said == ["Put the caret in a section of the memo first."]


def test_words_selected_in_the_source_are_cited(user: User, window: Window, summary: SectionText) -> None:
    user.type("It acted.")
    user.drag_over("ordered five ports")
    user.alt(Qt.Key.Key_3)
    summary.setFocus()
    user.ctrl(Qt.Key.Key_L)
    assert written(window) == "It acted. [@p1]"
    (passage,) = window._session.brief.passages
    assert passage.evidence[0].exact == "ordered five ports"
    user.ctrl(Qt.Key.Key_Z)
    assert written(window) == "It acted."
    assert window._session.brief.passages == ()


def test_of_selected_words_that_a_note_rests_on_the_note_is_cited(
    user: User, window: Window, summary: SectionText
) -> None:
    user.drag_over("ordered five ports")
    user.press(Qt.Key.Key_X)
    window.notes.open("")
    user.drag_over("five ports")
    user.alt(Qt.Key.Key_3)
    summary.setFocus()
    user.type("It acted.")
    user.ctrl(Qt.Key.Key_L)
    assert written(window) == "It acted. [@x1]"


def test_a_note_opened_after_words_were_selected_is_what_is_cited(
    user: User, window: Window, summary: SectionText
) -> None:
    user.drag_over("Lena Morvane")
    user.press(Qt.Key.Key_A)
    window.notes.open("")
    user.drag_over("ordered five ports")
    window.notes.open("a1")
    user.alt(Qt.Key.Key_3)
    summary.setFocus()
    user.type("She spoke.")
    user.ctrl(Qt.Key.Key_L)
    assert written(window) == "She spoke. [@a1]"


def test_a_dropped_note_brings_its_words_and_its_chip(user: User, window: Window, summary: SectionText) -> None:
    user.drag_over("We are closing a door")
    user.press(Qt.Key.Key_Q)
    summary.setFocus()
    user.type("So it is.")
    data = QMimeData()
    data.setData(ENTRY_MIME, b"q1")
    where, actions, left = QPoint(300, 12), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(
        summary.viewport(), QDragEnterEvent(where, actions, data, left, Qt.KeyboardModifier.NoModifier)
    )
    QApplication.sendEvent(
        summary.viewport(), QDropEvent(QPointF(where), actions, data, left, Qt.KeyboardModifier.NoModifier)
    )
    text = written(window)
    assert text.startswith("So it is. ")
    assert text.endswith("“We are closing a door”. [@q1]")
    assert summary.caret() == len(text)
    user.ctrl(Qt.Key.Key_Z)
    assert written(window) == "So it is."


def test_a_click_on_a_chip_opens_its_note(user: User, window: Window, summary: SectionText) -> None:
    user.drag_over("ordered five ports")
    user.press(Qt.Key.Key_X)
    window.notes.open("")
    summary.setFocus()
    user.type("It acted. [@x1]")
    cursor = summary.textCursor()
    cursor.setPosition(10)
    where = summary.cursorRect(cursor).center() + QPoint(10, 0)
    QTest.mouseClick(summary.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert window.notes.open_id == "x1"


# The format bar


def bar_of(text: SectionText) -> FormatBar:
    return next(bar for bar in text.parentWidget().findChildren(FormatBar) if bar._text is text)


def test_the_format_bar_is_there_while_its_section_has_the_keyboard(
    user: User, window: Window, summary: SectionText
) -> None:
    bar = bar_of(summary)
    assert bar.bold.isVisible()
    window.notes.list.setFocus()
    assert not bar.bold.isVisible()
    summary.setFocus()
    user.type("Five ports")
    user.bot.mouseClick(bar.bold, Qt.MouseButton.LeftButton)
    assert written(window) == "Five **ports**"
    assert bar.bold.isChecked()
    assert not bar.italic.isChecked()
    assert summary.hasFocus()


def test_a_long_heading_has_the_room_of_the_bar_while_nobody_writes(
    user: User, window: Window, summary: SectionText
) -> None:
    heading, bar = window.memo.sections["summary"].findChild(ElidedLabel), bar_of(summary)
    assert heading is not None
    heading.show_words("What the offices of all five harbours have to decide before the end of March " * 2)
    seen = []
    for focus in (window.notes.list, summary):
        focus.setFocus()
        user.bot.waitUntil(lambda: bar.width() == bar.sizeHint().width())
        seen.append((len(heading.text()), heading.pos(), summary.mapTo(window, summary.pos())))
        assert heading.toolTip().startswith(heading.words())
    (idle, *places), (writing, *others) = seen
    assert idle > writing + 8
    assert places == others


def test_a_link_asks_for_its_address(
    user: User, window: Window, summary: SectionText, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, *_: said.append(text))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    user.type("See the order")
    user.press(Qt.Key.Key_K, both)
    bar = bar_of(summary)
    assert bar.address.hasFocus()
    user.type("not an address")
    user.press(Qt.Key.Key_Return)
    assert bar.address.hasFocus()
    assert "not an address" in said[-1]
    bar.address.clear()
    user.type("x.example/a")
    user.press(Qt.Key.Key_Return)
    assert written(window) == "See the [order](https://x.example/a)"
    assert summary.hasFocus()
    assert not bar.address.isVisible()
    summary.set_caret(10)
    user.press(Qt.Key.Key_K, both)
    assert bar.address.text() == "https://x.example/a"
    user.press(Qt.Key.Key_Escape)
    assert summary.hasFocus()
    assert written(window) == "See the [order](https://x.example/a)"


def test_every_button_has_a_name_and_says_its_key(summary: SectionText) -> None:
    for button in bar_of(summary).buttons:
        assert button.accessibleName()
        assert button.toolTip().startswith(button.accessibleName())
    assert "Ctrl+B" in bar_of(summary).bold.toolTip()


def test_a_text_too_long_for_a_section_is_refused_whole_and_says_what_to_do(
    user: User, window: Window, summary: SectionText
) -> None:
    said: list[str] = []
    window.desk.section_work.said.connect(said.append)
    user.type("Kept.")
    user.put_on_clipboard("word " * 40_001)
    user.ctrl(Qt.Key.Key_V)
    user.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    formatted = QMimeData()
    formatted.setText("short")
    formatted.setHtml("<p>[" + "&amp;" * 200_000)
    QGuiApplication.clipboard().setMimeData(formatted)
    user.ctrl(Qt.Key.Key_V)
    assert written(window) == "Kept."
    assert len(said) == 3
    assert said[0].startswith(
        "Nothing was pasted: a section takes 200,000 characters at once, and these are 200,005;"
    )
    assert all("File ▸ Paste article" in each for each in said)
    user.put_on_clipboard("x" * 200_000)
    user.ctrl(Qt.Key.Key_V)
    assert len(written(window)) == 200_005


def test_what_has_too_much_formatting_is_pasted_plain_and_that_is_told(
    user: User, window: Window, summary: SectionText
) -> None:
    data = QMimeData()
    data.setHtml("<b>a</b> " * MOST_TOKENS)
    data.setText("a few words")
    QGuiApplication.clipboard().setMimeData(data)
    user.ctrl(Qt.Key.Key_V)
    assert written(window) == "a few words"
    assert window.statusBar().currentMessage().startswith("Pasted as plain text: it has too much formatting")
