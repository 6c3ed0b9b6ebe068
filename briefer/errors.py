"""One family of errors. Each says what is wrong, what to do next, and the exit code it means.

The window and the command line print the same words. Exit codes are those of ``sysexits.h``, as the
command line documents them.
"""

from __future__ import annotations


class BrieferError(Exception):
    """Something a person can act on.

    ``message`` says what is wrong in one sentence without a full stop, ``hint`` what to do next, and
    ``path`` names the file concerned, if any. ``str()`` gives ``PATH: message; hint`` on one line.
    """

    exit_code = 70

    def __init__(self, message: str, hint: str = "", *, path: object = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.path = None if path is None else str(path)

    def __str__(self) -> str:
        text = f"{self.message}; {self.hint}" if self.hint else self.message
        return f"{printable(self.path)}: {text}" if self.path is not None else text

    def at(self, path: object) -> BrieferError:
        """Name the file concerned, unless one is named already; returns self, to be raised."""
        if self.path is None:
            self.path = str(path)
        return self


class UsageError(BrieferError):
    """The call itself makes no sense: an unknown suffix, an unknown template, an output that is an input."""

    exit_code = 2


class DataError(BrieferError):
    """A file was read but its content is not what it should be: damaged, encrypted, too new, too large."""

    exit_code = 65


class LockedError(DataError):
    """A file opens only with a password, and none was given, or another one than its own."""


class MisplacedError(DataError):
    """A brief holds together but for passages whose words are not where it says: it opens with these lost."""


class UnreadableError(BrieferError):
    """A file is missing, a folder, no regular file, or not ours to read."""

    exit_code = 66


class CannotCreateError(BrieferError):
    """An output cannot be made: its folder is missing, or the place is not ours to write."""

    exit_code = 73


class InputOutputError(BrieferError):
    """Reading or writing failed on the way: a full disk, a device error."""

    exit_code = 74


class ChangedElsewhereError(BrieferError):
    """Refused, because it would overwrite what another program has changed since it was read."""

    exit_code = 75


class HeldElsewhereError(ChangedElsewhereError):
    """Refused, because another window or another person has the file open and may be changing it."""


def printable(text: str) -> str:
    """``text`` with all that a terminal could obey, or that would break the line, written as escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)
