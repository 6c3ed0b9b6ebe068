"""A brief whose passages are not at their words is not refused for good: it opens with these waiting for a person."""

from __future__ import annotations

import json
from pathlib import Path

from hostile.briefs import BRIEFS, TEXT
from PySide6.QtWidgets import QPushButton
from ui_user import User

from briefer.store.briefs import read_brief
from briefer.ui.window import Window


def offer(window: Window, path: Path) -> QPushButton:
    window.documents.open(path)
    assert window._session.path is None
    return next(button for button in window.findChildren(QPushButton) if button.text() == "Open and look for them")


def test_it_opens_with_its_lost_passages_and_the_file_stays_until_it_is_saved(
    user: User, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "merged.brief"
    path.write_bytes(BRIEFS["other-words.brief"])
    button = offer(window, path)
    button.click()
    anchor = window._session.brief.actors[0].evidence[0]
    assert (anchor.exact, anchor.lost, window._session.path) == ("ferries", True, path)
    assert not window._session.is_saved
    assert path.read_bytes() == BRIEFS["other-words.brief"]
    user.bot.waitUntil(lambda: window.source.needs.words.text() == "1 passage needs you")
    window.documents.save()
    assert read_brief(path).brief.actors[0].evidence[0].lost


def test_words_that_stand_elsewhere_are_offered(user: User, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "merged.brief"
    raw = json.loads(BRIEFS["sound.brief"])
    raw["sources"][0]["text"] = f"Words of another hand. {TEXT}"
    path.write_text(json.dumps(raw), encoding="utf-8")
    offer(window, path).click()
    user.bot.waitUntil(lambda: window.source.needs.isVisible())
    window.source.needs.button.click()
    assert window.source.needs_panel.choices[0].accessibleName().startswith("Choose: council")


def test_one_that_is_unsound_in_another_way_too_is_refused(user: User, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "merged.brief"
    raw = json.loads(BRIEFS["other-words.brief"])
    raw["actors"].append(raw["actors"][0])
    path.write_text(json.dumps(raw), encoding="utf-8")
    window.documents.open(path)
    assert not [b for b in window.findChildren(QPushButton) if b.text() == "Open and look for them"]
