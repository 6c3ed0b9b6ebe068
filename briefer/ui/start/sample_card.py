"""What the right of the start page shows while there are no recent briefs: the sample."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.ui.style_sheet import set_role

_ABOUT = (
    "A finished brief on two articles: actors, actions, stakes and quotes are marked, and each statement of the"
    " memo leads back to its passage. Change what you like; the sample itself stays as it is."
)


class SampleCard(QWidget):
    """A card that says what the sample is, as high as its words; ``chosen`` asks for it."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("The sample")
        card = QFrame()
        set_role(card, "card")
        title = QLabel("Remote modems in port cranes")
        set_role(title, "name")
        kind = QLabel("Information note")
        about = QLabel(_ABOUT)
        for label in (kind, about):
            set_role(label, "muted")
        for label in (title, about):
            label.setWordWrap(True)
        self.button = QPushButton("Open the sample")
        self.button.clicked.connect(self.chosen)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        whole.addStretch()
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        for label in (title, kind):
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(about)
        column.addSpacing(12)
        left = QHBoxLayout()
        left.addWidget(self.button)
        left.addStretch()
        column.addLayout(left)
