"""``briefer check``: findings as lines, or as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import NamedTuple

from briefer.cli.apart import apart
from briefer.cli.batch import each
from briefer.cli.run import complain
from briefer.errors import printable
from briefer.export import findings, template_of
from briefer.review.findings import Finding
from briefer.store.briefs import read_brief

FINDINGS = 1


class Checked(NamedTuple):
    """The findings of one brief; ``pages`` is its limit, which only the window can check."""

    path: Path
    findings: list[Finding]
    pages: float


def run(options: argparse.Namespace) -> int:
    """Print what a careful reader would question in each brief."""
    checked: list[Checked] = []
    failed = each([Path(name) for name in options.briefs], check, checked.append)
    if options.json:
        print(_json(checked))
    else:
        _print_lines(checked)
    return failed or (FINDINGS if any(one.findings for one in checked) else 0)


def check(path: Path) -> Checked:
    """The findings of the brief in a file, as a memo in its own template."""
    brief = read_brief(path).brief
    template = template_of(brief, apart)
    return Checked(path, findings(brief, template, apart), template.front.limit.pages)


def _print_lines(checked: list[Checked]) -> None:
    for path, found, pages in checked:
        for one in found:
            print(printable(f"{path}: {one.where}: {one.code}: {one.message}; {one.fix}"))
        if pages:
            complain(f"{path}: its limit of {pages:g} pages is checked in the window, which lays them out")


def _json(checked: list[Checked]) -> str:
    rows = [
        {"file": str(path), "code": one.code, "message": one.message, "where": one.where, "fix": one.fix}
        for path, found, _ in checked
        for one in found
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding if sys.stdout else "utf-8")
    except UnicodeEncodeError:
        return json.dumps(rows, indent=2)
    return text
