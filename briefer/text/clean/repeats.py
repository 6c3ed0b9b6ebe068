"""Paragraphs that came twice: a doubled lede or block, and a lede cut short before the whole of it."""

from __future__ import annotations

import re

from briefer.text.clean import lines as look
from briefer.text.clean.result import Change, Outcome, outcome

WORDS = 8
"""Fewer words than this may be a refrain, a heading or a phrase, and are never dropped."""

NEAR = 4
"""How many paragraphs on a copy is near. A copy farther on repeats the opening, or goes on copying."""

_HEADLINE_WORDS = 4
_VERSE_LONGEST = 60

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
    copies: dict[int, int] = {}
    for place, at in enumerate(long):
        earlier = first.get(paragraphs[at], -1)
        if earlier >= 0 and (place - earlier <= NEAR or earlier <= NEAR or earlier == copied + 1 > 0):
            dropped.add(at)
            copies[at] = long[earlier]
            copied = earlier
            continue
        copied = -1
        following = long[place + 1] if place + 1 < len(long) else at
        if 0 < following - at <= NEAR and _begins_with(paragraphs[following], paragraphs[at]):
            dropped.add(at)
        else:
            first[paragraphs[at]] = place
    refrains = _refrains(paragraphs, dropped)
    dropped -= refrains
    copies = {at: origin for at, origin in copies.items() if at not in refrains}
    dropped |= _with_their_neighbours(paragraphs, copies) | _headline_again(paragraphs)
    changes: list[Change] = [(paragraphs[at], "") for at in sorted(dropped)]
    return outcome("\n\n".join(p for at, p in enumerate(paragraphs) if at not in dropped), changes)


def _refrains(paragraphs: list[str], copied: set[int]) -> set[int]:
    """Lines of verse that come again, each set as a paragraph: short, and not all of them whole sentences."""
    found: set[int] = set()
    for start in (at for at in copied if at - 1 not in copied):
        end = start + 1
        while end in copied:
            end += 1
        run = paragraphs[start:end]
        short = len(run) > 1 and all(len(line) <= _VERSE_LONGEST for line in run)
        if short and any(line.endswith((",", ";", ":")) or look.starts_small(line) for line in run):
            found.update(range(start, end))
    return found


def _with_their_neighbours(paragraphs: list[str], copies: dict[int, int]) -> set[int]:
    """Headings, bylines and the like that were copied with the paragraphs beside them."""
    found = dict(copies)
    if len(copies) < 2:
        return set()
    for step in (1, -1):
        for at in range(len(paragraphs))[::step]:
            beside = found.get(at - step, -1)
            origin = beside + step
            if at not in found and beside >= 0 and 0 <= origin != at and paragraphs[at] == paragraphs[origin]:
                found[at] = origin
    return set(found)


def _headline_again(paragraphs: list[str]) -> set[int]:
    """The headline, if it comes twice at the very top."""
    twice = len(paragraphs) > 2 and paragraphs[0] == paragraphs[1] and look.titled(paragraphs[0])
    return {1} if twice and len(paragraphs[0].split()) >= _HEADLINE_WORDS else set()


def _long(paragraph: str) -> bool:
    listed = look.bullet(paragraph) or look.item_number(paragraph) or look.label(paragraph)
    return "\n" not in paragraph and not listed and len(paragraph.split(None, WORDS)) >= WORDS


def _begins_with(whole: str, cut: str) -> bool:
    """Whether ``whole`` goes on where ``cut`` was cut; inside a word only if an ellipsis shows the cut."""
    if whole[: 2 * WORDS - 1] != cut[: 2 * WORDS - 1]:  # so many words have so many characters at least
        return False
    start = cut[: _CUT.search(cut, max(0, len(cut) - 40)).start()]  # type: ignore[union-attr]
    if len(whole) <= len(start) or not whole.startswith(start) or len(start.split(None, WORDS)) < WORDS:
        return False
    return start != cut or not (start[-1].isalnum() and whole[len(start)].isalnum())
