from __future__ import annotations

import weakref
from collections.abc import Iterator
from itertools import pairwise

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QHelpEvent, QImage, QKeySequence, QPalette, QTextCursor, QTextDocument
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QToolTip, QVBoxLayout, QWidget

from briefer.model.source import SourceHeading
from briefer.ui import slices
from briefer.ui.source import article, article_places
from briefer.ui.source.highlights import Highlight
from briefer.ui.source.reader import Reader
from briefer.ui.text import laying
from briefer.ui.theme import apply_theme
from briefer.ui.tokens import DARK, LIGHT, Tokens

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXT = (
    "Ports told to unplug\n\n"
    "The 😀 Board has ordered five ports to act. Calder\u00a0Lift said it was “surprised”.\n\n"
    "Freight delays likely\n\n"
    "Saltmere Port Group warned of delays 👩‍🚀 over the holidays. It put the cost at 46 million crowns."
)
HEADINGS = tuple(
    SourceHeading(TEXT.index(words), TEXT.index(words) + len(words), level)
    for words, level in (("Ports told to unplug", 1), ("Freight delays likely", 2))
)


def passage(entry_id: str, kind: str, words: str, title: str = "") -> Highlight:
    start = TEXT.index(words)
    return Highlight(entry_id, kind, start, start + len(words), title)


def span_of(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


HIGHLIGHTS = [
    passage("a1", "actor", "Board", "Harbour Board"),
    passage("x1", "action", "ordered five ports to act", "Orders modems off"),
    passage("q1", "quote", "“surprised”", "surprised"),
    passage("k1", "stake", "delays 👩‍🚀 over", "Freight late"),
    passage("a2", "actor", "five ports", "Ports"),
]


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, "light")
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())


@pytest.fixture
def reader(qtbot, light: None) -> Reader:
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(566, 500)
    reader.show_source(TEXT, HEADINGS)
    reader.set_highlights(HIGHLIGHTS)
    with qtbot.waitActive(reader):
        reader.show()
        reader.activateWindow()
    reader.setFocus()
    return reader


def at(reader: Reader, words: str) -> QPoint:
    """The middle of the first letter of some words in the viewport."""
    box = reader.cursorRect(reader._cursor_at(TEXT.index(words)))
    return QPoint(box.left() + 3, box.center().y())


def picture(reader: Reader) -> QImage:
    return reader.grab().toImage()


def colours_in(reader: Reader, words: str) -> set[str]:
    """The colours in the box around some words of one line."""
    start = TEXT.index(words)
    first, last = reader._cursor_at(start), reader._cursor_at(start + len(words))
    box = reader.cursorRect(first).united(reader.cursorRect(last)).adjusted(-3, 0, 3, 3)
    image = reader.viewport().grab(box).toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


# What is shown


def test_the_text_is_kept_as_given(reader: Reader) -> None:
    assert reader.text() == TEXT
    assert reader.document().toRawText().replace("\u2029", "\n") == TEXT


def test_characters_that_qt_takes_for_line_ends_move_nothing(reader: Reader) -> None:
    text = "one\r\ntwo \u2029 \ufdd0 😀 words here"
    reader.show_source(text)
    reader.select(text.index("words"), len(text))
    assert reader.text() == text
    assert reader.textCursor().selectedText() == "words here"


def test_headings_are_bold_and_paragraphs_are_not(reader: Reader) -> None:
    def letters(words: str):
        cursor = reader._cursor_at(TEXT.index(words) + 1)
        return cursor.charFormat().font()

    assert letters("Ports told").bold()
    assert letters("Freight").bold()
    assert letters("Ports told").pixelSize() > letters("Freight").pixelSize()
    assert not letters("The 😀").bold()
    reader.show_source(TEXT, HEADINGS[:1])
    assert not letters("Freight").bold()
    reader.show_source(TEXT, HEADINGS)
    assert letters("Freight").bold()
    reader.show_source(TEXT.replace("crowns", "francs"), HEADINGS[1:])  # far from the words that changed
    assert not letters("Ports told").bold()
    assert letters("Freight").bold()


