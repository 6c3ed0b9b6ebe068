"""What a person does in the export dialog: choose, settle what is to be settled, and export."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMainWindow

from briefer.edit import changes
from briefer.errors import BrieferError
from briefer.memo.blocks import Memo
from briefer.model.brief import Brief
from briefer.model.entries import JOIN, Quote
from briefer.outlook import Advice, Outlook, outlook
from briefer.pdf.libreoffice import office_program
from briefer.pdf.pages import NOTHING, Pages
from briefer.review.findings import Finding
from briefer.templates.template import Template
from briefer.text.citing import mark_own
from briefer.text.claims import unsupported_sentences
from briefer.ui.background import Background, Operation
from briefer.ui.documents import Documents
from briefer.ui.export.dialog import ExportDialog
from briefer.ui.export.formats import FORMATS, format_of_name
from briefer.ui.export.pages_said import pages_said
from briefer.ui.export.plan import Plan, file_stem, named_file, plan_of
from briefer.ui.messages import ask, sentence
from briefer.ui.session import Session
from briefer.ui.slices import Slices

_PAUSE = 150
"""Milliseconds without a change after which the memo is looked through again."""
_LAYING_OUT = "pages"


class Target(NamedTuple):
    """Where a person is led: a place as in a finding, and the words there."""

    where: str
    start: int = 0
    end: int = 0


class ExportWork(QObject):
    """Opens the dialog and does what is asked for in it. ``said`` carries a line for the status bar,
    ``place_requested`` a Target, ``templates_requested`` asks for the templates.
    """

    said = Signal(str)
    place_requested = Signal(object)
    templates_requested = Signal()

    def __init__(
        self,
        session: Session,
        documents: Documents,
        templates: Callable[[], Mapping[str, Template]],
        background: Background,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._session, self._documents, self._background = session, documents, background
        self._offered = templates
        self._templates: Mapping[str, Template] = {}
        self._dialog: ExportDialog | None = None
        self._plan: Plan | None = None
        self._name = ""
        self._advice: tuple[Advice, ...] = ()
        self._asked: tuple[Brief, Plan] | None = None
        self._to_open: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        self._slices = Slices(self)
        session.changed.connect(self._brief_changed)
        documents.exporting.written.connect(self._written)

    def open(self, format_: str = "", name: str = "") -> None:
        """Ask what is to be exported: in this format, to this file, or as it was chosen last."""
        if self._dialog is not None:
            self._dialog.dismiss()
        window = self.parent()
        assert isinstance(window, QMainWindow)
        self._session.seal()
        self._templates = self._offered()
        plan = plan_of(self._session.brief, self._documents.settings)
        if format_:
            plan = _with(plan, format=format_)
        self._plan, self._name, self._advice, self._asked = plan, name, (), None
        self._dialog = dialog = ExportDialog(window, self._templates, has_office=bool(office_program()))
        dialog.changed.connect(self._choose)
        dialog.named.connect(self._take_name)
        dialog.browse_requested.connect(self._browse)
        dialog.export_requested.connect(self._export)
        dialog.taken.connect(self._settle)
        dialog.closed.connect(self._closed)
        self._show()
        dialog.open()
        self._look()

    def _closed(self) -> None:
        self._dialog = None
        self._soon.stop()
        self._slices.drop(_LAYING_OUT)

    def _choose(self, plan: Plan) -> None:
        before, self._plan = self._plan, plan
        if self._name and plan.kind.suffix and before is not None and before.format != plan.format:
            self._name = _renamed(self._name, plan.kind.suffix)
        self._show()
        if before is None or _with(before, open_it=plan.open_it) != plan:
            self._soon.start()

    def _take_name(self, name: str) -> None:
        self._name = name

    def _show(self) -> None:
        if self._dialog is not None and self._plan is not None:
            self._dialog.show_plan(self._plan, self._path() if self._plan.kind.suffix else None)

    def _path(self) -> Path:
        """The file that is written: as it was named, else in the folder that was used last."""
        assert self._plan is not None
        folder, suffix = self._documents.export_folder(), self._plan.kind.suffix
        return named_file(folder, self._name, file_stem(self._session.brief, self._plan), suffix)

    def _browse(self) -> None:
        plan = self._plan
        if plan is None or self._dialog is None:
            return
        filters = {f"{each.name} (*{each.suffix})": each for each in FORMATS if each.suffix}
        first = next(words for words, each in filters.items() if each.ident == plan.format)
        options = QFileDialog.Option.DontConfirmOverwrite  # asked when it is written
        name, chosen = QFileDialog.getSaveFileName(
            self._dialog, "Export the memo", str(self._path()), ";;".join(filters), first, options=options
        )
        if name:
            asked = format_of_name(name) or filters.get(chosen, plan.kind)
            self._name = name if format_of_name(name) else name + asked.suffix
            self._choose(_with(plan, format=asked.ident))
            if self._dialog is not None:
                self._dialog.show_name(str(self._path()))

    # What there is to look at

    def _brief_changed(self, before: Brief, brief: Brief) -> None:
        if self._dialog is None:
            return
        if before.id != brief.id:
            self._dialog.dismiss(give_back=False)
        else:
            self._soon.start()

    def _look(self) -> None:
        """Look through the memo as it would be exported now; what was asked before that is stale."""
        plan = self._plan
        if plan is None or self._dialog is None or self._asked is not None:
            return
        template = self._templates.get(plan.template)
        brief = plan.applied(self._session.brief, template)
        if template is None:
            missing = Advice(
                "error", "The template is not here", f"“{plan.template}” was moved or deleted. Choose another."
            )
            self._tell(Outlook((missing,)))
            return
        self._asked = asked = self._session.brief, plan
        done, failed = partial(self._looked, template, asked), self._failed
        self._background.ask(
            Operation("", outlook, (brief, template, plan.choices()), done, failed, stopped=self._stopped)
        )

    def _looked(self, template: Template, asked: tuple[Brief, Plan], found: Outlook) -> None:
        if asked is not self._asked:
            return  # a dialog that is gone asked for it
        self._asked = None
        if self._dialog is None:
            return
        if asked != (self._session.brief, self._plan):
            self._look()
            return
        self._tell(found)
        if found.memo is not None and not template.document and self._plan is not None and self._plan.kind.has_memo:
            self._slices.begin(_LAYING_OUT, self._lay_out(found, template, found.memo))

    def _lay_out(self, found: Outlook, template: Template, memo: Memo) -> Iterator[object]:
        pages = Pages(NOTHING)
        yield from pages.steps(memo)
        self._tell(pages_said(found, pages.extent, template.front.limit.pages))

    def _failed(self, error: BrieferError) -> None:
        self._asked = None
        detail = f"{error.message[:1].upper()}{error.message[1:]}."
        self._tell(Outlook((Advice("warning", "The memo could not be looked through", detail),)))

    def _stopped(self) -> None:
        self._asked = None

    def _tell(self, found: Outlook) -> None:
        dialog, plan = self._dialog, self._plan
        if dialog is None or plan is None:
            return
        advice = found.advice
        good = found.good
        if not plan.kind.has_memo:
            entries = {entry.id for entry in self._session.brief.entries()}
            advice = tuple(each for each in advice if each.where in entries or each.level == "error")
            good = ()
        self._advice = advice
        dialog.show_outlook(found)
        dialog.show_advice(advice, good)

    def _settle(self, number: int, fix: str) -> None:
        """Do what an advice offers."""
        if not 0 <= number < len(self._advice):
            return
        advice = self._advice[number]
        if fix == "source-words":
            self._use_source_words(advice.where)
        elif fix == "repair" and advice.finding is not None:
            self._repair(advice.finding)
        elif fix == "own":
            self._mark_own(advice.where.partition(".")[2])
        elif self._dialog is not None:
            self._dialog.dismiss()
            if fix == "template":
                self.templates_requested.emit()
            else:
                self.place_requested.emit(Target(advice.where, *advice.span))

    def _use_source_words(self, ident: str) -> None:
        from briefer.review.wordings import words_of_source

        quote = self._session.brief.citable(ident)
        if isinstance(quote, Quote):
            words = JOIN.join(words_of_source(quote))
            self._session.apply(lambda brief: changes.update_entry(brief, ident, text=words), "Use words")

    def _repair(self, finding: Finding) -> None:
        from briefer.ui.checks.repair import repaired

        try:
            self._session.apply(
                lambda brief: repaired(brief, finding), finding.repair.label if finding.repair else ""
            )
        except BrieferError as error:
            self.said.emit(f"{sentence(error.message)} {sentence(error.hint)}")

    def _mark_own(self, section: str) -> None:
        text = self._session.brief.sections.get(section, "")
        for span in reversed(unsupported_sentences(text)):
            text = mark_own(text, span)
        self._session.apply(lambda brief: changes.set_section(brief, section, text), "Mark as own judgement")

    # The export

    def _export(self) -> None:
        plan, dialog = self._plan, self._dialog
        if plan is None or dialog is None:
            return
        path = self._path() if plan.kind.suffix else None
        if path is not None and path.exists() and not self._may_replace(path):
            return
        dialog.dismiss()
        brief = plan.applied(self._session.brief, self._templates.get(plan.template))
        if brief is not self._session.brief:
            self._session.apply(lambda _: brief, "Choose what is exported")
        self._documents.choose(plan.remembered(self._documents.settings))
        if path is None:
            self._documents.exporting.copy_for_email(plan.choices())
            return
        self._to_open = path.absolute() if plan.open_it else None
        self._documents.exporting.write(path, partial(self.open, plan.format, str(path)), plan.choices())

    def _may_replace(self, path: Path) -> bool:
        dialog = self._dialog
        assert dialog is not None
        question, explanation = f"{path.name} exists already. Replace it?", f"{path}\nIts content is lost then."
        return ask(dialog, question, explanation, "Replace")

    def _written(self, path: Path) -> None:
        to_open, self._to_open = self._to_open, None
        if to_open == path:
            self._documents.exporting.open_outside(path)


def _with(plan: Plan, **fields: object) -> Plan:
    return replace(plan, **fields)


def _renamed(name: str, suffix: str) -> str:
    """A file's name in another format."""
    known = format_of_name(name)
    return (name[: -len(known.suffix)] if known is not None else name) + suffix
