"""What a person does in the notes: rows open and fold, are found, moved, copied, described and deleted."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.edit import changes
from briefer.model.brief import GROUPS, Brief
from briefer.paths import resources
from briefer.store.briefs import read_brief
from briefer.ui.notes.delegate import RowDelegate
from briefer.ui.notes.editors import FieldEditor
from briefer.ui.notes.form import EntryForm
from briefer.ui.notes.pane import NotesPane
from briefer.ui.window import Window

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def notes(window: Window) -> NotesPane:
    window.open_sample()
    QApplication.processEvents()
    window.notes.take_focus()
    return window.notes


def brief_of(window: Window) -> Brief:
    return window._session.brief


def row(notes: NotesPane, ident: str) -> QPoint:
    """The middle of a row's words."""
    notes.list.make_current(ident)
    box = notes.list.visualRect(notes.model.index_of(ident))
    return QPoint(box.left() + 60, box.top() + 10)


def click(notes: NotesPane, where: QPoint) -> None:
    QTest.mouseClick(notes.list.viewport(), LEFT, pos=where)
    QApplication.processEvents()


def form_of(notes: NotesPane) -> EntryForm:
    form = notes._form()
    assert form is not None
    return form


def field(notes: NotesPane, name: str) -> FieldEditor:
    return form_of(notes).editors[name]


def menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def press(opened: QMenu, text: str) -> None:
    action = next(action for action in opened.actions() if action.text().replace("&", "") == text)
    action.trigger()
    opened.close()


# Opening and folding


def test_a_click_opens_a_row_in_place_and_the_focus_stays_in_the_list(notes: NotesPane) -> None:
    click(notes, row(notes, "x2"))
    assert notes.open_id == "x2"
    assert notes.list.hasFocus()
    box = notes.list.visualRect(notes.model.index_of("x2"))
    assert form_of(notes).geometry() == box
    assert box.height() == form_of(notes).heightForWidth(box.width())
    click(notes, row(notes, "x3"))
    assert notes.open_id == "x3"
    forms = notes.findChildren(EntryForm, options=Qt.FindChildOption.FindChildrenRecursively)
    assert [form for form in forms if form.isVisible()] == [form_of(notes)]
    assert len(forms) <= 1 + len(GROUPS)  # with one kept ready for each kind


def test_a_form_is_made_before_it_is_asked_for_and_shown_once(notes: NotesPane) -> None:
    notes._pause.timeout.emit()
    notes._work.finish_all()
    ready = notes._spare["action"]
    assert not ready.isVisible()
    click(notes, row(notes, "x2"))
    assert form_of(notes) is ready
    assert ready.isVisible()
    notes.open("x3")
    assert form_of(notes) is not ready


def test_rows_are_as_wide_as_the_list_when_its_scroll_bar_comes_and_goes(window: Window, notes: NotesPane) -> None:
    seen = set()
    for height in (300, 1400, 300):
        window.resize(window.width(), height)
        QApplication.processEvents()
        seen.add(notes.list.verticalScrollBar().isVisible())
        assert notes.list.visualRect(notes.model.index_of("x2")).width() == notes.list.viewport().width()
    assert seen == {True, False}


def test_enter_goes_into_the_first_field_and_esc_comes_back_to_the_row(user: User, notes: NotesPane) -> None:
    notes.list.make_current("k2")
    user.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is field(notes, "summary").control
    user.press(Qt.Key.Key_Escape)
    assert notes.open_id == ""
    assert notes.list.hasFocus()
    assert notes.list.current_id == "k2"
    user.press(Qt.Key.Key_F2)
    assert QApplication.focusWidget() is field(notes, "summary").control
    user.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is not field(notes, "summary").control
    user.press(Qt.Key.Key_Escape)
    user.press(Qt.Key.Key_Space)
    assert notes.open_id == "k2"
    assert notes.list.hasFocus()


def test_arrow_keys_show_passages_and_open_nothing(user: User, window: Window, notes: NotesPane) -> None:
    notes.list.make_current("x1")
    shown = []
    window.source.reader.reveal = lambda start, end: shown.append((start, end))  # type: ignore[method-assign]
    user.press(Qt.Key.Key_Down)
    anchor = brief_of(window).actions[1].evidence[0]
    assert notes.list.current_id == "x2"
    assert shown == [(anchor.start, anchor.end)]
    assert notes.open_id == ""
    assert notes.list.hasFocus()


