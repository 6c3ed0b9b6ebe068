"""Many inputs: one after the other, or shared among processes where that pays."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from briefer.cli.patience import patience
from briefer.cli.run import complain
from briefer.errors import BrieferError, InputOutputError

_FORKS = sys.platform == "linux"  # elsewhere, system libraries do not survive it

_MANY_AFRESH = 100
MANY = 24 if _FORKS else _MANY_AFRESH
"""Inputs from which several processes finish sooner than one. A process that is not forked imports all anew first."""
_MOST_PROCESSES = 8
_AT_ONCE = 4
"""Inputs that a process is handed together: so few that a terminal sees it go on, and none is alone at the end."""

_Result = TypeVar("_Result")


class _Outcome(NamedTuple):
    """What came of one input: its result, or the exit code and the words of its failure."""

    result: Any = None
    exit_code: int = 0
    message: str = ""


_Outcomes: TypeAlias = Generator[_Outcome, None, None]


def each(
    inputs: Sequence[Path],
    one: Callable[[Path], _Result],
    done: Callable[[_Result], object] | None = None,
    *,
    summary: str = "",
    forks: bool = True,
) -> int:
    """Do ``one`` for each input and hand its result to ``done``; the first failure's exit code after all, else 0.

    Failures are told one a line, in the order of the inputs. From ``MANY`` inputs on, several processes share
    them: ``one`` and its results must be picklable. A terminal then shows how far it is. ``summary`` says what was
    done with several inputs ("198 written, 2 failed"). Without ``forks`` each process starts afresh.
    """
    first = failed = 0
    forks = forks and _FORKS
    workers = min(_cores(), _MOST_PROCESSES) if len(inputs) >= (MANY if forks else _MANY_AFRESH) else 1
    outcomes = _shared(inputs, one, workers, forks=forks) if workers > 1 else _in_turn(inputs, one)
    with closing(outcomes), _progress(outcomes, len(inputs)) as shown:
        for outcome in shown:
            if outcome.exit_code:
                complain(outcome.message)
                failed += 1
                first = first or outcome.exit_code
            elif done is not None:
                done(outcome.result)
    if summary and len(inputs) > 1:
        complain(f"{len(inputs) - failed} {summary}" + (f", {failed} failed" if failed else ""))
    return first


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _outcome(path: Path, one: Callable[[Path], Any]) -> _Outcome:
    try:
        with patience():
            return _Outcome(one(path))
    except BrieferError as error:
        return _Outcome(None, error.exit_code, str(error.at(path)))


def _in_turn(inputs: Iterable[Path], one: Callable[[Path], Any]) -> _Outcomes:
    for path in inputs:
        yield _outcome(path, one)


def _shared(inputs: Sequence[Path], one: Callable[[Path], Any], workers: int, *, forks: bool) -> _Outcomes:
    """Outcomes in the order of the inputs, from processes that live until all are done.

    The first is done here: what is imported for it, a forked process has already.
    """
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    yield _outcome(inputs[0], one)
    pool = ProcessPoolExecutor(workers, get_context("fork" if forks else "spawn"), _prepare, (one,))
    try:
        with _interruptions_ignored():  # and the processes started here inherit that: only this one is told of Ctrl-C
            outcomes = pool.map(_do, inputs[1:], chunksize=_AT_ONCE)
        yield from outcomes
    except BrokenProcessPool as error:
        message = "the system ended a process that was at work, perhaps for want of memory"
        raise InputOutputError(message, "name fewer files at once") from error
    finally:
        pool.shutdown(cancel_futures=True)


_one: Callable[[Path], Any]
"""In a process of the pool: what it does with each input."""


def _prepare(one: Callable[[Path], Any]) -> None:
    global _one
    _one = one
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows inherits no such thing


def _do(path: Path) -> _Outcome:
    return _outcome(path, _one)


@contextmanager
def _interruptions_ignored() -> Iterator[None]:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _progress(outcomes: Iterable[_Outcome], total: int) -> Iterator[Iterable[_Outcome]]:
    """The outcomes, counted on stderr as they come, if that is a terminal and there are many."""
    if total < MANY or not (sys.stderr and sys.stderr.isatty()):
        yield outcomes
        return
    from rich.console import Console
    from rich.progress import Progress

    # What is printed on stdout is for programs: it must not be drawn above the bar, on stderr.
    with Progress(console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield progress.track(outcomes, total, description="briefer")
