"""Write: the header's form, the subject and the sections of the memo under each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from briefer.model.brief import Brief
from briefer.templates.template import FrontMatter, SectionField, Template
from briefer.ui.memo.generated_card import GeneratedCard
from briefer.ui.memo.header import HeaderForm
from briefer.ui.memo.leading_on import CaretInView, leads_on
from briefer.ui.memo.parts import GeneratedParts
from briefer.ui.memo.portion_mark import SUBJECT, Holder, PortionMark, PortionMarks
from briefer.ui.memo.section_column import SectionColumn
from briefer.ui.memo.sections import SectionEditor, Shape, shapes, stand_in, unused_fields
from briefer.ui.slices import Slices
from briefer.ui.style_sheet import set_role
from briefer.ui.text.typed_text import TypedText

_FILL = "fill"
_MUCH = 4000
"""Code points of a section that take some milliseconds to be shown."""
_STRETCH = 5_000
"""Code points of a section that are put into a text in some milliseconds."""
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
        self._head: tuple[Any, ...] = ()
        self._brief: Brief | None = None
        self._last = ""
        self._words = 0
        self._work = Slices(self)
        self._arranged: Iterator[None] | None = None
        self._due: set[str] = set()  # sections that may not have their whole text yet
        self._column = self._make_page()
        self.form = SectionColumn(self._column, self._work, self)
        self._marks = PortionMarks(self)
        self._marks.chosen.connect(self.mark_chosen)
        self._parts = GeneratedParts(self)
        self._parts.counted.connect(self._tell_words)
        self._parts.work_requested.connect(self.work_requested)
        self._follow = CaretInView(self)
        self._connect()

    def _connect(self) -> None:
        for name in (
            "section_typed", "entry_activated", "write_requested", "back_requested", "take_in_requested",
            "keep_requested", "own_requested", "passage_requested", "entry_dropped", "cite_requested", "step_ended",
            "refused",
        ):  # fmt: skip
            getattr(self.form, name).connect(getattr(self, name))
        self.form.made.connect(self._watch)
        self.form.counted.connect(self._tell_words)
        self.form.edit_begins.connect(self._fill_now)

    def beginning(self, brief: Brief, template: Template | None) -> Iterator[None]:
        """Make the form for another brief, step by step; ``show_brief`` fills it."""
        front = template.front if template is not None else stand_in(brief)
        self._leave_arranging()
        self._brief = brief
        self._work.drop(_FILL)
        self._due.clear()
        self._parts.follow(brief, template, {}, {})
        self._clear()
        self._show_head(front, brief)
        yield
        yield from self._arranging(shapes(brief, front.sections))

    def show_brief(self, brief: Brief, template: Template | None) -> None:
        """Show header and sections of a brief in a template's form; without one, all that it has."""
        front = template.front if template is not None else stand_in(brief)
        if self._brief is not None and (self._brief.id, self._brief.template) == (brief.id, brief.template):
            self.finish_arranging()
        else:
            self._leave_arranging()
        before, self._brief = self._brief, brief
        if before is None or before.id != brief.id:
            self._clear()
        self._show_head(front, brief)
        wanted = self.form.wanted(before, brief, front)
        self._due = {section.id for section, _ in wanted}
        if self.form.needs(wanted):
            self._arranged = self._arranging(wanted)
        self.header.show_header(brief.header)
        self._work.begin(_FILL, self._showing(brief, template), at_once=True)

    def finish_arranging(self) -> None:
        """Have the whole form stand now; texts that are not in it yet have time."""
        if self._arranged is not None and not self._work.is_at(_FILL):
            # Taken first: a section that goes gives the focus to another one, which asks for this again.
            arranged, self._arranged = self._arranged, None
            for _ in arranged:
                pass
            self.setUpdatesEnabled(True)

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
        editors = self.form.editors
        bars = {ident: editor.bar for ident, editor in editors.items() if editor.bar is not None}
        # First: cards and bars of the form before are gone after this turn.
        self._parts.follow(brief, template, self.form.cards, bars)
        for ident, editor in list(editors.items()):
            editor.text.show_brief(brief)
            text, before = brief.sections.get(ident, ""), editor.text.text()
            is_much = text != before and len(text) > _MUCH
            if is_much and text.startswith(before):
                for beginning in _beginnings(text, len(before)):
                    if ident not in self._due or editor.text.hasFocus():  # nothing can be typed into a beginning
                        break
                    editor.text.show_text(beginning)
                    yield
            if ident in self._due:
                self._due.discard(ident)
                editor.text.show_text(text)
                if is_much:
                    yield
                editor.show_text(text)
            if is_much:
                yield
        if template is not None and self._marks.show_marks(brief, template, self._holders()):
            self._order_tabs()
        self._tell_words()

    def section(self, ident: str) -> SectionEditor | None:
        """The editor of one section with its text, whatever the others have, if that is written."""
        self._fill_now(ident)
        return self.form.editors.get(ident)

    def _fill_now(self, ident: str) -> None:
        """Show the whole text of a section, which is about to be changed; the others have time."""
        self.finish_arranging()
        if self._brief is not None and ident in self._due and ident in self.form.editors:
            self._due.discard(ident)
            self.form.editors[ident].text.show_brief(self._brief)
            self.form.editors[ident].show_text(self._brief.sections.get(ident, ""))

    @property
    def sections(self) -> dict[str, SectionEditor]:
        """The editors of the sections that are written, by their ids, with their texts."""
        self._work.finish(_FILL)
        return self.form.editors

    @property
    def cards(self) -> dict[str, GeneratedCard]:
        """What stands for the parts that are made from the notes, by their ids."""
        self._work.finish(_FILL)
        return self.form.cards

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
        self.finish_arranging()
        texts = self._brief.sections if self._brief is not None else {}
        empty = (ident for ident in self.form.editors if not texts.get(ident, "").strip())
        first = next(iter(self.form.editors), "")
        chosen = self._last if self._last in self.form.editors else next(empty, first)
        if chosen:
            self._fill_now(chosen)
            self.form.editors[chosen].text.setFocus(Qt.FocusReason.ShortcutFocusReason)
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

    def section_at_hand(self) -> str:
        """The id of the section that has the keyboard, filled or not yet; empty if none has."""
        self.finish_arranging()
        return self.form.at_hand()

    def go_to(self, ident: str, position: int) -> bool:
        """Put the caret into a section, or the focus on its card; whether it is shown."""
        if (section := self.section(ident)) is not None:
            section.text.setFocus(Qt.FocusReason.OtherFocusReason)
            section.text.set_caret(position)
            self._follow.start()
        elif ident in self.form.cards:
            self.form.cards[ident].write.setFocus(Qt.FocusReason.OtherFocusReason)
            self.show_widget(self.form.cards[ident])
        return section is not None or ident in self.form.cards

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
                self.finish_arranging()
                if section := self.form.at_hand():
                    self._fill_now(section)  # before anything is typed
                    self._last = section
                self._follow.start()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._passed_on(watched, event)
        return False

    def _passed_on(self, text: TypedText, event: QKeyEvent) -> bool:
        step = leads_on(text, event)
        if not step:
            return False
        texts = self._texts()
        at = texts.index(text) + step
        if not 0 <= at < len(texts):
            return False
        self._enter(texts[at], at_end=step < 0)
        if step > 0:
            texts[at].moveCursor(QTextCursor.MoveOperation.Start)
        return True

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
        for _ in self._arranging([]):
            pass
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

    def _arranging(self, wanted: list[tuple[SectionField, Shape]]) -> Iterator[None]:
        """Put the sections under each other, one by one."""
        yield from self.form.arranging(wanted, 1 + (self.header.subject is not None) if self._head else 0)
        self._order_tabs()

    def _holders(self) -> dict[str, Holder]:
        """What may bear a portion mark, by the id of its part."""
        subject: dict[str, Holder] = {SUBJECT: self.header.subject} if self.header.subject is not None else {}
        return {**subject, **self.form.cards, **self.form.editors}

    def mark_at_hand(self) -> PortionMark | None:
        """The portion mark of the part that has the keyboard, if it has one."""
        focus = QApplication.focusWidget()
        holders = [holder for holder in self._holders().values() if isinstance(holder, QWidget)]
        near = (each for each in holders if focus is not None and (each is focus or each.isAncestorOf(focus)))
        return next((each.mark for each in near if each.mark is not None and not each.mark.isHidden()), None)

    def _watch(self, text: TypedText) -> None:
        text.installEventFilter(self)
        self._follow.watch(text)

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
        yield from self.form.tab_chain()

    def _tell_words(self) -> None:
        words = self.form.words + self._parts.words
        if words != self._words:
            self._words = words
            self.words_changed.emit(words)


def _beginnings(text: str, shown: int) -> Iterator[str]:
    """A long text's first lines, more of them each time and than are shown, and never all."""
    end = text.find("\n", shown + _STRETCH)
    while end >= 0:
        yield text[:end]
        end = text.find("\n", end + _STRETCH)
