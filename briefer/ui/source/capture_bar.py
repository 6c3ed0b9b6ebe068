"""The capture bar: what can be done with a selection, beside it for the mouse."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from briefer.model.brief import GROUPS
from briefer.ui.icons import icon
from briefer.ui.overlay import paint_card
from briefer.ui.source.markers import LETTERS, marker_icon
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens, ui_font

_WORDS, _ICON = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
_CAP = 18
_Button = TypeVar("_Button", bound=QToolButton)

ADD_KEY = "L"
"""The key that adds a passage to a note that is there already."""
APART = 6
"""Pixels between the bar and the selection."""


class CaptureBar(QFrame):
    """Four kinds and "Add to note…", each with its tool tip. It never takes the focus.

    ``capture_requested`` carries a kind. Where it would not fit, its buttons show their markers alone.
    """

    capture_requested = Signal(str)
    add_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.setAccessibleName("File the selection")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(0)
        self._buttons: dict[str, QToolButton] = {}
        for kind in GROUPS:
            button = self._add(kind, kind.capitalize(), QToolButton())
            button.setIcon(marker_icon(kind))
            button.clicked.connect(lambda _=False, kind=kind: self.capture_requested.emit(kind))
        divider = QFrame()
        divider.setFixedSize(1, 18)
        set_role(divider, "line")
        row.addSpacing(4)
        row.addWidget(divider)
        row.addSpacing(4)
        self._add_button = add = self._add("add", "Add to note…", _KeyedButton(ADD_KEY))
        add.setIcon(icon("link"))
        add.clicked.connect(lambda: self.add_requested.emit())
        self.set_keys(on=True)

    def set_keys(self, *, on: bool) -> None:
        """Whether the letters file too, and so are named."""
        self._add_button.show_key(on=on)
        for name, button in self._buttons.items():
            words = "Add to a note that is there" if name == "add" else f"File as {name}"
            key = ADD_KEY if name == "add" else LETTERS[name]  # type: ignore[index]
            button.setToolTip(f"{words} ({key})" if on else words)
            button.setAccessibleName(words)

    def place(self, selection: QRect, room: QRect) -> None:
        """Stand below a selection's box, above it if there is no room, and hide where there is neither.

        Both are in the parent's pixels; the box is that of the whole selection, in view or not.
        """
        self._fit(room.width())
        size = self.size()
        below, above = selection.bottom() + APART, selection.top() - APART - size.height()
        for top in (below, above):
            if room.top() <= top and top + size.height() <= room.bottom() + 1:
                self.move(room.left(), top)
                self.show()
                self.raise_()
                return
        self.hide()

    def _fit(self, width: int) -> None:
        """Show as many words as there is room for: all, those of the kinds, none."""
        for kinds, add in ((_WORDS, _WORDS), (_WORDS, _ICON), (_ICON, _ICON)):
            for button in self._buttons.values():
                button.setToolButtonStyle(add if button is self._add_button else kinds)
            if self.sizeHint().width() <= width:
                break
        self.resize(self.sizeHint())

    def _add(self, name: str, text: str, button: _Button) -> _Button:
        button.setText(text)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIconSize(QSize(20, 16))  # the picture stands in the middle, apart from the word
        button.setProperty("kind", name)
        set_role(button, "capture")
        layout = self.layout()
        assert layout is not None
        layout.addWidget(button)
        self._buttons[name] = button
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        paint_card(self, tokens().pane, tokens().ctl, 5)


class _KeyedButton(QToolButton):
    """A button with the key that does the same, as a key cap at its end."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key, self._shown = key, True

    def show_key(self, *, on: bool) -> None:
        """Whether the key is shown."""
        self._shown = on
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """With room for the key."""
        return super().sizeHint() + QSize(_CAP + 4 if self._shows_key() else 0, 0)

    def _shows_key(self) -> bool:
        return self._shown and self.toolButtonStyle() == _WORDS

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key over what a button shows."""
        super().paintEvent(event)
        if not self._shows_key():
            return
        painter, colours = QPainter(self), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap = QRectF(self.width() - _CAP - 6.5, (self.height() - _CAP) / 2, _CAP, _CAP)
        painter.setPen(QPen(QColor(colours.ctl), 1))
        painter.setBrush(QColor(colours.pane2))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(colours.muted))
        painter.setFont(ui_font(11))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()
