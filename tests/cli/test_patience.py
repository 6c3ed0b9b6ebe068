"""What nobody foresaw ends all the same, with a sentence."""

from __future__ import annotations

import signal
from functools import partial
from pathlib import Path

import pytest

from briefer.cli.batch import each
from briefer.cli.patience import patience
from briefer.errors import DataError

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no such clock")


def endless(_: object = None) -> None:
    while True:
        pass


def test_an_input_that_would_keep_it_busy_for_ever_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("briefer.cli.batch.patience", partial(patience, 0.02))
    assert each([Path("x.brief")], endless) == 65
    said = "briefer: x.brief: it took too long and was stopped; divide it into several smaller ones\n"
    assert capsys.readouterr().err == said
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_who_takes_that_for_another_error_is_stopped_a_second_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefer.cli.patience._AGAIN", 0.02)
    stopped: list[DataError] = []

    def stubborn() -> None:
        try:
            endless()
        except DataError as error:
            stopped.append(error)
        endless()

    with pytest.raises(DataError, match="too long"), patience(0.02):
        stubborn()
    assert stopped
