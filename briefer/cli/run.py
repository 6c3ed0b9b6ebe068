"""Arguments in, exit code out: one line on stderr for whatever goes wrong, never a traceback."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TextIO

from briefer.errors import BrieferError, InputOutputError, printable

INTERRUPTED = 130


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""

    def command() -> int:
        from briefer.cli.parser import parser

        try:
            options = parser().parse_args(arguments)
        except SystemExit:  # argparse has printed the help or the version; its errors are UsageErrors
            return 0
        return int(options.run(options))

    return guarded(command)


def guarded(command: Callable[[], int]) -> int:
    """The exit code of a command; an error, an interruption or a closed pipe ends it without a traceback."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # what this terminal cannot show is shown escaped
    try:
        code = command()
        if sys.stdout:
            sys.stdout.flush()
    except BrieferError as error:
        return _ended(error)
    except KeyboardInterrupt:
        complain("interrupted; what was finished is whole, the rest is as it was")
        return INTERRUPTED
    except BrokenPipeError:
        _abandon(sys.stdout)
        return 0
    except OSError as error:
        _abandon(sys.stdout)
        return _ended(InputOutputError(error.strerror or "the system refused", "try elsewhere", path=error.filename))
    except Exception as error:  # the last line of defence: what the crash dialog is to the window
        from briefer.cli.crash import crash_report

        return _ended(crash_report(error))
    return code


def _ended(error: BrieferError) -> int:
    complain(str(error))
    return error.exit_code


def complain(message: str) -> None:
    """The message as one line on stderr; where that is closed, nobody is left to be told."""
    if sys.stderr:
        with suppress(OSError):
            print(printable(f"briefer: {message}"), file=sys.stderr)


def _abandon(stream: TextIO) -> None:
    """Let what is left to flush go nowhere; otherwise the interpreter complains of it when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
