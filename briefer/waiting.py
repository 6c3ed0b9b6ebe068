"""How long a process stood ready and was not run: that time is other programs', and no fault of its own."""

from __future__ import annotations

from pathlib import Path

_NANOSECONDS = 1e-9


def seconds_waited(number: int) -> float:
    """For which the main thread of a process has waited for a processor so far; 0 where the system does not tell."""
    try:
        _, waited, _ = Path(f"/proc/{number}/schedstat").read_text().split()
    except (OSError, ValueError):
        return 0.0
    return int(waited) * _NANOSECONDS
