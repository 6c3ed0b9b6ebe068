"""One date, or one stretch that is named as a whole: what each order of signs means."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Any

from briefer.text.dates import periods
from briefer.text.dates.periods import HALF, QUARTER, WEEK, WEEKEND, Period
from briefer.text.dates.symbols import Slashed

_MONTH_FIRST = ("en-us",)


class Untold(Exception):  # noqa: N818 - no fault: these words are no date
    """These words do not tell a date."""


class OneReader:
    """Reads one date. ``is_relative`` tells whether it needed the day of writing, ``other`` another good reading."""

    def __init__(self, language: str, today: datetime.date | None, ahead: int) -> None:
        self._months_first = language.casefold() in _MONTH_FIRST
        self._written, self._ahead = today, ahead
        self.is_relative = False
        self.other: Period | None = None

    def expect(self) -> None:
        """Let it be still to come, unless it is said to be past."""
        self._ahead = self._ahead or 1

    @property
    def today(self) -> datetime.date:
        """The day of writing; ``Untold`` if it is not known."""
        self.is_relative = True
        if self._written is None:
            raise Untold
        return self._written

    def one(self, signs: str, values: list[Any]) -> Period:
        """The days that these signs mean; ``Untold`` if they mean none."""
        for pattern, reads in _READINGS:
            if re.fullmatch(pattern, signs):
                period = reads(self, signs, values)
                if period is not None:
                    return period
                break
        raise Untold

    def full(self, signs: str, values: list[Any]) -> Period | None:
        """A full date in figures."""
        day = periods.day(*values[-1])
        return day if day and self._fits(signs, values, day) else None

    def _fits(self, signs: str, values: list[Any], day: Period) -> bool:
        return signs[0] != "W" or day.first.isoweekday() == values[0]

    def month_of_year(self, _signs: str, values: list[Any]) -> Period | None:
        """``2026-11``, ``11/2026``."""
        year, month = values[0]
        return periods.month(year, month) if 1 <= month <= 12 else None

    def two_years(self, _signs: str, values: list[Any]) -> Period | None:
        """``2025/26``."""
        year, end = values[0]
        return periods.months(year, 1, 24) if (year + 1) % 100 == end else None

    def slashed(self, signs: str, values: list[Any]) -> Period | None:
        """``3/4/2025``, in the order of the language; the other one is kept."""
        slashed: Slashed = values[-1]
        orders = [(slashed.one, slashed.other), (slashed.other, slashed.one)]
        if self._months_first and not slashed.dotted:
            orders.reverse()
        read = [self._day_of(slashed.year, month, day, signs, values) for day, month in orders]
        if slashed.dotted:
            return read[0]
        there = [day for day in read if day is not None]
        if len(there) > 1 and there[0] != there[1]:
            self.other = there[1]
        return there[0] if there else None

    def day_and_month(self, signs: str, values: list[Any]) -> Period | None:
        """``3 November 2025``, ``Monday, 3 Nov``."""
        told = dict(zip(signs, values, strict=True))
        return self._day_of(told.get("Y", 0), told["M"], told["N"], signs, values)

    def feast(self, signs: str, values: list[Any]) -> Period | None:
        """``Christmas``."""
        told = dict(zip(signs, values, strict=True))
        month, number = divmod(told["G"], 100)
        return self._day_of(told.get("Y", 0), month, number, signs, values)

    def _day_of(self, year: int, month: int, number: int, signs: str, values: list[Any]) -> Period | None:
        """A day of a month; its year is that in which it has its weekday, or else the nearest."""
        if year:
            day = periods.day(year, month, number)
            return day if day and self._fits(signs, values, day) else None
        near = self.today.year
        days = [periods.day(near + step, month, number) for step in (-1, 0, 1)]
        if signs[0] == "W":
            days = [day if day and self._fits(signs, values, day) else None for day in days]
        return self._nearest(days)

    def month(self, signs: str, values: list[Any]) -> Period | None:
        """``April``, ``April 2024``."""
        if signs == "MY":
            return periods.month(values[1], values[0])
        near = self.today.year
        return self._nearest([periods.month(near + step, values[0]) for step in (-1, 0, 1)])

    def month_named(self, _signs: str, values: list[Any]) -> Period | None:
        """ "Last April", "this April", "next April"."""
        which, month = values
        if which == 0:
            return periods.month(self.today.year, month)
        near = [periods.month(self.today.year + step, month) for step in (-1, 0, 1)]
        whole = [each for each in near if (each.last < self.today if which < 0 else each.first > self.today)]
        return (whole[-1] if which < 0 else whole[0]) if whole else None

    def year(self, _signs: str, values: list[Any]) -> Period | None:
        """``2026``."""
        return periods.year(values[0])

    def quarter(self, signs: str, values: list[Any]) -> Period | None:
        """``Q3 2026``, ``H1``."""
        count = 3 if "Q" in signs else 6
        return self._part_of_year(values[0], count, values[1] if "Y" in signs else 0)

    def ordinal(self, signs: str, values: list[Any]) -> Period | None:
        """ "The third quarter", "the first half of next year", "the second week of May"."""
        number, unit = values[:2]
        rest, left = signs[2:], values[2:]
        if unit in (QUARTER, HALF) and rest in ("", "Y", "KU"):
            if rest == "KU" and left[1] != periods.YEAR:
                return None
            year = left[0] if rest == "Y" else self.today.year + left[0] if rest else 0
            return self._part_of_year(number, 3 if unit == QUARTER else 6, year)
        if unit != WEEK or rest not in ("M", "MY"):
            return None
        month = self.month(rest, left)
        first = month.first + datetime.timedelta(7 * (number - 1)) if month else None
        return Period(first, first + datetime.timedelta(6)) if first and 1 <= number <= 4 else None

    def _part_of_year(self, number: int, count: int, year: int) -> Period | None:
        if not 1 <= number <= 12 // count:
            return None
        first = (number - 1) * count + 1
        if year:
            return periods.months(year, first, count)
        return self._nearest([periods.months(self.today.year + step, first, count) for step in (-1, 0, 1)])

    def near_day(self, signs: str, values: list[Any]) -> Period | None:
        """``yesterday``."""
        day = periods.around(periods.DAY, self.today, values[0])
        return day if signs == "D" or day.first.isoweekday() == values[1] else None

    def weekday(self, _signs: str, values: list[Any]) -> Period | None:
        """The last one, the day of writing included, unless it is still to come: then the next."""
        today, weekday = self.today, values[0]
        past = periods.around(periods.DAY, today, -((today.isoweekday() - weekday) % 7))
        to_come = periods.around(periods.DAY, today, (weekday - today.isoweekday()) % 7)
        if self._ahead == 0 and past != to_come:
            self.other = to_come
        return to_come if self._ahead > 0 else past

    def weekday_named(self, signs: str, values: list[Any]) -> Period | None:
        """ "Last Thursday", "this Thursday", "next Thursday", "Thursday last week"."""
        today = self.today
        which, weekday = values[signs.index("K")], values[signs.index("W")]
        of_week = periods.around(WEEK, today, which).first + datetime.timedelta(weekday - 1)
        if which == 0 or signs.endswith("U"):
            if signs.endswith("U") and values[-1] != WEEK:
                return None
            return Period(of_week, of_week)
        steps = range(1, 8)
        days = [today + datetime.timedelta(step if which > 0 else -step) for step in steps]
        meant = next(day for day in days if day.isoweekday() == weekday)
        if which > 0 and meant != of_week:  # that of this week, or that of the next one
            self.other = Period(of_week, of_week)
        return Period(meant, meant)

    def unit(self, _signs: str, values: list[Any]) -> Period | None:
        """``last week``, ``next year``."""
        which, unit = values
        return periods.around(unit, self.today, which) if unit > periods.DAY else None

    def units(self, _signs: str, values: list[Any]) -> Period | None:
        """ "The past three months", "the next two weeks"."""
        which, count, unit = values
        return periods.stretch(self.today, unit, which * count) if which and unit != WEEKEND else None

    def end_of_named(self, _signs: str, values: list[Any]) -> Period | None:
        """ "The last week of December"."""
        which, unit, *rest = values
        month = self.month("MY"[: len(rest)], rest)
        if which != -1 or unit != WEEK or month is None:
            return None
        return Period(month.last - datetime.timedelta(6), month.last)

    def away(self, signs: str, values: list[Any]) -> Period | None:
        """ "Two weeks ago", "in two weeks"."""
        count, unit = values[:2] if signs[0] == "N" else values[1:]
        if unit == WEEKEND:
            return None
        return periods.moved(self.today, unit, count if signs[0] == "F" else -count)

    def stage(self, signs: str, values: list[Any]) -> Period | None:
        """``early May``, ``the end of the month``."""
        if signs == "PU":
            whole = periods.around(values[1], self.today, 0) if values[1] >= WEEK else None
        else:
            whole = self.one(signs[1:], values[1:])
        return periods.stage(whole, values[0]) if whole and whole.first != whole.last else None

    def _nearest(self, choices: list[Period | None]) -> Period | None:
        meant, self.other = periods.nearest(choices, self.today, self._ahead)
        return meant


_READINGS: tuple[tuple[str, Callable[[OneReader, str, list[Any]], Period | None]], ...] = (
    ("W?I", OneReader.full),
    ("T", OneReader.month_of_year),
    ("Z", OneReader.two_years),
    ("W?S", OneReader.slashed),
    ("W?(NM|MN)Y?", OneReader.day_and_month),
    ("W?GY?", OneReader.feast),
    ("MY?", OneReader.month),
    ("KM", OneReader.month_named),
    ("Y", OneReader.year),
    ("[QH]Y?", OneReader.quarter),
    ("[ON]U(Y|KU|MY?)?", OneReader.ordinal),
    ("DW?", OneReader.near_day),
    ("W", OneReader.weekday),
    ("KW|WKU?", OneReader.weekday_named),
    ("KU", OneReader.unit),
    ("KNU", OneReader.units),
    ("KUMY?", OneReader.end_of_named),
    ("NUA|VNU|FNU", OneReader.away),
    ("P.+", OneReader.stage),
)
"""What the signs of one date may be, and who reads them."""
