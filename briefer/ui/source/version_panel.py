"""What changed between the version of an article that was replaced and the one in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QTextEdit, QToolButton, QVBoxLayout, QWidget

from briefer.model.source import Source
from briefer.text.compared import Fate, Piece, pieces
from briefer.text.edits import Edit, Edits
from briefer.text.merge import edits_between
from briefer.text.spans import Span
from briefer.ui.fitting import ElidedLabel
from briefer.ui.icons import icon
from briefer.ui.speech import announce
from briefer.ui.style_sheet import set_role
from briefer.ui.theme import tokens

HEIGHT = 280
"""Pixels that the panel takes of the article."""


class Compared(NamedTuple):
    """Two versions as one text, and where each change stands in the newer one."""

    pieces: list[Piece]
    places: list[Span]


def compared(old: str, new: str) -> Compared:
    """What makes ``new`` of ``old``, word by word: a place for each run of pieces that are not the same."""
    edits = edits_between(old, new)
    return Compared(pieces(old, new), Edits(Edit(*edit) for edit in edits).spans())


class VersionPanel(QFrame):
    """Shows the words that went and came. ``wanted`` carries the older text and the Source that are to be compared
    (``show_compared``); ``place_shown`` start and end of the change at hand in the article; ``closed`` asks to hide
    the panel.
    """

    wanted = Signal(str, object)
    place_shown = Signal(int, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "side-panel")
        self.setAccessibleName("What changed in the newer version")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._versions: tuple[str, str] | None = None
        self._found: Compared | None = None
        self._marks: list[tuple[int, int]] = []
        self._at = -1
        self.count = ElidedLabel()
        set_role(self.count, "muted")
        self.text = QTextEdit(readOnly=True)
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)
        self.text.setAccessibleName("Both versions")
        self.text.setAccessibleDescription("Struck through is what is gone, underlined what is new")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._header())
        column.addWidget(self.text)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        title = QLabel("Newer version")
        set_role(title, "strong")
        row.addWidget(title)
        row.addWidget(self.count)
        row.addStretch(1)
        self.steps: list[QToolButton] = []
        for picture, words, tip, step in (
            ("chevron-up", "Change before", "Change before, here and in the article below", -1),
            ("chevron-down", "Next change", "Next change, here and in the article below", 1),
            ("close", "Hide the changes", "Hide the changes (Esc)", 0),
        ):
            button = QToolButton()
            button.setIcon(icon(picture, "muted" if not step else "text"))
            button.setAccessibleName(words)
            button.setToolTip(tip)
            set_role(button, "bare")
            button.clicked.connect(lambda _=False, step=step: self.step(step) if step else self.closed.emit())
            row.addWidget(button)
            self.steps.append(button)
        return row

    def show_versions(self, old: str, source: Source) -> None:
        """Show what made the source's text of an older one; nothing is done if that is shown already."""
        if self._versions == (old, source.text):
            return
        self._versions, self._found, self._marks, self._at = (old, source.text), None, [], -1
        self.count.show_words("Comparing…")
        self.text.clear()
        self.wanted.emit(old, source)

    def show_compared(self, old: str, new: str, found: Compared) -> None:
        """Show what was found, unless other versions are to be shown by now."""
        if self._versions == (old, new):
            self._found, self._at = found, -1
            self._write()
            self._say()
            announce(self, self.count.words())

    def step(self, by: int) -> None:
        """Go to the next change (1), or to the one before (-1); after the last comes the first."""
        if self._found is None or not self._marks:
            return
        self._at = (self._at + by) % len(self._marks) if self._at >= 0 else 0 if by > 0 else len(self._marks) - 1
        self._say()
        cursor = self.text.textCursor()
        start, end = self._marks[self._at]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        self.text.ensureCursorVisible()
        self.place_shown.emit(*self._found.places[self._at])

    def take_focus(self) -> None:
        """Give the keyboard to the step to the next change."""
        self.steps[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        total = len(self._marks)
        if not total:
            self.count.show_words("Nothing differs from the version before.")
        elif self._at < 0:
            shown = "Struck through: gone. Underlined: new."
            self.count.show_words(f"{total:,} change{'s' if total != 1 else ''}. {shown}")
        else:
            self.count.show_words(f"Change {self._at + 1:,} of {total:,}")

    def _write(self) -> None:
        assert self._found is not None
        self.text.clear()
        cursor, looks = self.text.textCursor(), _looks()
        self._marks, was_changed, before = [], False, ""
        for words, fate in self._found.pieces:
            start, is_changed = cursor.position(), fate in ("gone", "new")
            if (before, fate) == ("gone", "new"):
                cursor.insertText(" ", looks["same"])
            cursor.insertText("\n…\n" if fate == "gap" else words, looks[fate])
            if is_changed:
                start = self._marks.pop()[0] if was_changed else start
                self._marks.append((start, cursor.position()))
            was_changed, before = is_changed, fate
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def sizeHint(self) -> QSize:
        """A part of the article's height."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._found is not None:
            self._write()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc hides the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _looks() -> dict[Fate, QTextCharFormat]:
    """The looks of words by what became of them, as the changes of cleaning have them."""
    colours = tokens()
    looks: dict[Fate, QTextCharFormat] = {}
    fates: Sequence[Fate] = ("same", "gone", "new", "gap")
    for fate in fates:
        look = looks[fate] = QTextCharFormat()
        look.setForeground(QColor(colours.muted if fate == "gap" else colours.text))
        if fate in ("gone", "new"):
            look.setBackground(QColor(colours.warn_bg))
            look.setFontStrikeOut(fate == "gone")
            look.setFontUnderline(fate == "new")
    return looks
