"""What is measured: bars, the trials that measure them, and the statistics that both share."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from bench.workshop import Workshop

Clock: TypeAlias = Literal["CPU", "wall", "memory"]


class CannotMeasureError(Exception):
    """A trial cannot be made here; the text says why."""


class Bar(NamedTuple):
    """Something that may cost so much: ``at_most`` is a ratio (unit ``×``) or milliseconds (``ms``).

    ``clock`` is what decides: ``CPU`` (user and system time) where the wall clock is mostly the noise of other
    processes, ``wall`` where the time is spent waiting for a disk, ``memory`` for the peak of the resident set.
    """

    name: str
    what: str
    at_most: float
    unit: Literal["×", "ms"]
    clock: Clock


class Sample(NamedTuple):
    """One round of one bar: what decides, and the same by the other clock where that was measured too."""

    judged: float
    other: float | None = None


Samples: TypeAlias = Mapping[str, Sequence[Sample]]
"""From the name of a bar to its rounds."""


class Trial(NamedTuple):
    """Measures some bars together, in so many rounds unless the user asks for another number.

    ``measure`` raises CannotMeasureError where this machine lacks something.
    """

    bars: tuple[Bar, ...]
    rounds: int
    measure: Callable[[Workshop, int], Samples]


class Result(NamedTuple):
    """The median of a bar's rounds, their middle half, and the median by the other clock."""

    bar: Bar
    median: float
    low: float
    high: float
    other: float | None

    @property
    def is_over(self) -> bool:
        """Whether the bar is missed."""
        return self.median > self.bar.at_most


def result(bar: Bar, samples: Sequence[Sample]) -> Result:
    """What a bar's rounds come to."""
    judged = [sample.judged for sample in samples]
    low, _, high = statistics.quantiles(judged, n=4, method="inclusive") if len(judged) > 1 else judged * 3
    others = [sample.other for sample in samples if sample.other is not None]
    return Result(bar, statistics.median(judged), low, high, statistics.median(others) if others else None)


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that at least ``percent`` of a hundred values do not exceed."""
    return sorted(values)[-(-len(values) * percent // 100) - 1]
