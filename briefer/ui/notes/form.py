"""The form of the open note, which lies on its row: title, fields from the table, passages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefer.model.brief import Brief, Kind
from briefer.model.entries import Entry, Quote
from briefer.ui.bare_button import bare_button
from briefer.ui.notes.chips import Passages
from briefer.ui.notes.delegate import LEFT, RIGHT
from briefer.ui.notes.editors import FieldEditor, editor_for
from briefer.ui.notes.fields import FORMS, FormField
from briefer.ui.notes.rows import Facts
from briefer.ui.notes.verdict import VerdictLine
from briefer.ui.style_sheet import set_role

_APART = 6
_FIELD_EDGES = 20
"""Pixels of a field that are not for its words: border, padding, caret."""
_EDGE = 3
"""Width of the accent line on the left, which the style sheet draws."""


class EntryForm(QFrame):
    """The form of a kind of entry.

    ``edited`` carries an Edited, ``reveal_requested`` an Anchor, ``drop_requested`` the index of a passage;
    ``add_requested`` asks for the selection as a passage, ``menu_requested`` for the note's menu below the button
    ``more``, ``source_words_requested`` for the words of the source in place of the quote's; ``left`` says that the
    row is to be folded.
    """

    edited = Signal(object)
    reveal_requested = Signal(object)
    drop_requested = Signal(int)
    add_requested = Signal()
    menu_requested = Signal()
    source_words_requested = Signal()
    left = Signal()

    def __init__(self, kind: Kind, facts: Facts) -> None:
        super().__init__()
        self.kind, self._facts = kind, facts
        self._shown: tuple[Entry, Brief] | None = None
        set_role(self, "note-form")
        self.setAccessibleName(f"Open {kind}")
        self.editors: dict[str, FieldEditor] = {}
        self._shared: list[_Shared] = []
        self.more = bare_button("more", "More for this note", "More")
        self.more.clicked.connect(self.menu_requested)
        self.fold = bare_button("chevron-up", "Fold the note (Esc)", "Fold the note")
        self.fold.clicked.connect(self.left)
        self.passages = Passages()
        self.passages.reveal_requested.connect(self.reveal_requested)
        self.passages.drop_requested.connect(self.drop_requested)
        self.passages.add_requested.connect(self.add_requested)
        self.verdict: VerdictLine | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(LEFT - _EDGE, 8, RIGHT, 9)
        column.setSpacing(6)
        title, *fields = FORMS[kind]
        column.addLayout(self._head(title))
        if kind == "quote":
            self.verdict = VerdictLine()
            self.verdict.taken.connect(self.source_words_requested)
            column.addWidget(self.verdict)
        column.addLayout(self._grid(fields))

    def _head(self, field: FormField) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(2)
        editor = self._editor(field)
        editor.control.setProperty("role", "title" if field.editor == "title" else "")
        line.addWidget(editor, 1)
        line.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.fold, alignment=Qt.AlignmentFlag.AlignTop)
        return line

    def _grid(self, fields: list[FormField]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        line: QBoxLayout | None = None
        choice: FieldEditor | None = None
        for field in fields:
            if field.beside and line is not None and choice is not None:
                editor = self._editor(field)
                self._shared.append(_Shared(line, choice, _label(field.beside), editor))
                _add_note(grid, editor)
                continue
            if field.name == "notes":
                self._add_line(grid, _label("Evidence"), self.passages)
            label, choice = _label(field.label), self._editor(field)
            label.setBuddy(choice.control)
            line = self._add_line(grid, label, choice)
            _add_note(grid, choice)
        return grid

    def _add_line(self, grid: QGridLayout, label: QLabel, widget: QWidget) -> QBoxLayout:
        row, line = grid.rowCount(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(_APART)
        line.addWidget(widget, 1)
        label.setMinimumHeight(26)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(line, row, 1)
        return line

    def _editor(self, field: FormField) -> FieldEditor:
        editor = editor_for(field)
        editor.edited.connect(self.edited)
        self.editors[field.name] = editor
        return editor

    def show_entry(self, entry: Entry, brief: Brief) -> bool:
        """Show an entry of this kind; whether the passages, and with them the order of Tab, are new."""
        before, self._shown = self._shown, (entry, brief)
        if before is None or before[0] is not entry or before[1].actors is not brief.actors:
            for editor in self.editors.values():
                editor.show_entry(entry, brief)
            if self.verdict is not None and isinstance(entry, Quote):
                self.verdict.show_verdict(self._facts.verdict(entry))
            for shared in self._shared:
                shared.fit()
        if before is None or before[0].evidence is not entry.evidence or before[1].sources is not brief.sources:
            self.passages.show_evidence(entry.evidence, brief, self._facts)
            return True
        return False

    def first_field(self) -> QWidget:
        """What the keyboard goes to when the note is opened by a key."""
        return next(iter(self.editors.values())).control

    def keep_tab_order(self, before: QWidget) -> None:
        """Let Tab lead from the widget before this form down its fields and passages, and then to its buttons."""
        for control in self._controls():
            QWidget.setTabOrder(before, control)
            before = control

    def _controls(self) -> Iterator[QWidget]:
        title, *fields = (editor.control for editor in self.editors.values())
        yield title
        if self.verdict is not None:
            yield from self.verdict.controls()
        yield from fields[:-1]
        yield from (*self.passages.chips, self.passages.add, fields[-1])
        yield from (self.more, self.fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two fields share a line where there is room for both."""
        super().resizeEvent(event)
        for shared in self._shared:
            shared.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc folds; what no field wanted ends here, or the list under the form would take it for its own."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Not for the row under it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Not for the row under it."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Not for the row under it."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Not for the row under it."""


class _Shared:
    """A choice and a field beside it, which stands below it where there is no room for its words."""

    def __init__(self, line: QBoxLayout, choice: FieldEditor, between: QLabel, field: FieldEditor) -> None:
        self._line, self._choice, self._between, self._field = line, choice, between, field
        beside = QHBoxLayout()
        beside.setSpacing(_APART)
        beside.addWidget(between)
        beside.addWidget(field, 1)
        line.setStretch(0, 0)
        line.addLayout(beside, 1)

    def fit(self) -> None:
        """Choose the direction for the width of now."""
        others = (self._choice, self._between)
        words = self._field.control.fontMetrics().horizontalAdvance(self._field.shown())
        needed = words + _FIELD_EDGES + self._field.beside_words
        wanted = sum(each.sizeHint().width() + _APART for each in others) + needed
        wide = self._line.geometry().width() >= wanted
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


def _add_note(grid: QGridLayout, editor: FieldEditor) -> None:
    if editor.note is not None:
        grid.addWidget(editor.note, grid.rowCount(), 1)


def _label(words: str) -> QLabel:
    label = QLabel(words)
    set_role(label, "muted")
    return label
