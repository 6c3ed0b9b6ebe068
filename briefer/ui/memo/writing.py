"""Write: the header's form, the subject and the sections of the memo under each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from briefer.model.brief import Brief
from briefer.templates.template import FrontMatter, SectionField, Template
from briefer.ui.memo.cited_notes import CitedNotes
from briefer.ui.memo.generated_card import GeneratedCard
from briefer.ui.memo.header import HeaderForm
from briefer.ui.memo.parts import GeneratedParts
from briefer.ui.memo.portion_mark import SUBJECT, Holder, PortionMark, PortionMarks
from briefer.ui.memo.sections import SectionEditor, Shape, shapes, stand_in, unused_fields
from briefer.ui.slices import Slices
from briefer.ui.style_sheet import set_role
from briefer.ui.text.typed_text import TypedText

_FILL = "fill"
_MUCH = 4000
"""Code points of a section that take some milliseconds to be shown."""
_STRETCH = 5_000
"""Code points of a section that are put into a text in some milliseconds."""
_AROUND = 24
"""Pixels above and below the caret that are kept in view."""
_STEPS = {
    Qt.Key.Key_Down: (1, QTextCursor.MoveOperation.Down),
    Qt.Key.Key_Up: (-1, QTextCursor.MoveOperation.Up),
    Qt.Key.Key_PageDown: (1, QTextCursor.MoveOperation.Down),
    Qt.Key.Key_PageUp: (-1, QTextCursor.MoveOperation.Up),
}
"""Keys that lead on into the next section, or back, where they find no further place in their own."""
_SIDE = 16
_WIDEST = 840
"""Pixels of the page with its margins: the lines of a memo that has the window for itself stay readable."""


class WritingPage(QScrollArea):
    """Asks by the signals that ``MemoPane`` passes on; ``folded`` tells that the header's form is done with."""

    header_typed = Signal(str, str)
    section_typed = Signal(str, str)
    entry_activated = Signal(str)
    write_requested = Signal(str)
    back_requested = Signal(str)
    take_in_requested = Signal(str, object)
    keep_requested = Signal(str)
    mark_chosen = Signal(str, str)
    own_requested = Signal(str, list)
    passage_requested = Signal(str, int)
    entry_dropped = Signal(str, list, int)
    cite_requested = Signal()
    step_ended = Signal()
    refused = Signal(str)
    words_changed = Signal(int)
    work_requested = Signal(object)
    folded = Signal()

    def __init__(self, before: QWidget, parent: QWidget | None = None) -> None:
        """``before`` is what the keyboard reaches before it."""
        super().__init__(parent)
        self._before = before
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.unfolded = False
        self.header = HeaderForm(())
        self._sections: dict[str, SectionEditor] = {}
        self._cards: dict[str, GeneratedCard] = {}
        self._notes = CitedNotes()
        self._shown: list[tuple[SectionField, Shape]] = []
        self._head: tuple[Any, ...] = ()
        self._brief: Brief | None = None
        self._last = ""
        self._words = 0
        self._work = Slices(self)
        self._arranged: Iterator[None] | None = None
        self._spare: dict[tuple[SectionField, Shape], SectionEditor | GeneratedCard] = {}
        self._marks = PortionMarks(self)
        self._marks.chosen.connect(self.mark_chosen)
        self._parts = GeneratedParts(self)
        self._parts.counted.connect(self._tell_words)
        self._parts.work_requested.connect(self.work_requested)
        self._column = self._make_page()
        self._follow = QTimer(self, singleShot=True, interval=0)
        self._follow.timeout.connect(self._show_caret)

    def beginning(self, brief: Brief, template: Template | None) -> Iterator[None]:
        """Make the form for another brief, step by step; ``show_brief`` fills it."""
        front = template.front if template is not None else stand_in(brief)
        self._leave_arranging()
        self._brief = brief
        self._work.drop(_FILL)
        self._parts.follow(brief, template, {}, {})
        self._clear()
        self._show_head(front, brief)
        yield
        yield from self._arranging(shapes(brief, front.sections))

    def show_brief(self, brief: Brief, template: Template | None) -> None:
        """Show header and sections of a brief in a template's form; without one, all that it has."""
        front = template.front if template is not None else stand_in(brief)
        if self._brief is not None and (self._brief.id, self._brief.template) == (brief.id, brief.template):
            self._finish_arranging()
        else:
            self._leave_arranging()
        before, self._brief = self._brief, brief
        if before is None or before.id != brief.id:
            self._clear()
        self._show_head(front, brief)
        shown = self._wanted(before, brief, front)
        if shown != self._shown or self._spare:
            self._arranged = self._arranging(shown)
        self.header.show_header(brief.header)
        self._work.begin(_FILL, self._showing(brief, template), at_once=True)

    def _finish_arranging(self) -> None:
        if self._arranged is not None:
            self._work.finish(_FILL)

    def _leave_arranging(self) -> None:
        """Another form is wanted before this one stands: what is not in its place yet is left over for that one."""
        if self._arranged is not None:
            self._work.drop(_FILL)
            self._arranged = None
            self.setUpdatesEnabled(True)

    def _showing(self, brief: Brief, template: Template | None) -> Iterator[None]:
        """Put the sections under each other if others are to be shown, and their texts into them."""
        if self._arranged is not None:
            self.setUpdatesEnabled(False)  # what was there is seen until all of the new form stands
            yield from self._arranged
            self._arranged = None
            self.setUpdatesEnabled(True)
        yield from self._filling(brief, template)

    def _filling(self, brief: Brief, template: Template | None) -> Iterator[None]:
        """Show the texts, section by section: after a long one others may have their turn."""
        bars = {ident: editor.bar for ident, editor in self._sections.items() if editor.bar is not None}
        # First: cards and bars of the form before are gone after this turn.
        self._parts.follow(brief, template, self._cards, bars)
        for ident, editor in list(self._sections.items()):
            editor.text.show_brief(brief)
            text = brief.sections.get(ident, "")
            is_much = text != editor.text.text() and len(text) > _MUCH
            if is_much and not editor.text.text() and not editor.text.hasFocus():  # nothing can be typed meanwhile
                for beginning in _beginnings(text):
                    editor.text.show_text(beginning)
                    yield
                editor.text.show_text(text)
                yield
            editor.show_text(text)
            if is_much:
                yield
        if template is not None and self._marks.show_marks(brief, template, self._holders()):
            self._order_tabs()
        self._tell_words()

    @property
    def sections(self) -> dict[str, SectionEditor]:
        """The editors of the sections that are written, by their ids, with their texts."""
        self._work.finish(_FILL)
        return self._sections

    @property
    def cards(self) -> dict[str, GeneratedCard]:
        """What stands for the parts that are made from the notes, by their ids."""
        self._work.finish(_FILL)
        return self._cards

    def unfold(self, *, unfolded: bool) -> None:
        """Show the header's form, or hide it."""
        self.unfolded = unfolded
        if unfolded:
            self.header.make()
        self.header.setVisible(unfolded)
        if unfolded:
            self.verticalScrollBar().setValue(0)

    # Focus

    def take_focus(self) -> bool:
        """Give the keyboard to the section that had it last, else to the first empty one; whether there is any."""
        empty = (ident for ident, editor in self.sections.items() if not editor.text.text().strip())
        first = next(iter(self.sections), "")
        chosen = self._last if self._last in self.sections else next(empty, first)
        if chosen:
            self.sections[chosen].text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(chosen)

    def step(self, step: int) -> bool:
        """Go to the text after the one that is typed in, or before; whether there was one that is typed in."""
        texts = self._texts()
        at = next((index for index, text in enumerate(texts) if text.hasFocus()), None)
        if at is None:
            return False
        if 0 <= at + step < len(texts):
            self._enter(texts[at + step], at_end=False)
        return True

    def go_to(self, ident: str, position: int) -> bool:
        """Put the caret into a section, or the focus on its card; whether it is shown."""
        if ident in self.sections:
            text = self.sections[ident].text
            text.setFocus(Qt.FocusReason.OtherFocusReason)
            text.set_caret(position)
            self._follow.start()
        elif ident in self.cards:
            self.cards[ident].write.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_widget(self.cards[ident])
        return ident in self.sections or ident in self.cards

    def show_widget(self, widget: QWidget) -> None:
        """Bring a widget into view once it is laid out."""
        QTimer.singleShot(0, widget, lambda: self.ensureWidgetVisible(widget))

    def _texts(self) -> list[TypedText]:
        subject = [self.header.subject] if self.header.subject is not None else []
        return [*subject, *(editor.text for editor in self.sections.values())]

    def _enter(self, text: TypedText, *, at_end: bool) -> None:
        text.setFocus(Qt.FocusReason.TabFocusReason)
        if at_end:
            text.moveCursor(QTextCursor.MoveOperation.End)
        self._follow.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that find no further place in one text lead into the next. The last text is remembered."""
        if isinstance(watched, TypedText):
            if event.type() == QEvent.Type.FocusIn:
                self._work.finish(_FILL)  # before anything is typed
                self._last = next((i for i, editor in self._sections.items() if editor.text is watched), self._last)
                self._follow.start()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._passed_on(watched, event)
        return False

    def _passed_on(self, text: TypedText, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or Qt.Key(event.key()) not in _STEPS:
            return False
        step, move = _STEPS[Qt.Key(event.key())]
        texts, cursor = self._texts(), text.textCursor()
        at = texts.index(text) + step
        before = cursor.position()
        if (cursor.movePosition(move) and cursor.position() != before) or not 0 <= at < len(texts):
            return False
        self._enter(texts[at], at_end=step < 0)
        if step > 0:
            texts[at].moveCursor(QTextCursor.MoveOperation.Start)
        return True

    def _show_caret(self) -> None:
        """Keep the caret of the text that is typed in within view."""
        texts = (self.header.subject, *(editor.text for editor in self._sections.values()))  # filled or not yet
        text = next((text for text in texts if text is not None and text.hasFocus()), None)
        page = self.widget()
        if text is not None and page is not None:
            rect = text.cursorRect()
            at = text.viewport().mapTo(page, QPoint(rect.left(), rect.center().y()))
            self.ensureVisible(0, at.y(), 0, rect.height() // 2 + _AROUND)

    # The form

    def _make_page(self) -> QVBoxLayout:
        page = QWidget()
        set_role(page, "memo-page")
        column = QVBoxLayout(page)
        column.setSpacing(0)
        column.setContentsMargins(_SIDE, 8, _SIDE, 16)
        self.setWidget(page)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what the lines do not need to the margins."""
        spare = max(0, self.viewport().width() - _WIDEST) // 2
        self._column.setContentsMargins(_SIDE + spare, 8, _SIDE + spare, 16)
        super().resizeEvent(event)

    def _clear(self) -> None:
        """Forget the form of another brief."""
        self._arrange([])
        self._head = ()
        self._last = ""
        self.verticalScrollBar().setValue(0)

    def _show_head(self, front: FrontMatter, brief: Brief) -> None:
        """The header's form and the subject: made anew where other fields are needed."""
        unused = unused_fields(brief, front.header)
        if self._head[:1] == (front.header,):  # what was typed empty stays until another form is made
            kept = self._head[1]
            unused = (*kept, *(field for field in unused if field not in kept))
        if self._head == (front.header, unused):
            return
        self._head = front.header, unused
        for old in (self.header, self.header.subject):
            if old is not None:
                old.hide()
                old.deleteLater()
        self.header = HeaderForm(front.header, unused)
        if self.unfolded:
            self.header.make()
        self.header.typed.connect(self.header_typed)
        self.header.done.connect(self.folded)
        self.header.made.connect(self._order_tabs)
        self._column.insertWidget(0, self.header)
        self.header.setVisible(self.unfolded)
        if (subject := self.header.subject) is not None:
            self._watch(subject)
            subject.left.connect(lambda: self.step(1))
            self._column.insertWidget(1, subject)
            subject.show()  # now: the layout would do it later, and who asks for the pane finds it as it is shown
        self._order_tabs()

    def _wanted(self, before: Brief | None, brief: Brief, front: FrontMatter) -> list[tuple[SectionField, Shape]]:
        """The sections to be shown. What is typed empty does not vanish under the hands."""
        wanted = shapes(brief, front.sections)
        if before is None or before.id != brief.id or before.template != brief.template:
            return wanted
        known = {section.id for section, _ in wanted}
        wanted += [
            (section, shape) for section, shape in self._shown if shape == "unused" and section.id not in known
        ]
        return [(section, self._shape(section, shape, before)) for section, shape in wanted]

    def _shape(self, section: SectionField, shape: Shape, before: Brief) -> Shape:
        editor = self._sections.get(section.id)
        typed_empty = shape == "live" and section.id not in before.taken_over and before.sections.get(section.id)
        return "written" if typed_empty and editor is not None and editor.text.hasFocus() else shape

    def _arrange(self, shown: list[tuple[SectionField, Shape]]) -> None:
        """Put the sections under each other; those that are there in the same shape stay, caret and all."""
        for _ in self._arranging(shown):
            pass

    def _arranging(self, shown: list[tuple[SectionField, Shape]]) -> Iterator[None]:
        """The same section by section."""
        old = self._spare
        old.update({(section, shape): self._widget(section.id) for section, shape in self._shown})
        self._shown, self._sections, self._cards = [], {}, {}
        while self._column.count() > self._head_count():
            self._column.takeAt(self._column.count() - 1)
        for section, shape in shown:
            kept = old.pop((section, shape), None)
            widget = kept if kept is not None else self._made(section, shape)
            if isinstance(widget, GeneratedCard):
                self._cards[section.id] = widget
            else:
                self._sections[section.id] = widget
            self._column.addWidget(widget)
            self._shown.append((section, shape))
            yield
        self._column.addStretch()
        for widget in old.values():
            if isinstance(widget, SectionEditor):
                widget.leave()
            widget.hide()
            widget.deleteLater()
        old.clear()
        self._order_tabs()

    def _holders(self) -> dict[str, Holder]:
        """What may bear a portion mark, by the id of its part."""
        subject: dict[str, Holder] = {SUBJECT: self.header.subject} if self.header.subject is not None else {}
        return {**subject, **self._cards, **self._sections}

    def mark_at_hand(self) -> PortionMark | None:
        """The portion mark of the part that has the keyboard, if it has one."""
        focus = QApplication.focusWidget()
        holders = [holder for holder in self._holders().values() if isinstance(holder, QWidget)]
        near = (each for each in holders if focus is not None and (each is focus or each.isAncestorOf(focus)))
        return next((each.mark for each in near if each.mark is not None and not each.mark.isHidden()), None)

    def _widget(self, ident: str) -> SectionEditor | GeneratedCard:
        return self._sections[ident] if ident in self._sections else self._cards[ident]

    def _head_count(self) -> int:
        return 1 + (self.header.subject is not None) if self._head else 0

    def _made(self, section: SectionField, shape: Shape) -> SectionEditor | GeneratedCard:
        ident = section.id
        if shape == "live":
            card = GeneratedCard(section)
            card.write_requested.connect(lambda: self.write_requested.emit(ident))
            return card
        editor = SectionEditor(section, shape, self._notes, self._work)
        editor.typed.connect(lambda text: self.section_typed.emit(ident, text))
        editor.counted.connect(self._tell_words)
        editor.own_requested.connect(lambda spans: self.own_requested.emit(ident, spans))
        editor.passage_requested.connect(lambda position: self.passage_requested.emit(ident, position))
        if editor.bar is not None:
            editor.bar.back_requested.connect(lambda: self.back_requested.emit(ident))
            editor.bar.keep_requested.connect(lambda: self.keep_requested.emit(ident))
            editor.bar.take_in_requested.connect(lambda choices: self.take_in_requested.emit(ident, choices))
        text = editor.text
        text.entry_dropped.connect(lambda notes, position: self.entry_dropped.emit(ident, notes, position))
        text.citation_activated.connect(lambda notes: self.entry_activated.emit(notes[0]))
        text.cite_asked.connect(self.cite_requested)
        text.step_ended.connect(self.step_ended)
        text.refused.connect(self.refused)
        self._watch(text)
        return editor

    def _watch(self, text: TypedText) -> None:
        text.installEventFilter(self)
        text.cursorPositionChanged.connect(self._follow.start)

    def _order_tabs(self) -> None:
        for one, other in pairwise(self._tab_chain()):
            QWidget.setTabOrder(one, other)

    def _tab_chain(self) -> Iterator[QWidget]:
        """The header's fields, the subject, then each section with its buttons, as they stand."""
        yield self._before
        yield from self.header.tab_chain()
        if self.header.subject is not None:
            yield self.header.subject
            if self.header.subject.mark is not None:
                yield self.header.subject.mark
        for section, _ in self._shown:
            yield from self._widget(section.id).tab_chain()

    def _tell_words(self) -> None:
        shown = {section.id: shape for section, shape in self._shown}
        written = sum(editor.words for ident, editor in self._sections.items() if shown.get(ident) != "unused")
        words = written + self._parts.words
        if words != self._words:
            self._words = words
            self.words_changed.emit(words)


def _beginnings(text: str) -> Iterator[str]:
    """A long text's first paragraphs, more of them each time, and never all."""
    end = text.find("\n\n", _STRETCH)
    while end >= 0:
        yield text[:end]
        end = text.find("\n\n", end + _STRETCH)
