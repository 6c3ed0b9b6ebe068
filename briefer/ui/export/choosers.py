"""One of several: formats as cards, and a few words side by side."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QToolButton, QWidget

from briefer.ui.export.formats import FORMATS, Format
from briefer.ui.fitting import segment_width
from briefer.ui.icons import icon_pixmap
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens, ui_font

_HEIGHT, _LEAST, _PICTURE = 84, 76, 20
_DOT, _EDGE = 12, 8


class FormatCards(QWidget):
    """The formats side by side. ``chosen`` carries the one that a person chose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._cards = {each.ident: _Card(each) for each in FORMATS}
        for ident, card in self._cards.items():
            card.toggled.connect(lambda on, ident=ident: self.chosen.emit(ident) if on else None)
            row.addWidget(card)

    def show_format(self, ident: str) -> None:
        """Show this one as chosen; nothing is told."""
        card = self._cards[ident]  # type: ignore[index]
        with QSignalBlocker(card):
            card.setChecked(True)
        for each in self._cards.values():
            each.update()

    def current(self) -> QWidget:
        """The card that is chosen."""
        return next(card for card in self._cards.values() if card.isChecked())


class _Card(QRadioButton):
    """A format: its picture, its name, and what comes of it."""

    def __init__(self, shown: Format) -> None:
        super().__init__(shown.name)
        self._shown = shown
        self.setAccessibleDescription(f"{shown.does} ({shown.below})")
        self.setToolTip(f"{shown.does} ({shown.below}). The arrow keys choose, Enter exports")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Room for picture, name and suffix."""
        return QSize(_LEAST, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As little as its words need."""
        return QSize(_LEAST, _HEIGHT)

    def hitButton(self, place: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, which says by its dot and its edge whether it is chosen."""
        colours, on = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if on or self.hasFocus() else 1
        edge = colours.accent if on else colours.text if self.hasFocus() or self.underMouse() else colours.ctl
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(colours.accent_tint if on else colours.pane))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 5, 5)
        if on and self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 3, 3)
        self._paint_dot(painter)
        ink = "accent" if on else "text"
        picture = icon_pixmap(self._shown.icon, ink, _PICTURE, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - _PICTURE) // 2, 12, picture)
        self._write(painter, 36, self._shown.name, bold=True, ink=getattr(colours, ink))
        self._write(painter, 56, self._shown.below, bold=False, ink=colours.muted)
        painter.end()

    def _paint_dot(self, painter: QPainter) -> None:
        colours, on = tokens(), self.isChecked()
        dot = QRectF(_EDGE, _EDGE, _DOT, _DOT)
        painter.setPen(QPen(QColor(colours.accent if on else colours.ctl), 4 if on else 1))
        painter.setBrush(QColor(colours.pane))
        inside = 2 if on else 0.5
        painter.drawEllipse(dot.adjusted(inside, inside, -inside, -inside))

    def _write(self, painter: QPainter, top: int, words: str, *, bold: bool, ink: str) -> None:
        font = ui_font(12)
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(2, top, self.width() - 4, 20), Qt.AlignmentFlag.AlignCenter, words)


class Segments(QFrame):
    """A few choices side by side of which one is down. ``chosen`` carries the one that a person chose."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Iterable[tuple[str, str, str]]) -> None:
        """``choices`` are ids, words and tips."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_role(self, "segments")
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons: dict[str, QToolButton] = {}
        for ident, words, tip in choices:
            button = QToolButton()
            button.setText(words)
            button.setAccessibleName(f"{name}: {words}")
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setMinimumWidth(segment_width(words))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            set_role(button, "segment")
            # Toggled, because the arrow keys turn without a click.
            button.toggled.connect(lambda on, ident=ident: self.chosen.emit(ident) if on else None)
            group.addButton(button)
            row.addWidget(button)
            self._buttons[ident] = button

    def show_choice(self, ident: str) -> None:
        """Show this one as chosen; nothing is told."""
        button = self._buttons[ident]
        with QSignalBlocker(button):
            button.setChecked(True)
