from __future__ import annotations

import statistics
import time

from article_samples import ARTICLE
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui_user import User

from briefer.edit import changes
from briefer.model.soundness import problems
from briefer.model.source import Source
from briefer.ui.window import Window

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def begin(user: User) -> None:
    user.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | _SHIFT)
    user.ctrl(Qt.Key.Key_Home)


def shown_equals_stored(window: Window) -> str:
    text = window._session.brief.sources[0].text
    reader = window.source.reader
    assert reader.text() == text
    assert reader.document().toRawText().replace("\u2029", "\n") == text
    assert not list(problems(window._session.brief))
    return text


def test_letters_are_letters_and_passages_follow(user: User, on_article: Window) -> None:
    user.drag_over("remote modems")
    user.press(Qt.Key.Key_S)
    begin(user)
    on_article.source.reader.select(0, 0)
    QApplication.sendEvent(on_article.source.reader, _committed("😀 "))
    user.type("AXSQ x")
    text = shown_equals_stored(on_article)
    assert text.startswith("😀 AXSQ xPorts told")
    (anchor,) = on_article._session.brief.stakes[0].evidence
    assert text[anchor.start : anchor.end] == "remote modems"
    assert not on_article._session.brief.actors
    (highlight,) = on_article.source.reader._highlights
    assert (highlight.start, highlight.end) == (anchor.start, anchor.end)


def test_undo_is_the_brief_s_and_esc_ends_typing(user: User, on_article: Window) -> None:
    before = on_article._session.brief
    begin(user)
    user.type("one two")
    user.ctrl(Qt.Key.Key_Z)
    assert shown_equals_stored(on_article).startswith("one Ports")
    user.ctrl(Qt.Key.Key_Z)
    assert on_article._session.brief == before
    assert on_article.source.editing
    user.ctrl(Qt.Key.Key_Y)
    assert shown_equals_stored(on_article).startswith("one Ports")
    user.press(Qt.Key.Key_Escape)
    assert not on_article.source.editing
    assert on_article.source.reader.isReadOnly()
    user.type("z")
    assert shown_equals_stored(on_article).startswith("one Ports")


def test_enter_makes_a_paragraph_and_backspace_takes_it_back(user: User, on_article: Window) -> None:
    begin(user)
    reader = on_article.source.reader
    at = reader.text().index("The makers")
    reader.select(at, at)
    user.press(Qt.Key.Key_Return)
    assert "a month. \n\nThe makers" in shown_equals_stored(on_article)
    assert reader.caret() == at + 2
    user.press(Qt.Key.Key_Backspace)
    assert "a month. The makers" in shown_equals_stored(on_article)
    reader.select(at, at)
    user.press(Qt.Key.Key_Return, _SHIFT)
    assert "a month. \nThe makers" in shown_equals_stored(on_article)
    reader.select(at - 3, at - 3)
    user.press(Qt.Key.Key_End)
    user.press(Qt.Key.Key_Delete)
    assert "a month. The makers" in shown_equals_stored(on_article)


def test_a_paste_is_plain_text_and_no_new_article(user: User, on_article: Window) -> None:
    begin(user)
    user.put_on_clipboard("no\u00a0break\r\nline ")
    user.ctrl(Qt.Key.Key_V)
    assert shown_equals_stored(on_article).startswith("no\u00a0break\nline Ports")
    assert len(on_article._session.brief.sources) == 1


def test_a_line_separator_that_is_pasted_is_a_line_end_in_the_view_too(user: User, on_article: Window) -> None:
    begin(user)
    user.put_on_clipboard("one\u2028two ")
    user.ctrl(Qt.Key.Key_V)
    assert shown_equals_stored(on_article).startswith("one\ntwo Ports")


def test_an_accent_after_its_letter_is_one_character_with_it(user: User, on_article: Window) -> None:
    begin(user)
    user.type("e")
    QApplication.sendEvent(on_article.source.reader, _committed("\u0301"))
    assert shown_equals_stored(on_article).startswith("éPorts")
    user.type("t")
    assert shown_equals_stored(on_article).startswith("étPorts")


def test_what_an_input_method_composes_is_taken_when_it_is_done(user: User, on_article: Window) -> None:
    begin(user)
    reader, before = on_article.source.reader, on_article._session.brief
    reader.select(0, 5)
    QApplication.sendEvent(reader, QInputMethodEvent("xie", []))
    assert on_article._session.brief is before
    QApplication.sendEvent(reader, _committed("協"))
    assert shown_equals_stored(on_article).startswith("協 told")
    user.ctrl(Qt.Key.Key_Z)
    assert on_article._session.brief == before


