"""The command palette as a user has it: a key, a few letters, Enter."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QColor, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTextEdit,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.ui.actions import ACTIONS, ActionRow, shown_keys
from briefer.ui.finder import rank
from briefer.ui.palette import CommandPalette
from briefer.ui.theme import DARK, LIGHT, apply_theme

ROWS = (
    ActionRow("save", "&File", "&Save", "Save the brief", "Ctrl+S"),
    ActionRow("save_as", "&File", "Save &as…", "Save the brief under another name", "Ctrl+Shift+S"),
    ActionRow("undo", "&Edit", "&Undo", "Take the last change back", "Ctrl+Z"),
    ActionRow("stake", "&Capture", "File as &stake", "File the selection", letter="S"),
    ActionRow("palette", "&Help", "&Commands…", "Find a command by its name", "Ctrl+K"),
)


class Small(QMainWindow):
    """A window with a text and a few actions, that keeps what was run."""

    def __init__(self) -> None:
        super().__init__()
        self.ran: list[str] = []
        self.text = QTextEdit("Words")
        page = QWidget()
        column = QVBoxLayout(page)
        for widget in (QLineEdit(), self.text, QLineEdit()):
            column.addWidget(widget)
        self.setCentralWidget(page)
        self.by_id: dict[str, QAction] = {}
        for row in ROWS:
            action = QAction(f"{row.text}\t{row.letter}" if row.letter else row.text, self)
            action.setShortcut(QKeySequence(row.keys))
            action.triggered.connect(self._runner(row.id))
            self.addAction(action)
            self.by_id[row.id] = action

    def _runner(self, ident: str) -> Callable[[], None]:
        ran = self.ran
        return lambda: ran.append(f"{ident} in {type(QApplication.focusWidget()).__name__}")


@pytest.fixture
def small(qtbot: QtBot) -> Small:
    window = Small()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    window.text.setFocus()
    return window


def opened(window: Small) -> CommandPalette:
    palette = CommandPalette(window, window.by_id, ROWS)
    palette.open()
    QApplication.processEvents()
    return palette


def listed(palette: CommandPalette) -> list[str]:
    view = palette.findChild(QTreeWidget)
    return [view.topLevelItem(n).text(0) for n in range(view.topLevelItemCount())] if view.isVisible() else []


def current(palette: CommandPalette) -> str:
    return palette.findChild(QTreeWidget).currentItem().text(0)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def type_in(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)
    QApplication.processEvents()


def test_it_shows_all_actions_but_its_own(small: Small) -> None:
    palette = opened(small)
    assert listed(palette) == ["Save", "Save as…", "Undo", "File as stake"]
    view = palette.findChild(QTreeWidget)
    assert [view.topLevelItem(0).text(column) for column in (1, 2)] == ["File", shown_keys(ROWS[0])]
    assert view.topLevelItem(3).text(2) == "S"


def test_letters_and_enter_run_an_action_where_the_focus_was(small: Small, qtbot: QtBot) -> None:
    palette = opened(small)
    type_in(qtbot, "sa a")
    assert listed(palette) == ["Save as…"]
    press(qtbot, Qt.Key.Key_Return)
    assert small.ran == ["save_as in QTextEdit"]
    assert not palette.isVisible()


def test_arrow_keys_go_round(small: Small, qtbot: QtBot) -> None:
    palette = opened(small)
    press(qtbot, Qt.Key.Key_Down)
    assert current(palette) == "Save as…"
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Up)
    assert current(palette) == "File as stake"
    press(qtbot, Qt.Key.Key_PageUp)
    assert current(palette) == "Save"
    press(qtbot, Qt.Key.Key_PageDown)
    assert current(palette) == "File as stake"
    press(qtbot, Qt.Key.Key_Enter)
    assert small.ran == ["stake in QTextEdit"]


def test_a_click_runs_a_row(small: Small, qtbot: QtBot) -> None:
    view = opened(small).findChild(QTreeWidget)
    at = view.visualItemRect(view.topLevelItem(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.processEvents()
    assert small.ran == ["save_as in QTextEdit"]


def test_what_cannot_be_run_is_shown_and_stays(small: Small, qtbot: QtBot) -> None:
    small.by_id["undo"].setEnabled(False)
    palette = opened(small)
    type_in(qtbot, "undo")
    assert listed(palette) == ["Undo"]
    press(qtbot, Qt.Key.Key_Return)
    assert small.ran == []
    assert palette.isVisible()
    item = palette.findChild(QTreeWidget).topLevelItem(0)
    assert item.text(1) == "Edit – not now"
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole).endswith("not available now")


def test_the_arrow_keys_pass_over_what_cannot_be_run(small: Small, qtbot: QtBot) -> None:
    small.by_id["undo"].setEnabled(False)
    palette = opened(small)
    for name in ("Save as…", "Undo", "File as stake"):
        press(qtbot, Qt.Key.Key_Down)
        assert current(palette) == name


def test_what_cannot_be_run_is_paler(small: Small, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    small.by_id["undo"].setEnabled(False)
    view = opened(small).findChild(QTreeWidget)
    image = view.viewport().grab().toImage()

    def darkest(name: str, column: int) -> int:
        item = view.findItems(name, Qt.MatchFlag.MatchExactly)[0]
        cell = view.visualRect(view.indexFromItem(item, column)).adjusted(2, 4, -2, -4)
        return min(
            image.pixelColor(x, y).lightness()
            for x in range(cell.left(), cell.right())
            for y in range(cell.top(), cell.bottom())
        )

    assert darkest("Undo", 0) > darkest("Save as…", 1) > darkest("Save as…", 0)
    apply_theme(qapp, "system")


def test_the_panel_is_as_high_as_what_it_lists(small: Small, qtbot: QtBot) -> None:
    palette = opened(small)
    before = palette.panel.height()
    type_in(qtbot, "sav")
    assert palette.panel.height() < before


def test_the_first_row_that_can_be_run_is_current(small: Small) -> None:
    small.by_id["save"].setEnabled(False)
    assert current(opened(small)) == "Save as…"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)],
)
def test_escape_and_its_own_keys_close_it_and_give_the_focus_back(
    small: Small, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    palette = opened(small)
    press(qtbot, key, modifier)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is small.text
    assert small.ran == []


def test_a_click_beside_it_closes_it_and_one_on_it_does_not(small: Small, qtbot: QtBot) -> None:
    palette = opened(small)
    qtbot.mouseClick(palette.panel, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert palette.isVisible()
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(4, 500))
    assert not palette.isVisible()
    assert QApplication.focusWidget() is small.text


def test_shortcuts_of_the_window_rest_while_it_is_open(small: Small, qtbot: QtBot) -> None:
    palette = opened(small)
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert small.ran == []
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert small.ran == ["save in QTextEdit"]
    assert not palette.isVisible()


def test_tab_is_not_trapped(small: Small, qtbot: QtBot) -> None:
    palette = opened(small)
    press(qtbot, Qt.Key.Key_Tab)
    assert small.centralWidget().isAncestorOf(QApplication.focusWidget())
    assert not palette.isVisible()


def test_focus_that_was_in_a_field_now_gone_is_not_missed(small: Small, qtbot: QtBot) -> None:
    palette = opened(small)
    small.setCentralWidget(QLineEdit())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    press(qtbot, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_opening_again_leaves_one_and_the_first_focus(small: Small, qtbot: QtBot) -> None:
    first, second = opened(small), opened(small)
    assert (first.isVisible(), second.isVisible()) == (False, True)
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is small.text


def test_no_match_says_so_and_goes_when_there_is_one(small: Small, qtbot: QtBot) -> None:
    palette = opened(small)
    type_in(qtbot, "<b>zzz")
    assert listed(palette) == []
    label = palette.findChild(QLabel)
    assert label.isVisible()
    assert "“<b>zzz”" in label.text()
    assert label.textFormat() == Qt.TextFormat.PlainText
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Down)
    assert palette.isVisible()
    palette.findChild(QLineEdit).clear()
    assert len(listed(palette)) == 4
    assert not label.isVisible()


def test_it_stays_inside_the_window(small: Small) -> None:
    palette = opened(small)
    for width, height in ((900, 600), (420, 240)):
        small.resize(width, height)
        QApplication.processEvents()
        assert palette.rect().contains(palette.panel.geometry())
        assert palette.size() == small.size()


def test_a_screen_reader_hears_the_current_row(small: Small, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    palette = opened(small)
    press(qtbot, Qt.Key.Key_Down)
    assert said[-1] == f"Save as…, File menu, {shown_keys(ROWS[1])}"
    type_in(qtbot, "zzz")
    assert said[-1].startswith("No command is called “zzz”")
    assert palette.accessibleName() == "Commands"
    assert palette.findChild(QLineEdit).accessibleName() == "Find a command"
    assert palette.findChild(QTreeWidget).accessibleName() == "Commands found"


def test_it_follows_the_theme_while_it_is_open(small: Small, qapp: QApplication) -> None:
    palette = opened(small)
    for scheme, colours in (("dark", DARK), ("light", LIGHT)):
        apply_theme(qapp, scheme)
        QApplication.processEvents()
        image = palette.panel.grab().toImage()
        assert image.pixelColor(20, 6) == QColor(colours.pane)
    apply_theme(qapp, "system")


def test_no_palette_and_no_window_is_left_over(qtbot: QtBot) -> None:
    gc.collect()
    window = Small()
    palette = CommandPalette(window, window.by_id, ROWS)
    palette.open()
    gone = weakref.ref(palette)
    palette.dismiss()
    del palette
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone() is None
    CommandPalette(window, window.by_id, ROWS).open()
    window_gone = weakref.ref(window)
    del window
    assert window_gone() is None


def test_in_the_real_window_every_action_is_found_by_its_name(user: User) -> None:
    window = user.window
    window.open_sample()
    palette = CommandPalette(window, window.actions_by_id)
    palette.open()
    for row in ACTIONS:
        if row.id == "palette":
            continue
        palette.findChild(QLineEdit).setText(row.text.replace("&", "").rstrip("…"))
        assert palette.findChild(QTreeWidget).topLevelItem(0).data(0, Qt.ItemDataRole.UserRole) == row.id
    palette.dismiss()


def test_in_the_real_window_letters_do_not_file_and_an_action_does(user: User) -> None:
    window = user.window
    window.open_sample()
    user.click_words("Kestria")
    before = len(list(window._session.brief.entries()))
    CommandPalette(window, window.actions_by_id).open()
    user.type("as st")
    assert len(list(window._session.brief.entries())) == before
    user.press(Qt.Key.Key_Return)
    assert len(list(window._session.brief.entries())) == before + 1
    assert window._session.undo_label == "File stake"


def test_undo_is_found_with_what_it_undoes(user: User) -> None:
    window = user.window
    window.open_sample()
    user.click_words("Kestria")
    user.press(Qt.Key.Key_S)
    palette = CommandPalette(window, window.actions_by_id)
    palette.open()
    user.type("undo f")
    assert listed(palette) == ["Undo File stake"]


@pytest.mark.parametrize(
    ("query", "text", "place"),
    [
        ("", "Save", 0),
        ("  ", "Save", 0),
        ("sav", "Save as…", 0),
        ("SAVE AS", "Save as…", 0),
        ("sa", "Save as…", 0),
        ("fas", "File as stake", 1),
        ("stake", "File as stake", 1),
        ("ave", "Save", 2),
        ("sv", "Save", 3),
        ("file sav", "Save", 4),
        ("word", "Export…", 5),
        ("vas", "Save", None),
        (".*", "Save", None),
        ("(", "Save", None),
    ],
)
def test_rank(query: str, text: str, place: int | None) -> None:
    assert rank(query, text, "File", "Write the memo as Word") == place


@given(st.text(max_size=60), st.sampled_from([row.text.replace("&", "") for row in ACTIONS]))
def test_a_query_is_found_only_if_its_letters_are_there(query: str, text: str) -> None:
    found = rank(query, text)
    letters = iter(text.casefold())
    in_order = all(letter in letters for letter in query.casefold() if not letter.isspace())
    assert (found is not None) == in_order
