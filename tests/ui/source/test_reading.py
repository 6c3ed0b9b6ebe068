"""Reading with keys, the bar, the picker and the menu: through the window, as a person does it."""

from __future__ import annotations

import statistics
import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.edit import changes
from briefer.ui.source.capture_bar import CaptureBar
from briefer.ui.source.note_picker import NotePicker
from briefer.ui.source.reader import Reader
from briefer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
ALT_SHIFT = ALT | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def reader(window: Window) -> Reader:
    window.open_sample()
    window.go_to("source")
    QApplication.processEvents()
    return window.source.reader


def select(reader: Reader, words: str) -> None:
    start = reader.text().index(words)
    reader.select(start, start + len(words))


def put_caret(reader: Reader, words: str) -> None:
    start = reader.text().index(words)
    reader.select(start + 1, start + 1)


def selected(reader: Reader) -> str:
    start, end = reader.selected_range() or (0, 0)
    return reader.text()[start:end]


def bar(reader: Reader) -> CaptureBar | None:
    shown = [each for each in reader.findChildren(CaptureBar) if each.isVisible()]
    return shown[0] if shown else None


def pause(reader: Reader) -> None:
    """Let the pause be over after which the bar comes."""
    assert reader._pause.isActive()
    reader._pause.timeout.emit()


# Keys


def test_ends_of_a_selection_move_by_word_and_by_character(reader: Reader, user: User) -> None:
    select(reader, "five container")
    user.press(Key.Key_Right, ALT)
    assert selected(reader) == "five container ports"
    user.press(Key.Key_Left, ALT_SHIFT)
    assert selected(reader) == "five container port"
    user.press(Key.Key_Home, ALT)
    user.press(Key.Key_Left, ALT)
    assert selected(reader) == "ordered five container port"
    user.press(Key.Key_End, ALT)
    user.press(Key.Key_Left, ALT)
    assert selected(reader) == "ordered five container"


def test_without_a_selection_moving_an_end_takes_the_word(reader: Reader, user: User) -> None:
    put_caret(reader, "container")
    user.press(Key.Key_Right, ALT)
    assert selected(reader) == "container"


def test_no_end_can_be_moved_past_the_other(reader: Reader, user: User) -> None:
    select(reader, "of")
    for _ in range(4):
        user.press(Key.Key_Left, ALT_SHIFT)
    assert selected(reader) == "o"


def test_escape_drops_the_selection(reader: Reader, user: User) -> None:
    select(reader, "five container")
    pause(reader)
    assert bar(reader)
    user.press(Key.Key_Escape)
    assert reader.selected_range() is None
    assert bar(reader) is None


def test_delete_unlinks_the_shortest_passage_and_undo_brings_it_back(
    reader: Reader, user: User, window: Window
) -> None:
    put_caret(reader, "ordered five")
    (passage,) = reader.highlights_here()
    before = window._session.brief.citable(passage.entry_id)
    assert before is not None
    user.press(Key.Key_Delete)
    after = window._session.brief.citable(passage.entry_id)
    assert after is not None
    assert len(after.evidence) == len(before.evidence) - 1
    assert reader.highlights_here() == []
    assert "Unlinked" in window.status_bar.currentMessage()
    user.ctrl(Key.Key_Z)
    assert window._session.brief.citable(passage.entry_id) == before


def test_home_end_and_page_keys_go_through_the_article(reader: Reader, user: User) -> None:
    put_caret(reader, "five container")
    user.press(Key.Key_Home)
    start = reader.caret()
    user.press(Key.Key_End)
    assert reader.caret() > start
    user.press(Key.Key_PageDown)
    assert reader.verticalScrollBar().value() > 0
    user.ctrl(Key.Key_End)
    assert reader.caret() == len(reader.text())


