"""Runs put together into what a paragraph holds."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from briefer.memo.blocks import Run, Runs


def joined(runs: Iterable[Run]) -> Runs:
    """Runs with neighbours of one format made one, outer white space and spaces before a note taken off."""
    out: list[Run] = []
    for run in runs:
        if not run.text and not run.note:
            continue
        last = out[-1] if out else None
        if run.note:
            if last and not last.note:
                _set_text(out, last.text.rstrip(" \t\n"))
            out.append(run)
        elif last is None:
            _append_text(out, run, run.text.lstrip())
        elif not last.note and _same_format(last, run):
            out[-1] = msgspec.structs.replace(last, text=last.text + run.text)
        else:
            out.append(run)
    while out and not out[-1].note and not out[-1].text.strip():
        out.pop()
    if out and not out[-1].note:
        _set_text(out, out[-1].text.rstrip())
    return tuple(out)


def _append_text(out: list[Run], run: Run, text: str) -> None:
    if text:
        out.append(msgspec.structs.replace(run, text=text))


def _set_text(out: list[Run], text: str) -> None:
    if text:
        out[-1] = msgspec.structs.replace(out[-1], text=text)
    else:
        out.pop()


def _same_format(one: Run, other: Run) -> bool:
    return (one.bold, one.italic, one.code, one.link, one.entry) == (
        other.bold, other.italic, other.code, other.link, other.entry,
    )  # fmt: skip
