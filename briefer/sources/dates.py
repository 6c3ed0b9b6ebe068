"""Full dates as articles write them, in the languages of Western newspapers."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

_MONTH_NAMES = (
    "january januar janvier enero gennaio januari janeiro jan",
    "february februar février febrero febbraio februari fevereiro feb febr févr",
    "march märz mars marzo maart março mar mär",
    "april avril abril aprile apr",
    "may mai mayo maggio mei maio",
    "june juni juin junio giugno junho jun",
    "july juli juillet julio luglio julho jul juil",
    "august août agosto augustus aug",
    "september septembre septiembre settembre setembro sept sep",
    "october oktober octobre octubre ottobre outubro oct okt",
    "november novembre noviembre novembro nov",
    "december dezember décembre diciembre dicembre dezembro dec dez déc",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_DATE = re.compile(
    r"\b(?:(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=T\d\d|\b)"
    r"|(?P<d1>\d{1,2})(?:st|nd|rd|th|er|º)?\.? (?:(?:de|of) )?(?P<m1>[^\W\d_]{3,10})\.?,? (?:de )?(?P<y1>\d{4})\b"
    r"|(?P<m2>[^\W\d_]{3,10})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?,? (?P<y2>\d{4})\b"
    r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>\d{4})\b"
    r"|(?P<either>\d{1,2}/\d{1,2})/(?P<y4>\d{4})\b)"
)


class Found(NamedTuple):
    """A date as YYYY-MM-DD, and the words that say it."""

    iso: str
    start: int
    end: int


def find_date(words: str) -> Found | None:
    """The first full date in ``words``; None if there is none, or none that exists or is beyond doubt."""
    for match in _DATE.finditer(words):
        if iso := _iso(match):
            return Found(iso, *match.span())
    return None


def iso_date(words: str) -> str:
    """The first full date in ``words`` as YYYY-MM-DD; empty if there is none, or none that exists or is certain."""
    found = find_date(words)
    return found.iso if found else ""


def _iso(match: re.Match[str]) -> str:
    found = match.groupdict()
    year, month, day = (
        next((value for key in keys if (value := found[key])), "")
        for keys in (("year", "y1", "y2", "y3", "y4"), ("month", "m1", "m2", "m3"), ("day", "d1", "d2", "d3"))
    )
    if found["either"]:
        day, month = _told_apart(*map(int, found["either"].split("/")))
    number = int(month) if month.isdigit() else _MONTHS.get(month.casefold(), 0)
    try:
        return datetime.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""


def _told_apart(first: int, second: int) -> tuple[str, str]:
    """Day and month of a date with strokes, which only a day beyond the 12th tells apart; else zeros."""
    if first == second or first > 12:
        return str(first), str(second)
    return (str(second), str(first)) if second > 12 else ("0", "0")
