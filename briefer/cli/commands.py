"""The commands: options in, exit code out. What they print on stdout is for programs to read."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from briefer.cli.run import complain
from briefer.errors import BrieferError, CannotCreateError, UsageError, printable

FINDINGS = 1
_ANNEXES = ("quotations", "sources", "passages")


def new(options: argparse.Namespace) -> int:
    """``briefer new``: one brief from all articles, or one an article."""
    output = Path(options.output)
    articles = [Path(name) for name in options.articles]
    if not options.each:
        if output.suffix.lower() != ".brief":
            raise UsageError("a brief's name ends in .brief", f"try {output.with_suffix('.brief')}", path=output)
        _new_brief(articles, output, options.template)
        return 0
    if not output.is_dir():
        raise CannotCreateError("there is no such folder", "make it first", path=output)
    outputs = _own_names(articles, output, ".brief")
    return _each(articles, lambda article: _new_brief([article], outputs[article], options.template))


def _new_brief(articles: list[Path], output: Path, template: str | None) -> None:
    from briefer.edit.brief import new_brief
    from briefer.export import refuse_input_as_output
    from briefer.files import read_file, replace_file
    from briefer.sources import source_from_file
    from briefer.store.briefs import LIMIT, brief_bytes
    from briefer.store.stamps import brief_id, now
    from briefer.templates.files import DEFAULT, find_template

    chosen = find_template(template) if template else None
    refuse_input_as_output(output, articles)
    sources = [source_from_file(path, f"s{number}") for number, path in enumerate(articles, 1)]
    created = now()
    brief = new_brief(
        brief_id(created, sources), created=created, sources=sources, template=chosen.id if chosen else DEFAULT
    )
    data = brief_bytes(brief)
    if output.exists() and read_file(output, LIMIT) != data:
        raise CannotCreateError(
            "there is a file of this name already", "choose another name, or remove it", path=output
        )
    replace_file(output, data)


def export(options: argparse.Namespace) -> int:
    """``briefer export``: one output by name, or one a brief in a format."""
    from briefer.templates.build import Choices

    briefs = [Path(name) for name in options.briefs]
    annexes = tuple(filter(None, options.annex.split(",")))
    if unknown := [name for name in annexes if name not in _ANNEXES]:
        raise UsageError(f"there is no annex {unknown[0]!r}", f"there are: {', '.join(_ANNEXES)}")
    if options.notes and not options.draft:
        raise UsageError("--notes goes with --draft", "notes are never in a final memo")
    choices = Choices(options.citations, annexes, options.draft, options.notes)
    if bool(options.output) == bool(options.to):
        raise UsageError("name the output with -o, or a format with --to", "see: briefer export --help")
    if options.output and len(briefs) > 1:
        raise UsageError("-o names one output for several briefs", "use --to FORMAT and --out-dir DIR")
    folder = Path(options.out_dir) if options.out_dir else None
    outputs = {briefs[0]: Path(options.output)} if options.output else _own_names(briefs, folder, f".{options.to}")

    def one(path: Path) -> None:
        from briefer.export import export, writer_for
        from briefer.store.briefs import read_brief
        from briefer.templates.files import find_template

        writer_for(outputs[path])
        brief = read_brief(path).brief
        template = find_template(options.template or brief.template)
        inputs = [*briefs, Path(template.path)]
        export(brief, template, outputs[path], choices, inputs=inputs)

    return _each(briefs, one)


def check(options: argparse.Namespace) -> int:
    """``briefer check``: findings as lines, or as JSON."""
    import json

    from briefer.export import findings
    from briefer.store.briefs import read_brief
    from briefer.templates.files import find_template

    found: list[dict[str, str]] = []

    def one(path: Path) -> None:
        brief = read_brief(path).brief
        template = find_template(brief.template)
        mine = [
            {"file": str(path), "code": f.code, "message": f.message, "where": f.where, "fix": f.fix}
            for f in findings(brief, template)
        ]
        found.extend(mine)
        if options.json:
            return
        for f in mine:
            print(f"{printable(str(path))}: {f['where']}: {f['code']}: {printable(f['message'])}; {f['fix']}")
        if pages := template.front.limit.pages:
            print(
                f"{printable(str(path))}: its limit of {pages:g} pages is checked in the window, which lays them out"
            )

    failed = _each([Path(name) for name in options.briefs], one)
    if options.json:
        print(json.dumps(found, ensure_ascii=False, indent=2))
    return failed or (FINDINGS if found else 0)


def sample(_: argparse.Namespace) -> int:
    """``briefer sample``: the window on the sample, or its memo where there is no display."""
    from briefer.cli.display import why_no_window
    from briefer.paths import resources

    brief_path = resources() / "sample" / "sample.brief"
    if reason := why_no_window():
        from briefer.export import export
        from briefer.store.briefs import read_brief
        from briefer.templates.files import find_template

        brief = read_brief(brief_path).brief
        outputs = [Path("briefer-sample.docx"), Path("briefer-sample.md")]
        for output in outputs:
            export(brief, find_template(brief.template), output)
        written = " and ".join(str(output.absolute()) for output in outputs)
        print(f"briefer: {reason}; instead of the window, the sample's memo is written: {printable(written)}")
        return 0
    from briefer.ui.app import open_window

    return open_window([], sample=brief_path)


def templates_list(_: argparse.Namespace) -> int:
    """``briefer templates list``: ``id<TAB>name<TAB>place``."""
    from briefer.templates.files import built_in_templates

    for template in built_in_templates():
        print(template.id, template.name, "built in", sep="\t")
    return 0


def templates_show(options: argparse.Namespace) -> int:
    """``briefer templates show``: the file as it is."""
    from briefer.files import read_file
    from briefer.templates.files import find_template
    from briefer.templates.template import MAX_BYTES

    template = find_template(options.name)
    sys.stdout.write(read_file(Path(template.path), MAX_BYTES).decode("utf-8"))
    return 0


def _own_names(inputs: Iterable[Path], folder: Path | None, suffix: str) -> dict[Path, Path]:
    """An output for each input, named as it is; UsageError if two would have one name."""
    outputs: dict[Path, Path] = {}
    taken: dict[str, Path] = {}
    for path in inputs:
        output = (folder or path.parent) / (path.stem + suffix)
        key = os.path.normcase(output.absolute())
        if key in taken and taken[key] != path:
            raise UsageError(f"{taken[key]} and {path} would both become {output}", "rename one of them")
        outputs[path], taken[key] = output, path
    return outputs


def _each(inputs: list[Path], one: Callable[[Path], None]) -> int:
    """Do it for each input; the first failure's exit code after all are done."""
    first = 0
    for path in inputs:
        try:
            one(path)
        except BrieferError as error:
            error.at(path)
            complain(error)
            first = first or error.exit_code
    return first