def test_the_keyboard_is_seen_in_a_list_without_notes(user: User, window: Window) -> None:
    window.go_to("notes")
    assert window.notes.list.selectedIndexes() == [window.notes.list.currentIndex()]
    user.press(Qt.Key.Key_Down)
    assert window.notes.list.selectedIndexes() == [window.notes.list.currentIndex()]


def test_tab_goes_through_the_form_and_on(user: User, window: Window, notes: NotesPane) -> None:
    notes.open("x1")
    seen = []
    for _ in range(12):
        user.press(Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().accessibleName().split(":")[0])
    expected = [
        "Action",
        "Who",
        "To whom",
        "Status",
        "Date",
        "Passage s1 ¶1",
        "Add the selection",
        "My note",
        "More",
        "Fold the note",
    ]
    assert seen[:10] == expected
    assert not notes.isAncestorOf(QApplication.focusWidget())


def test_the_field_that_tab_comes_to_is_in_view(user: User, window: Window, notes: NotesPane) -> None:
    window.resize(window.minimumSize())
    notes.edit("q4")
    for _ in range(7):
        user.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        seen = focus.visibleRegion().boundingRect().height()
        assert seen >= min(focus.height(), 20), focus.accessibleName()


def test_the_open_form_survives_what_happens_around_it(user: User, window: Window, notes: NotesPane) -> None:
    notes.open("x2")
    form, session = form_of(notes), window._session
    control = field(notes, "date").control
    control.setFocus()
    user.type("x")
    session.apply(lambda brief: changes.move_entry(brief, "x2", 0), "Move")
    session.apply(lambda brief: changes.remove_entry(brief, "x1"), "Delete")
    session.apply(lambda brief: changes.add_empty_entry(brief, "action")[0], "New")
    session.apply(lambda brief: changes.merge_actors(brief, "a1", "a2"), "Merge")
    session.undo()
    notes.filter.take_focus()
    user.type("zzz")
    user.press(Qt.Key.Key_Escape)
    for _ in range(3):
        session.undo()
    QApplication.processEvents()
    assert form_of(notes) is form
    assert notes.list.form() is form
    assert form.isVisible()
    assert form.geometry() == notes.list.visualRect(notes.model.index_of("x2"))


def test_a_note_that_goes_takes_its_form_along_and_undo_brings_the_row_back(
    user: User, window: Window, notes: NotesPane
) -> None:
    notes.open("x2")
    notes.take_focus()
    user.press(Qt.Key.Key_Delete)
    assert notes._form() is None
    assert notes.open_id == ""
    assert brief_of(window).citable("x2") is None
    user.ctrl(Qt.Key.Key_Z)
    assert notes.list.current_id == "x2"
    assert notes.list.hasFocus()


def test_the_wheel_scrolls_over_a_box_of_choices(window: Window, notes: NotesPane) -> None:
    from PySide6.QtGui import QWheelEvent

    notes.open("x1")
    box = field(notes, "status").control
    no, scroll = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        QPointF(4, 4),
        QPointF(box.mapToGlobal(QPoint(4, 4))),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        no,
        scroll,
        False,
    )
    before = brief_of(window)
    QApplication.sendEvent(box, event)
    assert brief_of(window) is before


# Groups


def test_groups_fold_and_their_plus_makes_a_note_without_a_passage(
    user: User, window: Window, notes: NotesPane
) -> None:
    head = notes.model.group_index("stake")
    notes.list.scrollTo(head)
    box = notes.list.visualRect(head)
    click(notes, QPoint(box.left() + 40, box.center().y()))
    assert not notes.list.isExpanded(head)
    user.press(Qt.Key.Key_Return)
    assert notes.list.isExpanded(head)
    click(notes, QPoint(box.right() - 20, box.center().y()))
    made = brief_of(window).stakes[-1]
    assert (notes.open_id, made.summary, made.evidence) == (made.id, "", ())
    assert QApplication.focusWidget() is field(notes, "summary").control
    user.type("Trust")
    assert brief_of(window).stakes[-1].summary == "Trust"


def test_a_new_note_by_keys_belongs_to_the_current_group(user: User, window: Window, notes: NotesPane) -> None:
    notes.list.make_current("q1")
    user.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert notes.open_id == brief_of(window).quotes[-1].id
    assert brief_of(window).quotes[-1].text == ""


