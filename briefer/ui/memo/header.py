"""The form of the header block, made from the template's fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from briefer.templates.template import HeaderField
from briefer.ui.fitting import fit_choices
from briefer.ui.text.history_keys import HistoryKeys
from briefer.ui.text.typed_line import TypedLine


class HeaderForm(QWidget):
    """``typed`` carries a field's id and its text."""

    typed = Signal(str, str)

    def __init__(self, fields: tuple[HeaderField, ...]) -> None:
        super().__init__()
        layout = QFormLayout(self)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.setContentsMargins(0, 0, 0, 0)
        self.lines: dict[str, TypedLine] = {}
        for field in fields:
            line = TypedLine(field.label, "2026-11-22" if field.type == "date" else "")
            line.typed.connect(lambda text, ident=field.id: self.typed.emit(ident, text))
            self.lines[field.id] = line
            label = QLabel(f"{field.label} *" if field.required else field.label)
            label.setToolTip("Required" if field.required else "")
            label.setBuddy(line)
            layout.addRow(label, self._with_choices(field, line) if field.choices else line)

    def show_header(self, header: dict[str, str]) -> None:
        """Show these values."""
        for ident, line in self.lines.items():
            line.show_text(header.get(ident, ""))

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
