"""The memo pane: which template, the header block, and the sections that a person writes."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.brief import Brief
from briefer.templates.template import Template
from briefer.ui.fitting import fit_choices
from briefer.ui.icons import SIZE, icon
from briefer.ui.memo.header import HeaderForm
from briefer.ui.memo.header_line import HeaderLine
from briefer.ui.memo.sections import SectionEditor, stand_in
from briefer.ui.memo.writing import WritingPage
from briefer.ui.session import Place
from briefer.ui.start.blank import is_blank
from briefer.ui.style_sheet import set_role

if TYPE_CHECKING:
    from briefer.ui.memo.portion_mark import PortionMark
    from briefer.ui.memo.preview_page import PreviewPage


_PAUSE = 600
"""Milliseconds after the last change until the pages are counted anew while Write is shown."""


class MemoPane(QWidget):
    """Shows a memo in the making: Write has its forms, Preview its pages.

    ``header_typed`` and ``section_typed`` carry an id and its text, ``template_chosen`` a template's id;
    ``entry_activated`` the id of the entry that words of the preview or a citation lead to, ``link_activated`` an
    address in it; ``write_requested``, ``back_requested`` and ``keep_requested`` the id of a generated part to be
    taken over, to be made from the notes again, or to stay as it is though they have changed; ``take_in_requested``
    that of one to get their changes, and the side that was chosen where both changed the same; ``mark_chosen`` the id
    of a part and its portion mark; ``own_requested`` an id and spans of sentences to be marked as one's own
    judgement; ``passage_requested`` an id and a place in a sentence for which a passage is to be found;
    ``entry_dropped`` an id, those of notes and a place in the section; ``cite_requested`` asks for a
    citation at the caret, ``step_ended`` that what is typed next be another step of the history; ``refused`` carries
    why a section did not take what was pasted;
    ``pages_changed`` how many pages the memo fills, and how many it may (0: any number), ``words_changed`` how many
    words it has; ``work_requested`` an Operation to be run in the background, ``turned`` whether Preview is shown.
    """

    header_typed = Signal(str, str)
    section_typed = Signal(str, str)
    template_chosen = Signal(str)
    entry_activated = Signal(str)
    link_activated = Signal(str)
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
    pages_changed = Signal(float, float)
    work_requested = Signal(object)
    words_changed = Signal(int)
    turned = Signal(bool)

    def __init__(self, templates: list[Template], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Memo")
        self.setMinimumWidth(380)
        self._templates = {template.id: template for template in templates}
        self._brief: Brief | None = None
        self._offered: str | None = None
        self.picker = self._make_picker()
        self._line = HeaderLine()
        self._writing = WritingPage(self._line)
        self._line.clicked.connect(self._turn_header)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._writing)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._make_bar())
        column.addWidget(self._line)
        column.addWidget(self._pages)
        self._connect()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._preview_brief)

    def _connect(self) -> None:
        writing = self._writing
        for name in (
            "header_typed", "section_typed", "entry_activated", "write_requested", "back_requested",
            "take_in_requested", "keep_requested", "mark_chosen", "own_requested", "passage_requested",
            "entry_dropped", "cite_requested", "step_ended", "refused", "words_changed", "work_requested",
        ):  # fmt: skip
            getattr(writing, name).connect(getattr(self, name))
        writing.folded.connect(lambda: self.unfold(unfolded=False))

    @property
    def header(self) -> HeaderForm:
        """The header block's form."""
        return self._writing.header

    @property
    def sections(self) -> dict[str, SectionEditor]:
        """The editors of the sections that are written, by their ids."""
        return self._writing.sections

    def template_of(self, ident: str) -> Template | None:
        """The template of an id, if it is here."""
        return self._templates.get(ident)

    def offer(self, templates: Sequence[Template]) -> None:
        """Offer these templates; a memo whose own is another one now is shown in its form."""
        here = {template.id: template for template in templates}
        if list(here.values()) == list(self._templates.values()):
            return
        self._templates, self._offered = here, None
        if self._brief is not None:
            self.show_brief(self._brief)

    def show_brief(self, brief: Brief) -> None:
        """Show header and sections of a brief in its template's form; without the template, all that it has."""
        self._brief = brief
        if self.previewing:
            self._preview_brief()
        elif "preview" in self.__dict__ or not is_blank(brief):
            self._pause.start()
        template = self._templates.get(brief.template)
        if self._offered != brief.template:
            self._offered = brief.template
            self._show_choices(brief.template)
        front = template.front if template is not None else stand_in(brief)
        self._line.show_header(front.header, brief.header, front.language)
        self._writing.show_brief(brief, template)

    def beginning(self, brief: Brief) -> Iterator[None]:
        """Make the form for another brief, step by step; ``show_brief`` fills it."""
        yield from self._writing.beginning(brief, self._templates.get(brief.template))

    @functools.cached_property
    def preview(self) -> PreviewPage:
        """The pages; made when they are first asked for."""
        from briefer.ui.memo.preview_page import PreviewPage

        preview = PreviewPage()
        preview.entry_activated.connect(self.entry_activated)
        preview.link_activated.connect(self.link_activated)
        preview.pages_changed.connect(self._tell_pages)
        preview.work_requested.connect(self.work_requested)
        self._pages.addWidget(preview)
        return preview

    @property
    def previewing(self) -> bool:
        """Whether Preview is shown, not Write."""
        return self._faces["preview"].isChecked()

    def turn(self, *, preview: bool) -> None:
        """Show Preview or Write, each where it was left, and give the keyboard to it."""
        turned = preview != self.previewing
        self._faces["preview" if preview else "write"].setChecked(True)
        if preview:
            self._preview_brief()
        self._line.setVisible(not preview)
        if turned:  # first, so that what is shown is laid out in its own width alone
            self.turned.emit(preview)
        self._pages.setCurrentWidget(self.preview if preview else self._writing)
        self.take_focus()

    def _turn_header(self) -> None:
        self.unfold(unfolded=not self._writing.unfolded)

    def unfold(self, *, unfolded: bool) -> None:
        """Show the header's form, the keyboard in it, or fold it into its line."""
        self._line.show_unfolded(unfolded)
        self._writing.unfold(unfolded=unfolded)
        first = self.header.first() if unfolded else None
        (first or self._line).setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview_brief(self) -> None:
        if self._brief is not None:
            self.preview.show_brief(self._brief, self._templates.get(self._brief.template))

    def _tell_pages(self, pages: float) -> None:
        template = self._templates.get(self._brief.template) if self._brief is not None else None
        self.pages_changed.emit(pages, template.front.limit.pages if template is not None else 0)

    def take_focus(self) -> None:
        """Give the keyboard to the preview; else to where it was last, or to the first section that is empty."""
        if self.previewing:
            self.preview.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self._writing.take_focus():
            self.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step_section(self, step: int) -> None:
        """Go to the next section that is written, or to the one before; into the first from elsewhere."""
        if self.previewing or not self._writing.step(step):
            self.turn(preview=False)

    def section_at_hand(self) -> str:
        """The id of the section that is typed in; empty if none is."""
        return self._writing.section_at_hand()

    def part_at_hand(self) -> str:
        """The place, as findings have it, of the section or header field that is typed in; else the memo's."""
        if section := self.section_at_hand():
            return f"sections.{section}"
        field = self.header.at_hand()
        return f"header.{field}" if field else "memo"

    def mark_at_hand(self) -> PortionMark | None:
        """The portion mark of the part that has the keyboard, if it has one."""
        return self._writing.mark_at_hand()

    def place(self, field: str) -> Place:
        """Where the caret is, for the history."""
        group, _, ident = field.partition(".")
        if group == "header":
            caret = self.header.lines[ident].caret()
        else:
            section = self._writing.section(ident)
            caret = section.text.caret() if section is not None else 0
        return Place("memo", field, caret, caret)

    def return_to(self, place: Place) -> None:
        """Go back to where a change was made."""
        if self.previewing:
            self.turn(preview=False)
        group, _, ident = place.field.partition(".")
        target = self.header.line(ident) if group == "header" else None
        if target is not None:
            if target is not self.header.subject and not self._writing.unfolded:
                self.unfold(unfolded=True)
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            target.set_caret(place.start)
            self._writing.show_widget(target)
        elif group != "sections" or not self._writing.go_to(ident, place.start):
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_picker(self) -> QComboBox:
        picker = QComboBox()
        picker.setAccessibleName("Template")
        picker.setToolTip("The template of the memo; what you wrote is kept")
        picker.setIconSize(QSize(SIZE, SIZE))
        fit_choices(picker)
        picker.setMaximumWidth(240)
        picker.activated.connect(lambda index: self.template_chosen.emit(self.picker.itemData(index)))
        return picker

    def _make_bar(self) -> QFrame:
        bar = QFrame()
        set_role(bar, "pane-header")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.picker, 1)
        row.addStretch()
        row.addWidget(self._make_switch(), alignment=Qt.AlignmentFlag.AlignVCenter)
        return bar

    def _make_switch(self) -> QFrame:
        """Two buttons of which one is down."""
        group = QButtonGroup(self)
        switch = QFrame()
        set_role(switch, "segments")
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._faces: dict[str, QToolButton] = {}
        for name, tip in (("write", "Write the memo"), ("preview", "See the memo's pages")):
            button = QToolButton()
            button.setText(name.capitalize())
            button.setToolTip(f"{tip} (Ctrl+Shift+P)")
            button.setCheckable(True)
            button.setChecked(name == "write")
            set_role(button, "segment")
            button.clicked.connect(lambda _=False, preview=name == "preview": self.turn(preview=preview))
            group.addButton(button)
            row.addWidget(button)
            self._faces[name] = button
        return switch

    def _show_choices(self, template: str) -> None:
        """Offer the templates that are here, and name the brief's own if it is not among them."""
        self.picker.clear()
        place = ""
        for each in self._templates.values():
            before, place = place, each.id.partition(":")[0] if ":" in each.id else ""
            if before != place:
                self.picker.insertSeparator(self.picker.count())
            self.picker.addItem(icon("template"), each.name, each.id)
            self.picker.setItemData(self.picker.count() - 1, each.front.description, Qt.ItemDataRole.ToolTipRole)
        if template not in self._templates:
            self.picker.addItem(icon("warn", "warn"), f"{template or 'None'} (not here)", template)
        self.picker.setCurrentIndex(self.picker.findData(template))
