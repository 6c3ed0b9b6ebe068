"""Where the trials work: a folder of its own, whole processes and what they cost, and rounds that alternate."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from bench.bars import CannotMeasureError, Clock, Sample

CHECKOUT = Path(__file__).resolve().parents[2]
"""The checkout that is measured."""


class Cost(NamedTuple):
    """Seconds: CPU time (user and system) and time on the wall."""

    cpu: float
    wall: float

    def over(self, floor: Cost, clock: Clock) -> Sample:
        """The ratio of this cost to another's, by the clock that decides and by the other one."""
        cpu, wall = self.cpu / floor.cpu, self.wall / floor.wall
        return Sample(wall, cpu) if clock == "wall" else Sample(cpu, wall)


class Workshop:
    """A folder for samples and outputs, and the environment that all processes run in.

    Compiled modules are kept in the folder, for both sides alike: an environment that forbids writing them would
    have each process compile the sources of the checkout, and no others, again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._log = folder / "log.txt"
        home = folder / "home"
        home.mkdir()
        theirs = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "XDG_", "QT_"))}
        ours = {
            "HOME": str(home),
            "PYTHONPATH": str(CHECKOUT),
            "PYTHONPYCACHEPREFIX": str(folder / "pycache"),
            "QT_QPA_PLATFORM": "offscreen",
            "QT_ACCESSIBILITY": "0",
        }
        self._environment = theirs | ours

    def run(self, *command: str | Path) -> Cost:
        """Run a program to its end; RuntimeError with what it said if it fails.

        The cost is the system's own account of the finished process and of those that it waited for. Threads count
        in full, so a program that uses both cores for a second costs two seconds of CPU time.
        """
        if not hasattr(os, "wait4"):
            raise CannotMeasureError("this system does not account for a finished process (os.wait4)")
        words = [os.fspath(word) for word in command]
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        said = [(os.POSIX_SPAWN_OPEN, 1, self._log, flags, 0o600), (os.POSIX_SPAWN_DUP2, 1, 2)]
        start = time.perf_counter()
        process = os.posix_spawn(words[0], words, self._environment, file_actions=said)
        _, status, usage = os.wait4(process, 0)
        wall = time.perf_counter() - start
        if status:
            raise RuntimeError(f"{' '.join(words)} failed:\n{self._log.read_text('utf-8', 'replace')}")
        return Cost(usage.ru_utime + usage.ru_stime, wall)

    def python(self, *arguments: str | Path) -> Cost:
        """Run Python."""
        return self.run(sys.executable, *arguments)

    def briefer(self, *arguments: str | Path) -> Cost:
        """Run the program of this checkout."""
        return self.python("-m", "briefer", *arguments)

    def answer(self, script: str, *arguments: str | Path) -> tuple[Any, Cost]:
        """What one of the scripts beside this module prints on its last line, as JSON, and what the script cost."""
        cost = self.python(Path(__file__).with_name(script), *arguments)
        return json.loads(self._log.read_text("utf-8").splitlines()[-1]), cost


def cost_of(call: Callable[[], object]) -> Cost:
    """What a call in this process costs."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return Cost(time.process_time() - cpu, time.perf_counter() - wall)


def ratios(rounds: int, clock: Clock, ours: Callable[[], Cost], floor: Callable[[], Cost]) -> list[Sample]:
    """Ours over the floor, a ratio a round, after one round that only warms up.

    The two take turns in going first, so that a load that grows or falls does not favour one of them.
    """
    ours(), floor()
    samples = []
    for number in range(rounds):
        if number % 2:
            under, above = floor(), ours()
        else:
            above, under = ours(), floor()
        samples.append(above.over(under, clock))
    return samples
