"""The program run on a stranger's file: how it ended, what it said, how long it took and how much memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

CODES = {0, 1, 2, 65, 66, 73, 74, 75}
"""The exit codes of which the help tells."""
MEMORY = 1 << 30
"""Bytes that the program, or any process that it starts, may take."""
SECONDS = 10.0
"""Of the processor's, for which one stranger's file may keep it and its processes busy."""

CANARY = "canary-6f1e5c0b"
"""Words of a file beside the stranger's, and of the environment: they stand in no output, however he asks for them."""

_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


class Ended(NamedTuple):
    """How a run ended. ``busy`` are the seconds of work of all its processes, whatever else the computer did
    meanwhile; ``memory`` the bytes of the largest of them.
    """

    code: int
    out: str
    err: str
    busy: float
    memory: int


def run(*arguments: str | Path, folder: Path, patience: float = 4 * SECONDS) -> Ended:
    """``briefer ARGUMENTS`` in a folder, to its end; it is killed when patience (seconds) is at its end."""
    command = [sys.executable, "-W", "error", "-m", "briefer", *map(str, arguments)]
    env = {**os.environ, "CANARY": CANARY}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() - began > patience:
                process.kill()
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        said = []
        for file in (out, err):
            file.seek(0)
            said.append(file.read().decode())
    return Ended(process.returncode, said[0], said[1], usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def put(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write the files into the folder, and beside them one with the canary."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "canary.txt").write_text(CANARY)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in files]


def assert_well_ended(ended: Ended, folder: Path) -> None:
    """A code of the help's, its reason where it is none of success, no traceback, and the canary nowhere."""
    assert ended.code in CODES, ended
    assert ended.memory < MEMORY, ended.memory
    assert "Traceback" not in ended.err, ended.err
    assert not _HIDDEN.search(ended.err), ended.err
    if ended.code not in (0, 1):
        assert any(line.startswith("briefer: ") for line in ended.err.splitlines()), ended
    for path in folder.rglob("*"):
        if path.is_file() and path.name != "canary.txt":
            assert CANARY.encode() not in path.read_bytes(), path
    assert CANARY not in ended.out + ended.err


def assert_told_once(ended: Ended, paths: list[Path]) -> None:
    """Each file that was refused is named in one line of its own."""
    for path in paths:
        lines = [line for line in ended.err.splitlines() if f"{path.name}:" in line]
        assert len(lines) <= 1, lines
