"""Paragraphs that came twice: a doubled lede or block, and a lede cut short before the whole of it."""

from __future__ import annotations

import re

from briefer.text.clean import lines as look
from briefer.text.clean.result import Change, Outcome, outcome

WORDS = 8
"""Fewer words than this may be a refrain, a heading or a phrase, and are never dropped."""

NEAR = 4
"""How many paragraphs on a copy is near. A copy farther on repeats the opening, or goes on copying."""

_CUT = re.compile(
    r"(?:[ ,;:]*(?:\.\.\.|…|\[…\]|\[\.\.\.\]) ?)?(?:\(?(?:read more|more|weiterlesen|lire la suite)\)?)?$",
    re.IGNORECASE,
)


def drop_repeats(text: str) -> Outcome:
    """A paragraph of eight words or more goes if it repeats one word for word, or is a lede cut short.

    A lede cut short goes only if the next paragraph begins with it; a byline, a date or another short line
    may stand between. Verse, lists and turns of a transcript stay.
    """
    paragraphs = text.split("\n\n")
    long = [at for at, paragraph in enumerate(paragraphs) if _long(paragraph)]
    first: dict[str, int] = {}
    copied = -1  # the place, among the long ones, of the first copy of what was just dropped
    dropped: set[int] = set()
    for place, at in enumerate(long):
        earlier = first.get(paragraphs[at], -1)
        if earlier >= 0 and (place - earlier <= NEAR or earlier <= NEAR or earlier == copied + 1 > 0):
            dropped.add(at)
            copied = earlier
            continue
        copied = -1
        following = long[place + 1] if place + 1 < len(long) else at
        if 0 < following - at <= NEAR and _begins_with(paragraphs[following], paragraphs[at]):
            dropped.add(at)
        else:
            first[paragraphs[at]] = place
    changes: list[Change] = [(paragraphs[at], "") for at in sorted(dropped)]
    return outcome("\n\n".join(p for at, p in enumerate(paragraphs) if at not in dropped), changes)


def _long(paragraph: str) -> bool:
    listed = look.bullet(paragraph) or look.item_number(paragraph) or look.label(paragraph)
    return "\n" not in paragraph and not listed and len(paragraph.split(None, WORDS)) >= WORDS


def _begins_with(whole: str, cut: str) -> bool:
    """Whether ``whole`` goes on where ``cut`` was cut; inside a word only if an ellipsis shows the cut."""
    start = cut[: _CUT.search(cut, max(0, len(cut) - 40)).start()]  # type: ignore[union-attr]
    if len(whole) <= len(start) or not whole.startswith(start) or len(start.split(None, WORDS)) < WORDS:
        return False
    return start != cut or not (start[-1].isalnum() and whole[len(start)].isalnum())
