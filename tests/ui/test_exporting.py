"""The memo on its way out of the window."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui_user import User

from briefer.edit import changes, entries
from briefer.export import export
from briefer.opening import template_of
from briefer.pdf import libreoffice
from briefer.templates.build import Choices
from briefer.ui.band import Band
from briefer.ui.window import Window

LONG = "\n\n".join(["The Board has ordered five container ports to remove modems."] * 120)


def memo_bands(window: Window) -> list[Band]:
    return window.desk.panes.bands["memo"].shown()


def test_a_pdf_is_laid_out_while_the_window_answers_and_is_that_of_the_command_line(
    user: User, window: Window, tmp_path: Path
) -> None:
    window.open_sample()
    path = tmp_path / "memo.pdf"
    user.export(path)
    assert not path.exists()
    user.bot.waitUntil(lambda: bool(memo_bands(window)), timeout=10_000)
    (band,) = memo_bands(window)
    assert band.accessibleName() == f"Note: Saved memo.pdf {tmp_path}"
    brief = window._session.stamped_brief()
    export(brief, template_of(brief), tmp_path / "again.pdf")
    assert path.read_bytes() == (tmp_path / "again.pdf").read_bytes()


def test_a_pdf_with_too_many_pages_is_saved_and_told(user: User, window: Window, tmp_path: Path) -> None:
    window.open_sample()
    window._session.apply(lambda brief: changes.set_section(brief, "background", LONG), "Fill")
    user.export(tmp_path / "memo.pdf")
    user.bot.waitUntil(lambda: bool(memo_bands(window)), timeout=10_000)
    (band,) = memo_bands(window)
    assert band.accessibleName().startswith("Warning: Saved memo.pdf The memo takes ")
    assert " pages, and its limit is 2. " in band.accessibleName()
    assert len(pypdfium2.PdfDocument(tmp_path / "memo.pdf")) > 2


def test_a_pdf_that_is_stopped_is_not_written(
    user: User, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefer.ui.shown_work.SLICE", 0)
    window.busy._patience.setInterval(0)
    window.open_sample()
    said: list[str] = []
    window.documents.said.connect(said.append)
    shown: list[str] = []
    window.busy.shown.connect(lambda words, _: shown.append(words))
    window._session.apply(lambda brief: changes.set_section(brief, "background", LONG * 8), "Fill")
    user.export(tmp_path / "memo.pdf")
    user.bot.waitUntil(lambda: "Laying out memo.pdf" in shown, timeout=10_000)
    window.busy.cancel()
    assert said[-1] == "The export was stopped. Nothing was written."
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told_for_pages_too(user: User, window: Window, tmp_path: Path) -> None:
    window.open_sample()
    user.export(tmp_path / "none" / "x.pdf")
    user.bot.waitUntil(lambda: bool(memo_bands(window)), timeout=10_000)
    (band,) = memo_bands(window)
    assert band.accessibleName().startswith("Problem: The memo cannot be exported.")
    again = next(button for button in band.findChildren(QPushButton) if button.text() == "Export again…")
    user.bot.mouseClick(again, Qt.MouseButton.LeftButton)
    user.name_export(tmp_path / "x.pdf")
    user.bot.waitUntil((tmp_path / "x.pdf").exists, timeout=10_000)


@pytest.mark.skipif(not libreoffice.office_program(), reason="LibreOffice is not here")
def test_libreoffice_lays_out_beside_the_window_in_all_the_memory_there_is(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_sample()
    path = tmp_path / "memo.pdf"
    window.documents.exporting.write(path, lambda: None, Choices(word_pages=True))
    qtbot.waitUntil(path.exists, timeout=60_000)
    assert pypdfium2.PdfDocument(path).is_tagged()


def test_the_memo_is_copied_for_a_message(user: User, window: Window) -> None:
    window.open_sample()
    said: list[str] = []
    window.documents.said.connect(said.append)
    window.actions_by_id["copy_email"].trigger()
    user.bot.waitUntil(lambda: bool(said), timeout=10_000)
    assert said == ["Copied the memo. Paste it into a message."]
    data = QGuiApplication.clipboard().mimeData()
    assert '<h2 style="' in data.html()
    assert "<sup>1</sup>" in data.html()
    assert "\nNotes\n-----\n\n1. Hanne Lovell, “Ports told" in data.text()


def test_a_memo_that_cannot_be_made_is_not_copied(user: User, window: Window) -> None:
    window.open_sample()
    QGuiApplication.clipboard().setText("before")
    window._session.apply(lambda brief: replace(brief, template="gone"), "Template")
    window.actions_by_id["copy_email"].trigger()
    (band,) = memo_bands(window)
    assert band.accessibleName().startswith("Problem: The memo cannot be copied.")
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("way", ["pdf", "copy_email", "print"])
def test_a_part_that_is_marked_higher_than_the_memo_does_not_leave_in_any_way(
    user: User, window: Window, tmp_path: Path, way: str
) -> None:
    window.open_sample()
    window._session.apply(lambda brief: entries.set_portion_mark(brief, "x1", "SECRET"), "Mark")
    if way == "pdf":
        user.export(tmp_path / "memo.pdf")
    else:
        window.actions_by_id[way].trigger()
    user.bot.waitUntil(lambda: bool(memo_bands(window)), timeout=10_000)
    (band,) = memo_bands(window)
    assert band.accessibleName().startswith("Problem: The memo cannot be ")
    assert "is marked SECRET" in band.accessibleName()
    assert list(tmp_path.iterdir()) == []
