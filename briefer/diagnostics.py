"""What a report of a fault needs: versions, places, the way to the fault, and a log. No text of a brief is in it.

The message of an error may hold words of an article, and so may the line of a log: both hold kinds, places in the
program and numbers alone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import briefer
from briefer import paths
from briefer.errors import BrieferError
from briefer.files import make_folder

if TYPE_CHECKING:
    import logging
    from traceback import FrameSummary

LOG_BYTES, LOG_FILES = 500_000, 3
"""The most bytes of the log, and how many older ones of that size are kept."""

_PACKAGES = (
    "PySide6-Essentials", "Markdown", "python-docx", "lxml", "Jinja2", "PyYAML", "msgspec", "platformdirs",
    "filelock", "trafilatura", "pypdfium2", "striprtf", "python-oxmsg",
)  # fmt: skip
_LOG = "briefer"
_DISPLAY = ("QT_QPA_PLATFORM", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "QT_SCALE_FACTOR")


def note(words: str, *numbers: object) -> None:
    """Say in the log what was done. Whoever calls this says no text, no title and no name of a file."""
    import logging  # 8 ms that a start can spare

    logging.getLogger(_LOG).info(words, *numbers)


def log_path() -> Path:
    """The file of the log."""
    return paths.state_dir() / "log" / "briefer.log"


def start_log() -> None:
    """Write from now on what is logged to the log; where that cannot be, it is not kept, and nothing else happens."""
    import logging
    from logging.handlers import RotatingFileHandler

    log = logging.getLogger(_LOG)

    class Quiet(RotatingFileHandler):
        def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's own name)
            """A disk that is full is no reason to print a traceback."""

    if any(isinstance(handler, RotatingFileHandler) for handler in log.handlers):
        return
    with suppress(BrieferError, OSError):
        make_folder(log_path().parent)
        handler = Quiet(log_path(), maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.propagate = False
        note("started: %s", "; ".join(f"{name} {version}" for name, version in versions()))


def stop_log() -> None:
    """Close the log."""
    import logging

    log = logging.getLogger(_LOG)
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    log.propagate = True


def versions() -> Iterator[tuple[str, str]]:
    """The program, what it runs on, and the libraries that it uses, each with its version."""
    import platform
    from importlib.metadata import PackageNotFoundError, version

    yield "Briefer", briefer.__version__
    yield platform.python_implementation(), platform.python_version()
    yield "System", platform.platform()
    for package in _PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            yield package, "not installed"


def surroundings(screen: str = "") -> Iterator[tuple[str, str]]:
    """What the window is shown by, as far as it is known, and where the program keeps things."""
    yield "Qt platform", screen or os.environ.get("QT_QPA_PLATFORM") or _likely_platform()
    for name in _DISPLAY:
        if value := os.environ.get(name):
            yield name, value
    yield "Resources", without_home(paths.resources())
    yield "Settings", without_home(paths.config_dir())
    yield "State", without_home(paths.state_dir())
    yield "Data", without_home(paths.data_dir())
    yield "Log", without_home(log_path())


def _likely_platform() -> str:
    if sys.platform in ("win32", "darwin"):
        return {"win32": "windows", "darwin": "cocoa"}[sys.platform]
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") else "xcb" if os.environ.get("DISPLAY") else "no display"


def without_home(path: Path) -> str:
    """A path that does not say who somebody is."""
    with suppress(ValueError, RuntimeError):
        return str(Path("~") / path.relative_to(Path.home()))
    return str(path)


def report(screen: str = "") -> str:
    """Versions and surroundings, one a line."""
    return "\n".join(f"{name}: {value}" for name, value in (*versions(), *surroundings(screen)))


def fault(error: BaseException) -> str:
    """An error as its kind and the way to it through the program, without what it says, and those that caused it."""
    from traceback import extract_tb

    lines: list[str] = []
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{'caused by ' if lines else ''}{_kind(cause)}")
        lines += [f"  {_place(frame)}" for frame in extract_tb(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


def _kind(error: BaseException) -> str:
    number = f" {error.errno}" if isinstance(error, OSError) and error.errno else ""
    return f"{type(error).__module__}.{type(error).__qualname__}{number}".removeprefix("builtins.")


def _place(frame: FrameSummary) -> str:
    file = Path(frame.filename)
    parts = file.parts
    for root in ("briefer", "site-packages"):
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return f"{'/'.join(parts[last + (root == 'site-packages') :])}:{frame.lineno} in {frame.name}"
    return f"{file.name}:{frame.lineno} in {frame.name}"
