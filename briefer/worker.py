"""Worker: runs functions of the core in one warm process beside this one, within limits of time and memory.

Python's own process pool does the work; what it cannot do is added here: a function that takes too long, or that
nobody wants any more, is ended with its process, and another process takes over. The process has no screen and no
terminal, and ends with this one. What crosses are bytes, strings and msgspec structs.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any, Generic, TypeVar

from briefer.errors import DataError
from briefer.limits import limit_memory
from briefer.waiting import seconds_waited

T = TypeVar("T")

MEMORY = 700_000_000
"""Bytes that the process may take, as its system counts them."""
SECONDS = 10.0
"""For which a function may run unless its caller says otherwise."""
_PATIENCE = 3.0
"""So many times its seconds a function may take while other programs keep the processors from it."""
_A_MOMENT = 0.01
_SLACK = 5
"""Seconds after which a process that nobody has ended ends itself."""
_UNTOLD = "ignore:resource_tracker:UserWarning"
"""Python's own helper inherits it: once this process was killed it clears up, and need not say so on the terminal."""
_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "WAYLAND_SOCKET")


class Job(Future[T], Generic[T]):
    """What a function will have given. To cancel it ends it, even if it runs already."""

    def __init__(
        self, worker: Worker, seconds: float, call: tuple[Callable[..., T], tuple[Any, ...]], waited_for: bool
    ) -> None:
        super().__init__()
        self._worker = worker
        self.seconds, self.call, self.waited_for = seconds, call, waited_for
        self.begun, self.begun_anew = 0.0, False
        self.waited_before = 0.0

    def may_begin_anew(self) -> bool:
        """Whether a job whose process died has a second try; it gets the time that is left."""
        first, self.begun_anew = not self.begun_anew, True
        self.seconds -= time.monotonic() - self.begun
        return first and self.seconds > 0

    def cancel(self) -> bool:
        """Drop the job; whether it was still to be done."""
        return self._worker.drop(self)

    def forget(self) -> bool:
        """Mark it as cancelled, for those who wait for it."""
        return super().cancel()


class Worker:
    """Runs one function at a time, those that are waited for first, else in the order in which they came. The first
    one starts the process, or ``start``.

    Futures end with what the function gave or raised, or with DataError if it took too long, asked for too much
    memory or brought its process down twice: a process that ends amid its work is replaced, and the work begun anew
    in what is left of its time, for it may be the system that ended it. Their callbacks run in a thread of the
    pool's, or in that which cancels.
    """

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._lock = threading.RLock()
        self._waiting: deque[Job[Any]] = deque()
        self._job: Job[Any] | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._process: Future[int] | None = None
        self._ended: list[ProcessPoolExecutor] = []
        self._clock: threading.Timer | None = None

    def start(self) -> None:
        """Start the process, if there is none, without waiting; if that fails, whoever submits a job is told."""
        with contextlib.suppress(OSError, RuntimeError):
            self._start()

    def _start(self) -> None:
        with self._lock:
            if self._pool is not None:
                return
            if _UNTOLD not in sys.warnoptions:
                sys.warnoptions.append(_UNTOLD)
            _stand_somewhere()
            pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), _begin, (self._memory,))
            process = pool.submit(os.getpid)
            self._pool, self._process = pool, process
        process.add_done_callback(lambda _: self._next())

    def submit(
        self, function: Callable[..., T], *args: Any, seconds: float = SECONDS, waited_for: bool = True
    ) -> Job[T]:
        """Run a function that can be imported by name; it may take so many seconds once it runs, not counting those
        for which it waits for a processor.

        What nobody waits for is begun when nothing else is left that somebody does.
        """
        job = Job(self, seconds, (function, args), waited_for)
        with self._lock:
            before = sum(each.waited_for for each in self._waiting) if waited_for else len(self._waiting)
            self._waiting.insert(before, job)
        self._next()
        return job

    def drop(self, job: Job[Any]) -> bool:
        """End a job, or do not begin with it; whether it was still to be done."""
        with self._lock:
            if job in self._waiting:
                self._waiting.remove(job)
            elif job is self._job:
                self._end_process()
            else:
                return False
        job.forget()
        self._next()
        return True

    def close(self) -> None:
        """End the process and drop all jobs. What Python keeps for the process is gone when this returns."""
        with self._lock:
            dropped = [job for job in (self._job, *self._waiting) if job is not None]
            self._waiting.clear()
            self._end_process()
            ended, self._ended = self._ended, []
        for job in dropped:
            job.forget()
        for pool in ended:  # a program that ended while they were being closed would trip over them
            pool.shutdown()

    def _next(self) -> None:
        """Hand the next job over, if the process is there and has nothing to do."""
        with self._lock:
            if self._job is not None or not self._waiting:
                return
            job = self._waiting[0]
            try:
                done = self._handed_over(job)
            except (OSError, RuntimeError) as error:
                self._forget_process()
                done, failed = None, _no_process(error)
            else:
                if done is None:
                    return
                self._job = job
                job.begun, job.waited_before = time.monotonic(), self._waited()
                self._look_again(job, job.seconds)
            self._waiting.popleft()
        if done is None:
            job.set_exception(failed)
            self._next()
        else:
            done.add_done_callback(lambda done: self._finish(job, done))

    def _handed_over(self, job: Job[Any]) -> Future[Any] | None:
        """What the process will have made of a job; None while there is no process that could take it."""
        self._start()
        # A process that broke at once has come here on its own already.
        if self._pool is None or self._process is None or not self._process.done() or job not in self._waiting:
            return None
        try:
            function, args = job.call
            return self._pool.submit(_run, job.seconds, function, args)
        except BrokenProcessPool:  # it died while it had nothing to do
            if job.begun_anew:
                raise
        job.begun_anew = True
        self._forget_process()
        return self._handed_over(job)

    def _look_again(self, job: Job[Any], seconds: float) -> None:
        """See after so many seconds whether a job has had its time."""
        self._clock = threading.Timer(seconds, self._too_long, (job,))
        self._clock.daemon = True
        self._clock.start()

    def _waited(self) -> float:
        """Seconds for which the process has waited for a processor so far."""
        told = self._process is not None and self._process.done() and self._process.exception() is None
        return seconds_waited(self._process.result()) if self._process is not None and told else 0.0

    def _too_long(self, job: Job[Any]) -> None:
        said = f"it took more than {job.seconds:g} seconds and was stopped"
        with self._lock:
            if self._job is not job:
                return
            own = min(job.seconds + self._waited() - job.waited_before, job.seconds * _PATIENCE)
            if (left := job.begun + own - time.monotonic()) > _A_MOMENT:
                self._look_again(job, left)
                return
            self._end_process()
            self.start()
        job.set_exception(DataError(said, "try with less of it at a time"))
        self._next()

    def _finish(self, job: Job[Any], done: Future[Any]) -> None:
        """Take a job's result, or say why there is none, and go on with the next."""
        error = done.exception()
        with self._lock:
            if self._job is not job:
                return
            self._idle()
            if isinstance(error, BrokenProcessPool):
                self._forget_process()
                self.start()
            anew = isinstance(error, BrokenProcessPool) and job.may_begin_anew()
            if anew:
                self._waiting.appendleft(job)
        if anew:
            pass
        elif error is None:
            job.set_result(done.result())
        else:
            job.set_exception(_told(error))
        self._next()

    def _idle(self) -> None:
        self._job = None
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _end_process(self) -> None:
        """End the process at once, whatever it does; who needs one starts another."""
        self._idle()
        if self._process is not None:
            self._process.add_done_callback(_kill)  # at once if it has told its number, else as soon as it does
        self._forget_process()

    def _forget_process(self) -> None:
        if self._pool is not None:
            self._ended.append(self._pool)
        self._pool = self._process = None


