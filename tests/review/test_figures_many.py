"""A sentence of thousands of figures is checked in the time of its length."""

from __future__ import annotations

import random
import time

from briefer.review.figures import Day, Days, Values, days_in, figures_in, is_worked_out
from briefer.text.lexicon import lexicon_of


def test_figures_without_end_are_not_all_added_up() -> None:
    found = figures_in("46 million, " * 3_000, lexicon_of("en"))
    began = time.process_time()
    assert not any(is_worked_out(figure, found) for figure in found[:300])
    assert time.process_time() - began < 2


def test_figures_without_end_are_looked_up_among_as_many() -> None:
    found = figures_in("46 million, " * 20_000, lexicon_of("en"))
    other = figures_in("some 23, " * 20_000, lexicon_of("en"))
    began = time.process_time()
    values = Values(found)
    assert all(map(values.tell, found))
    assert not any(map(values.tell, other))
    assert time.process_time() - began < 2


def test_a_rounded_figure_is_that_which_it_rounds() -> None:
    def tells(there: str, here: str) -> bool:
        (figure,) = figures_in(here, lexicon_of("en"))
        return Values(figures_in(there, lexicon_of("en"))).tell(figure)

    assert tells("20 ports", "about 23 ports")
    assert tells("46.3 ports", "about 46 ports")
    assert not tells("46.3 ports", "46 ports")
    assert not tells("20 ports", "about 24 ports")
    assert not tells("0 ports", "about 2 ports")
    assert tells("", "0 ports") is tells("5 ports", "about 0 ports") is False


def test_dates_without_end_are_told_apart_from_each_other_and_from_figures() -> None:
    began = time.process_time()
    text = "3 March 2026, 2027 " * 5_000
    days = days_in(text, lexicon_of("en"))
    assert len(days) == 10_000
    assert figures_in(text, lexicon_of("en"), days) == []
    there = Days(days)
    assert all(map(there.tell, days))
    assert time.process_time() - began < 5


def test_a_date_is_looked_up_as_it_is_compared() -> None:
    chance = random.Random(1)
    some = [Day(*(chance.choice(each) for each in ((0, 2026, 2027), (0, 3, 4), (0, 1, 2))), 0, 0) for _ in range(60)]
    some = [day for day in some if day.month or not day.day]
    for count in range(1, 6):
        there = chance.sample(some, count)
        assert [Days(there).tell(day) for day in some] == [any(map(day.may_be, there)) for day in some]
