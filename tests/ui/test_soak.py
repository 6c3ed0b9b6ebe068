"""Work that goes on for days: edits, undo, previews and copies, and no more memory than when the history was full."""

from __future__ import annotations

import gc
import random
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rich_brief import rich_brief

from briefer.edit import changes, history
from briefer.model.brief import Brief
from briefer.store.recovery import recovery_dir
from briefer.ui.recovery import autosave
from briefer.ui.slices import Slices
from briefer.ui.window import Window

_SETTLE = 25
"""So many edits after which previews are drawn and copies are written, as when a person thinks."""


@pytest.fixture(autouse=True)
def _kept_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "PAUSE", 1)


@pytest.fixture
def steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many edits fill the history."""
    if not request.config.getoption("--long"):
        monkeypatch.setattr(history.History.__init__, "__kwdefaults__", {"steps": 60, "memory": history.MEMORY})
        return 60
    return history.STEPS


def edited(brief: Brief, number: int, chance: random.Random) -> Brief:
    """One of the edits that people make; the brief grows no longer by them."""
    words = " ".join(chance.choices("the dam gates level water board vote cost".split(), k=60))
    match chance.randrange(6):
        case 0:
            return changes.set_section(brief, "summary", f"{words} {number} [@q1]")
        case 1:
            return changes.set_header(brief, "subject", f"Gates {number}")
        case 2:
            return changes.update_entry(brief, "q1", notes=f"{words} {number}")
        case 3:
            return changes.replace_in_source(brief, "s1", [(0, 5)], f"Or{number % 1000:03}")
        case 4:
            return changes.move_entry(brief, brief.actors[0].id, len(brief.actors))
        case _:
            return changes.set_section(brief, "background", f"## Level\n\n* {words}\n* {number}")


def memory() -> int:
    """Bytes of this process that are in memory, when what is no longer needed is gone."""
    for _ in range(2):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_ten_thousand_edits_take_no_more_memory_than_the_first_thousand(
    window: Window, qtbot: QtBot, steps: int
) -> None:
    session, chance = window._session, random.Random(6)
    session.start_new(rich_brief())
    window.actions_by_id["preview"].trigger()

    def edit(count: int) -> None:
        for number in range(count):
            if chance.random() < 0.1:
                for move in [session.undo] * 3 + [session.redo] * 2:
                    move()
            session.apply(lambda brief, number=number: edited(brief, number, chance), "Edit")
            if number % _SETTLE == 0:
                assert window.recovery.beside.later.finish(10)
                qtbot.wait(5)
        assert window.recovery.beside.later.finish(10)
        qtbot.wait(200)
        for slices in window.findChildren(Slices):  # what is made once, and on a busy machine not yet
            slices.finish_all()

    edit(steps * 3 // 2)  # with what is undone, the history is full by then
    full, objects = memory(), len(window.findChildren(QObject))
    edit(steps * 9)
    assert memory() <= full * 1.2
    assert len(window.findChildren(QObject)) <= objects * 1.2
    assert len(list(recovery_dir().glob("*.kept"))) == 1
    count = 0
    while session.undo_label:
        session.undo()
        count += 1
    assert steps * 0.9 <= count <= steps
