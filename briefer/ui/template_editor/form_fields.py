"""The smaller parts of the form of a template's head: choices, numbers, lists of words, buttons of a row."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from briefer.ui.fitting import fit_choices
from briefer.ui.text.typed_line import TypedLine

_MOST, _WIDTH = 100_000, 72
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?")
_BETWEEN = "; "


class Number(TypedLine):
    """A limit, whose unit stands beside it; 0 is none. ``changed`` tells that a person typed another."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name, "no limit")
        self.setFixedWidth(_WIDTH)
        self.setToolTip(f"{name}; empty is no limit")
        self.number: float = 0
        self.typed.connect(self._read)

    def show_number(self, number: float) -> None:
        """Show a limit, unless that is what is typed."""
        if self.number != number or not self.text().strip():
            self.number = number
            self.show_text(f"{number:g}" if number else "")

    def _read(self, words: str) -> None:
        typed = words.strip().replace(",", ".") or "0"
        if _NUMBER.fullmatch(typed) and float(typed) <= _MOST:
            self.number = int(typed) if typed.isdigit() else float(typed)
            self.changed.emit()


class Wheel(QObject):
    """Lets the wheel scroll the form over choices that do not have the keyboard, and not change them."""

    def watch(self, whole: QWidget) -> None:
        """Watch all choices in a widget; those that are watched already stay so."""
        for each in whole.findChildren(QComboBox):
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to what is around."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def choice_box(name: str, choices: Iterable[tuple[str, str]]) -> QComboBox:
    """A box of choices, each with the word that the head has for it."""
    box = QComboBox()
    box.setAccessibleName(name)
    for ident, words in choices:
        box.addItem(words, ident)
    fit_choices(box)
    return box


def show_words(line: TypedLine, words: str) -> None:
    """Show the words of the head, unless they are what is typed but for its spaces."""
    if " ".join(line.text().split()) != words:
        line.show_text(words)


def in_one_line(words: Iterable[str]) -> str:
    """A list of words as it is typed."""
    return _BETWEEN.join(words)


def from_one_line(typed: str) -> list[str]:
    """The words of a list that was typed with semicolons between them."""
    return [words for each in typed.split(";") if (words := each.strip())]
