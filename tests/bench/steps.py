"""The longest step of the window's thread while somebody works on a large brief."""

from __future__ import annotations

import importlib.util

from bench.bars import Bar, CannotMeasureError, Sample, Samples, Trial
from bench.workshop import Workshop

_BARS = {
    which: Bar(f"steps-{which}", f"longest step of the window's thread, {what}", 50, "ms", "CPU")
    for which, what in (
        ("article", "an article of 1 MB with 500 notes"),
        ("entries", "500 notes"),
        ("memo", "a memo of 100 pages"),
    )
}


def _trial(which: str) -> Trial:
    """``drive_steps.py`` says which step it was when it is run by itself."""

    def measure(workshop: Workshop, rounds: int) -> Samples:
        if importlib.util.find_spec("PySide6") is None:
            raise CannotMeasureError("PySide6 is not installed")
        driven = [workshop.answer("drive_steps.py", which)[0] for _ in range(rounds)]
        return {_BARS[which].name: [Sample(max(longest.values())) for longest in driven]}

    return Trial((_BARS[which],), 3, measure)


TRIALS = tuple(_trial(which) for which in _BARS)
