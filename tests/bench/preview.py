"""The preview that follows the typing, and what the window's thread does meanwhile."""

from __future__ import annotations

import importlib.util
import statistics
from collections.abc import Mapping, Sequence

from bench.bars import Bar, CannotMeasureError, Sample, Samples, Trial
from bench.workshop import Workshop

_RATIO = Bar("preview", "preview after a key in one paragraph / full rebuild, 20 pages", 0.15, "×", "CPU")
_SHORT = Bar("preview-2", "preview after a key, 2 pages", 30, "ms", "CPU")
_LONG = Bar("preview-20", "preview after a key, 20 pages", 100, "ms", "CPU")
_TYPING = Bar("typing", "longest step of the window's thread while typing, 100 pages", 50, "ms", "CPU")
_FOLLOWING = Bar("following", "longest step of it while the preview follows, 100 pages", 50, "ms", "CPU")


def _short(workshop: Workshop, rounds: int) -> Samples:
    return {_SHORT.name: [_key(times) for times in _driven(workshop, rounds, "follow", 2)]}


def _long(workshop: Workshop, rounds: int) -> Samples:
    driven = _driven(workshop, rounds, "follow", 20)
    ratios = [Sample(statistics.median(times["key"]) / statistics.median(times["rebuild"])) for times in driven]
    return {_RATIO.name: ratios, _LONG.name: [_key(times) for times in driven]}


def _typing(workshop: Workshop, rounds: int) -> Samples:
    driven = _driven(workshop, rounds, "typing", 100)
    return {
        _TYPING.name: [Sample(max(times["turn"])) for times in driven],
        _FOLLOWING.name: [Sample(max(times["preview turn"])) for times in driven],
    }


def _key(times: Mapping[str, Sequence[float]]) -> Sample:
    return Sample(statistics.median(times["key"]), statistics.median(times["key on the wall"]))


def _driven(workshop: Workshop, rounds: int, what: str, pages: int) -> list[Mapping[str, Sequence[float]]]:
    if importlib.util.find_spec("PySide6") is None:
        raise CannotMeasureError("PySide6 is not installed")
    return [workshop.answer("drive_preview.py", what, str(pages))[0] for _ in range(rounds)]


TRIALS = (Trial((_SHORT,), 5, _short), Trial((_RATIO, _LONG), 5, _long), Trial((_TYPING, _FOLLOWING), 3, _typing))
