"""Work that is done a little at each turn of the event loop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefer.ui import slices, turns
from briefer.ui.slices import Slices
from briefer.ui.turns import is_free


@pytest.fixture
def work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slices]:
    """Slices of one step each."""
    monkeypatch.setattr(slices, "SLICE", 0)
    parent = QObject()
    yield Slices(parent)
    parent.deleteLater()


def steps(done: list[str], words: str) -> Iterator[None]:
    for letter in words:
        done.append(letter)
        yield


def test_work_is_done_step_by_step_and_in_its_order(work: Slices, qtbot: QtBot) -> None:
    done: list[str] = []
    work.begin("one", steps(done, "abc"))
    work.begin("other", steps(done, "de"))
    assert done == []
    work._go_on()
    assert done == ["a"]
    qtbot.waitUntil(lambda: not work.is_going("other"))
    assert "".join(done) == "abcde"
    assert not work.is_going("one")


def test_the_first_slice_may_be_done_at_once(work: Slices) -> None:
    done: list[str] = []
    work.begin("one", steps(done, "abc"), at_once=True)
    assert done == ["a"]


def test_newer_work_takes_the_place_of_older(work: Slices) -> None:
    done: list[str] = []
    work.begin("one", steps(done, "abc"), at_once=True)
    work.begin("one", steps(done, "xyz"))
    work.finish("one")
    assert "".join(done) == "axyz"


def test_what_is_asked_for_is_done_at_once(work: Slices) -> None:
    done: list[str] = []
    for name in "abc":
        work.begin(name, steps(done, name * 2))
    work.finish("b")
    assert "".join(done) == "bb"
    work.finish("nothing of that name")
    work.finish_all()
    assert "".join(done) == "bbaacc"


def test_what_is_dropped_is_left_undone(work: Slices) -> None:
    done: list[str] = []
    work.begin("one", steps(done, "abc"), at_once=True)
    work.drop("one")
    work.finish_all()
    assert done == ["a"]


def test_a_step_may_ask_for_the_end_of_its_own_work_and_begin_it_anew(work: Slices) -> None:
    done: list[str] = []

    def asking() -> Iterator[None]:
        work.finish("one")
        done.append("asked")
        yield
        work.begin("one", steps(done, "abc"))
        yield
        done.append("never")

    work.begin("one", asking())
    work.finish("one")
    assert done == ["asked"]
    work.finish("one")
    assert done == ["asked", "a", "b", "c"]


def test_a_step_that_fails_ends_its_work_and_no_other(work: Slices) -> None:
    done: list[str] = []

    def failing() -> Iterator[None]:
        yield
        raise OSError("the disk is full")

    work.begin("one", failing())
    work.begin("other", steps(done, "ab"))
    with pytest.raises(OSError, match="full"):
        work.finish("one")
    assert not work.is_going("one")
    work.finish_all()
    assert "".join(done) == "ab"


def test_a_pause_ends_a_slice_but_not_the_work(work: Slices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slices, "SLICE", 60)
    done: list[str] = []

    def pausing() -> Iterator[object]:
        for letter in "abc":
            done.append(letter)
            yield slices.PAUSE if letter == "b" else None

    work.begin("one", pausing(), at_once=True)
    assert done == ["a", "b"]
    work.finish("one")
    assert done == ["a", "b", "c"]


def test_in_one_turn_one_object_does_its_slice(qtbot: QtBot, work: Slices, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "is_free", is_free)
    qtbot.wait(1)
    other, done = Slices(work.parent()), []
    work.begin("one", steps(done, "ab"))
    other.begin("other", steps(done, "xy"))
    work._go_on()
    other._go_on()
    assert done == ["a"]
    qtbot.waitUntil(lambda: not work.is_going("one") and not other.is_going("other"))
    assert "".join(done) == "abxy"


def test_what_can_wait_waits_for_another_turn_than_the_one_of_painting(
    qtbot: QtBot, work: Slices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "is_free", is_free)
    done: list[str] = []
    work.begin("one", steps(done, "a"))
    turns.worked(qtbot)
    work._go_on()
    assert done == []
    qtbot.waitUntil(lambda: not work.is_going("one"))
    assert done == ["a"]
