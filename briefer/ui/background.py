"""Background work as a value: what is to be run in the worker, and what is done with what comes of it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal

from briefer.errors import BrieferError
from briefer.ui.busy import Busy

if TYPE_CHECKING:
    from concurrent.futures import Future

    from briefer.worker import Job, Worker


def _nothing(*_: object) -> None:
    return


class Operation(NamedTuple):
    """One function of the core to be run elsewhere; ``words`` say what it is about ("Importing budget.txt"), or are
    empty for what nobody waits for and need not see.

    ``done`` gets what it gives, ``failed`` what went wrong; ``stopped`` is called instead if a person stopped it.
    """

    words: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    done: Callable[[Any], object]
    failed: Callable[[BrieferError], object]
    seconds: float = 10
    stopped: Callable[[], object] = _nothing

    def run_here(self) -> None:
        """Run it in the window's own thread: for what takes but a moment."""
        try:
            result = self.function(*self.arguments)
        except BrieferError as error:
            self.failed(error)
        else:
            self.done(result)


class Work:
    """Operations one after the other; one that fails does not stop the others."""

    def __init__(
        self,
        operations: Sequence[Operation],
        wanted: Callable[[], bool],
        dropped: Callable[[], object],
        stopped: Callable[[], object],
    ) -> None:
        self.operations, self.wanted, self.dropped, self.stopped = list(operations), wanted, dropped, stopped
        self.at, self.number = 0, 0
        self.job: Job[Any] | None = None

    @property
    def words(self) -> str:
        """What is going on now."""
        words, count = self.operations[self.at].words, len(self.operations)
        return f"{words} ({self.at + 1} of {count})" if count > 1 else words


class Background(QObject):
    """Runs functions of the core in the worker's process, and brings what they give to the window's own thread.

    The process is started when it is first needed, or before that by ``warm``.
    """

    _arrived = Signal(object, object)

    def __init__(self, busy: Busy, parent: QObject) -> None:
        super().__init__(parent)
        self.busy = busy
        self._hiring = threading.Lock()
        self._worker: Worker | None = None
        self._going: list[Work] = []
        self._listens = False

    def warm(self) -> None:
        """Start the process, so that the first who needs it need not wait; the window's thread does not either."""
        threading.Thread(target=lambda: self._hired().start(), daemon=True).start()

    def run(
        self,
        operations: Sequence[Operation],
        *,
        wanted: Callable[[], bool] = lambda: True,
        dropped: Callable[[], object] = _nothing,
        stopped: Callable[[], object] = _nothing,
    ) -> Work:
        """Run operations. While they run the window shows what goes on, and a way to stop it.

        What comes when it is no longer ``wanted`` goes, with all that is still to be done, and ``dropped`` is called;
        after a stop ``stopped`` is called, and nothing else.
        """
        work = Work(operations, wanted, dropped, stopped)
        self._going.append(work)
        work.number = self.busy.begin(work.words, lambda: self.stop(work)) if work.words else 0
        self._submit(work)
        return work

    def ask(self, operation: Operation) -> None:
        """Run one operation, for the panes, which ask by signals."""
        self.run([operation], stopped=operation.stopped)

    def stop(self, work: Work) -> None:
        """End work at once; what it has brought so far stays."""
        if work in self._going:
            self._end(work)
            if work.job is not None:
                work.job.cancel()
            work.stopped()

    def close(self) -> None:
        """End all work and the process."""
        for work in list(self._going):
            self._end(work)
        if self._worker is not None:
            self._worker.close()

    def _hired(self) -> Worker:
        with self._hiring:
            if self._worker is None:
                from briefer.worker import Worker

                self._worker = Worker()
            return self._worker

    def _listen(self) -> None:
        if not self._listens:
            self._listens = True
            self._arrived.connect(self._take, QtCore.Qt.ConnectionType.QueuedConnection)

    def _submit(self, work: Work) -> None:
        self._listen()
        operation = work.operations[work.at]
        function, arguments = operation.function, operation.arguments
        waited_for = bool(operation.words)
        work.job = self._hired().submit(function, *arguments, seconds=operation.seconds, waited_for=waited_for)
        work.job.add_done_callback(lambda job: self._tell(work, job))

    def _tell(self, work: Work, job: Future[Any]) -> None:
        """From the worker's thread to the window's. A window that is gone wants to hear nothing."""
        with contextlib.suppress(RuntimeError):
            self._arrived.emit(work, job)

    def _take(self, work: Work, job: Future[Any]) -> None:
        if work not in self._going or job.cancelled():
            return
        if not work.wanted():
            self._end(work)
            work.dropped()
            return
        operation, error = work.operations[work.at], job.exception()
        work.at += 1
        if work.at == len(work.operations):
            self._end(work)
        else:
            self.busy.change(work.number, work.words)
            self._submit(work)
        if error is None:
            operation.done(job.result())
        elif isinstance(error, BrieferError):
            operation.failed(error)
        else:
            raise error

    def _end(self, work: Work) -> None:
        self._going.remove(work)
        self.busy.end(work.number)
