"""``briefer templates``: which there are, what is in one, what is wrong with one, and one more for the shelf."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import NamedTuple

from briefer.catalogue import problems_of
from briefer.cli.apart import apart
from briefer.cli.run import complain
from briefer.errors import BrieferError, UsageError, printable
from briefer.templates.files import built_in_paths, built_in_templates
from briefer.templates.own import import_template, read_template_file, template_text
from briefer.templates.problems import Problem, did_you_mean
from briefer.templates.reading import begins_as_template
from briefer.templates.shelf import SUFFIXES, OnShelf, all_on_shelf, path_of
from briefer.templates.word_examples import word_example

FOUND = 1
"""The exit code when there are problems."""


class Checked(NamedTuple):
    """The problems of one template, as it was named in the call."""

    name: str
    problems: list[Problem]


def run_list(_: argparse.Namespace) -> int:
    """Print ``id<TAB>name<TAB>place``, one template a line; of one that is not built in, the name of its file."""
    for template in built_in_templates():
        print(template.id, template.name, "built in", sep="\t")
    for found in all_on_shelf():
        if found.place == "office" and _is_other_text(found):
            continue
        print(printable(found.id), printable(Path(found.path).stem), found.place, sep="\t")
    return 0


def _is_other_text(found: OnShelf) -> bool:
    """Whether a Markdown file in the office's folder was never meant as a template."""
    if found.is_word:
        return False
    try:
        text = template_text(read_template_file(Path(found.path)), Path(found.path))
    except BrieferError:  # it is listed, and the check says what is wrong with it
        return False
    return not begins_as_template(text)


def run_show(options: argparse.Namespace) -> int:
    """Print a template's file, byte for byte."""
    data = read_template_file(word_example(options.name) if options.word else _path(options.name))
    if sys.stdout:
        sys.stdout.buffer.write(data)
    return 0


def run_check(options: argparse.Namespace) -> int:
    """Print what is wrong with each template, one problem a line; exit code 1 if there is anything."""
    checked: list[Checked] = []
    failed = 0
    for name in options.paths:
        try:
            checked.append(Checked(name, _problems(_path(name))))
        except BrieferError as error:
            complain(str(error.at(name)))
            failed = failed or error.exit_code
    if options.json:
        _print_json(checked)
    else:
        for template, problems in checked:
            for problem in problems:
                print(printable(f"{template}: {problem}"))
    return failed or (FOUND if any(template.problems for template in checked) else 0)


def run_import(options: argparse.Namespace) -> int:
    """Copy template files among one's own; prints the id of each. One with errors is taken too, and they are told."""
    failed = 0
    for name in options.paths:
        try:
            problems = _problems(Path(name)) if Path(name).suffix.lower() in SUFFIXES else []
            path = import_template(Path(name))
        except BrieferError as error:
            complain(str(error.at(name)))
            failed = failed or error.exit_code
            continue
        print(next(printable(found.id) for found in all_on_shelf() if found.path == str(path)))
        if errors := sum(problem.severity == "error" for problem in problems):
            things = "problem" if errors == 1 else "problems"
            complain(f"{name}: it has {errors} {things}; see: briefer templates check {name}")
            failed = failed or FOUND
    return failed


def _path(name: str) -> Path:
    """The file of a template named by its id or by a path; UsageError if it is neither."""
    built_in = built_in_paths()
    if found := built_in.get(name) or path_of(name):
        return found
    path = Path(name)
    if not path.suffix and path.parent == Path():
        known = [*built_in, *(each.id for each in all_on_shelf())]
        raise UsageError(f"there is no template {name!r}", did_you_mean(name, known) or "see: briefer templates list")
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError("a template is a .md, .docx or .dotx file", "save it as one of these", path=path)
    return path


def _problems(path: Path) -> list[Problem]:
    """What is wrong with a template; one that does not ship is a stranger's, and read by the worker."""
    if path in built_in_paths().values():
        return problems_of(path)
    read_template_file(path)  # what cannot be read is told without waiting for another process
    return apart(problems_of, path)


def _print_json(checked: list[Checked]) -> None:
    rows = [
        {
            "file": template,
            "severity": problem.severity,
            "message": problem.message,
            "where": problem.place,
            "around": problem.around,
            "suggestion": problem.suggestion,
            "fix": problem.fix.label if problem.fix else "",
        }
        for template, problems in checked
        for problem in problems
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding if sys.stdout else "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(rows, indent=2)
    print(text)
