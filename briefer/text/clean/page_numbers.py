"""Page numbers and running heads that a printed page left among the lines of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefer.text.clean import lines as look

_NUMBER_LONGEST = 4
_HEAD_LONGEST, _REPEATED_LONGEST = 100, 60
_FEWEST_WORDS = 3
_MOST_ROWS = 2
_NARROW = 0.75
"""Share of the line before that a running head amid wrapped lines is long at most."""
_DIGITS = re.compile(r"\d+")
_HEAD = re.compile(r"(?:(?P<after>\S.*?)\s+\|?\s*(?P<last>\d{1,4})|(?P<first>\d{1,4})\s+\|?\s*(?P<before>[^\W\d].*))")


def page_numbers(lines: Sequence[str]) -> set[int]:
    """Numbers alone on their lines that count up, if one of them stands amid a sentence: chapters never do.

    The same words above or below each of them are a running head, or a running foot.
    """
    bare = [at for at, line in enumerate(lines) if 0 < len(line) <= _NUMBER_LONGEST and line.strip().isdecimal()]
    if not all(int(lines[b]) == int(lines[a]) + 1 for a, b in pairwise(bare)):
        return set()
    found = {*bare, *_alike(lines, bare, -1), *_alike(lines, bare, 1)} if len(bare) > 1 else set(bare)
    return found if any(_amid(lines, at, found) for at in bare) else set()


def _alike(lines: Sequence[str], numbers: Sequence[int], step: int) -> set[int]:
    """The lines beside page numbers, on one side, that say the same at each of them."""
    found: set[int] = set()
    beside = list(numbers)
    for _ in range(_MOST_ROWS):
        beside = [_next_filled(lines, at, step) for at in beside]
        said = {lines[at].strip().casefold() if 0 <= at < len(lines) else "" for at in beside}
        words = said.pop()
        if said or not words or len(words) > _HEAD_LONGEST or look.ends_sentence(words):
            break
        found.update(beside)
    return found


def _next_filled(lines: Sequence[str], at: int, step: int) -> int:
    at += step
    while 0 <= at < len(lines) and not lines[at]:
        at += step
    return at


def repeated_heads(lines: Sequence[str]) -> set[int]:
    """Short lines that say the same, numbers apart, each amid a sentence that was wrapped: heads of pages."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        if not 0 < len(line) <= _REPEATED_LONGEST or len(lines[at - 1] or lines[at - 2]) < look.SHORT:
            continue
        if line[0].isalnum() and look.titled(line) and not look.code(line):
            places.setdefault(_DIGITS.sub("#", line.strip()).casefold(), []).append(at)
    return {
        at
        for words, found in places.items()
        if len(found) > 1 and any(map(str.isalpha, words)) and all(_amid(lines, at, {at}) for at in found)
        if all(len(lines[at]) < _NARROW * len(lines[_next_filled(lines, at, -1)]) for at in found)
        for at in found
    }


def running_heads(lines: Sequence[str]) -> set[int]:
    """Lines of words and a page's number that stand alone and count up.

    One says the text's first line again, or all say the same and a sentence goes on over one; headings with numbers
    ("Part two of the story 2") do not.
    """
    title = next((line for line in lines if line), "").strip().casefold()
    found = {at: head for at, line in enumerate(lines) if (head := _head(line)) and at and _alone(lines, at)}
    numbers = [number for _, number in found.values()]
    rising = all(after == before + 1 for before, after in pairwise(numbers))
    said = {words.casefold() for words, _ in found.values()}
    alike = len(found) > 1 and len(said) == 1 and any(_amid(lines, at, set(found)) for at in found)
    return set(found) if rising and (title in said or alike) else set()


def _head(line: str) -> tuple[str, int] | None:
    """The words and the number of what may be a running head."""
    if not line or len(line) > _HEAD_LONGEST or not (line[-1].isdecimal() or line[0].isdecimal()):
        return None
    match = _HEAD.fullmatch(line.strip())
    words = (match["after"] or match["before"]).strip() if match else ""
    if not match or len(words.split()) < _FEWEST_WORDS or look.hangs(words):
        return None
    return words, int(match["last"] or match["first"])


def _alone(lines: Sequence[str], at: int) -> bool:
    return not lines[at - 1] and (at + 1 == len(lines) or not lines[at + 1])


def _amid(lines: Sequence[str], at: int, gone: set[int]) -> bool:
    """Whether a sentence goes on over a line, and the others that are ``gone``."""
    before, after = _next_filled(lines, at, -1), _next_filled(lines, at, 1)
    while before in gone:
        before = _next_filled(lines, before, -1)
    while after in gone:
        after = _next_filled(lines, after, 1)
    if before < 0 or after >= len(lines):
        return False
    last = lines[before]
    return len(last) >= look.SHORT and not look.ends_sentence(last) and look.starts_small(lines[after])
