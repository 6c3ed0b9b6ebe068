"""Points in time as a list of recent files names them."""

from __future__ import annotations

from datetime import datetime, timedelta

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def when(stamp: str, now: datetime) -> str:
    """An ISO time in the zone of ``now``: ``Today 14:32``, ``Yesterday 17:10``, ``19 Nov 2026``; empty if it is none.

    A time without a zone is taken to be in that of ``now``.
    """
    try:
        time = datetime.fromisoformat(stamp)
        time = time.replace(tzinfo=now.tzinfo) if time.tzinfo is None else time.astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return ""
    for day, name in ((now, "Today"), (now - timedelta(days=1), "Yesterday")):
        if time.date() == day.date():
            return f"{name} {time:%H:%M}"
    return f"{time.day} {_MONTHS[time.month - 1]} {time.year}"
