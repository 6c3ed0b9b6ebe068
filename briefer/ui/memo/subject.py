"""The memo's title, edited in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QWidget

from briefer.ui.memo.portion_mark import PortionMark
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
        self.mark: PortionMark | None = None

    def add_mark(self, mark: PortionMark) -> None:
        """Give the portion mark its place, to the right of the words."""
        self.mark = mark
        mark.setParent(self)
        mark.installEventFilter(self)
        self._make_room()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep room for the mark's words, whichever they are."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            self._make_room()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark at the right."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        if self.mark is None:
            return
        width = 0 if self.mark.isHidden() else self.mark.sizeHint().width()
        if self.viewportMargins().right() != width:
            self.setViewportMargins(0, 0, width, 0)
        self.mark.setGeometry(self.width() - width, 0, width, self.mark.height())

    def show_text(self, text: str) -> None:
        """Show another subject; its line ends become spaces."""
        super().show_text(text.replace("\r\n", " ").replace("\n", " "))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the subject; there is no second line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def fitting(self, words: str) -> str:
        """Pasted words in one line."""
        return " ".join(words.split())

    def sizeHint(self) -> QSize:
        """As high as the words."""
        margins = self.contentsMargins()
        height = int(self.document().size().height()) + margins.top() + margins.bottom()
        return QSize(super().sizeHint().width(), height)
