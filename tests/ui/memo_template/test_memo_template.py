"""A memo saved as a template, as a person does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton
from ui_user import User

from briefer.edit import changes
from briefer.templates.files import read_template
from briefer.templates.shelf import mine
from briefer.ui.memo_template.panel import MemoTemplatePanel
from briefer.ui.window import Window


@pytest.fixture
def panel(user: User, window: Window) -> MemoTemplatePanel:
    window.open_sample()
    window.modes.start()
    window.desk  # noqa: B018
    window.actions_by_id["memo_template"].trigger()
    shown = lambda: [each for each in window.findChildren(MemoTemplatePanel) if each.isVisible()]  # noqa: E731
    user.bot.waitUntil(lambda: bool(shown()), timeout=10_000)
    return shown()[0]


def box(panel: MemoTemplatePanel, label: str) -> QCheckBox:
    return next(each for each in panel.findChildren(QCheckBox) if each.text() == label)


def test_what_is_checked_becomes_a_field_and_the_rest_stays(
    user: User, window: Window, panel: MemoTemplatePanel
) -> None:
    assert not box(panel, "From").isChecked()
    assert box(panel, "Subject").isChecked()
    assert box(panel, "Issue").isChecked()
    box(panel, "Issue").click()
    assert "the words stand in each memo" in box(panel, "Issue").accessibleDescription()
    user.type("Port note")
    user.press(Qt.Key.Key_Return)
    path = mine() / "port-note.md"
    user.bot.waitUntil(path.exists, timeout=10_000)
    template = read_template(path)
    assert template.name == "Port note"
    assert template.front.values["from"] == "Ports and Supply Desk"
    assert "Whether to ask the Board" in template.body
    bands = window.desk.panes.bands["memo"]
    user.bot.waitUntil(lambda: bool(bands.shown()), timeout=10_000)
    (band,) = bands.shown()
    assert band.accessibleName().startswith("Note: “Port note” is in My templates.")
    user.bot.waitUntil(lambda: "mine:port-note" in window.modes.keeper.templates(), timeout=10_000)
    window._session.apply(lambda brief: changes.set_header(brief, "from", ""), "Clear")
    window.desk.memo_work.choose_template("mine:port-note")
    assert window._session.brief.header["from"] == "Ports and Supply Desk"


def test_it_needs_a_name(user: User, panel: MemoTemplatePanel) -> None:
    user.press(Qt.Key.Key_Backspace)
    save = next(each for each in panel.findChildren(QPushButton) if each.text() == "Save as template")
    assert not save.isEnabled()
    user.press(Qt.Key.Key_Return)
    assert panel.isVisible()
    user.press(Qt.Key.Key_Escape)
    assert not mine().exists()


def test_a_memo_whose_template_is_not_here_is_told(user: User, window: Window) -> None:
    window.open_sample()
    window._session.apply(lambda brief: changes.set_template(brief, "gone"), "Template")
    window.actions_by_id["memo_template"].trigger()
    (band,) = window.desk.panes.bands["memo"].shown()
    assert band.accessibleName().startswith("Problem: The memo was not saved as a template.")
