"""What can be done about one finding: what it proposes, going there, leaving it with a reason, taking that back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefer.review.findings import Finding
from briefer.review.wordings import Wordings
from briefer.ui.style_sheet import set_role
from briefer.ui.text.wordings import both_html, both_told

UNSUPPORTED = "unsupported-claim"
"""The code of findings that a passage may settle."""
_LONGEST = 600
"""Characters of a quotation and its source together that are shown side by side here; the note shows all."""


class SettleBar(QFrame):
    """Shows buttons for one finding, and above them the wordings of a quotation. ``resized`` tells another height."""

    go_requested = Signal()
    repair_requested = Signal()
    passage_requested = Signal()
    leave_requested = Signal(str)
    take_back_requested = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "side-panel")
        self._both = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.repair, self.go = QPushButton(), QPushButton("&Go there")
        self.passage = QPushButton("Find a &passage…")
        self.passage.setToolTip("Find the passage of a source that supports this sentence (Ctrl+J)")
        self.leave, self.take_back = QPushButton("&Leave it…"), QPushButton("&Take back")
        self.go.setToolTip("Close this, and go there (Enter)")
        self.leave.setToolTip("Leave it as it is, and keep the reason in the brief")
        self.take_back.setToolTip("Let it be a finding again")
        self.reason = _Reason()
        self.reason.left.connect(self._hide_reason)
        self.reason.entered.connect(self.leave_requested)
        for button, signal in (
            (self.repair, self.repair_requested),
            (self.passage, self.passage_requested),
            (self.go, self.go_requested),
            (self.take_back, self.take_back_requested),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit())
        self.leave.clicked.connect(self.ask_reason)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.passage, self.repair, self.go, self.leave, self.take_back):
            button.setAutoDefault(True)  # Enter presses the one that has the keyboard
            set_role(button, "small")
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._both)
        column.addLayout(row)
        column.addWidget(self.reason)
        self.show_finding(None, None)

    def show_finding(self, finding: Finding | None, wordings: Wordings | None) -> None:
        """Show what can be done about a finding."""
        self.reason.hide()
        self.reason.clear()
        self.setVisible(finding is not None)
        shown = wordings if wordings is not None and len(wordings.note) + len(wordings.source) <= _LONGEST else None
        self._both.setVisible(shown is not None)
        if shown is not None:
            self._both.setText(both_html(shown))
            self._both.setAccessibleName(both_told(shown))
        if finding is None:
            return
        is_left = bool(finding.left)
        self.passage.setVisible(finding.code == UNSUPPORTED and not is_left)
        self.repair.setVisible(finding.repair is not None and not is_left)
        if finding.repair is not None:
            self.repair.setText(finding.repair.label)
            self.repair.setToolTip(f"{finding.fix[:1].upper()}{finding.fix[1:]} (can be undone)")
        self.leave.setVisible(not is_left and finding.severity != "error")
        self.take_back.setVisible(is_left)

    def set_room(self, width: int) -> None:
        """Let the wordings have the height that they take in this width."""
        self._both.setMinimumHeight(self._both.heightForWidth(width - 24) if not self._both.isHidden() else 0)

    def ask_reason(self) -> None:
        """Show the line for the reason, with the keyboard."""
        if self.leave.isHidden():
            return
        self.reason.show()
        self.resized.emit()
        self.reason.setFocus()

    def _hide_reason(self) -> None:
        self.leave.setFocus()  # before the line goes, and Qt gives the keyboard to whatever is next
        self.reason.hide()
        self.resized.emit()


class _Reason(QLineEdit):
    """The line for the reason. Enter takes it (``entered``), Esc gives up (``left``)."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Why may it stay as it is? Enter leaves it, Esc does not")
        self.setAccessibleName("Reason to leave it")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the reason; Esc gives up, and closes nothing else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
