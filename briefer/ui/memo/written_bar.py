"""What stands over a generated part that a person has taken over: the way back, and whether the notes moved on."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefer.text.citations import citation_spans
from briefer.ui.icons import Picture
from briefer.ui.memo.controls import line_label, link_button
from briefer.ui.notes.flow import FlowLayout
from briefer.ui.style_sheet import set_role


class WrittenBar(QWidget):
    """``back_requested`` asks for the part from the notes again, ``update_requested`` to bring what changed in the
    notes into the text.
    """

    back_requested = Signal()
    update_requested = Signal()

    def __init__(self, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        said = line_label("written by you; notes no longer change it")
        tip = f"Make “{section}” from the notes again; your text goes (Ctrl+Z brings it back)"
        back = link_button("Back to live", tip)
        back.clicked.connect(self.back_requested)
        changed = line_label("Notes have changed since.", "warn-text")
        self._see = link_button("See", f"Show what has changed in the notes since “{section}” was taken over")
        self._see.clicked.connect(self._turn)
        update = link_button("Update", "Change in the text what changed in the notes; your own words stay")
        update.clicked.connect(self.update_requested)
        self.buttons = (back, self._see, update)
        self._news = _row(Picture("refresh", "warn"), changed, self._see, update)
        self._changes = QLabel()
        self._changes.setTextFormat(Qt.TextFormat.PlainText)
        self._changes.setWordWrap(True)
        self._changes.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._changes.setAccessibleName(f"What has changed in the notes for {section}")
        set_role(self._changes, "changes")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (_row(said, back), self._news, self._changes):
            column.addWidget(widget)
        self.show_news("", "")

    def show_news(self, before: str, now: str) -> None:
        """Tell what the notes made of the part when it was taken over, and what they make of it now."""
        self._news.setVisible(before != now)
        if before == now:
            self._changes.hide()
        self._changes.setText("\n".join(changed_lines(before, now)))
        self._name_button()

    def _turn(self) -> None:
        self._changes.setVisible(self._changes.isHidden())
        self._name_button()

    def _name_button(self) -> None:
        self._see.setText("See" if self._changes.isHidden() else "Hide")


def changed_lines(before: str, now: str) -> Iterator[str]:
    """The lines that differ, as words: what went, what came."""
    old, new = [_words(line) for line in before.split("\n")], [_words(line) for line in now.split("\n")]
    for tag, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (f"− {line}" for line in old[start:end] if line)
            yield from (f"+ {line}" for line in new[begin:stop] if line)


def _words(line: str) -> str:
    """A line without the marks of its table and its citations."""
    for start, end in reversed(citation_spans(line)):
        line = line[:start].rstrip() + line[end:]
    cells = (cell.strip() for cell in line.strip().strip("|").split(" | "))
    return " · ".join(cell for cell in cells if cell)


def _row(*widgets: QWidget) -> QWidget:
    """Widgets side by side, on two lines where there is no room."""
    row = QWidget()
    flow = FlowLayout(row)
    for widget in widgets:
        flow.addWidget(widget)
    return row
