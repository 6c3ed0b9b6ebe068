"""Title, author and date that a plain text gives at its top: each is a guess until a person confirms it."""

from __future__ import annotations

import datetime
import re

from briefer.model.source import SourceHeading
from briefer.sources.article import Details

_TOP = 8
"""Lines among which a byline or a date is looked for."""

_NAME = r"[^\W\d_][\w.’'-]*(?: (?:(?:de|van|von|der|den|la|le|del|di|bin|al)\b|[^\W\d_][\w.’'-]*)){1,4}"
_BYLINE = re.compile(
    rf"(?:By|BY|Von|Par) (?P<names>{_NAME}(?:(?:, {_NAME}){{0,3}} (?:and|und|et) {_NAME})?)(?= *(?:$|[,|•·–—(]))"
)
_MONTH_NAMES = (
    "january januar janvier jan",
    "february februar février feb",
    "march märz mars mar",
    "april avril apr",
    "may mai",
    "june juni juin jun",
    "july juli juillet jul",
    "august août aug",
    "september septembre sept sep",
    "october oktober octobre oct",
    "november novembre nov",
    "december dezember décembre dec",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_DATE = re.compile(
    r"\b(?:(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"|(?P<d1>\d{1,2})(?:st|nd|rd|th|er)?\.? (?P<m1>[^\W\d_]{3,9})\.?,? (?P<y1>\d{4})"
    r"|(?P<m2>[^\W\d_]{3,9})\.? (?P<d2>\d{1,2}),? (?P<y2>\d{4})"
    r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>\d{4}))\b"
)
_DATE_LINE_LONGEST = 90
_DATELINE = re.compile(r"[A-ZÄÖÜÉ][\w .,’'/-]{2,60}(?:\([^)]{2,40}\))? ?[—–-]{1,2} ")


def guess(text: str, headings: tuple[SourceHeading, ...]) -> Details:
    """What the first lines of a cleaned text say for sure; what is in doubt stays empty."""
    lines = [line for line in text[:4000].split("\n") if line][:_TOP]
    title = next((text[h.start : h.end] for h in headings if h.start == 0 and h.level == 1), "")
    author = next((match["names"] for line in lines if (match := _BYLINE.match(line)) and _named(match["names"])), "")
    return Details(title=title, author=author, published=next(filter(None, map(_published, lines)), ""))


def iso_date(words: str) -> str:
    """The first full date in ``words`` as YYYY-MM-DD; empty if there is none, or none that exists."""
    for match in _DATE.finditer(words):
        found = match.groupdict()
        year, month, day = (
            next((value for key in keys if (value := found[key])), "")
            for keys in (("year", "y1", "y2", "y3"), ("month", "m1", "m2", "m3"), ("day", "d1", "d2", "d3"))
        )
        number = int(month) if month.isdigit() else _MONTHS.get(month.casefold(), 0)
        try:
            return datetime.date(int(year), number, int(day)).isoformat()
        except ValueError:
            continue
    return ""


def _named(names: str) -> bool:
    return all(
        name[0].isupper() for part in re.split(r", | and | und | et ", names) for name in (part, part.split()[-1])
    )


def _published(line: str) -> str:
    """The date of a line that is little more than a date, or of a dateline before its dash."""
    if len(line) < _DATE_LINE_LONGEST and not line.endswith((".", "?", "!")):
        return iso_date(line)
    dateline = _DATELINE.match(line)
    return iso_date(dateline[0]) if dateline else ""
