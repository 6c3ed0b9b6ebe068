"""Words found in a text by a person who types what the keyboard has: straight quotes, plain hyphens and spaces."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

from briefer.text.characters import joined
from briefer.text.spans import Span

_ALIKE = ("'‘’‚‛ʼ", '"“”„‟', "-\u2010\u2011", " \u00a0\u2007\u202f")
"""Characters that stand for each other: quotation marks of either hand, hyphens and spaces that break or not."""

_CLASSES = {character: f"[{re.escape(alike)}]" for alike in _ALIKE for character in alike}
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_ANY_DASH = dict.fromkeys(_DASHES, f"[{re.escape(_DASHES)}]")
"""Between words a typed hyphen finds a dash too; alone it finds only hyphens, so that replacing it spares dashes."""

_LETTER = re.compile(r"\w")

MOST = 10_000
"""Places that a person is shown at most: nobody goes through more, and to find them takes no time."""


def find_first(text: str, needle: str) -> list[Span]:
    """The first ``MOST`` places of those that ``find_all`` finds in any case."""
    return [
        match.span() for match in islice(re.finditer(_pattern(needle), text, re.IGNORECASE), MOST if needle else 0)
    ]


def find_all(text: str, needle: str, *, match_case: bool = False, whole_words: bool = False) -> list[Span]:
    """Where ``needle`` stands in ``text`` (NFC), in order and never overlapping; nothing for an empty one.

    Quotation marks match whatever their hand, hyphens and spaces whether lines may break at them or not, and beside
    words a hyphen matches a dash. Case is compared letter by letter (``ß`` is not ``ss``). A whole word ends where
    this package ends words: ``can`` is none in ``can’t``.
    """
    if not needle:
        return []
    needle = unicodedata.normalize("NFC", needle)
    pattern = _pattern(needle)
    if not whole_words:
        return [match.span() for match in re.finditer(pattern, text, 0 if match_case else re.IGNORECASE)]
    # Most places within a word are told by a letter beside them; what else joins words is asked for at the others.
    before, after = (r"(?<!\w)" if _LETTER.match(needle) else ""), (r"(?!\w)" if _LETTER.match(needle[-1]) else "")
    found = re.finditer(before + pattern + after, text, 0 if match_case else re.IGNORECASE)
    return [match.span() for match in found if _is_whole(text, *match.span())]


def _pattern(needle: str) -> str:
    composed = unicodedata.normalize("NFC", needle)
    classes = _CLASSES | _ANY_DASH if _LETTER.search(composed) else _CLASSES
    return "".join(classes.get(character) or re.escape(character) for character in composed)


def _is_whole(text: str, start: int, end: int) -> bool:
    cut_before = joined(text[max(0, start - 2) : start], text[start : start + 2])
    cut_after = joined(text[max(0, end - 2) : end], text[end : end + 2])
    return not cut_before and not cut_after
