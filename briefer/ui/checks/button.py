"""The verdict of the checks, at the right of the status bar."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from briefer.review.findings import Finding
from briefer.ui.checks.wording import SIGNS, counted, gravest, summary
from briefer.ui.icons import SIZE, icon
from briefer.ui.style_sheet import set_role


class ChecksButton(QWidget):
    """An icon that leads to the next check, and words that list them all; nothing where there is nothing to check."""

    next_requested = Signal()
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._next, self._words = QToolButton(), QToolButton()
        self._next.setIconSize(QSize(SIZE, SIZE))
        self._next.clicked.connect(self.next_requested)
        self._words.clicked.connect(self.list_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        line = QFrame()
        line.setFixedSize(1, SIZE)
        set_role(line, "line")
        row.addWidget(line)
        row.addSpacing(6)
        for button in (self._next, self._words):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        self.show_findings(None)

    def show_findings(self, findings: tuple[Finding, ...] | None) -> None:
        """Show how many findings there are of each severity; nothing while nothing is known."""
        self.setVisible(findings is not None)
        found = findings or ()
        words, severity = counted(found), gravest(found)
        self._next.setIcon(icon(*(SIGNS[severity] if severity else ("ok", "ok"))))
        self._next.setToolTip("Go to the next check (F8)" if words else "No check found anything")
        self._next.setAccessibleName("Next check" if words else "Checks passed")
        self._next.setEnabled(bool(words))
        self._words.setText(words or "Checks passed")
        self._words.setToolTip(f"{summary(found)}. List all checks" if words else self._next.toolTip())
        self._words.setAccessibleName(f"Checks: {words}" if words else "Checks passed")
        set_role(self._next, "status")
        set_role(self._words, f"status-{severity}" if severity else "status")
