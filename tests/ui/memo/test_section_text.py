from __future__ import annotations

import weakref

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QHelpEvent,
    QImage,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QVBoxLayout, QWidget
from sample_brief import sample_brief
from ui_fields import compose, ready

from briefer.edit import changes
from briefer.text.citations import citation_spans
from briefer.ui.memo.chip_text import OBJECT
from briefer.ui.memo.section_clipboard import MARKDOWN
from briefer.ui.memo.section_menu import give_menu
from briefer.ui.memo.section_text import SectionText
from briefer.ui.notes.model import ENTRY_MIME
from briefer.ui.theme import tokens
from briefer.ui.tokens import DARK

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PIECES = ("[@x1]", "[@q9; @x1]", "[@own]", "[@", "]", "\\", "`", "```\n", "\n", "\n\n", "word", " ", "**", "*", "- ", "# ", "😀", "\u00a0", OBJECT)  # fmt: skip
markdowns = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def field(qtbot, told: list[str]) -> SectionText:
    field = SectionText("Summary", placeholder="What must the reader know?")
    field.resize(400, 120)
    give_menu(field)
    return ready(qtbot, field, told)


def shown(field: SectionText) -> str:
    return field.document().toRawText().replace("\u2029", "\n")


def chip_centre(field: SectionText, index: int = 0) -> QPoint:
    at = [n for n, letter in enumerate(shown(field)) if letter == OBJECT][index]
    cursor = QTextCursor(field.document())
    cursor.setPosition(at)
    return field.cursorRect(cursor).center() + QPoint(12, 0)


# The Markdown and the chips


def test_a_citation_is_one_character_to_the_keys(qtbot, field: SectionText, told: list[str]) -> None:
    field.show_text("It did. [@x1] So.")
    assert shown(field) == f"It did. {OBJECT} So."
    field.set_caret(8)
    qtbot.keyClick(field, Qt.Key.Key_Right)
    assert field.caret() == 13
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert told == ["It did.  So."]
    assert field.caret() == 8


def test_a_citation_typed_by_hand_becomes_a_chip(qtbot, field: SectionText, told: list[str]) -> None:
    qtbot.keyClicks(field, "So. [@x1] On")
    assert field.text() == told[-1] == "So. [@x1] On"
    assert shown(field) == f"So. {OBJECT} On"
    assert len(told) == len("So. [@x1] On")


def test_a_chip_becomes_text_in_code_and_a_chip_again(qtbot, field: SectionText, told: list[str]) -> None:
    field.show_text("`a [@x1] b")
    assert OBJECT in shown(field)
    field.set_caret(10)
    qtbot.keyClicks(field, "`")
    assert shown(field) == told[-1] == "`a [@x1] b`"
    assert field.caret() == 11
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert shown(field) == f"`a {OBJECT} b"
    assert field.caret() == 10


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(st.lists(markdowns, max_size=4))
def test_any_markdown_is_shown_and_read_back(field: SectionText, told: list[str], texts: list[str]) -> None:
    for text in texts:
        field.show_text(text)
        assert field.text() == text
        assert shown(field) == field._shown.shown
        assert field._marks_between(shown(field), 0, len(shown(field))) == [
            (at, text[start:end]) for at, (start, end) in zip(field._shown._places, citation_spans(text), strict=True)
        ]
        for at in range(len(text) + 1):
            field.set_caret(at)
            inside = next((start for start, end in citation_spans(text) if start < at < end), at)
            assert field.caret() == inside
    assert told == []


