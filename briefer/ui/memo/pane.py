"""The memo pane: which template, the header block, and the sections that a person writes."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefer.model.brief import Brief
from briefer.templates.template import FrontMatter, Template
from briefer.ui.fitting import fit_choices
from briefer.ui.memo.header import HeaderForm
from briefer.ui.memo.sections import GeneratedPart, SectionEditor, stand_in, unused_sections
from briefer.ui.session import Place
from briefer.ui.style_sheet import set_role

if TYPE_CHECKING:
    from briefer.ui.memo.preview_page import PreviewPage


_PAUSE = 600
"""Milliseconds after the last change until the pages are counted anew while Write is shown."""


class MemoPane(QWidget):
    """Shows a memo in the making: Write has its forms, Preview its pages.

    ``header_typed`` and ``section_typed`` carry an id and its text, ``template_chosen`` a template's id;
    ``entry_activated`` the id of the entry that words of the preview came from, ``link_activated`` an address in it;
    ``pages_changed`` how many pages the memo fills, and how many it may (0: any number), once Preview was opened.
    """

    header_typed = Signal(str, str)
    section_typed = Signal(str, str)
    template_chosen = Signal(str)
    entry_activated = Signal(str)
    link_activated = Signal(str)
    pages_changed = Signal(float, float)

    def __init__(self, templates: list[Template], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Memo")
        self.setMinimumWidth(380)
        self._templates = {template.id: template for template in templates}
        self._shown: tuple[str, str] | None = None
        self._header = HeaderForm(())
        self.sections: dict[str, SectionEditor] = {}
        self.picker = QComboBox()
        self.picker.setAccessibleName("Template")
        self.picker.setToolTip("The template of the memo; what you wrote is kept")
        fit_choices(self.picker)
        self.picker.activated.connect(lambda index: self.template_chosen.emit(self.picker.itemData(index)))
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 16, 8)
        label = QLabel("&Template")
        label.setBuddy(self.picker)
        label.setMinimumWidth(label.sizeHint().width() + 4)  # an underlined letter needs more than its hint
        bar.setSpacing(8)
        bar.addWidget(label)
        bar.addWidget(self.picker, 1)
        self._faces = self._make_switch(bar)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        column.addWidget(self._pages)
        self._brief: Brief | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._preview_brief)

    @property
    def header(self) -> HeaderForm:
        """The header block's form."""
        return self._header

    def show_brief(self, brief: Brief) -> None:
        """Show header and sections of a brief in its template's form; without the template, all that it has."""
        self._brief = brief
        if self.previewing:
            self._preview_brief()
        elif "preview" in self.__dict__:
            self._pause.start()
        template = self._templates.get(brief.template)
        front = template.front if template is not None else stand_in(brief)
        missing = {ident for ident, text in brief.sections.items() if text.strip()} - self.sections.keys()
        if template is None:
            missing |= brief.header.keys() - self._header.lines.keys()
        if self._shown != (brief.id, brief.template) or missing:
            self._shown = (brief.id, brief.template)
            self._show_choices(brief.template)
            self._build(front, brief)
        self._header.show_header(brief.header)
        for ident, editor in self.sections.items():
            editor.show_text(brief.sections.get(ident, ""))

    @functools.cached_property
    def preview(self) -> PreviewPage:
        """The pages; made when they are first asked for."""
        from briefer.ui.memo.preview_page import PreviewPage

        preview = PreviewPage()
        preview.entry_activated.connect(self.entry_activated)
        preview.link_activated.connect(self.link_activated)
        preview.pages_changed.connect(self._tell_pages)
        self._pages.addWidget(preview)
        return preview

    @property
    def previewing(self) -> bool:
        """Whether Preview is shown, not Write."""
        return self._faces["preview"].isChecked()

    def turn(self, *, preview: bool) -> None:
        """Show Preview or Write, and give the keyboard to it."""
        self._faces["preview" if preview else "write"].setChecked(True)
        if preview:
            self._preview_brief()
        self._pages.setCurrentWidget(self.preview if preview else self._scroll)
        self.take_focus()

    def _preview_brief(self) -> None:
        if self._brief is not None:
            self.preview.show_brief(self._brief, self._templates.get(self._brief.template))

    def _tell_pages(self, pages: float) -> None:
        template = self._templates.get(self._brief.template) if self._brief is not None else None
        self.pages_changed.emit(pages, template.front.limit.pages if template is not None else 0)

    def take_focus(self) -> None:
        """Give the keyboard to the preview; else to the first section that is empty, or to the first of all."""
        if self.previewing:
            self.preview.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        editors = list(self.sections.values())
        empty = (editor for editor in editors if not editor.text.text().strip())
        chosen = next(empty, editors[0] if editors else None)
        (chosen.text if chosen else self.picker).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def section_at_hand(self) -> str:
        """The id of the section that is typed in; empty if none is."""
        return next((ident for ident, editor in self.sections.items() if editor.text.hasFocus()), "")

    def place(self, field: str) -> Place:
        """Where the caret is, for the history."""
        group, _, ident = field.partition(".")
        caret = self._header.lines[ident].caret() if group == "header" else self.sections[ident].text.caret()
        return Place("memo", field, caret, caret)

    def return_to(self, place: Place) -> None:
        """Go back to where a change was made."""
        self.turn(preview=False)
        group, _, ident = place.field.partition(".")
        editor = self.sections.get(ident) if group == "sections" else None
        target = editor.text if editor else self._header.lines.get(ident) if group == "header" else None
        if target is None:
            self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        target.set_caret(place.start)
        self._scroll.ensureWidgetVisible(target)

    def _make_switch(self, bar: QHBoxLayout) -> dict[str, QToolButton]:
        """Two buttons of which one is down."""
        group = QButtonGroup(self)
        buttons: dict[str, QToolButton] = {}
        for name, tip in (("write", "Write the memo"), ("preview", "See the memo's pages")):
            button = QToolButton()
            button.setText(name.capitalize())
            button.setToolTip(f"{tip} (Ctrl+Shift+P)")
            button.setCheckable(True)
            button.setChecked(name == "write")
            set_role(button, "segment")
            button.clicked.connect(lambda _=False, preview=name == "preview": self.turn(preview=preview))
            group.addButton(button)
            bar.addWidget(button)
            buttons[name] = button
        return buttons

    def _show_choices(self, template: str) -> None:
        """Offer the templates that are here, and name the brief's own if it is not among them."""
        self.picker.clear()
        for each in self._templates.values():
            self.picker.addItem(each.name, each.id)
            self.picker.setItemData(self.picker.count() - 1, each.front.description, Qt.ItemDataRole.ToolTipRole)
        if template not in self._templates:
            self.picker.addItem(f"{template or 'None'} (not here)", template)
        self.picker.setCurrentIndex(self.picker.findData(template))

    def _build(self, front: FrontMatter, brief: Brief) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(8)
        column.setContentsMargins(16, 4, 16, 16)
        self._header = HeaderForm(front.header)
        self._header.typed.connect(self.header_typed)
        column.addWidget(self._header)
        self.sections = {}
        for section in front.sections:
            if section.generated and not brief.sections.get(section.id, "").strip():
                column.addWidget(GeneratedPart(section))
            else:
                column.addWidget(self._editor(SectionEditor(section), section.id))
        for section in unused_sections(brief, front.sections):
            column.addWidget(self._editor(SectionEditor(section, unused=True), section.id))
        column.addStretch()
        self._scroll.setWidget(page)

    def _editor(self, editor: SectionEditor, ident: str) -> SectionEditor:
        editor.typed.connect(lambda text: self.section_typed.emit(ident, text))
        self.sections[ident] = editor
        return editor
