"""``briefer annotate``: annotations of other programs into a copy of a brief."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefer.cli.apart import apart
from briefer.cli.outputs import write_new
from briefer.cli.run import complain
from briefer.errors import BrieferError, UsageError
from briefer.exchange import TakenIn, take_in_file
from briefer.export import refuse_input_as_output
from briefer.store.briefs import read_brief
from briefer.store.stamps import now, stamped

_FINDINGS = 1


def run(options: argparse.Namespace) -> int:
    """Write the brief with the annotations of all files; say what of them did not map."""
    path, output = Path(options.brief), Path(options.output)
    files = [Path(name) for name in options.notes]
    if output.suffix.lower() != ".brief":
        raise UsageError("a brief's name ends in .brief", "add that to it", path=output)
    refuse_input_as_output([output], [path, *files])
    before = brief = read_brief(path).brief
    failed = found = 0
    for file in files:
        try:
            done: TakenIn = apart(take_in_file, brief, file)
        except BrieferError as error:
            complain(str(error))
            failed = failed or error.exit_code
            continue
        brief = done.brief
        found = found or (_FINDINGS if done.not_taken else 0)
        _tell(file, done)
    if not failed:
        write_new(brief if brief == before else stamped(brief, now()), output)
    return failed or found


def _tell(file: Path, done: TakenIn) -> None:
    for missed in done.not_taken:
        complain(f"{file}: {missed}")
    counts = {"taken in": len(done.idents), "there already": done.known}
    said = ", ".join(f"{count} {words}" for words, count in counts.items() if count) or "nothing taken in"
    complain(f"{file}: {said}")
