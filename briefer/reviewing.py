"""What a careful reader would question in a brief, in its memo and in what is written of them."""

from __future__ import annotations

from collections.abc import Iterable

from briefer.memo.blocks import Memo
from briefer.memo.remarks import Remarks
from briefer.model.brief import Brief
from briefer.opening import Apart, here
from briefer.review.findings import Finding, Form, Part
from briefer.review.kinds import SEVERITIES
from briefer.templates.template import Template
from briefer.wanted import Wanted


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


def page_findings(template: Template, extent: float) -> tuple[Finding, ...]:
    """What is to be said of a memo that takes ``extent`` pages."""
    from briefer.review.checks import pages_over_limit

    return tuple(pages_over_limit(extent, template.front.limit.pages))


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