def test_a_row_is_shown_without_opening_it(window: Window, notes: NotesPane) -> None:
    window.source.take_focus()
    notes.list.collapse(notes.model.group_index("quote"))
    notes.show_row("q3")
    assert notes.list.current_id == "q3"
    assert notes.list.isExpanded(notes.model.group_index("quote"))
    assert notes.list.viewport().rect().contains(notes.list.visualRect(notes.model.index_of("q3")))
    assert notes.open_id == ""
    assert not notes.list.hasFocus()


# Pills


def test_a_level_is_chosen_from_its_pill(window: Window, notes: NotesPane) -> None:
    notes.list.make_current("k5")
    box = notes.list.visualRect(notes.model.index_of("k5"))
    click(notes, QPoint(box.right() - 30, box.center().y()))
    assert notes.open_id == ""
    assert [action.text() for action in menu().actions()] == ["High", "Medium", "Low", "Not set"]
    assert [action.text() for action in menu().actions() if action.isChecked()] == ["Low"]
    press(menu(), "High")
    assert brief_of(window).stakes[-1].level == "high"


def test_the_badge_of_a_quote_shows_both_wordings_and_takes_the_source_s(
    window: Window, notes: NotesPane, qtbot: QtBot
) -> None:
    before = brief_of(window).quotes[0]
    window._session.apply(
        lambda brief: changes.update_entry(brief, "q1", text=before.text.replace("accusing", "blaming")), "Change"
    )
    notes.list.make_current("q1")
    box = notes.list.visualRect(notes.model.index_of("q1"))
    click(notes, QPoint(box.right() - 40, box.bottom() - 12))
    line = form_of(notes).verdict
    assert line is not None
    assert line.take.isVisible()
    assert "<b><u>blaming</u></b>" in line._both.text()
    assert "differing: accusing" in line._both.accessibleName()
    qtbot.mouseClick(line.take, LEFT)
    assert brief_of(window).quotes[0].text == before.text
    assert not line.take.isVisible()
    window._session.undo()
    assert "blaming" in brief_of(window).quotes[0].text


# Passages


def test_del_takes_a_passage_off_and_so_does_its_cross(
    user: User, window: Window, notes: NotesPane, qtbot: QtBot
) -> None:
    notes.open("q1")
    assert len(form_of(notes).passages.chips) == 2
    chip = form_of(notes).passages.chips[0]
    qtbot.mouseClick(chip, LEFT, pos=QPoint(chip.width() - 8, 10))
    assert len(brief_of(window).quotes[0].evidence) == 1
    form_of(notes).passages.chips[0].setFocus()
    user.press(Qt.Key.Key_Delete)
    assert brief_of(window).quotes[0].evidence == ()
    assert brief_of(window).citable("q1") is not None
    assert QApplication.focusWidget() is form_of(notes).passages.add


def test_the_chip_of_a_lost_passage_says_so(window: Window, notes: NotesPane) -> None:
    notes.open("x1")
    narrow = form_of(notes).passages.chips[0].sizeHint().width()
    window._session.apply(lambda brief: changes.replace_source_text(brief, "s1", "All of it is gone.")[0], "Replace")
    (chip,) = form_of(notes).passages.chips
    assert chip.accessibleName().startswith("Passage s1 lost")
    assert chip.toolTip().startswith("No longer in the source")
    assert chip.sizeHint().width() > narrow


# Order


