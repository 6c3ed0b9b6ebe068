"""The checks: each is a small function from a review to its findings, and stands in one tuple.

A new check is a function here and a line in ``CHECKS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from briefer.memo.blocks import Memo
from briefer.memo.take_in import compared, in_words, news
from briefer.model.brief import EVIDENCE_LOST, Brief, kept_lost, kind_of, lost_place
from briefer.model.entries import title_of
from briefer.review.findings import Finding, Form, Review, words_in
from briefer.review.lost_characters import lost_characters
from briefer.review.verbatim import is_verbatim
from briefer.review.wordings import words_of_source


def review(brief: Brief, memo: Memo, form: Form, generated: Mapping[str, str] | None = None) -> list[Finding]:
    """All findings, in the order of the checks; ``generated`` as for ``Review``."""
    under_review = Review(brief, memo, form, generated)
    return [finding for check in CHECKS for finding in check(under_review)]


def quotes_not_verbatim(review: Review) -> Iterator[Finding]:
    """A quotation whose words are not those of its source."""
    for quote in review.brief.quotes:
        words = words_of_source(quote)
        if words and quote.text.strip() and not is_verbatim(quote.text, words):
            message = f"the quotation {_named(quote.text)} differs from its source: {_named(' … '.join(words))}"
            yield Finding(
                "quote-not-verbatim", message, quote.id, "use the words of the source, or mark what you changed"
            )


def entries_without_evidence(review: Review) -> Iterator[Finding]:
    """An entry that rests on no passage."""
    for entry in review.brief.entries():
        if not entry.evidence:
            message = f"the {kind_of(entry)} {_named(title_of(entry))} has no evidence"
            yield Finding("no-evidence", message, entry.id, "select the words in the source and add them to it")


def evidence_lost(review: Review) -> Iterator[Finding]:
    """An entry or passage whose words are no longer in its source; not one that was kept as it is."""
    kept = kept_lost(review.brief)
    for item in review.brief.citables():
        for anchor in item.evidence:
            if anchor.lost and lost_place(item.id, anchor) not in kept:
                message = f"the words {_named(anchor.exact)} are no longer in source {anchor.source}"
                yield Finding(EVIDENCE_LOST, message, item.id, "choose the passage anew, keep it, or drop it")


def required_parts_empty(review: Review) -> Iterator[Finding]:
    """A header field or section that the template requires and nobody has filled."""
    for group, parts, filled in (
        ("header", review.form.header, review.brief.header),
        ("sections", review.form.sections, review.brief.sections),
    ):
        for part in parts:
            if part.required and not filled.get(part.id, "").strip():
                what = "header field" if group == "header" else "section"
                yield Finding(
                    "required-empty", f"the {what} “{part.label}” is empty", f"{group}.{part.id}", "fill it in"
                )


def words_over_limit(review: Review) -> Iterator[Finding]:
    """A section, or the whole memo, with more words than the template allows."""
    for part in review.form.sections:
        prose = review.sections.get(part.id)
        words = words_in(prose.blocks) if prose else 0
        if part.words and words > part.words:
            message = f"“{part.label}” has {words} words, {words - part.words} over its limit of {part.words}"
            yield Finding("over-limit", message, f"sections.{part.id}", "shorten it")
    limit, words = review.form.words, words_in(review.memo.blocks)
    if limit and words > limit:
        message = f"the memo has {words} words, {words - limit} over its limit of {limit}"
        yield Finding("over-limit", message, "memo", "shorten it")


def pages_over_limit(extent: float, limit: float) -> Iterator[Finding]:
    """A memo whose pages, of which ``extent`` are full, are more than the template allows; 0 is no limit.

    No part of ``CHECKS``: only who lays the pages out knows how many they are.
    """
    if limit and extent > limit:
        message = f"the memo takes {max(round(extent, 1), limit + 0.1):g} pages, and its limit is {limit:g}"
        yield Finding("over-limit", message, "memo", "shorten it")


def parts_marked_higher(places: Iterable[tuple[str, str, str]]) -> Iterator[Finding]:
    """A part that is marked higher than the memo: the place of each, what is wrong, and what would settle it.

    No part of ``CHECKS``: how high a marking is depends on the template.
    """
    for where, message, fix in places:
        yield Finding("marked-higher", message, where, fix)


def unknown_citations(review: Review) -> Iterator[Finding]:
    """A citation of an id that the brief does not have: the memo shows it as typed."""
    known = {item.id for item in review.brief.citables()}
    for section, prose in review.sections.items():
        for ident in prose.cited:
            if ident not in known:
                message = f"[@{ident}] cites an entry that there is not"
                fix = "cite another entry, or take it out"
                yield Finding("unknown-citation", message, f"sections.{section}", fix, words=f"[@{ident}]")


def parts_behind_the_notes(review: Review) -> Iterator[Finding]:
    """A part that was taken over from the notes, and that they would make otherwise now."""
    labels = {part.id: part.label for part in review.form.sections}
    for section, now in review.generated.items():
        base, mine = review.brief.taken_over.get(section), review.brief.sections.get(section, "")
        changed = in_words(news(compared(base, mine, now))) if base is not None else ""
        if changed:
            message = (
                f"“{labels.get(section, section)}” was taken over from the notes, and they changed since: {changed}"
            )
            fix = "take the changes in, or keep your text"
            yield Finding("notes-changed", message, f"sections.{section}", fix)


def characters_lost(review: Review) -> Iterator[Finding]:
    """Words with a character that no document can hold, or that was lost already: a memo shows U+FFFD for it."""
    sources = {source.id for source in review.brief.sources}
    for where, words, number in lost_characters(review.brief):
        more = f", and {number - 1} more like it" if number > 1 else ""
        message = f"{_named(words)} has a character that is lost{more}"
        if where in sources:
            message, where = f"in the details of source {where}, {message}", "memo"
        yield Finding("lost-character", message, where, "type what belongs where “\ufffd” stands", words=words)


CHECKS: tuple[Callable[[Review], Iterator[Finding]], ...] = (
    required_parts_empty,
    words_over_limit,
    unknown_citations,
    quotes_not_verbatim,
    entries_without_evidence,
    evidence_lost,
    parts_behind_the_notes,
    characters_lost,
)


def _named(words: str) -> str:
    flat = " ".join(words.split())
    return f"“{flat if len(flat) <= 60 else flat[:57] + '…'}”"
