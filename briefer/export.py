"""A brief and a template become a file: one function for the menu and for the command line."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from msgspec.structs import replace

from briefer.errors import BrieferError, DataError, UsageError
from briefer.files import replace_file
from briefer.memo.blocks import Facts, Memo
from briefer.memo.house_look import HouseLook
from briefer.memo.remarks import Remark, Remarks
from briefer.model.brief import Brief
from briefer.render.word.page import sheet
from briefer.render.word.standard_look import LOOKS, OF_THE_SHEET
from briefer.review.findings import Finding, Form, Part
from briefer.review.kinds import SEVERITIES
from briefer.templates.build import Choices, build_memo
from briefer.templates.files import built_in_paths, read_template
from briefer.templates.office_look import is_document, office_look
from briefer.templates.portions import refuse_marked_higher
from briefer.templates.problems import TemplateError, did_you_mean
from briefer.templates.shelf import WORD, all_on_shelf, path_of
from briefer.templates.template import Template

if TYPE_CHECKING:
    from briefer.render.email import Email


T = TypeVar("T")


class Output(NamedTuple):
    """What goes into a file, and what a careful reader would question only once it is laid out."""

    data: bytes
    findings: tuple[Finding, ...] = ()


Apart: TypeAlias = Callable[..., Any]
"""What calls a function with its arguments, perhaps in another process."""


def here(function: Callable[..., T], *args: Any) -> T:
    """What a function gives, worked out in this process."""
    return function(*args)


class Wanted:
    """What is to be written: a brief in a template's form. Its memo is made when a writer first asks for it.

    What is done with documents of an office, and with templates that do not ship, is called through ``apart``.
    """

    def __init__(self, brief: Brief, template: Template, choices: Choices = Choices(), apart: Apart = here) -> None:
        self.brief, self.template, self.choices = brief, template, choices
        self.apart = apart

    @functools.cached_property
    def memo(self) -> Memo:
        """The memo. Raises TemplateError; of a house document also DataError."""
        call = here if self.template.built_in else self.apart  # no count of steps foresees all that a stranger writes
        memo: Memo = call(memo_of, self.brief, self.template, self.choices)
        return memo


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


def left_out(stripped: Iterable[str], document: str) -> tuple[Finding, ...]:
    """What is to be said of what a document of the office held and no memo may."""
    fix = f"save {document} without it, and this is not said again"
    said = (f"{document}: {sentence[:1].lower()}{sentence[1:].rstrip('.')}" for sentence in stripped)
    return tuple(Finding("left-out", sentence, "memo", fix) for sentence in said)


def without_comment(too_many: int) -> tuple[Finding, ...]:
    """What is to be said of a draft of which so many sentences and findings have no comment."""
    if not too_many:
        return ()
    those = "one more has" if too_many == 1 else f"{too_many:,} more have"
    message = f"the draft has comments on as many places as anybody reads, and {those} none"
    return (Finding("without-comment", message, "memo", "settle some of what it comments on, and export it again"),)


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


_LONGEST_ID = 200
"""Characters of a template's id that are said: a brief may hold any."""
MOST_HELD = 10_000
"""Entries and passages of one brief of which a memo is made; ten times what the largest are known to hold."""


def memo_of(brief: Brief, template: Template, choices: Choices = Choices()) -> Memo:
    """The memo of a brief as blocks; that of a house document is read back from the document, filled.

    TemplateError with all problems if the template fails, DataError if it is a document that cannot be opened, or if
    the brief holds more than any memo. A document comes from elsewhere: where somebody waits, this is for the worker.
    """
    held = sum(1 for _ in brief.citables())
    if held > MOST_HELD:
        raise _too_much(f"it holds {held:,} entries and passages, and a memo is made of {MOST_HELD:,} at most")
    if not template.document:
        try:
            return _as_chosen(build_memo(brief, template, choices), choices)
        except TemplateError as error:
            if not template.built_in:
                raise
            raise _too_much(f"no memo can be made of it: {error.problems[0].message}") from error
    from briefer.house.memo import house_memo

    return house_memo(brief, template, choices)


def _as_chosen(memo: Memo, choices: Choices) -> Memo:
    """The memo with the look of the office's document as an export wants it: in large type, on other paper."""
    look = memo.facts.house_look
    if look is None:
        return memo
    if choices.style:
        look = look.larger(LOOKS[choices.style], OF_THE_SHEET)
    if choices.paper is not None:
        look = look.on_paper(*sheet(Facts("", paper=choices.paper)))
    return replace(memo, facts=replace(memo.facts, house_look=look))


def _too_much(what: str) -> DataError:
    """What is wrong with a brief that no template can help: those that ship fail for no other reason."""
    return DataError(what, "divide it into several briefs")


def document_of(
    brief: Brief, template: Template, choices: Choices = Choices(), remarks: Sequence[Remark] = ()
) -> bytes:
    """The .docx of a brief in a house document, filled in place, with ``remarks`` on its memo as comments.

    Raises as ``memo_of`` does; for the worker, too.
    """
    from briefer.house.memo import house_document

    return house_document(brief, template, choices, remarks)


