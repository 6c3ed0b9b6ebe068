"""Two versions of a text as one: the words that stayed, that went and that came, in order."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from briefer.text.merge import edits_between

Fate: TypeAlias = Literal["same", "gone", "new", "gap"]

AROUND = 240
"""Characters that are shown before and after a change; what lies between is left out."""


class Piece(NamedTuple):
    """Words and what became of them; a ``gap`` stands for words that stayed and are left out."""

    words: str
    fate: Fate


def pieces(old: str, new: str, *, around: int = AROUND) -> list[Piece]:
    """What makes ``new`` of ``old``, word by word; of what stayed only that near a change."""
    found: list[Piece] = []
    at = 0
    edits = edits_between(old, new)
    for number, edit in enumerate(edits):
        found += _stayed(old[at : edit.start], around, first=number == 0, last=False)
        if edit.start < edit.end:
            found.append(Piece(old[edit.start : edit.end], "gone"))
        if edit.words:
            found.append(Piece(edit.words, "new"))
        at = edit.end
    return found + _stayed(old[at:], around, first=not edits, last=True)


def _stayed(words: str, around: int, *, first: bool, last: bool) -> list[Piece]:
    """Words between two changes, before the first or after the last."""
    before = 0 if first else around
    after = 0 if last else around
    if len(words) <= before + after + around // 4 or (first and last):
        return [Piece(words, "same")] if words else []
    head, tail = _whole(words[:before]), _whole(words[: -after - 1 : -1])[::-1]
    return [
        piece
        for piece in (Piece(head, "same"), Piece("", "gap"), Piece(tail, "same"))
        if piece.words or piece.fate == "gap"
    ]


def _whole(words: str) -> str:
    """Words without the last of them, which may be torn; all if they are one."""
    spaces = [at for at, character in enumerate(words) if character.isspace()]
    return words[: spaces[-1]].rstrip() if spaces else words
