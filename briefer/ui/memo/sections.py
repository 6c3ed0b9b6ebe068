"""The editors of the sections that a template asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefer.edit.memo import is_taken_over
from briefer.model.brief import Brief
from briefer.templates.template import FrontMatter, HeaderField, SectionField
from briefer.text.citations import words_cited_apart
from briefer.text.claims import parts_apart, unsupported_in, unsupported_sentences
from briefer.text.spans import Span
from briefer.ui.fitting import ElidedLabel
from briefer.ui.memo.cited_notes import CitedNotes
from briefer.ui.memo.claims_strip import ClaimsStrip
from briefer.ui.memo.format_bar import FormatBar
from briefer.ui.memo.portion_mark import PortionMark
from briefer.ui.memo.section_menu import give_menu
from briefer.ui.memo.section_text import SectionText
from briefer.ui.memo.written_bar import WrittenBar
from briefer.ui.slices import Slices
from briefer.ui.style_sheet import set_role

Shape: TypeAlias = Literal["editor", "written", "unused", "live"]
"""How a section is shown: to be written, taken over from the notes, kept but not printed, or made from the notes."""

PAUSE = 400
"""Milliseconds after the last key until the sentences without a source are looked for."""


class SectionEditor(QWidget):
    """One section: its label, how many words it has of how many, its text, and what rests on nothing.

    ``typed`` carries the text, ``counted`` tells that it has another number of words. ``own_requested`` carries the
    spans of sentences to be marked as the writer's own judgement, ``passage_requested`` a place in a sentence for
    which a passage is to be found.
    """

    typed = Signal(str)
    counted = Signal()
    own_requested = Signal(list)
    passage_requested = Signal(int)

    def __init__(
        self,
        section: SectionField,
        shape: Shape = "editor",
        notes: CitedNotes | None = None,
        work: Slices | None = None,
    ) -> None:
        """``notes`` and ``work``, the queue of what takes long, may be shared with other sections."""
        super().__init__()
        self.words = 0
        self._counted = ""
        self._work, self._reading_name = work or Slices(self), f"claims {section.id}"
        self._limit = section.limit.words
        self._unsupported: list[Span] = []
        self._name = section.label
        self.mark: PortionMark | None = None
        self._count = QLabel()
        notes = notes or CitedNotes()
        self.text = SectionText(section.label, section.hint, notes)
        give_menu(self.text)
        self.formats = FormatBar(self.text)
        self.text.typed.connect(self._typed)
        self.text.own_judgement_asked.connect(lambda start, end: self.own_requested.emit([(start, end)]))
        self.text.passage_asked.connect(self.passage_requested)
        self.text.installEventFilter(self)
        self._strip = ClaimsStrip(section.label)
        self._strip.next_requested.connect(self._go_to_next)
        self._strip.passage_requested.connect(self._ask_for_passage)
        self._strip.mark_requested.connect(lambda: self.own_requested.emit(self._at_caret()))
        self._strip.all_requested.connect(lambda: self.own_requested.emit(self._unsupported))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin_reading)
        self.bar = WrittenBar(section.label, notes) if shape == "written" else None
        column = QVBoxLayout(self)
        column.setSpacing(6)
        column.setContentsMargins(0, 12, 0, 0)
        self.head = self._make_head(section)
        column.addLayout(self.head)
        if shape == "unused":
            column.addWidget(self._make_unused_note(), alignment=Qt.AlignmentFlag.AlignLeft)
        if self.bar is not None:
            column.addWidget(self.bar)
        column.addWidget(self.text)
        column.addWidget(self._strip)
        self._show_count("")

    def tab_chain(self) -> list[QWidget]:
        """What the keyboard reaches, as it stands."""
        over = self.bar.tab_chain() if self.bar is not None else []
        mark = [self.mark] if self.mark is not None else []
        return [*mark, *over, self.formats.address, self.text, *self._strip.buttons]

    def add_mark(self, mark: PortionMark) -> None:
        """Give the portion mark its place, beside the heading."""
        self.mark = mark
        self.head.insertWidget(1, mark)

    def show_text(self, text: str) -> None:
        """Show this text."""
        self.text.show_text(text)
        if text != self._counted:
            self._show_count(text)
            self._pause.start()
            if self.bar is not None:
                self.bar.show_text(text)

    def look_for_sources(self) -> None:
        """Find the sentences that rest on nothing, but for the one that is being typed."""
        for _ in self._looking():
            pass

    def _looking(self) -> Iterator[None]:
        """The same step by step; given up where the text becomes another one, which is looked through after it."""
        text = self.text.text()
        found = unsupported_sentences(text)
        if self.text.hasFocus() and found and not _ended(text, found[-1]) and self.text.caret() >= found[-1][1]:
            found = found[:-1]
        yield from self.text.marking_unsupported(found)
        if self.text.text() == text:
            self._unsupported = found
            self._strip.show_count(len(found))

    def _begin_reading(self) -> None:
        if self.bar is not None:
            self.bar.show_text(self.text.text())
        self._work.begin(self._reading_name, self._reading())

    def _reading(self) -> Iterator[None]:
        """Read a long section part by part; what was read is known when all of it is looked through."""
        for part in parts_apart(self.text.text()):
            unsupported_in(*part)
            yield
        yield from self._looking()

    def leave(self) -> None:
        """Do nothing more: another section takes this one's place, and with it the focus."""
        self.text.removeEventFilter(self)
        self._pause.stop()
        self._work.drop(self._reading_name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever leaves a section has typed its last sentence."""
        if event.type() == QEvent.Type.FocusOut:
            self._pause.start()
        return False

    def _make_head(self, section: SectionField) -> QHBoxLayout:
        words, tip = (f"{section.label} *", "Required") if section.required else (section.label, "")
        label = ElidedLabel(words, tip=tip)
        set_role(label, "head")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self.formats)
        row.addStretch()
        row.addWidget(self._count)
        return row

    def _make_unused_note(self) -> QLabel:
        note = QLabel("not in this template; kept, and not printed")
        set_role(note, "warn")
        self.text.setAccessibleDescription(note.text())
        return note

    def _typed(self, text: str) -> None:
        self._show_count(text)
        self._pause.start()
        self.typed.emit(text)

    def _show_count(self, text: str) -> None:
        self._counted = text
        before, self.words = self.words, words_cited_apart(text)
        words, over = self.words, bool(self._limit) and self.words > self._limit
        shown = f"{words} / {self._limit} words" if self._limit else f"{words} words" if words else ""
        self._count.setText(shown)
        beyond = f", {words - self._limit} over the limit" if over else ""
        self._count.setAccessibleName(f"{self._name}: {shown}{beyond}")
        role = "over" if over else "muted"
        if self._count.property("role") != role:
            set_role(self._count, role)
        if words != before:
            self.counted.emit()

    def _at_caret(self) -> list[Span]:
        """The sentence without a source at the caret; else the next one, or the first."""
        caret = self.text.caret()
        return next(([span] for span in self._unsupported if span[1] >= caret), self._unsupported[:1])

    def _ask_for_passage(self) -> None:
        """Go to the sentence without a source that is at the caret, or next, and ask for its passage."""
        (start, end), *_ = self._at_caret()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        if not start <= self.text.caret() <= end:
            self.text.set_caret(end)
        self.passage_requested.emit(self.text.caret())

    def _go_to_next(self) -> None:
        """Put the caret into the next sentence that has no source, from the last back to the first."""
        chosen = self.text.selected_range()
        caret = chosen[1] if chosen else self.text.caret()
        start, end = next((span for span in self._unsupported if span[0] >= caret), self._unsupported[0])
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.select(start, end)


def _ended(text: str, span: Span) -> bool:
    """Whether a sentence has its stop."""
    return not text[span[1] - 1].isalnum() or "\n" in text[span[1] :]


def stand_in(brief: Brief) -> FrontMatter:
    """The form for a brief whose template is not here: the header fields that it has, and no sections."""
    fields = tuple(HeaderField(ident, _label(ident)) for ident in brief.header)
    return FrontMatter(name=brief.template, header=fields)


def shapes(brief: Brief, sections: tuple[SectionField, ...]) -> list[tuple[SectionField, Shape]]:
    """The sections to be shown and how: those of the template in its order, then those whose text it lacks."""
    shown: list[tuple[SectionField, Shape]] = []
    for section in sections:
        taken = section.generated and is_taken_over(brief, section.id)
        shown.append((section, "written" if taken else "live" if section.generated else "editor"))
    known = {section.id for section in sections}
    spare = sorted(ident for ident, text in brief.sections.items() if ident not in known and text.strip())
    return shown + [(SectionField(ident, _label(ident)), "unused") for ident in spare]


def unused_fields(brief: Brief, fields: tuple[HeaderField, ...]) -> tuple[HeaderField, ...]:
    """The fields of a brief's header that the template lacks: their values are kept."""
    known = {field.id for field in fields}
    return tuple(
        HeaderField(ident, _label(ident))
        for ident, value in brief.header.items()
        if ident not in known and value.strip()
    )


def _label(ident: str) -> str:
    return ident.replace("_", " ").capitalize()
