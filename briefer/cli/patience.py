"""How long this process works on one input: where nothing foresaw what a file would cost, it ends all the same."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

from briefer.errors import DataError

SECONDS = 8.5
"""Of this process's own work, however busy the computer is; with the start of the program, under ten."""
_AGAIN = 0.5
"""Seconds after which whoever took the error for another and went on gets it once more."""


@contextmanager
def patience(seconds: float = SECONDS) -> Iterator[None]:
    """DataError from within once so much work was done; on Windows, and off the main thread, nothing is stopped."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise DataError("it took too long and was stopped", "divide it into several smaller ones")
