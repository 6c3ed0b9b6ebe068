"""The head of a template as a form: what it is called, its limits and looks, its header fields and its sections.

What is changed here is written into the text, where it is one more step that can be taken back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefer.templates.front_edit import SetKey
from briefer.templates.template import FrontMatter
from briefer.ui.slices import Slices
from briefer.ui.style_sheet import set_role
from briefer.ui.template_editor.form_fields import Number, Wheel, choice_box, show_words
from briefer.ui.template_editor.form_rows import FieldRows, SectionRows
from briefer.ui.text.typed_line import TypedLine

_CHOICES: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "citations",
        "Citations",
        (("footnotes", "Footnotes"), ("inline", "In the text"), ("endlist", "List at end"), ("none", "None")),
    ),
    ("paper", "Paper", (("A4", "A4"), ("Letter", "Letter"))),
    ("orientation", "Sheet", (("portrait", "Upright"), ("landscape", "On its side"))),
    ("numbering", "Numbers", (("none", "None"), ("paragraphs", "Of paragraphs"))),
)
_WORDS = (("name", "Name"), ("description", "Description"), ("language", "Language"), ("style", "Look"))
_TIPS = {
    "description": "What it is for, in one line",
    "language": "Of the memo, such as en-GB",
    "style": "standard, large, or the name of a Word document beside the template",
}
_ROW = 30
_PAST_READING = "The head of this template cannot be read. Mend it in the text; the problems below say where."


class HeadForm(QStackedWidget):
    """Shows the head of a template. ``changed`` carries a HeadEdit that a person made."""

    changed = Signal(object)

    def __init__(self, parent: QWidget, before: QWidget) -> None:
        """``before`` is what the Tab key comes from."""
        super().__init__(parent)
        self._before = before
        self._front, self._readable = FrontMatter(""), True
        self._slices = Slices(self)
        self._made = False

    def _make(self) -> None:
        """Make the form, when it is first shown: the text alone opens sooner."""
        self._made = True
        self._lines = {key: TypedLine(label) for key, label in _WORDS}
        self._boxes = {key: choice_box(label, choices) for key, label, choices in _CHOICES}
        self._pages = Number("At most, in pages")
        self._words = Number("At most, in words")
        self._marks = QCheckBox("Print portion marks")
        self._fields, self._sections = FieldRows(), SectionRows()
        self._said = QLabel(_PAST_READING, wordWrap=True)
        self._said.setContentsMargins(16, 16, 16, 16)
        set_role(self._said, "empty")
        self._area = QScrollArea(self, widgetResizable=True)
        self._area.setAccessibleName("Form of the template’s head")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._whole())
        self.addWidget(self._area)
        self.addWidget(self._said)
        self._connect()
        self._wheel = Wheel(self)
        self._wheel.watch(self)

    def show_front(self, front: FrontMatter, *, readable: bool) -> None:
        """Show a head as far as it could be read; while the form is hidden, once it is shown."""
        self._front, self._readable = front, readable
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Show the head as it is by now."""
        super().showEvent(event)
        if not self._made:
            self._make()
        self._show()

    def _show(self) -> None:
        front = self._front
        self.setCurrentWidget(self._area if self._readable else self._said)
        for key, line in self._lines.items():
            show_words(line, getattr(front, key))
        for key, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(getattr(front, key)))
        self._pages.show_number(front.limit.pages)
        self._words.show_number(front.limit.words)
        with QSignalBlocker(self._marks):
            self._marks.setChecked(front.portion_marks)
        self._slices.begin("rows", self._show_rows(front), at_once=True)

    def _show_rows(self, front: FrontMatter) -> Iterator[None]:
        yield from self._fields.show_items(front.header)
        yield from self._sections.show_items(front.sections)
        self._wheel.watch(self)
        self._order_stops()

    def _order_stops(self) -> None:
        """Let the Tab key go from field to field as they are seen, whenever each was made."""
        lines, before = self._lines, self._before
        numbers = (self._pages, self._words)
        first = (lines["name"], lines["description"], *numbers, *self._boxes.values())
        rest = (lines["language"], lines["style"], self._marks)
        for stop in (*first, *rest, *self._fields.stops(), *self._sections.stops()):
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.focusProxy() is None:
                QWidget.setTabOrder(before, stop)
                before = stop

    def take_focus(self) -> None:
        """Give the keyboard to the first field."""
        self._lines["name"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through all that there is, also what is about to be shown."""
        self._slices.finish("rows")
        return super().focusNextPrevChild(forward)

    def _connect(self) -> None:
        for key, line in self._lines.items():
            line.typed.connect(lambda words, key=key: self.changed.emit(SetKey(key, words.strip())))
            line.setToolTip(_TIPS.get(key, ""))
        for key, box in self._boxes.items():
            box.activated.connect(lambda at, key=key, box=box: self.changed.emit(SetKey(key, box.itemData(at))))
        for number in (self._pages, self._words):
            number.changed.connect(self._change_limit)
        self._marks.clicked.connect(lambda on: self.changed.emit(SetKey("portion_marks", on)))
        self._fields.changed.connect(self.changed)
        self._sections.changed.connect(self.changed)

    def _change_limit(self) -> None:
        limit = {"pages": self._pages.number, "words": int(self._words.number)}
        self.changed.emit(SetKey("limit", {key: each for key, each in limit.items() if each}))

    def _whole(self) -> QWidget:
        whole = QFrame(self._area.viewport())
        set_role(whole, "details")
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        form = QFormLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows: Sequence[tuple[str, QWidget | QHBoxLayout]] = (
            ("Name", self._lines["name"]),
            ("Description", self._lines["description"]),
            ("At most", self._limits()),
            *((label, self._boxes[key]) for key, label, _ in _CHOICES),
            ("Language", self._lines["language"]),
            ("Look", self._lines["style"]),
            ("", self._marks),
        )
        for words, widget in rows:
            label = QLabel(words)
            label.setMinimumHeight(_ROW)
            if isinstance(widget, QWidget):
                label.setBuddy(widget)
            set_role(label, "muted")
            form.addRow(label, widget)
        column.addLayout(form)
        column.addWidget(self._fields)
        column.addWidget(self._sections)
        column.addStretch()
        return whole

    def _limits(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, words in ((self._pages, "pages"), (self._words, "words")):
            unit = QLabel(words)
            set_role(unit, "muted")
            row.addWidget(number)
            row.addWidget(unit)
        row.addStretch()
        return row
