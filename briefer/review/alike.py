"""Which of many names may be one in two spellings, or short for another, without comparing each with each.

What is found is what ``spelt_otherwise``, ``misspelt`` and ``short_form`` say of the pairs, and costs about as
much as there are names. Where very many are alike, only the first few of them are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain, islice

from briefer.review.names import initials, misspelt, sound, spelt_otherwise, tokens

MOST_ALIKE = 30
"""Of so many names of one kind of likeness each name is held against the first."""
MOST_NAMES = 20_000
"""So many names are held against each other; who has more has no use for a list of them."""
_MOST_TOLD = 10
"""So many earlier names are told of each that is another spelling of theirs."""
_MOST_WORDS = 20
_LONGEST = 40
"""Words of a name, and letters of a word, beyond which no slip is looked for."""


def slips(word: str) -> Iterator[str]:
    """What a word has in common with all that ``misspelt`` may find in it: any two such share one of these."""
    yield word
    if len(word) > _LONGEST:
        return
    yield f"{word[:-2]}\0{''.join(sorted(word[-2:]))}"  # the last two have changed places
    yield from {word[:at] + word[at + 1 :] for at in range(1, len(word) - 1) if not word[at].isdigit()}


class Spellings:
    """Words, to find the first of them of which another is a misspelling."""

    def __init__(self, words: Iterable[str]) -> None:
        self._place = {word: at for at, word in enumerate(words)}
        self._sharing: dict[str, list[str]] = defaultdict(list)
        for word in self._place:
            for slip in slips(word):
                self._sharing[slip].append(word)

    def first_like(self, typed: str) -> str | None:
        """The first word that ``misspelt`` takes for the same."""
        near = {word for slip in slips(typed) for word in islice(self._sharing.get(slip, ()), MOST_ALIKE)}
        return min((word for word in near if misspelt(typed, word)), key=self._place.__getitem__, default=None)


def spelt_in_two_ways(names: Sequence[tuple[str, str]]) -> list[tuple[int, int]]:
    """The pairs of (kind, name) that are one name in two spellings, by their places, in order."""
    sharing: dict[Hashable, list[int]] = defaultdict(list)
    pairs: list[tuple[int, int]] = []
    for at, (kind, name) in enumerate(names[:MOST_NAMES]):
        keys = [(kind, key) for key in _keys(name)]
        near = {other for key in keys for other in sharing.get(key, ())}
        like = (other for other in sorted(near) if spelt_otherwise(names[other][1], name))
        pairs += ((other, at) for other in islice(like, _MOST_TOLD))
        for key in keys:
            if len(sharing[key]) < MOST_ALIKE:
                sharing[key].append(at)
    return sorted(pairs)


def _keys(name: str) -> Iterator[Hashable]:
    """What two names share at least one of if they may be one in two spellings."""
    words = tokens(name)
    yield words
    if len(words) > _MOST_WORDS:
        return
    for at, word in enumerate(words):
        others = (words[:at], words[at + 1 :])
        yield others, "sound", sound(word)
        if at == len(words) - 1:
            yield from ((others, slip) for slip in slips(word))


def only_longer(names: Sequence[str], is_short: Callable[[int, int], bool]) -> list[int | None]:
    """Of each name the place of the only one that it is short for; None if there is none, or more than one.

    ``is_short`` tells it of two places. A name that might be short for very many is in doubt for that.
    """
    by_end: dict[str, list[int]] = defaultdict(list)
    by_initials: dict[str, list[int]] = defaultdict(list)
    by_letters: dict[Hashable, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        if words := tokens(name):
            for word in {words[0], words[-1]}:
                by_end[word].append(at)
            by_initials[initials(name)].append(at)
            by_letters[_letters(words)].append(at)
    found: list[int | None] = []
    for at, name in enumerate(names):
        words = tokens(name)
        if len(words) == 1:
            near: Iterable[int] = chain(by_end[words[0]], by_initials.get(words[0], ()))
        else:
            near = by_letters[_letters(words)] if any(len(word) == 1 for word in words[:-1]) else ()
        longer = {other for other in islice(near, _IN_DOUBT) if other != at and is_short(at, other)}
        found.append(longer.pop() if len(longer) == 1 else None)
    return found


_IN_DOUBT = 300
"""Names with the same surname and initials, or the same word at an end, that are looked through."""


def _letters(words: Sequence[str]) -> Hashable:
    """What a name with initials has in common with the one in full."""
    return words[-1:], "".join(word[0] for word in words[:-1])
