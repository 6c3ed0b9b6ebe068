"""Asks which values and texts of a memo become fields of its template."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefer.model.brief import Brief
from briefer.templates.from_memo import CONSTANT, Kept, plain_words
from briefer.templates.template import Template
from briefer.ui.fitting import shortened
from briefer.ui.overlay import EDGE, Overlay
from briefer.ui.style_sheet import set_role

_WIDTH, _HEIGHT, _MARGIN = 640, 632, 16
_SHOWN = 56


class _Choice(NamedTuple):
    """A value or a text: its id, what people call it, its words, and whether it may stay."""

    ident: str
    label: str
    words: str
    may_stay: bool
    stays: bool = False


class MemoTemplatePanel(Overlay):
    """What is checked becomes a field. ``chosen`` carries the name of the template and a Kept."""

    chosen = Signal(str, object)

    def __init__(self, window: QMainWindow, brief: Brief, template: Template, texts: frozenset[str]) -> None:
        """``texts`` are the sections whose words may stand in the template itself."""
        super().__init__(window, "Save memo as template")
        self._name = QLineEdit(f"{template.name} of mine")
        self._name.setAccessibleName("Name")
        self._name.setMaxLength(120)
        self._save = QPushButton("Save as template")
        self._values = self._boxes(_values(brief, template), "Empty in each memo", "Each memo begins with it")
        self._texts = self._boxes(
            _texts(brief, template, texts), "Empty, with these words as its hint", "The words stand in each memo"
        )
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._middle(), 1)
        column.addWidget(self._foot())
        self._name.textEdited.connect(self._look)
        self._name.selectAll()
        self.setFocusProxy(self._name)

    def place_panel(self) -> None:
        """In the middle, as large as it is meant to be or as the window allows."""
        width = min(_WIDTH, self.width() - 2 * _MARGIN)
        rest = self._page.sizeHint().height() + 2 * EDGE + 160
        height = min(max(rest, 240), _HEIGHT, self.height() - 2 * _MARGIN)
        self.panel.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 16, 24, 8)
        column.setSpacing(8)
        title = QLabel("Save memo as template")
        why = QLabel("What is checked becomes a field that each memo fills in. What is not, stays.")
        set_role(title, "head")
        set_role(why, "muted")
        why.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        label = QLabel("Name")
        set_role(label, "muted")
        label.setBuddy(self._name)
        form.addRow(label, self._name)
        column.addWidget(title)
        column.addWidget(why)
        column.addLayout(form)
        return head

    def _middle(self) -> QWidget:
        self._page = QWidget()
        set_role(self._page, "export-options")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(8)
        for words, rows in (("At the head", self._values), ("Sections", self._texts)):
            if rows:
                head = QLabel(words)
                set_role(head, "name")
                column.addWidget(head)
            for row in rows.values():
                column.addWidget(row)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("What becomes a field")
        area.setWidget(self._page)
        return area

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 8, 24, 16)
        row.setSpacing(8)
        cancel = QPushButton("Cancel")
        cancel.setToolTip("Close without saving (Esc)")
        cancel.clicked.connect(self._close_clicked)
        self._save.setToolTip("Save it in My templates (Enter)")
        self._save.clicked.connect(self._ask)
        set_role(self._save, "primary")
        row.addStretch()
        for button in (cancel, self._save):
            button.setAutoDefault(True)
            row.addWidget(button)
        return foot

    def _boxes(self, choices: list[_Choice], field: str, stays: str) -> dict[str, _Row]:
        return {choice.ident: _Row(choice, field, stays) for choice in choices}

    def _look(self) -> None:
        self._save.setEnabled(bool(self._name.text().strip()))

    def _ask(self) -> None:
        if self._save.isEnabled():
            values, texts = (
                frozenset(ident for ident, row in rows.items() if row.stays) for rows in (self._values, self._texts)
            )
            self.chosen.emit(" ".join(self._name.text().split()), Kept(values, texts))

    def _close_clicked(self) -> None:
        self.dismiss()


class _Row(QWidget):
    """A value or a text, and below it what becomes of it."""

    def __init__(self, choice: _Choice, field: str, stays: str) -> None:
        super().__init__()
        self._field, self._stays, self._words = field, stays, shortened(choice.words, _SHOWN)
        self._box: QCheckBox | None = None
        self._below = QLabel()
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        self._below.setWordWrap(True)
        self._below.setIndent(24)
        set_role(self._below, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if choice.may_stay:
            self._box = QCheckBox(choice.label)
            self._box.setChecked(not choice.stays)
            self._box.setToolTip(f"Checked: {field[:1].lower()}{field[1:]}. Else: {stays[:1].lower()}{stays[1:]}")
            self._box.toggled.connect(self._look)
            column.addWidget(self._box)
        else:
            head = QLabel(choice.label)
            head.setIndent(24)
            column.addWidget(head)
        column.addWidget(self._below)
        self._look()

    @property
    def stays(self) -> bool:
        """Whether its words stay in the template."""
        return self._box is not None and not self._box.isChecked()

    def _look(self) -> None:
        becomes = self._stays if self.stays else self._field
        self._below.setText(f"“{self._words}” – {becomes[:1].lower()}{becomes[1:]}")
        if self._box is not None:
            self._box.setAccessibleDescription(self._below.text())


def _values(brief: Brief, template: Template) -> list[_Choice]:
    return [
        _Choice(field.id, field.label, value, may_stay=True, stays=field.id in CONSTANT)
        for field in template.front.header
        if (value := brief.header.get(field.id, "").strip())
    ]


def _texts(brief: Brief, template: Template, may_stay: frozenset[str]) -> list[_Choice]:
    return [
        _Choice(section.id, section.label, text, may_stay=section.id in may_stay)
        for section in template.front.sections
        if (text := plain_words(brief.sections.get(section.id, ""))) and not section.generated
    ]
