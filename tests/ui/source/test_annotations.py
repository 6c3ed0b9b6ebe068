"""Annotations of other programs brought in through the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton
from ui_user import User

from briefer.exchange import write_annotations
from briefer.ui.band import Band
from briefer.ui.window import Window


def bands(window: Window) -> list[Band]:
    return window.desk.panes.bands["notes"].shown()


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the dialog is answered with."""
    path = tmp_path / "notes.jsonld"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def test_annotations_come_in_as_one_step(user: User, window: Window, chosen: Path) -> None:
    window.open_sample()
    whole = window._session.brief
    chosen.write_bytes(write_annotations(whole, notes=True))
    window._session.apply(lambda brief: _without_quotes(brief), "Clear")
    window.actions_by_id["import_annotations"].trigger()
    user.bot.waitUntil(lambda: len(window._session.brief.quotes) == len(whole.quotes), timeout=10_000)
    assert [quote.text for quote in window._session.brief.quotes] == [quote.text for quote in whole.quotes]
    assert bands(window) == []
    window._session.undo()
    assert window._session.brief.quotes == ()


def _without_quotes(brief):
    from msgspec.structs import replace

    return replace(brief, quotes=())


def test_what_does_not_map_is_told_and_can_be_copied(user: User, window: Window, chosen: Path) -> None:
    window.open_sample()
    before = window._session.brief
    chosen.write_text(
        json.dumps(
            [{"target": {"selector": {"type": "TextQuoteSelector", "exact": f"Never said {n}"}}} for n in range(4)]
        )
    )
    window.actions_by_id["import_annotations"].trigger()
    user.bot.waitUntil(lambda: bool(bands(window)), timeout=10_000)
    (band,) = bands(window)
    assert band.accessibleName().startswith(
        "Warning: 0 annotations taken in from notes.jsonld. Not taken: annotation 1 (“Never said 0”): "
    )
    assert band.accessibleName().endswith("And 1 more.")
    next(button for button in band.findChildren(QPushButton) if button.text() == "Copy the list").click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 4
    assert window._session.brief is before


def test_a_file_that_holds_none_is_refused_in_a_band(user: User, window: Window, chosen: Path) -> None:
    window.open_sample()
    chosen.write_text("[]")
    window.actions_by_id["import_annotations"].trigger()
    user.bot.waitUntil(lambda: bool(bands(window)), timeout=10_000)
    assert "notes.jsonld cannot be taken in." in bands(window)[0].accessibleName()
    assert "it holds no annotations" in bands(window)[0].accessibleName().lower()


def test_without_an_article_it_says_what_to_do_first(window: Window) -> None:
    window.actions_by_id["new"].trigger()
    said: list[str] = []
    window.desk.annotations_work.said.connect(said.append)
    window.actions_by_id["import_annotations"].trigger()
    assert said == ["Add the article first that the annotations are about."]
