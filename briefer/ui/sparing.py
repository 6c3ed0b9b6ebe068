"""What the first screen needs of Qt without the namespace ``Qt``, all of whose enums come to Python at its first use.

They are a tenth of a start, and come when the window stands already. So what makes and paints the first screen names
such values (``let``), and goes round functions that take some of them, even where another kind of value is given.
What is done later writes ``QtCore.Qt``, which brings them when that line is reached.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen

CENTRED = 0x84
"""``Qt.AlignmentFlag.AlignCenter``, for the flags of a painted text, which are a number."""
_BLACK = "#000000"
"""What a pen that draws nothing has for a colour."""


def let(thing: QObject, **values: str) -> None:
    """Set properties of the kind of enum or flags, by the names of their values; ValueError if there is none."""
    for name, value in values.items():
        if not thing.setProperty(name, value):
            raise ValueError(f"{name} cannot be {value}")


def brush(colour: str) -> QBrush:
    """A brush of one colour."""
    role, palette = QPalette.ColorRole.Window, QPalette()
    palette.setColor(role, QColor(colour))
    return palette.brush(role)


def pen(colour: str, width: float = 1) -> QPen:
    """A pen of one colour that draws a line."""
    made = QPen()
    made.setColor(QColor(colour))
    made.setWidthF(width)
    return made


def write_in(painter: QPainter, colour: str) -> None:
    """Let a painter write in a colour; it may do so already, as it takes that of its widget's foreground."""
    if painter.pen().color().name() != colour or colour == _BLACK:
        painter.setPen(pen(colour))
