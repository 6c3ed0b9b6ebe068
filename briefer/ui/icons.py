"""The icons: line drawings of 16 pixels, in the ink of the theme.

``resources/icons`` holds one file for each, drawn in ``currentColor``. A file is read when its icon is painted for
the first time; a change of theme needs no more than a repaint.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImageReader,
    QPainter,
    QPaintEvent,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtWidgets import QWidget

from briefer.paths import resources
from briefer.ui.theme import tokens

SIZE = 16
"""Logical pixels of an icon."""


def icon(name: str, ink: str = "text") -> QIcon:
    """The icon of this name. ``ink`` is the token it is drawn in where nothing says otherwise.

    It is drawn in the accent where a button is down, in the ink of what is selected in a selected row, and in the
    colour of edges where it is disabled.
    """
    return QIcon(_Engine(name, ink))


def icon_pixmap(name: str, ink: str = "text", size: int = SIZE, ratio: float = 0) -> QPixmap:
    """The icon as it is now, ``size`` logical pixels wide, for what paints by hand or shows a picture in a label.

    ``ratio`` is the number of device pixels in a logical one; 0: as many as the sharpest screen has. It is not
    repainted when the theme changes: ask again then.
    """
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    scale = ratio or app.devicePixelRatio()
    drawn = _drawn(name, getattr(tokens(), ink), QSize(size, size) * scale)
    drawn.setDevicePixelRatio(scale)
    return drawn


class Picture(QWidget):
    """An icon on its own, which says nothing that stands not in words beside it; it follows the theme."""

    def __init__(self, name: str, ink: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink = name, ink
        self.setFixedSize(SIZE, SIZE)

    def show_icon(self, name: str, ink: str = "text") -> None:
        """Show another icon."""
        self._name, self._ink = name, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colours of the moment."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icon_pixmap(self._name, self._ink, ratio=self.devicePixelRatioF()))
        painter.end()


class _Engine(QIconEngine):
    """Draws an icon at the size that is asked for, in the colours of the moment."""

    def __init__(self, name: str, ink: str) -> None:
        super().__init__()
        self._name, self._ink = name, ink

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._ink)

    def isNull(self) -> bool:
        return False

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio()
        drawn = self.pixmap(rect.size() * scale, mode, state)
        drawn.setDevicePixelRatio(scale)
        painter.drawPixmap(rect, drawn)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        ink = self._ink
        if mode == QIcon.Mode.Disabled:
            ink = "ctl"
        elif mode == QIcon.Mode.Selected:
            ink = "sel_text"
        elif state == QIcon.State.On and ink == "text":
            ink = "accent"
        side = min(size.width(), size.height())
        return _in_the_middle(_drawn(self._name, getattr(tokens(), ink), QSize(side, side)), size)


def _in_the_middle(drawn: QPixmap, size: QSize) -> QPixmap:
    """A drawing in the middle of a picture of this size: a wide one keeps it apart from the word beside it."""
    if drawn.size() == size:
        return drawn
    whole = QPixmap(size)
    whole.fill(QColor(0, 0, 0, 0))
    painter = QPainter(whole)
    painter.drawPixmap((size.width() - drawn.width()) // 2, (size.height() - drawn.height()) // 2, drawn)
    painter.end()
    return whole


def _drawn(name: str, colour: str, size: QSize) -> QPixmap:
    """An icon in a colour, at a size in device pixels."""
    key = f"briefer/{name}/{colour}/{size.width()}x{size.height()}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    source = (resources() / "icons" / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    buffer = QBuffer()
    buffer.setData(QByteArray(source))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(size)
    drawn = QPixmap.fromImageReader(reader)
    QPixmapCache.insert(key, drawn)
    return drawn
