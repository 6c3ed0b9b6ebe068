"""A window that is killed while somebody types, for test_recovery.py: FILE, or nothing for a brief without one.

It says on its output what was typed when it was kept, and then nothing more: a kill gives it no time to.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer

from briefer.edit import changes
from briefer.ui.app import make_application, make_window
from briefer.ui.recovery import autosave


def main(files: list[str]) -> int:
    autosave.PAUSE = 1
    app = make_application()
    window = make_window()
    window.show()
    if files:
        window.documents.open(Path(files[0]))

    def type_on(number: int) -> None:
        window._session.apply(lambda brief: changes.set_header(brief, "subject", f"Typed {number}"), "Type")

    def die() -> None:
        type_on(2)  # which nobody had the time to keep
        os.kill(os.getpid(), signal.SIGKILL)

    window.recovery.autosave.kept.connect(die)
    QTimer.singleShot(0, lambda: type_on(1))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
