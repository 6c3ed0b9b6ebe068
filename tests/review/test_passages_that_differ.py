"""Passages of one action that name different days, in full or as seen from the day of their article."""

from __future__ import annotations

import pytest

from briefer.edit import changes
from briefer.memo.blocks import Facts, Memo
from briefer.model.source import Source
from briefer.review.entries import passages_that_differ
from briefer.review.findings import Form, Review


def found(one: str, other: str, *, published: str = "2026-11-14") -> list[str]:
    brief = changes.new_brief("b", "B", "2026-11-22T09:30:00Z")
    for text in (one, other):
        brief, _ = changes.add_source(brief, Source("", text=text, original=text, published=published))
    brief, ident = changes.add_entry(brief, "action", [(0, len(one))], "s1")
    brief = changes.add_evidence(brief, ident, "s2", [(0, len(other))])
    return [finding.message for finding in passages_that_differ(Review(brief, Memo(Facts("B"), ()), Form()))]


@pytest.mark.parametrize(("one", "other"), [
    ("The envoy left on Friday.", "The envoy left on 12 November."),
    ("The envoy left yesterday.", "The envoy left on 12 November 2026."),
    ("The envoy left yesterday.", "The envoy left last Monday."),
])  # fmt: skip
def test_a_day_that_is_another_as_seen_from_the_article(one: str, other: str) -> None:
    (message,) = found(one, other)
    assert "disagree" in message


@pytest.mark.parametrize(("one", "other"), [
    ("The envoy left on Friday.", "The envoy left on 13 November."),
    ("The envoy will leave on Friday.", "The envoy will leave on 20 November."),
    ("The envoy left yesterday.", "The envoy left on Friday, 13 November 2026."),
    ("The envoy left on Friday.", "The envoy left in November."),
    ("The envoy left on Friday.", "The envoy left."),
])  # fmt: skip
def test_a_day_that_may_be_the_same(one: str, other: str) -> None:
    assert found(one, other) == []


def test_where_the_day_of_the_article_is_not_known_nothing_is_said() -> None:
    assert found("The envoy left on Friday.", "The envoy left on 12 November.", published="") == []
