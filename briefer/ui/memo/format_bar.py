"""The format bar of a section: bold, italic, list and link, beside its heading while it is written in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QToolTip, QWidget

from briefer.memo.formatting import web_address
from briefer.ui.icons import SIZE, icon
from briefer.ui.memo.section_text import SectionText
from briefer.ui.style_sheet import set_role

_ADDRESS_WIDTH = 144


class FormatBar(QWidget):
    """Formats one section's text. It shows its buttons while the keyboard is in the text.

    Without them it leaves its width to the heading, and keeps its height, so that no line moves.
    """

    def __init__(self, text: SectionText) -> None:
        super().__init__()
        self._text = text
        self.bold = self._button("bold", "Bold", "Ctrl+B", text.toggle_bold, checkable=True)
        self.italic = self._button("italic", "Italic", "Ctrl+I", text.toggle_italic, checkable=True)
        self.list = self._button("list", "List with bullets", "", text.toggle_list)
        self.link = self._button("link", "Link to a web or mail address", "Ctrl+Shift+K", text.link_asked.emit)
        self.buttons = (self.bold, self.italic, self.list, self.link)
        self.address = self._make_address()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (*self.buttons, self.address):
            row.addWidget(widget)
        self._show_buttons(shown=False)
        for watched in (text, self.address):
            watched.installEventFilter(self)
        text.cursorPositionChanged.connect(self._show_state)
        text.typed.connect(self._show_state)
        text.link_asked.connect(self.ask_address)

    def sizeHint(self) -> QSize:
        """As wide as what is shown; always as high as the highest."""
        return super().sizeHint().expandedTo(self._height())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return super().minimumSizeHint().expandedTo(self._height())

    def _height(self) -> QSize:
        return QSize(0, max(part.sizeHint().height() for part in (*self.buttons, self.address)))

    def ask_address(self) -> None:
        """Ask where the selection, or the word at the caret, shall lead."""
        self.address.setText(self._text.link_address())
        self._show_buttons(shown=False)
        self.address.show()
        self.address.selectAll()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(
        self, name: str, words: str, keys: str, do: Callable[[], object], *, checkable: bool = False
    ) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(SIZE, SIZE))
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the text, whose keys do the same
        button.setAccessibleName(words)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words} ({shown})" if shown else words)
        set_role(button, "bare")
        button.clicked.connect(lambda: do())
        return button

    def _make_address(self) -> QLineEdit:
        field = QLineEdit()
        field.setAcceptDrops(False)  # a file dropped on it reaches the window
        field.setAccessibleName("Address of the link")
        field.setPlaceholderText("https://…")
        field.setToolTip(
            "A web or mail address; Return sets the link, Esc leaves it. An empty one takes the link off."
        )
        field.setFixedWidth(_ADDRESS_WIDTH)
        field.returnPressed.connect(self._set_address)
        field.hide()
        return field

    def _set_address(self) -> None:
        typed = self.address.text().strip()
        address = web_address(typed)
        if typed and not address:
            where = self.address.mapToGlobal(self.address.rect().bottomLeft())
            QToolTip.showText(where, f"“{typed}” is no web or mail address. Type one like https://example.org.")
            return
        self._return()
        self._text.set_link(address)

    def _return(self) -> None:
        """Back to the text."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, *, shown: bool) -> None:
        for button in self.buttons:
            button.setVisible(shown)

    def _show_state(self) -> None:
        if self._text.hasFocus():
            bold, italic = self._text.emphasis_at_caret()
            self.bold.setChecked(bold)
            self.italic.setChecked(italic)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the keyboard; Esc in the address leads back to the text."""
        if watched is self._text and event.type() == QEvent.Type.FocusIn:
            self.address.hide()
            self._show_buttons(shown=True)
            self._show_state()
        elif event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self._left(watched)
        elif watched is self.address and _is_escape(event):
            self._return()
            return True
        return False

    def _left(self, field: QObject) -> None:
        if field is self.address:
            self.address.hide()
        self._show_buttons(shown=False)


def _is_escape(event: QEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
