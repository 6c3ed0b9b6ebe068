"""Pictures of the running window, from the sample brief: ``python tests/screens.py FOLDER [SCENE...]``.

Each scene is drawn light and dark, at 1440 × 900 and 1100 × 700, at 100 % and 200 %, into files such as
``write-light-1440x900@1.png``. With ``--publish`` the pictures of README and help are renewed as well. Needs no display.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefer.ui.window import Window

SIZES = ((1440, 900), (1100, 700))
THEMES = ("light", "dark")
SCALES = (1, 2)
SETTLED = 900
"""Milliseconds after which nothing moves any more: longer than each pause of the window."""
HELP = Path(__file__).parents[1] / "resources" / "help"
PUBLISHED = {"write-light-1440x900@1.png": "window.png", "preview-light-1440x900@1.png": "preview.png"}


def start(window: Window) -> None:
    """The first thing that anybody sees."""


def write(window: Window) -> None:
    """A note is open, and words are selected beside it."""
    window.open_sample()
    window.notes.open("x1")
    reader = window.source.reader
    first = reader.text().index("each crane")
    window.source.take_focus()
    reader.select(first, first + len("each crane would stand idle"))
    reader.verticalScrollBar().setValue(0)


def preview(window: Window) -> None:
    """The memo's pages."""
    window.open_sample()
    window.notes.open("x1")
    window.actions_by_id["preview"].trigger()


SCENES: dict[str, Callable[[Window], None]] = {each.__name__: each for each in (start, write, preview)}


def main() -> None:
    """Draw the scenes; one process for each scale, because Qt reads it once."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=", ".join(SCENES))
    parser.add_argument("--publish", action="store_true", help="renew the pictures of README and help")
    parser.add_argument("--scale", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.scale:
        draw(args.folder, args.scenes or list(SCENES), args.scale)
        return
    args.folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        with tempfile.TemporaryDirectory() as home:
            command = [sys.executable, __file__, str(args.folder), *args.scenes, "--scale", str(scale)]
            subprocess.run(command, check=True, env=_environment(home, scale))
    if args.publish:
        for drawn, published in PUBLISHED.items():
            if (args.folder / drawn).exists():
                shutil.copy(args.folder / drawn, HELP / published)


def draw(folder: Path, scenes: list[str], scale: int) -> None:
    """Draw these scenes in this process."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from briefer.ui.app import make_window
    from briefer.ui.theme import apply_theme

    app = QApplication(sys.argv[:1])
    for scene, theme, (width, height) in product(scenes, THEMES, SIZES):
        window = make_window()
        apply_theme(app, theme)  # after the window, which is dressed as the settings say
        window.resize(width, height)
        window.show()
        window.activateWindow()
        SCENES[scene](window)
        QTest.qWait(SETTLED)
        window.grab().save(str(folder / f"{scene}-{theme}-{width}x{height}@{scale}.png"))
        window.hide()
        window.deleteLater()
        QTest.qWait(0)


def _environment(home: str, scale: int) -> dict[str, str]:
    own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **own, "QT_SCALE_FACTOR": str(scale)}


if __name__ == "__main__":
    main()
