"""Says that the program has failed, that the work is kept, and offers details that can be sent to anybody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefer.diagnostics import report
from briefer.ui.icons import icon_pixmap
from briefer.ui.style_sheet import set_role

_KEPT = (
    "What you typed is kept on this computer, and the brief’s file is as you saved it last. You can go on; if"
    " anything looks wrong, close Briefer: the next start offers what was kept."
)
_NOT_KEPT = (
    "What you typed since you saved last could not be kept: the disk refused it. Go on, copy what matters to another"
    " program, and save under another name."
)
_WIDTH = 560


class CrashDialog(QDialog):
    """Is accepted by who goes on, and rejected by who closes the program."""

    def __init__(self, parent: QWidget, told: str, *, kept: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle("Briefer")
        self._details = f"{told}\n\n{report(QGuiApplication.platformName())}"
        what, more, why = QLabel("Briefer itself has failed."), QLabel(_KEPT if kept else _NOT_KEPT), QLabel()
        picture = QLabel()
        picture.setPixmap(icon_pixmap("warn", "accent", size=32))
        set_role(what, "head")
        more.setWordWrap(True)
        why.setText("The details hold no text of the brief and no names of your files:")
        set_role(why, "muted")
        details = QPlainTextEdit(self._details)
        details.setReadOnly(True)
        details.setTabChangesFocus(True)
        details.setAccessibleName("Details")
        details.setMinimumHeight(64)
        words = QVBoxLayout()
        words.setSpacing(8)
        for each in (what, more, why, details):
            words.addWidget(each)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self._buttons())
        # A layout's own least height knows nothing of wrapped words, which a low screen lets overlap.
        self.setMinimumSize(_WIDTH, column.totalMinimumHeightForWidth(_WIDTH))
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))
        self._go_on.setFocus()

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self._copy = QPushButton("Copy details")
        close, go_on = QPushButton("Close Briefer"), QPushButton("Go on")
        self._go_on = go_on
        self._copy.setToolTip("Copy them for a report")
        close.setToolTip("Close without asking; the next start offers what was kept")
        go_on.setToolTip("Go back to work (Esc)")
        self._copy.clicked.connect(self._copy_details)
        close.clicked.connect(self.reject_for_good)
        go_on.clicked.connect(self.accept)
        box.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(close, QDialogButtonBox.ButtonRole.DestructiveRole)
        box.addButton(go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        return box

    def reject(self) -> None:
        """Esc goes on: closing is to be chosen."""
        self.accept()

    def reject_for_good(self) -> None:
        """Close the program."""
        self.done(QDialog.DialogCode.Rejected)

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self._copy.setText("Copied")


def ask_after_crash(parent: QWidget, told: str, *, kept: bool) -> bool:
    """Say what happened; whether work goes on."""
    dialog = CrashDialog(parent, told, kept=kept)
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
