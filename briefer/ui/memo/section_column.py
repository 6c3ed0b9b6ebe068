"""The sections and the cards of a memo under each other, each made once and kept while it is wanted in its shape."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefer.model.brief import Brief
from briefer.templates.template import FrontMatter, SectionField
from briefer.ui.memo.cited_notes import CitedNotes
from briefer.ui.memo.generated_card import GeneratedCard
from briefer.ui.memo.section_text import SectionText
from briefer.ui.memo.sections import SectionEditor, Shape, shapes
from briefer.ui.slices import Slices


class SectionColumn(QObject):
    """``editors`` are the sections that are written, ``cards`` stand for those made from the notes, by their ids.

    ``made`` carries the text of each new editor; ``counted`` tells that one has another number of words,
    ``edit_begins`` which one is about to be changed by hand. The other signals are those that ``MemoPane`` passes on.
    """

    section_typed = Signal(str, str)
    entry_activated = Signal(str)
    write_requested = Signal(str)
    back_requested = Signal(str)
    take_in_requested = Signal(str, object)
    keep_requested = Signal(str)
    own_requested = Signal(str, list)
    passage_requested = Signal(str, int)
    entry_dropped = Signal(str, list, int)
    cite_requested = Signal()
    step_ended = Signal()
    refused = Signal(str)
    made = Signal(object)
    counted = Signal()
    edit_begins = Signal(str)

    def __init__(self, column: QVBoxLayout, work: Slices, parent: QObject) -> None:
        """``work`` is the queue of what takes long."""
        super().__init__(parent)
        self.editors: dict[str, SectionEditor] = {}
        self.cards: dict[str, GeneratedCard] = {}
        self.shown: list[tuple[SectionField, Shape]] = []
        self._column, self._work, self._notes = column, work, CitedNotes()
        self._spare: dict[tuple[SectionField, Shape], SectionEditor | GeneratedCard] = {}

    def needs(self, wanted: list[tuple[SectionField, Shape]]) -> bool:
        """Whether others are wanted than are shown."""
        return wanted != self.shown or bool(self._spare)

    def wanted(self, before: Brief | None, brief: Brief, front: FrontMatter) -> list[tuple[SectionField, Shape]]:
        """The sections to be shown. What is typed empty does not vanish under the hands."""
        wanted = shapes(brief, front.sections)
        if before is None or before.id != brief.id or before.template != brief.template:
            return wanted
        known = {section.id for section, _ in wanted}
        wanted += [(section, shape) for section, shape in self.shown if shape == "unused" and section.id not in known]
        return [(section, self._shape(section, shape, before)) for section, shape in wanted]

    def _shape(self, section: SectionField, shape: Shape, before: Brief) -> Shape:
        editor = self.editors.get(section.id)
        typed_empty = shape == "live" and section.id not in before.taken_over and before.sections.get(section.id)
        return "written" if typed_empty and editor is not None and editor.text.hasFocus() else shape

    def arranging(self, wanted: list[tuple[SectionField, Shape]], head: int) -> Iterator[None]:
        """Put them under what stands at the head, section by section.

        Those that are there in the same shape stay, caret and all; what is left over when this is given up is there
        for the next time.
        """
        old = self._spare
        old.update({(section, shape): self._widget(section.id) for section, shape in self.shown})
        self.shown, self.editors, self.cards = [], {}, {}
        while self._column.count() > head:
            self._column.takeAt(self._column.count() - 1)
        for section, shape in wanted:
            kept = old.pop((section, shape), None)
            widget = kept if kept is not None else self._made(section, shape)
            if isinstance(widget, GeneratedCard):
                self.cards[section.id] = widget
            else:
                self.editors[section.id] = widget
            self._column.addWidget(widget)
            self.shown.append((section, shape))
            yield
        self._column.addStretch()
        for widget in old.values():
            if isinstance(widget, SectionEditor):
                widget.leave()
            widget.hide()
            widget.deleteLater()
        old.clear()

    def tab_chain(self) -> Iterator[QWidget]:
        """Each section with its buttons, as they stand."""
        for section, _ in self.shown:
            yield from self._widget(section.id).tab_chain()

    @property
    def words(self) -> int:
        """How many words are written that are printed."""
        shown = {section.id: shape for section, shape in self.shown}
        return sum(editor.words for ident, editor in self.editors.items() if shown.get(ident) != "unused")

    def at_hand(self) -> str:
        """The id of the section that has the keyboard; empty if none has."""
        return next((ident for ident, editor in self.editors.items() if editor.text.hasFocus()), "")

    def _widget(self, ident: str) -> SectionEditor | GeneratedCard:
        return self.editors[ident] if ident in self.editors else self.cards[ident]

    def _made(self, section: SectionField, shape: Shape) -> SectionEditor | GeneratedCard:
        ident = section.id
        if shape == "live":
            card = GeneratedCard(section)
            card.write_requested.connect(lambda: self.write_requested.emit(ident))
            return card
        editor = SectionEditor(section, shape, self._notes, self._work)
        editor.typed.connect(lambda text: self.section_typed.emit(ident, text))
        editor.counted.connect(self.counted)
        editor.own_requested.connect(lambda spans: self.own_requested.emit(ident, spans))
        editor.passage_requested.connect(lambda position: self.passage_requested.emit(ident, position))
        if editor.bar is not None:
            editor.bar.back_requested.connect(lambda: self.back_requested.emit(ident))
            editor.bar.keep_requested.connect(lambda: self.keep_requested.emit(ident))
            editor.bar.take_in_requested.connect(lambda choices: self.take_in_requested.emit(ident, choices))
        self._connect_text(ident, editor.text)
        self.made.emit(editor.text)
        return editor

    def _connect_text(self, ident: str, text: SectionText) -> None:
        text.edit_begins.connect(lambda: self.edit_begins.emit(ident))
        text.entry_dropped.connect(lambda notes, position: self.entry_dropped.emit(ident, notes, position))
        text.citation_activated.connect(lambda notes: self.entry_activated.emit(notes[0]))
        text.cite_asked.connect(self.cite_requested)
        text.step_ended.connect(self.step_ended)
        text.refused.connect(self.refused)
