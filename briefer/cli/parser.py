"""What may be typed after ``briefer``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module
from typing import Any, NoReturn

import briefer
from briefer.errors import UsageError

FORMATS = ("docx", "pdf", "md", "html", "csv", "jsonld")
"""What ``briefer export`` writes. The writers themselves are not imported here: ``--help`` is quick."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, and which takes no option by half its name."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)

    def error(self, message: str) -> NoReturn:
        raise UsageError(message, f"see: {self.prog} --help")


def parser() -> argparse.ArgumentParser:
    """The whole command line; each command's ``run`` takes the options and returns the exit code."""
    top = _Parser(
        prog="briefer",
        usage="briefer [FILE.brief | ARTICLE ...]\n       briefer COMMAND ...",
        description="Briefing notes whose every claim leads back to the exact words of its source.",
        epilog="Without a command the window opens, on the files named. Exit codes: 0 good, 1 findings,"
        " 2 wrong usage, 65 bad data, 66 unreadable, 73 cannot create, 74 input or output failed,"
        " 75 changed elsewhere, 70 a fault of the program, 130 interrupted.",
    )
    top.add_argument("--version", action="store_true", help="print the version")
    top.add_argument("--verbose", action="store_true", help="with --version: all that a report of a fault needs")
    top.set_defaults(run=_no_command)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser, prog="briefer")
    _new(commands.add_parser("new", help="make a brief from articles"))
    _export(commands.add_parser("export", help="write the memos of briefs"))
    _annotate(commands.add_parser("annotate", help="take the annotations of other programs into a brief"))
    _suggest(commands.add_parser("suggest", help="say what a careful analyst would mark in articles"))
    _check(commands.add_parser("check", help="say what a careful reader would question"))
    _sample(commands.add_parser("sample", help="open the sample brief; without a display, write its memo"))
    _templates(commands.add_parser("templates", help="list, show, check and import templates"))
    return top


def _no_command(options: argparse.Namespace) -> int:
    if options.version:
        return _version(verbose=options.verbose)
    raise UsageError("name a command, or files to open", "see: briefer --help")


def _version(*, verbose: bool) -> int:
    print(f"briefer {briefer.__version__}")
    if verbose:
        from briefer.diagnostics import report

        print(report())
    return 0


def _new(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Read articles, clean them, and make a brief of them. If one of several cannot be read, all are tried, and"
        " no brief is made of only some of them; with --each, those that can be read become briefs."
    )
    command.add_argument(
        "articles",
        nargs="+",
        metavar="ARTICLE",
        help="a web page, PDF, Word file, e-mail or text; a folder means the articles in it, - plain text piped in",
    )
    command.add_argument(
        "-o", "--output", required=True, metavar="X.brief", help="the brief, or a folder with --each"
    )
    command.add_argument("--each", action="store_true", help="one brief an article, in the folder named by -o")
    command.add_argument(
        "-t",
        "--template",
        metavar="ID",
        help="the template that the brief starts with, from `briefer templates list`",
    )
    command.add_argument(
        "--suggest",
        action="store_true",
        help="take all that `briefer suggest` finds into the brief, as if somebody had looked at it and agreed",
    )
    command.set_defaults(run=_lazily("new"))


def _export(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Write the memo of each brief as Word (.docx), PDF (.pdf), Markdown (.md) or a web page (.html),"
        " or its notes as a table for spreadsheets (.csv) or as W3C Web Annotations (.jsonld)."
    )
    command.add_argument("briefs", nargs="+", metavar="X.brief")
    command.add_argument("-t", "--template", metavar="ID|PATH", help="another template than the brief's own")
    command.add_argument(
        "-o", "--output", metavar="OUT", help="the file to write: .docx, .pdf, .md, .html, .csv or .jsonld"
    )
    command.add_argument(
        "--to", choices=FORMATS, metavar="FORMAT", help="docx, pdf, md, html, csv or jsonld, named as the brief"
    )
    command.add_argument("--out-dir", metavar="DIR", help="where --to writes; else beside each brief")
    command.add_argument(
        "--citations",
        choices=("footnotes", "inline", "endlist", "none"),
        help="footnotes, inline (in brackets), endlist (numbers and a list at the end) or none",
    )
    command.add_argument("--paper", choices=("A4", "Letter"), help="the paper (default: as the template says)")
    command.add_argument("--large", action="store_true", help="large type, to be read at a lectern")
    command.add_argument("--draft", action="store_true", help="mark the memo DRAFT, with comments in Word")
    command.add_argument("--no-comments", action="store_true", help="leave the comments out of a draft")
    command.add_argument("--annex", metavar="LIST", default="", help="any of quotations,sources,passages")
    command.add_argument("--notes", action="store_true", help="let the analyst's own notes in (draft only)")
    command.add_argument(
        "--word-pages", action="store_true", help="let LibreOffice lay out the .pdf as Word does, if it is installed"
    )
    command.set_defaults(run=_lazily("export"))


