"""The memo's title, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QWidget

from briefer.ui.style_sheet import set_role
from briefer.ui.text.typed_text import TypedText


class SubjectText(TypedText):
    """The subject in the memo's own looks: one paragraph, which wraps. ``left`` tells that Enter ended it."""

    left = Signal()

    def __init__(self, name: str, *, required: bool, parent: QWidget | None = None) -> None:
        super().__init__(name, f"{name} (required)" if required else name, most_lines=0, parent=parent)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        set_role(self, "subject")

    def show_text(self, text: str) -> None:
        """Show another subject; its line ends become spaces."""
        super().show_text(text.replace("\r\n", " ").replace("\n", " "))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the subject; there is no second line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste in one line."""
        self.textCursor().insertText(" ".join(source.text().split()))

    def sizeHint(self) -> QSize:
        """As high as the words."""
        margins = self.contentsMargins()
        height = int(self.document().size().height()) + margins.top() + margins.bottom()
        return QSize(super().sizeHint().width(), height)
