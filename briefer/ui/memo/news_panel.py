"""What the notes have changed of a part written by hand: each piece with its wordings, of which one stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from briefer.memo.take_in import Part, Side, news
from briefer.ui.memo.controls import link_button
from briefer.ui.memo.news_words import Label, marked, plain, title
from briefer.ui.style_sheet import set_role

PAGE = 20
"""Pieces that are shown at first, and that each further click adds."""
_NAMES: dict[Side, str] = {"mine": "Mine", "now": "Now"}
_NOT_THERE = "not in the text"


class NewsPanel(QFrame):
    """Lists the changes; pieces that stay are told by their number. ``choices`` holds what was chosen by hand."""

    def __init__(self, section: str, label: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[Part, Side] = {}
        self._label = label
        self._shown: list[Part] = []
        self._parts: Sequence[Part] = ()
        self._most = PAGE
        self.setAccessibleName(f"What has changed in the notes for {section}")
        set_role(self, "changes")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self._rows: list[QWidget] = []

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show the changes among these parts; what was chosen for one that is still there stays chosen."""
        wanted = news(parts)
        self._parts = parts
        there = {part.key for part in wanted}
        self.choices = {key: side for key, side in self.choices.items() if key in there}
        if wanted != self._shown:
            self._shown, self._most = wanted, max(PAGE, self._most)
            self._fill()

    def tab_chain(self) -> list[QWidget]:
        """What the keyboard reaches, as it stands."""
        return [widget for row in self._rows for widget in _reached(row)]

    def _fill(self) -> None:
        focused = next((row.part for row in self._rows if isinstance(row, _Change) and row.has_focus()), None)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = list(self._made())
        for row in self._rows:
            self._column.addWidget(row)
        for one, other in pairwise(self.tab_chain()):
            QWidget.setTabOrder(one, other)
        for row in self._rows:
            if isinstance(row, _Change) and row.part == focused:
                row.take_focus()

    def _made(self) -> Iterator[QWidget]:
        same, shown = 0, 0
        for part in self._parts:
            if not (part.is_news or part.moved):
                same += bool(part.mine)
                continue
            if shown == self._most:
                break
            shown += 1
            if same:
                yield _muted(f"{same} unchanged")
                same = 0
            change = _Change(part, self.choices.get(part.key, part.side), self._label)
            change.chosen.connect(self.choices.__setitem__)
            yield change
        left = len(self._shown) - shown
        if left:
            more = link_button(
                f"Show {min(left, PAGE)} of {left} more", "Those that are not shown are taken in as well"
            )
            more.clicked.connect(self._show_more)
            yield more
        elif same:
            yield _muted(f"{same} unchanged")

    def _show_more(self) -> None:
        at = self._most
        self._most += PAGE
        self._fill()
        changes = [row for row in self._rows if isinstance(row, _Change)]
        changes[at].take_focus()


class _Change(QWidget):
    """A piece: what happened to it, and its wordings. ``chosen`` carries the key and the side that is to stand."""

    chosen = Signal(object, object)

    def __init__(self, part: Part, side: Side, label: Label) -> None:
        super().__init__()
        self.part = part
        self.radios: list[QRadioButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        head = QLabel(title(part))
        set_role(head, "strong")
        grid.addWidget(head, 0, 0, 1, 2)
        before, mine, now = (plain(part.form, text, label) for text in (part.before, part.mine, part.now))
        if part.is_conflict and before:
            grid.addWidget(_muted("Before"), 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_wording(before, before), 1, 1)
        if not part.is_news:
            grid.addWidget(_wording(mine, mine), 1, 0, 1, 2)
            return
        group = QButtonGroup(self)  # one stop for Tab; the arrow keys choose
        wordings: tuple[tuple[Side, str], ...] = (("mine", mine), ("now", now))
        for row, (each, words) in enumerate(wordings, start=2):
            radio = QRadioButton(_NAMES[each])
            radio.setAccessibleName(f"{_NAMES[each]}: {words or _NOT_THERE}")
            radio.setAccessibleDescription(head.text())
            radio.setToolTip("Let your wording stand" if each == "mine" else "Take the wording of the notes")
            group.addButton(radio)
            radio.clicked.connect(lambda _=False, each=each: self.chosen.emit(part.key, each))
            said = _wording(before, words)
            said.pressed.connect(radio.click)
            grid.addWidget(radio, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, row, 1)
            self.radios.append(radio)
        for radio, (each, _) in zip(self.radios, wordings, strict=True):
            radio.setChecked(each == side)
            radio.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == side else Qt.FocusPolicy.ClickFocus)

    def has_focus(self) -> bool:
        """Whether the keyboard is in it."""
        return any(radio.hasFocus() for radio in self.radios)

    def take_focus(self) -> None:
        """Give the keyboard to the wording that stands."""
        for radio in self.radios:
            if radio.isChecked():
                radio.setFocus(Qt.FocusReason.OtherFocusReason)


class _Wording(QLabel):
    """Words that can be clicked in place of the button beside them."""

    pressed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


def _wording(before: str, words: str) -> _Wording:
    label = _Wording(marked(before, words) if words else f"<i>{_NOT_THERE}</i>")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setContentsMargins(0, 2, 0, 2)  # level with the words of a button
    label.setWordWrap(True)
    return label


def _muted(words: str) -> QLabel:
    label = QLabel(words)
    set_role(label, "muted")
    return label


def _reached(row: QWidget) -> Sequence[QWidget]:
    if isinstance(row, _Change):
        return row.radios
    return () if isinstance(row, QLabel) else (row,)
