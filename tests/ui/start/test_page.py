"""The start page as a person meets it."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from sample_brief import PATH
from ui_user import User, choose_file

from briefer.settings import Settings, load_settings, save_settings
from briefer.ui.app import make_window
from briefer.ui.start.page import StartPage
from briefer.ui.window import Window

ARTICLE = "Ports told to unplug\n\nThe Harbour Technology Board has ordered five ports to remove modems.\n"


@pytest.fixture
def briefs(tmp_path: Path) -> list[Path]:
    """Two recent briefs and one that is gone, in the settings."""
    brief = json.loads(PATH.read_text("utf-8"))
    paths = [tmp_path / f"{name}.brief" for name in ("cranes", "gone", "ferry")]
    for path, marking in ((paths[0], "OFFICIAL"), (paths[2], "")):
        brief["header"]["marking"], brief["modified"] = marking, "2026-01-02T12:00:00Z"
        path.write_text(json.dumps(brief), "utf-8")
    save_settings(Settings(recent=tuple(map(str, paths))))
    return paths


@pytest.fixture
def fresh(qtbot: QtBot) -> Window:
    """A window as it comes up, with the start page."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    window = make_window()
    qtbot.addWidget(window, before_close_func=lambda w: w._session._history.mark_saved())
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


@pytest.fixture
def person(qtbot: QtBot, fresh: Window) -> User:
    return User(qtbot, fresh)


def start_of(window: Window) -> StartPage:
    assert window.stage.currentWidget() is window.stage.start
    return window.stage.start


def shows_panes(window: Window) -> bool:
    return window.source.isVisible() and window.stage.currentWidget() is not window.stage.start


def read_rows(qtbot: QtBot, window: Window) -> list[str]:
    """What the list says in words, when each file has answered."""
    model = start_of(window).recent.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: all("," in model.index(row, 0).data(role) for row in range(model.rowCount())))
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


# When it is shown


def test_a_window_without_a_brief_begins_with_the_start_page(fresh: Window) -> None:
    assert start_of(fresh).paste_button.hasFocus()


def test_pasting_an_article_leads_to_the_panes_and_undo_stays_there(fresh: Window, person: User) -> None:
    person.put_on_clipboard(ARTICLE)
    person.ctrl(Qt.Key.Key_V)
    assert shows_panes(fresh)
    assert fresh.source.reader.hasFocus()
    person.ctrl(Qt.Key.Key_Z)
    assert fresh._session.brief.sources == ()
    assert shows_panes(fresh)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_first_button_pastes(fresh: Window, person: User, key: Qt.Key) -> None:
    person.put_on_clipboard(ARTICLE)
    if key == Qt.Key.Key_Return:
        person.bot.mouseClick(start_of(fresh).paste_button, Qt.MouseButton.LeftButton)
    else:
        person.press(key)
    assert shows_panes(fresh)


def test_a_memo_can_be_written_without_an_article(fresh: Window, person: User) -> None:
    person.bot.mouseClick(start_of(fresh).write_button, Qt.MouseButton.LeftButton)
    person.type("The Board met.")
    assert shows_panes(fresh)
    assert fresh._session.brief.sections["summary"] == "The Board met."


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_keys_of_the_panes_lead_to_them(
    fresh: Window, person: User, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    person.press(key, modifier)
    assert shows_panes(fresh)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert fresh.stage.isAncestorOf(focus)


def test_a_new_brief_leads_back_to_it(fresh: Window, person: User) -> None:
    person.alt(Qt.Key.Key_3)
    person.ctrl(Qt.Key.Key_N)
    assert start_of(fresh).paste_button.hasFocus()


def test_a_brief_from_a_file_shows_the_panes_even_if_it_is_empty(fresh: Window, person: User, tmp_path: Path) -> None:
    path = tmp_path / "empty.brief"
    fresh._session.save(path)
    fresh._session.start_new()
    start_of(fresh)
    fresh.documents.open(path)
    assert shows_panes(fresh)


def test_the_sample_is_one_click_away(fresh: Window, person: User) -> None:
    person.bot.mouseClick(start_of(fresh).sample_button, Qt.MouseButton.LeftButton)
    assert shows_panes(fresh)
    assert fresh._session.brief.sources


def test_open_file_takes_articles_and_briefs(fresh: Window, person: User, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    person.answer_dialog(choose_file(article))
    person.bot.mouseClick(start_of(fresh).open_button, Qt.MouseButton.LeftButton)
    person.bot.waitUntil(lambda: bool(fresh._session.brief.sources))
    assert shows_panes(fresh)


def test_a_window_that_opens_on_a_brief_never_makes_the_page(qtbot: QtBot) -> None:
    window = make_window()
    qtbot.addWidget(window)
    window.open_sample()
    window.show()
    assert not window.findChildren(StartPage)


# Dropping


def test_the_whole_window_is_a_target_and_says_so(fresh: Window, person: User, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(article))])
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = start_of(fresh)
    before = start._invitation.text()
    for gone in (True, False):
        QApplication.sendEvent(fresh, QDragEnterEvent(QPoint(5, 5), copy, files, button, none))
        assert start.zone.lit
        assert start._invitation.text() != before
        if gone:
            QApplication.sendEvent(fresh, QDragLeaveEvent())
        else:
            QApplication.sendEvent(fresh, QDropEvent(QPointF(5, 5), copy, files, button, none))
        assert not start.zone.lit
        assert start._invitation.text() == before
    person.bot.waitUntil(lambda: bool(fresh._session.brief.sources))


# Recent briefs


def test_without_recent_briefs_the_sample_stands_there(fresh: Window, person: User) -> None:
    start = start_of(fresh)
    assert start.sample.isVisible()
    assert not start.recent.isVisible()
    person.bot.mouseClick(start.sample.button, Qt.MouseButton.LeftButton)
    assert fresh._session.brief.sources