def open_template(path: Path) -> Template:
    """Read a template file, Markdown or Word; UnreadableError, TemplateError, or DataError for an unsafe document.

    A document comes from elsewhere: where somebody waits, this is for the worker.
    """
    if path.suffix.lower() not in WORD:
        return read_template(path)
    from briefer.house.form import open_document

    return open_document(path)


def template_at(path: Path, apart: Apart = here) -> Template:
    """The template in a file, as ``open_template`` reads it, with the look of the document that its style names.

    A document of the office is opened through ``apart``.
    """
    try:
        template: Template = (apart if path.suffix.lower() in WORD else here)(open_template, path)
    except BrieferError as error:
        raise error.at(path) from None
    return with_house_look(template, apart)


def with_house_look(template: Template, apart: Apart = here) -> Template:
    """The template with the look of the document that its style names; as it is, where that cannot be had.

    Why it cannot, the check of the template says, and each export to Word.
    """
    style = template.front.style
    if template.built_in or not is_document(style):
        return template
    from briefer.house.look import look_of

    try:
        look: HouseLook = apart(look_of, office_look(style, template.path))
    except BrieferError:
        return template
    return replace(template, house_look=look)


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


def refuse_too_low(wanted: Wanted) -> None:
    """MarkingError if a part of the memo is marked higher than the memo: nothing of it leaves the program."""
    if wanted.brief.export.portion_marks:
        refuse_marked_higher(wanted.brief, wanted.template, wanted.memo)


def remarks_of(wanted: Wanted) -> Remarks:
    """The comments of a draft: sentences that nothing supports, and findings with a place in the memo, but no notes.

    None in a final memo, and none in a draft that is to have none.
    """
    if not (wanted.choices.draft and wanted.choices.comments):
        return Remarks()
    from briefer.review.remarks import remarks

    found = _reviewed(wanted.brief, wanted.template, wanted.memo)
    told = (finding for finding in found if finding.severity != "note" and not finding.left)
    return remarks(wanted.brief, wanted.memo, told)


def email_of(brief: Brief, template: Template, choices: Choices = Choices()) -> Email:
    """The memo of a brief as it is pasted into a message. Raises TemplateError and MarkingError."""
    from briefer.render.email import write_email

    return write_email(leaving_memo(brief, template, choices))


def leaving_memo(brief: Brief, template: Template, choices: Choices = Choices()) -> Memo:
    """The memo that leaves the program: on paper, as pages, in a message. Raises as ``memo_of``, and MarkingError."""
    wanted = Wanted(brief, template, choices)
    refuse_too_low(wanted)
    return wanted.memo


def page_findings(template: Template, extent: float) -> tuple[Finding, ...]:
    """What is to be said of a memo that takes ``extent`` pages."""
    from briefer.review.checks import pages_over_limit

    return tuple(pages_over_limit(extent, template.front.limit.pages))


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


def template_of(brief: Brief, apart: Apart = here) -> Template:
    """The template that a brief names: built in, or on the shelf; UsageError if there is none.

    A path in a brief is not followed: what is read is named by the user, never by a file that came from elsewhere.
    """
    return template_named(brief.template, apart)


def template_named(ident: str, apart: Apart = here) -> Template:
    """The template of this id, built in or on the shelf; UsageError if there is none.

    A house document is opened through ``apart``.
    """
    built_in = built_in_paths()
    if ident in built_in:
        return read_template(built_in[ident])
    path = path_of(ident)
    if path is None:
        near = did_you_mean(ident, [*built_in, *(each.id for each in all_on_shelf())])
        hint = f"choose another ({near})" if near else "choose another"
        shown = ident if len(ident) <= _LONGEST_ID else f"{ident[:_LONGEST_ID]}…"
        raise UsageError(f"its template “{shown}” is not here", hint)
    return replace(template_at(path, apart), id=ident)


def findings(brief: Brief, template: Template, apart: Apart = here) -> list[Finding]:
    """What a careful reader would question in a brief and its memo, and nobody has left as it is."""
    return [finding for finding in all_findings(brief, template, apart) if not finding.left]


def all_findings(brief: Brief, template: Template, apart: Apart = here) -> list[Finding]:
    """What a careful reader would question, with what somebody has left as it is; the gravest first."""
    found = _reviewed(brief, template, Wanted(brief, template, apart=apart).memo)
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))


def _reviewed(brief: Brief, template: Template, memo: Memo) -> list[Finding]:
    from briefer.review.checks import parts_marked_higher, reviewed
    from briefer.taken_over import parts_now
    from briefer.templates.portions import marked_higher

    written = [s.id for s in template.front.sections if s.generated and s.id in brief.taken_over]
    now = parts_now(brief, template, written).markdown if written else {}
    marked = parts_marked_higher(marked_higher(brief, template, memo))
    return [*marked, *reviewed(brief, memo, form_of(template), now)]


def form_of(template: Template) -> Form:
    """What the checks need to know of a template."""
    front = template.front
    return Form(
        tuple(Part(field.id, field.label, field.required) for field in front.header),
        tuple(Part(s.id, s.label, s.required and not s.generated, s.limit.words) for s in front.sections),
        front.limit.words,
        front.limit.pages,
    )
