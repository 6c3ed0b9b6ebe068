"""Who said a quotation, where the words beside it say so in so many words: “said X”, “X said”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefer.text.names import name_at
from briefer.text.quotations import SPEECH
from briefer.text.sentences import paragraph_at
from briefer.text.spans import Span

_FAR = 160
"""Code points beside a quotation in which its attribution begins."""
_MARKS = " \t,–—-:”“\"'’‘»«„‹›\u00a0\u202f"
_PRONOUNS = frozenset(
    "he she it they we i you who that this these those er sie es wir il elle on ils elles él ella".split()
)
_POSSESSIVES = ("’s", "'s", "s’", "s'")
_BEFORE_NAME = re.compile(r"(?:an? spokes(?:man|woman|person) (?:for|of) )?(?:the )?(?=[^\W\d_])")
_LINKS = "after|and|at|before|by|during|for|from|in|of|on|that|to|under|while|who|with"
_OFFICE = re.compile(rf"(?: (?!(?:{_LINKS})\b)[a-z][a-z-]+){{1,3}} (?=[A-Z])")
"""What stands between the name of a body and that of its officer."""
_STOP = re.compile(r"[.!?…](?=[\s”“\"»]|$)|[“”„«»\"]")


def speaker_of(text: str, parts: Sequence[Span]) -> Span | None:
    """The name beside a quotation's parts that its attribution gives; None for a pronoun, or in doubt.

    It is looked for between the parts, then behind the last, then before the first, in its paragraph.
    """
    if not parts:
        return None
    for start, end, follows in _places(text, parts):
        if (found := _named(text, start, end, follows=follows)) is not None:
            return found
    return None


def _places(text: str, parts: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """Where an attribution may stand, and whether it follows words that were said."""
    for (_, before), (after, _) in pairwise(parts):
        yield before, after, True
    last, first = paragraph_at(text, parts[-1][1]), paragraph_at(text, parts[0][0])
    if last is not None:
        behind = _skipped(text, parts[-1][1], last[1])
        stop = _STOP.search(text, behind, min(last[1], behind + _FAR))
        yield behind, stop.start() if stop else min(last[1], behind + _FAR), True
    if first is not None:
        low = max(first[0], parts[0][0] - _FAR)
        high = parts[0][0]
        while high > low and text[high - 1] in _MARKS:
            high -= 1
        stops = list(_STOP.finditer(text, low, high))
        yield stops[-1].end() if stops else low, high, False


def _skipped(text: str, at: int, end: int) -> int:
    while at < end and text[at] in _MARKS:
        at += 1
    return at


def _named(text: str, start: int, end: int, *, follows: bool) -> Span | None:
    """The name before or behind the verb of speaking in a stretch."""
    verb = SPEECH.search(text, start, end)
    if verb is None:
        return None
    begin = _skipped(text, start, verb.start())
    if begin < verb.start():  # “X, the mayor, said”
        return _name(text, begin, verb.start())
    return _name(text, _skipped(text, verb.end(), end), end) if follows else None  # “said X”


def _name(text: str, start: int, end: int) -> Span | None:
    """The name that a stretch begins with, after an article, a title, or “a spokesman for”; not whose somebody is."""
    if (before := _BEFORE_NAME.match(text, start, end)) is not None:
        start = before.end()
    if not text[start : start + 1].isupper():
        return None
    found = name_at(text, start)
    if found is None or found[1] > end or text[found[1] : found[1] + 2] in _POSSESSIVES:
        return None
    if (office := _OFFICE.match(text, found[1], end)) is not None:  # “Board chair Lena Morvane”
        return _name(text, office.end(), end)
    return None if text[slice(*found)].casefold() in _PRONOUNS else found
