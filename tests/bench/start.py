"""The start: what ``--help`` costs, and how long it is until the window can be used."""

from __future__ import annotations

import importlib.util
import sys

from bench.bars import Bar, CannotMeasureError, Sample, Samples, Trial
from bench.workshop import Cost, Workshop, ratios

_HELP = Bar("help", "briefer --help / python -c pass", 5, "×", "CPU")
_READY = Bar("window", "window ready / bare PySide6 window", 2.0, "×", "CPU")
_MEMORY = Bar("memory", "peak memory with the window ready / bare PySide6 window", 1.5, "×", "memory")


def _help(workshop: Workshop, rounds: int) -> Samples:
    def ours() -> Cost:
        return workshop.briefer("--help")

    return {_HELP.name: ratios(rounds, _HELP.clock, ours, lambda: workshop.python("-c", "pass"))}


def _window(workshop: Workshop, rounds: int) -> Samples:
    """Ready is the first moment at which the window is painted and has nothing left to do; the process ends there."""
    if importlib.util.find_spec("PySide6") is None:
        raise CannotMeasureError("PySide6 is not installed")
    if sys.platform != "linux":
        raise CannotMeasureError("the peak of a running process's memory is read as Linux tells it")
    peaks: dict[str, list[float]] = {"briefer": [], "bare": []}

    def until_ready(which: str) -> Cost:
        peak, cost = workshop.answer("drive_window.py", which)
        peaks[which].append(peak)
        return cost

    ready = ratios(rounds, _READY.clock, lambda: until_ready("briefer"), lambda: until_ready("bare"))
    memory = [Sample(ours / floor) for ours, floor in zip(peaks["briefer"], peaks["bare"], strict=True)]
    return {_READY.name: ready, _MEMORY.name: memory}


TRIALS = (Trial((_HELP,), 21, _help), Trial((_READY, _MEMORY), 11, _window))
