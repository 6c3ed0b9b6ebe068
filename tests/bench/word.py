"""The memo as a Word document, against pandoc on the Markdown of the same memo."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.bars import Bar, CannotMeasureError, Clock, Sample, Samples, Trial
from bench.samples import memo_brief
from bench.workshop import Cost, Workshop, ratios

_SHORT = Bar("export", "export of a 2-page memo to Word / pandoc", 3.5, "×", "CPU")
_LONG = Bar("export-100", "export of a 100-page memo to Word / pandoc", 0.6, "×", "CPU")
_MANY = Bar("export-200", "200 different memos in one call / 200 pandoc calls", 0.15, "×", "CPU")
MANY = 200


def _short(workshop: Workshop, rounds: int) -> Samples:
    return {_SHORT.name: _one(workshop, rounds, _SHORT.clock, 2)}


def _long(workshop: Workshop, rounds: int) -> Samples:
    return {_LONG.name: _one(workshop, rounds, _LONG.clock, 100)}


def _one(workshop: Workshop, rounds: int, clock: Clock, pages: int) -> list[Sample]:
    pandoc = _pandoc()
    brief, markdown = _sample(workshop, f"memo-{pages}", 0, pages)
    return ratios(
        rounds,
        clock,
        lambda: workshop.briefer("export", brief, "-o", brief.with_suffix(".docx")),
        lambda: workshop.run(pandoc, markdown, "-o", markdown.with_suffix(".pandoc.docx")),
    )


def _many(workshop: Workshop, rounds: int) -> Samples:
    pandoc, folder = _pandoc(), workshop.folder / "many"
    folder.mkdir()
    samples = [_sample(workshop, f"memo-{number}", number, 2) for number in range(1, MANY + 1)]

    def ours() -> Cost:
        return workshop.briefer("export", *(brief for brief, _ in samples), "--to", "docx", "--out-dir", folder)

    def theirs() -> Cost:
        costs = [workshop.run(pandoc, markdown, "-o", folder / "pandoc.docx") for _, markdown in samples]
        return Cost(sum(cost.cpu for cost in costs), sum(cost.wall for cost in costs))

    return {_MANY.name: ratios(rounds, _MANY.clock, ours, theirs)}


def _sample(workshop: Workshop, name: str, number: int, pages: int) -> tuple[Path, Path]:
    """A brief, and the Markdown of its memo."""
    from briefer.export import export
    from briefer.store.briefs import save_brief
    from briefer.templates.files import find_template

    brief, path = memo_brief(number, pages), workshop.folder / f"{name}.brief"
    save_brief(brief, path)
    export(brief, find_template(brief.template), path.with_suffix(".md"))
    return path, path.with_suffix(".md")


def _pandoc() -> str:
    found = shutil.which("pandoc")
    if found is None:
        raise CannotMeasureError("pandoc is not installed")
    return found


TRIALS = (Trial((_SHORT,), 15, _short), Trial((_LONG,), 5, _long), Trial((_MANY,), 3, _many))
