"""The file of a brief: reading it, and saving it so that a power cut leaves it whole."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.bars import Bar, Samples, Trial
from bench.samples import large_brief
from bench.workshop import Cost, Workshop, cost_of, ratios

_READ = Bar("read", "read a 0.9 MB brief / json.loads", 2, "×", "CPU")
_SAVE = Bar("save", "durable save of it / (json.dumps + fsync)", 1.5, "×", "wall")


def _storage(workshop: Workshop, rounds: int) -> Samples:
    """Saving is judged by the wall clock: what it costs is the wait for the disk."""
    from briefer.store.briefs import read_brief, save_brief

    brief, path, plain = large_brief(), workshop.folder / "large.brief", workshop.folder / "plain.json"
    save_brief(brief, path)
    data = path.read_bytes()
    values = json.loads(data)
    opened = read_brief(path)
    assert opened.brief == brief

    def save() -> None:
        save_brief(brief, path, expected=opened.fingerprint)

    return {
        _READ.name: ratios(rounds, _READ.clock, _cost(lambda: read_brief(path)), _cost(lambda: json.loads(data))),
        _SAVE.name: ratios(rounds, _SAVE.clock, _cost(save), _cost(lambda: _write(values, plain))),
    }


def _write(values: Any, path: Path) -> None:
    """The least that puts data on the disk: no second file, no check, no indent."""
    with path.open("wb") as file:
        file.write(json.dumps(values, ensure_ascii=False).encode())
        file.flush()
        os.fsync(file.fileno())


def _cost(call: Callable[[], object]) -> Callable[[], Cost]:
    def measured() -> Cost:
        gc.collect()  # what the other side left over is not this side's cost
        return cost_of(call)

    return measured


TRIALS = (Trial((_READ, _SAVE), 41, _storage),)
