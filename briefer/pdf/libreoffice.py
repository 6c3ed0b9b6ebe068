"""The PDF file that Word's own lay-out gives: LibreOffice, where the user has it, makes it of the Word document."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from briefer.errors import DataError

SECONDS = 90.0
"""How long it may take: a first start of LibreOffice on a slow disk takes half a minute."""

_USUAL_PLACES = {
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.com",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    ),
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
}
_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{0}"><prop oor:name="{1}" oor:op="fuse"><value>{2}</value></prop></item>'
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        _ITEM.format(*setting)
        for setting in (
            ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
            ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
            ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
            ("Writer/Content/Update", "Link", "0"),
            ("Common/Java", "Enable", "false"),
        )
    )
    + "</oor:items>\n"
)
"""A profile of its own: no macros, nothing fetched from elsewhere, and no quarrel with a LibreOffice that is open."""


def office_program() -> str:
    """LibreOffice's program for the command line; empty if it is not installed."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return found
    return next((place for place in _USUAL_PLACES.get(sys.platform, ()) if Path(place).is_file()), "")


def pdf_of_word(document: bytes, seconds: float = SECONDS) -> bytes:
    """A Word document as a PDF file with Word's pages, headings to go by, and tags for screen readers.

    DataError if LibreOffice is not there, takes too long or makes nothing. The bytes are others each time.
    """
    program = office_program()
    if not program:
        raise DataError(
            "LibreOffice is not installed, which makes a PDF of the Word document",
            "install it, or export the PDF with the pages of the preview",
        )
    with tempfile.TemporaryDirectory(prefix="briefer-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        _write_profile(folder / "profile")
        (folder / "memo.docx").write_bytes(document)
        _run(program, folder, seconds)
        made = folder / "memo.pdf"
        if not made.is_file():
            raise DataError("LibreOffice made no PDF of the Word document", _INSTEAD)
        return made.read_bytes()


_INSTEAD = "export to Word and save as PDF there, or export the PDF with the pages of the preview"


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")


def _run(program: str, folder: Path, seconds: float) -> None:
    command = [
        program, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", _FILTER, "--outdir", str(folder), str(folder / "memo.docx"),
    ]  # fmt: skip
    quiet = subprocess.DEVNULL
    try:
        with _all_memory():
            running = subprocess.Popen(  # noqa: S603
                command, stdin=quiet, stdout=quiet, stderr=quiet, cwd=folder, start_new_session=True
            )
    except OSError as error:
        raise DataError(
            f"LibreOffice cannot be started ({(error.strerror or str(error)).lower()})", _INSTEAD
        ) from error
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        message = f"LibreOffice took more than {seconds:g} seconds for the Word document and was stopped"
        raise DataError(message, _INSTEAD) from None
    finally:
        _end(running)


@contextlib.contextmanager
def _all_memory() -> Iterator[None]:
    """Let what is started here have the memory that there is, where this process itself may use but some of it."""
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _end(running: subprocess.Popen[bytes]) -> None:
    """End what still runs, with the processes that it has started."""
    if running.poll() is None:
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                running.kill()
            else:
                os.killpg(running.pid, signal.SIGKILL)
        running.wait()
