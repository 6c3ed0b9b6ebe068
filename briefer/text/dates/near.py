"""The days that a text names as seen from the day on which it was written: "on Friday", "yesterday"."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from briefer.text.dates.periods import Period
from briefer.text.dates.understood import understood
from briefer.text.lexicon import lexicon_of


class NearDay(NamedTuple):
    """A day that is named so, the other reading if there is one, and where its words stand (code points)."""

    day: Period
    other: Period | None
    start: int
    end: int


def near_days(text: str, language: str, today: datetime.date | None) -> Iterator[NearDay]:
    """The days that a text of a day names by their weekday or as "yesterday"; none if that day is not known.

    A weekday beside its date, "Friday 13 November", is left to those who read dates in full.
    """
    if today is None:
        return
    for match in _pattern(language).finditer(text):
        date = understood(match["near"], language, today)
        if date is not None and date.period.first == date.period.last:
            yield NearDay(date.period, date.other, *match.span("near"))


@functools.cache
def _pattern(language: str) -> re.Pattern[str]:
    lexicon = lexicon_of(language)
    weekdays = _either([word for word in lexicon.words("weekdays") if len(word) > 3])
    near = _either(lexicon.words("near days"))
    which, months = _either(lexicon.words("which")), _either(lexicon.words("months"))
    return re.compile(
        rf"(?<!\w)(?P<near>(?:(?:{which})\s+)?(?:{weekdays})|{near})(?!\w)(?!,?\s+(?:\d|(?:{months})(?!\w)))",
        re.IGNORECASE,
    )


def _either(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))
