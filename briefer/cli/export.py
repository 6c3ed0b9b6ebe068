"""``briefer export``: one output by name, or one a brief in a format."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefer.cli.batch import each
from briefer.cli.outputs import own_names
from briefer.errors import UsageError
from briefer.export import export, refuse_input_as_output, template_of, writer_for
from briefer.store.briefs import read_brief
from briefer.templates.build import Choices
from briefer.templates.files import find_template
from briefer.templates.template import Template

_ANNEXES = ("quotations", "sources", "passages")


def run(options: argparse.Namespace) -> int:
    """Write the memos that the options ask for."""
    briefs = [Path(name) for name in options.briefs]
    choices = _choices(options)
    outputs = _outputs(briefs, options)
    template = find_template(options.template) if options.template else None
    refuse_input_as_output(outputs.values(), [*briefs, *([Path(template.path)] if template else [])])
    return each(briefs, Export(outputs, template, choices))


def _choices(options: argparse.Namespace) -> Choices:
    annexes = tuple(dict.fromkeys(name.strip() for name in options.annex.split(",") if name.strip()))
    if unknown := [name for name in annexes if name not in _ANNEXES]:
        raise UsageError(f"there is no annex {unknown[0]!r}", f"there are: {', '.join(_ANNEXES)}")
    if options.notes and not options.draft:
        raise UsageError("--notes goes with --draft", "notes are never in a final memo")
    return Choices(options.citations, annexes, options.draft, options.notes)


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

    def __call__(self, path: Path) -> None:
        """Read the brief and write its memo in the template asked for, else in its own."""
        brief = read_brief(path).brief
        template = self.template or self._templates.get(brief.template)
        if template is None:
            template = self._templates[brief.template] = template_of(brief)
        export(brief, template, self.outputs[path], self.choices, inputs=[path, Path(template.path)])
