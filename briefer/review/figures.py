"""Figures and dates in a text, as values that can be compared however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
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
_ROUNDED = 0.15
"""How far a rounded figure may be off."""
_UNIT_WORDS = 3
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
        if not any(day.start < other.end and other.start < day.end for other in found):
            found.append(day)
    return sorted(found, key=lambda day: day.start)


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
    names = "|".join(sorted(map(re.escape, words.words("months")), key=len, reverse=True))
    year = r"(?:,?\s+(?P<year>\d{4})(?!\d))?"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
    for pattern in (
        rf"(?<![\w.,/-]){day}\s+(?:of\s+)?(?P<month>{names})\b\.?{year}",
        rf"\b(?P<month>{names})\.?\s+{day}(?![\d,.]*\d){year}",
        rf"\b(?P<month>{names})\.?,?\s+(?P<year>\d{{4}})(?!\d)",
    ):
        for match in re.finditer(pattern, text):
            groups = match.groupdict()
            yield Day(
                int(groups.get("year") or 0), months[match["month"].casefold()], int(groups.get("day") or 0),
                *match.span(),
            )  # fmt: skip


def figures_in(text: str, words: Lexicon, days: Iterable[Day] = ()) -> list[Figure]:
    """The figures of a text, in their order; those of dates and names (``Tab 2``, ``TRD-26``) are none."""
    taken = [(day.start, day.end) for day in days]
    found = [*_digits(text, words), *_spelt(text, words)]
    found = [one for one in found if not any(one.start < end and start < one.end for start, end in taken)]
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
    before = text[:start].rstrip().rpartition(" ")
    if not before[2][:1].isupper() or not text[:start].endswith((" ", "\u00a0")):
        return False
    if before[2].casefold() in words.small("offices"):
        return True
    is_first = not before[0].strip() or before[0].rstrip()[-1:] in ".!?:\x1f"
    return not is_first or text[end : end + 1] in (":", ".", ",", ";", ")", "")


def is_told(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a figure is among others, or is said to round one of them."""
    for other in others:
        if abs(other.value - figure.value) <= 1e-9 * max(abs(figure.value), 1):
            return True
        if figure.hedged and other.value and abs(other.value - figure.value) <= _ROUNDED * abs(other.value):
            return True
    return False


def is_worked_out(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a figure is the sum or the difference of two others, which its sentence has: a reader can see that."""
    values = [other.value for other in others if other is not figure]
    return any(figure.value in (one + other, abs(one - other)) for one, other in combinations(values, 2))


def differ(one: Iterable[Figure], other: Iterable[Figure]) -> tuple[Figure, Figure] | None:
    """Two figures for the same thing, one of each, where no figure for it is the same in both, if there are any.

    The same thing is told by the words that follow: ``five ports`` and ``six container ports``.
    """
    ours, theirs = list(one), list(other)
    for mine in ours:
        alike = [figure for figure in theirs if figure.unit & mine.unit]
        same_thing = [figure for figure in ours if figure.unit & mine.unit]
        if alike and not any(is_told(each, alike) or any(is_told(a, [each]) for a in alike) for each in same_thing):
            return mine, alike[0]
    return None
