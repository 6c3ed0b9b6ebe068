"""The editors of the sections that a template asks for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefer.model.brief import Brief
from briefer.templates.template import FrontMatter, HeaderField, SectionField
from briefer.text.spans import word_count
from briefer.ui.style_sheet import set_role
from briefer.ui.text.typed_text import TypedText


class SectionEditor(QWidget):
    """One section: its label, how many words it has of how many, and its text. ``typed`` carries the text."""

    typed = Signal(str)

    def __init__(self, section: SectionField, *, unused: bool = False) -> None:
        super().__init__()
        self._limit = section.limit.words
        self._required = section.required
        head = QLabel(f"{section.label} *" if section.required else section.label)
        head.setToolTip("Required" if section.required else "")
        set_role(head, "head")
        self._count = QLabel()
        self._count.setAccessibleName(f"Words in {section.label}")
        set_role(self._count, "muted")
        self.text = TypedText(section.label, section.hint, most_lines=0)
        self.text.typed.connect(self._typed)
        line = QHBoxLayout()
        line.addWidget(head)
        line.addStretch()
        line.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setSpacing(4)
        column.setContentsMargins(0, 0, 0, 8)
        column.addLayout(line)
        if unused:
            note = QLabel("not in this template; kept, and not printed")
            set_role(note, "warn")
            column.addWidget(note, alignment=Qt.AlignmentFlag.AlignLeft)
            self.text.setAccessibleDescription(note.text())
        column.addWidget(self.text)
        self._show_count("")

    def show_text(self, text: str) -> None:
        """Show this text."""
        if text != self.text.text():
            self.text.show_text(text)
            self._show_count(text)

    def _typed(self, text: str) -> None:
        self._show_count(text)
        self.typed.emit(text)

    def _show_count(self, text: str) -> None:
        words = word_count(text)
        self._count.setText(f"{words} / {self._limit} words" if self._limit else f"{words} words" if words else "")
        set_role(self._count, "err" if self._limit and words > self._limit else "muted")


class GeneratedPart(QWidget):
    """A section that comes from the entries: one line that says so."""

    def __init__(self, section: SectionField) -> None:
        super().__init__()
        self._label = section.label
        head = QLabel(section.label)
        set_role(head, "head")
        note = QLabel("from the notes, always current")
        set_role(note, "muted")
        column = QVBoxLayout(self)
        column.setSpacing(2)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(head)
        column.addWidget(note)


def stand_in(brief: Brief) -> FrontMatter:
    """The form for a brief whose template is not here: the header fields that it has, and no sections."""
    fields = tuple(HeaderField(ident, _label(ident)) for ident in brief.header)
    return FrontMatter(name=brief.template, header=fields)


def unused_sections(brief: Brief, sections: tuple[SectionField, ...]) -> tuple[SectionField, ...]:
    """The sections of a brief that the template lacks: their text is kept."""
    known = {section.id for section in sections}
    spare = (ident for ident, text in brief.sections.items() if ident not in known and text.strip())
    return tuple(SectionField(ident, _label(ident)) for ident in sorted(spare))


def _label(ident: str) -> str:
    return ident.replace("_", " ").capitalize()
