"""Is a quotation in the words of its source?

Understood are curly and straight quotes, kinds of space and hyphen, an ellipsis where words were left out, and
square brackets where the writer put in words. All else must be there, in order, letter for letter; the first
letter may change its case, and end punctuation may differ.
"""

from __future__ import annotations

import re

_SAME = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'",
    "\u2010": "-", "\u2011": "-", "\u00ad": None, "\u200b": None, "\ufeff": None,
})  # fmt: skip
_GAP = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\s?\.\s?\.)\s*")
_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]")
_OUTER = " \t\n\"'.,;:!?–—-"


def is_verbatim(quote: str, sources: tuple[str, ...]) -> bool:
    """Whether each stretch of the quote stands in the words of its evidence, in order.

    ``sources`` are the exact words of its anchors, one for each part of the quote.
    """
    words = _folded(" … ".join(sources))
    at = 0
    for stretch in _stretches(quote):
        found = _find(stretch, words, at)
        if found < 0:
            return False
        at = found + len(stretch)
    return True


def _stretches(quote: str) -> list[str]:
    """The stretches between ellipses and brackets, without their outer punctuation."""
    parts = [part for piece in _GAP.split(quote) for part in _BRACKETS.split(piece)]
    return [folded for part in parts if (folded := _folded(part).strip(_OUTER))]


def _folded(text: str) -> str:
    return " ".join(text.translate(_SAME).split())


def _find(stretch: str, words: str, start: int) -> int:
    """Where a stretch stands as whole words; its first letter may be upper or lower case. -1 if nowhere."""
    first = re.escape(stretch[0])
    if stretch[0].isalpha():
        first = f"[{re.escape(stretch[0].upper()[:1])}{re.escape(stretch[0].lower()[:1])}]"
    match = re.compile(rf"(?<!\w){first}{re.escape(stretch[1:])}(?!\w)").search(words, start)
    return match.start() if match else -1
