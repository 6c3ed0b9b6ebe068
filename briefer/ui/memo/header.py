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

    ``unused`` are fields that have a value and no place in the template.
    ``typed`` carries a field's id and its text; ``done`` tells that Enter or Esc ended the typing.
    """

    typed = Signal(str, str)
    done = Signal()

    def __init__(self, fields: tuple[HeaderField, ...], unused: tuple[HeaderField, ...] = ()) -> None:
        super().__init__()
        layout = QFormLayout(self)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        layout.setContentsMargins(0, 4, 0, 8)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(4)
        self.lines: dict[str, TypedLine | SubjectText] = {}
        self.subject: SubjectText | None = None
        for field in fields:
            if field.id == SUBJECT:
                self.subject = SubjectText(field.label, required=field.required)
                self.lines[field.id] = self.subject
                self.subject.typed.connect(lambda text: self.typed.emit(SUBJECT, text))
            else:
                self._add_row(layout, field)
        if unused:
            note = QLabel("not in this template; kept, and not printed")
            set_role(note, "warn")
            note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            layout.addRow(note)
        for field in unused:
            self._add_row(layout, field)
            self.lines[field.id].setAccessibleDescription("not in this template; kept, and not printed")

    def _add_row(self, layout: QFormLayout, field: HeaderField) -> None:
        line = DateLine(field.label) if field.type == "date" else TypedLine(field.label)
        line.typed.connect(lambda text, ident=field.id: self.typed.emit(ident, text))
        self.lines[field.id] = line
        label = QLabel(f"{field.label} *" if field.required else field.label)
        label.setToolTip("Required" if field.required else "")
        set_role(label, "muted")
        label.setBuddy(line)
        layout.addRow(label, self._with_choices(field, line) if field.choices else line)

    def tab_chain(self) -> list[QWidget]:
        """The fields of the form as they stand; of one with choices, the box that they are in."""
        return [line.focusProxy() or line for line in self.lines.values() if isinstance(line, TypedLine)]

    def first(self) -> QWidget | None:
        """The field that is filled first: the first that is empty, or the first of all."""
        lines = [line for line in self.lines.values() if isinstance(line, TypedLine)]
        return next((line for line in lines if not line.text()), lines[0] if lines else None)

    def show_header(self, header: dict[str, str]) -> None:
        """Show these values."""
        for ident, line in self.lines.items():
            line.show_text(header.get(ident, ""))

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
