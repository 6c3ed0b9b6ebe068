"""Pictures of the running window, from the sample brief: ``python tests/screens.py FOLDER [SCENE...]``.

Each scene is drawn light, dark and in high contrast, at 1440 × 900 and 1100 × 700, at 100 % and 200 %, into files such as
``write-light-1440x900@1.png``. With ``--publish`` the pictures of README and help are renewed as well. Needs no display.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from functools import partial
from itertools import product
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from screen_assistance import SCENES as MORE_SCENES
from screen_moves import is_still, settle
from screen_scenes import SCENES as FIRST_SCENES

SCENES = {**FIRST_SCENES, **MORE_SCENES}
SIZES = ((1440, 900), (1100, 700))
THEMES = ("light", "dark", "contrast")
SCALES = (1, 2)
_DRAWN = "drawn"
HELP = Path(__file__).parents[1] / "resources" / "help"


class Published(NamedTuple):
    """A picture of README and help: its name, the picture that it is made of, and the part of that; all if empty."""

    name: str
    drawn: str
    part: QRect = QRect()

    def publish(self, folder: Path) -> None:
        """Write it anew if its picture was drawn: in 256 colours, which are enough, as small as PNG can be."""
        if not (folder / self.drawn).exists():
            return
        whole = QImage(str(folder / self.drawn)).convertToFormat(QImage.Format.Format_RGB32)
        part = whole.copy(self.part) if self.part.isValid() else whole
        often = Counter(memoryview(part.constBits()).cast("I"))
        colours = sorted(often, key=lambda colour: often[colour] * _weight(colour), reverse=True)[:256]
        few = part.convertToFormat(QImage.Format.Format_Indexed8, colours)
        few.save(str(HELP / self.name), quality=0)


def _weight(colour: int) -> int:
    """What a pixel of a colour counts: small marks in the colour of their kind are not to turn grey."""
    parts = colour & 255, colour >> 8 & 255, colour >> 16 & 255
    return 8 + max(parts) - min(parts)


PUBLISHED = (
    Published("window.png", "write-light-1440x900@1.png"),
    Published("preview.png", "preview-light-1440x900@1.png"),
    Published("start.png", "recent-light-1100x700@1.png"),
    Published("cleaning.png", "cleaning-light-1440x900@1.png", QRect(0, 76, 567, 398)),
    Published("suggestions.png", "suggestions-light-1440x900@1.png", QRect(571, 76, 372, 552)),
    Published("importing.png", "imported-light-1440x900@1.png", QRect(0, 76, 1440, 190)),
    Published("note.png", "note-light-1440x900@1.png", QRect(571, 76, 372, 552)),
)


def main() -> None:
    """Draw the scenes; one process for each scale, because Qt reads it once."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split(":")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("scenes", nargs="*", metavar="SCENE", help=", ".join(SCENES))
    parser.add_argument("--only", default="", metavar="TEXT", help="only pictures whose names hold this text")
    parser.add_argument("--publish", action="store_true", help="renew the pictures of README and help")
    parser.add_argument("--scale", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.scale:
        draw(args.folder, args.scenes or list(SCENES), args.scale, args.only)
        return
    args.folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        with tempfile.TemporaryDirectory() as home:
            command = [sys.executable, __file__, str(args.folder), *args.scenes, "--only", args.only]
            subprocess.run([*command, "--scale", str(scale)], check=True, env=_environment(home, scale))
    if args.publish:
        for each in PUBLISHED:
            each.publish(args.folder)


def draw(folder: Path, scenes: list[str], scale: int, only: str) -> None:
    """Draw these scenes in this process."""
    from briefer.store.recovery import recovery_dir
    from briefer.ui.app import make_application, make_window

    app = make_application()
    for scene, theme, (width, height) in product(scenes, THEMES, SIZES):
        picture = folder / f"{scene}-{theme}-{width}x{height}@{scale}.png"
        if only not in picture.name:
            continue
        shutil.rmtree(recovery_dir(), ignore_errors=True)  # what the windows before this one kept
        window = make_window()
        window.documents.choose(replace(window.documents.settings, theme="dark" if theme == "dark" else "light"))
        window.resize(width, height)
        window.show()
        window.activateWindow()
        at_dialog = QTimer(interval=1000)
        at_dialog.timeout.connect(partial(_picture_of_dialog, window, picture))
        at_dialog.start()
        SCENES[scene](window)  # waits in a dialog if it opens one
        at_dialog.stop()
        if not window.property(_DRAWN):
            settle()
            _picture(window, picture)
        window.hide()
        window.deleteLater()
        app.processEvents()


def _dress_harshly() -> None:
    """As a desktop does that asks for high contrast."""
    from briefer.ui.style_sheet import style_sheet
    from briefer.ui.theme import system_tokens

    role, palette = QPalette.ColorRole, QPalette(QColor("black"), QColor("black"))
    for ink in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText):
        palette.setColor(ink, QColor("white"))
    palette.setColor(role.Base, QColor("black"))
    palette.setColor(role.Highlight, QColor("yellow"))
    palette.setColor(role.HighlightedText, QColor("black"))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setPalette(palette)
    app.setStyleSheet(style_sheet(system_tokens(palette)))
    app.processEvents()


def _picture_of_dialog(window: QWidget, path: Path) -> None:
    if QApplication.activeModalWidget() is not None and is_still() and not window.property(_DRAWN):
        window.setProperty(_DRAWN, True)
        _picture(window, path)


def _picture(window: QWidget, path: Path) -> None:
    """Save what is on the screen: the window and, over it, its menus and dialogs, which are closed."""
    if "-contrast-" in path.name:
        _dress_harshly()
        settle()
    whole = window.grab()
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    for each in others:
        _paint_over(whole, each, window)
        each.close()
    whole.save(str(path))


def _paint_over(whole: QPixmap, widget: QWidget, window: QWidget) -> None:
    place = widget.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
    if widget.windowType() not in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
        place = QPoint((window.width() - widget.width()) // 2, (window.height() - widget.height()) // 2)
    painter = QPainter(whole)
    painter.drawPixmap(place, widget.grab())
    painter.end()


def _environment(home: str, scale: int) -> dict[str, str]:
    own = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **own, "QT_SCALE_FACTOR": str(scale)}


if __name__ == "__main__":
    main()