def test_an_emoji_makes_no_line_higher(reader: Reader) -> None:
    blocks = [reader.document().findBlockByNumber(n) for n in (2, 6)]
    for block in blocks:
        layout = block.layout()
        tops = [layout.lineAt(n).y() + layout.lineAt(n).ascent() for n in range(layout.lineCount())]
        assert {round(low - high) for high, low in pairwise(tops)} == {25}


def test_paragraphs_are_numbered_and_headings_are_not(reader: Reader) -> None:
    starts = {TEXT.index("The"): 1, TEXT.index("Saltmere"): 2}
    assert {reader._offsets.to_text(at): number for at, number in reader._marks.numbers.items()} == starts
    strip = reader._numbers.grab().toImage()
    inked = [
        y
        for y in range(strip.height())
        if any(strip.pixelColor(x, y) != QColor(LIGHT.pane) for x in range(strip.width()))
    ]
    lines = [reader.cursorRect(reader._cursor_at(start)) for start in starts]
    assert all(any(line.top() <= y <= line.bottom() + 4 for line in lines) for y in inked)
    assert all(any(line.top() <= y <= line.bottom() + 4 for y in inked) for line in lines)


def test_the_column_is_no_wider_than_reads_well(qtbot, reader: Reader) -> None:
    narrow = reader.viewport().width()
    reader.resize(1400, 500)
    wide = reader.viewport().width()
    assert narrow < wide < 600
    assert reader.document().pageSize().width() == wide
    gap_left = reader.viewport().x()
    gap_right = reader.width() - reader.viewport().geometry().right()
    assert abs(gap_left - gap_right) < 60
    assert reader._numbers.geometry().right() + 1 == reader.viewport().x()
    assert reader._markers.x() == reader.viewport().geometry().right() + 1


def test_showing_the_same_again_does_nothing(qtbot, reader: Reader) -> None:
    with qtbot.assertNotEmitted(reader.document().contentsChanged):
        reader.show_source(TEXT, HEADINGS)


def test_a_correction_keeps_what_is_in_view_and_the_selection(reader: Reader) -> None:
    lines = [f"Paragraph {n} 😀 says something." for n in range(200)]
    old = "\n\n".join(lines)
    reader.show_source(old)
    reader.select(old.index("Paragraph 100"), old.index("Paragraph 101"))
    reader.verticalScrollBar().setValue(3000)
    there = reader.cursorForPosition(QPoint(10, 40)).block().text()
    new = old.replace("Paragraph 3 😀 says", "Paragraph 3 says a great deal more\n\nthan")
    reader.show_source(new)
    assert reader.cursorForPosition(QPoint(10, 40)).block().text() == there
    assert reader.selected_range() == (new.index("Paragraph 100"), new.index("Paragraph 101"))


def test_another_source_starts_at_its_beginning(reader: Reader) -> None:
    reader.show_source("\n\n".join(f"Paragraph {n} says something." for n in range(200)))
    reader.select(3000, 3010)
    assert reader.verticalScrollBar().value() > 0
    reader.show_source("\n\n".join(f"Line {n} of quite another article" for n in range(200)))
    assert reader.verticalScrollBar().value() == 0
    assert reader.caret() == 0


def test_turning_back_to_a_source_lays_nothing_out_anew(qtbot, reader: Reader) -> None:
    reader.show_source(TEXT, HEADINGS, "s1")
    document, looks = reader.document(), reader.document().toHtml()
    reader.select(30, 35)
    with qtbot.waitSignal(reader.selection_changed):
        reader.show_source("Another.\n\nArticle 😀.", (), "s2")
    assert reader.document().toPlainText() == "Another.\n\nArticle 😀."
    assert (reader.caret(), reader.highlights_at(1)) == (0, [])
    reader.show_source(TEXT, HEADINGS, "s1")
    reader.set_highlights(HIGHLIGHTS)
    assert reader.document() is document
    assert (reader.text(), document.toHtml(), reader.caret()) == (TEXT, looks, 0)
    reader.select(*reversed(span_of("Board")))
    assert [each.entry_id for each in reader.highlights_here()] == ["a1"]


