"""The program as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

PROGRAM = (sys.executable, "-W", "error", "-m", "briefer")


def start(*arguments: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run it to its end; what it wrote is captured. ``env`` is added to the environment."""
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, env={**os.environ, **(env or {})}, timeout=60)
