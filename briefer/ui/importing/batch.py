"""What is imported in one go: files, each with its state, read one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Literal, TypeAlias

from briefer.errors import BrieferError, LockedError

State: TypeAlias = Literal["waiting", "reading", "done", "failed", "locked", "stopped"]

_NUMBERS = count(1)
_ALONE: dict[State, str] = {
    "done": "{} was added",
    "locked": "{} needs its password",
    "failed": "{} could not be read",
    "stopped": "{} was left out",
}
"""What is said of one file."""


@dataclass
class File:
    """One file: what has become of it, and of what it was ``told``. ``password`` is kept only until it is tried."""

    path: Path
    state: State = "waiting"
    told: tuple[str, ...] = ()
    error: BrieferError | None = None
    password: str = ""

    @property
    def name(self) -> str:
        """What to call it."""
        return self.path.name

    def fail(self, error: BrieferError) -> None:
        """It could not be read."""
        self.state, self.error = "locked" if isinstance(error, LockedError) else "failed", error

    def again(self, password: str = "") -> None:
        """Let it be read once more."""
        self.state, self.error, self.password = "waiting", None, password

    def take_password(self) -> str:
        """The password to be tried now, which is forgotten."""
        password, self.password = self.password, ""
        return password


@dataclass
class Batch:
    """Files that were chosen or dropped together, for the brief that was at hand then."""

    brief: str
    files: list[File]
    number: int = field(default_factory=lambda: next(_NUMBERS))

    @property
    def words(self) -> str:
        """What to call the import."""
        return f"Import {self.files[0].name}" if len(self.files) == 1 else f"Import {len(self.files)} articles"

    @property
    def joins(self) -> str:
        """By which the articles become one step of the history, as long as nothing comes between them."""
        return f"import {self.number}"

    def next(self) -> File | None:
        """The file that is to be read next."""
        return next((file for file in self.files if file.state == "waiting"), None)

    def reading(self) -> File | None:
        """The file that is being read."""
        return next((file for file in self.files if file.state == "reading"), None)

    @property
    def going(self) -> bool:
        """Whether there is anything to be read yet."""
        return any(file.state in ("waiting", "reading") for file in self.files)

    def having(self, *states: State) -> list[File]:
        """The files in one of these states."""
        return [file for file in self.files if file.state in states]

    @property
    def has_news(self) -> bool:
        """Whether a person should see what became of the files: one could not be read, or something was told."""
        return any(file.error is not None or file.told for file in self.files)

    def reading_words(self, file: File) -> str:
        """What goes on, for the status bar."""
        at, total = self.files.index(file) + 1, len(self.files)
        return f"Importing {file.name} ({at} of {total})" if total > 1 else f"Importing {file.name}"

    def summary(self) -> str:
        """How far it has come, in a line."""
        total, done = len(self.files), len(self.having("done"))
        if self.going:
            only = self.reading_words(self.files[0])
            return f"Importing {total} articles: {done} added so far" if total > 1 else only
        if total == 1 and self.files[0].state in _ALONE:
            return _ALONE[self.files[0].state].format(self.files[0].name)
        failed, stopped = len(self.having("failed", "locked")), len(self.having("stopped"))
        parts = [f"{done} of {total} article{'s' if total != 1 else ''} added"]
        parts += [f"{failed} could not be read"] if failed else []
        parts += [f"{stopped} stopped"] if stopped else []
        return ", ".join(parts)
