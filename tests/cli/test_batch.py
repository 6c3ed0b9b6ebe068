"""Many inputs, shared among processes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from program import PROGRAM, start
from template_samples import BRIEF

from briefer.cli import batch
from briefer.cli.batch import MANY, each
from briefer.errors import DataError, InputOutputError
from briefer.store.briefs import save_brief


def stem_and_process(path: Path) -> tuple[str, int]:
    if path.stem.endswith("7"):
        raise DataError(f"{path.stem} is unlucky")
    return path.stem, os.getpid()


def die(path: Path) -> None:
    if path.stem == "9":
        os._exit(1)


@pytest.fixture
def paths() -> list[Path]:
    return [Path(f"{number}.brief") for number in range(MANY + 8)]


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: 2)


@pytest.mark.parametrize("cores", [1, 2])
def test_results_and_failures_come_in_the_order_of_the_inputs(
    paths: list[Path], cores: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(batch, "_cores", lambda: cores)
    done: list[tuple[str, int]] = []
    assert each(paths, stem_and_process, done.append) == 65
    assert [stem for stem, _ in done] == [path.stem for path in paths if not path.stem.endswith("7")]
    unlucky = [path for path in paths if path.stem.endswith("7")]
    assert len(unlucky) > 1
    assert capsys.readouterr().err.splitlines() == [f"briefer: {path}: {path.stem} is unlucky" for path in unlucky]
    assert (os.getpid() in {process for _, process in done[1:]}) == (cores == 1)


@pytest.mark.usefixtures("two_cores")
def test_few_inputs_need_no_other_process(paths: list[Path]) -> None:
    done: list[tuple[str, int]] = []
    each(paths[: MANY - 1], stem_and_process, done.append)
    assert {process for _, process in done} == {os.getpid()}


@pytest.mark.usefixtures("two_cores")
def test_a_process_that_dies_is_told(paths: list[Path]) -> None:
    with pytest.raises(InputOutputError, match="the system ended a process"):
        each(paths, die)


def test_no_inputs_are_no_failure() -> None:
    assert each([], die) == 0


def many(here: Path) -> list[str]:
    for number in range(MANY):
        save_brief(BRIEF, here / f"{number}.brief")
    (here / "3.brief").write_bytes(b"{")
    return [f"{number}.brief" for number in range(MANY)]


def test_many_exports_are_those_of_one_call_each(here: Path, briefer) -> None:
    briefs = many(here)
    assert briefer("export", "a.brief", "-o", "a.docx").code == 0
    done = start("export", *briefs, "--to", "docx")
    assert done.returncode == 65
    assert done.stdout == b""
    assert done.stderr.startswith(b"briefer: 3.brief: ")
    assert done.stderr.splitlines()[1:] == [b"briefer: %d written, 1 failed" % (MANY - 1)], "a pipe sees no progress"
    made = {path.read_bytes() for path in here.glob("[0-9]*.docx")}
    assert made == {(here / "a.docx").read_bytes()}
    assert len(list(here.glob("[0-9]*.docx"))) == MANY - 1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
def test_a_terminal_sees_how_far_it_is(here: Path) -> None:
    import pty
    import subprocess

    terminal, theirs = pty.openpty()
    command = [*PROGRAM, "export", *many(here), "--to", "md"]
    env = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=env)
    os.close(theirs)
    seen = b""
    while chunk := _read(terminal):
        seen += chunk
    os.close(terminal)
    out, _ = running.communicate(timeout=60)
    assert running.returncode == 65
    assert out == b"", "stdout is for programs"
    assert b"100%" in seen
    assert b"briefer: 3.brief: " in seen


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux tells that the other side is closed
        return b""
