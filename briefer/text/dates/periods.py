"""Stretches of days, and those that stand next to a day."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Sequence
from typing import NamedTuple

DAY, WEEKEND, WEEK, FORTNIGHT, MONTH, QUARTER, HALF, YEAR = 1, 2, 7, 14, 30, 91, 182, 365
"""The units, by about how many days they have."""
_MONTHS_OF = {MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12}
_ONE_DAY = datetime.timedelta(1)


class Period(NamedTuple):
    """From a first to a last day; one day if both are the same."""

    first: datetime.date
    last: datetime.date

    def distance(self, day: datetime.date) -> int:
        """How many days it is away from a day; 0 if it holds it."""
        return max((self.first - day).days, (day - self.last).days, 0)


def day(year: int, month: int, number: int) -> Period | None:
    """One day, if the calendar has it."""
    try:
        date = datetime.date(year, month, number)
    except ValueError:
        return None
    return Period(date, date)


def month(year: int, number: int) -> Period:
    """A month."""
    return months(year, number, 1)


def months(year: int, first: int, count: int) -> Period:
    """So many months from one on; the number of the first may lie beyond its year."""
    begin, end = (year * 12 + first - 1), (year * 12 + first - 1 + count - 1)
    last = calendar.monthrange(end // 12, end % 12 + 1)[1]
    return Period(datetime.date(begin // 12, begin % 12 + 1, 1), datetime.date(end // 12, end % 12 + 1, last))


def year(number: int) -> Period:
    """A year."""
    return months(number, 1, 12)


def around(unit: int, today: datetime.date, step: int) -> Period:
    """The unit of the calendar that holds a day, or so many later (negative: earlier); weeks begin on Monday."""
    if unit == DAY:
        date = today + step * _ONE_DAY
        return Period(date, date)
    if unit in (WEEK, WEEKEND):
        monday = today + datetime.timedelta(7 * step - today.weekday())
        return Period(monday + (5 if unit == WEEKEND else 0) * _ONE_DAY, monday + 6 * _ONE_DAY)
    if unit == FORTNIGHT:
        return stretch(today, WEEK, 2 * (step or 1))
    count = _MONTHS_OF[unit]
    first = (today.month - 1) // count * count + 1 + step * count
    return months(today.year, first, count)


def moved(today: datetime.date, unit: int, count: int) -> Period:
    """What lies so many units away: a day for days and weeks, the month or year for what is longer."""
    if unit <= FORTNIGHT:
        date = today + datetime.timedelta(count * unit)
        return Period(date, date)
    return around(MONTH if unit < YEAR else YEAR, today, count * (1 if unit == YEAR else _MONTHS_OF[unit]))


def stretch(today: datetime.date, unit: int, count: int) -> Period:
    """So many units from a day on, or up to it if negative."""
    if unit <= FORTNIGHT:
        other = today + datetime.timedelta(count * unit)
    else:
        begin = today.year * 12 + today.month - 1 + count * _MONTHS_OF[unit]
        last = calendar.monthrange(begin // 12, begin % 12 + 1)[1]
        other = datetime.date(begin // 12, begin % 12 + 1, min(today.day, last))
    return Period(min(today, other), max(today, other))


def stage(period: Period, number: int) -> Period:
    """The first, second or last third of a period, or (4) its last day."""
    first, last = period
    if number == 4:
        return Period(last, last)
    count = (last - first).days + 1
    if count > 45:  # of a year, whole months
        third = max(1, round(count / 91))
        return months(first.year, first.month + (number - 1) * third, third)
    third = count // 3
    begin = first + (number - 1) * third * _ONE_DAY
    return Period(begin, last if number == 3 else begin + (third - 1) * _ONE_DAY)


def nearest(
    choices: Sequence[Period | None], today: datetime.date, ahead: int
) -> tuple[Period | None, Period | None]:
    """Of periods in their order the one that is meant, and another that may be meant, if that is not clear.

    The nearest to a day is meant; with ``ahead`` 1 the first that is not over by then, with -1 the last that has
    begun.
    """
    there = [choice for choice in choices if choice is not None]
    if ahead > 0:
        return next((choice for choice in there if choice.last >= today), None), None
    if ahead < 0:
        return next((choice for choice in reversed(there) if choice.first <= today), None), None
    ranked = sorted(there, key=lambda choice: choice.distance(today))
    if len(ranked) > 1 and ranked[1].distance(today) * 2 <= ranked[0].distance(today) * 3:
        return ranked[0], ranked[1]
    return (ranked[0] if ranked else None), None
