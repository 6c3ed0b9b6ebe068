"""The files of an import, each with its state: shown over the work, which goes on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.ui.icons import icon
from briefer.ui.importing.batch import Batch, File
from briefer.ui.importing.file_row import FileRow
from briefer.ui.speech import announce
from briefer.ui.style_sheet import set_role

HIGHEST = 184
"""Pixels of the files that are shown without scrolling."""
_LINES = 2
"""Pixels of the lines above and below."""


class ImportList(QWidget):
    """Shows a batch. ``stop_requested`` and ``again_requested`` carry a File, the latter a password too;
    ``stop_all_requested`` asks to leave out all that is not read yet, ``closed`` to take the list away.
    """

    stop_requested = Signal(object)
    again_requested = Signal(object, str)
    stop_all_requested = Signal()
    closed = Signal()

    def __init__(self, batch: Batch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "import-list")
        self.setAccessibleName("Articles that are imported")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._batch = batch
        self._came_from: QWidget | None = None
        self.title = QLabel()
        set_role(self.title, "strong")
        self.stop_all = QPushButton("Stop all")
        self.stop_all.setToolTip("Leave out what is not read yet; what was added stays")
        set_role(self.stop_all, "small")
        self.stop_all.clicked.connect(self.stop_all_requested)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("close", "muted"))
        self.close_button.setToolTip("Close this list (Esc)")
        self.close_button.setAccessibleName("Close this list")
        set_role(self.close_button, "bare")
        self.close_button.clicked.connect(self.closed)
        header = self._header = QHBoxLayout()
        header.setContentsMargins(16, 8, 16, 4)
        header.setSpacing(8)
        header.addWidget(self.title, 1)
        header.addWidget(self.stop_all)
        header.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _LINES // 2, 0, _LINES // 2)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._make_rows())
        self.show_states()

    def _make_rows(self) -> QScrollArea:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16, 0, 8, 8)
        self._column.setSpacing(0)
        self.rows: list[FileRow] = []
        for file in self._batch.files:
            row = FileRow(file)
            row.stopped.connect(lambda file=file: self.stop_requested.emit(file))
            row.again.connect(lambda password, file=file: self.again_requested.emit(file, password))
            self._column.addWidget(row)
            self.rows.append(row)
        self._column.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        return self._scroll

    def shows(self, batch: Batch) -> bool:
        """Whether this is the list of a batch."""
        return self._batch is batch

    def show_states(self) -> None:
        """Show the states as they are now; the keyboard stays in the list, if it was in it."""
        focus = QApplication.focusWidget() if self.has_focus() else None
        for file, row in zip(self._batch.files, self.rows, strict=True):
            row.show_file(file)
        before, words = self.title.text(), self._batch.summary()
        self.title.setText(words)
        self.stop_all.setVisible(self._batch.going)
        self.close_button.setVisible(not self._batch.going)
        if words != before:
            announce(self, words)
        if focus is not None and QApplication.focusWidget() is not focus:
            self.take_focus()
        self.updateGeometry()

    def reveal(self, file: File) -> None:
        """Bring a file into view."""
        self._scroll.ensureWidgetVisible(self.rows[self._batch.files.index(file)])

    def take_focus(self) -> None:
        """Give the keyboard to the first file that asks for something, or to the list's own button."""
        asking = [row for file, row in zip(self._batch.files, self.rows, strict=True) if file.error is not None]
        own = self.stop_all if self._batch.going else self.close_button
        if self._came_from is None:
            self._came_from = QApplication.focusWidget()
        (asking[0].first_control if asking else own).setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        """Whether the keyboard is in the list."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def give_focus_back(self) -> None:
        """The list goes: let the keyboard be where it was, if it is here."""
        before = self._came_from
        if self.has_focus() and before is not None and before in self.window().findChildren(QWidget):
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """As high as its files, but no higher than ``HIGHEST``."""
        rows = self._column.totalHeightForWidth(max(600, self.width() - 12))
        if rows < 0:  # no row has words that wrap
            rows = self._column.totalSizeHint().height()
        head = self._header.totalSizeHint().height()
        return QSize(super().sizeHint().width(), min(HIGHEST, rows) + head + _LINES)

    def minimumSizeHint(self) -> QSize:
        """All of that: what is below gives way."""
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the list, once all is read."""
        if event.key() == Qt.Key.Key_Escape and not self._batch.going:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
