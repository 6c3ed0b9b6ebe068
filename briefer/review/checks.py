"""The checks: each is a small function from a review to its findings, and stands in one tuple.

A new check is a function in the module of what it looks at, a line in ``CHECKS``, and a kind in ``KINDS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec.structs import replace

from briefer.memo.blocks import Memo
from briefer.model.brief import Brief
from briefer.review.actors import names_spelt_in_two_ways, same_actors
from briefer.review.claims import unsupported_claims
from briefer.review.entries import (
    actions_without_date,
    entries_without_evidence,
    evidence_lost,
    passages_that_differ,
    stakes_without_level,
)
from briefer.review.findings import Finding, Form, Review, named
from briefer.review.hidden import hidden_characters
from briefer.review.lost_characters import lost_characters
from briefer.review.parts import (
    pages_over_limit,
    parts_behind_the_notes,
    recommendations,
    required_parts_empty,
    words_over_limit,
)
from briefer.review.prose import acronyms, likelihoods, long_sentences, unknown_citations
from briefer.review.quotes import quotes_cut, quotes_not_verbatim, speakers

__all__ = ["CHECKS", "pages_over_limit", "parts_marked_higher", "review", "reviewed", "with_reasons"]


def review(brief: Brief, memo: Memo, form: Form, generated: Mapping[str, str] | None = None) -> list[Finding]:
    """The findings that nobody has left, in the order of the checks; ``generated`` as for ``Review``."""
    return [finding for finding in reviewed(brief, memo, form, generated) if not finding.left]


def reviewed(brief: Brief, memo: Memo, form: Form, generated: Mapping[str, str] | None = None) -> list[Finding]:
    """All findings, those that somebody has left with the reason."""
    under_review = Review(brief, memo, form, generated)
    return with_reasons(brief, (finding for check in CHECKS for finding in check(under_review)))


def with_reasons(brief: Brief, findings: Iterable[Finding]) -> list[Finding]:
    """Findings with the reasons for which they were left. An error cannot be left."""
    reasons = {(left.code, left.where): left.reason or "…" for left in brief.left}
    if not reasons:
        return list(findings)
    return [
        replace(finding, left=reasons.get((finding.code, finding.place), ""))
        if finding.severity != "error"
        else finding
        for finding in findings
    ]


def parts_marked_higher(places: Iterable[tuple[str, str, str]]) -> Iterator[Finding]:
    """A part that is marked higher than the memo: the place of each, what is wrong, and what would settle it.

    No part of ``CHECKS``: how high a marking is depends on the template.
    """
    for where, message, fix in places:
        yield Finding("marked-higher", message, where, fix)


def characters_lost(review: Review) -> Iterator[Finding]:
    """Words with a character that no document can hold, or that was lost already: a memo shows U+FFFD for it."""
    sources = {source.id for source in review.brief.sources}
    for where, words, number in lost_characters(review.brief):
        more = f", and {number - 1} more like it" if number > 1 else ""
        message = f"{named(words)} has a character that is lost{more}"
        if where in sources:
            message, where = f"in the details of source {where}, {message}", "memo"
        fix = "type what belongs where “\ufffd” stands"
        yield Finding("lost-character", message, where, fix, words=words, about=words)


CHECKS: tuple[Callable[[Review], Iterator[Finding]], ...] = (
    required_parts_empty,
    recommendations,
    words_over_limit,
    unknown_citations,
    quotes_not_verbatim,
    quotes_cut,
    speakers,
    unsupported_claims,
    entries_without_evidence,
    evidence_lost,
    passages_that_differ,
    same_actors,
    names_spelt_in_two_ways,
    parts_behind_the_notes,
    characters_lost,
    hidden_characters,
    likelihoods,
    actions_without_date,
    stakes_without_level,
    acronyms,
    long_sentences,
)
