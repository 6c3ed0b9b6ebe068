"""Where the end of a selection goes, word by word."""

from __future__ import annotations

from briefer.text.characters import word_character
from briefer.text.sentences import word_at


def moved_by_word(text: str, fixed: int, end: int, step: int) -> int:
    """Where one end of a selection goes by a word, forwards (1) or backwards (-1); the other end stays.

    The later end goes from word end to word end, the earlier one from word start to word start. It stays where it is
    rather than reach the other. Costs as much as the words on the way are long.
    """
    late = end > fixed
    moved = _forwards(text, end, late) if step > 0 else _backwards(text, end, late)
    return moved if (moved > fixed) == late and moved != fixed else end


def _forwards(text: str, position: int, late: bool) -> int:
    at = position
    while at < len(text):
        word = word_at(text, at) if word_character(text[at]) else None
        if word and word[late] > position:
            return word[late]
        at = max(word[1] if word else 0, at + 1)
    return len(text)


def _backwards(text: str, position: int, late: bool) -> int:
    at = position
    while at > 0:
        word = word_at(text, at - 1) if word_character(text[at - 1]) else None
        if word and word[late] < position:
            return word[late]
        at = min(word[0] if word else at, at - 1)
    return 0
