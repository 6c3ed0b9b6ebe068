"""Outputs that are named as their inputs are."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from briefer.errors import UsageError


def own_names(inputs: Iterable[Path], folder: Path | None, suffix: str) -> dict[Path, Path]:
    """An output for each input, with its stem, in ``folder`` or else beside it; UsageError if two would share one."""
    outputs: dict[Path, Path] = {}
    taken: dict[str, Path] = {}
    for path in inputs:
        output = (folder or path.parent) / (path.stem + suffix)
        place = os.path.normcase(os.path.realpath(output))
        other = taken.setdefault(place, path)
        if os.path.realpath(other) != os.path.realpath(path):
            raise UsageError(f"{other} and {path} would both become {output}", "rename one, or do them one by one")
        outputs[path] = output
    return outputs
