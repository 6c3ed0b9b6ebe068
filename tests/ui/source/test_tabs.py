from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.edit import changes
from briefer.model.source import Source
from briefer.ui.window import Window


def add(window: Window, text: str, **details: str) -> None:
    source = Source("s0", text=text, original=text, **details)
    window._session.apply(lambda brief: changes.add_source(brief, source)[0], "Add")


def shown(window: Window) -> list[str]:
    bar = window.source.tabs.bar
    return [bar.tabText(index) for index in range(bar.count())]


def test_one_source_has_a_tab_with_its_id_and_outlet(on_article: Window) -> None:
    add(on_article, "A & B met.", publisher="The Meridian & Courier")
    assert shown(on_article) == ["s1 Ports told to unplug modems", "s2 The Meridian & Courier"]
    assert on_article.source.tabs.bar.isVisible()
    assert on_article.source.source.id == "s2"


def test_a_note_that_rests_on_another_article_opens_first_and_the_article_follows(
    qtbot: QtBot, on_article: Window
) -> None:
    add(on_article, "Another, of which nothing is filed.")
    on_article._session.apply(lambda brief: changes.add_entry(brief, "action", [(0, 7)], "s2")[0], "Add")
    on_article._session.apply(lambda brief: changes.add_entry(brief, "action", [(30, 60)], "s1")[0], "Add")
    assert on_article.source.source.id == "s2"
    on_article.notes.open("x2")
    assert on_article.source.source.id == "s2"
    qtbot.waitUntil(lambda: on_article.source.source.id == "s1")
    on_article.notes.open("x1")
    on_article.notes.open("")
    on_article.notes.open("x2")
    QApplication.processEvents()
    assert on_article.source.source.id == "s1"


def test_keys_turn_from_tab_to_tab(user: User, on_article: Window) -> None:
    add(on_article, "Another.")
    user.ctrl(Qt.Key.Key_PageDown)
    assert on_article.source.source.id == "s1"
    user.ctrl(Qt.Key.Key_PageUp)
    assert on_article.source.source.id == "s2"
    assert on_article.source.reader.text() == "Another."


def test_the_cross_removes_an_article_with_its_passages_and_undo_brings_both_back(
    user: User, on_article: Window
) -> None:
    user.click_words("Lena Morvane")
    user.press(Qt.Key.Key_A)
    before = on_article._session.brief
    button = on_article.source.tabs.bar.tabButton(0, QTabBar.ButtonPosition.RightSide)
    user.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert on_article._session.brief.sources == ()
    assert on_article._session.brief.actors[0].evidence == ()
    said = on_article.statusBar().currentMessage()
    assert said == "Removed “Ports told to unplug modems” and 1 passage that notes had in it"
    user.ctrl(Qt.Key.Key_Z)
    assert on_article._session.brief == before
    assert on_article.source.source.id == "s1"


def test_only_the_tab_in_front_has_a_cross(on_article: Window) -> None:
    add(on_article, "Another.")
    bar, right = on_article.source.tabs.bar, QTabBar.ButtonPosition.RightSide
    assert (bar.tabButton(0, right), bar.tabButton(1, right) is not None) == (None, True)
    assert bar.tabButton(1, right).accessibleName() == "Remove s2 Another."
    on_article.source.tabs.turn_to("s1")
    assert (bar.tabButton(1, right), bar.tabButton(0, right) is not None) == (None, True)


def test_the_menu_of_a_tab_moves_it(on_article: Window) -> None:
    add(on_article, "Another.")
    menu = on_article.source.tabs.menu_for(1)
    texts = {action.text(): action for action in menu.actions()}
    assert "Move &right" not in texts
    texts["Move &left"].trigger()
    assert [source.id for source in on_article._session.brief.sources] == ["s2", "s1"]
    assert on_article.source.source.id == "s2"
    assert shown(on_article)[0] == "s2 Another."


def test_many_long_names_keep_within_the_pane(on_article: Window) -> None:
    for number in range(8):
        add(on_article, f"Text {number}.", publisher="The very long name of a regional newspaper " * 3)
    bar = on_article.source.tabs.bar
    assert bar.width() <= on_article.source.width()
    assert all(bar.tabRect(index).width() <= 240 for index in range(bar.count()))


