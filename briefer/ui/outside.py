"""What other programs show: pages in the browser, folders in the file manager. Nothing goes there by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from briefer.diagnostics import log_path
from briefer.errors import BrieferError
from briefer.files import make_folder
from briefer.ui.messages import ask, show_error


def open_address(window: QWidget, address: str) -> None:
    """Open an address in the browser, after a question that shows all of it."""
    if ask(window, "Open this address in the browser?", address, "Open"):
        _open(address)


def open_log_folder(window: QWidget, say: Callable[[str], object]) -> None:
    """Show where the log lies; ``say`` takes a line for the status bar."""
    folder = log_path().parent
    try:
        make_folder(folder)
    except BrieferError as error:
        show_error(window, error, "The log cannot be shown.")
        return
    say(f"The log is in {folder}")
    _open(folder.as_uri())


def _open(address: str) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl(address))