def test_copying_takes_the_bare_words(reader: Reader, user: User) -> None:
    select(reader, "five container")
    user.ctrl(Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "five container"
    assert not data.hasHtml()


def test_a_passage_is_copied_with_its_source(reader: Reader, user: User, window: Window) -> None:
    select(reader, "five container")
    user.press(Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("“five container” (")
    assert "para. 1" in data.text()
    assert "<em>" in data.html()
    reader.select(0, 0)
    QGuiApplication.clipboard().clear()
    window.actions_by_id["copy_cited"].trigger()
    assert not QGuiApplication.clipboard().text()
    assert "Select the words" in window.status_bar.currentMessage()


def test_letters_can_be_switched_off(reader: Reader, user: User, window: Window) -> None:
    action = window.actions_by_id["reading_keys"]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    before = window._session.brief
    select(reader, "five container")
    user.type("axsql.")
    assert window._session.brief is before
    assert selected(reader) == "five container"
    assert window.findChild(NotePicker) is None
    action.trigger()
    user.type("s")
    assert len(window._session.brief.stakes) == len(before.stakes) + 1


# Filing


def test_what_was_filed_is_shown_in_the_notes_and_not_opened(reader: Reader, user: User, window: Window) -> None:
    select(reader, "issued on Thursday")
    user.type("x")
    filed = window._session.brief.actions[-1]
    assert window.notes.open_id == ""
    assert window.notes.list.current_id == filed.id
    assert reader.hasFocus()
    assert window.status_bar.currentMessage() == "Filed as action: “issued on Thursday”"


# The bar


def test_the_bar_comes_below_a_selection_made_by_the_mouse(reader: Reader, user: User) -> None:
    user.drag_over("five container")
    shown = bar(reader)
    assert shown is not None
    box = reader.box_at_hand().translated(reader.viewport().pos())
    assert shown.geometry().top() > box.bottom()
    assert reader.rect().contains(shown.geometry())
    assert reader.hasFocus()


def test_the_bar_rests_while_keys_change_the_selection(reader: Reader, user: User) -> None:
    select(reader, "five")
    assert bar(reader) is None
    pause(reader)
    assert bar(reader) is not None
    user.press(Key.Key_Right, ALT)
    assert bar(reader) is None
    pause(reader)
    assert bar(reader) is not None


def test_the_bar_goes_above_where_there_is_no_room_below(reader: Reader, user: User) -> None:
    select(reader, "five container")
    line = reader.box_at_hand()
    reader.verticalScrollBar().setValue(0)
    reader.setFixedHeight(line.bottom() + 20)
    QApplication.processEvents()
    pause(reader)
    shown = bar(reader)
    assert shown is not None
    assert shown.geometry().bottom() < reader.box_at_hand().translated(reader.viewport().pos()).top()


def test_the_bar_never_covers_the_selection(reader: Reader) -> None:
    reader.selectAll()
    pause(reader)
    assert bar(reader) is None


def test_the_bar_goes_with_the_focus(reader: Reader, user: User) -> None:
    select(reader, "five container")
    pause(reader)
    user.alt(Key.Key_2)
    assert bar(reader) is None
    user.alt(Key.Key_1)
    pause(reader)
    assert bar(reader) is not None


def test_a_button_of_the_bar_files_and_leaves_the_focus(reader: Reader, user: User, window: Window) -> None:
    select(reader, "issued on Thursday")
    pause(reader)
    shown, count = bar(reader), len(window._session.brief.stakes)
    assert shown is not None
    button = next(each for each in shown.findChildren(QToolButton) if each.accessibleName() == "File as stake")
    assert button.toolTip() == "File as stake (S)"
    user.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(window._session.brief.stakes) == count + 1
    assert reader.hasFocus()


@pytest.mark.parametrize(("width", "words"), [(1400, True), (360, False)])
def test_the_bar_shows_as_many_words_as_fit(qtbot: QtBot, width: int, words: bool) -> None:
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(width, 400)
    reader.show_source("Some words of an article that somebody reads.")
    with qtbot.waitActive(reader):
        reader.show()
        reader.activateWindow()
    reader.setFocus()
    reader.select(5, 10)
    pause(reader)
    shown = bar(reader)
    assert shown is not None
    assert reader.rect().contains(shown.geometry())
    styles = {button.toolButtonStyle() for button in shown.findChildren(QToolButton)}
    assert (Qt.ToolButtonStyle.ToolButtonTextBesideIcon in styles) == words


# The picker


@pytest.fixture
def picker(reader: Reader, user: User, window: Window) -> NotePicker:
    select(reader, "issued on Thursday")
    user.type("l")
    picker = window.findChild(NotePicker)
    assert picker is not None
    return picker


def rows(picker: NotePicker) -> list[str]:
    items = [picker._list.topLevelItem(n) for n in range(picker._list.topLevelItemCount())]
    return [f"{item.text(1)} {item.text(2)}".strip() for item in items if item]


def test_typing_and_enter_add_the_selection_to_a_note(
    picker: NotePicker, reader: Reader, user: User, window: Window
) -> None:
    user.type("x3")
    user.press(Key.Key_Return)
    entry = window._session.brief.citable("x3")
    assert entry is not None
    assert entry.evidence[-1].exact == "issued on Thursday"
    assert reader.hasFocus()
    assert "Another passage for" in window.status_bar.currentMessage()
    assert window.notes.list.current_id == "x3"


def test_a_digit_takes_the_note_used_last(reader: Reader, user: User, window: Window) -> None:
    window.notes.open("k2")
    window.notes.open("")
    window.go_to("source")
    select(reader, "issued on Thursday")
    user.type("l")
    user.type("1")
    entry = window._session.brief.citable("k2")
    assert entry is not None
    assert entry.evidence[-1].exact == "issued on Thursday"


def test_a_note_is_taken_though_the_picker_goes_at_once(
    picker: NotePicker, reader: Reader, user: User, window: Window
) -> None:
    before = window._session.brief
    picker.take_key(QKeyEvent(QEvent.Type.KeyPress, Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # a window system's loop does this before timers
    QApplication.processEvents()
    assert window._session.brief is not before


def test_what_was_filed_last_stands_on_top(reader: Reader, user: User, window: Window) -> None:
    select(reader, "issued on Thursday")
    user.type("s")
    user.type("l")
    picker = window.findChild(NotePicker)
    assert picker is not None
    assert rows(picker)[0] == f"Stake {window._session.brief.stakes[-1].id} 1"


def test_notes_are_found_by_title_kind_and_id(picker: NotePicker, user: User) -> None:
    count = len(rows(picker))
    user.type("calder")
    assert 0 < len(rows(picker)) < count
    assert rows(picker)[0] == "Actor a2"
    picker._field.setText("quote")
    assert {row.split()[0] for row in rows(picker)} == {"Quote"}
    picker._field.setText("zzzz")
    assert rows(picker) == []
    assert "zzzz" in picker._none.text()


def test_escape_leaves_the_picker_and_keeps_the_selection(
    picker: NotePicker, reader: Reader, user: User, window: Window
) -> None:
    before = window._session.brief
    user.press(Key.Key_Escape)
    assert reader.hasFocus()
    assert selected(reader) == "issued on Thursday"
    assert window._session.brief is before


def test_without_a_selection_the_sentence_is_added(reader: Reader, user: User, window: Window) -> None:
    put_caret(reader, "No crane is known")
    user.type("l")
    user.type("k1")
    user.press(Key.Key_Return)
    entry = window._session.brief.citable("k1")
    assert entry is not None
    assert entry.evidence[-1].exact.startswith("No crane is known")
    assert entry.evidence[-1].exact.endswith(".")


def test_words_that_the_note_rests_on_already_are_not_added_again(reader: Reader, user: User, window: Window) -> None:
    entry = window._session.brief.citable("x1")
    assert entry is not None
    reader.select(entry.evidence[0].start, entry.evidence[0].end)
    window.desk.reading_work.add_to("x1")
    assert window._session.brief.citable("x1") == entry
    assert "already" in window.status_bar.currentMessage()


# What the caret and the pointer are on


def test_what_the_caret_stands_in_is_told_and_emphasised(reader: Reader, user: User) -> None:
    put_caret(reader, "No crane is known")
    plain = reader.viewport().grab().toImage()
    assert reader.accessibleDescription() == ""
    put_caret(reader, "ordered five")
    assert "(action)" in reader.accessibleDescription()
    assert reader._marks.touched == {"x1"}
    assert reader.viewport().grab().toImage() != plain
    user.alt(Key.Key_2)
    assert reader.accessibleDescription() == ""


def test_the_pointer_emphasises_what_it_is_on(reader: Reader) -> None:
    reader.select(0, 0)
    box = reader.cursorRect(reader._cursor_at(reader.text().index("ordered five") + 3))
    reader._touch_pointer(QPointF(box.center()))
    assert reader._marks.touched == {"x1"}
    QApplication.sendEvent(reader.viewport(), QEvent(QEvent.Type.Leave))
    assert reader._marks.touched == frozenset()


def test_the_reader_is_named_for_screen_readers(reader: Reader) -> None:
    interface = QAccessible.queryAccessibleInterface(reader)
    assert interface.text(QAccessible.Text.Name) == "Source text"


# The menu


def menu_at(reader: Reader, words: str) -> QMenu:
    box = reader.cursorRect(reader._cursor_at(reader.text().index(words) + 2))
    where = box.center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, where, reader.viewport().mapToGlobal(where), Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(reader.viewport(), event)
    menus = [menu for menu in reader.findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def choose(menu: QMenu, text: str) -> None:
    next(action for action in menu.actions() if action.text().startswith(text)).trigger()
    menu.close()


def test_the_menu_of_a_selection_files_and_names_its_keys(reader: Reader, window: Window) -> None:
    select(reader, "issued on Thursday")
    count = len(window._session.brief.actions)
    menu = menu_at(reader, "issued on")
    assert {"File as actor\tA", "Add to note…\tL", "Copy\tCtrl+C", "Copy with citation\tCtrl+Shift+C"} <= set(
        entries(menu)
    )
    choose(menu, "File as action")
    assert len(window._session.brief.actions) == count + 1


def test_the_menu_of_a_highlight_opens_and_unlinks_it(reader: Reader, window: Window) -> None:
    choose(menu_at(reader, "ordered five"), "Open note")
    assert window.notes.open_id == "x1"
    window.go_to("source")
    choose(menu_at(reader, "ordered five"), "Unlink")
    entry = window._session.brief.citable("x1")
    assert entry is not None
    assert entry.evidence == ()


def test_a_click_beside_the_selection_moves_the_caret_there(reader: Reader) -> None:
    select(reader, "issued on Thursday")
    menu = menu_at(reader, "No crane is known")
    assert not any(text.startswith("Copy") for text in entries(menu))
    choose(menu, "Select sentence")
    assert selected(reader).startswith("No crane is known")


def test_the_menu_files_the_sentence_under_the_pointer(reader: Reader, window: Window) -> None:
    choose(menu_at(reader, "No crane is known"), "File as stake")
    assert window._session.brief.stakes[-1].summary.startswith("No crane is known")


def test_the_rest_of_many_markers_is_listed(qtbot: QtBot, reader: Reader) -> None:
    from briefer.ui.source.highlights import Highlight

    start = reader.text().index("Kestria")
    reader.set_highlights([Highlight(f"a{n}", "actor", start, start + 5 + n, f"Actor {n}") for n in range(5)])
    (row,) = list(reader._markers._rows(0, 300))
    box = reader._markers._box(row, 3)
    qtbot.mouseClick(reader._markers, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    menu = next(each for each in reader._markers.findChildren(QMenu) if each.isVisible())
    assert entries(menu) == ["Actor 1 (actor)", "Actor 0 (actor)"]
    with qtbot.waitSignal(reader.entry_activated) as opened:
        menu.actions()[1].trigger()
    assert opened.args == ["a0"]
    menu.close()


# Zoom and letters


def wheel(reader: Reader, turn: int) -> None:
    where = QPointF(reader.viewport().rect().center())
    event = QWheelEvent(
        where, reader.viewport().mapToGlobal(where), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(reader.viewport(), event)


def test_ctrl_and_the_wheel_zoom(qtbot: QtBot, reader: Reader) -> None:
    margin = reader.viewportMargins().right()
    with qtbot.waitSignal(reader.zoom_changed) as changed:
        wheel(reader, 120)
    assert changed.args == [110] == [reader.zoom()]
    assert reader.document().defaultFont().pixelSize() == 18
    reader.set_zoom(150)
    assert reader.viewportMargins().right() > margin
    wheel(reader, -120)
    assert reader.zoom() == 140


@pytest.mark.parametrize(("percent", "pixels"), [(1, 12), (999, 28)])
def test_the_zoom_keeps_the_letters_readable(reader: Reader, percent: int, pixels: int) -> None:
    reader.set_zoom(percent)
    assert reader.document().defaultFont().pixelSize() == pixels


def test_zooming_keeps_what_is_in_view_and_the_selection(reader: Reader) -> None:
    select(reader, "No crane is known")
    reader.verticalScrollBar().setValue(600)
    there = reader.cursorForPosition(QPoint(10, 40)).block().text()
    reader.set_zoom(130)
    assert reader.cursorForPosition(QPoint(10, 40)).block().text() == there
    assert selected(reader) == "No crane is known"


def test_headings_and_lines_grow_with_the_letters(reader: Reader) -> None:
    heading = reader._cursor_at(1).charFormat().font().pixelSize()
    reader.set_zoom(150)
    assert reader._cursor_at(1).charFormat().font().pixelSize() == round(heading * 1.5)
    block = reader.document().findBlock(reader.text().index("Kestria"))
    layout = block.layout()
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(24 * 25 / 16, abs=1)


def test_the_letters_can_be_those_of_the_window(reader: Reader, window: Window) -> None:
    serif = reader.document().defaultFont().families()
    window.actions_by_id["serif"].trigger()
    assert reader.document().defaultFont().families() != serif
    assert window.documents.settings.article_letters == "window"
    window.actions_by_id["serif"].trigger()
    assert reader.document().defaultFont().families() == serif


def test_the_picker_stays_quick_with_five_hundred_notes(reader: Reader, window: Window, user: User) -> None:
    brief = window._session.brief
    length = len(brief.sources[0].text)
    for number in range(500):
        start = number * (length // 501)
        brief, _ = changes.add_entry(brief, "stake", [(start, start + 40)], "s1", summary=f"Stake number {number}")
    window._session.start_new(brief)
    QApplication.processEvents()
    select(reader, "issued on Thursday")
    user.type("l")
    picker = window.findChild(NotePicker)
    assert picker is not None
    taken = []
    for query in ("n", "nu", "num", "number 4", "number 42"):
        begun = time.process_time()
        picker._field.setText(query)
        QApplication.processEvents()
        taken.append(time.process_time() - begun)
    assert rows(picker)[0].startswith("Stake")
    assert statistics.median(taken) < 0.1, taken
