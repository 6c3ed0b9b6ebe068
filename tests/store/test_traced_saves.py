"""Saves of a brief that the system itself kills or fails, at each of its calls; strace does that, where it may."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from one_save import MARK

from briefer.edit.memo import new_brief, set_header
from briefer.store.briefs import read_brief, save_brief

SCRIPT = Path(__file__).parents[1] / "one_save.py"
OLD, NEW = "the old words", "the new words"
FILE_CALLS = (
    "newfstatat", "fstat", "stat", "lstat", "access", "faccessat2", "openat", "getdents64", "write", "flistxattr",
    "listxattr", "fchmod", "fsync", "close", "read", "rename", "renameat", "unlink", "unlinkat",
)  # fmt: skip
_CALL = re.compile(r"(?:\d+ +)?([a-z_0-9]+)\(")


class Call(NamedTuple):
    """A system call of a save: its name, and how many of that name the process has made with it."""

    name: str
    number: int


class Traced(NamedTuple):
    """One traced save: the calls of the save itself, how it ended, and what it said."""

    calls: list[Call]
    code: int
    acknowledged: bool
    said: str
    hit: bool


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "a.brief"
    path.parent.mkdir()
    write_old(path)
    return path


def write_old(path: Path) -> None:
    save_brief(set_header(new_brief("0" * 32, "t", "2026-11-22T09:30:00Z"), "subject", OLD), path)


def traced(path: Path, *injected: str) -> Traced:
    log = path.parent.with_name("trace")
    done = subprocess.run(
        ["strace", "-o", log, *(each for inject in injected for each in ("-e", f"inject={inject}")), sys.executable,
         "-X", "utf8", SCRIPT, path, NEW],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    counts: Counter[str] = Counter()
    calls, began, hit = [], False, False
    for line in log.read_text("utf-8", "replace").splitlines():
        if (found := _CALL.match(line)) is None:
            hit = hit or (began and "killed by SIGKILL" in line)
            continue
        counts[found[1]] += 1
        if began and '"acknowledged"' in line:
            break
        if began:
            calls.append(Call(found[1], counts[found[1]]))
            hit = hit or "INJECTED" in line
        began = began or MARK in line
    return Traced(calls, done.returncode, done.stdout == "acknowledged", done.stderr, hit)


@pytest.fixture
def calls(path: Path) -> list[Call]:
    """The calls of a save that nothing happens to."""
    if sys.platform != "linux" or shutil.which("strace") is None:
        pytest.skip("strace is not here")
    traced(path)  # what it imports is compiled now, so that each run makes the same calls
    write_old(path)
    found = traced(path)
    if not found.acknowledged:
        pytest.skip(f"strace may not trace here: {found.said}")
    write_old(path)
    assert {"rename", "fsync"} <= {call.name for call in found.calls}
    return found.calls


def subject(path: Path) -> str:
    return read_brief(path).brief.header["subject"]


def chosen(request: pytest.FixtureRequest, calls: list[Call], step: int) -> list[Call]:
    return calls if request.config.getoption("--long") else calls[::step]


def test_killed_at_any_system_call_a_save_leaves_the_last_state_or_the_next(
    request: pytest.FixtureRequest, path: Path, calls: list[Call]
) -> None:
    states = set()
    for call in chosen(request, calls, 5):
        write_old(path)
        found = traced(path, f"{call.name}:signal=SIGKILL:when={call.number}")
        assert found.hit, call
        assert not found.acknowledged
        states.add(subject(path))
        write_old(path)  # the next save sweeps what the killed one left
        assert [each.name for each in path.parent.iterdir()] == ["a.brief"], call
    assert states == {OLD, NEW}


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("ENOSPC", "no space left on the disk"),
        ("EIO", "the disk reports an error"),
        ("EACCES", "you have no permission to write here"),
    ],
)
def test_whatever_call_fails_the_file_is_whole_and_the_cause_is_named(
    request: pytest.FixtureRequest, path: Path, calls: list[Call], code: str, words: str
) -> None:
    refusals = 0
    for call in chosen(request, [each for each in calls if each.name in FILE_CALLS], 7):
        write_old(path)
        found = traced(path, f"{call.name}:error={code}:when={call.number}")
        assert found.hit, call
        if found.acknowledged:
            assert subject(path) == NEW, call
        else:
            refusals += 1
            assert found.code in (73, 74), (call, found)
            assert found.said.startswith(f"{path}: "), (call, found)
            assert words in found.said or call.name in ("access", "faccessat2"), (call, found)
            assert subject(path) in ((OLD, NEW) if call.name in ("fsync", "openat", "close") else (OLD,)), call
        assert [each.name for each in path.parent.iterdir()] == ["a.brief"], call
    assert refusals
