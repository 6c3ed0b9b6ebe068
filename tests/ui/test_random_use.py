"""A person who does anything, in any order, for as long as it takes; whatever happens, the window tells the truth.

Each seed is one life of a window: bursts of keys, clicks, commands, pastes, drops, answers and history, and after each
burst the brief is sound, every widget shows it, and the templates that are listed are those that lie in their folder.
At the end undo leads to the first brief and redo back, each step the same in both directions, and a save gives the same
bytes again. A failing seed is replayed by naming it.
"""

from __future__ import annotations

import itertools
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from random_use.life import Life

from briefer.ui import slices
from briefer.ui.export import work as export_work
from briefer.ui.window import Window

SEEDS = (1, 2, 3, 4)
LONG_SEEDS = range(100, 140)
TEN_MINUTES = 600


@pytest.fixture(autouse=True)
def _no_other_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    monkeypatch.setattr(export_work, "office_program", lambda: "")


@pytest.fixture(autouse=True)
def _work_is_outstanding_in_every_other_life(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """One step to a slice: most of what the window shows comes while the person acts already."""
    if seed % 2:
        monkeypatch.setattr(slices, "SLICE", 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_use_leaves_the_window_true(window: Window, tmp_path: Path, seed: int) -> None:
    Life(window, seed, tmp_path).live()


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG_SEEDS)
def test_any_long_use_leaves_the_window_true(window: Window, tmp_path: Path, seed: int) -> None:
    for part in range(3):
        Life(window, seed * 10 + part, tmp_path).live()


@pytest.mark.long
@pytest.mark.parametrize("seed", [51, 52])
def test_ten_minutes_in_one_window_leave_it_true(window: Window, tmp_path: Path, seed: int) -> None:
    """One life follows the other, in what the last one has left; which one fails is told by its own seed."""
    end = time.monotonic() + TEN_MINUTES
    for part in itertools.takewhile(lambda _: time.monotonic() < end, itertools.count()):
        Life(window, seed * 1000 + part, tmp_path).live()
