"""The form of the header block, made from the template's fields."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QWidget

from briefer.templates.template import HeaderField
from briefer.ui.fitting import fit_choices
from briefer.ui.memo.portion_mark import SUBJECT
from briefer.ui.memo.subject import SubjectText
from briefer.ui.style_sheet import set_role
from briefer.ui.text.date_line import DateLine
from briefer.ui.text.history_keys import HistoryKeys
from briefer.ui.text.typed_line import TypedLine


class HeaderForm(QWidget):
    """The fields of the header, but for the subject, which ``subject`` is, to be shown as the memo's title.

    ``unused`` are fields that have a value and no place in the template. All but the subject are made when they are
    first wanted, since most of the time the form is folded; ``made`` tells of it.
    ``typed`` carries a field's id and its text; ``done`` tells that Enter or Esc ended the typing.
    """

    made = Signal()
    typed = Signal(str, str)
    done = Signal()

    def __init__(self, fields: tuple[HeaderField, ...], unused: tuple[HeaderField, ...] = ()) -> None:
        super().__init__()
        self._fields, self._unused = fields, unused
        self._header: dict[str, str] = {}
        self._lines: dict[str, TypedLine] = {}
        self.is_made = False
        subjects = [field for field in fields if field.id == SUBJECT]
        self.subject = SubjectText(subjects[0].label, required=subjects[0].required) if subjects else None
        if self.subject is not None:
            self.subject.typed.connect(lambda text: self.typed.emit(SUBJECT, text))

    @property
    def lines(self) -> dict[str, TypedLine | SubjectText]:
        """What the fields are typed in, by their ids, as they stand."""
        self.make()
        subject: dict[str, TypedLine | SubjectText] = {SUBJECT: self.subject} if self.subject is not None else {}
        every = subject | self._lines
        return {field.id: every[field.id] for field in (*self._fields, *self._unused)}

    def make(self) -> None:
        """Make the fields, with the values that were shown last."""
        if self.is_made:
            return
        self.is_made = True
        layout = QFormLayout(self)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(4)
        for field in self._fields:
            if field.id != SUBJECT:
                self._add_row(layout, field)
        if self._unused:
            note = QLabel("not in this template; kept, and not printed")
            set_role(note, "warn")
            note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            layout.addRow(note)
        for field in self._unused:
            self._add_row(layout, field)
            self._lines[field.id].setAccessibleDescription("not in this template; kept, and not printed")
        self._show_values()
        self.made.emit()

    def _add_row(self, layout: QFormLayout, field: HeaderField) -> None:
        line = DateLine(field.label) if field.type == "date" else TypedLine(field.label)
        line.typed.connect(lambda text, ident=field.id: self.typed.emit(ident, text))
        self._lines[field.id] = line
        label = QLabel(f"{field.label} *" if field.required else field.label)
        label.setToolTip("Required" if field.required else "")
        set_role(label, "muted")
        label.setBuddy(line)
        layout.addRow(label, self._with_choices(field, line) if field.choices else line)

    def tab_chain(self) -> list[QWidget]:
        """The fields of the form as they stand; of one with choices, the box that they are in."""
        return [line.focusProxy() or line for line in self._lines.values()]

    def first(self) -> QWidget | None:
        """The field that is filled first: the first that is empty, or the first of all."""
        self.make()
        lines = list(self._lines.values())
        return next((line for line in lines if not line.text()), lines[0] if lines else None)

    def line(self, ident: str) -> TypedLine | SubjectText | None:
        """What a field is typed in; None if the form has no such field."""
        return self.subject if ident == SUBJECT else self.lines.get(ident)

    def at_hand(self) -> str:
        """The id of the field that is typed in; empty if none is."""
        if self.subject is not None and self.subject.hasFocus():
            return SUBJECT
        return next((ident for ident, line in self._lines.items() if line.hasFocus()), "")

    def show_header(self, header: dict[str, str]) -> None:
        """Show these values."""
        self._header = header
        if self.subject is not None:
            self.subject.show_text(header.get(SUBJECT, ""))
        self._show_values()

    def _show_values(self) -> None:
        for ident, line in self._lines.items():
            line.show_text(self._header.get(ident, ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc in a field end the typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _with_choices(self, field: HeaderField, line: TypedLine) -> QComboBox:
        choice = QComboBox(editable=True, insertPolicy=QComboBox.InsertPolicy.NoInsert)
        fit_choices(choice)
        choice.addItems(["", *field.choices])
        choice.setLineEdit(line)
        choice.setCompleter(None)  # type: ignore[arg-type]
        choice.setAccessibleName(field.label)
        HistoryKeys(choice)
        choice.textActivated.connect(lambda text: self.typed.emit(field.id, text))
        return choice
