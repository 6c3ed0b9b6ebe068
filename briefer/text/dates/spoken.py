"""A date that was understood, in the words that the window shows."""

from __future__ import annotations

import datetime

from briefer.text.dates import periods
from briefer.text.dates.periods import Period
from briefer.text.lexicon import ENGLISH, lexicon_of

_RANGE = " – "


def spoken(period: Period) -> str:
    """``Thu 20 Nov 2025``; of more days ``1–10 Nov 2025``, ``Apr 2026``, ``Jul – Sep 2026`` or ``2026``."""
    first, last = period
    if first == last:
        return f"{_weekday(first)} {_day(first)}"
    if first.day == 1 and last.day > 27 and period == periods.months(first.year, first.month, _months_in(period)):
        return _whole_months(period)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return f"{_day(first, year=first.year != last.year)}{_RANGE}{_day(last)}"


def _whole_months(period: Period) -> str:
    first, last = period
    if first.month == 1 and last.month == 12:
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if first.year == last.year:
        parted = f"{_month(first)}{_RANGE}" if first.month != last.month else ""
        return f"{parted}{_month(last)} {last.year}"
    return f"{_month(first)} {first.year}{_RANGE}{_month(last)} {last.year}"


def _months_in(period: Period) -> int:
    return (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _day(date: datetime.date, *, year: bool = True) -> str:
    return f"{date.day} {_month(date)} {date.year}" if year else f"{date.day} {_month(date)}"


def _month(date: datetime.date) -> str:
    return lexicon_of(ENGLISH).words("months")[date.month - 1][:3]


def _weekday(date: datetime.date) -> str:
    return lexicon_of(ENGLISH).words("weekdays")[date.weekday()][:3]
