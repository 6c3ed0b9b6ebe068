"""A window until it is ready: Briefer's, or a bare one. Prints the peak of the resident set in kB and ends at once.

Ready is the first time that the event loop would wait after the window was painted.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow


def main() -> None:
    """Show the window that the argument names (``briefer`` or ``bare``) until it is ready."""
    if sys.argv[1] == "briefer":
        from briefer.cli.display import require_display

        require_display()
        gc.disable()  # both as the program's entrance does
        import briefer.ui.app  # before Qt, as there
    from PySide6.QtCore import QAbstractEventDispatcher, QEvent, QObject
    from PySide6.QtWidgets import QApplication

    class Painted(QObject):
        """Whether its window has been painted."""

        is_true = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            self.is_true = self.is_true or event.type() == QEvent.Type.Paint
            return False

    app = briefer.ui.app.make_application() if sys.argv[1] == "briefer" else QApplication(sys.argv[:1])
    window = briefer.ui.app.make_window() if sys.argv[1] == "briefer" else _bare_window()
    painted = Painted()
    window.installEventFilter(painted)

    def idle() -> None:
        if painted.is_true:
            _tell()

    QAbstractEventDispatcher.instance().aboutToBlock.connect(idle)
    window.show()
    app.exec()


def _bare_window() -> QMainWindow:
    from PySide6.QtWidgets import QMainWindow, QTextEdit

    window = QMainWindow()
    window.setCentralWidget(QTextEdit())
    window.resize(1440, 900)
    return window


def _tell() -> None:
    # The system's own figure for an ended process would count what it was before it became this program.
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("utf-8").splitlines())
    print(status["VmHWM"].split()[0], flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
