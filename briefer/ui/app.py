"""The application: one window on one brief."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import briefer
from briefer.paths import resources
from briefer.settings import load_settings
from briefer.templates.files import built_in_templates
from briefer.ui.session import Session
from briefer.ui.theme import apply_theme
from briefer.ui.window import Window


def open_window(files: Sequence[str], *, sample: Path | None = None) -> int:
    """Show the window on these files (a brief, or articles), or on the sample, until it is closed; the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Briefer")
    app.setApplicationVersion(briefer.__version__)
    app.setDesktopFileName("briefer")
    window = make_window()
    if sample is not None:
        window.open_sample()
    window.show()
    # What lives as long as the program need not be looked through each time: a full collection takes 10 to 20 ms.
    QTimer.singleShot(0, gc.freeze)
    if files:
        window.take_files([Path(name) for name in files])
    return app.exec()


def make_window() -> Window:
    """A window with an empty brief, dressed as the settings say."""
    loaded = load_settings()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, loaded.settings.theme)
    session = Session()
    window = Window(session, loaded.settings, list(built_in_templates()), resources() / "sample" / "sample.brief")
    session.setParent(window)
    if loaded.warnings:
        window.say(" ".join(loaded.warnings))
    return window
