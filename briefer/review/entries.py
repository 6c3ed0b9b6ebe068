"""Checks of entries: what they rest on, and what they leave open or say in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from briefer.model.anchor import Anchor
from briefer.model.brief import EVIDENCE_LOST, Brief, kind_of
from briefer.model.days import published_on
from briefer.model.entries import title_of
from briefer.review.figures import Day, Days, Figure, days_in, differ, figures_in
from briefer.review.findings import Finding, Review, named
from briefer.text.dates import near_days

_MOST_COMPARED = 30
"""Passages of one action that are compared each with each."""


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
        if len(agreeing) < 2:
            continue
        read = [_read(anchor, review) for anchor in agreeing[:_MOST_COMPARED]]
        for one, other in combinations(read, 2):
            if pair := _other_values(one, other):
                message = (
                    f"the passages of {named(title_of(action))} disagree: “{pair[0]}” in source"
                    f" {one.anchor.source}, “{pair[1]}” in source {other.anchor.source}"
                )
                fix = "say in the memo which of them holds, or mark the other passage as contradicting"
                yield Finding("passages-differ", message, action.id, fix, about=" / ".join(pair))
                break


class _Read(NamedTuple):
    """What a passage holds that another may contradict; ``told`` are the days that it names, in any way."""

    anchor: Anchor
    figures: list[Figure]
    told: list[Day]


def _read(anchor: Anchor, review: Review) -> _Read:
    days = days_in(anchor.exact, review.words)
    return _Read(anchor, figures_in(anchor.exact, review.words, days), _days(anchor, days, review.brief))


def _other_values(one: _Read, other: _Read) -> tuple[str, str] | None:
    """What two passages say differently, as each writes it."""
    ours, theirs = one.anchor.exact, other.anchor.exact
    if pair := differ(one.figures, other.figures):
        mine, yours = pair
        return _with_unit(ours, mine.start, mine.end), _with_unit(theirs, yours.start, yours.end)
    if one.told and other.told and not any(map(Days(other.told).tell, one.told)):
        mine_, yours_ = one.told[0], other.told[0]
        return ours[mine_.start : mine_.end], theirs[yours_.start : yours_.end]
    return None


def _days(anchor: Anchor, written: list[Day], brief: Brief) -> list[Day]:
    """The days that a passage names: in full, or as seen from the day of its article ("on Friday")."""
    near = near_days(anchor.exact, brief.language, published_on(brief, anchor.source))
    readings = ((each, period.first) for each in near for period in (each.day, each.other) if period is not None)
    said = (Day(date.year, date.month, date.day, each.start, each.end) for each, date in readings)
    return [*(day for day in written if day.day), *said]


def _with_unit(text: str, start: int, end: int) -> str:
    return " ".join([text[start:end], *text[end:].split(maxsplit=1)[:1]])


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
