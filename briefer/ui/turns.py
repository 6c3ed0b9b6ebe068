"""Turns of the event loop: in one turn one thing takes long, so that the next key never waits for two.

Painting comes first. Whoever does the rest of some work by and by asks whether the turn is free, and if it is not
waits for the next.
"""

from __future__ import annotations

import functools
from time import perf_counter

from PySide6.QtCore import QAbstractEventDispatcher

_LONG = 0.1
"""Seconds after which another turn has begun, even if nobody was told."""

_turn, _began = 0, 0.0
_last: tuple[int, int, float] = (0, 0, 0.0)
"""Who worked last, in which turn, and when that ended."""


def is_free(worker: object) -> bool:
    """Whether nobody else has worked in this very turn."""
    who, turn, ended = _last
    return who == id(worker) or turn != _turn or perf_counter() - ended > _LONG


def lasts() -> float:
    """Seconds that this turn has taken until now."""
    return perf_counter() - _began


def worked(worker: object) -> None:
    """Say that somebody has worked until now."""
    global _last
    _count_turns()
    _last = id(worker), _turn, perf_counter()


@functools.cache
def _count_turns() -> None:
    dispatcher = QAbstractEventDispatcher.instance()
    if dispatcher is not None:
        dispatcher.awake.connect(_begin)


def _begin() -> None:
    global _turn, _began
    _turn, _began = _turn + 1, perf_counter()
