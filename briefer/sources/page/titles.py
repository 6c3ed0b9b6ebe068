"""Headlines: as a page shows them, as it tells them to others, and with the outlet's name taken off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

PARTING = re.compile(r"\s+[|–—•·«»›:]+\s+|\s+-{1,2}\s+|\s*\|\s*|\s+_+\s*|(?<=[\u3000-\uffef])_+(?=[\u3000-\uffef])")
_LETTERS = re.compile(r"[\W_]+")
_GLUED = re.compile(r"[a-zäöüß][A-ZÄÖÜ]")
_ALIKE = 0.6


def letters(text: str) -> str:
    """Text without blanks, marks and case, to compare two ways of writing one thing."""
    return _LETTERS.sub("", text).casefold()


def same_headline(shown: str, told: str) -> bool:
    """Whether a headline on the page is the one that is told, whole or in part, or nearly so."""
    one, other = letters(shown), letters(told)
    if len(one) < 4 or not other:
        return False
    if other.startswith(one) or (len(one) > 12 and (one in other or other in one)):
        return True
    return SequenceMatcher(None, one[:300], other[:300]).ratio() > _ALIKE


def plainest(shown: str, told: Sequence[str]) -> str:
    """A headline as shown; as told, if what is shown has a kicker before it, or words that run into each other."""
    one = letters(shown)
    for other in told:
        same = letters(other)
        if same == one:
            return other if _GLUED.search(shown) and not _GLUED.search(other) else shown
        if one.endswith(same) and len(same) > _ALIKE * len(one):
            return other
    return shown


def without_outlet(title: str, outlet: str, host: str) -> str:
    """A title without the name of the outlet behind or before it."""
    parts = list(PARTING.finditer(title))
    if not parts:
        return title
    last, first = title[parts[-1].end() :], title[: parts[0].start()]
    if _is_outlet(last, outlet, host):
        return without_outlet(title[: parts[-1].start()], outlet, host)
    if _is_outlet(first, outlet, host):
        return title[parts[0].end() :]
    if "|" in parts[-1][0] and len(title[: parts[-1].start()]) > len(last):
        return without_outlet(title[: parts[-1].start()], outlet, host)
    return title


def _is_outlet(part: str, outlet: str, host: str) -> bool:
    bare, name = letters(part), letters(outlet)
    if not bare:
        return True
    near = bool(name) and (bare == name or (len(bare) > 3 and (bare in name or name in bare)))
    return (
        near
        or (len(bare) > 2 and bare in letters(host))
        or bool(re.fullmatch(r"(?:www\.)?[\w-]+\.(?:com|org|net|\w\w)", part))
    )
