"""``briefer new``: one brief from all articles, or one an article."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefer.cli.apart import apart
from briefer.cli.batch import each
from briefer.cli.outputs import own_names, write_new
from briefer.cli.run import complain
from briefer.errors import BrieferError, CannotCreateError, DataError, UsageError
from briefer.export import refuse_input_as_output
from briefer.model.brief import Brief
from briefer.model.source import Source
from briefer.opening import template_at
from briefer.templates.files import DEFAULT, find_template
from briefer.templates.shelf import path_of
from briefer.templates.template import Template

if TYPE_CHECKING:
    from briefer.sources.read import Imported

SECONDS = 8.5
"""For one article; what takes longer is refused. With the start of two processes, that is under ten."""

_STDIN = Path("-")


def run(options: argparse.Namespace) -> int:
    """Make the brief or briefs that the options ask for."""
    output = Path(options.output)
    template = _template(options.template)
    if options.each and not output.is_dir():
        raise CannotCreateError("there is no such folder", "make it first", path=output)
    if not options.each and output.suffix.lower() != ".brief":
        raise UsageError("a brief's name ends in .brief", "add that to it", path=output)
    if options.each and str(_STDIN) in options.articles:
        raise UsageError(
            "--each names a brief after its article, and what is piped in has no name", "leave out the -"
        )
    articles, missing = articles_among(options.articles)
    if options.each:
        outputs = own_names(articles, output, ".brief")
        refuse_input_as_output(outputs.values(), articles)
        return missing or each(articles, NewBrief(outputs, template, options.suggest), tell)
    refuse_input_as_output([output], articles)
    found: list[Article] = []
    failed = each(articles, read_article, found.append)
    for article in found:
        tell(article)
    failed = missing or failed
    if not failed:
        _write([article.source for article in found], output, template, options.suggest)
    return failed


def articles_among(names: Sequence[str]) -> tuple[list[Path], int]:
    """The files that are meant, those of a folder by name, and the exit code of the first folder that has none."""
    from briefer.sources.folders import articles_in

    found: list[Path] = []
    failed = 0
    for path in map(Path, names):
        try:
            found += articles_in(path) if path.is_dir() else [path]
        except BrieferError as error:
            complain(str(error))
            failed = failed or error.exit_code
    return found, failed


def _template(name: str | None) -> Template:
    """The template that a brief begins with; UsageError for one that is not on the shelf, which no brief can name."""
    template = find_template(name or DEFAULT, partial(template_at, apart=apart))
    if not template.built_in and path_of(template.id) is None:
        raise UsageError(
            "a brief starts with a built-in template, or one from the shelf",
            "import it first (briefer templates import), or name it when you export: -t PATH",
            path=template.path,
        )
    return template


class Article(NamedTuple):
    """An article that was read, and what is to be said of it."""

    path: Path
    source: Source
    told: tuple[str, ...] = ()


class NewBrief:
    """Makes a brief of one article, at the place that ``outputs`` names for it."""

    def __init__(self, outputs: dict[Path, Path], template: Template, takes_suggestions: bool) -> None:
        self.outputs, self.template, self.takes_suggestions = outputs, template, takes_suggestions

    def __call__(self, path: Path) -> Article:
        """Read the article and write its brief."""
        article = read_article(path)
        _write([article.source], self.outputs[path], self.template, self.takes_suggestions)
        return article


def read_article(path: Path) -> Article:
    """The article in a file, or piped in as plain text where that is called ``-``, cleaned; read apart."""
    from briefer.sources.read import import_file

    # A brief gives its sources ids of its own.
    read: Imported = _piped() if path == _STDIN else apart(import_file, path, "s1", seconds=SECONDS)
    return Article(path, *read)


def _piped() -> Imported:
    from briefer.sources.extracted import LIMIT
    from briefer.sources.read import import_bytes

    content = sys.stdin.buffer.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise DataError(f"it has more than {LIMIT:,} bytes", "pipe in the part that you need")
    return apart(import_bytes, content, "", "s1", seconds=SECONDS)


def tell(article: Article) -> None:
    """Say on stderr what the text of an article cannot show."""
    for sentence in article.told:
        complain(f"{article.path}: {sentence}")


def _write(sources: Sequence[Source], output: Path, template: Template, takes_suggestions: bool) -> None:
    """Write a new brief, with what is suggested for it if that is taken.

    CannotCreateError if there is another file of this name.
    """
    from briefer.edit.memo import fill_header, new_brief
    from briefer.profile import load_profile
    from briefer.store.stamps import brief_id, now

    created = now()
    brief = new_brief(brief_id(created, sources), sources[0].title, created, sources=sources, template=template.id)
    if takes_suggestions:
        brief = _with_suggestions(brief)
    brief = fill_header(brief, load_profile().profile.header(created))
    write_new(fill_header(brief, template.front.values), output)


def _with_suggestions(brief: Brief) -> Brief:
    """The brief with all that is suggested for its articles; they are read apart."""
    from briefer.proposals import all_taken, read_along

    return all_taken(brief, {each.id: apart(read_along, each.text, seconds=SECONDS) for each in brief.sources})
