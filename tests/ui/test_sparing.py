"""The first screen is painted before Qt's namespace comes to Python with all its enums."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from briefer.ui.sparing import CENTRED, brush, let, pen, write_in

_START = """
import os
import briefer.ui.app
from PySide6 import QtCore
app = briefer.ui.app.make_application()
window = briefer.ui.app.make_window()
window.show()
app.processEvents()
print(window.stage.start.isVisible(), "Qt" in vars(QtCore), flush=True)
os._exit(0)
"""


def test_the_first_screen_does_without_the_namespace_of_qt() -> None:
    done = subprocess.run([sys.executable, "-c", _START], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.split() == ["True", "False"], done.stderr


def test_values_are_let_by_their_names(qapp: QApplication) -> None:
    label = QLabel("Words")
    let(label, alignment="AlignRight|AlignTop", textFormat="PlainText")
    from PySide6.QtCore import Qt

    assert label.alignment() == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert int(Qt.AlignmentFlag.AlignCenter) == CENTRED
    with pytest.raises(ValueError, match="AlignNowhere"):
        let(label, alignment="AlignNowhere")


def test_brushes_and_pens_have_the_colour(qapp: QApplication) -> None:
    assert brush("#123456").color() == QColor("#123456")
    assert (pen("#123456", 2).color(), pen("#123456", 2).widthF()) == (QColor("#123456"), 2)
    drawn = QPixmap(8, 8)
    painter = QPainter(drawn)
    write_in(painter, "#123456")
    assert painter.pen().color() == QColor("#123456")
    painter.end()
