from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest
from PySide6.QtCore import QTimerEvent
from PySide6.QtGui import QTextDocument

from briefer.ui import turns
from briefer.ui.text import laying
from briefer.ui.text.laying import ShortTurns
from briefer.ui.turns import is_free

LINES = "A line of a long text.\n" * 40


@pytest.fixture
def goes(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Whether a long text is laid out further when Qt would."""
    monkeypatch.setattr(turns, "is_free", is_free)
    monkeypatch.setattr(laying, "SLICE", 0)
    monkeypatch.setattr(laying, "_STRETCH", 100)
    document = QTextDocument(LINES)
    short = ShortTurns(document)

    def goes() -> bool:
        last = turns._last
        assert short.eventFilter(document.documentLayout(), QTimerEvent(1))
        return turns._last != last

    return goes


def turn(monkeypatch: pytest.MonkeyPatch, seconds: float, *, painted: bool) -> None:
    """Another turn, that has taken so long."""
    turns._begin()
    if painted:
        turns.worked(turns)
    monkeypatch.setattr(turns, "_began", perf_counter() - seconds)


def test_a_text_is_not_laid_out_in_a_turn_that_was_long_already(monkeypatch: pytest.MonkeyPatch, goes) -> None:
    monkeypatch.setattr(laying, "_LONG", -1.0)  # it has waited long enough
    for _ in range(3):
        turn(monkeypatch, 0.04, painted=True)
        assert not goes()


def test_a_text_that_has_waited_is_laid_out_beside_another_work_if_that_was_short(
    monkeypatch: pytest.MonkeyPatch, goes
) -> None:
    monkeypatch.setattr(laying, "_LONG", -1.0)
    turn(monkeypatch, 0.0, painted=True)
    assert goes()


def test_a_text_is_laid_out_in_a_turn_that_nobody_else_has_had(monkeypatch: pytest.MonkeyPatch, goes) -> None:
    turn(monkeypatch, 0.04, painted=False)
    assert goes()
