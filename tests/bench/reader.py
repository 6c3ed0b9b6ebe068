"""The source's text under the fingers: keys, scrolling, and highlights that change."""

from __future__ import annotations

import importlib.util
import statistics
from collections.abc import Mapping, Sequence

from bench.bars import Bar, CannotMeasureError, Sample, Samples, Trial, percentile
from bench.workshop import Workshop

_KEY = Bar("key", "key in a 100 kB source with 500 highlights / in the same bare widget, p50", 1.5, "×", "CPU")
_WORST_KEY = Bar("key-p99", "key there, those that scroll included, p99", 8, "ms", "CPU")
_SUGGESTED = Bar("key-suggested", "key there among 60 suggestions / key without them, p50", 1.3, "×", "CPU")
_WORST_SUGGESTED = Bar(
    "key-suggested-p99", "key there among 60 suggestions, those that scroll included, p99", 8, "ms", "CPU"
)
_LARGE = {
    step: Bar(f"large-{step}", f"{what} in a 1 MB source with 2,000 highlights, p99", 16, "ms", "CPU")
    for step, what in (("key", "key"), ("scroll", "scroll step"), ("refresh", "refresh of the highlights"))
}
Times = Mapping[str, Sequence[float]]
"""Milliseconds of CPU time by what was done."""


def _usual(workshop: Workshop, rounds: int) -> Samples:
    """The ratio is that of keys that move the caret in view; in a text that is only read, no other key is usual."""
    ratios, worst, suggested, worst_suggested = [], [], [], []
    for times in _driven(workshop, "usual", rounds):
        ratios.append(Sample(statistics.median(times["key"]) / statistics.median(times["bare key"])))
        worst.append(Sample(percentile([*times["key"], *times["scrolling key"]], 99)))
        suggested.append(Sample(statistics.median(times["suggested key"]) / statistics.median(times["key"])))
        there = [*times["suggested key"], *times["suggested scrolling key"]]
        worst_suggested.append(Sample(percentile(there, 99)))
    return {
        _KEY.name: ratios,
        _WORST_KEY.name: worst,
        _SUGGESTED.name: suggested,
        _WORST_SUGGESTED.name: worst_suggested,
    }


def _large(workshop: Workshop, rounds: int) -> Samples:
    driven = _driven(workshop, "large", rounds)
    return {bar.name: [Sample(percentile(times[step], 99)) for times in driven] for step, bar in _LARGE.items()}


def _driven(workshop: Workshop, which: str, rounds: int) -> list[Times]:
    """What each of so many processes measured."""
    if importlib.util.find_spec("PySide6") is None:
        raise CannotMeasureError("PySide6 is not installed")
    return [workshop.answer("drive_reader.py", which)[0] for _ in range(rounds)]


TRIALS = (
    Trial((_KEY, _WORST_KEY, _SUGGESTED, _WORST_SUGGESTED), 5, _usual),
    Trial(tuple(_LARGE.values()), 3, _large),
)
