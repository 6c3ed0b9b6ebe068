"""What tests have done in the worker's process."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from briefer.errors import DataError


def number() -> int:
    return os.getpid()


def slow(seconds: float) -> str:
    time.sleep(seconds)
    return "done"


def stuck() -> None:
    """As a regular expression may be: nothing else in the process can run meanwhile."""
    sum(range(10**12))


def greedy() -> int:
    return len(bytearray(900_000_000))


def dying() -> None:
    os._exit(3)


def failing() -> None:
    raise DataError("it is damaged", "take another one", path="a.txt")


def nested(depth: int = 0) -> int:
    return nested(depth + 1) + 1


def noisy() -> tuple[list[str], set[str]]:
    print("said on a terminal")
    print("said on a terminal", file=sys.stderr)
    os.write(1, b"said on a terminal")
    screens = [name for name in ("DISPLAY", "WAYLAND_DISPLAY") if name in os.environ]
    return screens, {name.partition(".")[0] for name in sys.modules}


def dying_at_birth(_memory: int) -> None:
    os._exit(3)


def numbered(folder: Path, seconds: float) -> int:
    """Leave a file that is called as this process is, and take so long; for a process that a test kills."""
    (folder / str(os.getpid())).touch()
    time.sleep(seconds)
    return os.getpid()


def hoarding() -> int:
    """Take memory bit by bit, as a page does that is read."""
    kept: list[bytes] = []
    while True:
        kept.append(bytes(1_000_000))
