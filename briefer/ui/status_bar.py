"""The status bar: the file, what was said last, how long the memo is, its checks, and the zoom."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from PySide6.QtCore import QRectF, QSize, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStatusBar,
    QToolButton,
    QWidget,
)

from briefer.ui.extent import NEARLY, shown_pages
from briefer.ui.fitting import ElidedLabel
from briefer.ui.icons import SIZE, Picture, icon
from briefer.ui.sparing import brush, let, pen
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

Filed: TypeAlias = Literal["new", "changed", "saved"]

SAID_FOR = 8000
"""Milliseconds that a message stays."""

_METER = 60
_HUNDRED = 100


class _Look(NamedTuple):
    words: str
    icon: str
    ink: str


_FILED: dict[Filed, _Look] = {
    "new": _Look("Not saved yet", "changed", "muted"),
    "changed": _Look("Changed", "changed", "warn"),
    "saved": _Look("Saved", "ok", "ok"),
}


class StatusBar(QStatusBar):
    """One row: file and messages on the left, and on the right what is always there.

    ``undo_requested`` asks to take back what the message tells of, ``cancel_requested`` to stop the work that is
    shown, ``zoom_requested`` for a size up (1), down (-1) or back (0). What Qt itself says here, such as the tip of
    the menu entry at hand, is shown like a message.
    """

    undo_requested = Signal()
    cancel_requested = Signal()
    zoom_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._state_icon = Picture("changed", "muted")
        self._state = _label("Whether the brief is saved")
        self._name = ElidedLabel()
        self._name.setAccessibleName("File")
        self._message = ElidedLabel()
        self._message.setAccessibleName("Message")
        self._undo = _link("Undo", "Take this back (Ctrl+Z)", self.undo_requested, "NoFocus")
        self._cancel = _link("Cancel", "Stop this", self.cancel_requested, "TabFocus")
        self._busy_words = ""
        self._words = _label("Words of the memo")
        self._meter = QProgressBar(textVisible=False)
        self._meter.setFixedWidth(_METER)
        self._meter.setRange(0, _HUNDRED)
        self._meter.setAccessibleName("Pages used of those allowed")
        self._pages = _label("Pages of the memo")
        self._of_brief = QWidget()
        self._face: QWidget | None = None
        self._faces = QHBoxLayout()
        self._no_brief = _label("Whether a brief is open")
        self._no_brief.setText("No brief open")
        self._checks = QHBoxLayout()
        self._zoom = QToolButton()
        self._hush = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._hush.timeout.connect(self._forget)
        self.addPermanentWidget(self._row(), 1)
        self.messageChanged.connect(self._show_message)
        self.messageChanged.connect(self._keep_for_a_while)
        for widget in (self._undo, self._cancel, self._meter, self._no_brief):
            widget.hide()
        self.show_file("new", "")

    # The file

    def show_file(self, filed: Filed, name: str, when: str = "") -> None:
        """Show whether the brief is saved, when, and the name of its file."""
        look = _FILED[filed]
        self._state.setText(f"{look.words} {when}".rstrip())
        self._name.show_words(name)
        self._state_icon.show_icon(look.icon, look.ink)

    def show_brief_parts(self, *, on: bool) -> None:
        """Show, or hide, what is told of a brief: on the start page none is open."""
        for part in (self._of_brief, self._state_icon, self._state, self._name):
            part.setVisible(on and self._face is None)
        self._no_brief.setVisible(not on and self._face is None)

    def add_face(self, face: QWidget) -> None:
        """Keep what is told in another mode of the window than that of the brief; hidden until it is shown."""
        face.hide()
        self._faces.addWidget(face)

    def show_face(self, face: QWidget | None) -> None:
        """Show what is told in such a mode, in place of what is told of a brief; None: nothing of that kind."""
        if self._face is not None:
            self._face.hide()
        self._face = face
        if face is not None:
            self.show_brief_parts(on=False)
            face.show()

    # Messages

    def say(self, text: str, *, undoable: bool = False) -> None:
        """Show a message for a while; ``undoable`` offers to take back what it tells of."""
        self.showMessage(text)
        self._undo.setVisible(undoable)
        self._hush.start()

    def forget_undo(self) -> None:
        """Something newer would be taken back now: no longer offer it, nor tell of what is old or taken back."""
        if not self._undo.isHidden():
            self.clearMessage()
        self._undo.hide()

    def show_busy(self, words: str, stoppable: bool) -> None:
        """Show what the program is at, behind any message; empty words: nothing."""
        self._busy_words = f"{words}…" if words else ""
        self._cancel.setVisible(stoppable and bool(words))
        self._show_message(self.currentMessage())

    # The memo

    def show_words(self, count: int) -> None:
        """Show how many words the memo has."""
        self._words.setText(f"{count:,} word{'s' if count != 1 else ''}".replace(",", "\u2009"))

    def show_pages(self, pages: float, limit: float) -> None:
        """Show how many pages the memo fills, of how many (0: any number)."""
        part = pages / limit if limit else 0.0
        verdict = "err" if part > 1 else "warn" if part >= NEARLY else ""
        words = f"{shown_pages(pages, limit)} of {limit:g} pages" if limit else f"{shown_pages(pages)} pages"
        tip = {"err": "Over the template's limit.", "warn": "May run over the template's limit."}.get(verdict, "")
        self._pages.setText(f"{words}, may run over" if verdict == "warn" else words)
        self._pages.setToolTip(f"{tip} Word may differ by some lines." if tip else "")
        self._pages.setAccessibleDescription(self._pages.toolTip())
        set_role(self._pages, f"status-{verdict}" if verdict else "status")
        self._meter.setVisible(bool(limit))
        self._meter.setValue(min(round(part * _HUNDRED), _HUNDRED))
        set_role(self._meter, verdict)

    def add_checks(self, widget: QWidget) -> None:
        """Put the verdict of the checks into its place, between the pages and the zoom."""
        self._checks.addWidget(widget)

    # The zoom

    def show_zoom(self, what: str, size: str) -> None:
        """Show the size ("120 %") of what the zoom works on ("source")."""
        self._zoom.setText(size)
        self._zoom.setToolTip(f"Show the {what} in its own size (Ctrl+0)")
        self._zoom.setAccessibleName(f"Zoom of the {what}: {size}")

    # How it is made

    def _row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 0, 8, 0)
        line.setSpacing(8)
        line.addLayout(self._faces)
        line.addWidget(self._state_icon)
        line.addWidget(self._state)
        line.addSpacing(8)
        line.addWidget(self._name)
        line.addSpacing(8)
        said: tuple[QWidget, ...] = (self._message, self._undo, self._cancel)
        for widget in said:
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._no_brief)
        line.addWidget(self._of_brief)
        inside = QHBoxLayout(self._of_brief)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        standing: tuple[QWidget, ...] = (self._words, self._meter, self._pages)
        for widget in standing:
            inside.addWidget(widget)
        inside.addLayout(self._checks)
        inside.addWidget(_line())
        inside.addLayout(self._zoom_group())
        return row

    def _zoom_group(self) -> QHBoxLayout:
        group = QHBoxLayout()
        group.setSpacing(0)
        smaller, larger = QToolButton(), QToolButton()
        for button, picture, name, keys in (
            (smaller, "minus", "Smaller", "Ctrl+-"), (larger, "add", "Larger", "Ctrl++")
        ):  # fmt: skip
            button.setIcon(icon(picture, "muted"))
            button.setIconSize(QSize(SIZE, SIZE))
            button.setToolTip(f"{name} ({keys})")
            button.setAccessibleName(name)
        for button, step in ((smaller, -1), (self._zoom, 0), (larger, 1)):
            set_role(button, "status")
            let(button, focusPolicy="NoFocus")  # the keys do the same
            button.clicked.connect(lambda _=False, step=step: self.zoom_requested.emit(step))
            group.addWidget(button)
        return group

    def _show_message(self, text: str) -> None:
        self._message.show_words(text or self._busy_words)
        if not text:
            self._undo.hide()

    def _keep_for_a_while(self, text: str) -> None:
        """What a field or a menu says here goes as other messages do."""
        if text:
            self._hush.start()

    def _forget(self) -> None:
        self.clearMessage()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the name of the file gives way first: the title bar has it too."""
        super().resizeEvent(event)
        self._name.setMaximumWidth(max(self.width() // 5, 80))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground alone: what is said stands in the row."""
        painter, colours = QPainter(self), tokens()
        ground, edge = QPainterPath(), QPainterPath()
        ground.addRect(QRectF(self.rect()))
        painter.fillPath(ground, brush(colours.win))
        edge.moveTo(0, 0)
        edge.lineTo(self.width(), 0)
        painter.strokePath(edge, pen(colours.line))
        painter.end()


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setAccessibleName(name)
    label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
    set_role(label, "status")
    return label


def _link(words: str, tip: str, signal: SignalInstance, policy: str) -> QToolButton:
    link = QToolButton()
    link.setText(words)
    link.setToolTip(tip)
    let(link, focusPolicy=policy)
    set_role(link, "status-link")
    link.clicked.connect(signal)
    return link


def _line() -> QFrame:
    line = QFrame()
    line.setFixedSize(1, SIZE)
    set_role(line, "line")
    return line
