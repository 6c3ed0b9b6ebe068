"""Work on what comes from strangers, for the command line: in another process, within its limits."""

from __future__ import annotations

import atexit
import functools
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from briefer.worker import Worker

T = TypeVar("T")

SECONDS = 7.0
"""For a function: with the start of its process, well under ten."""


def apart(function: Callable[..., T], *args: Any, seconds: float | None = None) -> T:
    """What a function of the core gives; DataError if it takes too long or asks for too much memory.

    It may take ``SECONDS``, or so many as are given.

    The process is started for the first function and serves until this one ends.
    """
    return _worker(os.getpid()).submit(function, *args, seconds=SECONDS if seconds is None else seconds).result()


@functools.cache
def _worker(_: int) -> Worker:
    """The worker of a process, by its number: what was forked must not use that of its parent."""
    from briefer.worker import Worker

    worker = Worker()
    atexit.register(worker.close)
    return worker
