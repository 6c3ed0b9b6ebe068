"""A fault of the program itself: the details go to a file, and one line says where."""

from __future__ import annotations

from briefer.diagnostics import fault, report
from briefer.errors import BrieferError
from briefer.files import make_folder, replace_file
from briefer.paths import state_dir


def crash_report(error: Exception) -> BrieferError:
    """Write the way to the fault to the user's state folder; the error that says so, with exit code 70.

    The file can be sent to anybody: no text of a brief is in it.
    """
    path = state_dir() / "crash-report.txt"
    message = f"Briefer itself failed ({type(error).__name__}: {error})"
    text = f"{fault(error)}\n\n{report()}\n"
    try:
        make_folder(path.parent)
        replace_file(path, text.encode("utf-8", "backslashreplace"))
    except BrieferError:
        return BrieferError(message, "please report it")
    return BrieferError(message, f"please report it with the details in {path}")
