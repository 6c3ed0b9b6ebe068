"""The command line as a user meets it, run in this process."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from template_samples import BRIEF

from briefer.__main__ import main
from briefer.cli.apart import _worker
from briefer.store.briefs import save_brief

ARTICLE = """Ports told to unplug

The Harbour Technology Board has ordered five ports to unplug modems. It cost 46 million.

“We are closing a door,” Lena Morvane said. “It was open.”
"""


@pytest.fixture(autouse=True)
def _worker_ends() -> Iterator[None]:
    """The process that a command starts ends with its test."""
    yield
    if _worker.cache_info().currsize:
        _worker(os.getpid()).close()
    _worker.cache_clear()


class Said(NamedTuple):
    """What a call ended with."""

    code: int
    out: str
    err: str


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a brief ``a.brief`` and an article ``a.txt`` in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    save_brief(BRIEF, folder / "a.brief")
    (folder / "a.txt").write_text(ARTICLE, "utf-8")
    return folder


@pytest.fixture
def briefer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Call the program with arguments."""

    def call(*arguments: object) -> Said:
        monkeypatch.setattr("sys.argv", ["briefer", *map(str, arguments)])
        capsys.readouterr()
        code = main()
        return Said(code, *capsys.readouterr())

    return call


def _state(folder: Path) -> dict[str, tuple[int, int, int]]:
    return {
        str(path): (path.lstat().st_ino, path.lstat().st_mtime_ns, path.lstat().st_size) for path in folder.rglob("*")
    }


@pytest.fixture
def refused(briefer: Callable[..., Said], here: Path) -> Callable[..., str]:
    """Call the program with arguments it refuses; its one line. Nothing is printed, made or changed."""

    def call(code: int, *arguments: object) -> str:
        before = _state(here.parent)
        said = briefer(*arguments)
        assert said.err.endswith("\n"), said
        assert said.err.count("\n") == 1, said
        assert said.err.startswith("briefer: ")
        assert said.err[:-1].isprintable()
        assert "Traceback" not in said.err
        assert said.out == ""
        assert _state(here.parent) == before
        assert said.code == code, said.err
        return said.err.removeprefix("briefer: ").rstrip("\n")

    return call