def test_the_caret_stands_behind_a_chip_that_was_made_around_it(qtbot, field: SectionText) -> None:
    field.show_text("So. [x1] On")
    field.set_caret(5)
    qtbot.keyClicks(field, "@")
    assert shown(field) == f"So. {OBJECT} On"
    assert field.caret() == 9


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(markdowns, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(PIECES)), max_size=6))
def test_any_edits_give_what_they_give_on_the_plain_string(
    field: SectionText, text: str, edits: list[tuple[int, int, str]]
) -> None:
    field.show_text(text)
    for one, other, words in edits:
        start, end = sorted(min(at, len(text)) for at in (one, other))
        field.select(start, end)
        cursor = field.textCursor()
        start, end = field._shown.to_text(cursor.selectionStart()), field._shown.to_text(cursor.selectionEnd())
        cursor.insertText(words)
        text = text[:start] + words + text[end:]
        assert field.text() == text
        assert field._shown.chips == citation_spans(text)
        assert shown(field) == field._shown.shown
        assert (
            field.caret()
            == next((b for a, b in citation_spans(text) if a < start + len(words) < b), start + len(words))
            or OBJECT in words
        )


def test_no_break_spaces_and_line_ends(qtbot, field: SectionText, told: list[str]) -> None:
    field.show_text("46\u00a0million\u2028crowns\u2029now\r\nhere")
    assert field.text() == "46\u00a0million\ncrowns\nnow\nhere"
    field.set_caret(0)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told == ["\n46\u00a0million\ncrowns\nnow\nhere"]


def test_showing_keeps_the_caret(field: SectionText, told: list[str]) -> None:
    field.show_text("One. [@x1] Two.")
    field.set_caret(13)
    field.show_text("One. [@x1; @q2] Two.")
    assert field.caret() == 18
    assert told == []


def test_nothing_is_told_while_an_input_method_composes(field: SectionText, told: list[str]) -> None:
    field.show_text("old **words** [@x1]")
    field.select(0, 3)
    compose(field, "に")
    assert told == []
    compose(field, "", "日本")
    assert told == ["日本 **words** [@x1]"]


# What chips say


def test_a_chip_says_where_the_words_stand(field: SectionText) -> None:
    brief = sample_brief()
    entry = next(entry for entry in brief.entries() if entry.evidence)
    field.show_text(f"So. [@{entry.id}] And [@zz9] and [@own]")
    assert "⚠" in _painted(field, 0)
    field.show_brief(brief)
    assert field.labels(f"[@{entry.id}]").startswith(f"{entry.evidence[0].source} ")
    assert "⚠" not in _painted(field, 0)
    assert "zz9" in _painted(field, 1)
    assert "⚠" in _painted(field, 1)
    assert _painted(field, 2) == "own judgement"


def _painted(field: SectionText, index: int) -> str:
    from briefer.ui.memo.chips import _text

    start, end = field._shown.chips[index]
    return " ".join(_text(part.note) for part in field._chips.parts(field.text()[start:end]))


def test_pointing_at_a_chip_names_note_and_passage(field: SectionText, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _where, text, *_: said.append(text))
    brief = sample_brief()
    entry = next(entry for entry in brief.actions if entry.evidence)
    field.show_brief(brief)
    field.show_text(f"So. [@{entry.id}]")
    where = chip_centre(field)
    QApplication.sendEvent(field.viewport(), QHelpEvent(QEvent.Type.ToolTip, where, where))
    assert entry.summary in said[0]
    assert " ".join(entry.evidence[0].exact.split()) in said[0]
    QApplication.sendEvent(field.viewport(), QHelpEvent(QEvent.Type.ToolTip, QPoint(390, 5), QPoint()))
    assert said[1] == ""


def test_a_click_on_a_chip_asks_for_its_note(qtbot, field: SectionText) -> None:
    asked: list[list[str]] = []
    field.citation_activated.connect(asked.append)
    brief = sample_brief()
    field.show_brief(brief)
    field.show_text(f"So. [@{brief.actions[0].id}] and then")
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=chip_centre(field))
    assert asked == [[brief.actions[0].id]]
    qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 12))
    assert len(asked) == 1


# Formats


