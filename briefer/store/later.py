"""What need not be done at once: one thread that does job after job, so that nobody waits for a disk."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Later:
    """Does jobs in their order, one at a time; a job that still waits goes when a later one of its name comes.

    The thread ends when there is nothing left to do. A job says itself what went wrong: one that raises is a fault.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._jobs: dict[str, Callable[[], object]] = {}
        self._thread: threading.Thread | None = None

    def do(self, name: str, job: Callable[[], object]) -> None:
        """Do this job when those before it are done, in place of one of the same name that waits."""
        with self._changed:
            self._jobs.pop(name, None)
            self._jobs[name] = job
            if self._thread is None:
                self._begin()

    def finish(self, seconds: float) -> bool:
        """Wait until all is done, but no longer than this; whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: self._thread is None, seconds)

    def _begin(self) -> None:
        self._thread = threading.Thread(target=self._run, name="later", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while (job := self._next()) is not None:
            is_done = False
            try:
                job()
                is_done = True
            finally:  # a fault ends this thread, and is told by it; another one does the rest
                if not is_done:
                    self._hand_over()

    def _hand_over(self) -> None:
        with self._changed:
            self._rest()
            if self._jobs:
                self._begin()

    def _next(self) -> Callable[[], object] | None:
        with self._changed:
            if self._jobs:
                return self._jobs.pop(next(iter(self._jobs)))
            self._rest()
            return None

    def _rest(self) -> None:
        self._thread = None
        self._changed.notify_all()
