"""Checks of the memo's parts against its template: what is required, how long it is, what is recommended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefer.memo.take_in import compared, in_words, news
from briefer.review.findings import RECOMMENDATION, Finding, Review, named, words_in
from briefer.text.claims import Part, Reading, read_section, sentences_of
from briefer.text.lexicon import Lexicon

_NESTED = re.compile(r"(?:^|\n)(?: {2,}|\t)[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$")
_ITEM = re.compile(r"(?:^|\n)[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+$")
_THAT = re.compile(r"that\b", re.IGNORECASE)
_REACH = 7
"""Words after “That” among which the verb of a recommendation is looked for."""


def required_parts_empty(review: Review) -> Iterator[Finding]:
    """A header field or section that the template requires and nobody has filled."""
    for group, parts, filled in (
        ("header", review.form.header, review.brief.header),
        ("sections", review.form.sections, review.brief.sections),
    ):
        for part in parts:
            is_told = group == "sections" and part.id == RECOMMENDATION  # by the check of recommendations
            if part.required and not is_told and not filled.get(part.id, "").strip():
                what = "header field" if group == "header" else "section"
                message = f"the {what} “{part.label}” is empty"
                yield Finding("required-empty", message, f"{group}.{part.id}", "fill it in")


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


def parts_behind_the_notes(review: Review) -> Iterator[Finding]:
    """A part that was taken over from the notes, and that they would make otherwise now."""
    for section, now in review.generated.items():
        base, mine = review.brief.taken_over.get(section), review.brief.sections.get(section, "")
        changed = in_words(news(compared(base, mine, now))) if base is not None else ""
        if changed:
            message = f"“{review.label(section)}” was taken over from the notes, and they changed since: {changed}"
            fix = "take the changes in, or keep your text"
            yield Finding("notes-changed", message, f"sections.{section}", fix, about=changed)


def recommendations(review: Review) -> Iterator[Finding]:
    """A recommendation that is missing where one is needed, or that does not begin with its verb."""
    part = next((part for part in review.form.sections if part.id == RECOMMENDATION), None)
    if part is None:
        return
    where, text = f"sections.{RECOMMENDATION}", review.brief.sections.get(RECOMMENDATION, "")
    if not any(map(str.isalnum, text)):
        if part.required or _asks(review):
            message = f"“{part.label}” is empty, and the memo asks its reader to decide"
            yield Finding("no-recommendation", message, where, "write what is to be agreed, approved or noted")
        return
    if not review.words.words("verbs"):
        return
    for said, start, end in _recommended(text):
        if not _begins_with_verb(said, review.words):
            verbs = ", ".join(review.words.words("hint_verbs"))
            message = f"the recommendation {named(said)} does not begin with its verb"
            yield Finding(
                "recommendation-verb", message, where, f"begin it with what is to be done: {verbs}",
                words=text[start:end].split("\n")[0], about=said, sentence=text[start:end],
            )  # fmt: skip


def _asks(review: Review) -> bool:
    asked = review.brief.header.get("type", "").casefold()
    return any(word in asked for word in review.words.words("asks"))


def _recommended(markdown: str) -> Iterator[tuple[str, int, int]]:
    """Each recommendation with its place: the items of a list but not those within an item, else the paragraphs."""
    reading = read_section(markdown)
    parts = [part for part in reading.parts if not part.heading and not part.row]
    items = [part for part in parts if _ITEM.search(markdown[: part.start])]
    for part in items or parts:
        if items and _NESTED.search(markdown[: part.start]):
            continue
        span = _first_sentence(reading, part)
        words = " ".join(reading.text[slice(*span)].replace("\x1e", " ").split())
        if any(map(str.isalnum, words)) and not words.endswith(":"):
            yield words, *span


def _first_sentence(reading: Reading, part: Part) -> tuple[int, int]:
    return next(iter(sentences_of(reading, part)), (part.start, part.start))


def _begins_with_verb(said: str, words: Lexicon) -> bool:
    verbs, lead = words.small("verbs"), words.pattern("recommending")
    begun = said
    while (found := lead.match(begun)) and begun[found.end() :].strip():
        begun = begun[found.end() :].lstrip(" ,:…")
    first = re.match(r"[\w-]+", begun)
    if first is not None and first[0].casefold() in verbs:
        return True
    that = _THAT.match(said)
    return that is not None and any(
        word.casefold() in verbs for word in re.findall(r"[\w-]+", said[that.end() :])[:_REACH]
    )


def pages_over_limit(extent: float, limit: float) -> Iterator[Finding]:
    """A memo whose pages, of which ``extent`` are full, are more than the template allows; 0 is no limit.

    No part of ``CHECKS``: only who lays the pages out knows how many they are.
    """
    if limit and extent > limit:
        message = f"the memo takes {max(round(extent, 1), limit + 0.1):g} pages, and its limit is {limit:g}"
        yield Finding("over-limit", message, "memo", "shorten it")
