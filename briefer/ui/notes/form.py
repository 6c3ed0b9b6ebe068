"""The form of one entry: its fields from the table, and a chip for each passage it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.anchor import Anchor
from briefer.model.brief import Brief, Kind
from briefer.model.entries import Entry
from briefer.model.source import paragraph_number
from briefer.ui.fitting import ElidedButton
from briefer.ui.notes.editors import FieldEditor, editor_for
from briefer.ui.notes.fields import FORMS
from briefer.ui.style_sheet import set_role


class EntryForm(QWidget):
    """The form of a kind of entry.

    ``edited`` carries an Edited, ``reveal_requested`` an Anchor, ``drop_requested`` the index of a passage;
    ``add_requested`` asks for the selection as a passage.
    """

    edited = Signal(object)
    reveal_requested = Signal(object)
    drop_requested = Signal(int)
    add_requested = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self.editors: dict[str, FieldEditor] = {}
        layout = QFormLayout(self)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.setContentsMargins(16, 12, 16, 12)
        for field in FORMS[kind]:
            editor = editor_for(field)
            editor.edited.connect(self.edited)
            label = QLabel(field.label)
            label.setBuddy(editor.control)
            layout.addRow(label, editor)
            self.editors[field.name] = editor
        holder = QWidget()
        self._passages = QVBoxLayout(holder)
        self._passages.setSpacing(4)
        self._passages.setContentsMargins(0, 0, 0, 0)
        layout.addRow("Evidence", holder)
        self._add = QPushButton("Add the selection")
        self._add.setToolTip("Add the words selected in the source as a passage (Ctrl+Shift+L)")
        set_role(self._add, "small")
        self._add.clicked.connect(self.add_requested)
        self._passages.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self._rows: list[QWidget] = []
        self._shown: tuple[Entry, Brief] | None = None

    def show_entry(self, entry: Entry, brief: Brief) -> bool:
        """Show an entry of this kind; whether the passages, and with them the order of Tab, are new."""
        before, self._shown = self._shown, (entry, brief)
        if before is None or before[0] is not entry or before[1].actors is not brief.actors:
            for editor in self.editors.values():
                editor.show_entry(entry, brief)
        if before is None or before[0].evidence is not entry.evidence or before[1].sources is not brief.sources:
            self._show_passages(entry.evidence, brief)
            return True
        return False

    def _show_passages(self, evidence: tuple[Anchor, ...], brief: Brief) -> None:
        for row in self._rows:
            self._passages.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._passage(index, anchor, brief) for index, anchor in enumerate(evidence)]
        for index, row in enumerate(self._rows):
            self._passages.insertWidget(index, row)

    def _passage(self, index: int, anchor: Anchor, brief: Brief) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setSpacing(4)
        layout.setContentsMargins(0, 0, 0, 0)
        place = _place(anchor, brief)
        chip = ElidedButton(f"{place}  “{_short(anchor.exact)}”")
        set_role(chip, "small")
        chip.setToolTip(f"Show in the source: “{' '.join(anchor.exact.split())}”")
        chip.setAccessibleName(f"Passage {place}: {anchor.exact}")
        chip.clicked.connect(lambda: self.reveal_requested.emit(anchor))
        drop = QToolButton()
        drop.setText("×")
        set_role(drop, "small")
        drop.setToolTip("Take this passage off the note")
        drop.setAccessibleName(f"Take passage {place} off the note")
        drop.clicked.connect(lambda: self.drop_requested.emit(index))
        layout.addWidget(chip)
        layout.addWidget(drop)
        layout.addStretch()
        return row

    def keep_tab_order(self, before: QWidget) -> None:
        """Let Tab lead from the widget before this form through its fields, passages and button, downwards."""
        controls = (editor.control for editor in self.editors.values())
        buttons = (button for row in self._rows for button in row.findChildren(QAbstractButton))
        for control in (*controls, *buttons, self._add):
            QWidget.setTabOrder(before, control)
            before = control


def _place(anchor: Anchor, brief: Brief) -> str:
    source = brief.source(anchor.source)
    if source is None or anchor.lost:
        return f"{anchor.source} lost"
    number = paragraph_number(source, anchor.start)
    return f"{anchor.source} ¶{number}" if number else f"{anchor.source} headline"


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 60 else f"{flat[:58].rstrip()}…"
