"""The program's one entrance: a subcommand runs without Qt, anything else opens the window."""

from __future__ import annotations

import sys

from briefer.cli import COMMANDS


def main() -> int:
    """Run the program with the arguments it was called with; returns the exit code."""
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0].startswith("-")):
        from briefer.cli.run import run

        return run(arguments)
    from briefer.cli.run import guarded

    return guarded(lambda: _window(arguments))


def _window(files: list[str]) -> int:
    from briefer.cli.display import require_display

    require_display()
    from briefer.ui.app import open_window

    return open_window(files)


if __name__ == "__main__":
    sys.exit(main())
