"""``briefer export``: one output by name, or one a brief in a format."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path
from typing import NamedTuple

from briefer.cli.apart import apart
from briefer.cli.batch import each
from briefer.cli.outputs import own_names
from briefer.cli.run import complain
from briefer.errors import UsageError
from briefer.export import export, refuse_input_as_output, writer_for
from briefer.opening import template_at, template_of
from briefer.review.findings import Finding
from briefer.store.briefs import read_brief
from briefer.templates.build import Choices
from briefer.templates.files import find_template
from briefer.templates.template import Template

_ANNEXES = ("quotations", "sources", "passages")
_PDF = ".pdf"


class Exported(NamedTuple):
    """What is to be said of a memo that was written."""

    path: Path
    findings: tuple[Finding, ...]


def run(options: argparse.Namespace) -> int:
    """Write the memos that the options ask for."""
    briefs = [Path(name) for name in options.briefs]
    choices = _choices(options)
    outputs = _outputs(briefs, options)
    template = find_template(options.template, partial(template_at, apart=apart)) if options.template else None
    refuse_input_as_output(outputs.values(), [*briefs, *([Path(template.path)] if template else [])])
    with_qt = not choices.word_pages and any(path.suffix.lower() == _PDF for path in outputs.values())
    if with_qt:
        from briefer.cli.display import require_libraries

        require_libraries()
    # A process that has started Qt must not be forked.
    return each(list(outputs), Export(outputs, template, choices), _tell, summary="written", forks=not with_qt)


def _choices(options: argparse.Namespace) -> Choices:
    annexes = tuple(dict.fromkeys(name.strip() for name in options.annex.split(",") if name.strip()))
    if unknown := [name for name in annexes if name not in _ANNEXES]:
        raise UsageError(f"there is no annex {unknown[0]!r}", f"there are: {', '.join(_ANNEXES)}")
    if options.notes and not options.draft:
        raise UsageError("--notes goes with --draft", "notes are never in a final memo")
    if options.no_comments and not options.draft:
        raise UsageError("--no-comments goes with --draft", "there are no comments in a final memo")
    if options.word_pages and _PDF not in (f".{options.to}", Path(options.output or "").suffix.lower()):
        raise UsageError("--word-pages goes with a .pdf", "name the output so, or leave it out")
    return Choices(
        options.citations,
        annexes,
        options.draft,
        options.notes,
        comments=not options.no_comments,
        word_pages=options.word_pages,
        paper=options.paper,
        style="large" if options.large else "",
    )


def _outputs(briefs: list[Path], options: argparse.Namespace) -> dict[Path, Path]:
    if options.to:
        if options.output:
            raise UsageError("-o names the output, and --to names it after the brief", "use one of them")
        return own_names(briefs, Path(options.out_dir) if options.out_dir else None, f".{options.to}")
    if not options.output:
        raise UsageError("name the output with -o, or a format with --to", "see: briefer export --help")
    if options.out_dir:
        raise UsageError("--out-dir goes with --to", "with -o, name the output with its folder")
    if len(briefs) > 1:
        raise UsageError("-o names one output for several briefs", "use --to FORMAT and --out-dir DIR")
    output = Path(options.output)
    writer_for(output)
    return {briefs[0]: output}


class Export:
    """Writes the memo of one brief, at the place that ``outputs`` names for it."""

    def __init__(self, outputs: dict[Path, Path], template: Template | None, choices: Choices) -> None:
        self.outputs, self.template, self.choices = outputs, template, choices
        self._templates: dict[str, Template] = {}

    def __call__(self, path: Path) -> Exported:
        """Read the brief and write its memo in the template asked for, else in its own."""
        brief = read_brief(path).brief
        template = self.template or self._templates.get(brief.template)
        if template is None:
            template = self._templates[brief.template] = template_of(brief, apart)
        inputs = [path, Path(template.path)]
        return Exported(path, export(brief, template, self.outputs[path], self.choices, inputs=inputs, apart=apart))


def _tell(exported: Exported) -> None:
    """Findings stop no export; those that the checks cannot have are told here."""
    for finding in exported.findings:
        complain(f"{exported.path}: {finding.message}; {finding.fix}")
