"""What a report of a fault needs, and a log that stays small."""

from __future__ import annotations

from pathlib import Path

import pytest

import briefer
from briefer import diagnostics
from briefer.cli.run import run
from briefer.diagnostics import fault, log_path, note, report, start_log, stop_log, without_home

SECRET = "the words of an article"


def test_the_report_names_versions_and_places_without_a_name_of_a_person() -> None:
    told = report("xcb")
    for words in (f"Briefer: {briefer.__version__}", "PySide6-Essentials: ", "Qt platform: xcb", "Log: ~"):
        assert words in told
    assert str(Path.home()) not in told
    assert without_home(Path("/elsewhere")) == "/elsewhere"


def test_the_command_line_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"briefer {briefer.__version__}\n"
    assert run(["--version", "--verbose"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"briefer {briefer.__version__}\n")
    assert report() in told
    assert run(["--verbose"]) == 2


def test_a_fault_is_told_with_its_causes_and_without_what_they_say() -> None:
    try:
        try:
            raise OSError(28, SECRET)
        except OSError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        told = fault(error)
    assert told.splitlines()[0] == "ValueError"
    assert "caused by OSError 28" in told
    assert "test_diagnostics.py:" in told
    assert SECRET not in told


def test_the_log_is_turned_over_before_it_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "LOG_BYTES", 2_000)
    start_log()
    start_log()  # once is enough
    try:
        for number in range(200):
            note("line %d", number)
    finally:
        stop_log()
    sizes = {each.name: each.stat().st_size for each in log_path().parent.iterdir()}
    assert sorted(sizes) == ["briefer.log", "briefer.log.1", "briefer.log.2", "briefer.log.3"]
    assert max(sizes.values()) <= 2_000
    assert log_path().read_text("utf-8").count("line 199") == 1


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    start_log()
    note("line")
    stop_log()
    assert list(tmp_path.iterdir()) == [blocked]
