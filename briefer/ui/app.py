"""The application: one window on one brief."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import briefer
from briefer.diagnostics import start_log, stop_log
from briefer.paths import resources
from briefer.settings import load_settings
from briefer.templates.files import built_in_templates
from briefer.ui.garbage import collect_in
from briefer.ui.recovery.crash import Watch
from briefer.ui.session import Session
from briefer.ui.single import Listener, hand_over
from briefer.ui.theme import apply_theme
from briefer.ui.window import Window

_BUSY_START, _LOOK_AGAIN = 200, 250
"""Milliseconds: what the first screen does not need comes later than this; how often a question is looked for."""


def open_window(files: Sequence[str], *, sample: Path | None = None) -> int:
    """Show the window on these files (a brief, or articles), or on the sample, until it is closed; the exit code."""
    app = make_application()
    paths = [Path(name).absolute() for name in files]
    if sample is None and hand_over(paths):
        goes = "the files go to its window" if paths else "its window comes to the front"
        print(f"Briefer is open already: {goes}")
        return 0
    window = make_window()
    if sample is not None:
        window.open_sample()
    window.show()
    # What lives as long as the program need not be looked through each time: a full collection takes 10 to 20 ms.
    QTimer.singleShot(0, gc.freeze)
    listener = Listener(window)
    listener.called.connect(partial(receive, window))
    QTimer.singleShot(_BUSY_START, listener, listener.listen)
    QTimer.singleShot(_BUSY_START, window, window.prepare)
    if paths:
        window.take_files(paths)
    QTimer.singleShot(_BUSY_START, window, lambda: window.recovery.beside.later.do("log", start_log))
    watch = Watch(window)
    code = app.exec()
    watch.end()
    listener.close()
    window.background.close()
    stop_log()
    return code


def receive(window: Window, paths: list[Path]) -> None:
    """Bring a window to the front and let it take files; a question that it is asking comes first."""
    from PySide6.QtCore import Qt

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if QApplication.activeModalWidget() is not None and paths:
        QTimer.singleShot(_LOOK_AGAIN, window, partial(receive, window, paths))
    elif paths:
        window.take_files(paths)


def make_application() -> QApplication:
    """The application, under its own name and in the style that its looks are drawn on."""
    # Set later, the style would come to Python with all its enums, which takes 8 ms of a start.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setApplicationName("Briefer")
    app.setApplicationVersion(briefer.__version__)
    app.setDesktopFileName("briefer")
    return app


def make_window() -> Window:
    """A window with an empty brief, dressed as the settings say."""
    loaded = load_settings()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, loaded.settings.theme)
    session = Session()
    window = Window(session, loaded.settings, list(built_in_templates()), resources() / "sample" / "sample.brief")
    session.setParent(window)
    collect_in(app)
    if loaded.warnings:
        window.say(" ".join(loaded.warnings))
    return window