def test_bold_is_a_step_of_its_own_and_keeps_the_selection(qtbot, field: SectionText, told: list[str]) -> None:
    steps: list[str] = []
    field.step_ended.connect(lambda: steps.append(field.text()))
    field.show_text("the big ship")
    field.select(4, 7)
    field.toggle_bold()
    assert told == ["the **big** ship"]
    assert steps == ["the big ship", "the **big** ship"]
    assert field.selected_range() == (6, 9)
    field.toggle_bold()
    assert told[-1] == "the big ship"


def test_looks_are_laid_over_the_text_and_change_nothing(field: SectionText) -> None:
    field.show_text("a **big** ship [@x1] *and*\n\n# Head\n\n- item")
    assert _bold(field) == ["big", "Head"]
    assert field.text() == "a **big** ship [@x1] *and*\n\n# Head\n\n- item"
    field.set_caret(4)
    field.textCursor().deletePreviousChar()
    assert _bold(field) == ["Head"]


def _bold(field: SectionText) -> list[str]:
    found, block = [], field.document().firstBlock()
    while block.isValid():
        for each in block.layout().formats():
            if each.format.fontWeight() == 700:
                found.append(block.text()[each.start : each.start + each.length])
        block = block.next()
    return found


def test_emphasis_over_line_ends_looks_so_on_all_lines(qtbot, field: SectionText) -> None:
    field.show_text("**one\ntwo")
    assert _bold(field) == []
    field.set_caret(9)
    qtbot.keyClicks(field, "**")
    assert _bold(field) == ["one", "two"]
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert _bold(field) == []


def _all_bold(count: int) -> list[str]:
    return [f"{number}" for number in range(count)]


@pytest.mark.parametrize("between", ["\n- ", "\n\n"])
def test_the_looks_of_a_long_text_come_by_and_by(qtbot, field: SectionText, between: str) -> None:
    field.show_text("- " + between.join(f"**{number}** words" for number in range(300)))
    assert len(_bold(field)) < 150
    field.set_caret(2)
    qtbot.keyClicks(field, "words ")
    qtbot.keyClick(field, Qt.Key.Key_Return)  # an edit meanwhile moves what is left to do
    qtbot.waitUntil(lambda: len(_bold(field)) == 300)
    assert _bold(field) == _all_bold(300)


def test_looks_that_are_left_to_do_wait_while_an_input_method_composes(qtbot, field: SectionText) -> None:
    field.show_text("\n\n".join(f"**{number}** words" for number in range(300)))
    compose(field, "e")
    before = len(_bold(field))
    qtbot.wait(20)
    assert len(_bold(field)) == before < 300
    compose(field, "")
    qtbot.waitUntil(lambda: len(_bold(field)) == 300)


def test_return_goes_on_with_a_list_and_ends_it(qtbot, field: SectionText, told: list[str]) -> None:
    qtbot.keyClicks(field, "- one")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "- one\n- "
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == told[-1] == "- one\n"


def test_ctrl_return_is_not_for_the_text(qtbot, field: SectionText, told: list[str]) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told == []


# Clipboard and drops


def test_copying_gives_markdown_here_and_words_elsewhere(field: SectionText) -> None:
    brief = sample_brief()
    field.show_brief(brief)
    ident = brief.actions[0].id
    field.show_text(f"So. [@{ident}] On.")
    field.selectAll()
    data = field.createMimeDataFromSelection()
    assert data.data(MARKDOWN).toStdString() == f"So. [@{ident}] On."
    assert data.text() == f"So. [{field.labels(f'[@{ident}]')}] On."
    field.insertFromMimeData(data)
    assert field.text() == f"So. [@{ident}] On."


def test_formatted_text_comes_as_markdown(qtbot, field: SectionText, told: list[str]) -> None:
    data = QMimeData()
    data.setHtml('<p><b>bold</b> words<img src="http://example.org/x.png"></p>')
    data.setText("bold words")
    QApplication.clipboard().setMimeData(data)
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told == ["**bold** words"]
    field.selectAll()
    field.paste_plain()
    assert told[-1] == "bold words"