def _stand_somewhere() -> None:
    """Where this process was started there may be no folder any more; a new process begins where this one stands."""
    try:
        Path.cwd()
    except OSError:
        os.chdir(Path.home())


def _told(error: BaseException) -> BaseException:
    """Why there is no result, in words that a person can act on."""
    if isinstance(error, MemoryError):
        return DataError("it needs more memory than there is for it", "try with less of it at a time")
    if isinstance(error, RecursionError):
        return DataError("it is nested too deeply", "try with a simpler one")
    if isinstance(error, BrokenProcessPool):
        return DataError("it stopped the process that worked on it", "try with less of it at a time")
    return error


def _no_process(error: OSError | RuntimeError) -> BaseException:
    """Why a job was never begun: the system gives no process, or the program is ending and nobody waits any more."""
    if isinstance(error, BrokenProcessPool):
        hint = "close other programs and start Briefer again; if it stays so, install Briefer anew"
        return DataError("the process that would work on it ends before it has begun", hint)
    reason = (isinstance(error, OSError) and error.strerror) or str(error)
    return DataError(f"no process can be started for it ({reason.lower()})", "close other programs and try again")


def _kill(process: Future[int]) -> None:
    """End a process that has told its number; one that is gone already is fine."""
    if process.exception() is None:
        with contextlib.suppress(OSError):
            os.kill(process.result(), getattr(signal, "SIGKILL", signal.SIGTERM))


# What follows runs in the process.


def _begin(memory: int) -> None:
    """Make the process one of its own: no screen, no terminal, so much memory, no life without its parent."""
    for name in _SCREEN:
        os.environ.pop(name, None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl+C on the terminal is the window's
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    limit_memory(memory)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(0)


def _run(seconds: float, function: Callable[..., T], args: tuple[Any, ...]) -> T:
    """Call the function. The alarm ends a process whose parent is gone while nothing but the function can run."""
    if sys.platform == "win32":
        return function(*args)
    signal.alarm(int(seconds * _PATIENCE) + _SLACK)
    try:
        return function(*args)
    finally:
        signal.alarm(0)
