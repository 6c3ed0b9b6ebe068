"""A function runs beside this process, within its limits, and nothing that goes wrong there reaches this one."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path

import pytest
import worker_tasks

from briefer.errors import DataError
from briefer.waiting import seconds_waited
from briefer.worker import Worker


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def test_what_a_function_gives_comes_back_from_one_warm_process(worker: Worker) -> None:
    first, second = (worker.submit(worker_tasks.number).result(20) for _ in range(2))
    assert first == second != os.getpid()


def test_a_function_that_takes_too_long_is_stopped_and_the_next_one_runs(worker: Worker) -> None:
    late, after = worker.submit(worker_tasks.stuck, seconds=0.3), worker.submit(worker_tasks.slow, 0)
    with pytest.raises(DataError, match=r"took more than 0\.3 seconds"):
        late.result(20)
    assert after.result(20) == "done"


def test_what_other_programs_keep_from_running_is_waited_for(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    worker.submit(worker_tasks.number).result(20)
    waited = iter((10.0, 10.9))  # so far, in seconds: 0.9 of them since it was begun
    monkeypatch.setattr("briefer.worker.seconds_waited", lambda _: next(waited))
    assert worker.submit(worker_tasks.slow, 0.5, seconds=0.3).result(20) == "done"


def test_nothing_is_waited_for_without_end(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    worker.submit(worker_tasks.number).result(20)
    monkeypatch.setattr("briefer.worker.seconds_waited", lambda _: 10 * time.monotonic())
    with pytest.raises(DataError, match=r"took more than 0\.1 seconds"):
        worker.submit(worker_tasks.stuck, seconds=0.1).result(20)


@pytest.mark.skipif(sys.platform != "linux", reason="its system alone tells it")
def test_how_long_a_process_waits_for_a_processor_is_known() -> None:
    assert 0 < seconds_waited(os.getpid()) < time.monotonic()
    assert seconds_waited(2**30) == 0


def test_what_nobody_waits_for_comes_after_what_somebody_does(worker: Worker) -> None:
    ended: list[str] = []
    running = worker.submit(worker_tasks.slow, 0.2)
    jobs = {
        name: worker.submit(worker_tasks.number, waited_for=name.startswith("asked"))
        for name in ("unasked 1", "asked 1", "unasked 2", "asked 2")
    }
    for name, job in jobs.items():
        job.add_done_callback(lambda _, name=name: ended.append(name))
    for job in (running, *jobs.values()):
        job.result(20)
    assert ended == ["asked 1", "asked 2", "unasked 1", "unasked 2"]


def test_a_cancelled_function_is_ended_and_the_next_one_runs(worker: Worker) -> None:
    before = worker.submit(worker_tasks.number).result(20)
    running, waiting = worker.submit(worker_tasks.slow, 60, seconds=90), worker.submit(worker_tasks.slow, 60)
    after = worker.submit(worker_tasks.number)
    assert waiting.cancel()
    assert running.cancel()
    with pytest.raises(CancelledError):
        running.result(20)
    assert after.result(20) != before
    assert not after.cancel()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory there")
def test_a_function_that_wants_too_much_memory_is_refused(worker: Worker) -> None:
    with pytest.raises(DataError, match="more memory"):
        worker.submit(worker_tasks.greedy).result(20)


def test_a_process_that_dies_fails_its_function_alone(worker: Worker) -> None:
    dying, after = worker.submit(worker_tasks.dying), worker.submit(worker_tasks.slow, 0)
    with pytest.raises(DataError, match="stopped the process"):
        dying.result(20)
    assert after.result(20) == "done"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_process_that_is_killed_amid_its_work_is_replaced_and_the_work_done(worker: Worker, tmp_path: Path) -> None:
    job = worker.submit(worker_tasks.numbered, tmp_path, 1)
    while not (files := list(tmp_path.iterdir())):
        time.sleep(0.01)
    killed = int(files[0].name)
    os.kill(killed, signal.SIGKILL)
    assert job.result(20) != killed


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_one_that_is_killed_twice_is_told_of_in_a_sentence(worker: Worker, tmp_path: Path) -> None:
    job = worker.submit(worker_tasks.numbered, tmp_path, 30, seconds=40)
    for count in (1, 2):
        while len(files := sorted(tmp_path.iterdir(), key=lambda file: file.stat().st_mtime_ns)) < count:
            time.sleep(0.01)
        os.kill(int(files[-1].name), signal.SIGKILL)
    with pytest.raises(DataError, match="stopped the process"):
        job.result(20)
    assert worker.submit(worker_tasks.slow, 0).result(20) == "done"


def test_a_function_that_takes_memory_bit_by_bit_is_refused(worker: Worker) -> None:
    with pytest.raises(DataError, match="more memory"):
        worker.submit(worker_tasks.hoarding).result(20)


def test_a_process_that_died_while_idle_is_replaced_unseen(worker: Worker) -> None:
    os.kill(worker.submit(worker_tasks.number).result(20), signal.SIGTERM)
    time.sleep(0.1)
    assert worker.submit(worker_tasks.slow, 0).result(20) == "done"


def test_an_error_comes_back_with_all_that_it_says(worker: Worker) -> None:
    with pytest.raises(DataError) as caught:
        worker.submit(worker_tasks.failing).result(20)
    assert str(caught.value) == "a.txt: it is damaged; take another one"


def test_what_is_nested_without_end_is_refused_as_what_it_is(worker: Worker) -> None:
    with pytest.raises(DataError, match="nested too deeply"):
        worker.submit(worker_tasks.nested).result(20)


@pytest.mark.skipif(sys.platform == "win32", reason="a folder that somebody stands in stays there")
def test_a_program_whose_folder_is_gone_has_a_process_all_the_same(tmp_path: Path) -> None:
    done = _program(
        f"import os, sys, worker_tasks\nfrom briefer.worker import Worker\nsys.path.insert(0, os.getcwd())\n"
        f"os.chdir({str(tmp_path)!r})\nos.rmdir({str(tmp_path)!r})\nworker = Worker()\n"
        "assert worker.submit(worker_tasks.slow, 0).result(20) == 'done'\nworker.close()\n"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_process_has_no_screen_no_terminal_and_no_qt(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    worker = Worker()
    screens, modules = worker.submit(worker_tasks.noisy).result(20)
    worker.close()
    assert screens == []
    assert "PySide6" not in modules
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
@pytest.mark.parametrize("task", ["slow, 60", "number"])
def test_the_process_ends_with_a_parent_that_is_killed(tmp_path: Path, task: str) -> None:
    program = (
        "import time, worker_tasks\nfrom briefer.worker import Worker\nworker = Worker()\n"
        f"print(worker.submit(worker_tasks.number).result(), flush=True)\nworker.submit(worker_tasks.{task})\n"
        "time.sleep(60)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent
    )
    assert parent.stdout is not None
    number = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    until = time.monotonic() + 10
    while Path(f"/proc/{number}").exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path(f"/proc/{number}").exists()


def test_a_process_that_dies_before_it_has_begun_is_replaced_unseen() -> None:
    worker = Worker()
    worker.start()
    assert worker._pool is not None
    next(iter(worker._pool._processes.values())).kill()
    with suppress(BrokenProcessPool):
        worker._process.result(20)
    assert worker.submit(worker_tasks.slow, 0).result(20) == "done"
    worker.close()


def test_a_process_that_never_starts_fails_each_function_without_blame(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker()
    monkeypatch.setattr("briefer.worker._begin", worker_tasks.dying_at_birth)
    for job in [worker.submit(worker_tasks.slow, 0) for _ in range(3)]:
        with pytest.raises(DataError, match=r"ends before it has begun.*start Briefer again"):
            job.result(30)
    worker.close()


def test_a_system_that_gives_no_process_is_told_of_and_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    worker = Worker()
    with monkeypatch.context() as patch:
        patch.setattr(ProcessPoolExecutor, "_spawn_process", refuse)
        worker.start()
        with pytest.raises(DataError, match=r"no process can be started.*temporarily unavailable"):
            worker.submit(worker_tasks.slow, 0).result(20)
    assert worker.submit(worker_tasks.slow, 0).result(20) == "done"
    worker.close()


@pytest.mark.parametrize("task", ["", "slow, 0.2", "slow, 0"])
def test_a_program_that_ends_without_closing_it_says_nothing(task: str) -> None:
    work = f"jobs = [worker.submit(worker_tasks.{task}) for _ in range(3)]" if task else "worker.start()"
    done = _program(f"import worker_tasks\nfrom briefer.worker import Worker\nworker = Worker()\n{work}\n")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such signal")
def test_a_program_that_is_killed_leaves_no_words_on_the_terminal() -> None:
    done = _program(
        "import os, signal, worker_tasks\nfrom briefer.worker import Worker\nworker = Worker()\n"
        "worker.submit(worker_tasks.number).result()\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert (done.returncode, done.stderr) == (-signal.SIGKILL, "")


def _program(text: str) -> subprocess.CompletedProcess[str]:
    """What becomes of a program, when all that has its terminal is gone."""
    run = [sys.executable, "-c", text]
    return subprocess.run(run, capture_output=True, text=True, timeout=60, cwd=Path(__file__).parent, check=False)
