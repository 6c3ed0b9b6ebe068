"""Whether the open quote is in its source's words; both wordings side by side where it is not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.review.wordings import Wordings
from briefer.ui.notes.pills import HEIGHT, verdict_pill
from briefer.ui.notes.rows import Verdict
from briefer.ui.style_sheet import set_role
from briefer.ui.text.wordings import both_html, both_told
from briefer.ui.theme import tokens


class VerdictLine(QWidget):
    """The badge of a quote, and under it, when asked for, the two wordings. ``taken`` asks for the source's words."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._badge = _Badge()
        self.toggle = _link("Compare", "Show the note's words beside the source's")
        self.toggle.clicked.connect(self._turn)
        self.take = _link("Use the source’s words", "Put the words of the source in place of the note's")
        self.take.clicked.connect(self.taken)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._badge)
        line.addWidget(self.toggle)
        line.addStretch()
        self._panel = QWidget()
        self._both = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        panel = QVBoxLayout(self._panel)
        panel.setContentsMargins(0, 0, 0, 0)
        panel.setSpacing(2)
        panel.addWidget(self._both)
        panel.addWidget(self.take, alignment=Qt.AlignmentFlag.AlignRight)
        self._panel.hide()
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(4)
        column_.addLayout(line)
        column_.addWidget(self._panel)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show what was found out; nothing where there is nothing to compare."""
        self.setVisible(verdict is not None)
        wordings = verdict.wordings if verdict else None
        self._badge.show_verdict(verdict)
        self.toggle.setVisible(wordings is not None)
        if wordings is None:
            self.hide_wordings()
        else:
            self._show(wordings)

    def show_wordings(self) -> None:
        """Unfold the two wordings, if there are two."""
        if self.toggle.isHidden():
            return
        self._panel.show()
        self.toggle.setText("Hide")

    def hide_wordings(self) -> None:
        """Fold them."""
        self._panel.hide()
        self.toggle.setText("Compare")

    def controls(self) -> tuple[QWidget, QWidget]:
        """What Tab goes through."""
        return self.toggle, self.take

    def _turn(self) -> None:
        if self._panel.isHidden():
            self.show_wordings()
        else:
            self.hide_wordings()

    def _show(self, wordings: Wordings) -> None:
        self._both.setText(both_html(wordings))
        self._both.setAccessibleName(both_told(wordings))


class _Badge(QWidget):
    """The pill that says it."""

    def __init__(self) -> None:
        super().__init__()
        self._verdict: Verdict | None = None

    def show_verdict(self, verdict: Verdict | None) -> None:
        self._verdict = verdict
        self.setAccessibleName(verdict.label if verdict else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(verdict_pill(self._verdict).width) + 1 if self._verdict else 0, round(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._verdict is not None:
            painter = QPainter(self)
            pill = verdict_pill(self._verdict)
            middle = (self.height() - HEIGHT) / 2
            pill.paint(painter, self.rect().toRectF().adjusted(0, middle, 0, -middle), tokens())
            painter.end()


def _link(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    set_role(button, "link")
    return button
