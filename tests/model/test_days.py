"""The days that the dates of entries mean."""

from __future__ import annotations

from briefer.edit import changes
from briefer.model.brief import Brief
from briefer.model.days import told_date
from briefer.model.source import Source

TEXT = "The Board has ordered five ports to act."


def brief_with(published: str, **fields: str) -> Brief:
    brief = changes.new_brief("b", "B", "2025-12-01T09:30:00Z")
    brief, _ = changes.add_source(brief, Source("", text=TEXT, original=TEXT, published=published))
    brief, _ = changes.add_entry(brief, "action", [(0, 9)], "s1", **fields)
    return brief


def when(brief: Brief) -> str:
    told = told_date(brief, brief.actions[0])
    return told.date.when.isoformat() if told is not None else ""


def test_a_date_is_seen_from_the_day_of_the_article() -> None:
    brief = brief_with("24 November 2025", date="last Thursday")
    told = told_date(brief, brief.actions[0])
    assert told is not None
    assert (when(brief), told.from_article) == ("2025-11-20", True)


def test_without_one_from_the_date_of_the_brief_and_else_from_the_day_it_was_begun() -> None:
    brief = brief_with("", date="yesterday")
    assert when(brief) == "2025-11-30"
    assert when(changes.set_header(brief, "date", "2025-12-10")) == "2025-12-09"


def test_the_status_tells_whether_it_is_past_or_to_come() -> None:
    assert when(brief_with("2025-11-24", date="30 June", status="planned")) == "2026-06-30"
    assert when(brief_with("2025-11-24", date="30 June", status="done")) == "2025-06-30"


def test_what_is_no_date_has_no_day() -> None:
    assert when(brief_with("2025-11-24", date="to be decided")) == ""
    assert when(brief_with("2025-11-24")) == ""


def test_the_horizon_of_a_stake_is_to_come() -> None:
    brief = brief_with("2025-11-24")
    brief, _ = changes.add_entry(brief, "stake", [(0, 9)], "s1", horizon="by March")
    told = told_date(brief, brief.stakes[0])
    assert told is not None
    assert told.date.when.isoformat() == "2026-03-31"


def test_an_actor_has_no_date() -> None:
    brief, _ = changes.add_entry(brief_with(""), "actor", [(4, 9)], "s1")
    assert told_date(brief, brief.actors[0]) is None
