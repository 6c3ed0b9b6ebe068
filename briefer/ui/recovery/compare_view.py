"""Where two versions differ: the parts on the left, on the right the words that went and came in the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMainWindow,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.edit.differences import Difference
from briefer.text.compared import Piece
from briefer.ui.icons import SIZE, icon
from briefer.ui.overlay import Overlay
from briefer.ui.speech import announce
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

_WIDTH, _HEIGHT, _MARGIN = 1040, 632, 16
_LEFT = 304
_SHADE = 110
"""How dark the window behind it is, of 255."""


class Choice(NamedTuple):
    """A button at the foot: its words, its tip, and what it does."""

    words: str
    tip: str
    take: Callable[[], object]
    primary: bool = False
    closes: bool = True


class CompareView(Overlay):
    """Shows differences. ``wanted`` carries the Difference that is chosen, whose pieces are to be given back."""

    wanted = Signal(object)

    def __init__(
        self, window: QMainWindow, title: str, why: str, choices: Sequence[Choice], above: Sequence[QWidget] = ()
    ) -> None:
        """``above`` stands on the left, over the parts that differ."""
        super().__init__(window, title)
        self._found: list[Difference] = []
        self._shown: Difference | None = None
        self._pieces: Sequence[Piece] = ()
        self.parts, self.text, self._told = QListWidget(), QTextEdit(), QLabel()
        self.parts.setAccessibleName("Parts that differ")
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self.parts, "versions")
        self.parts.currentRowChanged.connect(self._choose)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("What differs")
        self.text.setAccessibleDescription("Struck through is what is gone, underlined what is new")
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(title, why))
        column.addWidget(_rule())
        column.addWidget(self._middle([*above, heading("What differs"), self.parts]), 1)
        column.addWidget(_rule())
        column.addWidget(self._foot(choices))
        self.setFocusProxy(self.parts)

    def show_differences(self, found: Sequence[Difference]) -> None:
        """Show these parts, the first of them with its words."""
        self._found = list(found)
        self.parts.clear()
        for each in found:
            self.parts.addItem(self._row(each))
            self.parts.item(self.parts.count() - 1).setToolTip(each.label)
        if found:
            self.parts.setCurrentRow(0)
        else:
            self._shown, self._pieces = None, ()
            self.text.setPlainText("Nothing differs.")

    def show_pieces(self, difference: Difference, pieces: Sequence[Piece]) -> None:
        """Show what became of the words of a part, if it is still the chosen one."""
        if difference is self._shown:
            self._pieces = pieces
            self._write()

    @property
    def chosen(self) -> Difference | None:
        """The part that is chosen."""
        return self._shown

    def place_panel(self) -> None:
        """In the middle, as large as it is meant to be or as the window allows."""
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        height = min(_HEIGHT, self.height() - 2 * _MARGIN)
        self.panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window behind it rests."""
        painter = QPainter(self)
        shade = QColor(tokens().paper_text)
        shade.setAlpha(_SHADE)
        painter.fillRect(event.rect(), shade)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._pieces:
            self._write()

    def tell(self, words: str) -> None:
        """Say why something was not done."""
        self._told.setText(words)
        announce(self, words)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self._shown = self._found[row]
            self.text.clear()
            self.wanted.emit(self._shown)

    @staticmethod
    def _row(each: Difference) -> str:
        state = "new" if each.old is None else "gone" if each.new is None else ""
        return f"{each.label} ({state})" if state else each.label

    def _write(self) -> None:
        self.text.clear()
        cursor, looks = self.text.textCursor(), _looks()
        before = ""
        for piece in self._pieces:
            if before == "gone" and piece.fate == "new":
                cursor.insertText(" ", looks["same"])
            cursor.insertText("\n…\n" if piece.fate == "gap" else piece.words, looks[piece.fate])
            before = piece.fate
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _head(self, words: str, more: str) -> QWidget:
        head = QFrame()
        title, why, cross = QLabel(words), QLabel(more), QToolButton()
        set_role(title, "head")
        set_role(why, "muted")
        why.setWordWrap(True)
        for label in (title, why):
            label.setTextFormat(Qt.TextFormat.PlainText)
        cross.setIcon(icon("close", "muted"))
        cross.setIconSize(QSize(SIZE, SIZE))
        cross.setToolTip("Close (Esc)")
        cross.setAccessibleName("Close")
        set_role(cross, "bare")
        cross.clicked.connect(self._close_clicked)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(title)
        lines.addWidget(why)
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 12, 12, 12)
        row.addLayout(lines, 1)
        row.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _middle(self, side: Sequence[QWidget]) -> QWidget:
        whole, left = QFrame(), QWidget()
        left.setFixedWidth(_LEFT)
        below = QVBoxLayout(left)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        for part in side:
            below.addWidget(part)
        line = QFrame()
        line.setFixedWidth(1)
        set_role(line, "line")
        right = QVBoxLayout()
        right.setContentsMargins(16, 8, 16, 12)
        right.setSpacing(8)
        legend = QLabel("Struck through: gone. Underlined: new.")
        set_role(legend, "muted")
        right.addWidget(legend)
        right.addWidget(self.text)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(line)
        row.addLayout(right, 1)
        return whole

    def _foot(self, choices: Sequence[Choice]) -> QWidget:
        foot = QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        set_role(self._told, "muted")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        row.addWidget(self._told, 1)
        close = QPushButton("Close")
        close.setToolTip("Close and change nothing (Esc)")
        close.clicked.connect(self._close_clicked)
        close.setAutoDefault(True)
        row.addWidget(close)
        for choice in choices:
            button = self.buttons[choice.words] = QPushButton(choice.words)
            button.setToolTip(choice.tip)
            button.setAutoDefault(True)
            if choice.primary:
                set_role(button, "primary")
            if choice.closes:
                button.clicked.connect(self._close_clicked)
            button.clicked.connect(lambda _=False, take=choice.take: take())
            row.addWidget(button)
        return foot

    def _close_clicked(self) -> None:
        self.dismiss()


def _looks() -> dict[str, QTextCharFormat]:
    """The looks of words by what became of them, as the changes of an article have them."""
    colours = tokens()
    same, gone, new, gap = (QTextCharFormat() for _ in range(4))
    same.setForeground(QColor(colours.text))
    gap.setForeground(QColor(colours.muted))
    for changed in (gone, new):
        changed.setBackground(QColor(colours.warn_bg))
        changed.setForeground(QColor(colours.text))
    gone.setFontStrikeOut(True)
    new.setFontUnderline(True)
    return {"same": same, "gone": gone, "new": new, "gap": gap}


def heading(words: str) -> QLabel:
    """Words over a list on the left."""
    label = QLabel(words)
    label.setContentsMargins(16, 12, 16, 8)
    set_role(label, "muted")
    return label


def _rule() -> QFrame:
    line = QFrame()
    set_role(line, "rule")
    return line
