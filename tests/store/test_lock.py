"""The lock of an open brief: the second one is told who has it, and a dead process holds nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefer.store.lock import BriefLock

HOLD = """
import sys; from pathlib import Path; from briefer.store.lock import BriefLock
lock = BriefLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
lock.release()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.brief"
    path.write_bytes(b"{}")
    return path


@contextmanager
def another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the lock until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "True\n"
        yield process


def test_the_lock_leaves_nothing_behind(path: Path) -> None:
    lock = BriefLock(path)
    assert lock.acquire()
    assert lock.acquire()
    assert (path.parent / ".a.brief.lock").exists()
    lock.release()
    lock.release()
    assert list(path.parent.iterdir()) == [path]


def test_a_second_window_of_the_same_process_is_told(path: Path) -> None:
    first, second = BriefLock(path), BriefLock(path)
    assert first.acquire()
    assert not second.acquire()
    assert second.holder.endswith(f"(process {os.getpid()})")
    second.release()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_another_process_is_told_who_has_it(path: Path) -> None:
    lock = BriefLock(path)
    with another_process(path) as process:
        assert not lock.acquire()
        assert not lock.acquire()
        assert lock.holder.endswith(f"(process {process.pid})")
        assert " on " in lock.holder
    assert lock.acquire()
    assert lock.holder.endswith(f"(process {os.getpid()})")
    lock.release()


def test_the_lock_of_a_killed_process_is_free(path: Path) -> None:
    lock = BriefLock(path)
    with another_process(path) as process:
        process.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    assert (path.parent / ".a.brief.lock").exists()
    assert lock.acquire()
    lock.release()
    assert list(path.parent.iterdir()) == [path]


def test_a_link_is_the_same_brief(path: Path) -> None:
    (path.parent / "link").symlink_to(path)
    first, second = BriefLock(path), BriefLock(path.parent / "link")
    assert first.acquire()
    assert not second.acquire()
    first.release()


@pytest.mark.parametrize("name", ["none/a.brief", "a.brief/b.brief", "x" * 249 + ".brief"])
def test_where_no_lock_can_be_made_the_brief_counts_as_free(path: Path, name: str) -> None:
    lock = BriefLock(path.parent / name)
    assert lock.acquire()
    assert lock.holder == ""
    lock.release()
    assert list(path.parent.iterdir()) == [path]


def test_what_stands_in_a_lock_is_printed_escaped(path: Path) -> None:
    (path.parent / ".a.brief.lock").write_bytes(b" \x1b[31m\xff" + b"x" * 9000)
    holder = BriefLock(path).holder
    assert holder.isprintable()
    assert len(holder) < 300
