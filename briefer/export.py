"""A brief and a template become a file: one function for the menu and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from msgspec.structs import replace

from briefer.errors import DataError, UsageError
from briefer.files import replace_file
from briefer.model.brief import Brief
from briefer.opening import Apart, here
from briefer.render.word.standard_look import LOOKS
from briefer.review.findings import Finding
from briefer.reviewing import left_out, page_findings, remarks_of, without_comment
from briefer.templates.build import Choices
from briefer.templates.office_look import is_document, office_look
from briefer.templates.template import Template
from briefer.wanted import Wanted, document_of, leaving_memo, refuse_too_low

if TYPE_CHECKING:
    from briefer.render.email import Email


class Output(NamedTuple):
    """What goes into a file, and what a careful reader would question only once it is laid out."""

    data: bytes
    findings: tuple[Finding, ...] = ()


def _word(wanted: Wanted) -> Output:
    if wanted.template.document:
        return _house(wanted)
    if is_document(wanted.memo.facts.look):
        return _dressed(wanted)
    from briefer.render.word.writer import write_docx

    found = remarks_of(wanted)
    return Output(write_docx(wanted.memo, found.made), without_comment(found.too_many))


def _house(wanted: Wanted) -> Output:
    from briefer.house.memo import stripped_of

    template, found = wanted.template, remarks_of(wanted)
    document = wanted.apart(document_of, wanted.brief, template, wanted.choices, found.made)
    stripped = left_out(wanted.apart(stripped_of, template), Path(template.path).name)
    return Output(document, (*stripped, *without_comment(found.too_many)))


def _dressed(wanted: Wanted) -> Output:
    """The memo in the dress of a document of the office, which its template names."""
    from briefer.house.dressed import dressed

    memo, choices = wanted.memo, wanted.choices
    document, found = office_look(memo.facts.look, wanted.template.path), remarks_of(wanted)
    try:
        data, stripped = wanted.apart(
            dressed, memo, document, found.made, choices.paper, LOOKS.get(choices.style, 1.0)
        )
    except DataError as error:
        raise error.at(memo.facts.look) from None
    return Output(data, (*left_out(stripped, memo.facts.look), *without_comment(found.too_many)))


def _markdown(wanted: Wanted) -> Output:
    from briefer.render.markdown import write_markdown

    return Output(write_markdown(wanted.memo))


def _html(wanted: Wanted) -> Output:
    from briefer.render.html import write_html

    return Output(write_html(wanted.memo))


def _pdf(wanted: Wanted) -> Output:
    if wanted.choices.word_pages:
        from briefer.pdf.libreoffice import pdf_of_word

        # Comments are not printed, and beside them LibreOffice 7.4 puts footnotes in each other's places.
        bare = Wanted(wanted.brief, wanted.template, replace(wanted.choices, comments=False), wanted.apart)
        return Output(pdf_of_word(_word(bare).data))
    from briefer.pdf.writer import laid_out, pdf_of

    pages = laid_out(wanted.memo)
    return Output(pdf_of(wanted.memo, pages), page_findings(wanted.template, pages.extent))


def _csv(wanted: Wanted) -> Output:
    from briefer.render.csv import write_csv
    from briefer.templates.table import entry_rows

    return Output(write_csv(entry_rows(wanted.brief, notes=wanted.choices.notes)))


def _annotations(wanted: Wanted) -> Output:
    from briefer.exchange import write_annotations

    return Output(write_annotations(wanted.brief, notes=wanted.choices.notes))


Writer: TypeAlias = Callable[[Wanted], Output]


WRITERS: dict[str, Writer] = {
    ".docx": _word,
    ".pdf": _pdf,
    ".md": _markdown,
    ".html": _html,
    ".csv": _csv,
    ".jsonld": _annotations,
}
"""Suffix → writer: the one place for a new format."""


def writer_for(path: Path) -> Writer:
    """The writer that a file's suffix asks for; UsageError if there is none."""
    try:
        return WRITERS[path.suffix.lower()]
    except KeyError:
        known = ", ".join(WRITERS)
        raise UsageError(
            f"a memo cannot be written as {path.suffix or 'a file without a suffix'}", f"use {known}", path=path
        ) from None


def export(
    brief: Brief,
    template: Template,
    path: Path,
    choices: Choices = Choices(),
    *,
    inputs: Iterable[Path] = (),
    apart: Apart = here,
) -> tuple[Finding, ...]:
    """Write the memo of a brief to ``path``, in the format of its suffix, in one step or not at all.

    What is done with documents of an office is called through ``apart``.

    Gives what only the finished pages show, as a limit of pages that is passed. UsageError for an unknown suffix and
    for an output that is one of ``inputs``; TemplateError; DataError if another program is needed and is not there
    or fails; and what ``files.replace_file`` raises. Equal briefs give equal bytes, unless another program lays out.
    """
    writer_for(path)
    refuse_input_as_output([path], inputs)
    output = output_of(brief, template, path, choices, apart)
    replace_file(path, output.data)
    return output.findings


def output_of(
    brief: Brief, template: Template, path: Path, choices: Choices = Choices(), apart: Apart = here
) -> Output:
    """What ``export`` writes to ``path``; nothing is written here. Raises as it does."""
    write, wanted = writer_for(path), Wanted(brief, template, choices, apart)
    refuse_too_low(wanted)
    return write(wanted)


def email_of(brief: Brief, template: Template, choices: Choices = Choices()) -> Email:
    """The memo of a brief as it is pasted into a message. Raises TemplateError and MarkingError."""
    from briefer.render.email import write_email

    return write_email(leaving_memo(brief, template, choices))


def refuse_input_as_output(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """UsageError if an output is one of the files that are read, under whatever name."""
    read = {_identity(path) for path in inputs} - {None}
    for path in outputs:
        if _identity(path) in read:
            raise UsageError("the output would replace an input", "choose another name for it", path=path)


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file a path leads to; None if there is none that we could reach."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
