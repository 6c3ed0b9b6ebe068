"""One file of an import in a line: its name, its state in a picture and in words, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from briefer.ui.fitting import ElidedLabel
from briefer.ui.icons import icon, icon_pixmap
from briefer.ui.importing.batch import File, State
from briefer.ui.messages import sentence
from briefer.ui.style_sheet import set_role

_NAME = 280
"""Pixels of a file's name at most."""
_PASSWORD = 200

_LOOKS: dict[State, tuple[str, str, str]] = {
    "waiting": ("more", "muted", "Waiting"),
    "reading": ("refresh", "accent", "Reading…"),
    "done": ("ok", "ok", "Added"),
    "failed": ("error", "err", "Not added"),
    "locked": ("lock", "warn", "Protected by a password"),
    "stopped": ("minus", "muted", "Stopped, not added"),
}
"""Icon, ink and words of each state."""


class FileRow(QWidget):
    """Shows a file. ``stopped`` asks to leave it out; ``again`` to read it once more, with the password given."""

    stopped = Signal()
    again = Signal(str)

    def __init__(self, file: File, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._name, self.words = QLabel(), ElidedLabel(file.name), QLabel()
        self._name.setMaximumWidth(_NAME)
        self._name.setMinimumWidth(_NAME)
        set_role(self._name, "strong")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password, placeholderText="Password of the file")
        self.password.setAccessibleName(f"Password of {file.name}")
        self.password.setFixedWidth(_PASSWORD)
        self.password.returnPressed.connect(self._retry)
        self.retry = QPushButton("Try again")
        self.retry.setToolTip("Read this file once more")
        self.retry.clicked.connect(self._retry)
        set_role(self.retry, "small")
        self.stop = QToolButton()
        self.stop.setIcon(icon("close", "muted"))
        self.stop.setToolTip("Leave this file out")
        self.stop.setAccessibleName(f"Leave out {file.name}")
        self.stop.clicked.connect(self.stopped)
        set_role(self.stop, "bare")
        self._lay_out()
        self.show_file(file)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        controls = QHBoxLayout()
        controls.setSpacing(8)
        for part in (self.password, self.retry, self.stop):
            controls.addWidget(part)
        top = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self._picture, 0, 0, top)
        grid.addWidget(self._name, 0, 1, top)
        grid.addWidget(self.words, 0, 2, top)
        grid.addLayout(controls, 0, 3, top)
        grid.setColumnStretch(2, 1)

    def show_file(self, file: File) -> None:
        """Show the state of the file."""
        picture, ink, words = _LOOKS[file.state]
        self._picture.setPixmap(icon_pixmap(picture, ink))
        self._picture.setAccessibleName(words)
        self.words.setText(_said(file, words))
        set_role(self.words, "" if file.state in ("failed", "locked") or file.told else "muted")
        self.password.setVisible(file.state == "locked")
        self.retry.setText("Open" if file.state == "locked" else "Try again")
        self.retry.setVisible(file.state in ("failed", "locked", "stopped"))
        self.stop.setVisible(file.state in ("waiting", "reading"))
        self.setAccessibleName(f"{file.name}: {self.words.text()}")

    @property
    def first_control(self) -> QWidget:
        """What the keyboard goes to: the password, if one is asked for."""
        return next(part for part in (self.password, self.retry, self.stop) if part.isVisibleTo(self))

    def _retry(self) -> None:
        password = self.password.text()
        self.password.clear()
        self.again.emit(password)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the password is no key for anything else."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _said(file: File, words: str) -> str:
    if file.error is not None:
        return f"{sentence(file.error.message)} {sentence(file.error.hint)}".strip()
    if file.told:
        return f"{words}. {' '.join(map(sentence_of, file.told))}"
    return words


def sentence_of(told: str) -> str:
    """What a reader told, as a sentence."""
    return sentence(told.removesuffix("."))
