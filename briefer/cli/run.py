"""Arguments in, exit code out: one line on stderr for whatever goes wrong, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from briefer.errors import BrieferError

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    from briefer.cli.parser import parser

    def command() -> int:
        options = parser().parse_args(arguments)
        return int(options.run(options))

    return guarded(command)


def guarded(command: Callable[[], int]) -> int:
    """The exit code of a command; an error of ours, an interruption or a closed pipe ends it without a traceback."""
    try:
        code = command()
        sys.stdout.flush()
    except BrieferError as error:
        complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to flush goes nowhere
        return 0
    return code


def complain(error: BrieferError) -> None:
    """The error as one line on stderr."""
    print(f"briefer: {' '.join(str(error).split())}", file=sys.stderr)
