"""``briefer check``: findings as lines, or as JSON. Those that were left do not count; ``--left`` tells them."""

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
from briefer.opening import template_of
from briefer.review.findings import Finding
from briefer.reviewing import all_findings
from briefer.store.briefs import read_brief

FINDINGS = 1


class Checked(NamedTuple):
    """All findings of one brief; ``pages`` is its limit, which only the window can check."""

    path: Path
    findings: list[Finding]
    pages: float


def run(options: argparse.Namespace) -> int:
    """Print what a careful reader would question in each brief."""
    checked: list[Checked] = []
    failed = each([Path(name) for name in options.briefs], check, checked.append)
    if options.json:
        print(_json(checked, left=options.left))
    else:
        _print_lines(checked, left=options.left)
    return failed or (FINDINGS if any(not found.left for one in checked for found in one.findings) else 0)


def check(path: Path) -> Checked:
    """All findings of the brief in a file, as a memo in its own template."""
    brief = read_brief(path).brief
    template = template_of(brief, apart)
    return Checked(path, all_findings(brief, template, apart), template.front.limit.pages)


def _print_lines(checked: list[Checked], *, left: bool) -> None:
    for path, found, pages in checked:
        for one in _told(found, left=left):
            settled = f"left: {one.left}" if one.left else one.fix
            print(printable(f"{path}: {one.where}: {one.code}: {one.message}; {settled}"))
        if pages:
            complain(f"{path}: its limit of {pages:g} pages is checked in the window, which lays them out")


def _told(found: list[Finding], *, left: bool) -> list[Finding]:
    return [one for one in found if left or not one.left]


def _json(checked: list[Checked], *, left: bool) -> str:
    rows = [
        {
            "file": str(path),
            "code": one.code,
            "message": one.message,
            "where": one.where,
            "fix": one.fix,
            "severity": one.severity,
            **({"left": one.left} if left else {}),
        }
        for path, found, _ in checked
        for one in _told(found, left=left)
    ]
    text = json.dumps(rows, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding if sys.stdout else "utf-8")
    except UnicodeEncodeError:
        return json.dumps(rows, indent=2)
    return text
