"""What is meant by a date as it is written: the grammar of dates, over the signs of its words."""

from __future__ import annotations

import datetime
import functools
import re
from typing import Any, NamedTuple

from briefer.text.dates import periods
from briefer.text.dates.one import OneReader, Untold
from briefer.text.dates.periods import Period
from briefer.text.dates.symbols import Symbols, symbols
from briefer.text.lexicon import languages

_LONGEST = 80
"""Characters of what may be a date; longer words are a sentence."""
_BY, _WITHIN = 1, 7
_BOUNDS = ("", "by", "before", "until", "from", "after", "about", "within")


class Understood(NamedTuple):
    """A date as it was understood.

    ``bound`` is "by", "before", "until", "from", "after", "about" or empty. ``other`` is another reading that is as
    good by the words alone. ``is_relative`` tells that the day of writing was needed.
    """

    period: Period
    bound: str = ""
    other: Period | None = None
    is_relative: bool = False

    @property
    def when(self) -> datetime.date:
        """The one day to sort by: the last where it is a deadline, else the first."""
        return self.period.last if self.bound in ("by", "before", "until") else self.period.first


@functools.lru_cache(maxsize=4096)
def understood(
    text: str, language: str = "en-GB", today: datetime.date | None = None, ahead: int = 0
) -> Understood | None:
    """What a date says that was written on a day; None if it is none, or cannot be told.

    ``language`` is a BCP 47 tag: in en-US the month comes first where strokes part the figures. Words of the other
    languages that have a lexicon are understood, too. ``ahead`` is 1 for what is still to come then, -1 for what is
    past; a deadline ("by Friday") is to come unless it is said to be past. Without ``today`` only what is said in
    full is understood.
    """
    if not text.strip() or len(text) > _LONGEST:
        return None
    own = language.split("-")[0].casefold()
    for name in sorted(languages(), key=lambda name: name != own):
        found = symbols(text, name)
        if found is not None and found.signs:
            said = _Reader(language, today, ahead).read(found)
            if said is not None:
                return said
    return None


class _Reader:
    """Reads the signs of a date, or of one to another."""

    def __init__(self, language: str, today: datetime.date | None, ahead: int) -> None:
        self._one = OneReader(language, today, ahead)

    def read(self, found: Symbols) -> Understood | None:
        signs, values = _tidied(found)
        bound = 0
        if signs[:1] in ("B", "b", "V") and not re.match(r"VNU", signs):
            bound, signs, values = int(values[0]), signs[1:], values[1:]
            if bound == _BY:
                self._one.expect()
        try:
            period = self._range(signs, values, bound)
        except (Untold, ValueError, OverflowError):
            return None
        if bound == _WITHIN:
            bound = 1 if re.fullmatch("NU", signs) else 0
        other = self._one.other if self._one.other != period else None
        # "from 3 to 5 May" is a range, not a beginning; its first day says no more.
        bound = 0 if bound == 4 and period.first != period.last and re.search("[Jb]", signs) else bound
        return Understood(period, _BOUNDS[bound], other, self._one.is_relative)

    def _range(self, signs: str, values: list[Any], bound: int) -> Period:
        if bound == _WITHIN and signs == "NU":
            return periods.stretch(self._one.today, values[1], values[0])
        signs = signs.replace("b", "J")
        if american := re.fullmatch("MNJN(Y?)", signs):  # November 12–14, 2026
            month, first, join, last, *year = values
            signs, values = f"NJNM{american[1]}", [first, join, last, month, *year]
        at = signs.find("J")
        if at < 0:
            return self._one.one(signs, values)
        if "J" in signs[at + 1 :]:
            raise Untold
        last = self._one.one(signs[at + 1 :], values[at + 1 :])
        first = self._beginning(signs[:at], values[:at], last)
        self._one.other = None
        if first.first > last.last:
            raise Untold
        return Period(first.first, last.last)

    def _beginning(self, signs: str, values: list[Any], last: Period) -> Period:
        """The first of two, which leaves to the other what both share."""
        year, month = last.last.year, last.last.month
        match signs.removeprefix("W") if len(signs) > 1 else signs:
            case "N":
                return _there(periods.day(year, month, values[-1]))
            case "NM" | "MN":
                number, name = values[-2:] if signs.endswith("NM") else values[:-3:-1]
                days = [periods.day(y, name, number) for y in (year - 1, year)]
                return _there(periods.nearest(days, last.last, -1)[0])
            case "M":
                months = [periods.month(y, values[-1]) for y in (year - 1, year)]
                return _there(periods.nearest(months, last.last, -1)[0])
            case "Q":
                return periods.months(year, 3 * values[0] - 2, 3)
            case "W":
                week = [periods.around(periods.DAY, last.last, -step) for step in range(7)]
                return next(day for day in week if day.first.isoweekday() == values[0])
        return self._one.one(signs, values)


def _tidied(found: Symbols) -> tuple[str, list[Any]]:
    """The signs without those that only their place made one: "in" before a month, the dash of "mid-May"."""
    signs, values = "", []
    for at, (sign, value) in enumerate(zip(found.signs, found.values, strict=True)):
        if sign == "F" and not re.match("FNU", found.signs[at:]):
            continue
        if sign == "J" and signs.endswith("P"):
            continue
        signs += sign
        values.append(value)
    return signs, values


def _there(period: Period | None) -> Period:
    if period is None:
        raise Untold
    return period
