"""The left side of the export dialog: format, template, citations, and what stands in the document."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from briefer.outlook import Outlook
from briefer.templates.template import Template
from briefer.ui.export.choosers import FormatCards, Segments
from briefer.ui.export.plan import ANNEXES, Plan
from briefer.ui.fitting import fit_choices
from briefer.ui.icons import Picture, icon
from briefer.ui.style_sheet import set_role

_CITATIONS = (
    ("footnotes", "Footnotes", "A note at the foot of the page for each claim"),
    ("inline", "In the text", "The source in brackets behind each claim"),
    ("endlist", "List at end", "A number behind each claim, and the sources in a list at the end"),
    ("none", "None", "No sources in the document"),
)
_FOR = (
    ("draft", "Draft for comment", "Marked DRAFT, with comments and notes if you want them"),
    ("final", "Final", "Without comments, and without your notes"),
)
_ANNEX_WORDS = {
    "quotations": ("Annex: quotations", "Who said what, with the passages"),
    "sources": ("Annex: sources", "The articles that the memo rests on"),
    "passages": ("Annex: passages relied on", "The words of the sources that the memo rests on"),
}


class Options(QWidget):
    """What is to be exported. ``changed`` carries a Plan that a person made of the one shown."""

    changed = Signal(object)

    def __init__(self, templates: Mapping[str, Template], parent: QWidget, *, has_office: bool) -> None:
        """``has_office``: whether another program can lay out a PDF as Word does."""
        super().__init__(parent)
        self._templates, self._has_office = templates, has_office
        self._plan: Plan | None = None
        self.cards = FormatCards()
        self._template = self._template_box()
        self._citations = Segments("Citations", _CITATIONS)
        self._for = Segments("For", _FOR)
        self._checks = _Checks()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(_head("Format"))
        column.addWidget(self.cards)
        column.addSpacing(8)
        column.addLayout(self._form())
        column.addSpacing(4)
        line = QFrame()
        set_role(line, "rule")
        column.addWidget(line)
        column.addSpacing(4)
        self._in_document = _head("In the document")
        column.addWidget(self._in_document)
        column.addWidget(self._checks)
        column.addStretch()
        self._connect()

    def _connect(self) -> None:
        self.cards.chosen.connect(lambda ident: self._change(format=ident))
        self._template.activated.connect(lambda index: self._change(template=self._template.itemData(index)))
        self._citations.chosen.connect(self._cite)
        self._for.chosen.connect(lambda ident: self._change(draft=ident == "draft"))
        self._checks.toggled.connect(lambda name, on: self._change(**{name: on}))
        self._checks.annex_toggled.connect(self._toggle_annex)

    def tab_chain(self) -> list[QWidget]:
        """What the keyboard reaches, as it stands."""
        # Each by itself: what Qt's own chain gives out PySide takes for this widget's, and forgets when it goes.
        chain: list[QWidget] = [*self.cards.findChildren(QAbstractButton), self._template]
        for part in (self._citations, self._for, self._checks):
            chain += part.findChildren(QAbstractButton)
        return chain

    def show_plan(self, plan: Plan) -> None:
        """Show what is chosen, and only what has a say in that format."""
        self._plan = plan
        template = self._templates.get(plan.template)
        self.cards.show_format(plan.format)
        self._template.setCurrentIndex(self._template.findData(plan.template))
        self._citations.show_choice(plan.cites(template))
        self._for.show_choice("draft" if plan.draft else "final")
        has_memo = plan.kind.has_memo
        for widget in (self._template, self._template_label, self._citations, self._citations_label):
            widget.setVisible(has_memo)
        body = template.body if template is not None else ""
        self._checks.show_plan(
            plan,
            comments=plan.format == ".docx" and plan.draft,
            annexes=has_memo,
            notes=plan.draft and (not has_memo or ".notes" in body),
            word_pages=plan.format == ".pdf" and self._has_office,
        )
        self._in_document.setVisible(self._checks.shows_anything)

    def show_outlook(self, outlook: Outlook) -> None:
        """Say what the marking on every page is, and how many comments a draft would have, if that is known."""
        has_memo = self._plan is not None and self._plan.kind.has_memo
        too_high = any(each.title == "A part is marked too high" for each in outlook.advice)
        self._checks.show_outlook(outlook.marking if has_memo else "", outlook.comments, too_high=too_high)
        self._in_document.setVisible(self._checks.shows_anything)

    def _change(self, **changes: object) -> None:
        if self._plan is not None:
            self.changed.emit(replace(self._plan, **changes))

    def _cite(self, citations: str) -> None:
        if self._plan is not None:
            template = self._templates.get(self._plan.template)
            self.changed.emit(self._plan.citing(citations, template))  # type: ignore[arg-type]

    def _toggle_annex(self, annex: str, on: bool) -> None:
        if self._plan is not None:
            kept = {each for each in self._plan.annexes if each != annex} | ({annex} if on else set())
            self._change(annexes=tuple(each for each in ANNEXES if each in kept))

    def _template_box(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName("Template")
        box.setToolTip("The template of the memo; what you wrote is kept")
        fit_choices(box)
        for template in self._templates.values():
            box.addItem(icon("template"), template.name, template.id)
        return box

    def offer_missing(self, ident: str) -> None:
        """Name the template that the brief asks for, if it is not here."""
        if ident not in self._templates:
            self._template.addItem(icon("warn", "warn"), f"{ident or 'None'} (not here)", ident)

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 80)
        grid.setColumnStretch(1, 1)
        self._template_label, self._citations_label = _label("Template"), _label("Citations")
        rows = (
            (self._template_label, self._template),
            (self._citations_label, self._citations),
            (_label("For"), self._for),
        )
        for number, (label, widget) in enumerate(rows):
            grid.addWidget(label, number, 0)
            if widget is self._template:
                grid.addWidget(widget, number, 1)
            else:
                grid.addWidget(widget, number, 1, Qt.AlignmentFlag.AlignLeft)
        return grid


class _Checks(QWidget):
    """What stands in the document. ``toggled`` carries the name of a choice of the plan and whether it is on."""

    toggled = Signal(str, bool)
    annex_toggled = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self.shows_anything = False
        self._boxes: dict[str, QCheckBox] = {}
        self._belows: dict[str, QLabel] = {}
        self._wholes: dict[str, QWidget] = {}
        self._has_boxes = False
        self._marking = _Marking()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        wide = (
            ("comments", "Comment on each sentence without a source, and on what the checks find", ""),
            ("word_pages", "Pages as Word lays them out", "LibreOffice makes them. It takes some seconds longer."),
        )
        for row, (name, words, below) in enumerate(wide):
            grid.addWidget(self._with_words(name, words, below), row, 0, 1, 2)
        grid.addWidget(self._marking, 2, 0, 1, 2)
        for number, annex in enumerate(ANNEXES):
            words, tip = _ANNEX_WORDS[annex]
            box = self._box(annex, words, tip)
            box.toggled.connect(lambda on, annex=annex: self.annex_toggled.emit(annex, on))
            grid.addWidget(box, 3 + number // 2, number % 2)
        notes = self._box("notes", "Include my notes", "My notes on each entry; never in a final memo")
        notes.toggled.connect(lambda on: self.toggled.emit("notes", on))
        grid.addWidget(notes, 4, 1)
        self._grid = grid

    def show_plan(self, plan: Plan, *, comments: bool, annexes: bool, notes: bool, word_pages: bool) -> None:
        """Show what is on, and only what there is to choose."""
        shown = {"comments": comments, "notes": notes, "word_pages": word_pages} | dict.fromkeys(ANNEXES, annexes)
        on = {"comments": plan.comments, "notes": plan.notes, "word_pages": plan.word_pages}
        on |= {annex: annex in plan.annexes for annex in ANNEXES}
        for name, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(on[name])
            box.setVisible(shown[name])
            if name in self._wholes:
                self._wholes[name].setVisible(shown[name])
        self._grid.addWidget(self._boxes["notes"], 4, 1 if annexes else 0)
        self._has_boxes = any(shown.values())
        self._look()

    def show_outlook(self, marking: str, comments: int | None, *, too_high: bool) -> None:
        """Say what stands on every page, and how many comments there are."""
        if comments is not None:
            count = "No comment" if not comments else "1 comment" if comments == 1 else f"{comments} comments"
            self._belows["comments"].setText(f"{count}, by “Briefer check”. Left out of a final.")
        self._marking.show_marking(marking, too_high=too_high)
        self._look()

    def _look(self) -> None:
        self.shows_anything = self._has_boxes or not self._marking.isHidden()

    def _box(self, name: str, words: str, tip: str) -> QCheckBox:
        box = QCheckBox(words)
        box.setToolTip(tip)
        self._boxes[name] = box
        return box

    def _with_words(self, name: str, words: str, below: str) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        box = self._box(name, words, below)
        box.toggled.connect(lambda on: self.toggled.emit(name, on))
        said = QLabel(below)
        said.setIndent(24)
        said.setWordWrap(True)
        set_role(said, "muted")
        self._belows[name], self._wholes[name] = said, whole
        column.addWidget(box)
        column.addWidget(said)
        return whole


class _Marking(QWidget):
    """What stands at the top and bottom of every page: no choice, for a marking is never dropped."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Picture("ok", "ok")
        self._words, self._below = QLabel("Marking at top and bottom of every page"), QLabel()
        set_role(self._below, "muted")
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._sign, 0, 0)
        grid.addWidget(self._words, 0, 1)
        grid.addWidget(self._below, 1, 1)
        self.hide()

    def show_marking(self, marking: str, *, too_high: bool) -> None:
        self.setVisible(bool(marking))
        self._sign.show_icon("error" if too_high else "ok", "err" if too_high else "ok")
        said = "a part is marked higher." if too_high else "no part is marked higher."
        self._below.setText(f"{marking}: {said}")


def _head(words: str) -> QLabel:
    label = QLabel(words)
    set_role(label, "name")
    return label


def _label(words: str) -> QLabel:
    label = QLabel(words)
    set_role(label, "muted")
    return label
