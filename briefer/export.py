"""A brief and a template become a file: one function for the menu and for the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from briefer.edit.entries import keep_passage
from briefer.edit.memo import take_over, update_taken_over
from briefer.errors import UsageError
from briefer.files import replace_file
from briefer.memo.blocks import Memo, Run
from briefer.model.brief import Brief
from briefer.review.findings import Finding, Form, Part
from briefer.templates.build import Choices, build_memo
from briefer.templates.files import built_in_paths, read_template
from briefer.templates.problems import did_you_mean
from briefer.templates.template import Template
from briefer.text.citations import citation

if TYPE_CHECKING:
    from briefer.templates.generated import Generated


def _word(memo: Memo) -> bytes:
    from briefer.render.word.writer import write_docx

    return write_docx(memo)


def _markdown(memo: Memo) -> bytes:
    from briefer.render.markdown import write_markdown

    return write_markdown(memo)


def _html(memo: Memo) -> bytes:
    from briefer.render.html import write_html

    return write_html(memo)


WRITERS: dict[str, Callable[[Memo], bytes]] = {".docx": _word, ".md": _markdown, ".html": _html}
"""Suffix → writer: the one place for a new format."""


def writer_for(path: Path) -> Callable[[Memo], bytes]:
    """The writer that a file's suffix asks for; UsageError if there is none."""
    try:
        return WRITERS[path.suffix.lower()]
    except KeyError:
        known = ", ".join(WRITERS)
        raise UsageError(
            f"a memo cannot be written as {path.suffix or 'a file without a suffix'}", f"use {known}", path=path
        ) from None


def export(
    brief: Brief, template: Template, path: Path, choices: Choices = Choices(), *, inputs: Iterable[Path] = ()
) -> None:
    """Write the memo of a brief to ``path``, in the format of its suffix, in one step or not at all.

    UsageError for an unknown suffix and for an output that is one of ``inputs``; TemplateError; and what
    ``files.replace_file`` raises. Equal briefs give equal bytes.
    """
    write = writer_for(path)
    refuse_input_as_output([path], inputs)
    replace_file(path, write(build_memo(brief, template, choices)))


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


def template_of(brief: Brief) -> Template:
    """The built-in template that a brief names; UsageError if there is none.

    A path in a brief is not followed: what is read is named by the user, never by a file that came from elsewhere.
    """
    built_in = built_in_paths()
    if brief.template not in built_in:
        near = did_you_mean(brief.template, built_in)
        raise UsageError(f"its template “{brief.template}” is not here", f"choose another ({near})")
    return read_template(built_in[brief.template])


def written_instead(brief: Brief, template: Template, section: str, generated: Generated | None = None) -> Brief:
    """The brief with a generated part taken over: its section begins as the part is now, with the same notes.

    UsageError if it is written already, TemplateError if the template fails. ``generated`` spares a rendering.
    """
    brief, markdown = generated_markdown(brief, template, section, generated)
    return take_over(brief, section, markdown)


def brought_up_to_date(brief: Brief, template: Template, section: str, generated: Generated | None = None) -> Brief:
    """The brief with what has changed in the notes since a part was taken over changed in its text too.

    Words that were changed by hand meanwhile stay as they are. TemplateError if the template fails. ``generated``
    spares a rendering.
    """
    brief, markdown = generated_markdown(brief, template, section, generated)
    return update_taken_over(brief, section, markdown)


def generated_markdown(
    brief: Brief, template: Template, section: str, generated: Generated | None = None
) -> tuple[Brief, str]:
    """What the notes make of a generated part now, as a section's Markdown, citations included.

    The brief that comes with it has the passages that are cited: where a part cites but some of an entry's passages,
    they are cited one by one. ``generated`` spares a rendering. TemplateError if the template fails.
    """
    from briefer.render.section import section_markdown
    from briefer.templates.generated import Generated

    found = generated or Generated(brief, template)

    def cite(references: Sequence[Run]) -> str:
        nonlocal brief
        idents: list[str] = []
        for entry, group in groupby(references, key=lambda run: run.entry):
            numbers = tuple(run.note for run in group)
            passages = [found.notes.passage(number) for number in numbers]
            if numbers == found.notes.cite(entry) or any(len(passage) > 1 for passage in passages):
                idents.append(entry)
                continue
            for passage in passages:
                brief, ident = keep_passage(brief, passage)
                idents.append(ident)
        return citation(dict.fromkeys(idents))

    markdown = section_markdown(found.blocks(section), cite)
    return brief, markdown


def findings(brief: Brief, template: Template) -> list[Finding]:
    """What a careful reader would question in a brief and its memo."""
    from briefer.review.checks import review

    return review(brief, build_memo(brief, template), form_of(template))


def form_of(template: Template) -> Form:
    """What the checks need to know of a template."""
    front = template.front
    return Form(
        tuple(Part(field.id, field.label, field.required) for field in front.header),
        tuple(Part(s.id, s.label, s.required and not s.generated, s.limit.words) for s in front.sections),
        front.limit.words,
        front.limit.pages,
    )
