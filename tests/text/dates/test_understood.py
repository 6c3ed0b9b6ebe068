"""Dates as people write them, on Monday 24 November 2025 unless another day is said."""

from __future__ import annotations

import datetime

import pytest

from briefer.text.dates import spoken, understood

MONDAY = datetime.date(2025, 11, 24)

# fmt: off
ENGLISH = [
    ("2025-11-20", "Thu 20 Nov 2025"), ("2025-11-20T10:30:00Z", "Thu 20 Nov 2025"), ("2026-11", "Nov 2026"),
    ("2026", "2026"), ("11/2026", "Nov 2026"), ("2025/26", "2025–2026"), ("2024–2026", "2024–2026"),
    ("3 Nov", "Mon 3 Nov 2025"), ("3 November 2026", "Tue 3 Nov 2026"), ("Nov. 3, 2026", "Tue 3 Nov 2026"),
    ("the 3rd of November", "Mon 3 Nov 2025"), ("November 3rd", "Mon 3 Nov 2025"), ("31 March", "Tue 31 Mar 2026"),
    ("Thursday 20 November", "Thu 20 Nov 2025"), ("Thursday, 20 November 2025", "Thu 20 Nov 2025"),
    ("Friday 20 November", "Fri 20 Nov 2026"), ("20.11.2025", "Thu 20 Nov 2025"), ("20.11.", "Thu 20 Nov 2025"),
    ("on 2 December at 10:30", "Tue 2 Dec 2025"), ("13/11/2025", "Thu 13 Nov 2025"), ("11/13/2025", "Thu 13 Nov 2025"),
    ("today", "Mon 24 Nov 2025"), ("yesterday", "Sun 23 Nov 2025"), ("tomorrow morning", "Tue 25 Nov 2025"),
    ("the day before yesterday", "Sat 22 Nov 2025"), ("last night", "Sun 23 Nov 2025"),
    ("last Thursday", "Thu 20 Nov 2025"), ("last Monday", "Mon 17 Nov 2025"), ("this Thursday", "Thu 27 Nov 2025"),
    ("Thursday last week", "Thu 20 Nov 2025"), ("Friday of next week", "Fri 5 Dec 2025"),
    ("next Monday", "Mon 1 Dec 2025"), ("last week", "17–23 Nov 2025"), ("next week", "1–7 Dec 2025"),
    ("this weekend", "29–30 Nov 2025"), ("last weekend", "22–23 Nov 2025"), ("last month", "Oct 2025"),
    ("this month", "Nov 2025"), ("next year", "2026"), ("last year", "2024"), ("next quarter", "Jan – Mar 2026"),
    ("in April", "Apr 2026"), ("in September", "Sep 2025"), ("last April", "Apr 2025"), ("next January", "Jan 2026"),
    ("this December", "Dec 2025"), ("April 2024", "Apr 2024"), ("mid-November 2025", "11–20 Nov 2025"),
    ("early November", "1–10 Nov 2025"), ("late November 2025", "21–30 Nov 2025"), ("early 2026", "Jan – Apr 2026"),
    ("late 2026", "Sep – Dec 2026"), ("mid-2026", "May – Aug 2026"), ("early next week", "1–2 Dec 2025"),
    ("by the end of the month", "Sun 30 Nov 2025"), ("by the end of next year", "Thu 31 Dec 2026"),
    ("by the end of March", "Tue 31 Mar 2026"), ("end of 2026", "Thu 31 Dec 2026"), ("by Friday", "Fri 28 Nov 2025"),
    ("Q3 2026", "Jul – Sep 2026"), ("Q3", "Jul – Sep 2025"), ("the third quarter of 2026", "Jul – Sep 2026"),
    ("the second half of 2026", "Jul – Dec 2026"), ("H1 2026", "Jan – Jun 2026"),
    ("the first half of next year", "Jan – Jun 2026"), ("the second week of December", "8–14 Dec 2025"),
    ("the last week of December", "25–31 Dec 2025"), ("two weeks ago", "Mon 10 Nov 2025"),
    ("a year ago", "2024"), ("three months ago", "Aug 2025"), ("in two weeks", "Mon 8 Dec 2025"),
    ("within 30 days", "24 Nov – 24 Dec 2025"), ("the past three months", "24 Aug – 24 Nov 2025"),
    ("over the next two weeks", "24 Nov – 8 Dec 2025"), ("12 to 14 November", "12–14 Nov 2025"),
    ("November 12–14, 2026", "12–14 Nov 2026"), ("12–14 November 2025", "12–14 Nov 2025"), ("November 12-14", "12–14 Nov 2025"),
    ("28 November – 3 December", "28 Nov – 3 Dec 2025"), ("between March and May 2026", "Mar – May 2026"),
    ("from 30 December to 3 January 2026", "30 Dec 2025 – 3 Jan 2026"), ("Monday to Wednesday", "17–19 Nov 2025"),
    ("from July 2027", "Jul 2027"), ("since June", "Jun 2025"), ("before Christmas", "Thu 25 Dec 2025"),
    ("after 9 November", "Sun 9 Nov 2025"), ("about 15 January 2026", "Thu 15 Jan 2026"),
]
GERMAN = [
    ("letzten Donnerstag", "Thu 20 Nov 2025"), ("am vergangenen Freitag", "Fri 21 Nov 2025"),
    ("gestern", "Sun 23 Nov 2025"), ("vorgestern", "Sat 22 Nov 2025"), ("übermorgen", "Wed 26 Nov 2025"),
    ("im April", "Apr 2026"), ("3. November", "Mon 3 Nov 2025"), ("am 3. Mai 2026", "Sun 3 May 2026"),
    ("3.11.2025", "Mon 3 Nov 2025"), ("nächstes Jahr", "2026"), ("nächste Woche", "1–7 Dec 2025"),
    ("bis Ende des Monats", "Sun 30 Nov 2025"), ("bis zum 31. März", "Tue 31 Mar 2026"),
    ("Mitte November 2025", "11–20 Nov 2025"), ("Anfang 2026", "Jan – Apr 2026"), ("Ende März", "Tue 31 Mar 2026"),
    ("vor zwei Wochen", "Mon 10 Nov 2025"), ("in drei Tagen", "Thu 27 Nov 2025"), ("seit Juni", "Jun 2025"),
    ("drittes Quartal 2026", "Jul – Sep 2026"), ("12. bis 14. November", "12–14 Nov 2025"),
    ("zwischen März und Mai 2026", "Mar – May 2026"), ("vor Weihnachten", "Thu 25 Dec 2025"),
    ("vor dem 3. Mai", "Sun 3 May 2026"),
]
NO_DATE = [
    "", "soon", "may happen", "to be decided", "not yet known", "unclear", "Thursday's vote", "32 November",
    "2025-02-30", "31.2.2026", "Friday 20 November 2025", "the month", "12", "3 or 4 May", "in due course",
    "14 to 12 November 2025", "Q5", "13/13/2025", "weeks", "the meeting of 3 May", "to", "by", "early", "10:30",
    "between the lines", "9999 weeks ago",
]
# fmt: on


