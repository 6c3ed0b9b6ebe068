"""Which characters belong together in one word: the one notion of a word's edge for all of this package."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_WITHIN_WORDS = "'’.-‐‑"
_WITHIN_NUMBERS = ".,:"


def word_character(character: str) -> bool:
    """Whether a character is part of a word by itself: a letter, a digit, or a mark on one."""
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def joined(before: str, after: str) -> bool:
    """Whether no word ends between two neighbouring stretches of text; the last and first two characters count.

    So there is no edge within ``can’t``, ``co-operation``, ``U.S``, ``46.5`` or a flag made of several code
    points; a cut there would leave other words than those that were written.
    """
    if not before or not after:
        return False
    last, first = before[-1], after[0]
    if _continues(first) or last == _JOINER:
        return not last.isspace()
    if word_character(last) and word_character(first):
        return True
    if first in "'’.,:-‐‑":
        return _bridged(last, first, after[1:2])
    return _bridged(before[-2:-1], last, first)


def squeezed(text: str) -> str:
    """``text`` without its white space: what is compared where line ends and spaces do not count."""
    return "".join(text.split())


def _continues(character: str) -> bool:
    """Whether a character changes the one before it: a combining mark, a joiner, a skin tone."""
    return (
        character == _JOINER or "\U0001f3fb" <= character <= "\U0001f3ff" or unicodedata.category(character)[0] == "M"
    )


def _bridged(left: str, bridge: str, right: str) -> bool:
    """Whether ``bridge`` ties the characters on its sides into one word or number."""
    if not left or not right:
        return False
    if left.isdigit() and right.isdigit():
        return bridge in _WITHIN_NUMBERS or bridge in _WITHIN_WORDS
    return bridge in _WITHIN_WORDS and word_character(left) and word_character(right)
