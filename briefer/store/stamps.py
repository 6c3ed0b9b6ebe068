"""When and which: the clock, and the id of a new brief."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime

import msgspec

from briefer.errors import UsageError
from briefer.model.brief import Brief
from briefer.model.source import Source


def now() -> str:
    """The time in UTC as ``2026-11-22T09:30:00Z``.

    Where ``SOURCE_DATE_EPOCH`` is set (reproducible-builds.org), it is the time, in seconds since 1970;
    UsageError if that is no such number.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        time = datetime.now(UTC)
    else:
        try:
            time = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise UsageError(
                f"SOURCE_DATE_EPOCH is “{epoch}”, which is no time", "give it seconds since 1970, or unset it"
            ) from error
    return time.isoformat(timespec="seconds").replace("+00:00", "Z")


def stamped(brief: Brief, time: str) -> Brief:
    """The brief as it is to be saved at this time."""
    return msgspec.structs.replace(brief, modified=time)


def brief_id(created: str, sources: Iterable[Source]) -> str:
    """The id of a brief made at this time from these sources: 32 hexadecimal digits, equal for equal input."""
    import uuid

    what = msgspec.json.encode([created, [(source.original, source.sha256) for source in sources]])
    return uuid.uuid5(uuid.UUID("6f1f1e0c-9f39-5a9e-8f0e-1d2b7c3a4e5d"), what.hex()).hex