def test_a_source_that_changed_while_another_was_shown_is_shown_as_it_is(reader: Reader) -> None:
    reader.show_source(TEXT, HEADINGS, "s1")
    reader.show_source("Another.", (), "s2")
    longer = TEXT + "\n\nAnd more."
    reader.show_source(longer, HEADINGS, "s1")
    assert reader.document().toPlainText().replace("\u00a0", " ") == longer.replace("\u00a0", " ")
    reader.set_zoom(150)
    reader.show_source("Another.", (), "s2")
    assert reader.document().defaultFont().pixelSize() == 24


def test_zoom_keeps_the_selection_and_what_is_known_of_the_words(qtbot, reader: Reader) -> None:
    reader.select(40, 30)
    with qtbot.assertNotEmitted(reader.selection_changed):
        reader.set_zoom(150)
    assert (reader.selected_range(), reader.caret()) == ((30, 40), 30)
    fresh = Reader()
    qtbot.addWidget(fresh)
    fresh.set_zoom(150)
    fresh.show_source(TEXT, HEADINGS)
    assert fresh.document().toHtml() == reader.document().toHtml()


@pytest.fixture
def long(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader whose text is long: what is done to it is done step by step."""
    return _with_long_text(reader, monkeypatch)


def _with_long_text(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(slices, "SLICE", 0)
    monkeypatch.setattr(article_places, "AT_ONCE", 0)
    for module in (article, laying):
        monkeypatch.setattr(module, "_STRETCH", 20)
    text = "\n\n".join([TEXT] * 12)
    reader.show_source(text, HEADINGS, "s1")
    reader.select(*(2 * len(TEXT) + at for at in (50, 44)))
    reader.verticalScrollBar().setValue(400)
    return reader


def test_a_long_text_is_laid_out_to_its_end_in_short_turns(qtbot, long: Reader) -> None:
    turns = QSignalSpy(long.document().documentLayout().documentSizeChanged)
    end = long.document().lastBlock()
    long.resize(long.width() - 60, long.height())
    assert end.layout().lineCount() == 0
    qtbot.waitUntil(lambda: end.layout().lineCount() > 0)
    qtbot.waitUntil(lambda: turns.count() > 0)


def test_the_zoom_of_a_long_text_comes_step_by_step_and_is_seen_when_it_is_ready(qtbot, long: Reader) -> None:
    top, text = long._top_of_view(), long.text()
    with qtbot.assertNotEmitted(long.selection_changed):
        long.set_zoom(150)
        assert long.document().defaultFont().pixelSize() == 16
        while not long._before_dressing:
            long._work._go_on()
        assert not long.updatesEnabled()
        qtbot.waitUntil(lambda: not long._work.is_going("dress"))
    assert long.updatesEnabled()
    assert long._top_of_view() == top
    assert long.document().defaultFont().pixelSize() == 24
    assert (long.text(), long.selected_range(), long.caret()) == (
        text,
        (2 * len(TEXT) + 44, 2 * len(TEXT) + 50),
        2 * len(TEXT) + 44,
    )


def test_the_caret_comes_with_a_long_text_to_where_reading_begins(qtbot, long: Reader) -> None:
    text = long.text() + "!"
    long.show_source("", (), "")
    long.show_source(text, HEADINGS, "s3")
    long.begin_at(7)
    assert long.document().toPlainText() == ""  # nobody had to wait for it
    with qtbot.waitSignal(long.selection_changed):
        qtbot.waitUntil(lambda: not long._work.going)
    assert (long.caret(), long.text()) == (7, text)
    assert long._marks.numbers


@pytest.mark.parametrize("is_put_in", [False, True])
def test_what_is_done_meanwhile_finds_the_text_in_its_new_size(qtbot, long: Reader, is_put_in: bool) -> None:
    for act in (
        lambda: qtbot.keyClick(long, Qt.Key.Key_Right),
        lambda: long.select(3, 3),
        lambda: long.show_source(long.text() + "!", HEADINGS, "s1"),
        lambda: long.show_source("Another.", (), "s2"),
        lambda: long.setReadOnly(False),
    ):
        long.setReadOnly(True)
        long.set_zoom(100 if long.zoom() == 150 else 150)
        while is_put_in and not long._before_dressing and long._work.is_going("dress"):
            long._work._go_on()
        act()
        long.caret()  # which asks for the text as it is to be
        assert long.document().defaultFont().pixelSize() == round(long.zoom() * 16 / 100)
        assert long.updatesEnabled()
        assert long.document().toRawText().replace("\u2029", "\n") == long.text()


@pytest.mark.parametrize("steps", [1, 30, 90])
def test_zoom_after_zoom_keeps_the_place(qtbot, long: Reader, steps: int) -> None:
    top, wanted = long._top_of_view(), long.selected_range()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    documents = len(long.findChildren(QTextDocument))
    for percent in (110, 120, 130, 150):
        long.set_zoom(percent)
        for _ in range(steps):
            long._work._go_on()
    qtbot.waitUntil(lambda: not long._work.is_going("dress"))
    assert long._top_of_view() == top
    assert long.selected_range() == wanted
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(long.findChildren(QTextDocument)) == documents


def test_another_long_text_is_shown_when_it_is_put_into_a_document(qtbot, long: Reader) -> None:
    text = "\n\n".join([TEXT] * 10)
    long.show_source(text, HEADINGS, "s2")
    assert long.text() == text
    last = len(text) - 20
    long.reveal(last, last + 9)
    assert long.document().characterCount() == 1
    qtbot.waitUntil(lambda: long._overlay.flashed is not None)
    assert long.document().toRawText().replace("\u2029", "\n") == text
    assert long.cursorRect(long._cursor_at(last)).bottom() <= long.viewport().height()
    long.show_source("\n\n".join([TEXT] * 12), HEADINGS, "s1")  # kept as it was
    assert not long._work.is_going("dress")
    long.show_source(text, HEADINGS, "s3")
    long.select(last, last + 9)
    assert long.selected_range() == (last, last + 9)
    assert long.document().toRawText().replace("\u2029", "\n") == text


def test_a_passage_far_down_a_long_text_is_revealed_step_by_step(qtbot, long: Reader) -> None:
    last = len(long.text()) - 20
    long.verticalScrollBar().setValue(0)
    long.reveal(last, last + 9)
    assert long.caret() > 0  # asking where the caret is leaves it on its way
    assert long.verticalScrollBar().value() == 0
    qtbot.waitUntil(lambda: long._overlay.flashed is not None)
    assert long.cursorRect(long._cursor_at(last)).bottom() <= long.viewport().height()


def test_who_goes_on_in_a_long_text_is_not_taken_to_another_place(qtbot, long: Reader) -> None:
    last = len(long.text()) - 20
    for act in (
        lambda: long.select(3, 3),
        lambda: qtbot.keyClick(long, Qt.Key.Key_Right),
        lambda: qtbot.mouseClick(long.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 60)),
        lambda: long.show_source(TEXT, HEADINGS, "s2"),
    ):
        long.show_source("\n\n".join([TEXT] * 12), HEADINGS, "s1")
        long.reveal(last, last + 9)
        act()
        assert not long._work.is_going("reveal")
        assert long._overlay.flashed is None


@pytest.mark.parametrize("is_put_in", [False, True])
def test_a_reader_may_go_in_the_middle_of_a_zoom(
    light: None, monkeypatch: pytest.MonkeyPatch, is_put_in: bool
) -> None:
    long = _with_long_text(Reader(), monkeypatch)
    long.set_zoom(150)
    while is_put_in and not long._before_dressing:
        long._work._go_on()
    assert long._work.is_going("dress")
    shiboken6.delete(long)


@pytest.mark.parametrize("stretch", [1, 1000])
@pytest.mark.parametrize("text", ["a\r\n\n\nb\n", "\n😀\n\nx\u2029y\n\n", "\n\n"])
def test_a_new_document_looks_like_one_that_was_changed_bit_by_bit(
    qtbot, reader: Reader, monkeypatch: pytest.MonkeyPatch, text: str, stretch: int
) -> None:
    monkeypatch.setattr(article, "_STRETCH", stretch)
    reader.show_source(text)
    changed = Reader()
    qtbot.addWidget(changed)
    for end in range(1, len(text) + 1):
        changed.setReadOnly(False)  # as while it is typed in
        changed.show_source(text[:end])
    assert reader.document().toHtml() == changed.document().toHtml()
    assert reader.document().characterCount() == reader.offsets.to_qt(len(text)) + 1


def test_it_can_be_emptied(reader: Reader) -> None:
    reader.show_source("")
    reader.set_highlights([])
    assert reader.text() == ""
    assert reader.selected_range() is None
    picture(reader)


# Selection and caret


def test_positions_are_code_points(reader: Reader) -> None:
    start = TEXT.index("holidays")
    reader.select(start, start + 8)
    assert reader.textCursor().selectedText() == "holidays"
    assert reader.selected_range() == (start, start + 8)
    assert reader.caret() == start + 8
    reader.select(10_000, 10_000)
    assert reader.caret() == len(TEXT)


def test_selecting_with_the_mouse_tells(qtbot, reader: Reader) -> None:
    with qtbot.waitSignal(reader.selection_changed):
        qtbot.mouseDClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=at(reader, "million"))
    start = TEXT.index("million")
    assert reader.selected_range() == (start, start + 7)


def test_a_click_in_the_space_between_two_lines_is_one_on_the_letters(qtbot, reader: Reader) -> None:
    reader.show_source("word " * 60)
    on = reader.cursorRect(reader._cursor_at(160)).center()
    for y in range(on.y() - 13, on.y() + 13):
        qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(on.x(), y))
        assert abs(reader.cursorRect().center().x() - on.x()) < 12
        assert reader.cursorForPosition(QPoint(on.x(), y)).position() == reader.textCursor().position()


def test_a_drag_that_ends_between_two_lines_takes_the_words_under_it(qtbot, reader: Reader) -> None:
    end = reader.cursorRect(reader._cursor_at(TEXT.index(" over the holidays"))).topLeft()
    begin = reader.cursorRect(reader._cursor_at(TEXT.index("warned"))).center()
    qtbot.mousePress(reader.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    qtbot.mouseMove(reader.viewport(), QPoint((begin.x() + end.x()) // 2, begin.y()))
    qtbot.mouseMove(reader.viewport(), end - QPoint(0, 3))
    qtbot.mouseRelease(reader.viewport(), Qt.MouseButton.LeftButton, pos=end - QPoint(0, 3))
    start, stop = reader.selected_range() or (0, 0)
    assert TEXT[start:stop] == "warned of delays 👩‍🚀"


def test_keys_move_the_caret_and_skip_the_space_between_paragraphs(qtbot, reader: Reader) -> None:
    reader.select(0, 0)
    qtbot.keyClick(reader, Qt.Key.Key_Right)
    assert reader.caret() == 1
    qtbot.keyClick(reader, Qt.Key.Key_Down)
    assert reader.textCursor().block().text().startswith("The")
    qtbot.keyClick(reader, Qt.Key.Key_Up)
    assert reader.textCursor().block().text().startswith("Ports")
    qtbot.keyClick(reader, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert reader.selected_range() is not None


def test_the_caret_is_visible(reader: Reader) -> None:
    reader.select(TEXT.index("Board") + 2, TEXT.index("Board") + 2)
    assert reader.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert reader.cursorWidth() > 0


def test_a_full_stop_selects_the_sentence_then_the_paragraph(qtbot, reader: Reader) -> None:
    inside = TEXT.index("warned")
    reader.select(inside, inside)
    qtbot.keyClicks(reader, ".")
    start, end = reader.selected_range()
    assert TEXT[start:end] == "Saltmere Port Group warned of delays 👩‍🚀 over the holidays."
    qtbot.keyClicks(reader, ".")
    start, end = reader.selected_range()
    assert TEXT[start:end] == TEXT[TEXT.index("Saltmere") :]
    qtbot.keyClicks(reader, ".")
    assert reader.selected_range() == (start, end)


def test_revealing_scrolls_and_leaves_focus_and_selection_alone(qtbot, light: None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(566, 500)
    field, reader = QLineEdit(), Reader()
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(reader)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    text = "\n\n".join(f"Paragraph {n} 😀 says something." for n in range(300))
    reader.show_source(text)
    reader.select(3, 8)
    field.setFocus()
    start = text.index("Paragraph 250")
    reader.reveal(start, start + 13)
    box = reader.cursorRect(reader._cursor_at(start))
    assert reader.viewport().rect().contains(box)
    assert field.hasFocus()
    assert reader.selected_range() == (3, 8)
    image = reader.viewport().grab().toImage()
    around = range(box.top() - 8, box.bottom() + 8)
    assert LIGHT.accent in {image.pixelColor(x, y).name() for y in around for x in range(60)}
    place = reader.verticalScrollBar().value()
    reader.reveal(start, start + 13)
    assert reader.verticalScrollBar().value() == place


def test_the_frame_of_a_revealed_passage_goes_away(qtbot, reader: Reader) -> None:
    before = picture(reader)
    reader.reveal(TEXT.index("Calder"), TEXT.index("said"))
    assert picture(reader) != before
    reader._flash_timer.timeout.emit()
    assert picture(reader) == before


# Capture


@pytest.mark.parametrize(("key", "kind"), [("a", "actor"), ("x", "action"), ("s", "stake"), ("q", "quote")])
def test_a_letter_asks_for_a_capture(qtbot, reader: Reader, key: str, kind: str) -> None:
    with qtbot.waitSignal(reader.capture_requested) as asked:
        qtbot.keyClicks(reader, key)
    assert asked.args == [kind]
    assert reader.text() == TEXT


@pytest.mark.parametrize("modifier", ["Shift", "Control", "Alt"])
def test_a_letter_with_a_modifier_asks_for_nothing(qtbot, reader: Reader, modifier: str) -> None:
    with qtbot.assertNotEmitted(reader.capture_requested):
        qtbot.keyClick(reader, Qt.Key.Key_S, getattr(Qt.KeyboardModifier, f"{modifier}Modifier"))


def test_enter_opens_the_entry_at_the_caret(qtbot, reader: Reader) -> None:
    reader.select(TEXT.index("five") + 2, TEXT.index("five") + 2)
    with qtbot.waitSignal(reader.entry_activated) as opened:
        qtbot.keyClick(reader, Qt.Key.Key_Return)
    assert opened.args == ["a2"]
    reader.select(TEXT.index("cost"), TEXT.index("cost"))
    with qtbot.assertNotEmitted(reader.entry_activated):
        qtbot.keyClick(reader, Qt.Key.Key_Return)


def test_the_caret_after_a_passage_is_still_at_it(reader: Reader) -> None:
    end = TEXT.index("“surprised”") + len("“surprised”")
    assert [highlight.entry_id for highlight in reader.highlights_at(end)] == ["q1"]
    assert reader.highlights_at(TEXT.index("cost")) == []


def test_a_double_click_opens_the_topmost_entry(qtbot, reader: Reader) -> None:
    with qtbot.waitSignal(reader.entry_activated) as opened:
        qtbot.mouseDClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=at(reader, "five"))
    assert opened.args == ["a2"]
    with qtbot.assertNotEmitted(reader.entry_activated):
        qtbot.mouseDClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=at(reader, "million"))


def test_a_click_on_a_marker_opens_its_entry(qtbot, reader: Reader) -> None:
    row = next(row for row in reader._markers._rows(0, 500) if row.spans[0].of.entry_id == "a1")
    with qtbot.waitSignal(reader.entry_activated) as opened:
        qtbot.mouseClick(
            reader._markers, Qt.MouseButton.LeftButton, pos=reader._markers._box(row, 1).center().toPoint()
        )
    assert opened.args == ["x1"]


@pytest.mark.parametrize("keys", ["Undo", "Redo", "Paste", "Cut"])
def test_the_windows_editing_keys_work_from_the_text(qtbot, reader: Reader, keys: str) -> None:
    sequence = QKeySequence(getattr(QKeySequence.StandardKey, keys))
    action = QAction(reader)
    action.setShortcut(sequence)
    reader.addAction(action)
    with qtbot.waitSignal(action.triggered):
        qtbot.keySequence(reader, sequence)


# Highlights


@pytest.mark.parametrize(("scheme", "colours"), [("light", LIGHT), ("dark", DARK)])
@pytest.mark.parametrize(
    ("kind", "words"),
    [("actor", "Board"), ("action", "ordered"), ("quote", "“surprised”"), ("stake", "delays 👩‍🚀 over")],
)
def test_each_kind_has_its_tint_and_its_line(
    reader: Reader, scheme: str, colours: Tokens, kind: str, words: str
) -> None:
    apply_theme(QApplication.instance(), scheme)
    seen = colours_in(reader, words)
    assert colours.ground(kind) in seen
    assert colours.ink(kind) in seen
    assert not {colours.ground(kind), colours.ink(kind)} & colours_in(reader, "crowns")


def test_without_highlights_there_is_no_colour(reader: Reader) -> None:
    reader.set_highlights([])
    inks = {LIGHT.ink(kind) for kind in ("actor", "action", "stake", "quote")}
    image = picture(reader)
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert not inks & seen


def test_in_high_contrast_lines_stay_and_tints_go(reader: Reader) -> None:
    palette = QPalette(QColor("black"), QColor("black"))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        palette.setColor(role, QColor("white"))
    QApplication.instance().setStyleSheet("")
    QApplication.instance().setPalette(palette)
    assert not {LIGHT.actor_bg, DARK.actor_bg} & colours_in(reader, "Board")
    line = reader.cursorRect(reader._cursor_at(TEXT.index("Board") + 2)).bottom()
    image = reader.viewport().grab().toImage()
    x = at(reader, "Board").x()
    assert "#ffffff" in {image.pixelColor(x, y).name() for y in range(line - 1, line + 6)}


def test_the_open_entry_is_emphasised(reader: Reader) -> None:
    before = picture(reader)
    reader.set_current("x1")
    assert picture(reader) != before
    reader.set_current("")
    assert picture(reader) == before


def test_many_markers_on_a_line_become_a_number(reader: Reader) -> None:
    start = TEXT.index("The 😀")
    reader.set_highlights([Highlight(f"a{n}", "actor", start + n, start + 20, f"Actor {n}") for n in range(5)])
    (row,) = reader._markers._rows(0, 500)
    found = reader._markers._spans_at(reader._markers._box(row, 3).center())
    assert [span.of.entry_id for span in found] == ["a3", "a4"]


def _tip(widget: QWidget, where: QPoint) -> str:
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, where, widget.mapToGlobal(where)))
    return QToolTip.text()


def test_a_tool_tip_names_the_entries_under_the_pointer(reader: Reader) -> None:
    assert _tip(reader.viewport(), at(reader, "five")) == "Ports (actor)\nOrders modems off (action)"
    row = next(row for row in reader._markers._rows(0, 500) if row.spans[0].of.entry_id == "a1")
    assert _tip(reader._markers, reader._markers._box(row, 0).center().toPoint()) == "Harbour Board (actor)"
    QToolTip.hideText()


def test_scrolling_draws_the_same_as_painting_anew(qtbot, reader: Reader) -> None:
    text = "\n\n".join(TEXT for _ in range(20))
    reader.show_source(text)
    shifts = [n * (len(TEXT) + 2) for n in range(20)]
    reader.set_highlights([h._replace(start=h.start + n, end=h.end + n) for n in shifts for h in HIGHLIGHTS])
    picture(reader)
    for value in (40, 333, 1200, 1163):
        reader.verticalScrollBar().setValue(value)
        scrolled = picture(reader)
        reader._redraw()
        assert picture(reader) == scrolled


# The widget


def test_every_part_has_a_name_and_takes_no_drops(reader: Reader) -> None:
    assert reader.accessibleName() == "Source text"
    assert reader._numbers.accessibleName()
    assert reader._markers.accessibleName()
    assert not reader.acceptDrops()
    assert not reader.viewport().acceptDrops()


def test_it_dies_when_its_window_does(qtbot) -> None:
    window = QWidget()
    reader = Reader(window)
    reader.show_source(TEXT, HEADINGS)
    reader.set_highlights(HIGHLIGHTS)
    reader.reveal(0, 5)
    window.grab()
    gone = weakref.ref(reader)
    del reader
    window.deleteLater()
    del window
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert gone() is None


def test_a_document_that_holds_something_else_is_not_kept(reader: Reader) -> None:
    reader.show_source("one two", (), "s1")
    QTextCursor(reader.document()).insertText("half composed ")
    reader.show_source("other words", (), "s2")
    reader.show_source("one two", (), "s1")
    assert reader.document().toRawText() == "one two"
