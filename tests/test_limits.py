"""Each system bounds memory in the way it has; those that are not this one are tested by what they would be told."""

from __future__ import annotations

import struct
import sys
import threading

import pytest

from briefer import limits


@pytest.mark.parametrize(
    ("platform", "way"),
    [
        ("linux", limits._bound_addresses),
        ("freebsd14", limits._bound_addresses),
        ("darwin", limits._watch),
        ("win32", limits._join_a_job),
    ],
)
def test_each_system_has_its_way(platform: str, way: object) -> None:
    assert limits.limit_for(platform) is way


def test_the_watched_thread_gets_memory_error_and_a_process_that_goes_on_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "LOOK", 0.01)
    taken, ended, caught = [10], threading.Event(), threading.Event()
    codes: list[int] = []

    def work() -> None:
        watcher = threading.Thread(
            target=limits.stop_when_over,
            args=(100, lambda: taken[0], threading.get_ident(), lambda code: (codes.append(code), ended.set())),
        )
        watcher.start()
        try:
            while not ended.is_set():
                taken[0] += 1
        except MemoryError:
            caught.set()
        watcher.join()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join(20)
    assert caught.is_set()
    assert codes == [limits.OUT_OF_MEMORY]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no getrusage")
def test_memory_is_counted_in_bytes() -> None:
    assert 5_000_000 < limits.resident() < 50_000_000_000


@pytest.mark.skipif(sys.maxsize < 2**32, reason="its sizes are those of 64 bits")
def test_windows_is_told_of_the_memory_of_a_process_and_of_nothing_else() -> None:
    told = limits.job_limits(700_000_000)
    assert len(told) == 144  # sizeof(JOBOBJECT_EXTENDED_LIMIT_INFORMATION) on 64 bits
    assert struct.unpack_from("<I", told, 16) == (0x100,)  # LimitFlags: JOB_OBJECT_LIMIT_PROCESS_MEMORY
    assert struct.unpack_from("<Q", told, 112) == (700_000_000,)  # ProcessMemoryLimit
    assert sum(told) == 0x01 + sum(struct.pack("<Q", 700_000_000))