def test_plain_text_comes_without_control_characters(field: SectionText) -> None:
    data = QMimeData()
    data.setText("a\x00b\x07\r\nc\u00a0d\ufeff\x0be")
    field.insertFromMimeData(data)
    assert field.text() == "ab\nc\u00a0d\ne"


def test_pictures_are_not_taken(field: SectionText) -> None:
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert not field.canInsertFromMimeData(data)


class Taker(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.taken: list[str] = []

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.taken += [url.toLocalFile() for url in event.mimeData().urls()]


def drop(target: QWidget, data: QMimeData, where: QPoint) -> tuple[QDragEnterEvent, QDropEvent]:
    actions, buttons, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, actions, data, buttons, none)
    QApplication.sendEvent(target, enter)
    drop = QDropEvent(QPointF(where), actions, data, buttons, none)
    QApplication.sendEvent(target, drop)
    return enter, drop


def test_a_dropped_file_goes_to_the_window(qtbot) -> None:
    window = Taker()
    qtbot.addWidget(window)
    field = SectionText("Summary")
    QVBoxLayout(window).addWidget(field)
    window.show()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/article.txt")])
    enter, _ = drop(field.viewport(), data, QPoint(5, 5))
    assert enter.isAccepted()
    assert window.taken == ["/tmp/article.txt"]
    assert field.text() == ""


def test_a_dropped_note_is_told_with_its_place(field: SectionText, told: list[str]) -> None:
    dropped: list[tuple[list[str], int]] = []
    field.entry_dropped.connect(lambda idents, at: dropped.append((idents, at)))
    field.show_text("[@x1] One")
    data = QMimeData()
    data.setData(ENTRY_MIME, b"x1\nq2")
    data.setText("a title")
    enter, event = drop(field.viewport(), data, QPoint(390, 15))
    assert enter.isAccepted()
    assert event.isAccepted()
    assert dropped == [(["x1", "q2"], 9)]
    assert told == []


# Sentences that rest on nothing


def test_unsupported_sentences_are_underlined_and_can_be_marked(qtbot, field: SectionText) -> None:
    asked: list[tuple[int, int]] = []
    field.own_judgement_asked.connect(lambda *span: asked.append(span))
    field.show_text("One. [@x1] Two is so.")
    field.set_unsupported([(11, 21)])
    (selection,) = field.extraSelections()
    assert selection.cursor.selectedText() == "Two is so."
    field.set_caret(0)
    qtbot.keyClicks(field, "X")
    assert field.unsupported_at(15) == (12, 22)
    assert field.unsupported_at(3) is None
    names = menu_at(field, _point(field, 15))
    names["Mark as own judgement"].trigger()
    assert asked == [(12, 22)]
    QApplication.activePopupWidget().close()
    assert "Mark as own judgement" not in menu_at(field, _point(field, 2))
    QApplication.activePopupWidget().close()


def test_many_sentences_get_their_lines_by_and_by_unless_the_text_goes(field: SectionText) -> None:
    spans = [(at, at + 5) for at in range(0, 360, 6)]
    field.show_text("So. X " * 60)
    steps = field.marking_unsupported(spans)
    next(steps)
    assert field.extraSelections() == []
    field.show_text("Other words.")
    assert list(steps) == []
    assert field.extraSelections() == []
    field.show_text("So. X " * 60)
    assert list(field.marking_unsupported(spans))
    assert [field.unsupported_at(start + 1) for start, _ in spans] == spans


def _point(field: SectionText, position: int) -> QPoint:
    cursor = QTextCursor(field.document())
    cursor.setPosition(field._shown.to_qt(position))
    return field.cursorRect(cursor).center() + QPoint(1, 0)


