"""The office's details as a person types, takes and hands them out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QLineEdit, QPushButton
from ui_user import User

from briefer.edit import changes
from briefer.profile import Profile, load_profile, profile_path, read_profile, save_profile, write_profile
from briefer.ui.office.panel import OfficePanel
from briefer.ui.window import Window

ARTICLE = "Ports told to unplug\n\nThe Board has ordered five ports to act."


def panel_of(window: Window) -> OfficePanel:
    window.actions_by_id["office_details"].trigger()
    return next(each for each in window.findChildren(OfficePanel) if each.isVisible())


def line(panel: OfficePanel, name: str) -> QLineEdit:
    return next(each for each in panel.findChildren(QLineEdit) if each.accessibleName() == name)


def button(panel: OfficePanel, words: str) -> QPushButton:
    return next(each for each in panel.findChildren(QPushButton) if each.text() == words)


def test_what_is_typed_stands_at_the_head_of_the_next_brief_in_the_step_that_begins_it(
    user: User, window: Window
) -> None:
    panel = panel_of(window)
    user.type("Trade Unit")
    line(panel, "Reference").setFocus()
    user.type("TRD-{yy}/{number}")
    assert any(label.text().startswith("A memo begun today: TRD-") for label in panel.findChildren(QLabel))
    user.press(Qt.Key.Key_Return)
    assert load_profile().profile == Profile(sender="Trade Unit", reference="TRD-{yy}/{number}")
    window.documents.new()
    assert window.stage.shows_start
    blank = window._session.brief
    window.documents.take_text(ARTICLE)
    brief = window._session.brief
    assert brief.header == {"from": "Trade Unit", "reference": f"TRD-{brief.created[2:4]}/…"}
    window._session.undo()
    assert window._session.brief is blank


def test_a_brief_that_is_opened_is_left_alone(window: Window) -> None:
    save_profile(Profile(contact="Ruth Vane"))
    window.open_sample()
    window._session.apply(lambda brief: changes.set_section(brief, "issue", "Other."), "Write")
    assert "contact" not in window._session.brief.header


def test_this_memo_is_filled_in_where_it_is_empty_if_that_is_wanted(user: User, window: Window) -> None:
    window.open_sample()
    before = window._session.brief
    panel = panel_of(window)
    user.type("Another Unit")
    line(panel, "Contact").setText("Ruth Vane")
    panel.findChild(QCheckBox).click()
    button(panel, "Save").click()
    header = window._session.brief.header
    assert (header["from"], header["contact"]) == (before.header["from"], "Ruth Vane")
    window._session.undo()
    assert window._session.brief is before


def test_a_pattern_that_cannot_be_used_is_not_saved(user: User, window: Window) -> None:
    panel = panel_of(window)
    line(panel, "Reference").setFocus()
    user.type("{year}")
    assert not button(panel, "Save").isEnabled()
    user.press(Qt.Key.Key_Return)
    assert panel.isVisible()
    assert not profile_path().exists()


def test_details_are_handed_out_and_taken_in(
    user: User, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "office"), ""))
    panel = panel_of(window)
    user.type("Trade Unit")
    button(panel, "Export…").click()
    assert read_profile(tmp_path / "office.json") == Profile(sender="Trade Unit")
    write_profile(Profile(marking="OFFICIAL"), tmp_path / "theirs.json")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "theirs.json"), ""))
    button(panel, "Import…").click()
    assert (line(panel, "From").text(), line(panel, "Marking").text()) == ("", "OFFICIAL")
    user.press(Qt.Key.Key_Escape)
    assert not profile_path().exists()


def test_a_file_that_is_none_changes_nothing_and_is_told(
    user: User, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.json").write_text('{"run": 1}', "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x.json"), ""))
    panel = panel_of(window)
    user.type("Trade Unit")
    button(panel, "Import…").click()
    assert line(panel, "From").text() == "Trade Unit"
    told = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert any("x.json cannot be imported. These are no office details" in words for words in told)