def test_what_is_taken_back_while_somebody_composes_over_words_leaves_them(user: User, on_article: Window) -> None:
    begin(user)
    reader, before = on_article.source.reader, on_article._session.brief
    user.type("Now ")
    heading = reader.text().index("Ports") + 8
    reader.select(heading, heading + 60)
    QApplication.sendEvent(reader, QInputMethodEvent("xie", []))
    user.ctrl(Qt.Key.Key_Z)
    assert on_article._session.brief == before
    QApplication.sendEvent(reader, QInputMethodEvent())
    assert shown_equals_stored(on_article) == before.sources[0].text
    assert reader._cursor_at(7).charFormat().font().bold()


def test_who_ends_editing_while_composing_over_words_keeps_them(user: User, on_article: Window) -> None:
    begin(user)
    reader, before = on_article.source.reader, on_article._session.brief
    reader.select(8, 60)
    QApplication.sendEvent(reader, QInputMethodEvent("xie", []))
    on_article.actions_by_id["edit_article"].trigger()
    assert not on_article.source.editing
    assert shown_equals_stored(on_article) == before.sources[0].text


def test_a_heading_stays_one_while_it_is_typed_in(user: User, on_article: Window) -> None:
    begin(user)
    on_article.source.reader.select(5, 5)
    user.type(" are")
    source = on_article._session.brief.sources[0]
    assert source.text[source.headings[0].start : source.headings[0].end] == "Ports are told to unplug modems"
    assert on_article.source.reader._cursor_at(7).charFormat().font().bold()


def test_a_newer_text_takes_the_place_and_notes_follow_their_words(user: User, on_article: Window) -> None:
    for words in ("Lena Morvane", "end of the month"):
        user.drag_over(words)
        user.press(Qt.Key.Key_S)
    newer = ARTICLE.replace("Ports told", "All ports told").replace("until the end of the\nmonth to", "a week to")
    user.put_on_clipboard(newer)
    on_article.actions_by_id["newer_text"].trigger()
    brief = on_article._session.brief
    assert len(brief.sources) == 1
    assert brief.sources[0].original == newer
    found, lost = brief.stakes[0].evidence[0], brief.stakes[1].evidence[0]
    assert found.exact == "Lena Morvane"
    assert not found.lost
    assert lost.lost
    assert "1 passage needs you" in on_article.statusBar().currentMessage()
    assert on_article.source.needs.words.text() == "1 passage needs you"
    shown_equals_stored(on_article)


def _committed(words: str) -> QInputMethodEvent:
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    return event


def test_paragraphs_are_numbered_anew_while_typing(user: User, on_article: Window) -> None:
    begin(user)
    reader = on_article.source.reader

    def numbered() -> list[str]:
        starts = sorted(reader.offsets.to_text(at) for at in reader._marks.numbers)
        return [reader.text()[at : at + 4] for at in starts]

    assert numbered() == ["The ", "“We ", "The "]
    reader.select(3, 3)
    QApplication.sendEvent(reader, _committed("😀"))
    assert numbered() == ["The ", "“We ", "The "]
    at = reader.text().index("The ports have")
    reader.select(at, at)
    user.press(Qt.Key.Key_Return)
    user.type("New")
    assert numbered() == ["The ", "“We ", "NewT"]
    user.press(Qt.Key.Key_Return)
    assert numbered() == ["The ", "“We ", "New\n", "The "]
    reader.select(0, reader.text().index("The Harbour") - 1)
    user.press(Qt.Key.Key_Delete)
    assert numbered() == ["The ", "“We ", "New\n", "The "]
    shown_equals_stored(on_article)


def test_a_key_in_a_long_article_is_shown_at_once(on_article: Window) -> None:
    text = "\n\n".join(["The Board has ordered five ports to remove old modems, and more follows. " * 6] * 2500)
    source = Source("s0", text=text.strip(), original="x")
    on_article._session.apply(lambda brief: changes.add_source(brief, source)[0], "Long")
    assert len(on_article.source.reader.text()) > 1_000_000
    on_article.source.edit_text(on=True)
    on_article.source.reader.select(300, 300)
    QApplication.processEvents()
    taken = []
    for key in "ab cd ef":
        begun = time.process_time()
        QTest.keyClick(on_article.source.reader, key)
        taken.append(time.process_time() - begun)
    assert statistics.median(taken) < 0.05  # a third of it on a quiet machine


def test_an_article_that_goes_is_no_longer_edited(user: User, on_article: Window) -> None:
    begin(user)
    user.ctrl(Qt.Key.Key_Z)
    assert not on_article._session.brief.sources
    assert not on_article.source.editing
    user.ctrl(Qt.Key.Key_Y)
    assert on_article.source.reader.isReadOnly()
