"""The clock and the ids of briefs: the same input gives the same brief."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from briefer.errors import UsageError
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.store.stamps import brief_id, now, stamped

TIME = "2026-11-22T09:30:00Z"


def test_the_clock_gives_seconds_in_utc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(UTC).replace(microsecond=0)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", now())
    assert before <= datetime.fromisoformat(now()) <= datetime.now(UTC)


def test_the_clock_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795339800")
    assert now() == TIME


@pytest.mark.parametrize("value", ["", "today", "1.5", "9" * 30])
def test_a_clock_set_wrong_is_a_wrong_call(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(UsageError, match=r"SOURCE_DATE_EPOCH is .*, which is no time; give it seconds since 1970"):
        now()


def test_a_stamp_changes_nothing_else() -> None:
    brief = Brief(1, "b", title="t", created=TIME)
    assert stamped(brief, TIME) == Brief(1, "b", title="t", created=TIME, modified=TIME)


def test_ids_depend_on_the_time_and_on_what_came_in() -> None:
    one, two = Source("s1", original="one"), Source("s2", original="two")
    ids = [
        brief_id(TIME, []), brief_id(TIME, [one]), brief_id(TIME, [two]), brief_id(TIME, [one, two]),
        brief_id(TIME, [two, one]), brief_id("2026-11-22T09:30:01Z", [one]),
        brief_id(TIME, [Source("s1", original="one", sha256="00")]),
    ]  # fmt: skip
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[0-9a-f]{32}", ident) for ident in ids)
    assert brief_id(TIME, [one]) == brief_id(TIME, iter([Source("s1", title="edited", original="one")]))
