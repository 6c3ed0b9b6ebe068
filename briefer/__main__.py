"""The program's one entrance: a subcommand runs without Qt, anything else opens the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from briefer.cli import COMMANDS
from briefer.cli.run import guarded, run


def main() -> int:
    """Run the program with the arguments it was called with; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["sample"]:
        return guarded(_sample)
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        return run(arguments)
    return guarded(lambda: _window(arguments))


def _sample() -> int:
    from briefer.cli.display import why_no_window
    from briefer.paths import resources

    if why_no_window():
        return run(["sample"])
    return _window([], sample=resources() / "sample" / "sample.brief")


def _window(files: list[str], *, sample: Path | None = None) -> int:
    from briefer.cli.display import require_display

    require_display()
    gc.disable()  # until the window stands: what a start makes is no garbage, and looking for some takes 20 ms
    from briefer.ui.app import open_window

    return open_window(files, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