def _annotate(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Take W3C Web Annotations (JSON-LD), or an export of Hypothesis, into a copy of a brief: as the entry that"
        " their tag says (actor, action, stake, quote), else as a cited passage. What does not map is told, one a"
        " line; exit code 1 if there is any."
    )
    command.add_argument("brief", metavar="X.brief")
    command.add_argument("notes", nargs="+", metavar="NOTES.jsonld")
    command.add_argument("-o", "--output", required=True, metavar="OUT.brief", help="the brief to write, a new file")
    command.set_defaults(run=_lazily("annotate"))


def _suggest(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print the quotes with their speakers, the actors, actions and stakes of articles, each with its reason."
        " Nothing leaves this computer, and nothing is taken into a brief."
    )
    command.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help="any article that `briefer new` reads; - is piped in"
    )
    shown = command.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="one article as JSON; places are code points of its text")
    shown.add_argument("--jsonl", action="store_true", help="one line of JSON for each article, with its file")
    command.add_argument("--language", metavar="LANG", help="of the articles: en or de; else their words tell")
    command.set_defaults(run=_lazily("suggest"))


def _check(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print findings, one a line; exit code 1 if there are any. Those that somebody left as they are, with a"
        " reason, do not count."
        " Limits in pages are checked in the window, which lays out the pages."
    )
    command.add_argument("briefs", nargs="+", metavar="X.brief")
    command.add_argument("--json", action="store_true", help="a list of {file, code, message, where, fix, severity}")
    command.add_argument(
        "--left", action="store_true", help="tell those that were left as well, each with its reason"
    )
    command.set_defaults(run=_lazily("check"))


def _sample(command: argparse.ArgumentParser) -> None:
    command.description = "Open the window on the sample. Without a display, write its memo as .docx and .md here."
    command.set_defaults(run=_lazily("sample"))


def _templates(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=_Parser)
    actions.add_parser("list", help="id, name and place, one template a line").set_defaults(
        run=_lazily("templates", "run_list")
    )
    show = actions.add_parser("show", help="print a template's file")
    show.add_argument("name", metavar="NAME", help="the id of a template, or a path")
    show.add_argument(
        "--word",
        action="store_true",
        help="the Word document that a built-in template ships as, too: send it to a file",
    )
    show.set_defaults(run=_lazily("templates", "run_show"))
    check = actions.add_parser("check", help="say all that is wrong with templates, in one go")
    check.description = (
        "Print every problem of Markdown and Word templates, one a line, with its place and what would be right."
        " Exit code 1 if there are any; a warning is one too, though it stops no export."
    )
    check.add_argument("paths", nargs="+", metavar="PATH", help="a .md, .docx or .dotx file, or the id of a template")
    check.add_argument(
        "--json", action="store_true", help="a list of {file, severity, message, where, around, suggestion, fix}"
    )
    check.set_defaults(run=_lazily("templates", "run_check"))
    take = actions.add_parser("import", help="copy template files among your own")
    take.description = "Copy template files among your own; print the id that each has there."
    take.add_argument("paths", nargs="+", metavar="PATH", help="a .md, .docx or .dotx file")
    take.set_defaults(run=_lazily("templates", "run_import"))


def _lazily(module: str, function: str = "run") -> Callable[[argparse.Namespace], int]:
    """A command's function, imported when it runs: ``--help`` needs none of them."""

    def command(options: argparse.Namespace) -> int:
        return int(getattr(import_module(f"briefer.cli.{module}"), function)(options))

    return command