def menu_at(field: SectionText, where: QPoint) -> dict[str, object]:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, field.viewport().mapToGlobal(where))
    QApplication.sendEvent(field.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return {action.text().replace("&", ""): action for action in menu.actions()}


def test_the_context_menu_offers_what_can_be_done(field: SectionText) -> None:
    brief = sample_brief()
    field.show_brief(brief)
    ident = brief.actions[0].id
    field.show_text(f"So. [@{ident}] the word")
    names = menu_at(field, chip_centre(field))
    assert f"Show {field.labels(f'[@{ident}]')}" in names
    assert not names["Cut"].isEnabled()
    names["Select all"].trigger()
    QApplication.activePopupWidget().close()
    names = menu_at(field, QPoint(300, 12))
    assert names["Cut"].isEnabled()
    assert [names[name].shortcut().toString() for name in ("Bold", "Italic", "Cite the open note")] == [
        "Ctrl+B",
        "Ctrl+I",
        "Ctrl+L",
    ]
    QApplication.activePopupWidget().close()


def test_it_grows_with_its_text(qtbot, field: SectionText) -> None:
    before = field.sizeHint().height()
    field.show_text("\n" * 100)
    assert field.sizeHint().height() > before + 1500


def test_it_dies_when_its_window_does(qtbot) -> None:
    window = QWidget()
    field = SectionText("Mortal", parent=window)
    field.show_text("words [@x1] **b**")
    gone = weakref.ref(field)
    del field
    window.deleteLater()
    del window
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone() is None


def test_a_click_between_two_lines_is_one_on_the_letters(field: SectionText, qtbot) -> None:
    field.show_text("word " * 40)
    on = field.cursorRect(field.cursorForPosition(QPoint(200, 40))).center()
    for y in range(on.y() - 10, on.y() + 11):
        qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(on.x(), y))
        assert abs(field.cursorRect().center().x() - on.x()) < 12


def test_only_a_chip_that_looks_otherwise_has_the_text_laid_out_anew(field: SectionText) -> None:
    brief, laid = sample_brief(), []
    field.show_brief(brief)
    field.show_text("Ordered [@x1].")
    field.document().documentLayout().documentSizeChanged.connect(lambda _: laid.append(1))
    field.document().documentLayout().update.connect(lambda *_: laid.append(1))
    field.show_brief(changes.update_entry(brief, "x1", summary="Other words"))
    assert not laid
    assert "Other words" in field._notes.note("x1").description
    field.show_brief(changes.remove_entry(brief, "x1"))
    assert laid


def test_a_text_without_a_limit_has_no_scroll_bar_that_narrows_it_until_its_height_has_followed(
    field: SectionText,
) -> None:
    width = field.viewport().width()
    field.show_text("Many words. " * 400)
    QApplication.processEvents()
    assert field.viewport().width() == width


def test_the_looks_are_laid_anew_only_for_other_colours(field: SectionText, monkeypatch: pytest.MonkeyPatch) -> None:
    field.show_text("**bold**")
    laid: list[object] = []
    monkeypatch.setattr(field._looks, "refresh", lambda: laid.append(tokens()))
    QApplication.sendEvent(field, QEvent(QEvent.Type.PaletteChange))
    assert not laid
    monkeypatch.setattr("briefer.ui.memo.section_text.tokens", lambda: DARK)
    QApplication.sendEvent(field, QEvent(QEvent.Type.PaletteChange))
    assert len(laid) == 1


def test_another_text_may_be_shown_while_somebody_composes_over_a_chip(field: SectionText, told: list[str]) -> None:
    field.show_text("Five ports must act. [@x1] Others\nneed not. [@q1]")
    field.select(3, 33)
    compose(field, "xie")
    field.show_text("Five ports must act. [@x1] Others\nneed not yet. [@q1]")
    compose(field, "")
    assert shown(field) == f"Five ports must act. {OBJECT} Others\nneed not yet. {OBJECT}"
    assert field.text() == "Five ports must act. [@x1] Others\nneed not yet. [@q1]"
