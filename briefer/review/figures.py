"""Figures and dates in a text, as values that can be compared however they are written."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from briefer.text.lexicon import Lexicon
from briefer.text.spans import Span

_NUMBER = re.compile(
    r"(?<![\w/.,:])(?<![A-Za-z][-–])(?P<sign>[$€£¥])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    r"|\d{1,3}(?:[.\u00a0\u202f’]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?=%|[^\w/:]|:(?!\d)|$|-[A-Za-z]|(?:k|m|mn|bn|tn)\b)"
)
_NEXT = re.compile(r"[\s\u00a0-]*(?:(?P<word>[^\W\d_][\w’'-]*)|(?P<percent>%))")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_ISO = re.compile(r"(?<![\w-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_NUMERIC = re.compile(r"(?<![\w./])(\d{1,2})([./])(\d{1,2})\2(\d{4}|\d{2})(?![\w/])")
_YEAR = re.compile(r"(?<![\w.,/:$€£-])((?:19|20)\d\d)(?!\w|[.,]\d|[/:-]\d|\s*%)")
_SAME = 1e-9
"""How far two values that are written alike may be off, as parts of them."""
_ROUNDED = 0.15
"""How far a rounded figure may be off."""
_UNIT_WORDS = 3
_MOST_COMPARED = 100
"""Figures of one passage that are compared with those of another."""
_MOST_ADDED = 30
"""Figures of one sentence that a reader would add up: each is tried with each."""
_LONGEST_NAME = 200
"""Characters before a number among which a name is that it may be part of."""
_NAMED_BELOW = 100
"""A higher number is part of no name."""
_NO_UNIT = frozenset(
    "a an the and or of in on at by to for from with per than as is was were are be been has have had will would"
    " could who which that this those these into over under before after until more less other".split()
)


class Figure(NamedTuple):
    """A number: its value, the small words that follow it, whether it is said to be rounded, and where it stands.

    ``spelt`` tells that it is written in letters alone.
    """

    value: float
    unit: frozenset[str]
    hedged: bool
    spelt: bool
    start: int
    end: int


class Day(NamedTuple):
    """A date as far as it is told; 0 for what is not."""

    year: int
    month: int
    day: int
    start: int
    end: int

    def may_be(self, other: Day) -> bool:
        """Whether both may be the same; what one leaves open, the other may tell, but not its day."""
        if not self.month:
            return self.year == other.year
        if self.day and other.day != self.day:
            return False
        if self.month and other.month != self.month:
            return False
        return not (self.year and other.year) or self.year == other.year


def days_in(text: str, words: Lexicon) -> list[Day]:
    """The dates of a text, in their order; a weekday alone is none."""
    found: list[Day] = []
    for day in _days(text, words):
        if not overlaps((day.start, day.end), found):
            insort(found, day, key=_start)
    return found


def overlaps(span: Span, days: Sequence[Day]) -> bool:
    """Whether a stretch shares a character with a date; the dates are in their order."""
    next_one = bisect_right(days, span[0], key=_end)
    return next_one < len(days) and days[next_one].start < span[1]


def _start(day: Day) -> int:
    return day.start


def _end(day: Day) -> int:
    return day.end


def _days(text: str, words: Lexicon) -> Iterator[Day]:
    for match in _ISO.finditer(text):
        yield Day(int(match[1]), int(match[2]), int(match[3]), *match.span())
    for match in _NUMERIC.finditer(text):
        year = int(match[4])
        yield Day(year if year > 99 else 2000 + year, int(match[3]), int(match[1]), *match.span())
    months = words.values("months")
    if months:
        yield from _written_days(text, words, months)
    for match in _YEAR.finditer(text):
        yield Day(int(match[1]), 0, 0, *match.span())


def _written_days(text: str, words: Lexicon, months: Mapping[str, int]) -> Iterator[Day]:
    for pattern in _with_month(words.words("months")):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            yield Day(
                int(groups.get("year") or 0), months[match["month"].casefold()], int(groups.get("day") or 0),
                *match.span(),
            )  # fmt: skip


@functools.lru_cache(maxsize=8)
def _with_month(months: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """How a date is written with one of these names."""
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    year = r"(?:,?\s+(?P<year>\d{4})(?!\d))?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
    patterns = (
        rf"(?<![\w.,/-]){day}\s+(?:of\s+)?(?P<month>{names})\b\.?{year}",
        rf"\b(?P<month>{names})\.?\s+{day}(?![\d,.]*\d){year}",
        rf"\b(?P<month>{names})\.?,?\s+(?P<year>\d{{4}})(?!\d)",
    )
    return tuple(map(re.compile, patterns))


def figures_in(text: str, words: Lexicon, days: Sequence[Day] = ()) -> list[Figure]:
    """The figures of a text, in their order; those of its dates and of names (``Tab 2``, ``TRD-26``) are none."""
    found = [*_digits(text, words), *_spelt(text, words)]
    found = [one for one in found if not overlaps((one.start, one.end), days)]
    return sorted(found, key=lambda figure: figure.start)


def _digits(text: str, words: Lexicon) -> Iterator[Figure]:
    for match in _NUMBER.finditer(text):
        value = _value(match["digits"])
        if value < _NAMED_BELOW and _names_something(text, match.span(), words):
            continue
        yield _figure(text, value, match.span(), words, spelt=False)


def _spelt(text: str, words: Lexicon) -> Iterator[Figure]:
    numbers = words.values("numbers")
    matches = [found for found in _WORD.finditer(text) if found[0].casefold().split("-")[0] in numbers]
    for match in matches:
        parts = match[0].casefold().split("-")
        value = numbers[parts[0]] + (numbers.get(parts[1], 1 if parts[1] == "one" else 0) if len(parts) > 1 else 0)
        yield _figure(text, value, match.span(), words, spelt=True)


def _figure(text: str, value: float, span: Span, words: Lexicon, *, spelt: bool) -> Figure:
    start, end = span
    scales = words.values("scales")
    after = _NEXT.match(text, end)
    if after and after["word"] and after["word"].casefold() in scales:
        value, end, spelt = value * scales[after["word"].casefold()], after.end(), False
    unit: list[str] = []
    at = end
    while len(unit) < _UNIT_WORDS and (after := _NEXT.match(text, at)):
        word = "%" if after["percent"] or text[at : after.end()].casefold().strip() == "per" else after["word"]
        if word.casefold() in _NO_UNIT:
            break
        unit.append(word.casefold().rstrip("s"))
        at = after.end()
    hedge = words.pattern("hedges")
    before = text[max(0, start - 24) : start].rstrip(" \u00a0$€£¥")
    hedged = any(found.end() == len(before) for found in hedge.finditer(before))
    return Figure(value, frozenset(unit), hedged, spelt, start, end)


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        return float(digits.replace(",", ""))
    if re.fullmatch(r"\d{1,3}(?:[.\u00a0\u202f’]\d{3})+(?:,\d+)?", digits):
        return float(re.sub(r"[.\u00a0\u202f’]", "", digits).replace(",", "."))
    return float(digits.replace(",", "."))


def _names_something(text: str, span: Span, words: Lexicon) -> bool:
    """Whether a number is part of a name: ``Tab 2``, ``Quay 4``; not the first word of a sentence before it."""
    start, end = span
    near = text[max(0, start - _LONGEST_NAME) : start]
    before = near.rstrip().rpartition(" ")
    if not before[2][:1].isupper() or not near.endswith((" ", "\u00a0")):
        return False
    if before[2].casefold() in words.small("offices"):
        return True
    is_first = not before[0].strip() or before[0].rstrip()[-1:] in ".!?:\x1f"
    return not is_first or text[end : end + 1] in (":", ".", ",", ";", ")", "")


class Values:
    """The values of some figures, among which others are looked for in no more time than it takes to find them."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._values = sorted(figure.value for figure in figures)

    def tell(self, figure: Figure) -> bool:
        """Whether a figure is among them, or is said to round one of them."""
        near = _SAME * max(figure.value, 1)
        if self._any(figure.value - near, figure.value + near):
            return True
        is_rounded = figure.hedged and figure.value > 0
        return is_rounded and self._any(
            figure.value / (1 + _ROUNDED) * (1 - _SAME), figure.value / (1 - _ROUNDED) * (1 + _SAME)
        )

    def _any(self, least: float, most: float) -> bool:
        at = bisect_left(self._values, least)
        return at < len(self._values) and self._values[at] <= most