def test_the_tabs_follow_any_change_of_the_sources_laid_out_once(on_article: Window) -> None:
    for number in range(2, 60):
        add(on_article, "Another.", publisher=f"Outlet {number}")
    bar, hints = on_article.source.tabs.bar, 0

    def count(index: int) -> QSize:
        nonlocal hints
        hints += 1
        return QSize(80, 30)

    bar.tabSizeHint = count
    on_article._session.apply(lambda brief: changes.remove_source(brief, "s2", with_evidence=True), "Remove")
    on_article._session.apply(lambda brief: changes.move_source(brief, "s40", 3), "Move")
    on_article._session.undo()
    on_article._session.undo()
    assert shown(on_article)[1:] == [f"s{number} Outlet {number}" for number in range(2, 60)]
    assert hints < 60 * 20


def test_going_on_where_there_is_no_other_article_says_so(user: User, window: Window) -> None:
    said: list[str] = []
    window.desk.said.connect(said.append)
    window.actions_by_id["next_source"].trigger()
    add(window, "The only one.")
    window.actions_by_id["previous_source"].trigger()
    add(window, "Another.")
    window.actions_by_id["next_source"].trigger()
    assert [words.partition(":")[0].partition(".")[0] for words in said] == [
        "There is no article yet",
        "This is the only article",
    ]


def middle(window: Window, index: int) -> QPoint:
    return window.source.tabs.bar.tabRect(index).center()


def test_a_tab_is_dragged_to_another_place_in_one_step(user: User, on_article: Window) -> None:
    add(on_article, "Another.")
    add(on_article, "A third.")
    bar = on_article.source.tabs.bar
    user.bot.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle(on_article, 0))
    user.bot.mouseMove(bar, middle(on_article, 1))
    user.bot.mouseMove(bar, middle(on_article, 2) + QPoint(4, 0))
    assert [source.id for source in on_article._session.brief.sources] == ["s1", "s2", "s3"]
    user.bot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=middle(on_article, 2) + QPoint(4, 0))
    assert [source.id for source in on_article._session.brief.sources] == ["s2", "s3", "s1"]
    assert bar.tabData(bar.currentIndex()) == "s1"
    user.ctrl(Qt.Key.Key_Z)
    assert [source.id for source in on_article._session.brief.sources] == ["s1", "s2", "s3"]


def test_esc_and_a_click_move_no_tab(user: User, on_article: Window) -> None:
    add(on_article, "Another.")
    before, bar = on_article._session.brief, on_article.source.tabs.bar
    user.bot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=middle(on_article, 0))
    bar.setFocus()
    user.bot.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle(on_article, 0))
    user.bot.mouseMove(bar, middle(on_article, 1) + QPoint(4, 0))
    user.press(Qt.Key.Key_Escape)
    user.bot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=middle(on_article, 1) + QPoint(4, 0))
    assert on_article._session.brief is before


def test_keys_move_the_tab_in_front(user: User, on_article: Window) -> None:
    add(on_article, "Another.")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    user.press(Qt.Key.Key_PageUp, both)
    assert [source.id for source in on_article._session.brief.sources] == ["s2", "s1"]
    assert on_article.source.source.id == "s2"
    user.press(Qt.Key.Key_PageUp, both)
    assert "the first already" in on_article.statusBar().currentMessage()
    user.press(Qt.Key.Key_PageDown, both)
    assert [source.id for source in on_article._session.brief.sources] == ["s1", "s2"]


def test_a_drag_ends_when_the_tabs_become_others(user: User, on_article: Window) -> None:
    add(on_article, "Another.")
    add(on_article, "A third.")
    bar = on_article.source.tabs.bar
    user.bot.mousePress(bar, Qt.MouseButton.LeftButton, pos=middle(on_article, 2))
    user.bot.mouseMove(bar, middle(on_article, 1))
    user.bot.mouseMove(bar, middle(on_article, 0) - QPoint(4, 0))
    on_article.actions_by_id["undo"].trigger()
    user.bot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=middle(on_article, 0) - QPoint(4, 0))
    assert [source.id for source in on_article._session.brief.sources] == ["s1", "s2"]
    assert on_article._session.redo_label
