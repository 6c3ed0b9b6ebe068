"""The words of a date, each as the sign for what it is: "12 to 14 November" is ``NJNM``."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from typing import NamedTuple

from briefer.text.lexicon import lexicon_of

_SECTIONS = {
    "weekdays": "W", "months": "M", "near days": "D", "units": "U", "which": "K", "stages": "P", "ordinals": "O",
    "small numbers": "N", "numbers": "N", "feasts": "G", "bounds": "B", "range words": "J", "ago": "A", "before": "V",
    "in": "F", "of dates": " ",
}  # fmt: skip
"""The lists of the lexicon, and the sign for an entry of each."""
_TOGETHER = {"BJ": "b", "BV": "V", "OU": "O"}
"""Words in two lists, whose sense their place tells: "until Monday" and "Monday until Friday"."""
_FIGURES = re.compile(
    r"(?P<I>(?P<iy>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})(?:t[\d:.+z-]*)?)(?!\w)"
    r"|(?P<T>(?P<ty>(?:19|20)\d\d)-(?P<tm>\d\d)|(?P<tm2>\d\d?)/(?P<ty2>(?:19|20)\d\d))(?![\w/-])"
    r"|(?P<Z>(?P<zy>(?:19|20)\d\d)/(?P<ze>\d\d))(?![\w/-])"
    r"|(?P<S>(?P<s1>\d{1,2})(?P<mark>[/.])(?P<s2>\d{1,2})(?:(?P=mark)(?P<sy>\d{4}|\d\d))?(?(sy)(?!\w)|(?=\.?(?:\s|$))))\.?"
    r"|(?P<C>\d{1,2}[:.]\d\d(?:\s?(?:uhr|[ap]\.?m\.?))?|\d{1,2}\s?(?:uhr|[ap]\.?m\.?))(?!\w)"
    r"|(?P<Y>(?:19|20)\d\d)(?!\w)"
    r"|(?P<Q>q[1-4]|[1-4]q)(?!\w)"
    r"|(?P<H>h[12])(?!\w)"
    r"|(?P<N>\d{1,3})(?:st|nd|rd|th|\.)?(?!\w)"
)
_DASH = re.compile(r"\s*[–—-]\s*")
_BLANK = re.compile(r"[\s,;()\[\]]+")


class Slashed(NamedTuple):
    """Two numbers that may be day and month in either order, unless dots part them; 0 if there is no year."""

    one: int
    other: int
    year: int
    dotted: bool


class Symbols(NamedTuple):
    """The signs of a date, and the value of each: a number, or for ``I T Z S`` the numbers that it holds."""

    signs: str
    values: tuple[object, ...]


def symbols(text: str, language: str) -> Symbols | None:
    """The signs of all words; None if there is a word that no date has."""
    text = text.casefold().replace("'", "’").strip()
    words, signs, values, at = _words(language), "", [], 0
    while at < len(text):
        if blank := _BLANK.match(text, at):
            at = blank.end()
            continue
        if found := _figure(text, at) or _word(text, at, words):
            sign, value, at = found
        elif dash := _DASH.match(text, at):
            sign, value, at = "J", 0, dash.end()
        elif text[at:] == ".":
            break
        else:
            return None
        if sign not in " C":
            signs += sign
            values.append(value)
    return Symbols(signs, tuple(values))


@functools.cache
def _words(language: str) -> dict[str, tuple[str, int]]:
    """All that may stand in a date, in small letters, with its sign and value."""
    lexicon = lexicon_of(language)
    signs, values = defaultdict[str, str](str), dict[str, int]()
    for section, sign in _SECTIONS.items():
        known = lexicon.values(section)
        for word in lexicon.small(section):
            word = word.replace("'", "’")
            if sign not in signs[word]:
                signs[word] += sign
            values.setdefault(word, known.get(word, 0))
    return {word: (_TOGETHER.get("".join(sorted(sign)), sign[0]), values[word]) for word, sign in signs.items()}


def _word(text: str, at: int, words: dict[str, tuple[str, int]]) -> tuple[str, int, int] | None:
    """The longest entry that stands here as a whole; the stop behind a short one goes with it."""
    rest = text[at : at + 40]
    for end in range(len(rest), 0, -1):
        if rest[:end] in words and not rest[end : end + 1].isalnum():
            sign, value = words[rest[:end]]
            return sign, value, at + end + (rest[end : end + 1] == ".")
    return None


def _figure(text: str, at: int) -> tuple[str, object, int] | None:
    match = _FIGURES.match(text, at)
    if match is None:
        return None
    sign = next(name for name in "ITZSCYQHN" if match[name])
    value: object = 0
    match sign:
        case "I":
            value = int(match["iy"]), int(match["im"]), int(match["id"])
        case "T":
            value = int(match["ty"] or match["ty2"]), int(match["tm"] or match["tm2"])
        case "Z":
            value = int(match["zy"]), int(match["ze"])
        case "S":
            year = int(match["sy"] or 0)
            year += 2000 if match["sy"] and year < 100 else 0
            value = Slashed(int(match["s1"]), int(match["s2"]), year, match["mark"] == ".")
        case "Q" | "H":
            value = int(re.sub(r"\D", "", match[0]))
        case _:
            value = int(re.sub(r"\D", "", match[sign])) if sign != "C" else 0
    return sign, value, match.end()
