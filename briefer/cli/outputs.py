"""Outputs: named as their inputs are, and new files that replace no other."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from briefer.errors import CannotCreateError, UsageError
from briefer.files import read_file, replace_file
from briefer.model.brief import Brief


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


def write_new(brief: Brief, output: Path) -> None:
    """Write a brief where there is none, or the same one.

    CannotCreateError if there is another file of this name, DataError if the brief could not be read again.
    """
    from briefer.store.briefs import readable_bytes

    data = readable_bytes(brief, output)
    if output.is_file() and (output.stat().st_size != len(data) or read_file(output, len(data)) != data):
        raise CannotCreateError(
            "there is a file of this name already", "choose another name, or remove it first", path=output
        )
    replace_file(output, data)
