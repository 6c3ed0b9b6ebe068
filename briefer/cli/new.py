"""``briefer new``: one brief from all articles, or one an article."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from briefer.cli.batch import each
from briefer.cli.outputs import own_names
from briefer.errors import CannotCreateError, UsageError
from briefer.export import refuse_input_as_output
from briefer.files import read_file, replace_file
from briefer.model.source import Source
from briefer.templates.files import DEFAULT, find_template
from briefer.templates.shelf import path_of


def run(options: argparse.Namespace) -> int:
    """Make the brief or briefs that the options ask for."""
    output = Path(options.output)
    articles = [Path(name) for name in options.articles]
    template = _template_id(options.template)
    if options.each:
        if not output.is_dir():
            raise CannotCreateError("there is no such folder", "make it first", path=output)
        outputs = own_names(articles, output, ".brief")
        refuse_input_as_output(outputs.values(), articles)
        return each(articles, NewBrief(outputs, template))
    if output.suffix.lower() != ".brief":
        raise UsageError("a brief's name ends in .brief", "add that to it", path=output)
    refuse_input_as_output([output], articles)
    sources: list[Source] = []
    failed = each(articles, read_article, sources.append)
    if not failed:
        _write(sources, output, template)
    return failed


def _template_id(name: str | None) -> str:
    if name is None:
        return DEFAULT
    if path_of(name) is not None:
        return name
    template = find_template(name)
    if not template.built_in:
        raise UsageError(
            "a brief starts with a built-in template, or one from the shelf",
            "import it first (briefer templates import), or name it when you export: -t PATH",
            path=template.path,
        )
    return template.id


class NewBrief:
    """Makes a brief of one article, at the place that ``outputs`` names for it."""

    def __init__(self, outputs: dict[Path, Path], template: str) -> None:
        self.outputs, self.template = outputs, template

    def __call__(self, article: Path) -> None:
        """Read the article and write its brief."""
        _write([read_article(article)], self.outputs[article], self.template)


def read_article(path: Path) -> Source:
    """The article in a file, cleaned."""
    from briefer.sources import source_from_file

    return source_from_file(path, "s1")  # a brief gives its sources ids of its own


def _write(sources: Sequence[Source], output: Path, template: str) -> None:
    """Write a new brief; CannotCreateError if there is another file of this name."""
    from briefer.edit.memo import fill_header, new_brief
    from briefer.profile import load_profile
    from briefer.store.briefs import brief_bytes
    from briefer.store.stamps import brief_id, now

    created = now()
    brief = new_brief(brief_id(created, sources), sources[0].title, created, sources=sources, template=template)
    data = brief_bytes(fill_header(brief, load_profile().profile.header(created)))
    if output.is_file() and (output.stat().st_size != len(data) or read_file(output, len(data)) != data):
        raise CannotCreateError(
            "there is a file of this name already", "choose another name, or remove it first", path=output
        )
    replace_file(output, data)
