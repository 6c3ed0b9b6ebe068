"""The days that the dates of entries mean, as seen from the day on which their article was written."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from briefer.model.brief import Brief
from briefer.model.entries import Action, Entry, Quote, Stake
from briefer.text.dates import Understood, understood

DATED: dict[type[Entry], str] = {Action: "date", Quote: "date", Stake: "horizon"}
"""The field of an entry that says when it is."""
_AHEAD = {"announced": 1, "planned": 1, "done": -1, "halted": -1}
"""Whether an action of a status was still to come when it was written about."""
_DATE = "date"


class Told(NamedTuple):
    """What the date of an entry was understood to mean; the day from which it was seen, and whose day that is.

    ``from_article`` tells that it is the article's, not that of the brief.
    """

    date: Understood
    today: datetime.date | None
    from_article: bool


def told_date(brief: Brief, entry: Entry) -> Told | None:
    """What the date of an entry means; None if it has none, or it cannot be told."""
    text = str(getattr(entry, DATED.get(type(entry), ""), ""))
    if not text.strip():
        return None
    today, from_article = day_of_writing(brief, entry)
    match entry:
        case Action():
            ahead = _AHEAD.get(entry.status, 0)
        case Quote():
            ahead = -1
        case _:
            ahead = 1
    date = understood(text, brief.language, today, ahead)
    return Told(date, today, from_article) if date is not None else None


def day_of_writing(brief: Brief, entry: Entry) -> tuple[datetime.date | None, bool]:
    """The day of the article that an entry rests on first, else of the brief; and whether it is the article's."""
    source = brief.source(entry.evidence[0].source) if entry.evidence else None
    day = published_on(brief, source.id) if source is not None else None
    if day is not None:
        return day, True
    return _one_day(brief.header.get(_DATE, ""), brief.language) or _one_day(brief.created, brief.language), False


def published_on(brief: Brief, source: str) -> datetime.date | None:
    """The day of a source, if it is known and one day."""
    found = brief.source(source)
    return _one_day(found.published, brief.language) if found is not None else None


def _one_day(text: str, language: str) -> datetime.date | None:
    date = understood(text.strip(), language)
    return date.period.first if date is not None and date.period.first == date.period.last else None
