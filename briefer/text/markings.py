"""Protective markings: which is higher, and how a portion mark is written.

The scales are those of governments' public guides (United Kingdom, United States, Australia, New Zealand) and the
Traffic Light Protocol; a template's own list of markings, lowest first, goes before them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

_SCALES: tuple[dict[str, tuple[int, str]], ...] = (
    {
        "UNCLASSIFIED": (0, "U"),
        "UNOFFICIAL": (0, "UO"),
        "OFFICIAL": (1, "O"),
        "SENSITIVE BUT UNCLASSIFIED": (2, "SBU"),
        "OFFICIAL-SENSITIVE": (2, "O-S"),
        "OFFICIAL:SENSITIVE": (2, "O:S"),
        "OFFICIAL SENSITIVE": (2, "O-S"),
        "IN CONFIDENCE": (2, "IC"),
        "SENSITIVE": (3, "SEN"),
        "RESTRICTED": (3, "R"),
        "PROTECTED": (3, "P"),
        "CONFIDENTIAL": (4, "C"),
        "SECRET": (5, "S"),
        "TOP SECRET": (6, "TS"),
    },
    {
        "TLP:CLEAR": (0, "TLP:CLEAR"),
        "TLP:GREEN": (1, "TLP:GREEN"),
        "TLP:AMBER": (2, "TLP:AMBER"),
        "TLP:AMBER+STRICT": (3, "TLP:AMBER+STRICT"),
        "TLP:RED": (4, "TLP:RED"),
    },
)
_SPACES = re.compile(r"\s*([:\-+])\s*|\s+")


def abbreviation(marking: str) -> str:
    """How a part is marked: ``O-S`` for OFFICIAL-SENSITIVE; a marking of no known scale as it is typed."""
    known = _known(marking)
    return known[2] if known else " ".join(marking.split())


def exceeds(marking: str, banner: str, order: Sequence[str] = ()) -> bool:
    """Whether a part so marked may not stand under a banner.

    ``order`` is the office's own scale, lowest first. No banner is lower than any mark; of markings on no common
    scale each exceeds the other, because nobody can tell.
    """
    if not marking.strip() or _plain(marking) == _plain(banner):
        return False
    if not banner.strip():
        return True
    own = [_plain(name) for name in order]
    if _plain(marking) in own and _plain(banner) in own:
        return own.index(_plain(marking)) > own.index(_plain(banner))
    one, other = _known(marking), _known(banner)
    return one is None or other is None or one[0] != other[0] or one[1] > other[1]


def highest(markings: Iterable[str], order: Sequence[str] = ()) -> str:
    """The highest of markings, as typed; of those that cannot be compared the first; nothing of none."""
    found = ""
    for marking in markings:
        if marking.strip() and (not found or (exceeds(marking, found, order) and not exceeds(found, marking, order))):
            found = marking
    return found


def is_marking(words: str) -> bool:
    """Whether words are a marking of a known scale and nothing else."""
    return any(_plain(words) in scale for scale in _SCALES)


def _plain(marking: str) -> str:
    return _SPACES.sub(lambda match: match[1] or " ", marking.strip()).upper()


@functools.lru_cache(maxsize=64)
def _known(marking: str) -> tuple[int, int, str] | None:
    """Scale, rank and abbreviation: of the marking that the words begin with, or of its abbreviation."""
    words = _plain(marking)
    for number, scale in enumerate(_SCALES):
        begun = [name for name in scale if re.match(rf"{re.escape(name)}(?![\w+])", words)]
        begun += [name for name, (_, short) in scale.items() if words == short]
        if begun:
            name = max(begun, key=len)
            return number, *scale[name]
    return None
