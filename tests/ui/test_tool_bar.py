"""The tool bar: what it holds, what it is called, and what it does where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QToolBar, QToolButton
from ui_user import User

from briefer.ui.actions import ACTIONS, BAR, shown_keys
from briefer.ui.export.dialog import ExportDialog
from briefer.ui.window import Window

BESIDE, ALONE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


@pytest.fixture
def bar(window: Window) -> QToolBar:
    found = window.findChild(QToolBar, "tools-bar")
    assert isinstance(found, QToolBar)
    return found


def button(bar: QToolBar, name: str) -> QToolButton:
    return next(each for each in bar.findChildren(QToolButton) if each.accessibleName() == name)


def test_it_holds_what_is_used_most_and_each_button_says_its_name_and_keys(bar: QToolBar, window: Window) -> None:
    rows = {row.id: row for row in ACTIONS}
    for ident in (ident for group in BAR for ident in group):
        shown = bar.widgetForAction(window.actions_by_id[ident])
        assert shown.accessibleName()
        assert shown_keys(rows[ident]) in shown.toolTip()
        assert not shown.icon().isNull()
    assert button(bar, "Export to Word").toolTip().endswith("(Ctrl+E)")


def test_words_stand_beside_icons_while_there_is_room(bar: QToolBar, window: Window) -> None:
    for width, style in ((1440, BESIDE), (window.minimumWidth(), BESIDE)):
        window.resize(width, 700)
        QApplication.processEvents()
        assert {button(bar, name).toolButtonStyle() for name in ("New", "Import", "Export to Word")} == {style}
    assert button(bar, "Undo").toolButtonStyle() == ALONE


def test_words_give_way_where_they_would_not_fit(bar: QToolBar, window: Window) -> None:
    QApplication.processEvents()
    wide = bar.sizeHint().width()
    bar.setMaximumWidth(wide - 20)
    bar.resize(wide - 20, bar.height())
    QApplication.processEvents()
    assert button(bar, "New").toolButtonStyle() == ALONE
    assert bar.sizeHint().width() <= wide - 20
    assert button(bar, "New").accessibleName() == "New"
    bar.setMaximumWidth(wide + 20)
    bar.resize(wide + 20, bar.height())
    QApplication.processEvents()
    assert button(bar, "New").toolButtonStyle() == BESIDE


def test_all_formats_are_offered_beside_word(user: User, bar: QToolBar, window: Window) -> None:
    window.open_sample()
    chosen = []
    for action in button(bar, "Export in another format").menu().actions():
        action.trigger()
        dialog = next(each for each in window.findChildren(ExportDialog) if each.isVisible())
        (card,) = [each.text() for each in dialog.options.findChildren(QRadioButton) if each.isChecked()]
        chosen.append(card)
        user.press(Qt.Key.Key_Escape)
    assert chosen == ["Word", "PDF", "Markdown", "Web page", "E-mail", "Notes", "Exchange"]