@pytest.mark.parametrize(("text", "meant"), ENGLISH)
def test_english(text: str, meant: str) -> None:
    found = understood(text, "en-GB", MONDAY)
    assert found is not None
    assert spoken(found.period) == meant


@pytest.mark.parametrize(("text", "meant"), GERMAN)
@pytest.mark.parametrize("language", ["de-DE", "en-GB"])
def test_german_in_a_german_brief_or_an_english_one(text: str, meant: str, language: str) -> None:
    found = understood(text, language, MONDAY)
    assert found is not None
    assert spoken(found.period) == meant


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_no_date_is_not_guessed(text: str) -> None:
    assert understood(text, "en-GB", MONDAY) is None


def test_strokes_are_read_as_the_language_writes_them_and_the_other_reading_is_told() -> None:
    british, american = understood("03/04/2025", "en-GB"), understood("03/04/2025", "en-US")
    assert british is not None
    assert american is not None
    assert (spoken(british.period), british.other) == ("Thu 3 Apr 2025", american.period)
    assert (spoken(american.period), american.other) == ("Tue 4 Mar 2025", british.period)
    assert not british.is_relative


def test_strokes_that_fit_in_one_order_alone_have_no_other_reading() -> None:
    found = understood("13/11/2025", "en-US")
    assert found is not None
    assert found.other is None


@pytest.mark.parametrize(("ahead", "meant", "other"), [
    (0, "Thu 20 Nov 2025", "Thu 27 Nov 2025"), (1, "Thu 27 Nov 2025", ""), (-1, "Thu 20 Nov 2025", ""),
])  # fmt: skip
def test_a_weekday_alone_is_the_last_one_unless_it_is_still_to_come(ahead: int, meant: str, other: str) -> None:
    found = understood("on Thursday", "en-GB", MONDAY, ahead)
    assert found is not None
    assert spoken(found.period) == meant
    assert (spoken(found.other) if found.other else "") == other


def test_next_thursday_may_be_that_of_next_week() -> None:
    found = understood("next Thursday", "en-GB", MONDAY)
    assert found is not None
    assert found.other is not None
    assert (spoken(found.period), spoken(found.other)) == ("Thu 27 Nov 2025", "Thu 4 Dec 2025")


def test_a_month_and_day_are_those_ahead_of_what_is_planned() -> None:
    found = understood("30 June", "en-GB", datetime.date(2026, 11, 13), 1)
    assert found is not None
    assert spoken(found.period) == "Wed 30 Jun 2027"


@pytest.mark.parametrize(("text", "bound", "when"), [
    ("by the end of the month", "by", "2025-11-30"), ("before 31 March", "before", "2026-03-31"),
    ("until Friday", "until", "2025-11-28"), ("since June", "from", "2025-06-01"), ("after 9 November", "after", "2025-11-09"),
    ("in April", "", "2026-04-01"), ("from 3 to 5 May", "", "2026-05-03"), ("within two weeks", "by", "2025-12-08"),
    ("about 3 May", "about", "2026-05-03"),
])  # fmt: skip
def test_bounds(text: str, bound: str, when: str) -> None:
    found = understood(text, "en-GB", MONDAY, 1 if bound == "until" else 0)
    assert found is not None
    assert (found.bound, found.when.isoformat()) == (bound, when)


@pytest.mark.parametrize("text", ["last Thursday", "3 Nov", "in April", "yesterday", "Q3", "by the end of the month"])
def test_what_needs_the_day_of_writing_is_not_understood_without_it(text: str) -> None:
    assert understood(text, "en-GB") is None
    found = understood(text, "en-GB", MONDAY)
    assert found is not None
    assert found.is_relative


@pytest.mark.parametrize("text", ["3 Nov 2026", "April 2024", "2026", "Q3 2026", "mid-November 2025", "2026-11"])
def test_what_is_said_in_full_needs_no_day_of_writing(text: str) -> None:
    found = understood(text, "en-GB")
    assert found is not None
    assert not found.is_relative
