"""The header fields and the sections of a template's head: a row for each, to be changed, moved and taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from briefer.templates.front_edit import AddItem, Group, MoveItem, RemoveItem, SetItem
from briefer.templates.template import HeaderField, SectionField
from briefer.ui.bare_button import bare_button
from briefer.ui.style_sheet import set_role
from briefer.ui.template_editor.form_fields import (
    Number,
    choice_box,
    from_one_line,
    in_one_line,
    show_words,
)
from briefer.ui.text.typed_line import TypedLine

_KINDS = (("text", "Words"), ("date", "Date"), ("choice", "Choice"))


class Row(QFrame):
    """A field or section. ``changed`` carries a HeadEdit that a person made of it."""

    changed = Signal(object)
    group: ClassVar[Group] = "header"

    def __init__(self, ident: str) -> None:
        super().__init__()
        self.ident = ident
        set_role(self, "card")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(12, 8, 8, 8)
        self.grid.setHorizontalSpacing(8)
        self.grid.setVerticalSpacing(6)
        self.label = self.line("label", "Label")
        tag = QLabel(f"{self.group}.{ident}")
        tag.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        tag.setToolTip("What tags call it")
        set_role(tag, "muted")
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for picture, tip, edit in (
            ("arrow-up", f"Move {ident} up", MoveItem(self.group, ident, -1)),
            ("arrow-down", f"Move {ident} down", MoveItem(self.group, ident, 1)),
            ("close", f"Take {ident} out", RemoveItem(self.group, ident)),
        ):
            button = bare_button(picture, tip)
            button.clicked.connect(lambda _=False, edit=edit: self.changed.emit(edit))
            buttons.addWidget(button)
        self.grid.addWidget(self.label, 0, 0, 1, 2)
        self.grid.addWidget(tag, 0, 2)
        self.grid.addLayout(buttons, 0, 3, Qt.AlignmentFlag.AlignRight)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

    def set(self, key: str, value: object) -> None:
        """Tell that a person gave a key another value."""
        self.changed.emit(SetItem(self.group, self.ident, key, value))

    def line(self, key: str, name: str, read: Callable[[str], object] = str.strip) -> TypedLine:
        """A line for the words of a key."""
        line = TypedLine(f"{name} of {self.ident}", name)
        line.setToolTip(name)
        line.typed.connect(lambda words: self.set(key, read(words)))
        return line

    def check(self, key: str, words: str) -> QCheckBox:
        """A box to tick for a key."""
        box = QCheckBox(words)
        box.setAccessibleName(f"{self.ident}: {words}")
        box.clicked.connect(lambda on: self.set(key, on))
        return box


class FieldRow(Row):
    """A header field."""

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self._kind = choice_box(f"Kind of {ident}", _KINDS)
        self._kind.activated.connect(lambda at: self.set("type", self._kind.itemData(at)))
        self._required = self.check("required", "Required")
        self._value = self.line("value", "Begins with")
        self._choices = self.line("choices", "Choices, with ; between them", from_one_line)
        self.grid.addWidget(self._value, 1, 0, 1, 2)
        self.grid.addWidget(self._kind, 1, 2)
        self.grid.addWidget(self._required, 1, 3)
        self.grid.addWidget(self._choices, 2, 0, 1, 4)

    def show_item(self, field: HeaderField) -> None:
        """Show a field of this id."""
        show_words(self.label, field.label)
        show_words(self._value, field.value)
        with QSignalBlocker(self._kind):
            self._kind.setCurrentIndex(self._kind.findData(field.type))
        if from_one_line(self._choices.text()) != list(field.choices):
            self._choices.show_text(in_one_line(field.choices))
        self._choices.setVisible(field.type == "choice")
        self._required.setChecked(field.required)


class SectionRow(Row):
    """A section."""

    group: ClassVar[Group] = "sections"

    def __init__(self, ident: str) -> None:
        super().__init__(ident)
        self._hint = self.line("hint", "Hint: the question that it answers")
        self._ticks = self.line("ticks", "Boxes to tick after each item, with ; between them", from_one_line)
        self._required = self.check("required", "Required")
        self._generated = self.check("generated", "From the notes")
        self._generated.setToolTip("Made from the notes by a block of this name, until a person writes it")
        self._words = Number(f"Most words of {ident}")
        self._words.changed.connect(lambda: self.set("limit", {"words": int(self._words.number)}))
        self.grid.addWidget(self._hint, 1, 0, 1, 4)
        choices, most, unit = QHBoxLayout(), QLabel("At most"), QLabel("words")
        choices.setSpacing(8)
        for part in (most, self._words, unit, self._generated, self._required):
            choices.addWidget(part)
        for label in (most, unit):
            set_role(label, "muted")
        choices.insertSpacing(3, 8)
        choices.insertSpacing(5, 8)
        choices.addStretch()
        self.grid.addLayout(choices, 2, 0, 1, 4)
        self.grid.addWidget(self._ticks, 3, 0, 1, 4)

    def show_item(self, section: SectionField) -> None:
        """Show a section of this id."""
        show_words(self.label, section.label)
        show_words(self._hint, section.hint)
        if from_one_line(self._ticks.text()) != list(section.ticks):
            self._ticks.show_text(in_one_line(section.ticks))
        self._words.show_number(section.limit.words)
        self._required.setChecked(section.required)
        self._generated.setChecked(section.generated)


_R = TypeVar("_R", FieldRow, SectionRow)


class _Rows(QWidget, Generic[_R]):
    """Rows under a heading, and a button for one more."""

    changed = Signal(object)

    def __init__(self, head: str, more: str, group: Group, make: Callable[[str], _R]) -> None:
        super().__init__()
        self._make: Callable[[str], _R] = make
        self.rows: list[_R] = []
        self._known: dict[str, _R] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 0)
        self._column.setSpacing(8)
        title, self._add = QLabel(head), QPushButton(f"Add {more}")
        set_role(title, "name")
        self._add.clicked.connect(lambda: self.changed.emit(AddItem(group, f"New {more}")))
        self._column.addWidget(title)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard here, in the order in which it is seen."""
        inside: list[QWidget] = [child for row in self.rows for child in row.findChildren(QWidget)]
        # The list that a choice drops down is a window of its own.
        return [*(child for child in inside if child.window() is self.window()), self._add]

    def arrange(self, shows: Mapping[str, Callable[[_R], object]]) -> Iterator[None]:
        """Have a row for each of these ids, in their order, and show it, row by row; those there already stay."""
        for ident in self._known.keys() - shows.keys():
            gone = self._known.pop(ident)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        self.rows = [self._known[ident] for ident in shows if ident in self._known]
        for at, (ident, show) in enumerate(shows.items()):
            if ident not in self._known:
                self._known[ident] = self._new(ident)
                self.rows.insert(at, self._known[ident])
            row = self._known[ident]
            if self._column.indexOf(row) != at + 1:
                self._column.insertWidget(at + 1, row)
            show(row)
            yield

    def _new(self, ident: str) -> _R:
        row = self._make(ident)
        row.changed.connect(self.changed)
        return row


class FieldRows(_Rows[FieldRow]):
    """The header fields."""

    def __init__(self) -> None:
        super().__init__("Header fields", "field", "header", FieldRow)

    def show_items(self, fields: Sequence[HeaderField]) -> Iterator[None]:
        """Show these, row by row."""
        return self.arrange({field.id: partial(FieldRow.show_item, field=field) for field in fields})


class SectionRows(_Rows[SectionRow]):
    """The sections."""

    def __init__(self) -> None:
        super().__init__("Sections", "section", "sections", SectionRow)

    def show_items(self, sections: Sequence[SectionField]) -> Iterator[None]:
        """Show these, row by row."""
        return self.arrange({section.id: partial(SectionRow.show_item, section=section) for section in sections})