class Days:
    """Some dates, among which others are looked for likewise."""

    def __init__(self, days: Iterable[Day]) -> None:
        self._years: set[int] = set()
        self._by_month: dict[tuple[int, int], set[int]] = defaultdict(set)
        for day in days:
            self._years.add(day.year)
            for told in {0, day.day}:
                self._by_month[day.month, told].add(day.year)

    def tell(self, day: Day) -> bool:
        """Whether a date may be one of them, as ``Day.may_be`` has it."""
        if not day.month:
            return day.year in self._years
        years = self._by_month.get((day.month, day.day), set())
        return bool(years) and (not day.year or 0 in years or day.year in years)


def is_worked_out(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a figure is the sum or the difference of two others, which its sentence has: a reader can see that."""
    values = [other.value for other in others if other is not figure][:_MOST_ADDED]
    return any(figure.value in (one + other, abs(one - other)) for one, other in combinations(values, 2))


def differ(one: Iterable[Figure], other: Iterable[Figure]) -> tuple[Figure, Figure] | None:
    """Two figures for the same thing, one of each, where no figure for it is the same in both, if there are any.

    The same thing is told by the words that follow: ``five ports`` and ``six container ports``.
    """
    ours, theirs = list(islice(one, _MOST_COMPARED)), list(islice(other, _MOST_COMPARED))
    for mine in ours:
        alike = [figure for figure in theirs if figure.unit & mine.unit]
        same_thing = [figure for figure in ours if figure.unit & mine.unit]
        if alike and not _agree(same_thing, alike):
            return mine, alike[0]
    return None


def _agree(ours: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Whether any figure of the one is one of the other's, or rounds it."""
    mine, yours = Values(ours), Values(theirs)
    return any(map(yours.tell, ours)) or any(map(mine.tell, theirs))
