"""What is worth knowing before a memo is sent: what a reader would question, and what is well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import msgspec

from briefer.errors import BrieferError
from briefer.memo.blocks import Heading, Memo, Table
from briefer.model.brief import Brief
from briefer.profile import GAP
from briefer.review.findings import Finding, words_place
from briefer.review.kinds import KINDS, Severity
from briefer.reviewing import findings, remarks_of, without_comment
from briefer.templates.build import UNTITLED, Choices
from briefer.templates.portions import banner
from briefer.templates.template import Template
from briefer.text.claims import unsupported_sentences
from briefer.text.spans import Span
from briefer.wanted import Wanted

Level: TypeAlias = Severity
Fix: TypeAlias = Literal["source-words", "own", "repair", "write", "show", "template"]
"""What settles it: the words of the source; marking as own judgement; what the finding proposes; writing; and ways
there: to the place, to the templates."""

_SHOWN = 64
_SETTLED_BY: dict[str, tuple[Fix, ...]] = {
    "quote-not-verbatim": ("source-words", "show"),
    "required-empty": ("write",),
    "no-recommendation": ("write",),
}
"""What may be done about findings, by their codes; about others what they propose, and the way there."""
_TOLD_BY_BUTTONS = ("quote-not-verbatim", "required-empty", "no-evidence", "no-recommendation")


class Advice(msgspec.Struct, frozen=True):
    """One thing to look at before a memo is sent. ``title`` and ``detail`` say it; an error stops the export.

    ``where`` is a place as in ``Finding``, and ``span`` the words there, in code points, if it is about some.
    ``finding`` is what it tells, if it tells one.
    """

    level: Level
    title: str
    detail: str
    where: str = ""
    fixes: tuple[Fix, ...] = ()
    span: Span = (0, 0)
    finding: Finding | None = None


class Outlook(msgspec.Struct, frozen=True):
    """What there is to say of a memo. ``good`` are lines of what is well, ``comments`` how many the draft has, if
    it is to have any. ``marking`` is what stands on every page. ``memo`` is there unless its template
    fails.
    """

    advice: tuple[Advice, ...]
    good: tuple[str, ...] = ()
    marking: str = ""
    comments: int | None = None
    memo: Memo | None = None


def outlook(brief: Brief, template: Template, choices: Choices = Choices()) -> Outlook:
    """What there is to say before this memo is sent: the gravest first. A template that fails is told, not raised.

    A house document comes from elsewhere: where somebody waits, this is for the worker.
    """
    wanted = Wanted(brief, template, choices)
    try:
        memo = wanted.memo
        found = findings(brief, template)
    except BrieferError as error:
        detail = f"{_sentence(error.message)} {_sentence(error.hint)}".strip()
        return Outlook((Advice("error", f"“{template.name}” has a problem", detail, fixes=("template",)),))
    advice = [
        *(_of_finding(brief, finding) for finding in found),
        *_unsupported(brief, template),
        *_gaps(brief, template),
        *_left_out(brief, template),
    ]
    if memo.facts.title == UNTITLED and not any(each.where == "header.subject" for each in advice):
        advice.append(Advice("warning", "The memo has no title", "Write its subject.", "header.subject", ("write",)))
    remarks = remarks_of(wanted)
    advice += [_of_finding(brief, finding) for finding in without_comment(remarks.too_many)]
    advice.sort(key=lambda each: ("error", "warning", "note").index(each.level))
    comments = len(remarks.made) if choices.draft and choices.comments else None
    return Outlook(tuple(advice), tuple(_good(brief, advice, memo)), banner(brief, template), comments, memo)


def _of_finding(brief: Brief, finding: Finding) -> Advice:
    detail = f"{_sentence(finding.message)} {_sentence(finding.fix)}".strip()
    if finding.code in _TOLD_BY_BUTTONS:
        detail = _sentence(finding.message)  # its buttons say the rest
    settled_by: tuple[Fix, ...] = ("repair", "show") if finding.repair else ("show",)
    fixes = _SETTLED_BY.get(finding.code, settled_by)
    title, span = KINDS[finding.code].title, words_place(brief, finding)
    return Advice(finding.severity, title, detail, finding.where, fixes, span, finding)


def _unsupported(brief: Brief, template: Template) -> Iterator[Advice]:
    for section in template.front.sections:
        text = brief.sections.get(section.id, "")
        spans = unsupported_sentences(text)
        if not spans:
            continue
        first = " ".join(text[spans[0][0] : spans[0][1]].split())
        words = f"{section.label}: “{first if len(first) <= _SHOWN else first[: _SHOWN - 1].rstrip() + '…'}”"
        count = len(spans)
        if count > 1:
            words += f" and {'one other' if count == 2 else f'{count - 1} others'}"
        title = "One sentence has no source" if count == 1 else f"{count} sentences have no source"
        yield Advice("warning", title, words, f"sections.{section.id}", ("own", "show"), spans[0])


def _gaps(brief: Brief, template: Template) -> Iterator[Advice]:
    """A reference whose number nobody has typed yet."""
    shown = any(field.id == "reference" for field in template.front.header)
    if shown and GAP in brief.header.get("reference", ""):
        said = f"{brief.header['reference']}: type it where “{GAP}” stands."
        yield Advice("warning", "The reference has no number yet", said, "header.reference", ("write",))


def _left_out(brief: Brief, template: Template) -> Iterator[Advice]:
    """The sections, one and all, that a person might have written; what is required is told by its own finding."""
    empty = [
        section
        for section in template.front.sections
        if not section.generated and not section.required and not brief.sections.get(section.id, "").strip()
    ]
    if len(empty) == 1:
        said = "The heading will be left out."
        yield Advice("note", f"“{empty[0].label}” is empty", said, f"sections.{empty[0].id}", ("write",))
    elif empty:
        names = [f"“{section.label}”" for section in empty]
        said = f"{', '.join(names[:-1])} and {names[-1]} will be left out."
        yield Advice("note", f"{len(empty)} sections are empty", said, f"sections.{empty[0].id}", ("write",))


def _good(brief: Brief, advice: Iterable[Advice], memo: Memo) -> Iterator[str]:
    titles = {each.title for each in advice}
    if brief.quotes and KINDS["no-speaker"].title not in titles:
        yield "Every quotation has a speaker"
    if brief.quotes and KINDS["quote-not-verbatim"].title not in titles:
        yield "Every quotation is in the words of its source"
    if any(text.strip() for text in brief.sections.values()) and not any("no source" in title for title in titles):
        yield "Every sentence has a source, or is marked as your own judgement"
    if for_screen_readers(memo):
        yield "Headings, table headers and language set for screen readers"


def for_screen_readers(memo: Memo) -> bool:
    """Whether a screen reader finds its way: headings that skip no level, tables whose columns all have a name, a
    title, and a language.
    """
    levels = [block.level for block in memo.blocks if isinstance(block, Heading)]
    in_order = all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    tables = [block for block in memo.blocks if isinstance(block, Table)]
    named = all("".join(run.text for run in cell).strip() for table in tables for cell in table.header)
    return bool(levels) and in_order and named and bool(memo.facts.language and memo.facts.title)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}".rstrip(".") + "." if words else ""
