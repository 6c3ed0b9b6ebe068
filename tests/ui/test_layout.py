"""What a person sees and reaches: nothing cut off in the smallest window, Tab in reading order, and no window left over."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getCppPointer
from ui_user import User

from briefer.edit import changes
from briefer.model.brief import GROUPS, Brief
from briefer.ui.app import make_window
from briefer.ui.fitting import ElidedButton
from briefer.ui.notes.delegate import LEFT, RIGHT, hint
from briefer.ui.theme import ui_font
from briefer.ui.window import Window

LONG = "An extraordinarily long name of an actor & organisation that goes on and on past the width of any list "


def crowded(brief: Brief) -> Brief:
    for number in range(30):
        start = brief.sources[0].text.index("Kestria") + number
        brief, _ = changes.add_entry(brief, "actor", [(start, start + 30)], "s1", name=f"{LONG}{number}")
        brief = changes.add_evidence(brief, "x1", "s1", [(start, start + 40)])
    actors = tuple(actor.id for actor in brief.actors)
    brief = changes.update_entry(brief, "x1", summary=LONG * 4, actors=actors)
    brief = changes.update_entry(brief, "q1", speaker=actors[-1])
    return changes.set_header(brief, "subject", LONG * 2)


@pytest.mark.parametrize("template", ["information-note", "reference-sheet"])
def test_nothing_is_cut_off_in_the_smallest_window(window: Window, template: str) -> None:
    window.open_sample()
    window._session.apply(crowded, "Crowd")
    window._session.apply(lambda brief: changes.set_template(brief, template), "Template")
    window.resize(window.minimumSize())
    for ident in ("a1", "x1", "k1", "q1"):
        window.notes.open(ident)
        assert _cut_off(window) == [], ident


def test_nothing_is_cut_off_on_the_start_page(window: Window, qtbot: QtBot) -> None:
    window.close()
    fresh = make_window()
    qtbot.addWidget(fresh)
    fresh.resize(fresh.minimumSize())
    fresh.show()
    assert fresh.stage.shows_start
    assert _cut_off(fresh) == []


def _cut_off(window: Window) -> list[QWidget]:
    """What is shown in a scrolled page and does not fit into its width, the page itself included."""
    for _ in range(3):
        QApplication.processEvents()
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    assert areas
    wide = [area.widget() for area in areas if area.widget().width() > area.viewport().width()]
    inner = [(child, area.widget()) for area in areas for child in area.widget().findChildren(QWidget)]
    return wide + [child for child, page in inner if child.isVisible() and _sticks_out(child, page)]


def _sticks_out(child: QWidget, page: QWidget) -> bool:
    left = child.mapTo(page, child.rect().topLeft()).x()
    return left < 0 or left + child.width() > page.width()


def test_a_form_is_as_high_as_its_own_note(window: Window) -> None:
    window.open_sample()
    window._session.apply(crowded, "Crowd")
    window.notes.open("x1")
    QApplication.processEvents()
    window.notes.open("k1")
    QApplication.processEvents()
    form = window.notes._form()
    assert form is not None
    assert form.height() < 600


def test_a_window_is_no_larger_than_the_screen(window: Window) -> None:
    assert window.screen().availableGeometry().size().expandedTo(window.minimumSize()).width() >= window.width()


def test_tab_goes_through_the_panes_in_reading_order(user: User, window: Window) -> None:
    window.open_sample()
    window.notes.open("x1")
    window.notes.open("q1")
    window._session.apply(lambda brief: changes.remove_evidence(brief, "q1", 1), "Less")
    window.source.take_focus()
    names = []
    while not names or QApplication.focusWidget() is not window.source.reader:
        focus = QApplication.focusWidget()
        names.append(focus.accessibleName() or focus.text())
        user.press(Qt.Key.Key_Tab)
    form = ["Words", "Compare", "Speaker", "Date", "Context"]
    evidence = [
        "Passage s1 ¶2: We are not accusing anyone of sabotage,",
        "Add the selection",
        "My note",
        "More",
        "Fold the note",
    ]
    memo = ["Template", "Write", "Header", "Subject"]
    live = [f"Write {part} instead" for part in ("Current status", "Key actors", "What is at stake")]
    sections = ["Summary", "Issue", "Background", *live, "Considerations", "Next steps"]
    on_a_pause = ("Next", "Find a passage", "Mark as own judgement", "Mark each")
    names = ["Header" if name.startswith("Header: ") else name for name in names if name not in on_a_pause]
    source = [
        "Sources",
        "Add an article",
        "Open https://meridiancourier.example/trade/crane-modems",
        "Edit the details of the article",
        "Show changes",
    ]
    assert names == ["Source text", "Notes", *form, *evidence, *memo, *sections, *source]


def test_empty_groups_say_what_to_do(user: User, window: Window) -> None:
    window.resize(window.minimumSize())
    QApplication.processEvents()
    tree, model = window.notes.list, window.notes.model
    for kind, key in zip(GROUPS, "AXSQ", strict=True):
        row = model.index(0, 0, model.group_index(kind))
        room = tree.visualRect(row).width() - LEFT - RIGHT
        for words in (row.data(), hint(kind, room)):
            assert " yet." in words
            assert words.endswith(f"press {key}.")
        assert QFontMetrics(ui_font(12)).horizontalAdvance(hint(kind, room)) <= room


def test_the_arrow_keys_go_through_the_list_over_the_heads_of_groups(user: User, window: Window) -> None:
    window.open_sample()
    window.notes.open("a7")
    window.notes.take_focus()
    at = []
    for _ in range(4):
        user.press(Qt.Key.Key_Down)
        at.append(window.notes.list.current_id)
    assert at == ["a8", "", "x1", "x2"]
    assert window.notes.open_id == "a7"


def test_what_is_said_in_the_status_bar_is_spoken(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    spoken = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: spoken.append(event.message()))
    window.say("Filed as actor")
    assert spoken == ["Filed as actor"]


def test_undo_in_the_tool_bar_keeps_its_width(user: User, window: Window) -> None:
    user.put_on_clipboard("Some words of an article that is long enough to be one.")
    user.ctrl(Qt.Key.Key_V)
    assert window.actions_by_id["undo"].text() == "&Undo Paste article"
    assert window.actions_by_id["undo"].iconText() == "Undo"


def test_a_sample_is_shown_from_its_first_source(window: Window) -> None:
    window.open_sample()
    assert window.source.source is not None
    assert window.source.source.id == "s1"
    assert QApplication.focusWidget() is window.source.reader


def test_an_elided_button_shows_what_fits_and_knows_the_rest(qtbot: QtBot) -> None:
    button = ElidedButton("Harbour & Technology Board")
    qtbot.addWidget(button)
    button.show()
    button.resize(button.sizeHint())
    assert button.text() == "Harbour && Technology Board"
    button.resize(button.minimumSizeHint())
    assert button.text().endswith("…")
    assert button.words() == "Harbour & Technology Board"
    button.resize(button.sizeHint())
    assert button.text() == "Harbour && Technology Board"


def test_a_window_that_is_closed_leaves_nothing_alive(qtbot: QtBot) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    before = _top_level()
    window = make_window()
    window.show()
    window.open_sample()
    for ident in ("a1", "x1", "k1", "q1"):
        window.notes.open(ident)
    window.memo.picker.activated.emit(1)
    window._session.undo()
    parts = [
        window,
        window._session,
        window.documents,
        window.source,
        window.source.reader,
        window.notes,
        window.memo,
    ]
    parts += [window.notes._form(), *window.memo.sections.values(), *window.memo.header.lines.values()]
    parts += window.findChildren(QLineEdit) + window.findChildren(QLabel)
    alive = [weakref.ref(part) for part in parts]
    names = [f"{type(part).__name__} {part.objectName()}" for part in parts]
    window._session._history.mark_saved()
    assert window.close()
    window.deleteLater()
    del window, parts
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [name for name, part in zip(names, alive, strict=True) if part() is not None] == []
    assert _top_level() <= before


def _top_level() -> set[int]:
    """Qt's own addresses: what Python has of a widget that nobody holds is another object each time."""
    return {getCppPointer(widget)[0] for widget in QApplication.topLevelWidgets()}
