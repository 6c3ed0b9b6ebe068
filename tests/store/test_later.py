"""Jobs that are done later: in order, one at a time, and the stale ones not at all."""

from __future__ import annotations

import threading

import pytest

from briefer.store.later import Later


def test_jobs_are_done_in_order_and_a_stale_one_is_dropped() -> None:
    later, done, gate = Later(), [], threading.Event()
    later.do("first", gate.wait)
    later.do("copy", lambda: done.append("stale"))
    later.do("other", lambda: done.append("other"))
    later.do("copy", lambda: done.append("latest"))
    assert not later.finish(0)
    gate.set()
    assert later.finish(5)
    assert done == ["other", "latest"]
    later.do("again", lambda: done.append("again"))
    assert later.finish(5)
    assert done[-1] == "again"


def test_a_fault_in_one_job_keeps_no_other_from_being_done(monkeypatch: pytest.MonkeyPatch) -> None:
    later, done, gate, faults = Later(), [], threading.Event(), []
    monkeypatch.setattr(threading, "excepthook", faults.append)

    def fall() -> None:
        gate.wait()
        raise RuntimeError("a fault")

    later.do("bad", fall)
    later.do("good", lambda: done.append("good"))
    gate.set()
    assert later.finish(5)
    assert done == ["good"]
    assert len(faults) == 1
