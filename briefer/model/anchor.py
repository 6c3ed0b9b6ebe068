"""Anchor: the exact words of a source that an entry rests on.

The shape follows the W3C Web Annotation model (text position and text quote selectors in one).
All positions are code points of the source's ``text``.
"""

from __future__ import annotations

from typing import Literal

import msgspec

CONTEXT = 32
"""Code points of surroundings kept on each side of an anchor; fewer at the ends of the text."""

Stance = Literal["supports", "contradicts"]


class Anchor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``text[start:end] == exact`` in the source named by its id.

    An anchor whose words are gone is *lost*: ``start == end`` stays where the words last stood, and
    ``exact``, ``prefix`` and ``suffix`` keep them, so that a person can choose what becomes of it.
    """

    source: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    stance: Stance = "supports"

    @property
    def lost(self) -> bool:
        """Whether the words are no longer in the source."""
        return self.start == self.end


def anchor_at(source: str, text: str, start: int, end: int, stance: Stance = "supports") -> Anchor:
    """The anchor of ``text[start:end]``; ValueError if that is empty or out of range."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no words at {start}-{end} in a text of {len(text)} code points")
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Anchor(source, start, end, text[start:end], prefix, suffix, stance)