def drop(notes: NotesPane, ident: str, where: QPoint) -> bool:
    data: QMimeData = notes.model.mimeData([notes.model.index_of(ident)])
    event = QDropEvent(QPointF(where), Qt.DropAction.MoveAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    notes.list.dropEvent(event)
    QApplication.processEvents()
    return event.isAccepted()


def test_a_note_is_dragged_to_another_place_in_its_group(window: Window, notes: NotesPane) -> None:
    below = notes.list.visualRect(notes.model.index_of("a3"))
    assert drop(notes, "a1", below.bottomLeft() + QPoint(50, -4))
    assert [actor.id for actor in brief_of(window).actors][:4] == ["a2", "a3", "a1", "a4"]
    above = notes.list.visualRect(notes.model.index_of("a2"))
    assert drop(notes, "a1", above.topLeft() + QPoint(50, 4))
    assert brief_of(window).actors[0].id == "a1"
    before = brief_of(window)
    assert not drop(notes, "x1", above.center())
    assert brief_of(window) is before


def test_keys_move_the_current_note(user: User, window: Window, notes: NotesPane) -> None:
    notes.list.make_current("x2")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    user.press(Qt.Key.Key_Down, both)
    assert [action.id for action in brief_of(window).actions][:3] == ["x1", "x3", "x2"]
    assert notes.list.current_id == "x2"
    user.press(Qt.Key.Key_Up, both)
    assert [action.id for action in brief_of(window).actions][:3] == ["x1", "x2", "x3"]


# Filter


def test_the_filter_narrows_the_list_and_esc_leaves_it(user: User, window: Window, notes: NotesPane) -> None:
    notes.focus_filter()
    user.type("morvane")
    assert notes._count.text().endswith(f" of {len(list(brief_of(window).entries()))}")
    actors = notes.model.group_index("actor")
    group = len(brief_of(window).actors)
    assert notes.model.data(actors, Qt.ItemDataRole.AccessibleTextRole) == f"Actors, 1 of {group} notes"
    heads = [notes.list.isRowHidden(n, notes.model.group_index("actor").parent()) for n in range(4)]
    assert heads[0] is False
    assert heads[2] is True
    user.press(Qt.Key.Key_Return)
    assert notes.list.current_id == "a4"
    notes.focus_filter()
    user.type("no such words")
    assert "no such words" in notes.filter._words.text()
    assert notes.filter.clear.isVisible()
    user.press(Qt.Key.Key_Escape)
    assert not notes.filter.isVisible()
    assert notes.list.hasFocus()
    assert notes._count.text() == str(len(list(brief_of(window).entries())))
    assert notes.model.data(actors, Qt.ItemDataRole.AccessibleTextRole) == f"Actors, {group} notes"


def test_a_note_that_is_opened_is_seen_in_spite_of_the_filter(user: User, notes: NotesPane) -> None:
    notes.focus_filter()
    user.type("morvane")
    notes.open("k1")
    assert form_of(notes).isVisible()
    assert notes.filter.query == ""


# Copying, merging, the menu


def test_a_note_is_copied_with_its_words_and_where_they_stand(user: User, window: Window, notes: NotesPane) -> None:
    notes.list.make_current("q1")
    user.ctrl(Qt.Key.Key_C)
    data = QGuiApplication.clipboard().mimeData()
    title, words = data.text().split("\n")
    assert title.startswith("“We are not accusing")
    assert title.endswith("– Lena Morvane")
    assert "Meridian Courier" in words
    assert "para. 2" in words
    assert "<em>" in data.html()


def test_the_menu_of_a_row_has_all_that_can_be_done_to_it(user: User, window: Window, notes: NotesPane) -> None:
    notes.list.make_current("a2")
    notes.menu_requested.emit("a2", window.mapToGlobal(QPoint(400, 300)))
    texts = [action.text().replace("&", "") for action in menu().actions() if action.text()]
    assert texts == [
        "Edit note",
        "Copy note",
        "Duplicate note",
        "Merge actor into…",
        "Move note up",
        "Move note down",
        "Checks here",
        "Delete note",
    ]
    press(menu(), "Delete note")
    assert brief_of(window).actor("a2") is None
    notes.list.make_current("x1")
    notes.menu_requested.emit("x1", window.mapToGlobal(QPoint(400, 300)))
    texts = [action.text().replace("&", "") for action in menu().actions() if action.text()]
    assert "Status" in texts
    assert "Merge actor into…" not in texts
    menu().close()


def test_a_name_with_a_comma_stays_one_name(user: User, window: Window, notes: NotesPane) -> None:
    window._session.apply(lambda brief: changes.update_entry(brief, "a2", aliases=("Acme, Inc.",)), "Aliases")
    notes.open("a2")
    line = field(notes, "aliases").control
    assert isinstance(line, QLineEdit)
    line.setFocus()
    assert line.text() == "Acme, Inc.;"
    user.press(Qt.Key.Key_End)
    user.type(" The Firm")
    assert brief_of(window).actor("a2").aliases == ("Acme, Inc.", "The Firm")


def test_an_actor_is_merged_into_one_that_is_found_by_typing(user: User, window: Window, notes: NotesPane) -> None:
    notes.open("a2")
    window.actions_by_id["merge_actor"].trigger()
    user.type("saltmere")
    user.press(Qt.Key.Key_Return)
    assert brief_of(window).actor("a2") is None
    assert "Calder Lift Systems" in brief_of(window).actor("a3").aliases
    assert notes.open_id == "a3"


def test_a_pane_that_is_gone_leaves_nothing_alive(qtbot: QtBot) -> None:
    gc.collect()
    pane = NotesPane()
    pane.show_brief(read_brief(resources() / "sample" / "sample.brief").brief)
    parts = [pane, pane.list, pane.model, pane.filter]
    for ident in ("a1", "x1", "k1", "q1"):
        pane.open(ident)
        parts.append(form_of(pane))
    alive = [weakref.ref(part) for part in parts]
    pane.deleteLater()
    del pane, parts
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [part() for part in alive if part() is not None] == []


def test_a_form_that_opens_or_folds_leaves_all_other_rows_as_they_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[str] = []
    measure = RowDelegate.sizeHint

    def noted(self: RowDelegate, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        measured.append(index.data(Qt.ItemDataRole.UserRole))
        return measure(self, option, index)

    monkeypatch.setattr(RowDelegate, "sizeHint", noted)  # before there is one: Qt keeps what it found
    notes = NotesPane()
    qtbot.addWidget(notes)
    notes.show_brief(read_brief(resources() / "sample" / "sample.brief").brief)
    notes.resize(400, 600)
    with qtbot.waitExposed(notes):
        notes.show()
    notes.open("x1")

    def settled() -> bool:
        before = len(measured)
        QApplication.processEvents()
        return len(measured) == before

    qtbot.waitUntil(settled)  # being shown and laid out takes several turns of the event loop
    assert len(set(measured)) > 10
    measured.clear()
    for ident in ("x2", "", "x3"):
        notes.open(ident)
        QApplication.processEvents()
    assert set(measured) - {""} == {"x1", "x2", "x3"}  # and the heads of groups, of which there are four
    assert form_of(notes).geometry() == notes.list.visualRect(notes.model.index_of("x3"))


# Where there is nothing to work on

ON_NOTES = ("edit_note", "copy_note", "note_up", "note_down", "duplicate_note", "delete_note")


@pytest.mark.parametrize("action", ON_NOTES)
def test_an_action_on_notes_says_what_is_missing(user: User, window: Window, action: str) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    window.actions_by_id[action].trigger()
    window.open_sample()
    window.notes.list.setCurrentIndex(window.notes.model.group_index("stake"))
    before = brief_of(window)
    window.actions_by_id[action].trigger()
    assert [words.partition(".")[0] for words in said] == ["There are no notes yet", "No note is chosen"]
    assert brief_of(window) is before


def test_a_merge_says_whether_an_actor_or_another_one_is_missing(user: User, window: Window) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    window.actions_by_id["merge_actor"].trigger()
    window._session.apply(lambda brief: changes.add_empty_entry(brief, "actor")[0], "New actor")
    window.notes.open("a1")
    window.actions_by_id["merge_actor"].trigger()
    assert said == [
        "Choose an actor in the notes first; then it can be merged into another one.",
        "There is no other actor yet to merge “(no name yet)” into.",
    ]


def test_rows_that_say_something_else_are_not_measured_anew(
    window: Window, notes: NotesPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes.list.executeDelayedItemsLayout()
    box = notes.list.visualRect(notes.model.index_of("q1"))
    measured: list[str] = []
    real = RowDelegate.sizeHint
    monkeypatch.setattr(
        RowDelegate, "sizeHint", lambda self, option, index: measured.append("") or real(self, option, index)
    )
    window._session.apply(lambda brief: changes.edit_source_text(brief, "s1", 0, 0, "New words. "), "Type")
    QApplication.processEvents()
    assert len(measured) < 5
    assert notes.list.visualRect(notes.model.index_of("q1")) == box


def test_many_rows_are_laid_out_in_a_turn_before_they_are_painted(notes: NotesPane) -> None:
    brief = notes.model.brief
    assert brief is not None
    for number in range(120):
        brief, _ = changes.add_entry(
            brief, "actor", [(number, number + 8)], brief.sources[0].id, name=f"Actor {number}"
        )
    notes.show_brief(brief)
    assert not notes.list.viewport().updatesEnabled()
    notes.list._rows_first.timeout.emit()
    assert notes.list.viewport().updatesEnabled()
