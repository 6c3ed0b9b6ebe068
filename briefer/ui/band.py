"""Bands: what went wrong, or what should be known, told over a pane while work goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.icons import SIZE, Picture, icon
from briefer.ui.speech import announce
from briefer.ui.style_sheet import set_role

Role: TypeAlias = Literal["error", "warn", "info"]

_LOOKS = {
    "error": ("error", "err", "Problem"),
    "warn": ("warn", "warn", "Warning"),
    "info": ("info", "accent", "Note"),
}
"""Icon, ink and spoken word of each role."""


class Offer(NamedTuple):
    """A way out that a band offers: the words of its button and what that does. The band goes when it is taken."""

    words: str
    take: Callable[[], object]


class Band(QFrame):
    """One message: a sentence that says what happened, more that says what was kept, and ways out.

    It is read out by screen readers when it is shown, and closed by its cross, by Escape or by a way out.
    """

    def __init__(
        self, role: Role, what: str, more: str = "", offers: Sequence[Offer] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.role, self.words, self.stays = role, f"{what} {more}".strip(), False
        self._came_from: QWidget | None = None
        picture, ink, spoken = _LOOKS[role]
        self.setAccessibleName(f"{spoken}: {self.words}")
        set_role(self, f"band-{role}")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(Picture(picture, ink), 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addLayout(_column(what, more), 1)
        for offer in offers:
            row.addWidget(self._button(offer), 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._cross(), 0, QtCore.Qt.AlignmentFlag.AlignTop)

    def take_focus(self) -> None:
        """Give the keyboard to its first button; when the band goes, it goes back to where it is now."""
        if (focus := QApplication.focusWidget()) is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        first = next(iter(self.findChildren(QAbstractButton)))
        first.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)

    def announce(self) -> None:
        """Have it read out."""
        announce(self, self.accessibleName())

    def go(self) -> None:
        """Go away; the keyboard goes back to where it came from."""
        focus, before = QApplication.focusWidget(), self._came_from
        has_focus = focus is not None and self.isAncestorOf(focus)
        if has_focus and before is not None and before in self.window().findChildren(QWidget):
            before.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.go()
        else:
            super().keyPressEvent(event)

    def _button(self, offer: Offer) -> QPushButton:
        button = QPushButton(offer.words)
        set_role(button, "small")
        button.clicked.connect(self.go)
        button.clicked.connect(lambda _=False: offer.take())
        return button

    def _cross(self) -> QToolButton:
        cross = QToolButton()
        cross.setIcon(icon("close", "muted"))
        cross.setIconSize(QSize(SIZE, SIZE))
        cross.setToolTip("Close this message (Esc)")
        cross.setAccessibleName("Close this message")
        set_role(cross, "bare")
        cross.clicked.connect(self.go)
        return cross


class Bands(QWidget):
    """Where bands appear over what they concern. The last is the lowest; one of the same words replaces another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._held: tuple[QWidget, Callable[[], object]] | None = None
        self.hide()

    def show_band(
        self, role: Role, what: str, more: str = "", offers: Sequence[Offer] = (), *, stays: bool = False
    ) -> Band:
        """Show a message; one that began with the same sentence goes.

        One that ``stays`` takes no other's place, and is still there when another brief is begun.
        """
        if not stays:
            self.drop(what)
        band = Band(role, what, more, offers)
        band.stays = stays
        self._column.addWidget(band)
        self.show()
        band.show()
        band.announce()
        return band

    def hold(self, part: QWidget, take_focus: Callable[[], object]) -> None:
        """Keep something else above the messages until it is let go; ``take_focus`` gives it the keyboard."""
        self._held = part, take_focus
        self._column.insertWidget(0, part)
        self.show()
        part.show()

    def let_go(self, part: QWidget) -> None:
        """Take away what was held."""
        self._held = None
        part.hide()
        part.deleteLater()

    @property
    def is_stop(self) -> bool:
        """Whether there is anything for the keyboard."""
        return bool(self.shown()) or self._held is not None

    def shown(self) -> list[Band]:
        """The bands that are there, from above."""
        # Not from the layout: PySide keeps each of its items that was asked for, and takes what Qt makes later at the
        # same address for it, until the process falls.
        return [band for band in self.findChildren(Band) if band.parent() is self and not band.isHidden()]

    def take_focus(self) -> None:
        """Give the keyboard to the last message."""
        if bands := self.shown():
            bands[-1].take_focus()
        elif self._held is not None:
            _, take_focus = self._held
            take_focus()

    def drop(self, what: str) -> None:
        """Take away the message that begins with this sentence, because it holds no longer."""
        for band in self.shown():
            if band.words.startswith(what):
                band.hide()
                band.deleteLater()

    def clear(self) -> None:
        """Take all messages away that do not stay, because they were about another brief."""
        for band in self.shown():
            if not band.stays:
                band.hide()
                band.deleteLater()


def _column(what: str, more: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for text, role in ((what, "name"), (more, "")):
        if text:
            label = QLabel(text)
            label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            set_role(label, role)
            column.addWidget(label)
    return column
