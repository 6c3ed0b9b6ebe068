"""The desk and what it shows come pane by pane; whoever does not wait for that meets all of it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefer.edit import changes
from briefer.edit.memo import new_brief
from briefer.model.brief import Brief
from briefer.model.source import Source, SourceHeading
from briefer.store.briefs import save_brief
from briefer.ui import slices
from briefer.ui.app import make_window
from briefer.ui.source import article, article_places
from briefer.ui.window import Window

LOADED = 20_000
"""Milliseconds in which a busy machine has imported all modules of the panes."""


@pytest.fixture
def ready(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    """A window on its start page, with all ready behind it; each slice is one step."""
    monkeypatch.setattr(slices, "SLICE", 0)
    window = make_window()
    qtbot.addWidget(window, before_close_func=lambda w: w._session._history.mark_saved())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.opening.begin()
    qtbot.waitUntil(lambda: window.opening.is_done, timeout=LOADED)
    return window


@pytest.fixture
def brief(ready: Window) -> Brief:
    """An article with a note, and words in the memo."""
    text = "The Harbour Board has ordered five ports to remove modems.\n\nMore follows."
    brief, _ = changes.add_source(ready._session.brief, Source("s0", text=text, original=text))
    brief, _ = changes.add_entry(brief, "actor", [(4, 17)], "s1", name="Harbour Board")
    brief = changes.set_section(brief, "summary", "Five ports are to remove modems.")
    return changes.set_header(brief, "subject", "Modems in ports")


def other(brief: Brief, ident: str) -> Brief:
    return replace(brief, id=ident)


def turns(window: Window) -> Iterator[None]:
    """Turns of the event loop until nothing is left to be done."""
    until = time.monotonic() + 10
    while not window.opening.is_done:
        assert time.monotonic() < until
        QApplication.processEvents()
        yield


def test_a_brief_comes_pane_by_pane(ready: Window, brief: Brief) -> None:
    desk = ready.desk
    ready._session.start_new(other(brief, "b-2"))
    assert not ready.opening.is_done
    seen = [tuple(pane.isVisible() for pane in (desk.source, desk.notes, desk.memo)) for _ in turns(ready)]
    steps = list(dict.fromkeys(seen))
    assert steps == [(False, False, False), (True, False, False), (True, True, False), (True, True, True)]
    assert desk.source.reader.text().startswith("The Harbour")
    assert desk.source.reader.hasFocus()
    assert desk.memo.sections["summary"].text.text() == "Five ports are to remove modems."


def test_who_asks_for_a_pane_has_it_with_all_that_it_shows(ready: Window, brief: Brief) -> None:
    ready._session.start_new(other(brief, "b-2"))
    assert ready.memo.sections["summary"].text.text() == "Five ports are to remove modems."
    assert ready.opening.is_done
    assert ready.source.reader.hasFocus()


def test_a_key_meets_the_panes_as_they_will_be(ready: Window, brief: Brief, qtbot: QtBot) -> None:
    ready._session.start_new(other(brief, "b-2"))
    qtbot.keyClick(ready.windowHandle(), Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert ready.opening.is_done
    assert ready.memo.isAncestorOf(QApplication.focusWidget())


def test_a_second_brief_that_comes_before_the_first_is_shown_takes_its_place(ready: Window, brief: Brief) -> None:
    ready._session.start_new(other(brief, "b-2"))
    for _, _ in zip(range(3), turns(ready), strict=False):
        pass
    ready._session.start_new(other(changes.set_section(brief, "summary", "Other words."), "b-3"))
    for _ in turns(ready):
        pass
    assert ready.memo.sections["summary"].text.text() == "Other words."


def test_a_change_that_comes_before_all_is_shown_is_shown_too(ready: Window, brief: Brief) -> None:
    ready._session.start_new(other(brief, "b-2"))
    for _, _ in zip(range(3), turns(ready), strict=False):
        pass
    ready._session.apply(lambda b: changes.set_section(b, "summary", "Other words."), "Write")
    assert ready.opening.is_done
    assert ready.memo.sections["summary"].text.text() == "Other words."


def test_a_window_can_be_closed_before_all_is_shown(ready: Window, brief: Brief) -> None:
    ready._session.start_new(other(brief, "b-2"))
    ready._session._history.mark_saved()
    assert ready.close()
    QApplication.processEvents()
    assert not ready.opening.is_done


def test_a_brief_named_at_the_start_is_shown_when_the_panes_are_loaded(
    qtbot: QtBot, brief: Brief, tmp_path: Path
) -> None:
    path = tmp_path / "ports.brief"
    save_brief(brief, path)
    window = make_window()
    qtbot.addWidget(window)
    window.show()
    window.take_files([path])
    assert not window.stage.shows_start
    qtbot.waitUntil(lambda: window.opening.is_done, timeout=LOADED)
    assert window.desk.source.reader.text().startswith("The Harbour")
    assert not window.busy._work


def test_a_long_article_is_laid_out_before_it_is_shown(
    ready: Window, brief: Brief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article, "_STRETCH", 100)
    ready._session.start_new(other(brief, "b-2"))
    assert ready.source.reader.text().startswith("The Harbour")
    monkeypatch.setattr(article_places, "AT_ONCE", 100)
    text = "Ports\n\n" + "\n\n".join(f"Paragraph {number} says 😀 something." for number in range(40))
    long, _ = changes.add_source(
        new_brief("b-3", "", brief.created),
        Source("s0", text=text, original=text, headings=(SourceHeading(0, 5, 1),)),
    )
    ready._session.start_new(long)
    reader = ready.opening._desk.source.reader
    seen = [reader.document().toPlainText() for _ in turns(ready)]
    assert {words for words in seen if words != text and not words.startswith("The Harbour")} == set()
    assert len(seen) > 10
    assert reader.text() == reader.document().toPlainText() == text
    assert list(reader._marks.numbers.values()) == list(range(1, 41))
    assert reader.document().firstBlock().charFormat().fontWeight() > 400
    assert reader.caret() == text.index("Paragraph 0")


def test_another_brief_begins_with_its_first_article(ready: Window, brief: Brief) -> None:
    two, _ = changes.add_source(brief, Source("s0", text="Another article.", original="Another article."))
    ready._session.start_new(other(two, "b-2"))
    ready.source.show_source("s2")
    assert ready.source.reader.text() == "Another article."
    ready._session.start_new(other(two, "b-3"))
    assert ready.source.reader.text().startswith("The Harbour")


def test_an_action_meets_the_panes_as_they_will_be_and_keeps_the_keyboard(ready: Window, brief: Brief) -> None:
    ready._session.start_new(other(brief, "b-2"))
    ready.actions_by_id["palette"].trigger()
    assert ready.opening.is_done
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Find a command"


def test_two_briefs_begun_in_the_same_second_are_two(ready: Window) -> None:
    first = ready._session.brief
    ready._session.start_new()
    assert ready._session.brief.id != first.id
    assert len(ready._session.brief.id) == len(first.id) == 32
