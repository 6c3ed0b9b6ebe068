"""Times in the list of recent briefs."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from briefer.ui.start.dates import when

NOW = datetime(2026, 11, 22, 20, 57, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("2026-11-22T12:32:00Z", "Today 14:32"),
        ("2026-11-21T22:00:00Z", "Today 00:00"),  # the day is that of the reader's clock
        ("2026-11-21T15:10:00Z", "Yesterday 17:10"),
        ("2026-11-19T10:00:00Z", "19 Nov 2026"),
        ("2025-01-02T10:00:00", "2 Jan 2025"),
        ("2026-11-23T10:00:00Z", "23 Nov 2026"),  # another machine's clock
        ("", ""),
        ("soon", ""),
        ("0001-01-01T00:00:00+14:00", ""),
    ],
)
def test_a_time_is_named_as_people_do(stamp: str, shown: str) -> None:
    assert when(stamp, NOW) == shown
