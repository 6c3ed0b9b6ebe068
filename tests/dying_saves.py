"""Saves that are killed, for test_files.py: prints as JSON what each left behind.

``calls FILE``: one child a file-system call of a save, killed just before it and just after it.
``moments FILE COUNT``: children that save one state after another, each killed at a random moment.

A process of its own, because it forks: nothing of a test run may be forked along.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from pathlib import Path

from briefer.files import replace_file

CALLS = ("open", "write", "fsync", "fstat", "fchown", "fchmod", "listxattr", "setxattr", "replace", "unlink", "close")
OLD, NEW = b"old " * 50_000, b"new " * 70_000


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at(number: int, *, after: bool) -> None:
    """From now on, the file-system call of this number is the last."""
    count = 0

    def deadly(call):
        def counted(*args, **kwargs):
            nonlocal count
            count += 1
            mine = count == number
            if mine and not after:
                die()
            try:
                return call(*args, **kwargs)
            finally:
                if mine:
                    die()

        return counted

    for name in CALLS:
        setattr(os, name, deadly(getattr(os, name)))


def leftovers(path: Path) -> int:
    return len(list(path.parent.iterdir())) - 1


def killed_at_calls(path: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for after in (False, True):
        number, died = 0, True
        while died:
            number += 1
            replace_file(path, OLD)
            swept = leftovers(path) == 0
            child = os.fork()
            if child == 0:
                die_at(number, after=after)
                replace_file(path, NEW)
                os._exit(0)
            died = os.WIFSIGNALED(os.waitpid(child, 0)[1])
            state = {OLD: "old", NEW: "new"}.get(path.read_bytes(), "broken")
            found.append({"call": number, "after": after, "died": died, "state": state, "swept": swept})
    return found


def numbered(number: int) -> bytes:
    return f"{number}\n".encode() * 20_000


def killed_at_moments(path: Path, count: int) -> list[dict[str, object]]:
    chance, found = random.Random(22), []
    for _ in range(count):
        replace_file(path, numbered(0))
        swept = leftovers(path) == 0
        reader, writer = os.pipe()
        delay = chance.uniform(0.001, 0.04)
        child = os.fork()
        if child == 0:
            number = 0
            # The default action of this signal ends a process like kill -9: no handler, no tidying up.
            signal.setitimer(signal.ITIMER_REAL, delay)
            while True:
                number += 1
                replace_file(path, numbered(number))
                os.write(writer, f"{number} ".encode())
        os.close(writer)
        os.waitpid(child, 0)
        with os.fdopen(reader) as acknowledged:
            last = int((acknowledged.read().split() or ["0"])[-1])
        held = path.read_bytes()
        whole = held in (numbered(last), numbered(last + 1))
        found.append({"acknowledged": last, "whole": whole, "swept": swept})
    return found


if __name__ == "__main__":
    at = Path(sys.argv[2])
    print(json.dumps(killed_at_calls(at) if sys.argv[1] == "calls" else killed_at_moments(at, int(sys.argv[3]))))
