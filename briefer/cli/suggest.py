"""``briefer suggest``: what a careful analyst would mark in articles, as lines or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from briefer.cli.apart import apart
from briefer.cli.batch import each
from briefer.cli.new import SECONDS, articles_among, read_article, tell
from briefer.errors import UsageError, printable
from briefer.suggest import Actor, Suggestions, suggest
from briefer.suggest.language import guess_language, language


class _Suggested(NamedTuple):
    """The suggestions for one article."""

    path: Path
    suggestions: Suggestions


def run(options: argparse.Namespace) -> int:
    """Print what is suggested for each article."""
    try:
        language(options.language or "en")
    except LookupError as error:
        raise UsageError(str(error), "leave out --language: the words of an article tell") from None
    articles, missing = articles_among(options.articles)
    if options.json and len(articles) > 1:
        raise UsageError("--json writes one article", "use --jsonl for several: one line for each")
    show = _print_json if options.json else _print_line if options.jsonl else _print_listing
    failed = each(articles, _Suggesting(options.language), show)
    return missing or failed


class _Suggesting:
    """Reads an article and the suggestions for it, in a process apart."""

    def __init__(self, language: str | None) -> None:
        self.language = language

    def __call__(self, path: Path) -> _Suggested:
        article = read_article(path)
        tell(article)
        text = article.source.text
        return _Suggested(path, apart(suggest, text, self.language or guess_language(text), seconds=SECONDS))


def _print_json(suggested: _Suggested) -> None:
    _print(msgspec.to_builtins(suggested.suggestions), indent=2)


def _print_line(suggested: _Suggested) -> None:
    _print({"file": str(suggested.path), **msgspec.to_builtins(suggested.suggestions)})


def _print(what: dict[str, Any], indent: int | None = None) -> None:
    text = json.dumps(what, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding if sys.stdout else "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(what, indent=indent)
    print(text)


def _print_listing(suggested: _Suggested) -> None:
    print(printable(str(suggested.path)))
    for line in _lines(suggested.suggestions):
        print(printable(line))
    print()


def _lines(suggestions: Suggestions) -> Iterator[str]:
    """The suggestions as a person reads them, each kind under its heading, with the reason of each."""
    yield from _section("Quotes", [(f"“{quote.text}”", quote.speaker, quote.why) for quote in suggestions.quotes])
    yield from _section("Actors", [(one.name, _described(one), one.why) for one in suggestions.actors])
    yield from _section("Actions", [(act.text, f"{act.actor}, {act.status}", act.why) for act in suggestions.actions])
    yield from _section("Stakes", [(stake.text, ", ".join(stake.actors), stake.why) for stake in suggestions.stakes])


def _section(heading: str, rows: list[tuple[str, str, str]]) -> Iterator[str]:
    yield f"  {heading}: {len(rows) or 'none'}"
    for text, about, why in rows:
        yield "    " + "; ".join(filter(None, (f"{text} — {about}" if about else text, f"[{why}]" if why else "")))


def _described(actor: Actor) -> str:
    place = (
        f"{actor.role}, {actor.affiliation}" if actor.role and actor.affiliation else actor.role or actor.affiliation
    )
    names = f"also {', '.join(actor.aliases)}" if actor.aliases else ""
    return "; ".join(filter(None, (actor.kind, place, names)))
