"""Checks of entries: what they rest on, and what they leave open or say in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from briefer.model.anchor import Anchor
from briefer.model.brief import EVIDENCE_LOST, Brief, kind_of
from briefer.model.days import published_on
from briefer.model.entries import title_of
from briefer.review.figures import Day, days_in, differ, figures_in
from briefer.review.findings import Finding, Review, named
from briefer.text.dates import near_days


def entries_without_evidence(review: Review) -> Iterator[Finding]:
    """An entry that rests on no passage."""
    for entry in review.brief.entries():
        if not entry.evidence:
            message = f"the {kind_of(entry)} {named(title_of(entry))} has no evidence"
            yield Finding("no-evidence", message, entry.id, "select the words in the source and add them to it")


def evidence_lost(review: Review) -> Iterator[Finding]:
    """An entry or passage whose words are no longer in its source."""
    for item in review.brief.citables():
        for anchor in item.evidence:
            if anchor.lost:
                message = f"the words {named(anchor.exact)} are no longer in source {anchor.source}"
                fix = "choose the passage anew, keep it, or drop it"
                yield Finding(EVIDENCE_LOST, message, item.id, fix, about=anchor.exact)


def passages_that_differ(review: Review) -> Iterator[Finding]:
    """An action whose passages hold different figures for the same thing, or different dates."""
    for action in review.brief.actions:
        # One that is marked as contradicting is known to differ.
        agreeing = [anchor for anchor in action.evidence if not anchor.lost and anchor.stance == "supports"]
        for one, other in combinations(agreeing, 2):
            if pair := _other_values(one, other, review):
                message = (
                    f"the passages of {named(title_of(action))} disagree: “{pair[0]}” in source {one.source},"
                    f" “{pair[1]}” in source {other.source}"
                )
                fix = "say in the memo which of them holds, or mark the other passage as contradicting"
                yield Finding("passages-differ", message, action.id, fix, about=" / ".join(pair))
                break


def _other_values(one: Anchor, other: Anchor, review: Review) -> tuple[str, str] | None:
    """What two passages say differently, as each writes it."""
    words = review.words
    ours, theirs = days_in(one.exact, words), days_in(other.exact, words)
    if pair := differ(figures_in(one.exact, words, ours), figures_in(other.exact, words, theirs)):
        mine, yours = pair
        return _with_unit(one.exact, mine.start, mine.end), _with_unit(other.exact, yours.start, yours.end)
    told = _days(one, ours, review.brief), _days(other, theirs, review.brief)
    if all(told) and not any(a.may_be(b) for a in told[0] for b in told[1]):
        mine_, yours_ = told[0][0], told[1][0]
        return one.exact[mine_.start : mine_.end], other.exact[yours_.start : yours_.end]
    return None


def _days(anchor: Anchor, written: list[Day], brief: Brief) -> list[Day]:
    """The days that a passage names: in full, or as seen from the day of its article ("on Friday")."""
    near = near_days(anchor.exact, brief.language, published_on(brief, anchor.source))
    readings = ((each, period.first) for each in near for period in (each.day, each.other) if period is not None)
    said = (Day(date.year, date.month, date.day, each.start, each.end) for each, date in readings)
    return [*(day for day in written if day.day), *said]


def _with_unit(text: str, start: int, end: int) -> str:
    return " ".join([text[start:end], *text[end:].split()[:1]])


def actions_without_date(review: Review) -> Iterator[Finding]:
    """An action without a date."""
    for action in review.brief.actions:
        if not action.date.strip():
            message = f"the action {named(action.summary)} has no date"
            yield Finding("action-undated", message, action.id, "type when it was or will be, as the source says it")


def stakes_without_level(review: Review) -> Iterator[Finding]:
    """A stake of which it is not said how much it matters."""
    for stake in review.brief.stakes:
        if stake.level == "unset":
            message = f"the stake {named(stake.summary)} has no level"
            yield Finding("stake-unlevelled", message, stake.id, "say whether it is high, medium or low")