def test_recent_briefs_are_shown_with_what_their_files_say(briefs: list[Path], fresh: Window, qtbot: QtBot) -> None:
    assert read_rows(qtbot, fresh) == [
        "cranes, OFFICIAL, Information note, 2 Jan 2026",
        "gone, Not found. Press Delete to take it off the list.",
        "ferry, Information note, 2 Jan 2026",
    ]


def test_arrows_and_enter_open_a_recent_brief(briefs: list[Path], fresh: Window, person: User) -> None:
    read_rows(person.bot, fresh)
    start_of(fresh).recent.setFocus()
    person.press(Qt.Key.Key_End)
    person.press(Qt.Key.Key_Return)
    person.bot.waitUntil(lambda: fresh._session.path == briefs[2])
    assert shows_panes(fresh)


def test_a_click_opens_a_recent_brief(briefs: list[Path], fresh: Window, person: User) -> None:
    recent = start_of(fresh).recent
    at = recent.visualRect(recent.model().index(0, 0)).center()
    person.bot.mouseClick(recent.viewport(), Qt.MouseButton.LeftButton, pos=at)
    person.bot.waitUntil(lambda: fresh._session.path == briefs[0])


def test_delete_takes_a_brief_off_the_list_and_leaves_its_file(
    briefs: list[Path], fresh: Window, person: User
) -> None:
    start_of(fresh).recent.setFocus()
    person.press(Qt.Key.Key_Delete)
    assert start_of(fresh).recent.model().rowCount() == 2
    assert load_settings().settings.recent == (str(briefs[1]), str(briefs[2]))
    assert briefs[0].exists()
    person.press(Qt.Key.Key_Delete)
    person.press(Qt.Key.Key_Delete)
    assert start_of(fresh).sample.isVisible()


def test_a_missing_brief_has_a_remove_of_its_own(briefs: list[Path], fresh: Window, person: User) -> None:
    read_rows(person.bot, fresh)
    recent = start_of(fresh).recent
    row = recent.visualRect(recent.model().index(1, 0))
    person.bot.mouseClick(
        recent.viewport(), Qt.MouseButton.LeftButton, pos=row.center() + QPoint(row.width() // 2 - 30, 0)
    )
    assert load_settings().settings.recent == (str(briefs[0]), str(briefs[2]))
    assert fresh._session.path is None


def test_a_missing_brief_that_is_opened_is_named(briefs: list[Path], fresh: Window, person: User) -> None:
    recent = start_of(fresh).recent
    recent.setFocus()
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Return)
    said = lambda: " ".join(label.text() for label in fresh.bands.findChildren(QLabel))  # noqa: E731
    person.bot.waitUntil(lambda: str(briefs[1]) in said())
    assert not shows_panes(fresh)


def test_the_menu_of_a_row_can_remove_it(briefs: list[Path], fresh: Window, person: User) -> None:
    recent = start_of(fresh).recent
    recent.setFocus()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), recent.mapToGlobal(QPoint(0, 0)))
    QApplication.sendEvent(recent.viewport(), event)
    menu = next(menu for menu in recent.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if "Remove" in action.text()).trigger()
    menu.close()
    assert load_settings().settings.recent == (str(briefs[1]), str(briefs[2]))


def test_the_list_is_fresh_when_the_page_comes_back(briefs: list[Path], fresh: Window, person: User) -> None:
    fresh.documents.open(briefs[2])
    person.ctrl(Qt.Key.Key_N)
    assert read_rows(person.bot, fresh)[0].startswith("ferry,")


# For everybody


def test_tab_goes_through_the_page_in_reading_order(briefs: list[Path], fresh: Window, person: User) -> None:
    start, seen = start_of(fresh), []
    for _ in range(5):
        seen.append(QApplication.focusWidget())
        person.press(Qt.Key.Key_Tab)
    assert seen == [start.paste_button, start.open_button, start.sample_button, start.write_button, start.recent]
    assert QApplication.focusWidget() is not start.recent


@pytest.mark.parametrize("with_recent", [True, False])
@pytest.mark.parametrize("size", [(1040, 640), (1440, 900)])
def test_nothing_is_clipped(
    request: pytest.FixtureRequest, qtbot: QtBot, with_recent: bool, size: tuple[int, int]
) -> None:
    if with_recent:
        request.getfixturevalue("briefs")
    window = request.getfixturevalue("fresh")
    window.resize(*size)
    QApplication.processEvents()
    start = start_of(window)
    page = start.widget()
    assert page.width() <= start.viewport().width()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and not start.recent.isAncestorOf(widget):
            needed = widget.minimumSizeHint()
            assert widget.width() >= needed.width(), widget
            assert widget.height() >= min(needed.height(), widget.maximumHeight()), widget
    assert page.height() <= start.viewport().height() or start.verticalScrollBar().maximum() > 0


def test_what_can_be_used_has_a_name(briefs: list[Path], fresh: Window) -> None:
    for widget in start_of(fresh).findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            assert widget.accessibleName() or widget.text(), widget


def test_forgetting_leaves_the_other_recent_ones() -> None:
    settings = Settings(recent=("/a.brief", "/b.brief"))
    assert settings.forgetting(Path("/a.brief")) == msgspec.structs.replace(settings, recent=("/b.brief",))


def test_the_desk_is_made_when_the_window_is_idle_and_stays_behind_the_start_page(qtbot: QtBot) -> None:
    window = make_window()
    qtbot.addWidget(window)
    window.show()
    assert not window.opening.is_done
    window.prepare()
    qtbot.waitUntil(lambda: window.opening.is_done, timeout=20_000)
    assert window.stage.shows_start
    assert not window.source.isVisible()
    window.background.close()
