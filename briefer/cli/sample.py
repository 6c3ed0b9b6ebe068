"""``briefer sample`` where there is no display: the sample's memo instead of the window on the sample."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefer.cli.display import why_no_window
from briefer.errors import printable
from briefer.export import export
from briefer.opening import template_of
from briefer.paths import resources
from briefer.store.briefs import read_brief

_OUTPUTS = (Path("briefer-sample.docx"), Path("briefer-sample.md"))


def run(_: argparse.Namespace) -> int:
    """Write the sample's memo in the current folder, and say why."""
    brief = read_brief(resources() / "sample" / "sample.brief").brief
    for output in _OUTPUTS:
        export(brief, template_of(brief), output)
    written = " and ".join(str(output.absolute()) for output in _OUTPUTS)
    print(printable(f"briefer: {why_no_window()}; instead of the window, the sample's memo is written: {written}"))
    return 0
