"""Plan: all that a person has chosen for an export, and what the brief is to become for it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from briefer.edit.memo import fill_header, set_export, set_template
from briefer.memo.blocks import Citations
from briefer.model.brief import Brief
from briefer.settings import ExportFormat, Settings
from briefer.templates.build import Choices
from briefer.templates.template import Template
from briefer.templates.wording import iso_date
from briefer.ui.export.formats import Format, format_of, format_of_name

Annex: TypeAlias = Literal["quotations", "sources", "passages"]
ANNEXES: tuple[Annex, ...] = ("quotations", "sources", "passages")
_LONGEST = 80


class Plan(msgspec.Struct, frozen=True):
    """What is to be exported. ``citations`` is empty where the template decides; ``template`` is an id."""

    format: ExportFormat
    template: str
    citations: Literal["", "footnotes", "inline", "endlist", "none"] = ""
    annexes: tuple[Annex, ...] = ()
    draft: bool = False
    comments: bool = True
    notes: bool = False
    word_pages: bool = False
    open_it: bool = False

    @property
    def kind(self) -> Format:
        """The format, with its words."""
        return format_of(self.format)

    def cites(self, template: Template | None) -> Citations:
        """How citations are shown."""
        return self.citations or (template.front.citations if template is not None else "footnotes")

    def citing(self, citations: Citations, template: Template | None) -> Plan:
        """With citations shown so; what is the template's own way stays the template's."""
        if citations == self.cites(template):
            return self
        own = template is not None and template.front.citations == citations
        return msgspec.structs.replace(self, citations="" if own else citations)

    def choices(self) -> Choices:
        """What is asked for beyond the brief's own choices. A final memo has neither comments nor notes."""
        pdf = self.format == ".pdf"
        return Choices(
            draft=self.draft,
            notes=self.draft and self.notes,
            comments=self.draft and self.comments,
            word_pages=pdf and self.word_pages,
        )

    def applied(self, brief: Brief, template: Template | None) -> Brief:
        """The brief with the template and the choices that it keeps; the same object if they are its own.

        ``template`` is the one that is named, if it is here.
        """
        if self.template != brief.template:
            brief = set_template(brief, self.template)
            brief = fill_header(brief, template.front.values) if template is not None else brief
        if (self.citations, self.annexes) != (brief.export.citations, brief.export.annexes):
            brief = set_export(brief, citations=self.citations, annexes=self.annexes)
        return brief

    def remembered(self, settings: Settings) -> Settings:
        """The settings with what is the person's own habit."""
        return msgspec.structs.replace(
            settings,
            export_format=self.format,
            export_draft=self.draft,
            export_comments=self.comments,
            export_notes=self.notes,
            export_word_pages=self.word_pages,
            export_open=self.open_it,
        )


def plan_of(brief: Brief, settings: Settings) -> Plan:
    """What was chosen last: for this brief, and by this person."""
    return Plan(
        settings.export_format,
        brief.template,
        brief.export.citations,
        brief.export.annexes,
        settings.export_draft,
        settings.export_comments,
        settings.export_notes,
        settings.export_word_pages,
        settings.export_open,
    )


def file_stem(brief: Brief, plan: Plan) -> str:
    """A name for the file, without its suffix: the memo's date, its subject, and whether it is a draft."""
    subject = " ".join((brief.header.get("subject", "").strip() or brief.title or "Memo").split())
    words = "".join(c if c.isalnum() or c in " -–_.,’()" else "-" for c in subject.replace(": ", " – "))[:_LONGEST]
    date = iso_date(brief.header.get("date", ""))
    return " ".join(filter(None, (date, words.strip(" .-") or "Memo", "(draft)" if plan.draft else "")))


def named_file(folder: Path, typed: str, stem: str, suffix: str) -> Path:
    """The file of a name that was typed, in a folder unless it tells another; ``stem`` is that of a name left out.

    A name without a suffix that tells a format gets this one. NUL, which no file's name can have, goes.
    """
    name = Path(typed.replace("\0", "").strip())
    with suppress(RuntimeError):  # ~somebody who is not here: that is a name as any other
        name = name.expanduser()
    path = folder / name
    if name.name in ("", ".."):  # a folder
        return path / f"{stem}{suffix}"
    return path if format_of_name(path.name) else path.with_name(path.name + suffix)
